"""One pass over a passage: everything in it that is a date, a duration, a set or a time."""

import re

from pipeline.dates.dated.modified import ITEM_STARTS
from pipeline.dates.lexicon.classes import compile_rule
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import MODS, Found, replace
from pipeline.dates.scanning.clock_days import is_day, with_days
from pipeline.dates.scanning.compose import compose
from pipeline.dates.scanning.groups import read_group
from pipeline.dates.scanning.joints import Group
from pipeline.dates.scanning.offsets import read_offset
from pipeline.dates.scanning.openers import bound_before
from pipeline.dates.undated.table import UNDATED_STARTS, read_undated

_MODIFIED = "((?P<M>modifier) dash? ((of|prep|to)? det?)?)?"
_PART_OF = compile_rule(f"{_MODIFIED} (?P<T>daypart) ((of|from) det? | (?=weekday))")
_PART_AFTER = compile_rule(f"comma? (prep|to)? det? {_MODIFIED} (?P<T>daypart)")
_NUMBERS = "DOZNSs"
_AFTER_NUMBER = (
    "MUCWVColetpbjkF,/r" + re.escape("-+") + "12467imwhGJruc"
)  # what makes a number worth a look: month, unit, list …
_COMMON = {  # what must follow the small words that most often open nothing
    "l": "[UCTaV]",
    "p": "[DZNYSPq]-?[+UC]|lT",
    "b": r"[DZNYSPq]-?\+?[UC]",
    "q": "[-+UCFr4]",
    "r": "[^xz.,;)]",
    "c": "[^xz.,;)]",
    "a": "[^xzlpte.,;)]",
}
_OTHERS = re.escape("".join(sorted((ITEM_STARTS | UNDATED_STARTS) - set(_NUMBERS) - set(_COMMON))))
_START = re.compile(
    f"[{_OTHERS}]|[{_NUMBERS}](?=[{_AFTER_NUMBER}])|(?<=[lopbt])[DOSs]"
    + "".join(f"|{kind}(?={after})" for kind, after in _COMMON.items())
)


def scan(tokens: Tokens, lexicon: DateLexicon) -> list[Found]:
    """The expressions of a passage in order, none overlapping another."""
    found: list[Found] = []
    match = _START.search(tokens.kinds)
    while match:
        index = _at(tokens, match.start(), lexicon, found)
        match = _START.search(tokens.kinds, max(index, match.start() + 1))
    return with_days(found, tokens, lexicon)


def _two_days(tokens: Tokens, index: int, before: Found, one: Found) -> Found | None:
    """`hier et aujourd'hui`: two neighbouring days against the anchor are one mention."""
    joined = tokens.kind(index - 1) == "e" and index > 1 and tokens.ends[index - 2] == before.end
    days = before.base == one.base == "anchor" and before.unit == one.unit == "D" and before.until is None
    if not (joined and days and one.steps - before.steps == 1):
        return None
    return replace(before, end=one.end, until=one.steps)


def _at(tokens: Tokens, index: int, lexicon: DateLexicon, found: list[Found]) -> int:
    """Read what begins at a token; the index to go on from."""
    undated = read_offset(tokens, index, lexicon) or read_undated(tokens, index, lexicon)
    if undated:
        one, end = undated
        if one.base and one.bound is None and (bound := bound_before(index, tokens)):
            one = replace(one, bound=bound)
        if found and (both := _two_days(tokens, index, found[-1], one)):
            found[-1] = both
        else:
            found.append(one)
        return end
    if tokens.kinds[index] in "mT" and (prefix := _PART_OF.match(tokens.kinds, index)):
        return _part_of(tokens, prefix, lexicon, found)
    return _group_at(tokens, index, lexicon, found)


def _group_at(tokens: Tokens, index: int, lexicon: DateLexicon, found: list[Found]) -> int:
    group = read_group(tokens, index, lexicon) if tokens.kind(index) in ITEM_STARTS else None
    if group is None:
        return index + 1
    size = len(found)
    for one in compose(group, tokens, lexicon):
        if not found or one.start >= found[-1].end:
            found.append(one)
    if len(found) == size:
        return _go_on(group)
    part = _PART_AFTER.match(tokens.kinds, group.end)
    if part and found[-1].end == tokens.ends[group.end - 1] and is_day(found[-1]):
        found[-1] = _in_part(found[-1], part, tokens)
        found[-1] = replace(found[-1], end=tokens.ends[part.end() - 1])
        return part.end()
    return group.end


def _go_on(group: Group) -> int:
    """Where to read on when nothing is made of a group; its last number may count a time: `27 et 31 ans`."""
    if len(group.items) == 1:
        return group.items[0].first + 1
    last = group.items[-1]
    return last.first if last.shape == "dayonly" else group.end


def _in_part(day: Found, part: re.Match[str], tokens: Tokens) -> Found:
    """A day in the part of it that a rule matched, with what is said of that part: its beginning, its end."""
    item = day.item
    if part["M"] and item:
        item = item._replace(mod=MODS[tokens.entries[part.start("M")].text])
    return replace(day, item=item, part=f"T{tokens.entries[part.start('T')].text}")


def _part_of(tokens: Tokens, prefix: re.Match[str], lexicon: DateLexicon, found: list[Found]) -> int:
    """`the morning of 3 May`, `la nuit du 3 au 4 mai`: a part of the day before its date."""
    size = len(found)
    end = _group_at(tokens, prefix.end(), lexicon, found)
    if len(found) != size + 1:
        return end if len(found) > size else prefix.start() + 1
    if is_day(found[-1]):
        found[-1] = _in_part(found[-1], prefix, tokens)
    found[-1] = replace(found[-1], start=tokens.starts[prefix.start()])
    return end
