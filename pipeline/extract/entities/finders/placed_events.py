"""Events told by where, when and whom they struck: `guerre en Ukraine`, `Srebrenica massacre`, `génocide arménien`.

The kind of event stands in lower case; a place, a people or a day makes a certain one of it.
"""

from collections.abc import Sequence

from pipeline.extract.entities.finders.long_names.treaties import after_month_and_year, is_day_and_month, is_year
from pipeline.extract.entities.finders.ordinals import is_ordinal
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, form_of

_LONGEST_PLACE = 4  # tokens


def placed_end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after an event whose kind stands at `at` and what makes it certain behind it; 0 for none."""
    return _by_place(tokens, at, lexicon, known) or _dated(tokens, at, lexicon)


def placed_start(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token where `Srebrenica massacre`, `Armenian genocide`, `11 September attacks` begin; -1 for none."""
    if not lexicon.head_last or not at or not tokens[at].small:
        return -1
    kind = at - (tokens[at - 1].lower in lexicon.events.war_kinds)
    starts = (
        _place_before(tokens, at, lexicon, known),
        _people_before(tokens, kind, at, lexicon),
        _day_before(tokens, at, lexicon),
    )
    start = max(starts)
    return start if start >= 0 and (_opens(tokens, start) or _is_determined(tokens, start, lexicon)) else -1


