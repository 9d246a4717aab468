"""Hostile input: the time that dates take grows with the length of the text, whatever it is made of."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.dates import find_dates, load_date_lexicons
from pipeline.records import AnchorDate, Language, Passage

LEXICONS = load_date_lexicons(Path(__file__).parents[2] / "models")
ANCHOR = AnchorDate(kind="given", date="2015-06-10")

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
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_time_grows_with_the_length(name: str, language: Language) -> None:
    """Eight times the text takes about eight times as long; a quadratic rule would take sixty-four times."""
    small, large = HOSTILE[name](6_000), HOSTILE[name](48_000)
    assert _seconds(large, language) / _seconds(small, language) < 30


def _seconds(text: str, language: Language) -> float:
    """The best of two runs."""
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        find_dates([Passage(start=0, end=len(text), language=language, text=text)], LEXICONS, anchor=ANCHOR)
        best = min(best, time.perf_counter() - start)
    return max(best, 1e-3)  # below a millisecond it is the machine that is measured
