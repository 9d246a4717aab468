"""One pass over a passage: everything in it that is a date, a duration, a set or a time."""

import re
from dataclasses import replace

from pipeline.dates.compose import bound_before, compose
from pipeline.dates.found import Found
from pipeline.dates.groups import read_group
from pipeline.dates.items import STARTS
from pipeline.dates.lexicon import DateLexicon
from pipeline.dates.relative import RELATIVE_STARTS, read_relative
from pipeline.dates.tokens import Tokens

_NUMBERS = "DOZNSs"
_AFTER_NUMBER = "MUColetb,/r" + re.escape("-") + "imwhGJruc"  # what makes a number worth a look: month, unit, list …
_OTHERS = re.escape("".join(sorted((STARTS | RELATIVE_STARTS) - set(_NUMBERS))))
_START = re.compile(f"[{_OTHERS}]|[{_NUMBERS}](?=[{_AFTER_NUMBER}])|(?<=[lop])[DOSs]")


def scan(tokens: Tokens, lexicon: DateLexicon) -> list[Found]:
    """The expressions of a passage in order, none overlapping another."""
    found: list[Found] = []
    match = _START.search(tokens.kinds)
    while match:
        index = _at(tokens, match.start(), lexicon, found)
        match = _START.search(tokens.kinds, max(index, match.start() + 1))
    return found


def _two_days(tokens: Tokens, index: int, before: Found, one: Found) -> Found | None:
    """`hier et aujourd'hui`: two neighbouring days against the anchor are one mention."""
    joined = tokens.kind(index - 1) == "e" and index > 1 and tokens.ends[index - 2] == before.end
    days = before.base == one.base == "anchor" and before.unit == one.unit == "D" and before.until is None
    if not (joined and days and one.steps - before.steps == 1):
        return None
    return replace(before, end=one.end, until=one.steps)


def _at(tokens: Tokens, index: int, lexicon: DateLexicon, found: list[Found]) -> int:
    """Read what begins at a token; the index to go on from."""
    relative = read_relative(tokens, index, lexicon)
    if relative:
        bound = bound_before(index, tokens) if relative[0].base else None
        one = replace(relative[0], bound=bound)
        if found and (both := _two_days(tokens, index, found[-1], one)):
            found[-1] = both
        else:
            found.append(one)
        return relative[1]
    group = read_group(tokens, index, lexicon) if tokens.kind(index) in STARTS else None
    if group is None:
        return index + 1
    size = len(found)
    for one in compose(group, tokens, lexicon):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return group.end if len(found) > size or len(group.items) > 1 else group.items[0].first + 1
