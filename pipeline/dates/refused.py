"""What looks like a date and is none: codes and references, the numbers of houses, counts and measures, streets."""

import re

from pipeline.dates.item import Item
from pipeline.dates.lexicon import DateLexicon
from pipeline.dates.tokens import Tokens

_UNIT_SIGN = re.compile(r"[ \xa0\u202f]?[%€$£¥°‰]")
_CODE_AFTER = re.compile(r"[/_@#]\w|[-.]\w|:\d")
_CODE_BEFORE = re.compile(r"[\w)][/_#.-]$|[#@$€£_]\s?$")
_ACRONYM = 5  # letters at most
_ROW = re.compile("N[YNZD]*$")


def names_place(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a day names a place: `rue du 4-Septembre`, `place du 18 juin 1940`, `14 March Street`."""
    if not (item.month or item.rule):
        return False
    if tokens.word(item.last) in lexicon.named_after and tokens.text[tokens.starts[item.last]].isupper():
        return True
    return tokens.kind(item.first - 1) == "o" and tokens.word(item.first - 2) in lexicon.named_after


def no_year(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether what stands around four digits makes them a code, a number or a count."""
    code = code_around(item, tokens) or identified(item, tokens, lexicon) or _in_row(item, tokens)
    return (
        code
        or _counted(item, tokens, lexicon)
        or _house(item, tokens, lexicon)
        or _model(item, tokens, lexicon)
        or _how_many(item, tokens, lexicon)
    )


def _how_many(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether four digits are what something came to: `amounted to 2108`, `rose from 1330 to above 15,000`."""
    if tokens.kind(item.first - 1) not in "tfo":
        return False
    changed = tokens.word(item.first - 2) in lexicon.changes
    if not changed or tokens.kind(item.last) in "tb":
        kinds = tokens.kinds[item.last : item.last + 3]
        return tokens.kind(item.first - 1) in "fo" and kinds[:1] == "t" and kinds[-1:] == "N"
    return tokens.kind(item.first - 1) == "t" and not 1900 <= (item.year or 0) <= 2050


def _model(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether four digits are the name of a model behind its make: `une Peugeot 2008`, `his Mazda 2000`."""
    if tokens.kind(item.first - 1) not in "zx" or item.core != item.first:
        return False
    return tokens.word(item.first - 1) in lexicon.makes and item.first > 1 and tokens.kind(item.first - 2) not in "pt.;"


def _house(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether four digits are the number of a house: `1600 Pennsylvania Avenue`, `au 1789 boulevard du Nord`."""
    at = item.last
    street = next((i for i in range(at, at + 3) if tokens.word(i) in lexicon.named_after), None)
    if street is None or any(tokens.kind(i) != "z" for i in range(at, street)):
        return False
    return tokens.kind(item.first - 1) in "pt,x(" and (street > at or tokens.kind(item.first - 1) != "p")


def _in_row(item: Item, tokens: Tokens) -> bool:
    """Whether four digits go on a row of numbers that begins with one that is no year: `0800 2015 2016`."""
    return _ROW.search(tokens.kinds, max(item.core - 4, 0), item.core) is not None


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


def _counted(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Followed by what it counts: `2014 personnes`, `1950 MW`."""
    index = item.last
    ends = tokens.kinds[max(item.first - 2, 0) : item.first] in ("Y-", "Y/", "Yt")
    opener = tokens.kind(item.first - 3 if ends else item.first - 1)  # the protocol for 1986-1990 foresees
    word = tokens.word(index)
    if not word or tokens.text[tokens.ends[index - 1] : tokens.starts[index]].strip():
        return False
    if opener == "p" and lexicon.tenses.fullmatch(tokens.word(index + 1)):
        return False  # in 2014 people marched
    if word in lexicon.counted:
        return not (opener == "p" and tokens.kind(index) == "U")
    if tokens.kind(index) == "U" and tokens.kind(index + 1) != "r":
        return True
    if tokens.kind(index) != "x" or word in lexicon.function_words or word[-1] not in "sx":
        return False
    return opener not in ("plob" if lexicon.attributive_year else "pb")
