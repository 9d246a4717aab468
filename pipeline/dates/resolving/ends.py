"""The two ends of an interval: each may lack what the other says; a single date is a beginning without an end."""

from pipeline.dates.calendar import days, precision, timex_value
from pipeline.dates.resolving.edtf import edtf_of, unresolved
from pipeline.dates.resolving.items import resolve_item
from pipeline.dates.resolving.resolved import Resolved, following, next_weekday
from pipeline.dates.resolving.sentences import Placed
from pipeline.dates.resolving.telling import Telling
from pipeline.dates.rules.item import replace


def resolve_start(telling: Telling, index: int) -> Resolved:
    """The date of the find at `index`, or the beginning of its interval."""
    placed = telling.placed[index]
    assert placed.found.item is not None
    first = resolve_item(telling, index, placed.found.item)
    past = placed.tense < 0 and first.anchor is telling.told_from
    return _over_by_now(telling, placed, first) if past and placed.found.last else first


def _over_by_now(telling: Telling, placed: Placed, first: Resolved) -> Resolved:
    """The beginning of an interval that is told of the past, a year earlier where its end would be to come."""
    item, last = placed.found.item, placed.found.last
    today = days(telling.told_from.date) if telling.told_from else None
    if not (item and last and today and first.edtf) or item.complete or last.complete or last.month is None:
        return first
    year = int(first.edtf[:4])
    ends = days(edtf_of(replace(last, year=year)) or "")
    earlier = edtf_of(replace(item, year=year - 1)) if ends and ends[0] > today[1] else None
    return Resolved(earlier, first.anchor, timex_value(earlier)) if earlier else first


def resolve_end(telling: Telling, index: int, first: Resolved) -> Resolved:
    """The end of an interval; without a year of its own it is the first such day after the beginning."""
    last = telling.placed[index].found.last
    assert last is not None
    if last.unit == "T":
        return following(last, first.edtf)
    if last.shape == "weekday" and first.edtf and precision(first.edtf) == "D":
        return next_weekday(last, first.edtf, telling.anchor)
    if last.complete or first.edtf is None or last.shape == "weekday" or last.unit:
        return resolve_item(telling, index, last)
    if last.shape == "dayonly":
        edtf = f"{first.edtf[:8]}{last.day:02d}" if days(f"{first.edtf[:8]}{last.day:02d}") else None
        return Resolved(edtf, first.anchor, edtf or f"XXXX-XX-{last.day:02d}")
    year = int(first.edtf[:4])
    for candidate in (year, year + 1):
        edtf = edtf_of(replace(last, year=candidate))
        if edtf and edtf >= first.edtf:
            return Resolved(edtf, first.anchor, timex_value(edtf))
    return Resolved(None, None, unresolved(last))
