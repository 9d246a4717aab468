"""Which day a week day is: `Monday`, `vendredi prochain`, `Friday of last week`, `lundi en huit`, a weekend."""

from datetime import date

from pipeline.dates.calendar import part_of, precision, shift
from pipeline.dates.rules.item import Item
from pipeline.records import AnchorDate


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
