"""What looks like a date and is part of something else: a reference, a price, a measure, the name of a street."""

import re

from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item

_UNIT_SIGN = re.compile(r"[ \xa0\u202f]?[%€$£¥°‰]")
_CODE_AFTER = re.compile(r"[/_@#]\w|[-.]\w|:\d")
_CODE_BEFORE = re.compile(r"[\w)][/_#.-]$|[#@$€£_]\s?$")
_ACRONYM = 5  # letters at most


def names_place(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a day names a place: `rue du 4-Septembre`, `place du 18 juin 1940`, `14 March Street`."""
    if not (item.month or item.rule):
        return False
    if tokens.word(item.last) in lexicon.named_after and tokens.text[tokens.starts[item.last]].isupper():
        return True
    return tokens.kind(item.first - 1) == "o" and tokens.word(item.first - 2) in lexicon.named_after


def code_around(item: Item, tokens: Tokens) -> bool:
    """Part of a reference (`A/RES/2014`, `2014/53/UE`), a price or a measure, or the number of `1325 (2000)`."""
    first = item.first if item.mod else item.core
    start, end = tokens.starts[first], tokens.ends[item.last - 1]
    before, after = tokens.text[max(start - 3, 0) : start], tokens.text[end : end + 3]
    pair = tokens.kinds[max(first - 2, 0) : first] in ("Y-", "Y/")
    pair = pair or tokens.kind(item.first - 1) == "b"  # post-2015
    if (not pair and _CODE_BEFORE.search(before)) or _UNIT_SIGN.match(after):
        return True
    if _CODE_AFTER.match(after) and not _range_after(item, tokens):
        return True
    kinds = tokens.kinds[item.last : item.last + 3]
    return len(kinds) == 3 and kinds[0] == "(" and kinds[1] == "Y" and kinds[2] == ")"


def coded(item: Item, tokens: Tokens) -> bool:
    """Whether a short name in capitals before figures makes them the number of a paper: `CMM 2012-01`."""
    start, end = (tokens.starts[item.first - 1], tokens.ends[item.first - 1]) if item.first else (0, 0)
    name = tokens.text[start:end]
    return 2 <= len(name) <= _ACRONYM and name.isupper() and tokens.kind(item.first - 1) == "z"


def _range_after(item: Item, tokens: Tokens) -> bool:
    kinds = tokens.kinds[item.last : item.last + 2]
    if kinds in ("-Y", "/Y"):
        return tokens.entries[item.last + 1].number > (item.year or 0)
    return len(kinds) == 2 and kinds[0] == "-" and kinds[1] in "xzmME"  # fin 2014-début 2015


def identified(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """After a word such as `article` or `n°`, also over a sign (`art. 2010`, `tél. : 2014`)."""
    index = item.first - 1
    for _ in range(3):
        if tokens.kind(index) not in ".!$":
            break
        sign = tokens.word(index)
        if sign in lexicon.identifiers or tokens.word(index - 1) + sign in lexicon.identifiers:
            return True
        index -= 1
    word = tokens.word(index)
    if len(word) == 1 and tokens.kind(index) in "xz":
        return True  # p. 2010, U.S.C. 2014, A 2014
    if tokens.kind(index) == "z" and len(word) < 4 and tokens.word(index - 1) in lexicon.identifiers:
        return True  # vol AF 1980
    return word in lexicon.identifiers or f"{tokens.word(index - 1)} {word}" in lexicon.identifiers
