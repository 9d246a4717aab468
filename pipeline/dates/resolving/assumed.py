"""When a document of unknown date was written, by what it tells: the day at its head or foot, or the year told most.

Days without a year are told from that day, or in the year in which they lie nearest to what is told around them;
`yesterday` and `Monday` are not, since a guess may be days or months off.
"""

from collections import Counter
from collections.abc import Sequence

from pipeline.dates.calendar import days
from pipeline.dates.resolving.edtf import edtf_of, of_year
from pipeline.dates.resolving.sentences import Placed
from pipeline.dates.resolving.story import Span
from pipeline.dates.rules.item import Item, replace
from pipeline.records import AnchorDate

_FIRST, _LAST = 3, 2  # finds at the beginning and at the end of a text among which its own day may stand
_HALF_YEAR, _SAME_YEAR = 180, 0.25  # days, and what a date counts for another of its year
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


def likeliest_year(item: Item, placed: Sequence[Placed], running: int | None) -> int | None:
    """The year in which a day or month lies nearest to the days and months that are told with their year.

    Args:
        placed: the finds around it.
        running: the year of the date just before, which counts as much as one such day.
    """
    told = [span for one in placed if (span := _told(one.found.item))]
    years = {day.year for span in told for day in span} | ({running} if running else set())
    bare = replace(item, weekday=None)  # what its week day says of the year is weighed where it is resolved
    weights: dict[int, float] = {}
    for year in years:
        if span := days(of_year(bare, year) or ""):
            weights[year] = sum(_nearness(span, other) for other in told) + (year == running)
    return max(weights, key=lambda year: (weights[year], year), default=None)


def _told(item: Item | None) -> Span | None:
    return days(edtf_of(item) or "") if item and item.year and item.month else None


def _nearness(one: Span, other: Span) -> float:
    """1 for what is told of the same time, less for what lies up to half a year away, a little for the same year."""
    apart = max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)
    return max(1 - apart / _HALF_YEAR, 0.0) + _SAME_YEAR * (one[0].year == other[0].year)


def _day_at_edge(placed: Sequence[Placed]) -> str | None:
    """The last of the full days among the first and the last finds: no deadline, no part of a name or of a range."""
    edge = (*placed[:_FIRST], *placed[_FIRST:][-_LAST:])
    founds = [one.found for one in edge if not (one.found.bound or one.found.attributive or one.found.last)]
    said = (edtf_of(found.item) for found in founds if found.item and found.item.year and found.item.day)
    return max((day for day in said if day and "/" not in day), default=None)


def _later(item: Item, year: int) -> bool:
    return item.year is not None and item.year > year and item.year % _ROUND != 0
