"""Whether a month without its year is one: `in May`, `a cold July`; not `April Smith`."""

from pipeline.dates.lexicon.classes import CLASSES, OPENERS
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item


def bare_month(item: Item, tokens: Tokens, lexicon: DateLexicon, *, alone: bool) -> float:
    """How sure the name of a month without a year is one, by its case and by the words on both sides of it."""
    first = tokens.starts[item.core]
    upper = tokens.text[first].isupper()
    ambiguous = tokens.word(item.core) in lexicon.ambiguous
    if item.direction is not None or item.unit or item.steps is not None:
        return 0.85
    if tokens.kinds[max(item.core - 2, 0) : item.core] in ("D-", "S-") and tokens.glued(item.core):
        return 0.0  # le 11-Septembre
    if not upper and not lexicon.lower_case_months and ambiguous:
        return 0.0
    if upper and ambiguous and lexicon.lower_case_months:
        return 0.0
    before = tokens.kind(item.core - 1)
    if before in OPENERS or before == "m" or not alone:
        return 0.85
    if upper and tokens.kind(item.last) == "z" and before == "e" and tokens.kind(item.core - 2) not in "MW":
        return 0.0  # April Smith and June Carter
    if upper and not ambiguous and _opens_sentence(item.core, tokens, lexicon) and _goes_on(item.last, tokens):
        return 0.7  # August alone brought 3 million
    if _plain_month(item, tokens, lexicon):
        return 0.7
    named = upper and lexicon.lower_case_months and before == "o" and tokens.kind(item.core - 2) == "x"
    if before in "oe" and not named and not (ambiguous and (upper or not lexicon.lower_case_months)):
        return 0.75
    if before == "l" and upper and not ambiguous and not lexicon.lower_case_months and tokens.kind(item.last) != "z":
        return 0.7  # the June meeting
    return 0.0


def _plain_month(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a month stands among small words (`a cold July cost …`, `il est déjà novembre`) and is no other word.

    One that is also the name of a person needs a word and its determiner before it (`after a wet April`).
    """
    name, before = tokens.word(item.core), item.core - 1
    upper = tokens.text[tokens.starts[item.core]].isupper()
    if name in lexicon.ambiguous or upper == lexicon.lower_case_months or not _is_small_word(before, tokens):
        return False
    if tokens.kind(item.last) in "z$":
        return False
    return name not in lexicon.given_names or tokens.kind(before - 1) in "lqc"


def _is_small_word(index: int, tokens: Tokens) -> bool:
    """Whether a token is a word without a meaning for dates, or the article that is the number one too."""
    one = tokens.kind(index) == CLASSES["spelled"] and tokens.entries[index].number == 1
    return one or (tokens.kind(index) == CLASSES["other"] and tokens.word(index).isalpha())


def _opens_sentence(index: int, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a token stands first in the passage or after a point that is no abbreviation's (`M. Janvier`)."""
    before = tokens.word(index - 2)
    ended = tokens.word(index - 1) in (".", ";", "!", "?") and len(before) > 1 and before not in lexicon.abbreviations
    return index == 0 or ended


def _goes_on(index: int, tokens: Tokens) -> bool:
    """Whether a word that is no name follows, also after a comma."""
    index += tokens.kind(index) == ","
    return tokens.kind(index) not in "z." and tokens.word(index)[:1].isalpha()
