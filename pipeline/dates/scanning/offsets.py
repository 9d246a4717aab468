"""Days counted from a day that is named: `la veille de Noël`, `two days before Christmas`, `a week from tomorrow`."""

import re

from pipeline.dates.dated.modified import ITEM_STARTS, read_item
from pipeline.dates.evidence.confidence import item_confidence
from pipeline.dates.lexicon.classes import compile_rule
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import Found, bound_of
from pipeline.dates.rules.item import Item
from pipeline.dates.undated.durations import NUMBER
from pipeline.dates.undated.lengths import amount

_COUNTED = compile_rule(f"(?P<N>{NUMBER}) (?P<U>unit) ((?P<B>bound)|from) det?")
_FROM_TODAY = compile_rule(f"(?P<N>{NUMBER}) (?P<U>unit) deictic")
_NEXT_TO = compile_rule("anaphor of? det?")
_DAYS = {"D": 1, "W": 7, "F": 14, "F8": 8, "F15": 15}
_STEP = re.compile(r"(-?\d+)D\+?")


def read_offset(tokens: Tokens, index: int, lexicon: DateLexicon) -> tuple[Found, int] | None:
    """What begins at a token, and the index of the token after it."""
    if tokens.kind(index + 2) == "n" and (match := _FROM_TODAY.match(tokens.kinds, index)):
        days = _days(match, tokens)
        return _from_deictic(tokens, index, match.end() - 1, days) if days else None
    if match := _NEXT_TO.match(tokens.kinds, index):
        step = _STEP.fullmatch(tokens.entries[index].text)
        return _from_item(tokens, index, match.end(), lexicon, int(step[1]), named=False) if step else None
    match = _COUNTED.match(tokens.kinds, index)
    if not match or (bound := bound_of(match.start("B"), tokens) if match["B"] else "AFTER") not in ("BEFORE", "AFTER"):
        return None
    days = _days(match, tokens) * (-1 if bound == "BEFORE" else 1)
    if not days:
        return None
    if tokens.kind(match.end()) == "n":
        return _from_deictic(tokens, index, match.end(), days)
    return _from_item(tokens, index, match.end(), lexicon, days, named=True)


def _days(match: re.Match[str], tokens: Tokens) -> int:
    """The days of number and unit, 0 where they are no number of days."""
    count, size = amount(tokens, match.start("N")), _DAYS.get(tokens.entries[match.start("U")].text)
    return int(count[0]) * size if size and count and count[0].isdigit() and len(count[0]) < 4 else 0


def _from_deictic(tokens: Tokens, first: int, at: int, days: int) -> tuple[Found, int] | None:
    step = _STEP.fullmatch(tokens.entries[at].text)
    if not step:
        return None
    start, end = tokens.starts[first], tokens.ends[at]
    return Found(start, end, 0.85, base="anchor", steps=int(step[1]) + days, unit="D"), at + 1


def _from_item(
    tokens: Tokens, first: int, at: int, lexicon: DateLexicon, days: int, *, named: bool
) -> tuple[Found, int] | None:
    """Days from a date of one day; `named`: only from one that has a name (a feast, a week day)."""
    item = read_item(tokens, at, lexicon) if tokens.kind(at) in ITEM_STARTS else None
    if item is None or not _one_day(item, named=named) or not item_confidence(item, tokens, lexicon, alone=True):
        return None
    found = Found(tokens.starts[first], tokens.ends[item.last - 1], 0.8, item=item, offset=days, ahead=days > 0)
    return found, item.last


def _one_day(item: Item, *, named: bool) -> bool:
    if item.shape in ("holiday", "weekday"):
        return not (item.rule or "").startswith("W") and item.days is None
    return not named and item.day is not None and item.month is not None
