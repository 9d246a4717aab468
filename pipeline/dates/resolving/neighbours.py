"""Which dates around a date without a year lend it theirs, and which year that gives.

What is told goes forward: after `4 and 5 September 2014` a `5 February` is that of 2015, and a date long gone by in a
by-clause lends nothing. How far a neighbour reaches depends on where it stands: in the same sentence, in the one
before, or only in a name (`the Treaty of 5 July 1963`). A bare year lends its year inside its own clause
(`in 1963 ratification had been voted on 16 May`), or where it opens the story.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.dates.calendar import days, precision, valid_day
from pipeline.dates.resolving.edtf import edtf_of, of_year
from pipeline.dates.resolving.sentences import Placed
from pipeline.dates.resolving.story import Span, follows, going_on, headed, lends
from pipeline.dates.rules.item import Item
from pipeline.records import AnchorDate

_SAME, _BEFORE, _NAME, _BACK, _AFTER = 250, 130, 45, 31, 75  # days that a neighbour reaches
_BEHIND, _AHEAD = 6, 3  # how many finds are looked at on either side
_NEWS = 20  # days around the anchor
_LATELY = 60  # days before the anchor, against a neighbour in the sentence before
_DECEMBER = 12
_SOON = 400  # days after the anchor in which what is dated is to come, not a term or a horizon
_CLOSING = 150  # days until a deadline that is still to come
_BESIDE, _ASIDE, _CLAUSE = 8, 30, 60  # characters between a year and a day that are said together, or in one breath


def shared_year(
    index: int, item: Item, placed: Sequence[Placed], said: Sequence[str | None], anchor: AnchorDate | None
) -> str | None:
    """The item in the year that a neighbour lends it, or None.

    Args:
        index: the find that the item is of.
        said: the values of the finds before it.
    """
    here = placed[index]
    limit = days(anchor.date) if anchor else None
    if found := headed(index, item, placed):
        return found
    for other, edtf, gap in _before(index, placed, said):
        found = _from_before(item, here, other, edtf, gap=gap, limit=limit)
        told = gap == 0 and (other.clause == here.clause or other.found.start > here.found.start - _CLAUSE)
        told = told or (
            other.front and not other.found.attributive and ((here.front and not here.tense) or follows(edtf, found))
        )
        if found and gap == 0 and 0 <= here.found.start - other.found.end <= _BESIDE and edtf.isdigit():
            return found
        told = told and not _closing(here)
        if (
            found
            and _possible(found, here, edtf, limit)
            and (told or not _news(item, here, edtf, limit, lately=_LATELY if gap else _NEWS))
        ):
            return found
    for edtf, found in going_on(index, item, placed, said, limit):
        if not _news(item, here, edtf, limit, lately=_LATELY):
            return found
    for other, edtf in _after(index, placed):
        found = _from_after(item, here, other, edtf)
        if found and _possible(found, here, edtf, limit) and not _news(item, here, edtf, limit):
            return found
    return None


def shared_month(
    index: int, item: Item, placed: Sequence[Placed], said: Sequence[str | None], anchor: AnchorDate | None
) -> str | None:
    """A day of the month in the month of the date before it, or in the next where the story has gone on."""
    limit = days(anchor.date) if anchor else None
    for _, edtf, gap in _before(index, placed, said, gaps=2):
        span = days(edtf)
        if not span or precision(edtf) in ("Y", "M" if gap else "Y") or "X" in edtf or (span[1] - span[0]).days > 31:
            continue
        tense = placed[index].tense
        first = limit[1] if limit and tense > 0 else None
        last = limit[1] if limit and tense <= 0 and span[1] <= limit[1] else None
        found = _near_day(item.day or 0, span[0], first, last)
        if found:
            return found.isoformat()
    return None


def _near_day(number: int, start: date, after: date | None, limit: date | None) -> date | None:
    """The nearest day with this number between two others; what lies before counts twice, since stories go forward."""
    first = start.replace(day=1)
    months = (first - timedelta(days=1), start, first + timedelta(days=32))
    options = [month.replace(day=number) for month in months if valid_day(month.year, month.month, number)]
    options = [day for day in options if (limit is None or day <= limit) and (after is None or day > after)]
    return min(options, key=lambda day: (day - start).days if day >= start else 2 * (start - day).days, default=None)


def future_said(index: int, placed: Sequence[Placed], anchor: AnchorDate | None) -> bool:
    """Whether a date said with its year, or as the next one, in the same sentence lies after the anchor."""
    limit = days(anchor.date) if anchor else None
    for other in placed[max(index - _AHEAD, 0) : index + _AHEAD + 1]:
        item = other.found.last or other.found.item
        if other.sentence != placed[index].sentence or not limit:
            continue
        if (item and item.direction == 1) or (other.found.base == "anchor" and other.found.steps > 0):
            return True
        if item is None or other.found.bound:
            continue
        span = days(edtf_of(item) or "") if item.complete else None
        if span and 0 < (span[0] - limit[1]).days <= _SOON:
            return True
    return False


def _before(
    index: int, placed: Sequence[Placed], said: Sequence[str | None], *, gaps: int = 1
) -> Iterator[tuple[Placed, str, int]]:
    """The dates before a find, nearest first: each with its value and how many sentences lie between."""
    here = placed[index]
    for i in range(index - 1, max(index - _BEHIND, 0) - 1, -1):
        other, edtf = placed[i], said[i]
        gap = here.sentence - other.sentence
        if gap > gaps or other.passage != here.passage:
            return
        if edtf is None or not lends(other.found) or other.found.bound:
            continue
        yield other, edtf, gap


def _after(index: int, placed: Sequence[Placed]) -> Iterator[tuple[Placed, str]]:
    for other in placed[index + 1 : index + 1 + _AHEAD]:
        if other.sentence != placed[index].sentence:
            return
        item = other.found.item
        if item and item.complete and lends(other.found) and not other.found.bound and (edtf := edtf_of(item)):
            yield other, edtf


def _from_before(item: Item, here: Placed, other: Placed, edtf: str, *, gap: int, limit: Span | None) -> str | None:
    span = days(edtf)
    if span is None or "X" in edtf:
        return None
    if (span[1] - span[0]).days > 40:
        return _in_year(item, here, other, edtf, gap=gap, limit=limit)
    reach = _NAME if other.found.attributive else _SAME if gap == 0 or (here.front and other.front) else _BEFORE
    if gap == 0 and other.clause != here.clause and other.clause > here.clause:
        reach = _NAME  # in brackets that are closed
    best: tuple[int, str] | None = None
    for year in (span[0].year - 1, span[0].year, span[1].year, span[1].year + 1):
        found = of_year(item, year)
        low = days(found) if found else None
        if not found or not low:
            continue
        if low[1] < span[0]:
            distance = (span[0] - low[1]).days
            backward = gap == 0 and not other.found.attributive
            cost = 2 * distance if distance <= _BACK and backward else None
        else:
            distance = max((low[0] - span[1]).days, 0)
            cost = distance if distance <= reach else None
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, found)
    return best[1] if best else None


def _in_year(item: Item, here: Placed, other: Placed, edtf: str, *, gap: int, limit: Span | None) -> str | None:
    """In the year of a neighbour that is a year, or a season or another long time in it."""
    year = int(edtf[:4]) + _is_after_winter(item, other, edtf)
    apart = here.found.start - other.found.end
    if gap == 0 and apart <= _BESIDE:
        return of_year(item, year)
    if other.found.attributive or here.tense > 0 or (limit and year > limit[1].year):
        return None
    told = limit is None or year < limit[1].year - 1
    if other.found.base == "anchor" and not other.front and apart > _ASIDE:
        return None  # less than in the same period of last year, as a hot June …
    close = gap == 0 and other.clause == here.clause and (apart <= _CLAUSE or (told and other.front))
    return of_year(item, year) if close or (told and gap == 1 and other.front) else None


def _is_after_winter(item: Item, other: Placed, edtf: str) -> bool:
    """Whether an item is of the second year of a winter: any month but its first, told after it."""
    return edtf.endswith("-24") and not other.found.last and item.month is not None and item.month < _DECEMBER


def _from_after(item: Item, here: Placed, other: Placed, edtf: str) -> str | None:
    span = days(edtf)
    if span is None or precision(edtf) not in ("D", "M"):
        return None
    for year in (span[0].year, span[0].year - 1):
        found = of_year(item, year)
        low = days(found) if found else None
        if found and low and abs((low[0] - span[0]).days) <= (_AFTER if low[0] <= span[0] else _NAME):
            return found
    return None


def _news(item: Item, here: Placed, neighbour: str, limit: Span | None, *, lately: int = _NEWS) -> bool:
    """Whether the item is of the days around the anchor and the neighbour is not."""
    if not limit or int(neighbour[:4]) >= limit[1].year - 1:
        return False
    near = (of_year(item, year) for year in (limit[1].year - 1, limit[1].year, limit[1].year + 1))
    spans = [span for edtf in near if edtf and (span := days(edtf))]
    ahead = _CLOSING if _closing(here) or here.found.deadline else _NEWS if here.tense >= 0 else 0
    return any((limit[0] - span[1]).days <= lately and (span[0] - limit[1]).days <= ahead for span in spans)


def _closing(here: Placed) -> bool:
    """Whether a find is a deadline of which the words do not say that it is past."""
    return here.found.bound in ("ON_OR_BEFORE", "BEFORE") and here.tense >= 0


def _possible(edtf: str, here: Placed, neighbour: str, limit: Span | None) -> bool:
    """Not after the anchor unless the words speak of the future or the neighbour lies there too.

    A day around the anchor is not taken from a neighbour that is years away: it is news.
    """
    span, other = days(edtf), days(neighbour)
    if not limit or not span or not other:
        return True
    if here.tense > 0:
        return span[1] > limit[0]
    return span[0] <= limit[1] or (here.tense == 0 and other[1] > limit[1])
