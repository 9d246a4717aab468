"""The SQLite database: everything in `outputs/`, to be asked in SQL or browsed.

`database.sql` is its schema. It is built beside the old one and takes its place when it is complete.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from pipeline.emit.rows import CorpusRows, document_rows
from pipeline.emit.topic_rows import Rows
from pipeline.files import part_of, settle
from pipeline.records import Document, DuplicateGroup, Entity, Rejection, Topic, Unsure


def write_database(
    path: Path,
    documents: Iterable[Document],
    entities: Sequence[Entity],
    topics: Sequence[Topic],
    duplicates: Sequence[DuplicateGroup],
    unsure: Sequence[Unsure],
    rejections: Sequence[Rejection],
) -> None:
    """Build the database at `path`; documents pass by one at a time, in one transaction.

    Raises:
        sqlite3.IntegrityError: a record refers to a document, entity or topic that isn't there.
    """
    corpus = CorpusRows(entities, topics, duplicates, unsure, rejections)
    part = part_of(path)
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as database:
            _prepare(database)
            database.execute("BEGIN")
            _insert(database, corpus.before())
            for document in documents:
                _insert(database, document_rows(document, corpus))
            _insert(database, corpus.after())
            database.execute("COMMIT")
            database.executescript(_script("database_indexes.sql"))
        settle(part, path)
    finally:
        part.unlink(missing_ok=True)


def _prepare(database: sqlite3.Connection) -> None:
    """The file is thrown away when anything goes wrong, so it needs no journal of its own."""
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
    database.executescript("PRAGMA cache_size = -32000; PRAGMA temp_store = FILE;")
    database.executescript(_script("database.sql"))


def _insert(database: sqlite3.Connection, tables: Iterable[Rows]) -> None:
    for table, rows in tables:
        if rows:
            places = ", ".join("?" * len(rows[0]))
            database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def _script(name: str) -> str:
    return files("pipeline.emit").joinpath(name).read_text(encoding="utf-8")
