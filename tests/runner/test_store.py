"""The work store: what is put is there, all or nothing, and a broken file is named."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UserError
from pipeline.records import TopicWeight
from pipeline.runner.folders import writing_to
from pipeline.store import Row, SqliteStore, pack, unpack


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "work.sqlite")


def test_records_come_back_by_id_without_the_rejections(store: SqliteStore) -> None:
    store.put([Row("ingest", "b", "k1", b"B", 3, "fr"), Row("ingest", "a", "k2", b"A"), Row("link", "a", "k3", b"L")])
    store.put([Row("ingest", "c", "k4", b"R", rejected=True)])
    assert list(store.values("ingest")) == [("a", b"A"), ("b", b"B")]
    assert store.rejections() == [b"R"]
    states = store.states("ingest")
    assert (states["b"].key, states["b"].words, states["b"].languages) == ("k1", 3, "fr")
    assert states["c"].rejected
    store.put([Row("ingest", "c", "k5", b"C")])
    assert store.rejections() == []
    store.delete("ingest", ["a", "nothing"])
    assert list(store.states("ingest")) == ["b", "c"]
    with pytest.raises(KeyError):
        store.get("ingest", "a")


def test_a_put_that_fails_writes_nothing(store: SqliteStore) -> None:
    def rows() -> "list[Row]":
        return [Row("ingest", "a", "k", b"A"), Row("ingest", "b", None, b"B")]  # type: ignore[arg-type]

    with pytest.raises(Exception, match="NOT NULL"):
        store.put(rows(), notes={"x": "y"})
    assert store.states("ingest") == {}
    assert store.note("x") is None


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "work.sqlite").write_text("something else, and long enough to be read as a page of a database " * 20)
    with pytest.raises(UserError, match=r"work\.sqlite: .*delete it"):
        SqliteStore(tmp_path / "work.sqlite")


def test_on_a_full_disk_nobody_is_told_to_delete_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def full(path: Path, **_: object) -> sqlite3.Connection:
        database: sqlite3.Connection = connect(path, isolation_level=None)
        database.execute("PRAGMA max_page_count = 1")
        return database

    monkeypatch.setattr(sqlite3, "connect", full)
    with pytest.raises(UserError, match="disk is full; make room"), writing_to(tmp_path):
        SqliteStore(tmp_path / "work.sqlite")


@given(st.text().filter(lambda text: text.isprintable()), st.floats(0, 1))
def test_packing_goes_there_and_back(id_: str, weight: float) -> None:
    record = TopicWeight(id=id_, weight=weight)
    assert unpack(pack(record), TopicWeight) == record
    assert pack(record) == pack(record)
