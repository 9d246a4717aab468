"""The parts of a value that follow from its EDTF: type, first and last day, the day of a clock time; steps by unit."""

from collections.abc import Sequence

import msgspec

from pipeline.dates.calendar import bounds, precision, shift
from pipeline.dates.rules.found import Found
from pipeline.records import DateValue, Timex


def typed(found: Found, value: str, edtf: str | None) -> Timex:
    """Type and value of a date; with a part of the day it is a TIME."""
    if found.part and (edtf is None or precision(edtf) == "D"):
        return Timex(type="TIME", value=f"{value}{found.part}" if value[:1] in "0123456789X" else found.part)
    return Timex(type="DATE", value=value)


def bounded(found: Found, edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day, open where a bound leaves them open."""
    if edtf is None:
        return None, None
    low, high = bounds(edtf)
    if found.bound == "ON_OR_AFTER":
        return low, None
    if found.bound == "ON_OR_BEFORE":
        return None, high
    if found.bound == "AFTER":
        return (shift(high, 1, "D") if high else None), None
    if found.bound == "BEFORE":
        return None, (shift(low, -1, "D") if low else None)
    return low, high


def on_its_day(value: DateValue, values: Sequence[DateValue], index: int, found: Found) -> DateValue:
    """A clock time with the day that is said beside it."""
    day = values[index + found.beside] if found.beside else None
    if day is None or day.edtf is None or precision(day.edtf) != "D":
        return value
    timex = Timex(type="TIME", value=f"{day.edtf}{value.timex.value}")
    return msgspec.structs.replace(value, timex=timex, earliest=day.edtf, latest=day.edtf)


def reference(steps: int) -> str:
    """The TIMEX3 value of a relative date that nothing resolves."""
    return "FUTURE_REF" if steps > 0 else "PAST_REF"


def step(base: str, steps: int, unit: str, *, whole: bool) -> str | None:
    """The period so many steps from a date; `whole`: no step by days is the date itself, if it is a day."""
    if not unit:
        return base
    if steps == 0 and whole and unit == "D":
        return base if precision(base) == "D" else None
    return shift(base, steps, unit)
