"""The year of a document whose head says day and month only (`PARIS, 3 mai – …`, `Wednesday 4 March`).

It is the year in which most of what the document tells lies shortly before that day: a paper tells what has just
happened, and less of what is to come.
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from pipeline.dates.calendar import bounds, valid_day
from pipeline.ingest.days import Days, Unsaid
from pipeline.ingest.lexicon import Known
from pipeline.ingest.metadata.parts import LINE, SENTENCE, Part, is_body
from pipeline.ingest.resources import IngestResources

_OPENING = 60  # characters of a paragraph within which the day of its dateline stands
_TOLD = 200  # parts of a document that are read for what it tells
_LATELY = timedelta(days=400)  # what a paper tells of lies mostly within a year of it
_LONG = timedelta(days=300)  # a year or more: what lies in another than the day's tells little of it
_FAR = timedelta(days=730)  # no paper tells days that lie further ahead
_SURE = 1.5  # what tells a year more than one year that is named in passing
_NUMBER_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?=[/-]\d{1,4}(?!\d))|(?<=\d[/-])(?:1[89]|20)\d\d(?!\d)")
_OWN, _BEFORE, _AFTER = 2.0, 1.0, 0.5  # what a date counts that the paper bears, that lies before the day, or after it
_NAMED = 0.25  # what it counts that a year is named at all

Span = tuple[date, date]


class UnsaidYears:
    """Writes the year behind the days of a head that lack it."""

    def __init__(self, resources: IngestResources) -> None:
        self._days = resources.tool(Days)

    def complete(
        self, parts: Sequence[Part], head: int, dropped: Sequence[str], language: Known | None
    ) -> list[Part] | None:
        """The parts, with the year that the document tells behind the days of its head; None where none is told."""
        top = enumerate(parts[: head + 1])
        unsaid = {index: days for index, part in top if (days := self._in(part, language))}
        if not unsaid:
            return None
        texts = [*(part.text for part in parts[:_TOLD]), *dropped[:_TOLD]]
        told = [span for edtf in self._days.told(texts, language) if (span := _span(edtf))]
        numbers = {int(year) for text in texts[:head] for year in _NUMBER_YEAR.findall(text)}  # `No. 7/2009`
        years = {day: _year(day, told, numbers) for days in unsaid.values() for day in days}
        if not any(years.values()):
            return None
        return [_written(part, unsaid[index], years) if index in unsaid else part for index, part in enumerate(parts)]

    def _in(self, part: Part, language: Known | None) -> list[Unsaid]:
        """The days without a year of a line of the head, or with which its first paragraph opens."""
        sentence = part.kind == "paragraph" and not is_body(part) and bool(SENTENCE.search(part.text))
        if part.kind in ("list_item", "table", "caption") or sentence:
            return []
        end = _OPENING if is_body(part) else LINE
        return [day for day in self._days.unsaid(part.text[:LINE], language) if day.end <= end]


def _written(part: Part, days: Sequence[Unsaid], years: dict[Unsaid, int | None]) -> Part:
    """A part with the years of its days written behind them."""
    text = part.text
    for day in sorted(days, key=lambda day: -day.end):
        if year := years[day]:
            text = f"{text[: day.end]} {year}{text[day.end :]}"
    return part._replace(text=text, lines=())


def _year(day: Unsaid, told: Sequence[Span], numbers: AbstractSet[int]) -> int | None:
    """The year that fits a day best, `numbers` being those that the paper bears; of equally good ones the last.

    >>> spring = [(date(1995, 1, 1), date(1995, 1, 31)), (date(2003, 11, 1), date(2003, 11, 30))]
    >>> _year(Unsaid(5, 3, None, 0, 6), spring, {2003})
    2003
    >>> _year(Unsaid(1, 11, None, 0, 7), [(date(1971, 12, 28), date(1971, 12, 28))], set())
    1972
    """
    named = {year for first, last in told for year in (first.year, last.year)} | set(numbers)
    days = [span for span in told if span[1] - span[0] < _LONG]
    weights: dict[int, float] = {}
    for year in named | {year + 1 for year in named}:
        found = _in_year(day, year)
        if found and not any(first - found > _FAR for first, _ in days):
            weights[year] = _weight(found, told) + _OWN * (year in numbers) + _NAMED * (year in named)
    best = max(weights, key=lambda year: (weights[year], year), default=None)
    least = _NAMED if days or numbers or day.weekday else _SURE
    return best if best and weights[best] > least else None


def _in_year(day: Unsaid, year: int) -> date | None:
    """The day in a year, None where it is on another day of the week than the one that is said."""
    if not valid_day(year, day.month, day.day):
        return None
    found = date(year, day.month, day.day)
    return found if day.weekday in (None, found.isoweekday()) else None


def _weight(day: date, told: Iterable[Span]) -> float:
    """How much of what is told lies around a day, or shortly before it, rather than after it."""
    weight = 0.0
    for first, last in told:
        if first <= day and day - last <= _LATELY:
            weight += _BEFORE if first.year == day.year or last - first < _LONG else _AFTER
        elif first > day and first - day <= _LATELY:
            weight += _AFTER
    return weight


def _span(edtf: str) -> Span | None:
    first, last = bounds(edtf)
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None
