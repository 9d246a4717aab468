"""Against the anchor: the last or the next such day, month or week day, as the wording weighs them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import inf

from pipeline.dates.calendar import days, part_of, precision, shift
from pipeline.dates.resolving.edtf import of_year
from pipeline.dates.rules.item import Item, replace
from pipeline.records import AnchorDate

# What a day ahead counts against a day ago, when the last and the next such day are weighed by their distance. Nobody
# says a day eleven months away without its year, so even words of the future leave what was a few days ago where it is.
NEXT, TO_COME, OPEN, UNLIKELY, PAST = 0.0, 0.05, 1.4, 5.5, inf
_NEAR = 370  # days within which a day is told without its year
BY = 0.14  # after `by` and `until`, or beside a date that is to come


def against(item: Item, anchor: str, *, ahead: float) -> str | None:
    """The last such day, month or season not after the anchor, or the next one: the nearer, as the wording weighs it.

    Args:
        ahead: what a day ahead counts against a day ago; between `NEXT`, always the next one, and `PAST`, never.
    """
    reference = days(anchor)
    if not reference:
        return None
    year = reference[1].year
    if item.direction is not None:
        ahead = NEXT if item.direction > 0 else PAST
    if item.weekday is not None and item.direction is None:
        options = list(_candidates(item, range(year - 8, year + 9)))
        if precision(anchor) != "D" or any(abs((day - reference[1]).days) < _NEAR for day, _, _ in options):
            return _nearest(options, reference[1], forward=ahead <= TO_COME)
        item = replace(item, weekday=None)  # of no year around: the week day is mistaken
    if item.direction == 0:
        return next((edtf for _, _, edtf in _candidates(item, [year])), None)
    reach = 8 if item.weekday is not None or (item.month, item.day) == (2, 29) else 1
    last = _last(item, reference, range(year + 1, year - reach - 1, -1))
    coming = _next(item, reference, range(year - 1, year + reach + 1)) if ahead < PAST else None
    if last is None or coming is None:
        nearer = last or coming
    elif ahead == NEXT:
        nearer = coming
    else:
        nearer = last if max(last[0], 0) <= max(coming[0], 0) * ahead else coming
    return nearer[1] if nearer else None


def _last(item: Item, reference: tuple[date, date], years: Iterable[int]) -> tuple[int, str] | None:
    """The last candidate not after the anchor, with the days that lie between."""
    strict = item.direction == -1 and item.day is None  # last March is not the month that is running
    for begin, end, edtf in _candidates(item, years):
        if begin <= reference[1] and not (strict and end >= reference[0]):
            return (reference[0] - end).days, edtf
    return None


def _next(item: Item, reference: tuple[date, date], years: Iterable[int]) -> tuple[int, str] | None:
    """The first candidate that is not over, with the days until it begins."""
    for begin, end, edtf in _candidates(item, years):
        strict = item.direction == 1 and item.day is None and item.rule is None  # next June is not the one that runs
        if end > reference[1] and not (strict and begin <= reference[1]):
            return (begin - reference[1]).days, edtf
    return None


def month_of(item: Item, anchor: str, *, future: bool) -> str | None:
    """`mercredi 6`: the nearest such day on that week day; `le 9`: the last or next one; at most two months away."""
    if precision(anchor) != "D":
        return None
    today = date.fromisoformat(anchor).toordinal()
    for distance in range(63):
        steps = (distance, -distance) if future else (-distance, distance)
        for step in steps if item.weekday else steps[:1]:
            if not 0 < today + step <= date.max.toordinal():
                continue
            day = date.fromordinal(today + step)
            if day.day == item.day and item.weekday in (None, day.isoweekday()):
                return day.isoformat()
    return None


def _candidates(item: Item, years: Iterable[int]) -> Iterator[tuple[date, date, str]]:
    """The item in each of these years, where there is such a day: first and last day, and EDTF."""
    for year in years:
        edtf = of_year(item, year)
        if edtf and (span := days(edtf)):
            yield (*span, edtf)


def _nearest(options: Sequence[tuple[date, date, str]], anchor: date, *, forward: bool) -> str | None:
    """Of the years in which the day falls on its week day, the one in the wanted direction, else the nearest at all."""

    def distance(option: tuple[date, date, str]) -> tuple[bool, int]:
        days_away = (option[0] - anchor).days
        wanted = days_away >= 0 if forward else days_away <= 0
        return not (wanted and abs(days_away) < _NEAR), abs(days_away)

    return min(options, key=distance)[2] if options else None


def weekday_edtf(item: Item, anchor: AnchorDate | None, *, tense: int, ahead: bool) -> str | None:
    """The day that a week day is against the anchor: the last one, the next one when the wording says so.

    Args:
        tense: -1 where the words speak of the past, 1 of the future, 0 where they do not say.
        ahead: whether what stands beside it makes it one to come unless the words speak of the past.
    """
    if not anchor or precision(anchor.date) != "D" or item.weekday is None:
        return None
    today = date.fromisoformat(anchor.date)
    steps = _steps(item, today, tense=tense or int(ahead))
    edtf = shift(anchor.date, steps, "D")
    return part_of(edtf, item.days) if edtf and item.days else edtf


def _steps(item: Item, today: date, *, tense: int) -> int:
    """Days from the anchor."""
    wanted = item.weekday or 0
    back = (today.isoweekday() - wanted) % 7
    if item.unit == "W":  # of this week, the last, the next
        return wanted - today.isoweekday() + 7 * (item.steps or 0)
    if item.direction == 0 and item.unit is None:
        here = wanted - today.isoweekday()
        return here if here * tense >= 0 else here + 7 * tense
    if item.direction == -1:
        return -(back or 7) - 7 * (item.steps or 0)
    if item.direction == 1 or item.steps:
        return (7 - back) + 7 * (item.steps or 0)
    return (7 - back if back else 0) if tense > 0 else -back
