"""How far a range or a list of neighbouring days goes in a group: `du 4 au 6 mai`, `2012/2013`, `5, 6 et 7 mai`."""

from datetime import date, timedelta

from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item
from pipeline.dates.scanning.joints import Group, Joint
from pipeline.dates.scanning.openers import opener_before

DAYS = ("day", "monthday")
_LONGEST = 10  # years of a programme that is named by its ends: `2021/2027`


def range_end(group: Group, index: int, tokens: Tokens, lexicon: DateLexicon) -> int:
    """The index of the item that ends a range beginning here, or `index`."""
    if index + 1 >= len(group.items):
        return index
    first, second, joint = group.items[index], group.items[index + 1], group.joints[index]
    if not _comparable(first, second) or not _ordered(first, second):
        return index
    if joint.sign == "dash" and (first.shape == "holiday") != (second.shape == "holiday"):
        return index  # 1 January - New Year
    if joint.sign in ("to", "dash"):
        return index if is_move(first, joint, tokens, lexicon) else index + 1
    if joint.sign == "and":
        return index + 1 if opener_before(first.first, tokens, "B") is not None else index
    if joint.sign == "slash":
        close = first.shape == "year" and second.shape in ("year", "named") and _period(first, second, tokens)
        return index + 1 if close or _neighbours(first, second) or _next_month(first, second) else index
    return index


def is_move(first: Item, joint: Joint, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether something is moved from one day to the other: `the visit was postponed from 5 to 12 May`."""
    opener = opener_before(first.first, tokens, "Bofb") if joint.sign == "to" and first.day else None
    return opener is not None and tokens.word(opener - 1) in lexicon.moved


def _period(first: Item, second: Item, tokens: Tokens) -> bool:
    """Whether two years with a slash are the ends of a period: `2012 / 2013`, `2021/2027`."""
    gap = (second.year or 0) - (first.year or 0)
    return gap == 1 or (1 < gap <= _LONGEST and tokens.glued(first.last) and tokens.glued(second.first))


def _comparable(first: Item, second: Item) -> bool:
    if first.shape == second.shape == "span" or first.unit == second.unit == "M":
        return True
    if second.unit == "T":
        return True
    if first.shape == second.shape == "dayonly" and not (first.unit or second.unit or first.weekday):
        return (first.day or 0) < (second.day or 0)
    if "dayonly" in (first.shape, second.shape) or "span" in (first.shape, second.shape):
        return False
    if "weekday" in (first.shape, second.shape):
        return first.shape == second.shape
    return first.complete == second.complete


def _ordered(first: Item, second: Item) -> bool:
    if not (first.complete and second.complete) or first.literal or second.literal:
        return True
    low, high = first.year or 0, second.year or 0
    if low != high:
        return low < high
    if first.month and second.month:
        return (first.month, first.day or 0) < (second.month, second.day or 32)
    return first.shape != "year" or second.shape != "year"


def list_end(group: Group, index: int) -> int:
    """The index of the last of a run of neighbouring days said as one list."""
    last = index
    while last + 1 < len(group.items) and is_listed(group.joints[last]):
        first, second = group.items[last], group.items[last + 1]
        if not _neighbours(first, second) and not (second.direction is not None and _next_month(first, second)):
            break  # octobre et novembre derniers
        last += 1
    return last


def is_listed(joint: Joint) -> bool:
    """Whether a joint is one of a list: `and` or a comma, with no determiner of its own behind it."""
    return joint.sign in ("and", "comma") and not joint.separate


def _neighbours(first: Item, second: Item) -> bool:
    if first.shape == second.shape == "dayonly" and not (first.unit or first.weekday):
        return (second.day or 0) - (first.day or 0) == 1
    if first.shape == second.shape == "weekday":
        return (second.weekday or 0) - (first.weekday or 0) in (1, -6)
    if first.shape not in DAYS or second.shape not in DAYS or not (first.month and second.month):
        return False
    if first.year != second.year and first.year and second.year and second.year - first.year != 1:
        return False
    year = first.year or second.year or 2000
    try:
        low = date(year, first.month, first.day or 1)
        high = date(second.year or year, second.month, second.day or 1)
    except ValueError:
        return False
    return high - low == timedelta(days=1)


def _next_month(first: Item, second: Item) -> bool:
    months = first.shape == second.shape == "month" and first.mod is None and second.mod is None
    return months and ((second.month or 0) - (first.month or 0)) % 12 == 1
