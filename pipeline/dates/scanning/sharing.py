"""What joined items share: a month or a year that is said once, as in `du 30 avril au 2 mai 2013`, `May 4-6, 2014`."""

from pipeline.dates.calendar import valid_day
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item, replace
from pipeline.dates.scanning.joints import Group


def join_figures(group: Group) -> None:
    """`du 24/02 au 26/02/2022`: two numbers and a slash are a day and its month before a date in figures."""
    items, joints = group.items, group.joints
    for i in range(len(items) - 2, -1, -1):
        day, month = items[i], items[i + 1]
        bare = day.shape == month.shape == "dayonly" and joints[i].sign == "slash"
        if bare and any(later.figures for later in items[i + 2 :]) and valid_day(2000, month.day or 0, day.day or 0):
            items[i : i + 2] = [replace(day, shape="day", month=month.day, last=month.last)]
            del joints[i]


def share_months(group: Group, tokens: Tokens, lexicon: DateLexicon) -> None:
    """Bare days take the month of the item after them, or of a month-first item before them."""
    items, joints = group.items, group.joints
    chained = False
    for i in range(len(items) - 2, -1, -1):
        item, after = items[i], items[i + 1]
        linked = joints[i].sign != "comma" or chained or tokens.kind(item.first - 1) == "l"
        linked = linked and not (joints[i].sign == "dash" and (item.day or 0) >= (after.day or 32))
        chained = False
        if item.shape == "dayonly" and item.nth and (ordinal := _like(item, after)):
            items[i] = ordinal
        elif linked and item.shape == after.shape == "dayonly" and after.unit == "M" and not item.unit:
            items[i] = replace(item, steps=after.steps, unit="M")
            chained = True
        elif linked and _same_month(item, after):
            direction = after.direction
            items[i] = replace(item, shape="day", month=after.month, year=after.year, direction=direction)
            chained = True
    for i in range(1, len(items)):
        before, item = items[i - 1], items[i]
        if item.shape != "dayonly":
            continue
        if before.shape == "monthday" and _follows_month(group, i, tokens):
            items[i] = replace(item, shape="monthday", month=before.month)
        elif item.year is not None:
            items[i] = replace(item, year=None)


def _like(item: Item, after: Item) -> Item | None:
    """An ordinal as what the item after it is: `the 18th and 19th centuries`, `second and third quarters of 2014`."""
    number = item.day or 0
    if (after.literal or "").endswith("XX"):
        return replace(item, shape="literal", literal=f"{number - 1:02d}XX", spelled=False)
    base, size = (32, 4) if after.part in range(33, 37) else (39, 2)
    if after.shape != "part" or (after.part or 0) < 33 or number > size:
        return None
    return replace(item, shape="part", part=base + number, year=after.year, spelled=False)


def _same_month(item: Item, after: Item) -> bool:
    """Whether a bare day can be of the month of the day after it."""
    if item.shape != "dayonly" or item.year is not None or after.days or after.shape != "day":
        return False
    return valid_day(after.year or 2000, after.month or 0, item.day or 0)


def _follows_month(group: Group, index: int, tokens: Tokens) -> bool:
    """Whether a bare number after `May 4` is a day: `May 4-6`, `May 4 and 6, 2014`; not `On May 4, 15 people`."""
    item, joint = group.items[index], group.joints[index - 1]
    if joint.separate or not valid_day(2000, group.items[index - 1].month or 0, item.day or 0):
        return False
    if item.year is not None or joint.sign in ("dash", "slash"):
        return True
    rest = group.items[index:]
    if joint.sign == "comma":
        return any(later.year for later in rest) or any(j.sign == "and" for j in group.joints[index:])
    return tokens.kind(item.last) not in "xU$-" or joint.sign == "to"


def share_years(group: Group) -> None:
    """A year said once holds for the whole list; a range over New Year takes the year before or after."""
    items, joints = group.items, group.joints
    for i in range(len(items) - 2, -1, -1):
        item, after = items[i], items[i + 1]
        if _takes_year(item, after):
            over = joints[i].sign in ("to", "dash") and _later_in_year(item, after)
            items[i] = replace(item, year=(after.year or 0) - over)
    for i in range(1, len(items)):
        before, item = items[i - 1], items[i]
        if _takes_year(item, before) and not (joints[i - 1].sign == "and" and not _goes_on(before, item)):
            over = joints[i - 1].sign in ("to", "dash") and _later_in_year(before, item)
            items[i] = replace(item, year=(before.year or 0) + over)


def _takes_year(item: Item, other: Item) -> bool:
    datable = ("day", "monthday", "month", "part", "holiday")
    if item.year is not None or other.year is None or item.direction not in (None,):
        return False
    return item.shape in datable and other.shape in (*datable, "named")


def _goes_on(before: Item, item: Item) -> bool:
    """Whether an item after `and` is later in the same year (`5 May 2014 and 3 June`)."""
    return not (item.month or item.rule) or (bool(before.month) and not _later_in_year(before, item))


def _later_in_year(first: Item, second: Item) -> bool:
    if first.part and second.part:
        return first.part > second.part
    if not (first.month and second.month):
        return False
    return (first.month, first.day or 0) > (second.month, second.day or 31)
