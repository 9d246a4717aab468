"""From a group of items to what is said: single dates, ranges, and lists of neighbouring days."""

from collections.abc import Iterator

from pipeline.dates.evidence.confidence import item_confidence
from pipeline.dates.evidence.years import no_year
from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import Found
from pipeline.dates.rules.item import Item, replace
from pipeline.dates.scanning.joints import Group, Joint
from pipeline.dates.scanning.openers import bound_before, opened_by, opener_before
from pipeline.dates.scanning.ranges import DAYS, is_listed, is_move, list_end, range_end

_CLAUSE = 14  # tokens behind a date in which the verb is looked for


def compose(group: Group, tokens: Tokens, lexicon: DateLexicon) -> Iterator[Found]:
    """The dates that a group says, in order; what has too little evidence is left out."""
    several = any(item.shape != "dayonly" for item in group.items[1:])
    moved = len(group.items) == 2 and is_move(group.items[0], group.joints[0], tokens, lexicon)
    sure = [item_confidence(item, tokens, lexicon, alone=moved or not several) for item in group.items]
    first = _bare_days(group, tokens, lexicon)
    sure[first:] = [0.75] * (len(sure) - first)
    _inherit(group, sure, tokens, lexicon)
    index = 0
    while index < len(group.items):
        last = range_end(group, index, tokens, lexicon)
        listed = last == index
        if listed:
            last = list_end(group, index)
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
    if all(is_listed(joint) for joint in joints):
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


def _found(items: list[Item], tokens: Tokens, lexicon: DateLexicon, *, confidence: float, joint: Joint | None) -> Found:
    """`joint` is that of a range, None for a single date or a list."""
    first, last = items[0], items[-1]
    if len(items) > 1 and first.shape in DAYS:
        first = replace(first, days=None)
    begin, bound = first.first, None
    if joint and joint.sign in ("to", "and"):
        opener = opener_before(first.first, tokens, "Bofb")
        if opener is not None and (tokens.word(opener) in lexicon.range_openers or tokens.kind(opener) == "b"):
            begin = opener
    else:
        bound = bound_before(first.first, tokens)
    end = last.last
    if bound and _is_status(first.first, end, tokens, lexicon):
        bound = None
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
        past=bound is not None and opened_by(first.first, tokens, lexicon.past_bounds),
        deadline=bound is not None and opened_by(first.first, tokens, lexicon.deadlines),
        ahead=opened_by(first.first, tokens, lexicon.ahead, kinds="pbt"),
        attributive=begin > 0 and tokens.kind(begin - 1) == "o",
        habit=first.shape == "weekday" and len(items) == 1 and _is_habit(first, tokens, lexicon),
    )


def _is_status(first: int, end: int, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a date opens a sentence of the past and says when a thing was so, not from when on: `As of 9 March, the
    ministry has reported 90 cases`."""
    opener = opener_before(first, tokens, "b")
    if opener is None or tokens.word(opener) not in lexicon.status_bounds or tokens.kind(opener - 1) not in " .":
        return False
    words = [tokens.word(at) for at in range(end, min(end + _CLAUSE, len(tokens.kinds)))]
    clause = words[: words.index(".")] if "." in words else words
    return any(word in lexicon.past_auxiliaries for word in clause)


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
