"""Lines about a document above and below its text, as data: what goes, with which reason, and what never goes."""

from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from pipeline.ingest import IngestResources, ingest


class Case(TypedDict, total=False):
    """One text with the lines that go."""

    name: str
    input: str
    drop: dict[str, str]


CASES: list[Case] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "ingest" / "surround.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_surround(case: Case, resources: IngestResources) -> None:
    done, _ = ingest(case["input"].encode(), path="a.txt", document_id="a", override=None, resources=resources)
    dropped = {line.strip(): drop.reason for drop in done.dropped for line in drop.text.split("\n") if line.strip()}
    assert dropped == case.get("drop", {})
