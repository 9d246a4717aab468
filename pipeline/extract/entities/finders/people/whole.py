"""A person's name made whole: initials, particles, surnames in capitals, letters after it that a finder left out."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.people.names import is_middle_initial, is_plain_name, particles
from pipeline.extract.entities.known import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import LANGUAGES, is_word
from pipeline.extract.entities.tokens import Token, token_at

_FEWEST_NAMED = 2  # tokens of a name that `Jr.` may follow
_NUMERALS = "IVX"
_LONGEST_TITLE = 6  # tokens of `S. E. M.`
_SHORTEST_GIVEN = 4  # letters of a given name in no list


def whole_person(
    tokens: Sequence[Token],
    person: Candidate,
    lexicon: EntityLexicon,
    is_place: IsPlace,
    *,
    given: AbstractSet[str] = frozenset(),
    is_known: IsPlace = lambda _: True,
    is_own: IsPlace = lambda _: False,
) -> Candidate:
    """The person with the particles, initials and given names that a finder left out: `de Gaulle`, `J.-M. Barroso`."""
    first, last = token_at(tokens, person.start), token_at(tokens, person.end)
    if lexicon.people.nobility.match(tokens, first):
        return person  # `duc de Choiseul`
    size = particles(tokens, last, lexicon)
    if size and not is_place(tokens[last + size].text) and tokens[last + size - 1].lower not in lexicon.determiners:
        person = person._replace(end=tokens[last + size].end)
    while last < len(tokens) and _goes_on_in_capitals(tokens, last):
        person = person._replace(end=tokens[last].end)
        last += 1
    person = _with_suffix(tokens, _without_honours(tokens, person, lexicon), lexicon)
    person = _with_last_initial(tokens, person, lexicon)
    if first >= len(tokens):
        return person
    shouted = first > 0 and _is_shouted(tokens[first - 1]) and not lexicon.is_ordinary(tokens[first - 1].lower)
    if _is_shouted(tokens[first]):
        first = _start_in_capitals(tokens, first, lexicon)
    elif shouted and not is_place(tokens[first - 1].text) and not is_own(tokens[first - 1].text):
        return person._replace(start=tokens[first - 1].start)  # `GUEYE Ndeye Coumba`
    while first and _is_own_given_name(tokens, first, person, lexicon, given, is_known):
        first -= 1
    start = tokens[_name_start(tokens, first, lexicon)].start
    return person._replace(start=start) if start < person.end else person  # it began inside a word: `tin-Lorem`


def _is_own_given_name(
    tokens: Sequence[Token],
    first: int,
    person: Candidate,
    lexicon: EntityLexicon,
    given: AbstractSet[str],
    is_known: IsPlace,
) -> bool:
    """Whether a given name stands right before what the model took for the whole: the `Ruy` of `Ruy González`; also
    one that no list and no dictionary has (`Eliud Karanja`)."""
    before = tokens[first - 1]
    follows = tokens[first].start - before.end == 1 and tokens[first].capital
    if person.by != "model" or not follows or not is_plain_name(before, lexicon):
        return False
    return before.lower in given or _is_unheard(before, lexicon, is_known)


def _is_unheard(word: Token, lexicon: EntityLexicon, is_known: IsPlace) -> bool:
    """Whether a word with one capital is no name that is known, and in no dictionary."""
    plain = word.text.isalpha() and word.text.istitle() and len(word.text) >= _SHORTEST_GIVEN
    return plain and not (is_known(word.text) or lexicon.is_demonym(word.lower) or is_word(word.lower, LANGUAGES))


def _is_shouted(token: Token) -> bool:
    return token.text.isalpha() and token.text.isupper() and len(token.text) > 3


def _start_in_capitals(tokens: Sequence[Token], first: int, lexicon: EntityLexicon) -> int:
    """Where a surname in capitals begins whose last word stands here: at the `DE` of `DE LA TORRE Y MIRANDA`."""
    while True:
        tie = first
        while tie and tokens[tie - 1].text.isupper() and tokens[tie - 1].lower in lexicon.particles:
            tie -= 1
        if tie == first or not tie or not _is_shouted(tokens[tie - 1]):
            return tie if not tie or not tokens[tie - 1].capital else first
        word = tokens[tie - 1].lower
        if lexicon.is_ordinary(word) or is_word(word, lexicon.language):
            return first  # `DISCOURS DE MIRANDA`
        first = tie - 1


def _goes_on_in_capitals(tokens: Sequence[Token], at: int) -> bool:
    """Whether a surname in capitals stands here, or goes on: `Dag NYLANDER`, `LULA DA SILVA`."""
    if tokens[at - 1].text.isupper() and tokens[at].word and tokens[at].text.isupper() and len(tokens[at].text) > 1:
        return True
    return _is_shouted(tokens[at]) and tokens[at - 1].capital and not tokens[at - 1].text.isupper()


def _without_honours(tokens: Sequence[Token], person: Candidate, lexicon: EntityLexicon) -> Candidate:
    """The person without letters after the name (`Ann Lee MP`), or the field after it (`To: Ann Lee Subject:`)."""
    first, last = token_at(tokens, person.start), token_at(tokens, person.end)
    while last - first > 1 and tokens[last - 1].lower.replace(".", "") in lexicon.people.honours:
        last -= 1
    if last - first > 1 and last < len(tokens) and tokens[last].text == ":":
        last -= tokens[last - 1].lower in lexicon.frames.letter_fields
    end = tokens[last - 1].end
    return person if end == person.end else person._replace(end=end)


def _with_last_initial(tokens: Sequence[Token], person: Candidate, lexicon: EntityLexicon) -> Candidate:
    """The person with the full stop of the initial that ends the name: `Mostafa B.`; a king's number has none, nor has
    a civility alone (`M.`)."""
    at = token_at(tokens, person.end)
    if at and tokens[at - 1].start == person.start and lexicon.people.civilities.match(tokens, at - 1):
        return person
    short = 0 < at < len(tokens) and tokens[at - 1].initial and tokens[at - 1].text not in _NUMERALS
    tied = short and tokens[at].text == "." and tokens[at].start == person.end
    return person._replace(end=tokens[at].end) if tied else person


def _with_suffix(tokens: Sequence[Token], person: Candidate, lexicon: EntityLexicon) -> Candidate:
    """The person with `Jr.` or `III` and its marks; the full stop is the sentence's where one ends in it."""
    at = token_at(tokens, person.end)
    if at and tokens[at - 1].lower in lexicon.people.suffixes:
        at -= 1
    named = at - token_at(tokens, person.start)
    if named == 1 and at < len(tokens) and tokens[at].lower in lexicon.people.firsts and not _is_of_noun(tokens, at):
        return person._replace(end=tokens[at].end)  # `Albert Ier`
    at += at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].lower in lexicon.people.suffixes
    if (
        named < _FEWEST_NAMED
        or at >= len(tokens)
        or tokens[at].lower not in lexicon.people.suffixes
        or tokens[at].small
    ):
        return person
    point = at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end
    return person._replace(end=tokens[at + point].end)


