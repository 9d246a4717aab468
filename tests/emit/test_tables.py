"""Spreadsheets: safe to open, complete, written whole."""

import csv
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from pipeline.emit import TABLES, write_tables
from pipeline.emit.tables import Figure, cell
from pipeline.files import whole_text
from pipeline.records import Document, Entity, Topic

CASES = Path(__file__).parent / "cases"
DOCUMENTS = msgspec.json.decode((CASES / "documents.json").read_bytes(), type=tuple[Document, ...])
ENTITIES = msgspec.json.decode((CASES / "entities.json").read_bytes(), type=tuple[Entity, ...])
TOPICS = msgspec.json.decode((CASES / "topics.json").read_bytes(), type=tuple[Topic, ...])


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    folder = tmp_path_factory.mktemp("tables")
    write_tables(folder, iter(DOCUMENTS), ENTITIES, TOPICS)
    assert {path.name for path in folder.iterdir()} == {f"{name}.csv" for name in TABLES}
    found = {}
    for name in TABLES:
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            found[name] = list(csv.DictReader(file, strict=True))
    return found


def test_every_thing_has_its_row(tables: dict[str, list[dict[str, str]]]) -> None:
    mentions = [mention for document in DOCUMENTS for mention in document.mentions]
    assert len(tables["documents"]) == len(DOCUMENTS)
    assert len(tables["mentions"]) == len(mentions)
    assert len(tables["dates"]) + len(tables["amounts"]) == sum(row["kind"] != "entity" for row in tables["mentions"])
    assert len(tables["entities"]) == len(ENTITIES)
    assert len(tables["topics"]) == len(TOPICS)
    assert len(tables["passages"]) == sum(len(topic.passages) for topic in TOPICS)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_rows_have_the_documented_columns(table: str, tables: dict[str, list[dict[str, str]]]) -> None:
    assert all(tuple(row) == TABLES[table] and None not in row.values() for row in tables[table])


def row_of(rows: list[dict[str, str]], text: str) -> dict[str, str]:
    return next(row for row in rows if row["text"] == text)


def test_a_french_date(tables: dict[str, list[dict[str, str]]]) -> None:
    row = row_of(tables["dates"], "la rentrée 2022")
    assert (row["edtf"], row["mod"], row["bound"], row["timex_type"]) == ("2022-23", "START", "ON_OR_AFTER", "DATE")
    assert row["sentence"].startswith("— une quarantaine d’étudiants")


def test_an_english_date_with_its_anchor(tables: dict[str, list[dict[str, str]]]) -> None:
    row = row_of(tables["dates"], "next autumn")
    assert (row["anchor_kind"], row["anchor_date"]) == ("published", "2023-06-12")


def test_amounts_in_both_languages(tables: dict[str, list[dict[str, str]]]) -> None:
    french, english = (
        row_of(tables["amounts"], "plus de 6 Md€"),
        row_of(tables["amounts"], "between 50 and 60 teachers"),
    )
    assert (french["value"], french["unit"], french["mod"]) == ("6000000000", "EUR", "MORE_THAN")
    assert (english["value"], english["low"], english["high"]) == ("", "50", "60")
    assert row_of(tables["amounts"], "$3.5 million")["alternatives"] == "AUD | CAD"


def test_source_offsets_lead_to_pieces(tables: dict[str, list[dict[str, str]]]) -> None:
    row = row_of(tables["mentions"], "Claire Ferrand")
    assert (row["value"], row["entity_name"], row["page"]) == (
        "ministre des Affaires européennes",
        "Claire Ferrand",
        "1",
    )
    assert row["source"] == "156..170"


def test_passages_quote_the_document(tables: dict[str, list[dict[str, str]]]) -> None:
    assert tables["passages"][0]["text"] in {
        document.text[p.start : p.end] for document in DOCUMENTS for p in TOPICS[0].passages
    }


def test_no_text_begins_like_a_formula(tables: dict[str, list[dict[str, str]]]) -> None:
    assert row_of(tables["mentions"], "'=1+1")["label"] == "QUANTITY"
    assert row_of(tables["amounts"], "'=1+1")["value"] == "-1"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+33 1", "'+33 1"),
        ("-5 %", "'-5 %"),
        ("@here", "'@here"),
        ("\tx", "'\tx"),
        ("\rx", "' x"),
        ("＝1", "'＝1"),
        ("a\r\nb\u2028c", "a b c"),
        ("5 - 3", "5 - 3"),
        ("", ""),
        (-1, "-1"),
        (-0.12345, "-0.1235"),
        (Figure("-12.50"), "-12.50"),
        (False, "false"),
        (None, ""),
    ],
)
def test_cells(value: str | float | None, expected: str) -> None:
    assert cell(value) == expected


def test_excel_sees_utf8_and_lines_end_as_the_standard_says(tmp_path: Path) -> None:
    write_tables(tmp_path, DOCUMENTS, ENTITIES, TOPICS)
    data = (tmp_path / "documents.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,title,")
    assert data.count(b"\r\n") == len(DOCUMENTS) + 1


def test_the_same_again_touches_nothing(tmp_path: Path) -> None:
    write_tables(tmp_path, DOCUMENTS, ENTITIES, TOPICS)
    before = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    write_tables(tmp_path, DOCUMENTS, ENTITIES, TOPICS)
    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir()} == before
    write_tables(tmp_path, DOCUMENTS[:2], ENTITIES, TOPICS)
    after = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    assert after["documents.csv"] != before["documents.csv"]
    assert after["entities.csv"] == before["entities.csv"]


def broken() -> Iterator[Document]:
    yield DOCUMENTS[0]
    raise RuntimeError("killed")


def test_a_broken_run_leaves_the_old_tables(tmp_path: Path) -> None:
    write_tables(tmp_path, DOCUMENTS, ENTITIES, TOPICS)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(RuntimeError, match="killed"):
        write_tables(tmp_path, broken(), ENTITIES, TOPICS)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_part_left_by_a_killed_run_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".x.csv.part").write_text("half")
    with whole_text(tmp_path / "x.csv") as file:
        file.write("whole")
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]
    assert (tmp_path / "x.csv").read_text(encoding="utf-8-sig") == "whole"


def test_a_copy_is_marked(tmp_path: Path) -> None:
    copy, original = DOCUMENTS[0].id, DOCUMENTS[-1].id
    write_tables(tmp_path, iter(DOCUMENTS), ENTITIES, TOPICS, {copy: original})
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        marked = {row["id"]: row["duplicate_of"] for row in csv.DictReader(file)}
    assert marked == {document.id: original if document.id == copy else "" for document in DOCUMENTS}
