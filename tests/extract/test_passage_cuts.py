"""Passages: where long blocks are cut, that nothing visible is lost, that no passage is too long."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_limit import quick

from pipeline.extract.passages import LONGEST, cut, passages_of_text

SENTENCE = "Le Conseil a décidé. "


def test_blank_lines_part_passages_and_single_line_ends_do_not() -> None:
    found = passages_of_text("  Un\ndeux. \n \n\nTrois.\n", "fr")
    assert [(p.start, p.text) for p in found] == [(2, "Un\ndeux."), (15, "Trois.")]


@pytest.mark.parametrize("pause", ["\n", ". ", "; ", " "])
def test_a_long_block_is_cut_at_its_strongest_pause(pause: str) -> None:
    text = "x" * (LONGEST - 500) + pause + "y" * 700
    assert next(end for _, end in cut(text, 0, len(text))) == LONGEST - 500 + len(pause.rstrip())


def test_a_sentence_end_is_preferred_to_a_comma() -> None:
    text = "a" * 2500 + ". " + "b" * 1000 + ", " + "c" * 1000
    assert next(cut(text, 0, len(text))) == (0, 2501)


def test_a_word_that_is_too_long_is_cut_anywhere() -> None:
    assert [end - start for start, end in cut("x" * 9000, 0, 9000)] == [4000, 4000, 1000]


@given(
    st.lists(st.sampled_from([SENTENCE * 30, "mot " * 300, "z" * 1500, "\n", "\n\n", "😀 ", "« cité. » "]), max_size=12)
)
@settings(deadline=None, max_examples=60)
def test_all_that_is_visible_is_in_one_passage(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = passages_of_text(text, "en")
    assert all(text[p.start : p.end] == p.text and p.text == p.text.strip() for p in found)
    assert all(0 < len(p.text) <= LONGEST for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(p.text.split()) for p in found) == "".join(text.split())


@pytest.mark.parametrize("unit", ["\n ", "a", " ", ".", "a\n", "! ", ".»"])
def test_cutting_a_megabyte_is_quick(unit: str) -> None:
    text = "x" + unit * (1_000_000 // len(unit))
    assert quick(3, lambda: passages_of_text(text, "fr"))
