"""Where outputs may lie, and what is said where they can't be written."""

import errno
import sqlite3
from pathlib import Path

import pytest

from pipeline.config import Paths
from pipeline.errors import UserError
from pipeline.runner.folders import inside_corpus, writing_to


@pytest.mark.parametrize(
    ("outputs", "expected"), [("outputs", None), ("corpus/made/here", "made/here"), ("corpus-2", None)]
)
def test_outputs_in_the_corpus_are_no_documents(tmp_path: Path, outputs: str, expected: str | None) -> None:
    assert inside_corpus(Paths(corpus=tmp_path / "corpus", outputs=tmp_path / outputs)) == expected


def test_outputs_are_not_the_corpus(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="name other OUTPUTS="):
        inside_corpus(Paths(corpus=tmp_path, outputs=tmp_path / "x" / ".."))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.ENOTDIR])
def test_a_disk_that_can_not_be_written_is_one_line(number: int) -> None:
    with pytest.raises(UserError, match=r"outputs: can't be written: .*; make room"), writing_to(Path("outputs")):
        raise OSError(number, "the reason")


def test_a_full_disk_under_the_database_is_one_line() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("pragma max_page_count = 1")
    with pytest.raises(UserError, match="disk is full"), writing_to(Path("outputs")):
        database.executescript("create table t(a); create table u(a);")


def test_other_errors_are_bugs() -> None:
    with pytest.raises(FileNotFoundError), writing_to(Path("outputs")):
        raise FileNotFoundError(errno.ENOENT, "gone")
    with pytest.raises(sqlite3.OperationalError), writing_to(Path("outputs")):
        sqlite3.connect(":memory:").execute("select * from nothing")
