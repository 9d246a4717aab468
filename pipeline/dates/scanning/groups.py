"""Items that stand together, each with what it shares: `du 30 avril au 2 mai 2013`, `May 4-6, 2014`."""

from pipeline.dates.dated.modified import ITEM_STARTS, read_item
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item
from pipeline.dates.scanning.joints import Group, read_joint
from pipeline.dates.scanning.sharing import join_figures, share_months, share_years

_LONGEST = 40  # items: a list of days has at most 31


def read_group(tokens: Tokens, index: int, lexicon: DateLexicon) -> Group | None:
    """The items from a token on, as far as they are joined; what they share is filled in."""
    item = read_item(tokens, index, lexicon)
    if item is None:
        return None
    if _numbered(item, tokens, lexicon):
        return None
    group = Group([item], [], item.last)
    while len(group.items) < _LONGEST and (joint := read_joint(tokens, group.items[-1].last)):
        sign, start = joint
        following = read_item(tokens, start, lexicon) if tokens.kind(start) in ITEM_STARTS else None
        if following is None:
            break
        group.joints.append(sign)
        group.items.append(following)
    group.end = group.items[-1].last
    join_figures(group)
    share_months(group, tokens, lexicon)
    share_years(group)
    return group


def _numbered(item: Item, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a number is that of an issue, with a dash and its date after it (`No. 4 – 6 May 2011`)."""
    if item.shape != "dayonly" or item.weekday or tokens.kind(item.last) != "-" or item.first == 0:
        return False
    before, word = item.first - 1, tokens.word(item.first - 1)
    if tokens.kind(before) in ".!$":  # No. 4, n° 4
        before, word = before - 1, tokens.word(before - 1) + word
    known = {word, tokens.word(before)}
    named = bool(known & lexicon.numbered or known & lexicon.identifiers)
    return named and not (tokens.glued(item.last) and tokens.glued(item.last + 1))
