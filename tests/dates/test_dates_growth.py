"""Hostile input: the time that dates take grows with the length of the text, whatever it is made of."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_limit import grows_like_length, within

from pipeline.dates import find_dates, load_date_lexicons
from pipeline.records import AnchorDate, Language, Passage

LEXICONS = load_date_lexicons(Path(__file__).parents[2] / "models")
ANCHOR = AnchorDate(kind="given", date="2015-06-10")

_PIECES = (
    "1",
    "12",
    "2014",
    "31",
    " ",
    ", ",
    "-",
    "/",
    ".",
    ":",
    "mai",
    "May",
    "lundi",
    "h",
    " et ",
    " to ",
    " de ",
    "le ",
    "(",
    "e",
)
HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda size: "1" * size,
    "short numbers": lambda size: "12 " * (size // 3),
    "days in a list": lambda size: "5, " * (size // 3),
    "days and commas glued": lambda size: "5," * (size // 2),
    "months": lambda size: "mai " * (size // 4),
    "weekdays": lambda size: "lundi, " * (size // 7),
    "separators": lambda size: "-/" * (size // 2),
    "years in a range": lambda size: "2014-" * (size // 5),
    "spelled numbers": lambda size: "cent mille " * (size // 11),
    "dots": lambda size: "." * size,
    "dots and spaces": lambda size: ". " * (size // 2),
    "letters": lambda size: "a" * size,
    "spaces": lambda size: "le " + " " * size,
    "broken expressions": lambda size: "il y a " * (size // 7),
    "dates": lambda size: "le 3 mai 2014, " * (size // 15),
    "verbs and days": lambda size: "a le 3 mai, will on 4 May, " * (size // 27),
    "brackets": lambda size: "(le 3 mai " * (size // 10),
    "days alone": lambda size: "le 9, on the 9th, " * (size // 18),
    "days without year": lambda size: "le 3 mai. " * (size // 10),
    "hours": lambda size: "9h-17h, 9:00-17:00 at 5 pm " * (size // 27),
    "parts of the day": lambda size: "le soir du matin of the night " * (size // 30),
    "sets": lambda size: "every other Monday tous les deux lundis " * (size // 40),
    "lengths": lambda size: "2 years and 3 months et demi " * (size // 29),
    "days before days": lambda size: "la veille du 3 mai the day before " * (size // 34),
    "weeks": lambda size: "semaine 23 de la week 23 of " * (size // 28),
    "pairs of days": lambda size: "le 5 et 5 and " * (size // 14),
    "fractions": lambda size: "1/" * (size // 2),
    "Roman numbers": lambda size: "XIV " * (size // 4),
    "money": lambda size: "$5 million " * (size // 11),
    "weekends": lambda size: "le week-end du weekend of " * (size // 26),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_time_grows_with_the_length(name: str, language: Language) -> None:
    """Eight times the text takes about eight times as long; a quadratic rule would take sixty-four times."""
    assert grows_like_length(lambda size: _find(HOSTILE[name](size), language), 4_000, times=8)


@given(st.sampled_from(("fr", "en")), st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6))
@settings(max_examples=10, deadline=None)
def test_time_grows_with_the_length_of_any_mixture(language: Language, pieces: list[str]) -> None:
    """Digits, months and separators in any order, over and over."""
    unit = "".join(pieces)
    assert grows_like_length(lambda size: _find(unit * (size // len(unit)), language), 3_000, times=8)


@pytest.mark.parametrize("unit", ["7", "-", "/ ", ", ", "May "])
def test_a_million_characters_take_seconds(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    with within(90):  # a quadratic rule would take hours
        _find(text, "fr")


def _find(text: str, language: Language) -> None:
    find_dates([Passage(start=0, end=len(text), language=language, text=text)], LEXICONS, anchor=ANCHOR)
