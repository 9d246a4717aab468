"""From what was found to values: those of the calendar, those told from another date, and what needs none."""

from collections.abc import Sequence

from pipeline.dates.calendar import bounds, shift, timex_value
from pipeline.dates.resolving.ends import resolve_end, resolve_start
from pipeline.dates.resolving.parts import bounded, on_its_day, reference, step, typed
from pipeline.dates.resolving.resolved import mention
from pipeline.dates.resolving.sentences import Placed
from pipeline.dates.resolving.telling import Telling
from pipeline.dates.rules.found import Found
from pipeline.records import AnchorDate, DateMod, DateValue, RangeMod, Timex

_UNITS = {"M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX"}  # TIMEX3 values of units of which nothing is known


def resolve(placed: Sequence[Placed], anchor: AnchorDate | None) -> list[DateValue]:
    """A value for each find of one document, in order."""
    telling = Telling(placed, anchor)
    values: list[DateValue] = []
    for index, one in enumerate(placed):
        value = _value(telling, index)
        values.append(value)
        telling.add(one.found, value)
    return [on_its_day(value, values, index, placed[index].found) for index, value in enumerate(values)]


def _value(telling: Telling, index: int) -> DateValue:
    placed = telling.placed[index]
    found = placed.found
    if placed.weekly and found.item:
        days_of_week = [f"XXXX-WXX-{item.weekday}" for item in (found.item, found.last) if item]
        return DateValue(edtf=None, timex=Timex(type="SET", value="/".join(days_of_week) + found.part))
    if found.type != "DATE":
        return DateValue(edtf=None, timex=Timex(type=found.type, value=found.timex), mod=found.mod)
    if found.base:
        return _relative(telling, found)
    if found.item is None:
        return DateValue(edtf=None, timex=Timex(type="DATE", value=found.timex), mod=found.mod)
    return _dated(telling, index)


def _unknown(found: Found) -> str:
    """The TIMEX3 value of the unit told before, where nothing was: `that week`; of the running one: `this week`."""
    return _UNITS.get(found.unit or "", "XXXX") if found.base == "mention" else "PRESENT_REF"


def _relative(telling: Telling, found: Found) -> DateValue:
    """So many units from the anchor or from the date said last: `yesterday`, `three days later`."""
    base = telling.anchor if found.base == "anchor" else mention(telling.last)
    edtf = step(base.date, found.steps, found.unit, whole=found.base == "mention") if base else None
    if edtf is None and base and found.unit == "D" and found.steps == 0:
        edtf = base.date if found.base == "anchor" else None
    if edtf and base and found.until is not None and (last := step(base.date, found.until, "D", whole=False)):
        edtf = f"{edtf}/{last}"
    fallback = found.timex or (_unknown(found) if not found.steps else reference(found.steps))
    low, high = bounds(edtf) if edtf else (None, None)
    return DateValue(
        edtf=edtf,
        timex=typed(found, timex_value(edtf) if edtf else fallback, edtf),
        mod=found.mod if found.unit else telling.last_mod,
        bound=found.bound,
        earliest=low,
        latest=high,
        anchor=base if edtf else None,
    )


def _dated(telling: Telling, index: int) -> DateValue:
    """A date of the calendar or an interval, with what its bound leaves open and how else it can be read."""
    found = telling.placed[index].found
    assert found.item is not None
    first = resolve_start(telling, index)
    edtf, timex, base = first.edtf, first.timex, first.anchor
    mod: DateMod | RangeMod | None = found.item.mod
    if found.last is not None:
        last = resolve_end(telling, index, first)
        timex = f"{first.timex}/{last.timex}"
        ends_at = (first.edtf or "").split("/")[0], (last.edtf or "").split("/")[-1]
        edtf = "/".join(ends_at) if all(ends_at) else None
        base = last.anchor or base
        ends = found.last.mod
        mod = RangeMod(start=found.item.mod, end=ends) if found.item.mod or ends else None
    if found.offset:
        edtf = shift(edtf, found.offset, "D") if edtf else None
        timex = None
    low, high = bounded(found, edtf)
    other = found.item.alternative
    return DateValue(
        edtf=edtf,
        timex=typed(found, timex_value(edtf) if edtf else timex or "", edtf),
        mod=mod,
        bound=found.bound,
        earliest=low,
        latest=high,
        anchor=base,
        alternatives=tuple(sorted((edtf, other))) if other and edtf and found.last is None else (),
    )
