"""What is told step by step: which dates a story goes on from, also over the paragraphs or the answers between."""

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.dates.calendar import days, precision
from pipeline.dates.resolving.edtf import of_year
from pipeline.dates.resolving.sentences import Placed
from pipeline.dates.rules.found import Found
from pipeline.dates.rules.item import Item

_MONTH = 31  # days within which a story goes on
_ENTRIES = 60  # finds below a heading that it may head
_STEPS = 3  # finds, and passages, that it goes on over

Span = tuple[date, date]


def lends(found: Found) -> bool:
    """Whether a date can be the year of another: not a span of years, a decade or a day in doubtful order."""
    item = found.last or found.item
    if found.type != "DATE" or (item and item.alternative):
        return False
    return not (item and (item.shape == "span" or (found.last and item.shape == "year")))


def follows(edtf: str, found: str | None) -> bool:
    """Whether a date goes on from another within the month."""
    first, second = days(edtf), days(found or "")
    return bool(first and second and 0 <= (second[0] - first[1]).days <= _MONTH)


def headed(index: int, item: Item, placed: Sequence[Placed]) -> str | None:
    """The item in the year that heads the entries among which it stands: `1956`, below it `29 October: …`."""
    if not placed[index].opens:
        return None
    for one in reversed(placed[max(index - _ENTRIES, 0) : index]):
        said = one.found.item
        if one.heads and said and said.year:
            return of_year(item, said.year)
        if one.opens and said and said.complete:
            return None  # entries with years of their own
    return None


def going_on(
    index: int, item: Item, placed: Sequence[Placed], said: Sequence[str | None], limit: Span | None
) -> Iterator[tuple[str, str]]:
    """The dates told shortly before, nearest first, from which the item goes on, each with the item in its year.

    Args:
        index: the find that the item is of.
        said: the values of the finds before it.
        limit: the day up to which things can have been told; without one nothing is known to be past.
    """
    here = placed[index]
    if here.tense > 0 or limit is None:
        return
    for i in range(index - 1, max(index - _STEPS, 0) - 1, -1):
        found, edtf = placed[i].found, said[i]
        if here.passage - placed[i].passage > _STEPS:
            return
        if edtf is None or found.bound or found.attributive or found.base or not lends(found):
            continue
        span = days(edtf) if precision(edtf) in "DM" else None
        if span and span[1] <= limit[0] and (next_one := _next(item, edtf)):
            yield edtf, next_one


def _next(item: Item, edtf: str) -> str | None:
    """The day or month with which the story goes on: within the month, or the month that the day before is in."""
    year = int(edtf[:4])
    for found in (of_year(item, year), of_year(item, year + 1)):
        if found and precision(found) in "DM" and (follows(edtf, found) or edtf.startswith(found)):
            return found
    return None
