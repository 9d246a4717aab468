"""Places by what stands around a name: `in Mthatha`, `district of Ugu`, `St. Fergus`; towns of GeoNames."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.capitals import name_row_end
from pipeline.extract.entities.finders.people.names import bound_particle
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_word
from pipeline.extract.entities.tokens import QUOTES, Token

_SHORTEST_CITY = 3  # characters; shorter names of towns are mostly other words
_LONGEST = 4  # tokens of a place that is not known
_MARKS = frozenset([*QUOTES, *QUOTES.values()])
_PAIR = 2  # tokens before the second place of a pair


def find_cities(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """Cities of GeoNames where a place is likely; what else claims these characters is trusted more."""
    end = 0
    for at, token in enumerate(tokens):
        if at < end or not token.capital:
            continue
        if end := _long_city(tokens, at, lexicon, known):
            yield Candidate(token.start, tokens[end - 1].end, "LOCATION", "town")
        elif end := _short_city(tokens, at, lexicon, known):
            yield Candidate(token.start, tokens[end - 1].end, "LOCATION", "city")


def find_governed_places(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """Names that the words around them make places: `near Kotomierz`, `the town of Medyka`, `Ugu district`."""
    for at, token in enumerate(tokens):
        if not token.capital:
            continue
        fronted = _fronted(tokens, at, lexicon)
        if fronted:
            yield Candidate(token.start, tokens[fronted - 1].end, "LOCATION", "place")
            continue
        if not _may_be_place(token, lexicon, known) or (at > 0 and tokens[at - 1].capital and tokens[at - 1].word):
            continue
        end = _place_end(tokens, at, lexicon)
        if not end or any(t.lower in lexicon.heads for t in tokens[at:end]):
            continue
        followed = _followed(tokens, end, lexicon) and not _is_first_noun(tokens, at, end, lexicon)
        quoted = _is_quoted(tokens, at, end, lexicon)
        if quoted or followed or _governed(tokens, at, lexicon) or _is_tied(tokens, at, known):
            yield Candidate(token.start, tokens[end - 1].end, "LOCATION", "rule" if quoted else "place")


def _fronted(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after a place that its first word tells (`St. Fergus`, `Port Harcourt`), 0 for none."""
    if not tokens[at].capital or tokens[at].lower not in lexicon.places.fronts:
        return 0
    if at and tokens[at - 1].word and tokens[at - 1].capital:
        return 0
    name = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == ".")
    if name < len(tokens) and bound_particle(tokens[name], lexicon):
        return _place_end(tokens, name, lexicon)
    if name >= len(tokens) or not (tokens[name].capital and tokens[name].word) or tokens[name].elided:
        return 0
    if tokens[name].lower in lexicon.stops or _is_named_thing(tokens, at, lexicon):
        return 0
    if lexicon.people.plain_civilities.match(tokens, name):
        return 0  # `Tell Mr. Smith`
    end = _place_end(tokens, name, lexicon)
    return 0 if any(t.lower in lexicon.heads for t in tokens[name:end]) else end


