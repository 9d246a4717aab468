"""Events told by where, when and whom they struck: `guerre en Ukraine`, `Srebrenica massacre`, `génocide arménien`.

The kind of event stands in lower case; a place, a people or a day makes a certain one of it.
"""

from collections.abc import Sequence

from pipeline.extract.entities.finders.long_names.treaties import is_day_and_month, is_year
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_LONGEST_PLACE = 4  # tokens


def placed_end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after an event whose kind stands at `at` and what makes it certain behind it; 0 for none."""
    return _by_place(tokens, at, lexicon, known) or _dated(tokens, at, lexicon)


def placed_start(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token where `Srebrenica massacre`, `Armenian genocide`, `11 September attacks` begin; 0 for none."""
    if not lexicon.head_last or not tokens[at].small:
        return 0
    word, start = tokens[at].lower, 0
    if word in lexicon.placed_events:
        sizes = range(min(_LONGEST_PLACE, at - 1), 0, -1)
        start = next((at - size for size in sizes if after_place(tokens, at - size, known, cities=True) == at), 0)
        start = start or (at - 1 if at > 1 and _is_name(tokens, at - 1, lexicon, known) else 0)
    kind = at - (at > 0 and tokens[at - 1].lower in lexicon.war_kinds)
    if not start and kind > 1 and lexicon.people_events.match(tokens, kind) == at + 1 - kind:
        start = kind - 1 if tokens[kind - 1].capital and lexicon.is_demonym(tokens[kind - 1].lower) else 0
    if (
        not start
        and at > 2
        and word in lexicon.dated_events
        and is_day_and_month(tokens[at - 2], tokens[at - 1], lexicon)
    ):
        start = at - 2
    return start if start and _is_determined(tokens, start, lexicon) else 0


def _by_place(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after `guerre en Ukraine`, `guerre civile espagnole`, `massacre de Srebrenica`, 0 for none."""
    word, after = tokens[at].lower, at + 1
    people = lexicon.people_events.match(tokens, at)
    if not (people or word in lexicon.wars or word in lexicon.placed_events) or after >= len(tokens):
        return 0
    if tokens[at].small and not _is_determined(
        tokens, at - (at and tokens[at - 1].lower in lexicon.war_kinds), lexicon
    ):
        return 0  # `en guerre à Paris`
    if people and (end := _after_people(tokens, at + people, lexicon)):
        return end
    if word in lexicon.wars:
        after += tokens[after].lower in lexicon.war_kinds
        if after < len(tokens) and is_compound_demonym(tokens[after], lexicon):
            return after + 1
    table = lexicon.war_links if word in lexicon.wars else lexicon.place_links
    link = table.match(tokens, after)
    end = after_place(tokens, after + link, known, cities=True) if link else 0
    unknown = link and not end and word in lexicon.placed_events and _is_name(tokens, after + link, lexicon, known)
    return after + link + 1 if unknown else end


def _is_name(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a word with a capital stands here that the rules know for nothing else: `Srebrenica`."""
    if at >= len(tokens) or not (tokens[at].word and tokens[at].capital) or tokens[at].elided:
        return False
    word = tokens[at].lower
    other = lexicon.is_ordinary(word) or (word,) in lexicon.introducers or word in lexicon.months
    return not other and known.own_label(tokens[at].text) in (None, "LOCATION")


def _is_determined(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    return at > 0 and tokens[at - 1].lower in lexicon.determiners and tokens[at - 1].lower not in lexicon.indefinites


def _after_people(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after `arménien`, `des Tutsi` behind `génocide`, 0 for none."""
    if lexicon.head_last or at >= len(tokens):
        return 0
    link = lexicon.place_links.match(tokens, at)
    named = at + link < len(tokens) and lexicon.is_demonym(tokens[at + link].lower)
    return at + link + 1 if named and tokens[at + link].capital == bool(link) else 0


def _dated(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after `attentats du 13 novembre 2015`, `attacks of 11 September`, 0 for none."""
    if tokens[at].lower not in lexicon.dated_events or not _is_determined(tokens, at, lexicon):
        return 0
    link = lexicon.place_links.match(tokens, at + 1)
    day = at + 1 + link
    if not link or day + 1 >= len(tokens) or not is_day_and_month(tokens[day], tokens[day + 1], lexicon):
        return 0
    year = day + 2 + (day + 2 < len(tokens) and tokens[day + 2].text == ",")
    return year + 1 if year < len(tokens) and is_year(tokens[year]) else day + 2


def is_compound_demonym(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word names two peoples: `franco-allemand`."""
    left, hyphen, right = token.lower.rpartition("-")
    return bool(left and hyphen) and lexicon.is_demonym(right)


def after_place(tokens: Sequence[Token], at: int, known: KnownNames, *, cities: bool = False) -> int:
    """The token after the longest known place that begins here, 0 for none; `cities`: those, too."""
    for size in range(_LONGEST_PLACE, 0, -1):
        row = tokens[at : at + size]
        form = " ".join(t.text for t in row)
        named = len(row) == size and row[0].capital and row[-1].capital
        if named and (known.is_place(form) or (cities and known.label(form) == "LOCATION")):
            return at + size
    return 0
