"""Whether a bare year, month, season or week day is a date: the words around it decide."""

from pipeline.dates.evidence.refused import code_around, coded, identified, names_place, no_year
from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item

_OPENERS = frozenset(CLASSES[name] for name in ("prep", "bound", "between", "from", "to", "this", "direction"))


def item_confidence(item: Item, tokens: Tokens, lexicon: DateLexicon, *, alone: bool) -> float:
    """How sure it is that an item is a date, 0 when it is none. `alone` is false inside a range or list."""
    if item.shape == "year":
        return _year(item, tokens, lexicon)
    if names_place(item, tokens, lexicon):
        return 0.0
    if item.shape == "month" and item.year is None and item.mod is None and item.days is None:
        return _bare_month(item, tokens, lexicon, alone=alone)
    if item.shape == "part" and item.year is None:
        return _bare_part(item, tokens, lexicon)
    if item.shape == "weekday":
        return 0.75 if _name_like(item, tokens, lexicon) else 0.0
    if item.shape == "holiday" and _is_uncapped(item, tokens, lexicon):
        return 0.0
    if item.shape == "holiday" and item.year is None:
        return 0.7 if tokens.kind(item.first - 1) not in "z" and tokens.kind(item.last) != "z" else 0.0
    if item.shape == "literal" and item.spelled:
        return _spelled_decade(item, tokens)
    if item.shape == "dayonly" and item.unit:
        return 0.85
    if item.shape == "dayonly":
        return (
            _bare_day(item, tokens, lexicon) if alone and not item.weekday else 0.8 if item.weekday and alone else 0.0
        )
    if item.shape == "span" and code_around(item, tokens):
        return 0.0
    if item.shape == "day" and item.year is None and "ol" in tokens.kinds[item.first : item.last]:
        return 0.0 if identified(item, tokens, lexicon) else 0.85  # Article 10 of the June Charter
    if (item.figures or item.shape == "span") and identified(item, tokens, lexicon):
        return 0.0
    if item.figures and item.shape == "month" and coded(item, tokens):
        return 0.0
    if item.alternative:
        return 0.6
    return 0.99 if item.complete else 0.85


