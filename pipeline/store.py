"""The work store: one record per stage and document, under its content key.

`Store` is all that the runner needs of one; `SqliteStore` is the embedded default, a single file that survives a kill
at any moment. A record is opaque bytes here (MessagePack of the types in `records`, compressed).
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

import msgspec

from pipeline.errors import UserError

T = TypeVar("T")
_LAYOUT = 1
_NO_STORE = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})

_SCHEMA = """
CREATE TABLE IF NOT EXISTS records (
    stage TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, rejected INTEGER NOT NULL,
    words INTEGER NOT NULL, languages TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (stage, id));
CREATE INDEX IF NOT EXISTS record_states ON records (stage, id, key, digest, rejected, words, languages);
CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY, size INTEGER NOT NULL, stamp TEXT NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class State(NamedTuple):
    """What is known of a record without reading it; `digest` is of its value, `rejected` that it is a Rejection."""

    key: str
    digest: str
    rejected: int
    words: int
    languages: str


class Row(NamedTuple):
    """A record to be put."""

    stage: str
    id: str
    key: str
    value: bytes
    words: int = 0
    languages: str = ""
    rejected: bool = False


class Store(Protocol):
    """What the runner asks of a work store. Every `put` and `delete` is atomic: all its rows or none."""

    def states(self, stage: str) -> dict[str, State]:
        """All records of a stage: id → state."""

    def get(self, stage: str, id: str) -> bytes:  # noqa: A002
        """The value of a record; KeyError when there is none."""

    def values(self, stage: str) -> Iterator[tuple[str, bytes]]:
        """All records of a stage but the rejections, by id, streamed."""

    def rejections(self) -> list[bytes]:
        """The rejections of all stages."""

    def put(self, rows: Iterable[Row], *, notes: Mapping[str, str] | None = None) -> None:
        """Write records, replacing those of the same stage and id, and notes with them."""

    def delete(self, stage: str, ids: Iterable[str]) -> None:
        """Forget records."""

    def note(self, name: str) -> str | None:
        """A small text kept under a name."""

    def files(self) -> dict[str, tuple[int, str, str]]:
        """Known files: document id → (size, stamp, sha256)."""

    def put_files(self, rows: Iterable[tuple[str, int, str, str]]) -> None:
        """Remember files, forgetting all others."""


def pack(record: object) -> bytes:
    """A record, or a tuple of records, as stored bytes."""
    return zlib.compress(msgspec.msgpack.encode(record), 1)


def unpack(value: bytes, kind: type[T]) -> T:
    """The record of stored bytes.

    >>> from pipeline.records import TopicWeight
    >>> unpack(pack(TopicWeight(id="topic-énergie", weight=0.5)), TopicWeight).id
    'topic-énergie'
    """
    return msgspec.msgpack.decode(zlib.decompress(value), type=kind)


def digest(value: bytes) -> str:
    """The SHA-256 of bytes, as hexadecimal digits."""
    return hashlib.sha256(value).hexdigest()


class SqliteStore:
    """The work store in one SQLite file.

    Raises:
        UserError: the file is no store, or one of another version.
        sqlite3.OperationalError: it can't be opened or written to, as on a full disk.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None)
        try:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            (layout,) = self._db.execute("PRAGMA user_version").fetchone()
            if layout not in (0, _LAYOUT):
                raise UserError(f"{path}: made by another version of Dépêche; delete it and run again")
            self._db.executescript(_SCHEMA + f"PRAGMA user_version = {_LAYOUT};")
        except sqlite3.DatabaseError as error:
            self._db.close()
            if error.sqlite_errorcode & 0xFF not in _NO_STORE:  # the disk, not the file: deleting it mends nothing
                raise
            raise UserError(f"{path}: not a usable work store ({error}); delete it and run again") from None

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def states(self, stage: str) -> dict[str, State]:
        """All records of a stage: id → state."""
        rows = self._db.execute(
            "SELECT id, key, digest, rejected, words, languages FROM records WHERE stage = ?", (stage,)
        )
        return {id_: State(*rest) for id_, *rest in rows}

    def get(self, stage: str, id: str) -> bytes:  # noqa: A002
        """The value of a record; KeyError when there is none."""
        row = self._db.execute("SELECT value FROM records WHERE stage = ? AND id = ?", (stage, id)).fetchone()
        if row is None:
            raise KeyError((stage, id))
        value: bytes = row[0]
        return value

    def values(self, stage: str) -> Iterator[tuple[str, bytes]]:
        """All records of a stage but the rejections, by id, streamed."""
        query = "SELECT id, value FROM records WHERE stage = ? AND NOT rejected ORDER BY id"
        yield from self._db.execute(query, (stage,))

    def rejections(self) -> list[bytes]:
        """The rejections of all stages."""
        return [value for (value,) in self._db.execute("SELECT value FROM records WHERE rejected ORDER BY stage, id")]

    def put(self, rows: Iterable[Row], *, notes: Mapping[str, str] | None = None) -> None:
        """Write records, replacing those of the same stage and id, and notes with them."""
        with _Transaction(self._db):
            self._db.executemany(
                "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                ((r.stage, r.id, r.key, digest(r.value), r.rejected, r.words, r.languages, r.value) for r in rows),
            )
            self._db.executemany("INSERT OR REPLACE INTO notes VALUES (?, ?)", (notes or {}).items())

    def delete(self, stage: str, ids: Iterable[str]) -> None:
        """Forget records."""
        with _Transaction(self._db):
            self._db.executemany("DELETE FROM records WHERE stage = ? AND id = ?", ((stage, id_) for id_ in ids))

    def note(self, name: str) -> str | None:
        """A small text kept under a name."""
        row = self._db.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def files(self) -> dict[str, tuple[int, str, str]]:
        """Known files: document id → (size, stamp, sha256)."""
        return {id_: (size, stamp, sha) for id_, size, stamp, sha in self._db.execute("SELECT * FROM files")}

    def put_files(self, rows: Iterable[tuple[str, int, str, str]]) -> None:
        """Remember files, forgetting all others."""
        with _Transaction(self._db):
            self._db.execute("DELETE FROM files")
            self._db.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", rows)


class _Transaction:
    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *_: object) -> None:
        self._db.execute("ROLLBACK" if kind else "COMMIT")