def _is_of_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether an ordinal in figures goes with the word behind it: `M. Dupont 1er adjoint`."""
    return tokens[at].text[0].isdigit() and any(token.small for token in tokens[at + 1 : at + 2])


def _name_start(tokens: Sequence[Token], first: int, lexicon: EntityLexicon) -> int:
    """Where the name begins whose first known token is `first`: at initials, or at a particle after a civility."""
    while first > 0:
        size = _initials_before(tokens, first, lexicon)
        if not size:
            break
        first -= size
    size = _own_particles(tokens, first, lexicon)
    if size:
        return first - size
    before = first - 1
    while before > 1 and tokens[before - 1].small and tokens[before - 1].lower in lexicon.particles:
        before -= 1
    if before > 0 and all(t.small and t.lower in lexicon.particles for t in tokens[before:first]):
        table = (
            lexicon.people.civilities
            if (tokens[before].lower,) in lexicon.people.role_links
            else lexicon.people.introducers
        )
        table = lexicon.people.nobility if lexicon.people.nobility.end_at(tokens, before, 1) else table
        attached = tokens[before - 1].lower in lexicon.people.clergy_and_kin  # `la mère d'Ahmed`
        if table.end_at(tokens, before, 3) and not attached and not _is_any(tokens, before, lexicon):
            return before
    return first


def _is_any(tokens: Sequence[Token], end: int, lexicon: EntityLexicon) -> bool:
    """Whether the title that ends before this token is anybody's: what follows `un caporal de` is where he is from."""
    words = (t.lower for t in tokens[max(end - _LONGEST_TITLE, 0) : end])
    return any(word in lexicon.indefinites and word in lexicon.determiners for word in words)


def _own_particles(tokens: Sequence[Token], first: int, lexicon: EntityLexicon) -> int:
    """How many particles before this token can be nothing else here: `told de Mistura`, `selon de Gaulle`."""
    start = first
    while start and tokens[start - 1].small and tokens[start - 1].lower in lexicon.people.bound_particles:
        start -= 1
    tied = start > 1 and tokens[start - 1].small and tokens[start - 1].lower in lexicon.particles
    start -= tied and tokens[start - 2].lower in lexicon.people.before_particles
    return first - start


def _is_short(token: Token, first: int, tokens: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a token is an initial, or before one a given name cut short: the `Th` of `Th. P. Bergsma`."""
    cut = token.capital and token.lower in lexicon.people.short_names and tokens[first].initial
    return token.initial or cut


def _initials_before(tokens: Sequence[Token], first: int, lexicon: EntityLexicon) -> int:
    """How many tokens of an initial end before this one: 2 for `J` and `.`, 1 for `J.-M.`, 0 for none."""
    before = tokens[first - 1]
    if before.capital and "-" in before.text and before.text.endswith("."):
        return 1
    if before.text != "." or first < 2 or not _is_short(tokens[first - 2], first, tokens, lexicon):
        return 0
    if any(
        lexicon.people.civilities.match(tokens, first - size) == size
        for size in range(3, min(first, _LONGEST_TITLE) + 1)
    ):
        return 0  # `S. E. M. Kim Jong-hun`
    civility = lexicon.people.civilities.match(tokens, first - 2) == 2
    return 0 if civility and not is_middle_initial(tokens, first - 2, first, lexicon) else 2
