"""Whether four digits are a year: not a code, a count, the number of a house or the name of a model."""

import re

from pipeline.dates.evidence.refused import code_around, identified
from pipeline.dates.lexicon.classes import OPENERS
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item

_ROW = re.compile("N[YNZD]*$")


def bare_year(item: Item, tokens: Tokens, lexicon: DateLexicon) -> float:
    """How sure four digits are a year: rejected by what makes them none; then as sure as what stands before them."""
    if no_year(item, tokens, lexicon):
        return 0.0
    if item.spelled:
        before = tokens.kind(item.first - 1)
        if before != "U" and (item.year or 0) % 100 == 0 and not _is_told(item, tokens, lexicon):
            return 0.0  # jusqu'à deux mille instruments
        return 0.9 if before == "U" or (before in "pobtfBle" and item.year != 1000) else 0.0  # 3 tonnes de mil
    before, year = tokens.kind(item.first - 1), item.year or 0
    if before == "M":
        return 0.0  # 29 février 2015: a day that does not exist
    if before in OPENERS or before in "om" or item.mod or (before == "l" and tokens.kind(item.first - 2) in "po"):
        return 0.97 if year >= 1400 else 0.8
    if before == "(" or tokens.kind(item.last) == ")":
        return 0.95 if year >= 1400 else 0.7
    if not 1900 <= year <= 2100:
        return 0.0
    if before == "l":
        return 0.9 if lexicon.attributive_year else 0.0
    return 0.9 if before in "z," else 0.8


def _is_told(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a round number in words is a year: `en deux mille`, not `in two thousand homes`."""
    counted = tokens.kind(item.last) in "xzl" and tokens.word(item.last) not in lexicon.day_followers
    return tokens.word(item.first - 1) in lexicon.spelled_year_openers and not counted


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
