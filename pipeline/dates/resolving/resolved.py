"""What resolving an item gives, and what follows from a date that is known."""

from datetime import date
from typing import NamedTuple

from pipeline.dates.calendar import days, feast, precision, shift, timex_value
from pipeline.dates.resolving.against import NEXT, PAST, against
from pipeline.dates.resolving.edtf import edtf_of, unresolved
from pipeline.dates.rules.item import Item, replace
from pipeline.records import AnchorDate


class Resolved(NamedTuple):
    """EDTF with what it was resolved against; `edtf` null when it was not."""

    edtf: str | None
    anchor: AnchorDate | None = None
    timex: str | None = None
    confidence: float = 1.0


def following(item: Item, base: str | None) -> Resolved:
    """`au printemps suivant`: the next or the last such one from the date before in the text."""
    bare = replace(item, steps=None, unit=None)
    edtf = against(bare, base, ahead=PAST if (item.steps or 1) < 0 else NEXT) if base else None
    span, told = days(edtf or ""), days(base or "")
    if edtf and span and told and span[0] <= told[1] and told[0] <= span[1]:  # the spring after 21 May
        edtf = edtf_of(replace(bare, year=int(edtf[:4]) + (item.steps or 1)))
    return Resolved(edtf, mention(base), timex_value(edtf)) if edtf else unknown(item)


def itself(item: Item, base: str | None) -> Resolved:
    """`ce vendredi-là`: the date before in the text, if it is such a week day."""
    same = base is not None and precision(base) == "D" and date.fromisoformat(base).isoweekday() == item.weekday
    return Resolved(base, mention(base), base) if same else Resolved(None, None, f"XXXX-WXX-{item.weekday}")


def next_weekday(item: Item, start: str, anchor: AnchorDate | None) -> Resolved:
    """The end of `Monday to Friday`: the first such day after the beginning."""
    edtf = shift(start, ((item.weekday or 0) - date.fromisoformat(start).isoweekday()) % 7, "D")
    return Resolved(edtf, anchor, edtf)


def mention(edtf: str | None) -> AnchorDate | None:
    """A date of the text as what another is resolved against."""
    return AnchorDate(kind="mention", date=edtf) if edtf else None


def in_month(item: Item, month: str) -> str | None:
    """The 17th, or the second Tuesday, of a month."""
    if item.rule:
        return feast(f"{month[5:7]}-{item.rule}", int(month[:4]))
    return f"{month}-{item.day:02d}" if item.day else None


def unknown(item: Item) -> Resolved:
    """The item without its year."""
    return Resolved(None, None, unresolved(item))
