"""Events by their kind and name: `cyclone Enawo`, `Operation Barkhane`, `COP21`, `Année de la France au Japon`."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.capitals import capitals_end
from pipeline.extract.entities.finders.long_names.growth import Growth
from pipeline.extract.entities.finders.ordinals import is_ordinal
from pipeline.extract.entities.finders.placed_events import (
    after_place,
    before_years,
    hosted_end,
    is_compound_demonym,
    placed_end,
    placed_start,
)
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import QUOTES, Token

_LONGEST = 5  # tokens of a name
_LONGEST_TITLE = 20  # tokens in quotes
_NUMBERED = re.compile(r"([A-Za-z]+)-?(\d{1,3})")


def find_events(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The events that a kind word or a number tells, in order."""
    growth = Growth(tokens, lexicon, known.is_place, frozenset())
    dated = before_years(tokens)
    phrases = dict(lexicon.events.phrases.places(tokens))
    for at, token in enumerate(tokens):
        told = token.lower in lexicon.events.words
        if not told and not (token.capital and (at in dated or at in phrases or _may_be_called(token, lexicon))):
            continue  # by far the most frequent
        if at in dated and (end := hosted_end(tokens, at, lexicon, known)):
            yield Candidate(token.start, tokens[end - 1].end, "EVENT", "rule")
            continue
        end = _numbered(tokens, at, lexicon) or _named(tokens, at, lexicon, known) or _year(tokens, at, lexicon, known)
        end = end or placed_end(tokens, at, lexicon, known) or _ranked(tokens, at, lexicon, growth)
        size = 0 if end else phrases.get(at, 0)
        if size and token.capital:
            grown = growth.grow(at + size - 1, "EVENT")
            end = grown.end if grown.proper else 0
        start = tokens[_before_kind(tokens, at, lexicon) if end else at].start
        if lexicon.head_last and not end and at and token.capital and token.lower in lexicon.events.cultural_years:
            end = at + 1 if is_compound_demonym(tokens[at - 1], lexicon) else 0  # `Franco-German Year`
            start = tokens[at - 1].start
        if end and lexicon.head_last and at and tokens[at - 1].lower in lexicon.events.war_kinds:
            start = tokens[at - 1].start  # `civil war in Lebanon`
        behind = -1 if end else placed_start(tokens, at, lexicon, known)
        if behind >= 0:
            start, end = tokens[behind].start, at + 1
        if end:
            yield Candidate(start, tokens[end - 1].end, "EVENT", "rule")
            yield from _others(tokens, at, end, lexicon)


def _may_be_called(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word that tells no event in lower case may be one's by its number or a title in quotes behind it."""
    numbered = token.text[-1].isdecimal() or token.lower in lexicon.events.numbered
    return numbered or lexicon.heads.get(token.lower) == "EVENT"


def _numbered(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after `COP21` or `COP 21`."""
    if not tokens[at].capital:
        return 0
    match = _NUMBERED.fullmatch(tokens[at].text)
    if match and match[1].isupper() and match[1].lower() in lexicon.events.numbered:
        return at + 1
    series = not tokens[at].text.istitle() and tokens[at].lower in lexicon.events.numbered and at + 1 < len(tokens)
    return at + 2 if series and tokens[at + 1].text.isdigit() and len(tokens[at + 1].text) < 3 else 0


def _named(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after a name that follows a kind of event, quoted or with a capital, and is no body's."""
    if at + 1 < len(tokens) and tokens[at + 1].text in QUOTES:
        return _quoted(tokens, at, lexicon)
    if tokens[at].lower not in lexicon.events.kinds or at + 1 >= len(tokens):
        return 0
    at = _after_adjectives(tokens, at, lexicon)
    first = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    if not (first.word and first.capital) or first.elided:
        return 0
    if first.lower in lexicon.openers or first.lower in lexicon.not_names:
        return 0
    if (
        known.own_label(first.text) not in (None, "EVENT")
        or lexicon.is_demonym(first.lower)
        or lexicon.people.introducers.match(tokens, at + 1)
    ):
        return 0
    return capitals_end(tokens, at + 2, _LONGEST - 1, lexicon.articles)  # `l'ouragan Katrina La Nouvelle-Orléans`


def _quoted(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after the title in quotes that follows a kind of event: `colloque « Penser la frontière »`."""
    word = tokens[at].lower
    if word not in lexicon.events.kinds and lexicon.heads.get(word) != "EVENT":
        return 0
    close, first = QUOTES[tokens[at + 1].text], at + 2
    ends = range(first, min(first + _LONGEST_TITLE, len(tokens)))
    return next((end + 1 for end in ends if tokens[end].text == close and tokens[first].capital), 0)


def _after_adjectives(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The last word of the kind: `intense` of `cyclone tropical intense Freddy`."""
    while at + 1 < len(tokens) and tokens[at + 1].small and lexicon.is_adjective(tokens[at + 1].lower):
        if lexicon.is_demonym(tokens[at + 1].lower):
            break
        at += 1
    return at


def _before_kind(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The first word of the kind: `Tropical` of `Tropical Storm Chantal`."""
    while at > 0 and tokens[at - 1].lower in lexicon.events.fronts:
        at -= 1
    return at


def _ranked(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, growth: Growth) -> int:
    """The token after `(11e) réunion du Comité du patrimoine`: a meeting with a rank and whose it is."""
    if tokens[at].lower not in lexicon.events.ranked_meetings or at == 0:
        return 0
    before = at - 1 - (at > 1 and tokens[at - 1].small and not is_ordinal(tokens[at - 1], lexicon))  # `annual`
    grown = growth.grow(at, "EVENT")
    return grown.end if grown.complements and grown.proper and is_ordinal(tokens[before], lexicon) else 0


def _others(tokens: Sequence[Token], kind: int, end: int, lexicon: EntityLexicon) -> Iterator[Candidate]:
    """`Yasa` and `Ana` of `cyclones Harold, Yasa and Ana`: the names of one word that follow a kind in the plural."""
    plural = tokens[kind].lower.endswith("s") and tokens[kind].lower[:-1] in lexicon.events.kinds
    while plural and end < len(tokens):
        at = end + (tokens[end].text == ",")
        at += at < len(tokens) and tokens[at].lower in lexicon.conjunctions
        if at == end or at >= len(tokens) or not (tokens[at].word and tokens[at].capital):
            return
        yield Candidate(tokens[at].start, tokens[at].end, "EVENT", "rule")
        end = at + 1


def _year(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> int:
    """The token after `année du Brésil en France`, `Year of India in France`: two places, tied."""
    if tokens[at].lower not in lexicon.events.cultural_years:
        return 0
    if tokens[at].capital and at + 1 < len(tokens) and is_compound_demonym(tokens[at + 1], lexicon):
        return at + 2  # `Année franco-allemande`
    first = at + 1 + lexicon.place_links.match(tokens, at + 1)
    middle = after_place(tokens, first, known)
    link = lexicon.bodies.post_links.match(tokens, middle) if middle else 0
    return after_place(tokens, middle + link, known) if link else 0
