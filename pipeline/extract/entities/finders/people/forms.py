"""People by the form of the name alone: an initial, a name of birth, a patronymic, a nickname in quotes."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.people.known import is_part
from pipeline.extract.entities.finders.people.names import (
    bound_particle,
    is_plain_name,
    name_end,
    name_start,
    particles,
)
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import Token, form_of

_TOGETHER = re.compile(r"(?:[A-ZÀ-Þ]\.){2,5}")  # `C.L.A.`
_LONGEST_PARTICLES = 3  # `von und zu`
_LONGEST_NICKNAME = 3  # words
_FEWEST_INITIALS = 2
_LONGEST_SURNAME = 3  # words
_CIVILITY = 2  # tokens of `M.`
_OPENING, _CLOSING = "\"“«‘'(", "\"”»’')"


def find_people_with_an_initial(
    tokens: Sequence[Token], lexicon: EntityLexicon, _known: KnownNames
) -> Iterator[Candidate]:
    """People whose initial stands before a surname, particles before it in any case: `B. VAN DEN BOSCH`."""
    for at in range(len(tokens) - 3):
        point, first = tokens[at + 1], at + 2
        if point.text != "." or not tokens[at].initial or point.start != tokens[at].end:
            continue
        if at > 1 and tokens[at - 1].text == "." and tokens[at - 2].initial:
            continue
        if lexicon.people.civilities.match(tokens, at) and tokens[first].lower in lexicon.determiners:
            continue  # `M. le Haut représentant`
        end = first
        while end < len(tokens) and end - first < _LONGEST_PARTICLES and tokens[end].lower in lexicon.particles:
            end += 1
        named = end > first and end < len(tokens) and tokens[end].word and tokens[end].capital
        if named and not tokens[first].elided:
            yield Candidate(tokens[at].start, tokens[end].end, "PERSON", "rule")


def find_people_with_initials(
    tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """People with two initials, or a given name cut short and one, before a surname that is no word: `J. P. Pronk`,
    `Th. P. Bergsma`, `S M Krishna`; not `U. S. Senate`."""
    behind = 0
    for at in [at for at, token in enumerate(tokens) if token.capital and _may_be_cut(token, lexicon)]:
        token = tokens[at]
        if at < behind:
            continue
        if not lexicon.head_last and lexicon.people.civilities.match(tokens, at) == _CIVILITY:
            continue  # `M. M. Kerbrat`
        end, count = at, 0
        while size := _cut(tokens, end, lexicon):
            together = _TOGETHER.fullmatch(tokens[end].text) is not None
            end, count = end + size, count + (_FEWEST_INITIALS if together else 1)
        surname, behind = tokens[end : end + 1], end
        if _TOGETHER.fullmatch(token.text) and not _may_be_initials(tokens, at, end, lexicon, known):
            continue
        if count < _FEWEST_INITIALS or not surname or not is_plain_name(surname[0], lexicon):
            continue
        behind = end + 1
        most = min(end + _LONGEST_SURNAME, len(tokens))
        while behind < most and _goes_on_surname(tokens, behind, lexicon, known):
            behind += 1
        word = surname[0].lower
        listed = lexicon.people.civilities.match(tokens, at) >= 2 * _FEWEST_INITIALS  # `S. E. M. Kim`
        letters = "".join(f"{one.text.rstrip('.')}." for one in tokens[at:end] if one.word)
        listed = listed or letters.lower() in lexicon.people.no_initials  # `F. C. Barcelone`
        town = known.is_place(surname[0].text) or known.is_great_city(surname[0].text)
        common = town or in_dictionary(word, lexicon.language) == "small"
        if not (listed or common or word in lexicon.heads or known.own_label(letters.replace(".", ""))):
            yield Candidate(token.start, tokens[behind - 1].end, "PERSON", "rule")


def _may_be_initials(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether letters written together are somebody's, as English writes them: `C.L.A. Abbott`, not `the R.A.F. Club`,
    `S.A.R.L. Dubreuil`, `M.V. Liemba`."""
    if not lexicon.head_last or end >= len(tokens) or known.is_town(tokens[end].text):
        return False
    before, letters = tokens[at - 1 : at] if at else [], tokens[at].lower
    led = any(one.lower in lexicon.determiners or one.text[0].isdigit() for one in before)
    form = letters in lexicon.bodies.legal_forms or letters.replace(".", "") in lexicon.frames.ships
    return not led and not form


