"""Reading gold files: strict, with a message that names the file."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import ConfigError
from pipeline.evaluate import load_gold

GOOD: dict[str, Any] = {
    "source": {"file": "a.txt", "sha256": "00"},
    "lang": "en",
    "published": None,
    "published_inferred": "2017",
    "entities": [{"text": "Paris", "type": "LOCATION", "canonical": "Paris", "count": 2}],
    "dates": [{"text": "autumn 2014", "value": "2014-23", "alt_values": ["2014-FA"]}],
    "amounts": [{"text": "6.4%", "value": 6.4, "unit": "%"}],
    "ranks": [{"text": "3rd", "value": 3}],
    "events": [{"type": "visit", "who": ["France"], "where": None, "when": "1992", "note": "x"}],
}


def write(folder: Path, name: str, data: Any) -> None:
    folder.joinpath(name).write_text(json.dumps(data), encoding="utf-8")


def test_files_are_read_in_order_with_exact_numbers(tmp_path: Path) -> None:
    write(tmp_path, "b.json", GOOD)
    write(tmp_path, "a.json", GOOD | {"source": {"file": "z.txt"}, "lang": "fr"})
    write(tmp_path, "notes.txt", "not gold")
    first, second = load_gold(tmp_path)
    assert (first.source.file, second.source.file) == ("z.txt", "a.txt")
    assert second.amounts[0].value == Decimal("6.4")


BAD: list[tuple[str, dict[str, Any]]] = [
    ("optinal", {"dates": [{"text": "2014", "value": "2014", "optinal": True}]}),
    ("extra", {"extra": []}),
    ("PLACE", {"entities": [{"text": "Paris", "type": "PLACE"}]}),
    ("LATE", {"dates": [{"text": "2014", "value": "2014", "mod": "LATE"}]}),
    ("value", {"amounts": [{"text": "6", "unit": "%"}]}),
    ("Expected", {"dates": [{"text": "2014", "value": 2014}]}),
]


@pytest.mark.parametrize(("word", "change"), BAD, ids=[row[0] for row in BAD])
def test_mistakes_are_refused_with_the_name_of_the_file(tmp_path: Path, word: str, change: dict[str, Any]) -> None:
    write(tmp_path, "a.json", GOOD | change)
    with pytest.raises(ConfigError, match=word) as caught:
        load_gold(tmp_path)
    assert "a.json" in str(caught.value)


def test_broken_json_two_files_for_one_document_and_no_gold(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such folder"):
        load_gold(tmp_path / "none")
    with pytest.raises(ConfigError, match="no gold here"):
        load_gold(tmp_path)
    write(tmp_path, "a.json", GOOD)
    write(tmp_path, "b.json", GOOD)
    with pytest.raises(ConfigError, match=r"b\.json.*second"):
        load_gold(tmp_path)
    tmp_path.joinpath("b.json").write_bytes(b'{"source": \xff')
    with pytest.raises(ConfigError, match=r"b\.json"):
        load_gold(tmp_path)
