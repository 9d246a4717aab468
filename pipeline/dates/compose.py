"""From a group of items to what is said: single dates, ranges, and lists of neighbouring days."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.dates.classes import CLASSES
from pipeline.dates.evidence import item_confidence
from pipeline.dates.found import Found, bound_of
from pipeline.dates.groups import Group, Joint
from pipeline.dates.item import Item, replace
from pipeline.dates.lexicon import DateLexicon
from pipeline.dates.refused import no_year
from pipeline.dates.tokens import Tokens
from pipeline.records import Bound

_DAYS = ("day", "monthday")
_LONGEST = 10  # years of a programme that is named by its ends: `2021/2027`


def compose(group: Group, tokens: Tokens, lexicon: DateLexicon) -> Iterator[Found]:
    """The dates that a group says, in order; what has too little evidence is left out."""
    several = any(item.shape != "dayonly" for item in group.items[1:])
    moved = len(group.items) == 2 and _is_move(group.items[0], group.joints[0], tokens, lexicon)
    sure = [item_confidence(item, tokens, lexicon, alone=moved or not several) for item in group.items]
    first = _bare_days(group, tokens, lexicon)
    sure[first:] = [0.75] * (len(sure) - first)
    _inherit(group, sure, tokens, lexicon)
    index = 0
    while index < len(group.items):
        last = _range_end(group, index, tokens, lexicon)
        listed = last == index
        if listed:
            last = _list_end(group, index)
        confidence = min(sure[index : last + 1])
        if confidence:
            joint = None if listed else group.joints[index]
            yield _found(group.items[index : last + 1], tokens, lexicon, confidence=confidence, joint=joint)
        index = last + 1


def _bare_days(group: Group, tokens: Tokens, lexicon: DateLexicon) -> int:
    """Where days of a month said before begin (`les 23 et 30`, `du 24 au 25`), the clause ending after them."""
    first = size = len(group.items)
    while first and _bare(group.items[first - 1]) and (first == size or not group.joints[first - 1].separate):
        first -= 1
    days, joints = [item.day or 0 for item in group.items[first:]], group.joints[first:]
    if len(days) < 2 or days != sorted(set(days)) or tokens.kind(group.end) not in ",.);! ":
        return size
    opener = tokens.word(group.items[first].first - 1)
    if all(_listed(joint) for joint in joints):
        weekend = tokens.kind(group.items[first].first) == CLASSES["unit"]  # week-end des 5 et 6
        return first if weekend or opener in lexicon.day_list_openers else size
    return first if len(days) == 2 and joints[0].sign == "to" and opener in lexicon.range_openers else size


def _bare(item: Item) -> bool:
    return item.shape == "dayonly" and not (item.unit or item.year or item.weekday)


def _inherit(group: Group, sure: list[float], tokens: Tokens, lexicon: DateLexicon) -> None:
    """A bare year in a list is as sure as the one before it: `en 1848 et 1871`, but not `articles 2010 à 2015`."""
    for i in range(1, len(sure)):
        item, before = group.items[i], group.items[i - 1]
        if item.shape != "year" or before.shape not in ("year", "named") or not _same_list(group, i):
            continue
        if not sure[i - 1]:
            sure[i] = sure[i] if group.joints[i - 1].separate else 0.0
        elif sure[i]:
            sure[i] = sure[i - 1] = max(sure[i], sure[i - 1])
        elif (item.year or 0) > (before.year or 0) and not no_year(item, tokens, lexicon):
            sure[i] = sure[i - 1]


def _same_list(group: Group, index: int) -> bool:
    """Whether an item is joined to the one before it, and not only by a comma (`In 1848, 1871 rebels fell`)."""
    return any(joint.sign != "comma" for joint in group.joints[index - 1 :])


def _range_end(group: Group, index: int, tokens: Tokens, lexicon: DateLexicon) -> int:
    """The index of the item that ends a range beginning here, or `index`."""
    if index + 1 >= len(group.items):
        return index
    first, second, joint = group.items[index], group.items[index + 1], group.joints[index]
    if not _comparable(first, second) or not _ordered(first, second):
        return index
    if joint.sign == "dash" and (first.shape == "holiday") != (second.shape == "holiday"):
        return index  # 1 January - New Year
    if joint.sign in ("to", "dash"):
        return index if _is_move(first, joint, tokens, lexicon) else index + 1
    if joint.sign == "and":
        return index + 1 if _opener(first.first, tokens, "B") is not None else index
    if joint.sign == "slash":
        close = first.shape == "year" and second.shape in ("year", "named") and _period(first, second, tokens)
        return index + 1 if close or _neighbours(first, second) or _next_month(first, second) else index
    return index


def _is_move(first: Item, joint: Joint, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether something is moved from one day to the other: `the visit was postponed from 5 to 12 May`."""
    opener = _opener(first.first, tokens, "Bofb") if joint.sign == "to" and first.day else None
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


