"""What the rules found in a passage, before it is resolved against anchor and neighbours."""

import re
from typing import Any, Literal, NamedTuple

from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item
from pipeline.records import Bound, DateMod

Base = Literal["anchor", "mention"]
TimexType = Literal["DATE", "DURATION", "SET", "TIME"]
# What the lexicon writes as the text of a modifier or of a bound, as the records have it.
MODS: dict[str, DateMod] = {"START": "START", "MID": "MID", "END": "END", "APPROX": "APPROX"}
_BOUNDS: dict[str, Bound] = {
    "BEFORE": "BEFORE",
    "AFTER": "AFTER",
    "ON_OR_BEFORE": "ON_OR_BEFORE",
    "ON_OR_AFTER": "ON_OR_AFTER",
}


class Found(NamedTuple):
    """An expression with its span in the passage.

    Dates of the calendar have `item` (and `last`, for intervals); those told from another date have `base`, `steps` and
    `unit`; durations, sets and times only their TIMEX3 value. `past`: after a word such as `since`, which always looks
    back; `deadline`: after one such as `until`; `attributive`: after `of` (`the treaty of 5 July 1963`), which says
    little about when things happened.
    """

    start: int
    end: int
    confidence: float
    item: Item | None = None
    last: Item | None = None
    bound: Bound | None = None
    past: bool = False
    deadline: bool = False
    attributive: bool = False
    mod: DateMod | None = None
    type: TimexType = "DATE"
    timex: str = ""
    base: Base | None = None
    steps: int = 0
    unit: str = ""
    until: int | None = None  # the steps to the last day of `yesterday and today`
    part: str = ""  # TIMEX3 letters of a part of the day
    habit: bool = False  # `le samedi`: every one, unless the story says which
    ahead: bool = False  # said of what is to come: `for Saturday`, `Monday at 3 pm`
    offset: int = 0  # days from the date that is said: `two days before Christmas`
    beside: int = 0  # a clock time: how many finds before (-1) or after (1) it its day is said


def replace(found: Found, **changes: Any) -> Found:
    """The find with other values."""
    return found._replace(**changes)


def of_match(match: re.Match[str], tokens: Tokens, confidence: float, **more: Any) -> Found:
    """A find over all that a rule matched, or over its group SPAN."""
    first, last = match.span("SPAN") if match.re.groupindex.get("SPAN") else match.span()
    return Found(tokens.starts[first], tokens.ends[last - 1], confidence, **more)


def bound_of(index: int, tokens: Tokens) -> Bound | None:
    """What a token such as `depuis` or `until` says, None for any other."""
    return _BOUNDS[tokens.entries[index].text] if tokens.kind(index) == "b" else None
