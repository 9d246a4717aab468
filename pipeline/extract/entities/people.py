"""People by what introduces them: `M. Idrissov`, `le Président Nazarbaïev`, `Presidents Macron and Putin`."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.growth import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, token_at

_LONGEST_NAME = 10  # tokens
_LONGEST_PARTICLES = 3  # `von und zu`
_LONGEST_GIVEN = 6  # tokens
_LONGEST_SHORT = 4  # letters of a civility that a full stop may follow
_NAMESAKE = 2  # words of `Michael Jordan`
_MOST = 12  # people that one title introduces


class _Title(NamedTuple):
    end: int
    civility: bool
    several: bool
    loose: bool  # also stands in names of bodies
    peer: bool = False  # `Lord`, whose names go on with a place


def find_titled_people(tokens: Sequence[Token], lexicon: EntityLexicon, is_place: IsPlace) -> Iterator[Candidate]:
    """The people that a title or civility introduces; the name without it. One in the plural introduces several."""
    for title in _titles(tokens, lexicon):
        at: int | None = title.end
        if not title.civility and title.end < len(tokens) and lexicon.is_demonym(tokens[title.end].lower):
            at = title.end + 1
        for _ in range(_MOST if title.several else 1):
            end = _introduced(tokens, at, title, lexicon, is_place) if at is not None else None
            if at is None or end is None:
                break
            yield Candidate(tokens[at].start, tokens[end - 1].end, "PERSON", "title")
            at = _next_in_list(tokens, end, lexicon)


def find_people_named_as_places(
    tokens: Sequence[Token], lexicon: EntityLexicon, is_place: IsPlace
) -> Iterator[Candidate]:
    """`Dominique de Villepin`: a given name that is a country's too, without article or preposition before it."""
    for at in range(1, len(tokens) - 2):
        token, before = tokens[at], tokens[at - 1]
        if not token.capital or tokens[at + 1].lower not in lexicon.particles or not is_place(token.text):
            continue
        governed = before.lower in lexicon.determiners or before.lower in lexicon.before_places
        end = name_end(tokens, at, lexicon, is_place)
        if end > at + 2 and not governed and (before.small or before.text == ","):
            yield Candidate(token.start, tokens[end - 1].end, "PERSON", "rule")


def find_people_with_a_role(tokens: Sequence[Token], lexicon: EntityLexicon, is_place: IsPlace) -> Iterator[Candidate]:
    """People of two words and more whose role stands behind a comma: `Bachar Al-Assad, Président de la …`."""
    for at, token in enumerate(tokens):
        if token.text != ",":
            continue
        role = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower in lexicon.determiners)
        size = lexicon.titles.match(tokens, role)
        after = role + size
        tied = size > 1 or (after < len(tokens) and lexicon.role_links.match(tokens, after))
        if not size or not tied:
            continue
        start = at
        while start > 0 and at - start < _LONGEST_GIVEN and _is_plain_name(tokens[start - 1], lexicon):
            start -= 1
        words = tokens[start:at]
        named = len(words) > 1 and words[0].capital and not any(is_place(t.text) for t in words)
        if named and not any(t.lower in lexicon.heads or t.lower in lexicon.place_kinds for t in words):
            yield Candidate(words[0].start, words[-1].end, "PERSON", "given")


def find_people_with_initials(tokens: Sequence[Token], lexicon: EntityLexicon) -> Iterator[Candidate]:
    """People whose initial stands before a surname, particles before it in any case: `B. VAN DEN BOSCH`."""
    for at in range(len(tokens) - 3):
        point, first = tokens[at + 1], at + 2
        if not tokens[at].initial or point.text != "." or point.start != tokens[at].end:
            continue
        if at > 1 and tokens[at - 1].text == "." and tokens[at - 2].initial:
            continue
        end = first
        while end < len(tokens) and end - first < _LONGEST_PARTICLES and tokens[end].lower in lexicon.particles:
            end += 1
        named = end > first and end < len(tokens) and tokens[end].word and tokens[end].capital
        if named and not tokens[first].elided:
            yield Candidate(tokens[at].start, tokens[end].end, "PERSON", "rule")


