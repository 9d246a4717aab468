"""The year that is not said: of a neighbour, or against the anchor date."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import inf

from pipeline.dates.calendar import days, feast, part_of, precision, timex_value, valid_day
from pipeline.dates.rules.item import Item, replace

# What a day ahead counts against a day ago, when the last and the next such day are weighed by their distance. Nobody
# says a day eleven months away without its year, so even words of the future leave what was a few days ago where it is.
NEXT, TO_COME, OPEN, UNLIKELY, PAST = 0.0, 0.05, 1.4, 5.5, inf
BY = 0.14  # after `by` and `until`, or beside a date that is to come


def edtf_of(item: Item | None) -> str | None:
    """EDTF of an item whose year is known; None for a day that no calendar has."""
    if item is None:
        return None
    if item.literal:
        return item.literal
    if item.year is None:
        return None
    if item.rule:
        day = feast(item.rule, item.year)
        return part_of(day, item.days) if day and item.days else day
    if item.part:
        return f"{item.year:04d}-{item.part}"
    if item.months:
        return "/".join(f"{item.year:04d}-{month:02d}" for month in item.months)
    if item.month is None:
        return f"{item.year:04d}"
    if item.day is None:
        month = f"{item.year:04d}-{item.month:02d}"
        return part_of(month, item.days) if item.days else month
    if not valid_day(item.year, item.month, item.day):
        return None
    day = f"{item.year:04d}-{item.month:02d}-{item.day:02d}"
    return part_of(day, item.days) if item.days else day


def unresolved(item: Item) -> str:
    """The TIMEX3 value of an item without its year."""
    if item.part:
        return timex_value(f"2000-{item.part}").replace("2000", "XXXX")
    if item.rule:
        plain = item.rule[0] == "W" or (item.rule[:2].isdigit() and item.rule[3:].isdigit())
        return f"XXXX-{item.rule}" if plain else "XXXX"
    day = f"-{item.day:02d}" if item.day else ""
    return f"XXXX-{item.month:02d}{day}" if item.month else "XXXX"


def of_year(item: Item, year: int) -> str | None:
    """The item in a year, None where that year has no such day or not on its week day."""
    edtf = edtf_of(replace(item, year=year)) if 0 < year < 9999 else None
    if edtf and item.weekday and precision(edtf) == "D" and date.fromisoformat(edtf).isoweekday() != item.weekday:
        return None
    return edtf


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
        return _nearest(list(_candidates(item, range(year - 8, year + 9))), reference[1], forward=ahead <= TO_COME)
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
        return not (wanted and abs(days_away) < 370), abs(days_away)

    return min(options, key=distance)[2] if options else None
