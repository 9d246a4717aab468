"""Which files are documents, and what they are called."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corpus import CorpusFile, CorpusSettings, document_id, is_date, scan
from pipeline.records import Rejection


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/b.txt", "a/b.txt"),
        ("Réunion.txt", "Réunion.txt"),
        ("Re\u0301union.txt", "Réunion.txt"),
        ("two words.txt", "two%20words.txt"),
        ("100%.txt", "100%25.txt"),
        ("a%20b.txt", "a%2520b.txt"),
        ("q?*<>|.txt", "q%3F%2A%3C%3E%7C.txt"),
        ("\udcff.txt", "%FF.txt"),
        ("日本.txt", "日本.txt"),
    ],
)
def test_ids(path: str, expected: str) -> None:
    assert document_id(path) == expected


@given(st.text(min_size=1, max_size=300).filter(lambda t: "/" not in t and "\0" not in t))
def test_an_id_is_a_file_name_on_any_system(name: str) -> None:
    made = document_id(name)
    assert len(f"{made}.json".encode()) <= 255
    assert not set(made) & set('<>:"|?*\\ \n\t')


@given(st.text(alphabet="abé %\n'\"", max_size=6), st.text(alphabet="abé %\n'\"", max_size=6))
def test_two_names_never_share_an_id(one: str, other: str) -> None:
    assert (document_id(one) == document_id(other)) == (one == other)


def test_names_that_differ_in_the_encoding_of_accents_are_told_apart(tmp_path: Path) -> None:
    for name in ("\u00e9.txt", "e\u0301.txt"):
        (tmp_path / name).write_text("x")
    found = list(scan(tmp_path, CorpusSettings(), max_bytes=100))
    assert [type(item) for item in found] == [CorpusFile, Rejection]
    assert isinstance(found[1], Rejection)
    assert found[1].code == "same_id"


def test_dates() -> None:
    assert all(map(is_date, ("2014", "2014-12", "2014-12-05")))
    assert not any(map(is_date, ("", "14", "2014-13", "2014-02-30", "05/12/2014", "2014-12-05T10:00")))