def _name_like(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """A week day in a name (`Bloody Sunday`) has a capitalised neighbour of its own kind."""
    upper = tokens.text[tokens.starts[item.first]].isupper()
    before, after = tokens.kind(item.first - 1), tokens.kind(item.last)
    named = after == "z" or (after == "F" and tokens.text[tokens.starts[item.last]].isupper())  # The Sunday Times
    named_before = before == "z" and not lexicon.opening.fullmatch(tokens.word(item.first - 1))  # Open Monday to Friday
    placed = tokens.kind(item.first - 2) == "p" and tokens.word(item.first - 2) not in lexicon.day_openers
    named_before = named_before and not placed  # in Lyon Thursday
    return not (upper and (named_before or (named and before not in "pbtfoBer")))


def _bare_month(item: Item, tokens: Tokens, lexicon: DateLexicon, *, alone: bool) -> float:
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
    if before in _OPENERS or before == "m" or not alone:
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


def _is_uncapped(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a named day of several words lacks its capitals where names have them: `in the new year`."""
    written = tokens.text[tokens.starts[item.core] : tokens.ends[item.core]]
    named = tokens.kind(item.core) == CLASSES["holiday"] and not lexicon.lower_case_months
    return named and " " in written and written.islower()


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


def _spelled_decade(item: Item, tokens: Tokens) -> float:
    """`the nineties`: sure after a preposition or where a sentence begins, else where no noun follows."""
    before, earlier = tokens.kind(item.core - 1), tokens.kind(item.core - 2)
    if item.mod or (before == "e" and earlier == "K"):  # the eighties and nineties
        return 0.8
    return 0.8 if before in "lmo" and (earlier in "pb. " or tokens.kind(item.last) not in "xz") else 0.0


def _opens_sentence(index: int, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a token stands first in the passage or after a point that is no abbreviation's (`M. Janvier`)."""
    before = tokens.word(index - 2)
    ended = tokens.word(index - 1) in (".", ";", "!", "?") and len(before) > 1 and before not in lexicon.abbreviations
    return index == 0 or ended


def _goes_on(index: int, tokens: Tokens) -> bool:
    """Whether a word that is no name follows, also after a comma."""
    index += tokens.kind(index) == ","
    return tokens.kind(index) not in "z." and tokens.word(index)[:1].isalpha()


def _bare_day(item: Item, tokens: Tokens, lexicon: DateLexicon) -> float:
    """A day without its month (`on the 22nd`, `le 9 pour Kobe`), by the words on both sides of it."""
    written = tokens.entries[item.first]
    if item.spelled and tokens.text[tokens.starts[item.first]].isupper():
        return 0.0  # la Cinq
    if item.year is not None or written.kind not in ("Os" if lexicon.month_first else "DOS"):
        return 0.0
    if written.kind == "O" and item.day != 1 and not lexicon.month_first:
        return 0.0  # le canton du 13e
    before, after = tokens.word(item.first - 1), item.last
    opened = before in lexicon.day_openers_alone
    if tokens.kind(item.first - 1) == "l":
        front = (item.first == 1 or tokens.kind(item.first - 2) == ".") and before not in lexicon.day_list_openers
        opened = before in lexicon.day_openers or tokens.word(item.first - 2) in lexicon.day_openers or front
    elif tokens.kind(item.first - 1) == "o":
        of_day = tokens.kind(item.first - 2) == "U" and tokens.entries[item.first - 2].text == "D"
        of_paper = before in lexicon.day_openers and tokens.kind(item.first - 2) in "xz" and not item.spelled
        opened = of_day or (of_paper and item.first > 1)  # votre lettre du 17
    opened = opened or _is_fixed(item, tokens, lexicon)
    if not opened or tokens.word(after + 1) in lexicon.identifiers:
        return 0.0
    ends = tokens.kind(after) in ",.);! " and not tokens.text[
        tokens.ends[after - 1] : tokens.ends[after - 1] + 2
    ].strip(' .,;:)!?…»”"\n')
    word = tokens.word(after)
    return 0.75 if ends or word in lexicon.day_followers or lexicon.tenses.fullmatch(word) else 0.0


def _is_fixed(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a word of an appointment stands before a day: `la séance est inscrite au 18`, `set for the 18th`."""
    at = item.first - 1 - (tokens.kind(item.first - 1) == "l")
    return tokens.kind(at) in "pt" and tokens.word(at - 1) in lexicon.fixed


def _bare_part(item: Item, tokens: Tokens, lexicon: DateLexicon) -> float:
    if item.direction is not None or item.mod is not None or item.unit or item.months:
        return 0.85
    if tokens.word(item.last - 1) in lexicon.ambiguous and tokens.kind(item.first - 1) not in "plcb":
        return 0.0
    if item.part and item.part > 24:
        opened = tokens.kind(item.first - 1) in "lpbmto" and tokens.kind(item.last) != "o"
        return 0.75 if opened or tokens.kind(item.first) == "X" else 0.0
    openers = tokens.kind(item.first - 1) == "l" and tokens.kind(item.first - 2) in "ptobmf"
    return 0.75 if openers or tokens.kind(item.first - 1) in "pbt" else 0.0


def _year(item: Item, tokens: Tokens, lexicon: DateLexicon) -> float:
    """A bare year: rejected by what makes it a code, a number or a count; then as sure as what stands before it."""
    if no_year(item, tokens, lexicon):
        return 0.0
    if item.spelled:
        before = tokens.kind(item.first - 1)
        return 0.9 if before == "U" or (before in "pobtfBle" and item.year != 1000) else 0.0  # 3 tonnes de mil
    before, year = tokens.kind(item.first - 1), item.year or 0
    if before == "M":
        return 0.0  # 29 février 2015: a day that does not exist
    if before in _OPENERS or before in "om" or item.mod or (before == "l" and tokens.kind(item.first - 2) in "po"):
        return 0.97 if year >= 1400 else 0.8
    if before == "(" or tokens.kind(item.last) == ")":
        return 0.95 if year >= 1400 else 0.7
    if not 1900 <= year <= 2100:
        return 0.0
    if before == "l":
        return 0.9 if lexicon.attributive_year else 0.0
    return 0.9 if before in "z," else 0.8
