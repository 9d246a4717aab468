"""Every field of the records that a user would ask for is in the database and in the spreadsheets.

Each leaf of filled-in records has a value of its own; it must be somewhere among the cells. A new field of a record
fails here until it has a column, or a line below that says why it has none.
"""

import csv
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from pipeline.emit import write_database, write_tables
from pipeline.records import (
    Citation,
    Document,
    Entity,
    Evidence,
    FormerName,
    HeldRole,
    Keyword,
    Names,
    Reference,
    RelatedEntity,
    SourceSlice,
    SummarySentence,
    Theme,
    Topic,
    TrendPoint,
    TypicalEntity,
    TypicalUnit,
)

CASES = Path(__file__).parent / "cases"
NOWHERE = {
    "documents.schema": "the form of the JSON",
    "documents.relations": "reserved",
    "documents.text": "in blocks, piece by piece",
    "documents.provenance": "the same of all documents: in each JSON",
    "documents.mentions.value.mod": "the two ends of a range are one cell",
    "documents.blocks.source": "offsets of the source are kept of mentions; of blocks the first page",
    "documents.summary.source": "likewise",
    "documents.references.source": "likewise",
}
NOT_IN_TABLES = {
    "documents.blocks": "blocks have no table of their own",
    "documents.dropped": "how many",
    "documents.metadata.evidence": "in the report and the database",
    "documents.summary": "their texts are",
    "documents.keywords": "their terms are",
    "documents.references": "in the database",
    "documents.topics": "their ids are",
    "documents.mentions.value": "in columns by the kind of value: see test_tables",
    "documents.mentions.source": "in one cell",
    "entities.roles": "their words are",
    "topics.trend": "in one cell",
    "topics.mentioned": "in one cell",
    "topics.entities": "their ids are",
    "topics.units": "their codes are",
}


def load(name: str, kind: Any) -> Any:
    return msgspec.json.decode((CASES / f"{name}.json").read_bytes(), type=tuple[kind, ...])


@pytest.fixture(scope="module")
def records() -> dict[str, Any]:
    """The records of the cases, with values in the fields that they leave empty."""
    documents: list[Document] = list(load("documents", Document))
    entities: list[Entity] = list(load("entities", Entity))
    topic: Topic = load("topics", Topic)[0]
    first = documents[0]
    documents[0] = replace(
        first,
        languages={"fr": 0.8123, "en": 0.1877},
        metadata=replace(
            first.metadata,
            **{name: f"the {name}" for name in ("title", "publisher", "author", "place", "reference", "type", "url")},
            published="2019-07-13",
            evidence={"author": Evidence(found="byline of the test", confidence=0.4321)},
        ),
        references=(
            Reference(
                start=1011,
                end=1012,
                text="Harbour Master",
                entity=entities[0].id,
                source=(SourceSlice(start=3, end=4, page=79),),
            ),
        ),
        keywords=(Keyword(term="cabotage", count=1017, documents=1018),),
        summary=(
            SummarySentence(start=1001, end=1002, text="A sentence.", source=(SourceSlice(start=1, end=2, page=77),)),
        ),
    )
    entities[0] = replace(entities[0], country="NZ", lat=-41.2889, lon=174.7772, wikidata="Q23661")
    entities[0] = replace(
        entities[0],
        former=(FormerName(name="Old Name", since="1801", until="1802-03"),),
        roles=(HeldRole(role="harbour master", first="1803", last="1804", documents=1021),),
        related=(RelatedEntity(kind="seat_of", entity=entities[1].id),),
    )
    topics = [
        replace(
            topic,
            label=Names(fr="étiquette", en="label"),
            summary=(Citation(document=first.id, start=1003, end=1004, text="Quoted.", page=78),),
            theme=Theme(id="tides", label=Names(fr="Marées", en="Tides")),
            trend=(TrendPoint(period="1887", weight=0.1887),),
            mentioned=(TrendPoint(period="1888", weight=0.1888),),
            change=0.2345,
            stability=0.3456,
            coherence=0.4567,
            entities=(TypicalEntity(entity=entities[0].id, count=1019, log_odds=5.6781),),
            units=(TypicalUnit(unit="cables", count=1020, log_odds=6.7891),),
        )
    ]
    kept = [replace(one, topics=tuple(t for t in one.topics if t.id == topic.id)) for one in documents]
    return {"documents": kept, "entities": entities, "topics": topics}


def leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """The values of plain data with the names of the fields on the way to each; keys of tables are values too."""
    if isinstance(value, dict):
        table = path.endswith((".evidence", ".languages"))
        for key, inner in value.items():
            yield from ([(path, key), *leaves(inner, f"{path}.of")] if table else leaves(inner, f"{path}.{key}"))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from leaves(inner, path)
    elif value is not None:
        yield path, value


def missing(records: dict[str, Any], cells: set[str], but: dict[str, str]) -> list[tuple[str, Any]]:
    return [
        (path, value)
        for name, rows in records.items()
        for path, value in leaves(msgspec.to_builtins(rows), name)
        if as_cell(value) not in cells and not any(path == one or path.startswith(f"{one}.") for one in but)
    ]


def as_cell(value: Any) -> str:
    """How a value is compared: figures by their number, everything else as text."""
    return f"{float(value):.4f}" if isinstance(value, int | float) else " ".join(value.split())


def test_the_database_has_every_field(records: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "depeche.sqlite"
    write_database(path, records["documents"], records["entities"], records["topics"], (), (), ())
    cells: set[str] = set()
    with closing(sqlite3.connect(path)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'")
        for (name,) in names.fetchall():
            for cell in (cell for row in database.execute(f"SELECT * FROM {name}") for cell in row if cell is not None):
                cells |= {as_cell(part) for part in (cell.split(" | ") if isinstance(cell, str) else [cell])}
    assert missing(records, cells, NOWHERE) == []
    assert {"77.0000", "78.0000"} <= cells  # the pages of a summary's sentence and of a citation


def test_the_tables_have_every_field(records: dict[str, Any], tmp_path: Path) -> None:
    write_tables(tmp_path, records["documents"], records["entities"], records["topics"])
    cells: set[str] = set()
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for text in (text for row in csv.reader(file) for text in row):
                cells |= {form for part in (text, *text.split(" | ")) for form in forms(part)}
    assert missing(records, cells, NOWHERE | NOT_IN_TABLES) == []
    assert {"cabotage", "A sentence.", "1888: 0.1888", "cables", "78.0000"} <= cells


def forms(text: str) -> Iterator[str]:
    """What a cell may stand for: its text, its number, a yes or no, a pair such as `fr: 0.81`."""
    yield " ".join(text.removeprefix("'").split())
    for part in re.split(": |/(?=[0-9])", text):
        yield part
        try:
            yield as_cell(float({"true": "1", "false": "0"}.get(part, part)))
        except ValueError:
            continue


def test_every_exception_is_still_needed(records: dict[str, Any]) -> None:
    paths = {path for name, rows in records.items() for path, _ in leaves(msgspec.to_builtins(rows), name)}
    empty = {"documents.relations"}
    for one in {**NOWHERE, **NOT_IN_TABLES}.keys() - empty:
        assert any(path == one or path.startswith(f"{one}.") for path in paths), one
