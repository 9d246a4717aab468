"""The JSON files and their schemas."""

import json
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from pipeline.emit import encode, json_schema, schemas
from pipeline.emit.schema import FORMATS
from pipeline.records import Document, Record, TopicWeight

CASES = Path(__file__).parent / "cases"
SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def documents() -> tuple[Document, ...]:
    return msgspec.json.decode((CASES / "documents.json").read_bytes(), type=tuple[Document, ...])


@pytest.mark.parametrize("name", sorted(schemas()))
def test_committed_schemas_are_those_of_the_records(name: str) -> None:
    assert (SCHEMAS / name).read_bytes() == schemas()[name]


def test_no_schema_without_a_format() -> None:
    assert {path.name for path in SCHEMAS.glob("*.json")} == set(schemas())


def test_schemas_name_themselves() -> None:
    schema = json.loads(json_schema())
    assert schema["$id"] == "urn:depeche:schema:document:1"
    assert schema["version"] == "1"
    assert schema["title"]


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.language)
def test_a_document_survives_the_round_trip(document: Document) -> None:
    data = encode(document)
    again = msgspec.json.decode(data, type=Document, strict=True)
    assert again == document
    assert encode(again) == data


def test_what_is_written_has_every_field_of_the_schema_and_no_other() -> None:
    definitions = json.loads(json_schema())["$defs"]
    for document in documents():
        plain = json.loads(encode(document))
        assert list(plain) == list(definitions["Document"]["properties"])
        for mention in plain["mentions"]:
            definition = definitions[mention["kind"].capitalize() + "Mention"]
            assert list(mention) == list(definition["properties"])
            assert mention["kind"] in definition["properties"]["kind"]["enum"]


def test_json_is_readable_utf8_with_a_newline_at_the_end() -> None:
    data = encode(documents()[1])
    assert data.endswith(b"}\n")
    assert "𝔸 l’invitation" in data.decode()
    assert max(map(len, data.decode().split("\n"))) < 1000


class Figures(Record, frozen=True, kw_only=True):
    part: float
    by_name: dict[str, float]


def test_floats_have_four_decimals_and_keys_of_data_are_sorted() -> None:
    data = encode(Figures(part=-0.00001, by_name={"b": 2 / 3, "a": 0.1 + 0.2}))
    assert json.loads(data) == {"part": 0.0, "by_name": {"a": 0.3, "b": 0.6667}}
    assert b"-0" not in data
    assert data.index(b'"a"') < data.index(b'"b"')


def test_null_stays_null() -> None:
    document = replace(documents()[0], topics=(TopicWeight(id="T", weight=1.0),))
    assert json.loads(encode(document))["metadata"]["author"] is None


@pytest.mark.parametrize("published", FORMATS[1:6], ids=lambda published: str(published.name))
def test_lists_decode_as_their_format(published: tuple[str, int, type, str]) -> None:
    data = (CASES / f"{published[0]}.json").read_bytes()
    assert encode(msgspec.json.decode(data, type=published[2])) == data
