"""How sure it is that an expression is a date, by its shape; the words around it decide."""

from pipeline.dates.evidence.days import bare_day
from pipeline.dates.evidence.months import bare_month
from pipeline.dates.evidence.refused import code_around, coded, identified, names_place
from pipeline.dates.evidence.years import bare_year
from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item


def item_confidence(item: Item, tokens: Tokens, lexicon: DateLexicon, *, alone: bool) -> float:
    """How sure it is that an item is a date, 0 when it is none. `alone` is false inside a range or list."""
    if item.shape == "year":
        return bare_year(item, tokens, lexicon)
    if names_place(item, tokens, lexicon):
        return 0.0
    if item.shape == "month" and item.year is None and item.mod is None and item.days is None:
        return bare_month(item, tokens, lexicon, alone=alone)
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
    if item.shape == "dayonly":
        return bare_day(item, tokens, lexicon, alone=alone)
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


def _is_uncapped(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a named day of several words lacks its capitals where names have them: `in the new year`."""
    written = tokens.text[tokens.starts[item.core] : tokens.ends[item.core]]
    named = tokens.kind(item.core) == CLASSES["holiday"] and not lexicon.lower_case_months
    return named and " " in written and written.islower()


def _spelled_decade(item: Item, tokens: Tokens) -> float:
    """`the nineties`: sure after a preposition or where a sentence begins, else where no noun follows."""
    before, earlier = tokens.kind(item.core - 1), tokens.kind(item.core - 2)
    if item.mod or (before == "e" and earlier == "K"):  # the eighties and nineties
        return 0.8
    return 0.8 if before in "lmo" and (earlier in "pb. " or tokens.kind(item.last) not in "xz") else 0.0


def _bare_part(item: Item, tokens: Tokens, lexicon: DateLexicon) -> float:
    bare = tokens.kind(item.first - 1) not in "plcb" and tokens.kind(item.first) not in "lcm"
    if bare and tokens.word(item.core) in lexicon.ambiguous and item.direction is not None:
        return 0.0  # avait en effet été passé
    if item.direction is not None or item.mod is not None or item.unit or item.months:
        return 0.85
    if tokens.word(item.last - 1) in lexicon.ambiguous and tokens.kind(item.first - 1) not in "plcb":
        return 0.0
    if item.part and item.part > 24:
        opened = tokens.kind(item.first - 1) in "lpbmto" and tokens.kind(item.last) != "o"
        return 0.75 if opened or tokens.kind(item.first) == "X" else 0.0
    openers = tokens.kind(item.first - 1) == "l" and tokens.kind(item.first - 2) in "ptobmf"
    return 0.75 if openers or tokens.kind(item.first - 1) in "pbt" else 0.0
