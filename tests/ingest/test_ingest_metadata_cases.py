"""What documents of many kinds say of themselves, as data: day, title, place, number, type and author."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.ingest import IngestResources, ingest

TEXT = {
    "fr": (
        "Les deux délégations ont travaillé pendant trois jours sur le projet, sans parvenir à un texte commun sur les "
        "droits de passage. Elles ont remercié leurs hôtes et se sont promis de revenir avec des idées plus simples."
    ),
    "en": (
        "Both delegations had worked for three days on the draft without reaching a common text on rights of passage. "
        "They thanked their hosts and promised to come back with ideas that would be simpler to put to the others."
    ),
}
FIELDS = ("published", "title", "place", "reference", "type", "author", "publisher")
FOLDER = Path(__file__).parents[1] / "cases" / "ingest"
CASES: list[dict[str, Any]] = [
    case
    for name in ("metadata.yaml", "published.yaml")
    for case in yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_metadata(case: dict[str, str], resources: IngestResources) -> None:
    text = case["input"].replace("{fr}", TEXT["fr"]).replace("{en}", TEXT["en"])
    done, _ = ingest(text.encode(), path="a.txt", document_id="a", override=None, resources=resources)
    expected = {field: None if case[field] == "null" else case[field] for field in FIELDS if field in case}
    assert {field: getattr(done.metadata, field) for field in expected} == expected