def _is_plain_name(token: Token, lexicon: EntityLexicon) -> bool:
    known = lexicon.is_ordinary(token.lower) or (token.lower,) in lexicon.introducers
    return token.word and token.capital and not token.elided and not known


def find_people_by_given_name(
    tokens: Sequence[Token], lexicon: EntityLexicon, is_place: IsPlace, given: AbstractSet[str]
) -> Iterator[Candidate]:
    """People whom a common given name tells: `Blaise Compaoré`; none where a kind of body or place is in the name."""
    for at, token in enumerate(tokens[:-1]):
        if (
            not token.capital
            or not any(part in given for part in token.lower.split("-"))
            or token.lower in lexicon.months
        ):
            continue
        if at and tokens[at - 1].capital and tokens[at - 1].word:
            continue
        end = name_end(tokens, at, lexicon, is_place)
        words = tokens[at:end]
        if len(words) == _NAMESAKE and is_place(words[1].text) and _is_namesake(tokens, at, lexicon, is_place):
            yield Candidate(token.start, words[1].end, "PERSON", "rule")
            continue
        known = any(t.lower in lexicon.heads or is_place(t.text) or t.lower in lexicon.place_kinds for t in words)
        if 1 < end - at <= _LONGEST_GIVEN and not known and words[-1].capital and not words[-1].initial:
            yield Candidate(token.start, tokens[end - 1].end, "PERSON", "given")


def _is_namesake(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, is_place: IsPlace) -> bool:
    """Whether a given name stands here that is no place's, before a surname that is (`Michael Jordan`)."""
    given, surname = tokens[at], tokens[at + 1]
    kind = any(t.lower in lexicon.heads or t.lower in lexicon.place_fronts for t in (given, surname))
    return not is_place(f"{given.text} {surname.text}") and not is_place(given.text) and not kind


def name_end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, is_place: IsPlace) -> int:
    """The token after a person's name that begins here; `at` itself when none does."""
    end = at
    while end < len(tokens) and end - at < _LONGEST_NAME:
        step = _name_step(tokens, end, end > at, lexicon, is_place)
        if not step:
            break
        end += step
    return end


def whole_person(tokens: Sequence[Token], person: Candidate, lexicon: EntityLexicon, is_place: IsPlace) -> Candidate:
    """The person with the particles and words with a capital that a finder left out: `de Gaulle`, `J.-M. Barroso`."""
    first, last = token_at(tokens, person.start), token_at(tokens, person.end)
    size = _particles(tokens, last, lexicon)
    if size and not is_place(tokens[last + size].text) and tokens[last + size - 1].lower not in lexicon.determiners:
        person = person._replace(end=tokens[last + size].end)
    while last < len(tokens) and _goes_on_in_capitals(tokens, last):
        person = person._replace(end=tokens[last].end)
        last += 1
    person = _without_honours(tokens, person, lexicon)
    if first >= len(tokens):
        return person
    shouted = first > 0 and _is_shouted(tokens[first - 1]) and not lexicon.is_ordinary(tokens[first - 1].lower)
    if shouted and not _is_shouted(tokens[first]) and not is_place(tokens[first - 1].text):
        return person._replace(start=tokens[first - 1].start)  # `GUEYE Ndeye Coumba`
    start = tokens[_name_start(tokens, first, lexicon)].start
    return person._replace(start=start) if start < person.end else person  # it began inside a word: `tin-Lorem`


def _is_shouted(token: Token) -> bool:
    return token.text.isalpha() and token.text.isupper() and len(token.text) > 3


