"""Clock times and the day that is said beside them: `tomorrow at 5 pm`, `le 3 juillet à 10 h 30`, `10:30 on Friday`."""

import re

from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import Found, replace

_PIECES = re.compile(r"\w+|[^\w\s]")
_LINKS = frozenset("ptlofb,-(emB")  # classes of words between a time and its day
_WORD = 30  # characters of a word
_GAP = 16  # characters between them


def is_day(found: Found) -> bool:
    """Whether a find is one day, not a longer time."""
    if found.base:
        return found.unit == "D" and found.until is None
    item = found.item
    if item is None or found.last is not None or item.days or found.offset:
        return False
    return bool(item.day or item.weekday or (item.rule and item.rule[0] != "W"))


def with_days(found: list[Found], tokens: Tokens, lexicon: DateLexicon) -> list[Found]:
    """The finds of a passage, each clock time with the place of its day among them."""
    for index, one in enumerate(found):
        if one.type != "TIME" or one.base or not one.timex.startswith("T"):
            continue
        if index and _near(found[index - 1], one, tokens, lexicon):
            before = found[index - 1]
            is_its_day = is_day(before) and (not before.part or before.base is not None)
            step = -1 if is_its_day else before.beside - 1 if before.beside < 0 else 0
            found[index] = replace(one, beside=step)
        after = found[index + 1] if index + 1 < len(found) else None
        if not found[index].beside and after and is_day(after) and _near(one, after, tokens, lexicon):
            found[index] = replace(one, beside=1)
        if beside := found[index].beside:
            day = found[index + beside]
            found[index + beside] = replace(day, ahead=not _is_told(day, tokens, lexicon))
    for index in range(len(found) - 2, -1, -1):  # from 3 pm to 5 pm tomorrow
        one, after = found[index], found[index + 1]
        open_time = one.type == after.type == "TIME" and not one.beside and after.beside > 0
        if open_time and _near(one, after, tokens, lexicon):
            found[index] = replace(one, beside=after.beside + 1)
    return found


def _is_told(day: Found, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a participle right before a day tells of what has happened: `déclenchée samedi à 21 heures`."""
    word = tokens.text[max(day.start - _WORD, 0) : day.start].split(" ")[-2:-1]
    return bool(word) and word[0].islower() and word[0].endswith(lexicon.participle_endings)


def _near(first: Found, second: Found, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether only small words stand between two finds."""
    if second.start - first.end > _GAP:
        return False
    pieces = _PIECES.findall(tokens.folded[first.end : second.start])
    words = lexicon.words
    return len(pieces) <= 3 and all(
        piece in ",-(t" or piece in lexicon.zones or (piece in words and words[piece].kind in _LINKS)
        for piece in pieces
    )
