"""When a document of unknown date was written, by what it tells: the day at its head or foot, or the year told most.

Days without a year are told from there; `yesterday` and `Monday` are not, since a guess may be days or months off.
"""

from collections import Counter
from collections.abc import Sequence

from pipeline.dates.item import Item
from pipeline.dates.sentences import Placed
from pipeline.dates.years import edtf_of
from pipeline.records import AnchorDate

_FIRST, _LAST = 3, 2  # finds at the beginning and at the end of a text among which its own day may stand
_ROUND = 5  # targets are set for years such as 2030: they tell nothing of when a text was written


def assumed_anchor(placed: Sequence[Placed]) -> AnchorDate | None:
    """The day that a document states first or last, if most of what it tells is not later; else the year it tells most.

    Args:
        placed: all finds of the document, in order.
    """
    items = [one.found.item for one in placed if one.found.item and one.found.item.year]
    day = _day_at_edge(placed)
    if day and 2 * sum(_later(item, int(day[:4])) for item in items) <= len(items):
        return AnchorDate(kind="mention", date=day)
    months = Counter(item.year for item in items if item.month and item.year)
    year = max(months, key=lambda year: (months[year], year), default=None)
    return AnchorDate(kind="mention", date=f"{year:04d}") if year else None


def _day_at_edge(placed: Sequence[Placed]) -> str | None:
    """The last of the full days among the first and the last finds: no deadline, no part of a name or of a range."""
    edge = (*placed[:_FIRST], *placed[_FIRST:][-_LAST:])
    founds = [one.found for one in edge if not (one.found.bound or one.found.attributive or one.found.last)]
    days = (edtf_of(found.item) for found in founds if found.item and found.item.year and found.item.day)
    return max((day for day in days if day and "/" not in day), default=None)


def _later(item: Item, year: int) -> bool:
    return item.year is not None and item.year > year and item.year % _ROUND != 0
