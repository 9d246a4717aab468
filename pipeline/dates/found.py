"""What the rules found in a passage, before it is resolved against anchor and neighbours."""

from dataclasses import dataclass
from typing import Literal

from pipeline.dates.item import Item
from pipeline.records import Bound, DateMod

Base = Literal["anchor", "mention"]
TimexType = Literal["DATE", "DURATION", "SET", "TIME"]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with its span in the passage.

    Absolute dates have `item` (and `last`, for intervals); relative ones have `base`, `steps` and `unit`; durations,
    sets and times only their TIMEX3 value. `past`: after a word such as `since`, which always looks back; `deadline`:
    after one such as `until`; `attributive`: after `of` (`the treaty of 5 July 1963`), which says little about when
    things happened.
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