def _list_end(group: Group, index: int) -> int:
    """The index of the last of a run of neighbouring days said as one list."""
    last = index
    while last + 1 < len(group.items) and _listed(group.joints[last]):
        first, second = group.items[last], group.items[last + 1]
        if not _neighbours(first, second) and not (second.direction is not None and _next_month(first, second)):
            break  # octobre et novembre derniers
        last += 1
    return last


def _listed(joint: Joint) -> bool:
    return joint.sign in ("and", "comma") and not joint.separate


def _neighbours(first: Item, second: Item) -> bool:
    if first.shape == second.shape == "dayonly" and not (first.unit or first.weekday):
        return (second.day or 0) - (first.day or 0) == 1
    if first.shape == second.shape == "weekday":
        return (second.weekday or 0) - (first.weekday or 0) in (1, -6)
    if first.shape not in _DAYS or second.shape not in _DAYS or not (first.month and second.month):
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


def _opener(index: int, tokens: Tokens, kinds: str) -> int | None:
    """The index of the token of one of these classes before a token and its determiner."""
    index -= 1
    kind = tokens.kind(index)
    if kind == "l" or (kind == "!" and tokens.word(index) == ":"):  # valid until: 31 December
        index -= 1
        kind = tokens.kind(index)
    return index if kind in kinds else None


def _found(items: list[Item], tokens: Tokens, lexicon: DateLexicon, *, confidence: float, joint: Joint | None) -> Found:
    """`joint` is that of a range, None for a single date or a list."""
    first, last = items[0], items[-1]
    if len(items) > 1 and first.shape in _DAYS:
        first = replace(first, days=None)
    begin, bound = first.first, None
    if joint and joint.sign in ("to", "and"):
        opener = _opener(first.first, tokens, "Bofb")
        if opener is not None and (tokens.word(opener) in lexicon.range_openers or tokens.kind(opener) == "b"):
            begin = opener
    else:
        bound = bound_before(first.first, tokens)
    end = last.last
    if tokens.kind(end) == "w" and bound is None:
        bound = "ON_OR_AFTER"
    named = _with_determiner(first) if len(items) == 1 else not joint or first.day is not None
    named = named and not (first.day and tokens.kind(begin) == "U")  # the weekend of 5 and 6 June
    if begin == first.first and named and tokens.kind(begin - 1) == "l":
        begin -= 1
    return Found(
        tokens.starts[begin],
        tokens.ends[end - 1],
        confidence,
        item=first,
        last=last if len(items) > 1 else None,
        bound=bound,
        past=bound is not None and _opened(first.first, tokens, lexicon.past_bounds),
        deadline=bound is not None and _opened(first.first, tokens, lexicon.deadlines),
        ahead=_opened(first.first, tokens, lexicon.ahead, kinds="pbt"),
        attributive=begin > 0 and tokens.kind(begin - 1) == "o",
        habit=first.shape == "weekday" and len(items) == 1 and _is_habit(first, tokens, lexicon),
    )


def _is_habit(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a determiner makes a week day that of every week: `ouvert le samedi`."""
    if not lexicon.habitual_weekdays or tokens.kind(item.first - 1) != "l":
        return False
    plain = item.direction is None and item.steps is None and item.days is None
    hours = tokens.kind(item.last) == "o" and tokens.kind(item.last + 1) in "DIS"  # le lundi de 9 h à 12 h
    return plain and (hours or tokens.kind(item.last) not in "oxDOS") and tokens.kind(item.first - 2) not in "mb"


def _with_determiner(item: Item) -> bool:
    """The determiner belongs to lists, seasons and named periods."""
    named = item.shape in ("named", "literal") or (item.part is not None and item.part < 30)
    return named and item.core == item.first


def _opened(index: int, tokens: Tokens, words: frozenset[str], *, kinds: str = "b") -> bool:
    opener = _opener(index, tokens, kinds)
    return opener is not None and tokens.word(opener) in words


def bound_before(index: int, tokens: Tokens) -> Bound | None:
    """What a word such as `depuis` or `until` before a token and its determiner says."""
    opener = _opener(index, tokens, "b")
    return bound_of(opener, tokens) if opener is not None else None