def _is_named_thing(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether the kind of a thing stands before its name: `the trawler Santa Rita`."""
    return at > 0 and tokens[at - 1].small and tokens[at - 1].lower in lexicon.things.named


def _is_tied(tokens: Sequence[Token], at: int, known: KnownNames) -> bool:
    """Whether a known place stands before a dash without blanks: `Lomé–Cinkassé`."""
    if at < _PAIR or tokens[at - 1].text not in "–—" or tokens[at - 1].end != tokens[at].start:
        return False
    before = tokens[at - 2]
    return before.end == tokens[at - 1].start and before.capital and known.label(before.text) == "LOCATION"


def _governed(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a word before the name says that it is a place: a preposition, or a kind of place and a link."""
    before = at - 1
    if before < 0 or (tokens[before].capital and tokens[before].lower not in lexicon.places.surely_before):
        return False
    if tokens[before].lower in lexicon.places.surely_before:
        return True
    if tokens[before].text in (":", "(") and before > 0 and tokens[before - 1].small:
        return tokens[before - 1].lower in lexicon.places.kinds  # `eight counties: Homa Bay, …`
    link = (tokens[before].lower,) in lexicon.place_links
    kind = tokens[before - 1].lower if link and before > 0 else ""
    if kind in lexicon.places.kinds or kind in lexicon.places.surely_before:  # `près de Kidal`
        return True
    return not link and tokens[before].lower in lexicon.places.kinds and not lexicon.head_last


def _is_quoted(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon) -> bool:
    """Whether a name stands in quotes behind what place it is: `le quartier « Belle Rive »`."""
    first = at
    while first and tokens[first - 1].text in _MARKS:
        first -= 1
    if not 0 < first < at or end >= len(tokens) or tokens[end].text not in _MARKS:
        return False
    kind = first - 1 - (first > 1 and (tokens[first - 1].lower,) in lexicon.place_links)
    return tokens[kind].small and tokens[kind].lower in lexicon.places.kinds


def _followed(tokens: Sequence[Token], end: int, lexicon: EntityLexicon) -> bool:
    return lexicon.head_last and end < len(tokens) and tokens[end].lower in lexicon.places.kinds and tokens[end].small


def _is_first_noun(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon) -> bool:
    """Whether a word of the dictionary has its capital from the sentence that it opens: `Duty station`."""
    opens = at == 0 or not (tokens[at - 1].word or tokens[at - 1].text in ",;(")
    return opens and end == at + 1 and is_word(tokens[at].lower, lexicon.language)


def _may_be_place(token: Token, lexicon: EntityLexicon, known: KnownNames) -> bool:
    if not (token.word and token.capital) or token.elided or len(token.text) < _SHORTEST_CITY:
        return False
    if token.text.isupper() or lexicon.is_ordinary(token.lower) or (token.lower,) in lexicon.people.introducers:
        return False
    if lexicon.holds_month(token.lower):
        return False  # `in Mid-February`
    if not lexicon.lower_names and is_word(token.lower, lexicon.language):
        return known.label(token.text) is not None  # `in Chemistry`, but `in Reading`
    return known.own_label(token.text) is None and not known.is_demonym(token.lower, lexicon.demonym_endings)


def _place_end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after the words with a capital that begin here; 0 where they are too many for a place."""
    end = name_row_end(tokens, at, lexicon)
    return end if end - at <= _LONGEST else 0


def _long_city(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after a city's name of several words (`Ho Chi Minh City`) that begins here, 0 for none."""
    if not tokens[at].capital or not tokens[at].word:
        return 0
    end = at + 1
    while end < min(at + _LONGEST, len(tokens)) and tokens[end].word:
        end += 1
    for size in range(end - at, 1, -1):
        row = tokens[at : at + size]
        if not row[-1].capital or row[-1].lower in lexicon.bodies.legal_forms:
            continue  # `Thomson Corp`
        led = row[0].lower in lexicon.places.before or row[0].lower in lexicon.openers
        led = led and not known.is_great_city_with(row)  # `New York`, not `À Lyon`
        if not led and known.is_long_city(row):
            after = tokens[at + size : at + size + 1]
            return 0 if after and after[0].capital and after[0].word else at + size
    return 0


def _short_city(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after a city's name of one word, or an article and one, that begins here, 0 for none."""
    token = tokens[at]
    if not token.capital:
        return 0
    last = at + 1 if token.lower in lexicon.articles and at + 1 < len(tokens) else at  # `La Haye`
    if not tokens[last].capital:
        return 0
    form = token.text if last == at else f"{token.text} {tokens[last].text}"
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is not None and after.capital and after.word:
        return 0
    if _is_pair(token.text, known) and token.lower not in lexicon.heads:
        return last + 1
    governed = at > 0 and tokens[at - 1].lower in lexicon.places.before
    dateline = after is not None and after.text == "," and (at == 0 or _is_day(tokens, last + 2, lexicon))
    if token.lower in lexicon.heads or token.lower in lexicon.places.fronts:
        return 0
    alone = at == 0 or not (tokens[at - 1].capital and tokens[at - 1].word)
    likely = governed or dateline or (alone and known.is_great_city(form))
    return last + 1 if likely and _is_city(form, tokens[last], lexicon, known) else 0


def _is_day(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a number stands here, perhaps behind an article: `7 décembre`, `le 7 décembre`."""
    at += at < len(tokens) and tokens[at].lower in lexicon.determiners
    return at < len(tokens) and tokens[at].text.isdigit()


def _is_city(form: str, last: Token, lexicon: EntityLexicon, known: KnownNames) -> bool:
    common = lexicon.is_ordinary(last.lower) or (last.lower,) in lexicon.people.titles  # `Le Roi, la Reine`
    own = form != last.text and known.own_label(last.text) is not None  # `La France`
    return len(form) >= _SHORTEST_CITY and not common and not own and known.label(form) == "LOCATION"


def _is_pair(text: str, known: KnownNames) -> bool:
    """Whether a word is two places at a hyphen, such as `Paris-Berlin`, and no place itself."""
    left, hyphen, right = text.partition("-")
    if not hyphen or not (left[:1].isupper() and right[:1].isupper()) or known.label(text):
        return False
    return known.label(left) == "LOCATION" and known.label(right) == "LOCATION"