def _may_be_cut(word: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word is one letter, several with full stops, or a given name cut short."""
    return len(word.text) == 1 or word.text[-1] == "." or word.lower in lexicon.people.short_names


def _cut(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """How many tokens an initial that stands here has, or a given name cut short: a full stop, or a name behind it."""
    row = tokens[at : at + 2]
    if len(row) < len(("S", ".")):
        return 0
    if _TOGETHER.fullmatch(row[0].text):
        return 1
    if row[1].text == "." and (row[0].initial or row[0].lower in lexicon.people.short_names):
        return 2
    return int(row[0].initial and row[1].word and row[1].capital and row[1].start == row[0].end + 1)


def _goes_on_surname(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a word right behind a name is one more of it, and no word of the language: the `Oli` of `Sharma Oli`."""
    word = tokens[at]
    beside = word.start == tokens[at - 1].end + 1 and is_plain_name(word, lexicon) and not word.text.isupper()
    return beside and in_dictionary(word.lower, lexicon.language) != "small" and not known.is_place(word.text)


def find_people_with_a_birth_name(
    tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """People whose name goes on with the one of birth: `ESSOMBA née TABI Jeanne`."""
    for at, token in enumerate(tokens):
        if token.lower not in lexicon.people.births or not token.small:
            continue
        start = name_start(tokens, at, lexicon)
        first = at + 1 + particles(tokens, at + 1, lexicon)
        end = name_end(tokens, first, lexicon, known.is_place)
        if start < at and end > first:
            yield Candidate(tokens[start].start, tokens[end - 1].end, "PERSON", "title")


def find_people_with_a_patronymic(
    tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """People whose name says whose child they are: `Said bin Sultan`, `Kiptoo arap Sang`, `El Moctar Ould Djay`."""
    behind = 0
    for at in [at for at, token in enumerate(tokens) if token.lower in lexicon.people.patronymics]:
        if not max(behind, 1) <= at < len(tokens) - 1 or not _is_patronymic(tokens[at], lexicon):
            continue
        child = tokens[at - 1]
        named = child.word and child.capital and (child.lower,) not in lexicon.people.introducers
        start = name_start(tokens, at - 1, lexicon) if named else at  # `Said` is an ordinary word by itself
        first = at + 1 + particles(tokens, at + 1, lexicon)
        end = name_end(tokens, first, lexicon, known.is_place)
        built = any(t.lower in lexicon.heads or t.lower in lexicon.places.kinds for t in tokens[start:at])
        told = start < at and end > first and not _is_named_after(tokens, start, lexicon)
        if told and not built and not is_part(tokens, start, end, lexicon):
            yield Candidate(tokens[start].start, tokens[end - 1].end, "PERSON", "title")
            behind = end


def _is_named_after(tokens: Sequence[Token], start: int, lexicon: EntityLexicon) -> bool:
    """Whether a group is called by the name that begins here: `katiba Yazid ibn Maslam`."""
    return start > 0 and tokens[start - 1].small and tokens[start - 1].lower in lexicon.heads


def _is_patronymic(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word between the names of child and parent is that here; with a capital only what is nothing else."""
    return token.small or token.lower in lexicon.people.bound_particles or bound_particle(token, lexicon)


def find_people_with_a_nickname(
    tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """People whose nickname stands in quotes or brackets between given name and surname: `Ramesh "Sonny" Maharaj`."""
    for at, token in enumerate(tokens):
        close = _nickname_end(tokens, at) if token.text in _OPENING and at else 0
        if not close or token.start == tokens[at - 1].end:
            continue
        start = name_start(tokens, at, lexicon)
        end = name_end(tokens, close, lexicon, known.is_place)
        words = [*tokens[start:at], *tokens[close:end]]
        built = any(lexicon.is_ordinary(t.lower) or t.lower in lexicon.places.kinds for t in words)
        if token.text == "(" and (tokens[start].lower not in known.gazetteer.forms.lexicon.given or at > start + 1):
            continue  # `William (Bill) Bobroff`, not `Marie Dupont (Paris) Anne Roux`
        if token.text == "(" and not _is_pet_name(tokens, at + 1, close, lexicon, known):
            continue
        if start < at and end > close and not built and not known.is_place(words[0].text):
            yield Candidate(tokens[start].start, tokens[end - 1].end, "PERSON", "title")


def _is_pet_name(tokens: Sequence[Token], first: int, behind: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether brackets hold what somebody is called: no place or calling, as in `Paul (Uganda) Peter (Ghana)`."""
    row = tokens[first : behind - 1]
    listed = behind + 1 < len(tokens) and tokens[behind + 1].text == "("
    callings = lexicon.frames.apposed | lexicon.bodies.tails | lexicon.heads.keys()
    called = any((token.lower,) in lexicon.people.titles or token.lower in callings for token in row)
    return not (listed or called or known.label(form_of(row)))


def _nickname_end(tokens: Sequence[Token], opening: int) -> int:
    """The token after the quote that closes a few words with a capital, before another; 0 where none does."""
    for at in range(opening + 2, min(opening + 2 + _LONGEST_NICKNAME, len(tokens) - 1)):
        if tokens[at].text in _CLOSING:
            return at + 1 if tokens[at - 1].capital and tokens[at + 1].capital else 0
    return 0