def _goes_on_in_capitals(tokens: Sequence[Token], at: int) -> bool:
    """Whether a surname in capitals stands here, or goes on: `Dag NYLANDER`, `LULA DA SILVA`."""
    if tokens[at - 1].text.isupper() and tokens[at].word and tokens[at].text.isupper() and len(tokens[at].text) > 1:
        return True
    return _is_shouted(tokens[at]) and tokens[at - 1].capital and not tokens[at - 1].text.isupper()


def _without_honours(tokens: Sequence[Token], person: Candidate, lexicon: EntityLexicon) -> Candidate:
    """The person without letters after the name: `Gareth Thomas MP`."""
    first, last = token_at(tokens, person.start), token_at(tokens, person.end)
    while last - first > 1 and tokens[last - 1].lower in lexicon.honours:
        last -= 1
    return person._replace(end=tokens[last - 1].end)


def _introduced(
    tokens: Sequence[Token], at: int, title: _Title, lexicon: EntityLexicon, is_place: IsPlace
) -> int | None:
    """The token after the name that begins here, if the title introduces one."""
    begin = at + _opening_particles(tokens, at, title, lexicon)
    if begin >= len(tokens) or lexicon.introducers.match(tokens, begin):
        return None
    end = name_end(tokens, begin, lexicon, is_place)
    words = tokens[begin:end]
    if not words or (is_place(words[0].text) and not title.civility):
        return None
    if not title.civility and (words[0].lower,) in lexicon.role_links:
        return None  # `Secrétaire d'État Chargé des Français de l'étranger`
    generic = words[0].lower in lexicon.not_names and not (title.civility and words[0].lower in lexicon.months)
    if words[0].lower in lexicon.heads or generic:
        return None  # but `M. Mars`
    if len(words) == 1 and lexicon.is_demonym(words[0].lower):
        return None
    if title.loose and lexicon.head_last and any(t.lower in lexicon.heads for t in words):
        return None  # `General Labour Union`
    return _with_seat(tokens, end, title, lexicon)


def _with_seat(tokens: Sequence[Token], end: int, title: _Title, lexicon: EntityLexicon) -> int:
    """The token after `of Bolton` where a peer's name goes on with it; `end` where it does not."""
    link = lexicon.place_links.match(tokens, end) if title.peer and end < len(tokens) else 0
    seat = end + link
    while link and seat < len(tokens) and tokens[seat].word and tokens[seat].capital:
        seat += 1
    return seat if seat > end + link else end


def _opening_particles(tokens: Sequence[Token], at: int, title: _Title, lexicon: EntityLexicon) -> int:
    """How many particles open the name; after a title not those that tie a role to its object (`ministre de …`)."""
    if at >= len(tokens) or (not title.civility and (tokens[at].lower,) in lexicon.role_links):
        return 0
    return _particles(tokens, at, lexicon)


