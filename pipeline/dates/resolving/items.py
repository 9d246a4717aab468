"""The value of an item: by its own words, its neighbours, the anchor, or what the document tells."""

from pipeline.dates.calendar import days, precision, shift, timex_value
from pipeline.dates.resolving.against import BY, OPEN, PAST, TO_COME, UNLIKELY, against, month_of, weekday_edtf
from pipeline.dates.resolving.assumed import likeliest_year
from pipeline.dates.resolving.edtf import edtf_of, of_year, unresolved
from pipeline.dates.resolving.neighbours import future_said, shared_month, shared_year
from pipeline.dates.resolving.resolved import Resolved, following, in_month, itself, mention, next_weekday, unknown
from pipeline.dates.resolving.telling import Telling
from pipeline.dates.rules.found import Found
from pipeline.dates.rules.item import Item, replace

_ENDS = ("ON_OR_BEFORE", "BEFORE")
_DAYS = ("day", "monthday", "weekday")
_AROUND = 40  # finds before and after one without its year that are weighed for it
_TOLD = 4  # finds, clock times among them, over which the days of a sentence go on


def resolve_item(telling: Telling, index: int, item: Item) -> Resolved:
    """What an item of the find at `index` is, by the first of what tells its year."""
    if item.complete:
        edtf = edtf_of(item)
        return Resolved(edtf, None, timex_value(edtf) if edtf else unresolved(item))
    if item.shape == "weekday" and item.unit != "L":
        return _weekday(telling, index, item)
    if item.steps is not None:
        return _stepped(telling, item)
    if item.shape == "dayonly":
        return _day_only(telling, index, item)
    if item.direction is None and (shared := shared_year(index, item, telling.placed, telling.said, telling.told_from)):
        return Resolved(shared, mention(shared), timex_value(shared))
    return _by_anchor(telling, index, item)


def _by_anchor(telling: Telling, index: int, item: Item) -> Resolved:
    base = telling.told_from if item.direction is None or item.month else telling.anchor
    if base is None and item.direction is None and telling.assumed:
        return _in_assumed_year(telling, index, item)
    edtf = against(item, base.date, ahead=_weight_ahead(telling, index)) if base else None
    return Resolved(edtf, base, timex_value(edtf)) if edtf else unknown(item)


def _in_assumed_year(telling: Telling, index: int, item: Item) -> Resolved:
    """In the year that what the document tells makes likeliest; as its week day wants."""
    before = telling.said[index - 1] if index else None
    running = before if before and precision(before) != "other" and not telling.placed[index - 1].found.bound else None
    around = telling.placed[max(index - _AROUND, 0) : index + _AROUND]
    likeliest = likeliest_year(item, around, int(running[:4]) if running else None)
    year = likeliest or int(telling.assumed.date[:4] if telling.assumed else 0)
    edtf = against(item, f"{year:04d}", ahead=OPEN) if item.weekday else of_year(item, year)
    return Resolved(edtf, mention(f"{year:04d}"), timex_value(edtf)) if edtf else unknown(item)


def _weight_ahead(telling: Telling, index: int) -> float:
    """What the words make a day ahead count against a day ago."""
    placed = telling.placed[index]
    found, ends = placed.found, _looks_ahead(placed.found)
    if found.past:
        return PAST
    if placed.tense:
        return TO_COME if placed.tense > 0 else UNLIKELY if ends else PAST  # has waived it until 31 August
    if found.bound in _ENDS or future_said(index, telling.placed, telling.told_from):
        return BY
    return UNLIKELY if found.attributive else OPEN


def _day_only(telling: Telling, index: int, item: Item) -> Resolved:
    """`mercredi 6` against the anchor; `le 9` in the month of a neighbour, else against the anchor."""
    placed = telling.placed[index]
    unknown = Resolved(None, None, f"XXXX-XX-{item.day:02d}")
    if item.weekday is None:
        near = shared_month(index, item, telling.placed, telling.said, telling.told_from)
        if near or not telling.told_from:
            return Resolved(near, mention(near), near) if near else Resolved(None, timex="")
    ahead = placed.tense > 0 or (placed.tense == 0 and _looks_ahead(placed.found))
    edtf = month_of(item, telling.told_from.date, future=ahead) if telling.told_from else None
    return Resolved(edtf, telling.told_from, edtf) if edtf else unknown


def _stepped(telling: Telling, item: Item) -> Resolved:
    """`en mai de l'année dernière`: the year counts from the anchor's; `le 17 du mois prochain`: the month."""
    if item.unit == "T":
        return following(item, telling.last)
    if item.unit == "L":
        return itself(item, telling.last)
    if item.unit == "Y":
        told = shift(telling.last, item.steps or 0, "Y") if telling.last else None
        edtf = edtf_of(replace(item, year=int(told))) if told else None
        return Resolved(edtf, mention(telling.last), timex_value(edtf)) if edtf else unknown(item)
    if item.unit == "M":
        month = shift(telling.anchor.date, item.steps or 0, "M") if telling.anchor else None
        edtf = in_month(item, month) if month else None
        known = edtf is not None and days(edtf) is not None
        return Resolved(edtf, telling.anchor, edtf) if known else Resolved(None, None, f"XXXX-XX-{item.day or 0:02d}")
    year = shift(telling.anchor.date, item.steps or 0, "Y") if telling.anchor else None
    edtf = edtf_of(replace(item, year=int(year))) if year else None
    return Resolved(edtf, telling.anchor, timex_value(edtf)) if edtf else Resolved(None, None, unresolved(item))


def _weekday(telling: Telling, index: int, item: Item) -> Resolved:
    placed = telling.placed[index]
    if day := _coming_day(telling, index, item):
        return next_weekday(item, day, telling.anchor)
    ahead = _looks_ahead(placed.found) or future_said(index, telling.placed, telling.told_from)
    edtf = weekday_edtf(item, telling.anchor, tense=placed.tense, ahead=ahead)
    timex = f"XXXX-WXX-{'WE' if item.days else item.weekday}"
    return Resolved(edtf, telling.anchor, timex_value(edtf)) if edtf else Resolved(None, None, timex)


def _coming_day(telling: Telling, index: int, item: Item) -> str | None:
    """The day to come that was told last in the sentence: `lands on Sunday, 2 April, and leaves on Tuesday`."""
    placed = telling.placed[index]
    if placed.tense < 0 or item.direction is not None or item.steps is not None or item.days:
        return None
    dates = (i for i in range(index - 1, max(index - _TOLD, 0) - 1, -1) if telling.placed[i].found.item)
    before = telling.placed[last] if (last := next(dates, None)) is not None else None
    if last is None or before is None or before.sentence != placed.sentence:
        return None
    found, edtf = before.found, (telling.said[last] or "").split("/")[-1]
    told = found.item and found.item.shape in _DAYS and not found.bound and (found.last or not found.attributive)
    ahead = telling.anchor is not None and precision(telling.anchor.date) == "D" and edtf > telling.anchor.date
    return edtf if told and ahead and precision(edtf) == "D" else None


def _looks_ahead(found: Found) -> bool:
    return found.ahead or found.bound in _ENDS
