"""Spelled numbers: runs of number words joined to one token, as far as dates need them (to 2199)."""

import re

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.meanings import Entry

_CARDINAL, _ORDINAL, _AND, _DASH = (CLASSES[name] for name in ("spelled", "spelledth", "and", "dash"))


_JOINED = re.compile("S[e-]?[Ss]")


def may_merge(kinds: str, entries: list[Entry]) -> bool:
    """Whether number words stand together, or one is a thousand, which may be a year."""
    index = kinds.find(_CARDINAL)
    if index < 0 or _JOINED.search(kinds, index):
        return index >= 0
    while index >= 0:
        if entries[index].number >= 1000:
            return True
        index = kinds.find(_CARDINAL, index + 1)
    return False


def merge_spelled(starts: list[int], ends: list[int], entries: list[Entry]) -> None:
    """Join neighbouring number words in place; a value that can be a year becomes a `spelledyear`."""
    index, keep = 0, 0
    while index < len(entries):
        last, entry = index, entries[index]
        if entry.kind == _CARDINAL:
            last, entry = _run(entries, index)
        starts[keep], ends[keep], entries[keep] = starts[index], ends[last], entry
        index, keep = last + 1, keep + 1
    del starts[keep:], ends[keep:], entries[keep:]


def _run(entries: list[Entry], first: int) -> tuple[int, Entry]:
    """The number that begins at a token: the index of its last token, and what it means."""
    total, current, last, kind = 0, entries[first].number, first, _CARDINAL
    if current in (100, 1000):
        total, current = (1000, 0) if current == 1000 else (0, 100)
    while kind == _CARDINAL:
        following = last + 1
        joined = following < len(entries) and entries[following].kind in (_AND, _DASH)
        following += joined
        if following >= len(entries) or entries[following].kind not in (_CARDINAL, _ORDINAL):
            break
        by_and = joined and entries[following - 1].kind == _AND
        step = _extend(total, current, entries[following].number, by_and=by_and)
        if step is None or entries[following].text == "roman":
            break
        (total, current), kind, last = step, entries[following].kind, following
    value = total + current
    if kind == _CARDINAL and 1000 <= value <= 2199:
        return last, Entry(CLASSES["spelledyear"], value)
    return last, Entry(kind, value)


def _extend(total: int, current: int, number: int, *, by_and: bool) -> tuple[int, int] | None:
    """The number with one more word, or None when that word begins another number."""
    if number == 1000:
        return (total + max(current, 1) * 1000, 0) if total == 0 and current < 1000 and not by_and else None
    if number == 100:
        return (total, max(current, 1) * 100) if current < 100 and not by_and else None
    if current in range(11, 21) and number >= 10 and total == 0 and not by_and:
        return total, current * 100 + number  # nineteen ninety-two
    rest = current % 100
    room = rest == 0 or (rest in (60, 80) and number < 20) or (rest % 10 == 0 and rest > 10 and number < 10)
    if current == 10 and number in (7, 8, 9) and not by_and:
        room = True  # dix-sept
    if rest == 10 and current > 100 and number in (7, 8, 9):
        room = True
    if not room or (by_and and not (rest == 0 or number in (1, 11))):
        return None
    if current == 0 and total == 0:
        return None
    return total, current + number
