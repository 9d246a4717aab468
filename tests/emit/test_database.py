"""The SQLite database."""

import random
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from pipeline.emit import dump, write_database
from pipeline.records import Document, DuplicateGroup, Entity, Rejection, Topic, Unsure

CASES = Path(__file__).parent / "cases"
DOCUMENTS = msgspec.json.decode((CASES / "documents.json").read_bytes(), type=tuple[Document, ...])
ENTITIES = msgspec.json.decode((CASES / "entities.json").read_bytes(), type=tuple[Entity, ...])
TOPICS = msgspec.json.decode((CASES / "topics.json").read_bytes(), type=tuple[Topic, ...])
DUPLICATES = msgspec.json.decode((CASES / "duplicates.json").read_bytes(), type=tuple[DuplicateGroup, ...])
UNSURE = msgspec.json.decode((CASES / "unsure.json").read_bytes(), type=tuple[Unsure, ...])
REJECTIONS = msgspec.json.decode((CASES / "rejections.json").read_bytes(), type=tuple[Rejection, ...])


def write(path: Path, documents: Iterable[Document] = DOCUMENTS) -> Path:
    write_database(path, documents, ENTITIES, TOPICS, DUPLICATES, UNSURE, REJECTIONS)
    return path


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = write(tmp_path_factory.mktemp("database") / "depeche.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def ask(database: sqlite3.Connection, question: str, *values: str) -> list[tuple[object, ...]]:
    return database.execute(question, values).fetchall()


def test_references_hold(database: sqlite3.Connection) -> None:
    assert ask(database, "PRAGMA foreign_key_check") == []
    assert ask(database, "PRAGMA integrity_check") == [("ok",)]


def test_counts(database: sqlite3.Connection) -> None:
    mentions = [mention for document in DOCUMENTS for mention in document.mentions]
    expected = {
        "documents": len(DOCUMENTS),
        "blocks": sum(len(document.blocks) for document in DOCUMENTS),
        "dropped": sum(len(document.dropped) for document in DOCUMENTS),
        "mentions": len(mentions),
        "mention_sources": sum(len(mention.source) for mention in mentions),
        "summaries": sum(len(document.summary) for document in DOCUMENTS),
        "entities": len(ENTITIES),
        "topics": len(TOPICS),
        "topic_passages": sum(len(topic.passages) for topic in TOPICS),
        "duplicates": 1,
        "unsure": 1,
        "rejections": 1,
    }
    assert {table: ask(database, f"SELECT count(*) FROM {table}")[0][0] for table in expected} == expected


@pytest.mark.parametrize("word", ["echanges", "ÉCHANGES", "échanges"])
def test_search_needs_no_accents(database: sqlite3.Connection, word: str) -> None:
    found = ask(
        database,
        "SELECT b.document FROM blocks_fts JOIN blocks b ON b.id = blocks_fts.rowid WHERE blocks_fts MATCH ?",
        word,
    )
    assert found == [("presse/visite%20à%20Lisbonne.txt",)]


def test_search_finds_only_what_is_there(database: sqlite3.Connection) -> None:
    assert ask(database, "SELECT rowid FROM blocks_fts WHERE blocks_fts MATCH 'absent'") == []


def test_values_have_columns(database: sqlite3.Connection) -> None:
    question = "SELECT edtf, mod, bound, earliest, value, number, unit FROM mentions WHERE text = ?"
    assert ask(database, question, "la rentrée 2022") == [
        ("2022-23", "START", "ON_OR_AFTER", "2022-09-01", None, None, None)
    ]
    assert ask(database, question, "364 731,50 €") == [(None, None, None, None, "364731.50", 364731.5, "EUR")]


def test_repeated_documents_count_once_in_views(database: sqlite3.Connection) -> None:
    assert ask(database, "SELECT * FROM amounts_by_currency ORDER BY currency") == [
        ("EUR", 2, 1, 364731.5, 6e9),
        ("USD", 1, 1, 3.5e6, 3.5e6),
    ]
    years = ask(database, "SELECT year, mentions FROM dates_by_year")
    assert ("2023", 3) in years  # 2023, 12 June 2023, next autumn; not those of the copy
    assert ("1648", 1) in years


def test_block_texts_are_those_of_the_document(database: sqlite3.Connection) -> None:
    texts = {document.id: document.text for document in DOCUMENTS}
    for name, start, end, text in ask(database, "SELECT document, start_char, end_char, text FROM blocks"):
        assert texts[str(name)][int(str(start)) : int(str(end))] == text


def test_the_same_whatever_the_order_of_documents(tmp_path: Path) -> None:
    shuffled = list(DOCUMENTS)
    random.Random(5).shuffle(shuffled)
    assert shuffled != list(DOCUMENTS)
    assert dump(write(tmp_path / "a.sqlite")) == dump(write(tmp_path / "b.sqlite", shuffled))


def test_the_dump_sees_a_difference(tmp_path: Path) -> None:
    other = replace(DOCUMENTS[0], metadata=replace(DOCUMENTS[0].metadata, title="Another"))
    changed = dump(write(tmp_path / "b.sqlite", (other, *DOCUMENTS[1:])))
    assert len(set(changed) ^ set(dump(write(tmp_path / "a.sqlite")))) == 2


def test_the_same_bytes_leave_the_file_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "depeche.sqlite")
    before = path.stat().st_ino
    assert write(path).stat().st_ino == before
    assert write(path, [replace(DOCUMENTS[0], language="unknown"), *DOCUMENTS[1:]]).stat().st_ino != before


def broken() -> Iterator[Document]:
    yield DOCUMENTS[0]
    raise RuntimeError("killed")


def test_a_broken_run_leaves_the_old_database(tmp_path: Path) -> None:
    path = write(tmp_path / "depeche.sqlite")
    before = path.read_bytes()
    with pytest.raises(RuntimeError, match="killed"):
        write(path, broken())
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("depeche.sqlite", before)]


def test_an_entity_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        write_database(tmp_path / "depeche.sqlite", DOCUMENTS, (), TOPICS, DUPLICATES, UNSURE, REJECTIONS)
