"""People without a title, by a given name or by what stands beside them: a role, an age."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.people.names import is_plain_name, name_end, name_start
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_LONGEST_GIVEN = 6  # tokens
_AGE = 2  # digits
_NAMESAKE = 2  # words of `Michael Jordan`


def find_people_named_as_places(
    tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """`Dominique de Villepin`: a given name that is a country's too, without article or preposition before it."""
    for at in range(1, len(tokens) - 2):
        token, before = tokens[at], tokens[at - 1]
        if not token.capital or tokens[at + 1].lower not in lexicon.particles or not known.is_place(token.text):
            continue
        governed = before.lower in lexicon.determiners or before.lower in lexicon.places.before
        end = name_end(tokens, at, lexicon, known.is_place)
        if end > at + 2 and not governed and (before.small or before.text == ","):
            yield Candidate(token.start, tokens[end - 1].end, "PERSON", "rule")


def find_people_with_a_role(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """People of two words and more whose role stands behind a comma: `Bachar Al-Assad, Président de la …`."""
    for at, token in enumerate(tokens):
        if token.text != ",":
            continue
        role = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower in lexicon.determiners)
        role += role > at + 1 and role < len(tokens) and lexicon.is_demonym(tokens[role].lower)
        size = lexicon.people.titles.match(tokens, role)
        after = role + size
        tied = size > 1 or (after < len(tokens) and lexicon.people.role_links.match(tokens, after))
        if not size or not tied:
            continue
        start = name_start(tokens, at, lexicon)
        words = tokens[start:at]
        named = len(words) > 1 and words[0].capital and not any(known.is_place(t.text) for t in words)
        if named and not any(t.lower in lexicon.heads or t.lower in lexicon.places.kinds for t in words):
            yield Candidate(words[0].start, words[-1].end, "PERSON", "given")
        elif role > at + 1 and _is_with_namesake(tokens, at, lexicon, known):
            yield Candidate(tokens[at - 2].start, tokens[at - 1].end, "PERSON", "title")


def _is_with_namesake(tokens: Sequence[Token], end: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a name and a common noun that is a surname too stand before this token: `Stockwell Day`."""
    first, last = tokens[max(end - 2, 0)], tokens[end - 1]
    if end < _NAMESAKE or not last.capital or last.lower not in lexicon.people.namesakes:
        return False
    alone = end == _NAMESAKE or not tokens[end - 3].capital
    named = is_plain_name(first, lexicon) and first.lower not in lexicon.charges
    return alone and named and not known.is_place(first.text)


def find_people_with_an_age(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """People whose age stands behind a comma: `Ahmoudou, six ans`, `Halima Issa, 34 years old`, `Halima, 34, …`."""
    for at, token in enumerate(tokens):
        closed = _age_end(tokens, at + 1, lexicon) if token.text == "," else 0
        if not closed:
            continue
        start = name_start(tokens, at, lexicon)
        goes_on = closed < len(tokens) and tokens[closed].word  # `à Paris, deux ans plus tard`
        led = start > 0 and tokens[start - 1].lower in lexicon.places.before
        other = any(known.is_place(t.text) or t.lower in lexicon.heads for t in tokens[start:at])
        if start < at and not (goes_on or led or other):
            yield Candidate(tokens[start].start, tokens[at - 1].end, "PERSON", "title")


def _age_end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after an age that stands here: a number with its years, or one of two digits before a comma; 0 else."""
    if at + 1 >= len(tokens) or tokens[at].capital:
        return 0
    size = lexicon.people.ages.match(tokens, at + 1)
    if size:
        return at + 1 + size
    bare = tokens[at].text.isdecimal() and len(tokens[at].text) == _AGE and tokens[at + 1].text == ","
    return at + 1 if bare else 0


def find_people_by_given_name(
    tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """People whom a common given name tells: `Blaise Compaoré`; none where a kind of body or place is in the name."""
    given = known.gazetteer.forms.lexicon.given
    for at, token in enumerate(tokens[:-1]):
        if not token.capital or given.isdisjoint(token.lower.split("-")) or token.lower in lexicon.months:
            continue
        before = tokens[at - 1] if at else token
        introduced = before.lower in lexicon.charges or (at > 0 and known.is_place(before.text))
        if at and before.capital and before.word and not introduced:
            continue
        end = name_end(tokens, at, lexicon, known.is_place)
        words = tokens[at:end]
        if len(words) == _NAMESAKE and known.is_place(words[1].text) and _is_namesake(tokens, at, lexicon, known):
            yield Candidate(token.start, words[1].end, "PERSON", "rule")
            continue
        if (
            len(words) == _NAMESAKE
            and words[1].lower in lexicon.people.namesakes
            and not _is_in_a_place(tokens, at, lexicon)
        ):
            yield Candidate(token.start, words[1].end, "PERSON", "title")  # `Barbara Castle`
            continue
        other = any(
            t.lower in lexicon.heads or known.is_place(t.text) or t.lower in lexicon.places.kinds for t in words
        )
        if 1 < end - at <= _LONGEST_GIVEN and not other and words[-1].capital and not words[-1].initial:
            yield Candidate(token.start, tokens[end - 1].end, "PERSON", "given")


def _is_in_a_place(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether an article stands before the name, or a capital behind it: `the Alexander Hall`."""
    after = tokens[at + _NAMESAKE : at + _NAMESAKE + 1]
    return (at > 0 and tokens[at - 1].lower in lexicon.determiners) or bool(after and after[0].capital)


def _is_namesake(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a given name stands here that is no place's, before a surname that is (`Michael Jordan`)."""
    given, surname = tokens[at], tokens[at + 1]
    kind = any(t.lower in lexicon.heads or t.lower in lexicon.places.fronts for t in (given, surname))
    return not known.is_place(f"{given.text} {surname.text}") and not known.is_place(given.text) and not kind