def _next_in_list(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int | None:
    """The token after `,` or a conjunction that stands here, where a list of people goes on."""
    begin = at
    if begin < len(tokens) and tokens[begin].text == ",":
        begin += 1
    if begin < len(tokens) and tokens[begin].lower in lexicon.conjunctions:
        begin += 1
    return begin if at < begin < len(tokens) else None


def _name_step(tokens: Sequence[Token], at: int, goes_on: bool, lexicon: EntityLexicon, is_place: IsPlace) -> int:
    """How many tokens of a name stand here: a word with a capital, particles and one, an initial's full stop."""
    token = tokens[at]
    if token.word and (token.capital or _bound_particle(token, lexicon)) and not token.elided:
        return 0 if goes_on and _other_title(tokens, at, lexicon) else 1
    if not goes_on:
        return 0
    if token.text == "." and at + 1 < len(tokens):
        short = tokens[at - 1].initial or tokens[at - 1].lower in lexicon.short_names
        return int(short and tokens[at + 1].capital)
    size = _particles(tokens, at, lexicon)
    if not size:
        return 0
    following = tokens[at + size]
    own = following.lower in lexicon.heads or following.lower in lexicon.not_names or is_place(following.text)
    return 0 if own else size + 1


def _other_title(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a title with something after it stands here: the end of `Laurent Fabius Ministre des Affaires …`."""
    end = at + lexicon.introducers.match(tokens, at)
    if end - at != 1:
        return end > at
    return end < len(tokens) and (tokens[end].capital or (tokens[end].lower,) in lexicon.role_links)


def _bound_particle(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word is a name with a small particle at a hyphen: `al-Assad`."""
    particle, _, name = token.text.replace("‑", "-").partition("-")
    return name[:1].isupper() and particle in lexicon.particles


def _particles(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """How many particles stand here before a word with a capital."""
    end = at
    while end < len(tokens) and end - at < _LONGEST_PARTICLES and tokens[end].lower in lexicon.particles:
        if tokens[end].capital and not _is_in_capitals(tokens, at):
            break
        end += 1
    return end - at if at < end < len(tokens) and tokens[end].capital and not tokens[end].elided else 0


def _is_in_capitals(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name in capitals goes on here: the `VAN DEN` of `B. VAN DEN BOSCH`."""
    return all(t.text.isupper() and len(t.text) > 1 for t in tokens[at : at + 2]) and len(tokens) > at + 1


def _name_start(tokens: Sequence[Token], first: int, lexicon: EntityLexicon) -> int:
    """Where the name begins whose first known token is `first`: at initials, or at a particle after a civility."""
    while first > 0:
        size = _initials_before(tokens, first, lexicon)
        if not size:
            break
        first -= size
    before = first - 1
    while before > 1 and tokens[before - 1].small and tokens[before - 1].lower in lexicon.particles:
        before -= 1
    if before > 0 and all(t.small and t.lower in lexicon.particles for t in tokens[before:first]):
        table = lexicon.civilities if (tokens[before].lower,) in lexicon.role_links else lexicon.introducers
        if table.end_at(tokens, before, 3):
            return before
    return first


def _initials_before(tokens: Sequence[Token], first: int, lexicon: EntityLexicon) -> int:
    """How many tokens of an initial end before this one: 2 for `J` and `.`, 1 for `J.-M.`, 0 for none."""
    before = tokens[first - 1]
    if before.capital and "-" in before.text and before.text.endswith("."):
        return 1
    if before.text != "." or first < 2 or not tokens[first - 2].initial:
        return 0
    civility = lexicon.civilities.match(tokens, first - 2) == 2
    return 0 if civility and not _is_middle_initial(tokens, first - 2, first) else 2


def _titles(tokens: Sequence[Token], lexicon: EntityLexicon) -> Iterator[_Title]:
    behind = 0  # the last title
    for at, size in lexicon.introducers.places(tokens):
        if at < behind:
            continue
        end = at + size
        words = tuple(t.lower for t in tokens[at:end])
        civility = words in lexicon.civilities
        named = not lexicon.head_last and at > 0 and tokens[at - 1].capital and tokens[at - 1].lower in lexicon.heads
        inside = (
            at > 0
            and tokens[at].capital
            and (tokens[at].lower in lexicon.name_titles)
            and _in_name(tokens, at, lexicon)
        )
        if inside or (civility and _is_middle_initial(tokens, at, end)) or (named and tokens[at].capital):
            continue
        short = len(words[-1]) <= _LONGEST_SHORT and words[-1] != "."
        if civility and short and end < len(tokens) and tokens[end].text == ".":
            end += 1
        loose = not civility or words[0] in lexicon.name_titles
        yield _Title(end, civility, words in lexicon.plurals, loose, peer=words[-1] in lexicon.peerages)
        behind = end


def _in_name(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether the `Cheikh` of `Ismaïl Ould Cheikh Ahmed` stands here."""
    before = tokens[at - 1]
    return before.word and before.capital and before.lower in lexicon.particles


def _is_middle_initial(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the `M.` of `J. M. Barroso` stands here, not the one of `M. Barroso`."""
    return end - at == 2 and tokens[at].initial and at > 1 and tokens[at - 1].text == "." and tokens[at - 2].initial