def _place_before(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token of the place in `Srebrenica massacre`, `Beirut port explosion`, `Goma Ebola outbreak`; -1 for none."""
    if tokens[at].lower not in lexicon.events.placed and tokens[at].lower not in lexicon.events.wars:
        return -1
    for end in (at, at - 1):
        if end < at and not _is_between(tokens[end], lexicon):
            break
        sizes = range(min(_LONGEST_PLACE, end), 0, -1)
        start = next((end - size for size in sizes if after_place(tokens, end - size, known, cities=True) == end), -1)
        if start < 0 and end > 0 and _is_name(tokens, end - 1, lexicon, known):
            start = end - 1
        if start >= 0:
            return _first_of_name(tokens, start, lexicon, known)
    return -1


def _is_between(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word may stand between a place and the kind of event: `port` of `Beirut port explosion`."""
    if not token.word:
        return False
    tie = (token.lower,) in lexicon.links or token.lower in lexicon.conjunctions or token.lower in lexicon.determiners
    return token.lower in lexicon.not_names if token.capital else not tie and token.lower not in lexicon.stops


def _first_of_name(tokens: Sequence[Token], last: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The first word of the name that ends here: `Hunga` of `Hunga Tonga eruption`, `Mount` of `Mount Karthala`."""
    first = last
    while first > 0 and last - first < _LONGEST_PLACE:
        before = tokens[first - 1]
        kind = before.capital and (
            before.lower in lexicon.places.kinds or lexicon.heads.get(before.lower) == "LOCATION"
        )
        if not kind and not _is_name(tokens, first - 1, lexicon, known):
            break
        first -= 1
    return first


def _people_before(tokens: Sequence[Token], kind: int, at: int, lexicon: EntityLexicon) -> int:
    """The token of the people in `Armenian genocide`, `Spanish civil war`, `Thai-Lao border war`; -1 for none."""
    if kind < 1:
        return -1
    if lexicon.events.of_peoples.match(tokens, kind) == at + 1 - kind:
        before = tokens[kind - 1]
        return kind - 1 if before.capital and lexicon.is_demonym(before.lower) else -1
    for pair in (at - 1, at - 2):
        if tokens[at].lower in lexicon.events.wars and pair >= 0 and is_compound_demonym(tokens[pair], lexicon):
            return pair if tokens[pair].capital else -1
    return -1


def _day_before(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token of the day in `11 September attacks`; -1 for none."""
    dated = at > 1 and tokens[at].lower in lexicon.events.dated
    return at - 2 if dated and is_day_and_month(tokens[at - 2], tokens[at - 1], lexicon) else -1


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a line or an item of a list begins here: `1. Accomarca massacre`, `UPDATE: Ambae eruption`."""
    return at == 0 or tokens[at - 1].text in ".:–—-)•"


def _by_place(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after `guerre en Ukraine`, `guerre civile espagnole`, `massacre de Srebrenica`, 0 for none."""
    word, after = tokens[at].lower, at + 1
    people = lexicon.events.of_peoples.match(tokens, at)
    if not (people or word in lexicon.events.wars or word in lexicon.events.placed) or after >= len(tokens):
        return 0
    if tokens[at].small and not _is_determined(
        tokens, at - (at and tokens[at - 1].lower in lexicon.events.war_kinds), lexicon
    ):
        return 0  # `en guerre à Paris`
    if people and (end := _after_people(tokens, at + people, lexicon)):
        return end
    if word in lexicon.events.wars:
        after += tokens[after].lower in lexicon.events.war_kinds
        if after < len(tokens) and is_compound_demonym(tokens[after], lexicon):
            return after + 1
    link = _tie(tokens, at, after, lexicon)
    return _after_name(tokens, after + link, lexicon, known) if link else 0


def _tie(tokens: Sequence[Token], kind: int, at: int, lexicon: EntityLexicon) -> int:
    """How many tokens tie an event to what it struck: `guerre en`, `massacre de`, `attack on`."""
    word = tokens[kind].lower
    if word in lexicon.events.wars:
        return lexicon.events.war_links.match(tokens, at)
    struck = lexicon.events.strike_links.match(tokens, at) if word in lexicon.events.dated else 0
    return struck or lexicon.place_links.match(tokens, at)


def _after_name(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after `Srebrenica`, `Na San`, `rue Copernic`, `port de Beyrouth`, known or not; 0 for no place."""
    if at >= len(tokens):
        return 0
    if tokens[at].small:
        return _after_kind_of_place(tokens, at, lexicon, known)
    if _is_whole_person(tokens, at, known):
        return 0  # `attack on Nikola Sandulović`
    if end := after_place(tokens, at, known, cities=True):
        return end
    end = at
    while end - at < _LONGEST_PLACE and _is_name(tokens, end, lexicon, known):
        end += 1
    return end if end > at else 0


def _after_kind_of_place(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after a common noun and the name of what it is: `vallée de Galwan`, `oued Inhalid`."""
    word, first = tokens[at].lower, at + 1
    built = lexicon.heads.get(word) in ("LOCATION", "ORGANIZATION") or word in lexicon.places.kinds
    if not built or first >= len(tokens):
        return 0
    first += lexicon.place_links.match(tokens, first)
    return _after_name(tokens, first, lexicon, known) if first < len(tokens) and tokens[first].capital else 0


def before_years(tokens: Sequence[Token]) -> set[int]:
    """The tokens that a year stands behind, where a place may reach to it."""
    years = [at for at, token in enumerate(tokens) if token.text[0].isdecimal() and is_year(token)]
    return {place for year in years for place in range(year - _LONGEST_PLACE, year)}


def hosted_end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after `Dakar 2026`, games or a meeting called by town and year, which a verb follows; 0 for none."""
    before = tokens[at - 1] if at else None
    if (
        not tokens[at].capital
        or tokens[at].lower in lexicon.months
        or (before and (before.text in "(,;[" or before.lower in lexicon.places.before))
    ):
        return 0
    year = after_place(tokens, at, known, cities=True)
    if not year or year + 1 >= len(tokens) or not is_year(tokens[year]) or known.is_place(tokens[year - 1].text):
        return 0
    verb = tokens[year + 1]
    tie = verb.lower in lexicon.conjunctions or (verb.lower,) in lexicon.links
    return year + 1 if verb.small and len(verb.text) > 1 and not tie else 0


def _is_whole_person(tokens: Sequence[Token], at: int, known: KnownNames) -> bool:
    """Whether a given name stands here, a name behind it, and no list has both for a place."""
    pair = tokens[at : at + 2]
    if len(pair) < 2 or not (pair[1].word and pair[1].capital):
        return False
    return pair[0].lower in known.gazetteer.forms.lexicon.given and not known.is_town(form_of(pair))


def _is_name(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a word with a capital stands here that the rules know for nothing else: `Srebrenica`."""
    if at >= len(tokens) or not (tokens[at].word and tokens[at].capital) or tokens[at].elided:
        return False
    word = tokens[at].lower
    if tokens[at].text.isupper() and len(word) > 1:
        return False  # an acronym
    other = lexicon.is_ordinary(word) or (word,) in lexicon.people.introducers or word in lexicon.months
    return not other and known.own_label(tokens[at].text) in (None, "LOCATION")


def _is_determined(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a definite determiner stands before a token, perhaps with a year or an ordinal between them."""
    at -= at > 0 and (is_year(tokens[at - 1]) or is_ordinal(tokens[at - 1], lexicon))
    return at > 0 and tokens[at - 1].lower in lexicon.determiners and tokens[at - 1].lower not in lexicon.indefinites


def _after_people(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after `arménien`, `des Tutsi` behind `génocide`, 0 for none."""
    if at >= len(tokens):
        return 0
    link = lexicon.events.strike_links.match(tokens, at) or lexicon.place_links.match(tokens, at)
    if lexicon.head_last and not link:
        return 0  # `civil war French troops …`
    named = at + link < len(tokens) and lexicon.is_demonym(tokens[at + link].lower)
    return at + link + 1 if named and tokens[at + link].capital == bool(link) else 0


def _dated(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after `attentats du 13 novembre 2015`, `attacks of 11 September`, `séisme de 1985`, 0 for none."""
    word = tokens[at].lower
    by_year = word in lexicon.events.wars or word in lexicon.events.yearly
    if not by_year and word not in lexicon.events.dated:
        return 0
    link = lexicon.place_links.match(tokens, at + 1)
    day = at + 1 + link
    if not link or not _is_determined(tokens, at, lexicon):
        return 0
    if by_year and day < len(tokens):
        return day + 1 if is_year(tokens[day]) else after_month_and_year(tokens, day, lexicon)
    if word not in lexicon.events.dated:
        return 0
    if day + 1 >= len(tokens) or not is_day_and_month(tokens[day], tokens[day + 1], lexicon):
        return 0
    year = day + 2 + (day + 2 < len(tokens) and tokens[day + 2].text == ",")
    return year + 1 if year < len(tokens) and is_year(tokens[year]) else day + 2


def is_compound_demonym(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word names two peoples: `franco-allemand`."""
    left, hyphen, right = token.lower.rpartition("-")
    return bool(left and hyphen) and lexicon.is_demonym(right)


def after_place(tokens: Sequence[Token], at: int, known: KnownNames, *, cities: bool = False) -> int:
    """The token after the longest known place that begins here, 0 for none; `cities`: those, too."""
    if at >= len(tokens) or not tokens[at].capital:
        return 0
    for end in range(min(at + _LONGEST_PLACE, len(tokens)), at, -1):
        if not tokens[end - 1].capital:
            continue
        form = " ".join([token.text for token in tokens[at:end]])
        if known.is_place(form) or (cities and known.is_town(form)):
            return end
    return 0
