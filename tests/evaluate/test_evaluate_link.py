"""Linking measures on clusterings whose values are known."""

import pytest

from pipeline.evaluate.link import Pair, across, b_cubed, ceaf_e, linking

# The gold has {1 2 3 4 5} {6 7} {8 9 a b c}; the system joined the last two with the first or the second.
GOLD = "AAAAABBCCCCC"


def pairs(found: str, languages: str = "f" * 12) -> list[Pair]:
    return [Pair({"f": "fr", "e": "en"}[lang], g, f) for lang, g, f in zip(languages, GOLD, found, strict=True)]


def test_perfect_is_one() -> None:
    assert b_cubed(pairs("xxxxxyyzzzzz")) == ceaf_e(pairs("xxxxxyyzzzzz")) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(("found", "precision"), [("xxxxxyyyyyyy", 0.7619), ("xxxxxyyxxxxx", 0.5833)])
def test_joining_two_costs_precision_only(found: str, precision: float) -> None:
    assert b_cubed(pairs(found))[:2] == (precision, 1.0)
    assert ceaf_e(pairs(found))[0] > ceaf_e(pairs(found))[1]


def test_splitting_costs_recall_only() -> None:
    precision, recall, _ = b_cubed(pairs("xxxxxyyabcde"))
    assert (precision, recall) == (1.0, round((5 + 2 + 5 / 5) / 12, 4))


def test_pairs_across_the_languages() -> None:
    languages = "ffeeefeffeee"
    assert across(pairs("xxxxxyyzzzzz", languages)) == (1.0, 1.0, 1.0)
    # A is split by language: none of its six pairs is found, B's one and C's six are.
    assert across(pairs("xxvvvyyzzzzz", languages)) == (1.0, round(7 / 13, 4), 0.7)
    assert across(pairs("xxxxxyyzzzzz")) is None


def test_nothing_to_link() -> None:
    assert linking([]) is None
