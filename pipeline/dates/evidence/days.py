"""Whether a number is a day without its month: `on the 22nd`, `le 9 pour Kobe`."""

from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item


def bare_day(item: Item, tokens: Tokens, lexicon: DateLexicon, *, alone: bool) -> float:
    """How sure a day without its month is a date; inside a range or list (not `alone`) it is for the others to say."""
    if item.unit:
        return 0.85
    if not alone:
        return 0.0
    return 0.8 if item.weekday else _by_words_around(item, tokens, lexicon)


def _by_words_around(item: Item, tokens: Tokens, lexicon: DateLexicon) -> float:
    """`on the 22nd`, `le 9 pour Kobe`: a number, by the words on both sides of it."""
    written = tokens.entries[item.first]
    if item.spelled and (tokens.text[tokens.starts[item.first]].isupper() or (written.kind == "S" and item.day == 1)):
        return 0.0  # la Cinq; l'un d'eux
    if item.year is not None or written.kind not in ("Os" if lexicon.month_first else "DOS"):
        return 0.0
    if written.kind == "O" and item.day != 1 and not lexicon.month_first:
        return 0.0  # le canton du 13e
    before, after = tokens.word(item.first - 1), item.last
    opened = before in lexicon.day_openers_alone
    if tokens.kind(item.first - 1) == "l":
        front = (item.first == 1 or tokens.kind(item.first - 2) == ".") and before not in lexicon.day_list_openers
        front = front and not item.spelled  # the second has yet to be held
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
