"""People and places by the words around a name: `X, who`, `X's widow`, `son of X`; `fled to X`, `north of X`."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.capitals import is_whole_capital, name_row_end
from pipeline.extract.entities.finders.people.callings import (
    is_apposed,
    is_behind_post,
    is_called,
    is_people,
    is_told_apart,
)
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_common
from pipeline.extract.entities.tokens import Token, form_of
from pipeline.records import EntityLabel

_LONGEST = 4  # tokens of a name
_LONGEST_CUE = 4  # tokens before a name
_HOME = 2  # tokens from what people are to where they are from
_NEAR = 4  # tokens from who goes to where
_QUOTES = '»”"’'
_ENDS = ".!?…"  # behind one a sentence begins
_OPENINGS = ':;»”"«“'  # behind one a sentence may begin

Names = Sequence[tuple[int, int]]  # what `unlisted_names` finds
_IsFrame = Callable[[Sequence[Token], int, int, EntityLexicon], bool]


def find_framed_people(
    names: Names, tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames, seen: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The people whom the words around them tell; what bodies do too tells none where one is `seen`, and nothing does
    inside a longer name that is none of a person (`Daughters of Penelope, who …`)."""
    bodies = {one.start for one in seen if one.label == "ORGANIZATION"}
    longer = _Longer(one for one in seen if one.by == "model" and one.label != "PERSON")
    places = {one.start for one in seen if one.label == "LOCATION"}
    for start, end in names:
        placed = _is_where(tokens, start, lexicon) or _is_home(tokens, start, end, lexicon)
        if placed or known.is_great_city(form_of(tokens[start:end])):
            continue
        of_place = tokens[start].start in places and _is_followed_by_another(tokens, start, end, lexicon)
        if of_place or longer.holds(tokens[start].start, tokens[end - 1].end):
            continue
        if any(frame(tokens, start, end, lexicon) for frame in _OF_PEOPLE):
            yield _candidate(tokens, start, end, "PERSON", "title")
        elif tokens[start].start not in bodies and _acts(tokens, start, end, lexicon, known):
            yield _candidate(tokens, start, end, "PERSON", "given")


def _is_followed_by_another(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """Whether a link ties the name to what stands before it, and a comma and an article open another's description:
    `le chef de poste de Faya, le capitaine …`."""
    tied = start > 0 and (tokens[start - 1].lower,) in lexicon.place_links
    return tied and end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].lower in lexicon.articles


class _Longer:
    """Names of the model, none overlapping another, to look up which of them hold what."""

    def __init__(self, names: Iterable[Candidate]) -> None:
        self._names = sorted(names)

    def holds(self, start: int, end: int) -> bool:
        """Whether a longer name holds these characters."""
        at = bisect_right(self._names, start, key=lambda name: name.start) - 1
        name = self._names[at] if at >= 0 else None
        return name is not None and end <= name.end and (name.start, name.end) != (start, end)


def _acts(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether people meet or quote who is named here, or who speaks is no town (`Mons remembers`)."""
    if _is_met(tokens, start, end, lexicon):
        return True
    return known.label(form_of(tokens[start:end])) is None and _speaks(tokens, start, end, lexicon)


def find_framed_places(
    names: Names, tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """The places that the words before them tell: `fled to Tiznit`, `north of Abyei`, `from Mopti to Sévaré`."""
    for start, end in names:
        named = _is_given(tokens[start], known) and known.label(tokens[start].text) is None
        if not named and any(frame(tokens, start, end, lexicon) for frame in _OF_PLACES):
            by = "town" if _is_defined(tokens, start, end, lexicon) else "place"
            yield _candidate(tokens, start, end, "LOCATION", by)


def _candidate(tokens: Sequence[Token], start: int, end: int, label: EntityLabel, by: str) -> Candidate:
    return Candidate(tokens[start].start, tokens[end - 1].end, label, by)


def unlisted_names(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[tuple[int, int]]:
    """Where words with a capital stand that no list knows, without an article: the first, and the one after them."""
    at = 0
    for start in [start for start, token in enumerate(tokens) if token.capital]:
        if start < at or not is_whole_capital(tokens[start]):
            continue
        at = name_row_end(tokens, start, lexicon)
        articled = start > 0 and _is_article(tokens[start - 1], lexicon)
        opens = _opens_as_word(tokens, start, at, lexicon, known)
        if at - start <= _LONGEST and not articled and not opens and _is_free(tokens[start:at], lexicon, known):
            yield start, at


def _is_article(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a determiner stands here that is no preposition as well: not the `de` of `natif de Bouna`."""
    return token.lower in lexicon.determiners and token.lower not in lexicon.places.before


def _opens_as_word(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a word of the dictionary that is no given name has its capital from the sentence that it opens."""
    opens = at == 0 or tokens[at - 1].text in _ENDS or (end == at + 1 and tokens[at - 1].text in _OPENINGS)
    if not opens or _is_given(tokens[at], known):
        return False
    return is_common(tokens[at].lower, lexicon)


def _is_given(token: Token, known: KnownNames) -> bool:
    return token.lower in known.gazetteer.forms.lexicon.given


def _is_free(words: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether no word is one that the rules know for something else, and the name is none that the gazetteer has, nor
    an initial alone (the `M` of `M. Diallo`)."""
    if (len(words) == 1 and words[0].initial) or any(_is_taken(token, lexicon) for token in words):
        return False
    if any(known.own_label(form) is not None for form in (form_of(words), words[0].text)):
        return False
    return not (len(words) == 1 and known.is_demonym(words[0].lower, lexicon.demonym_endings))


def _is_taken(token: Token, lexicon: EntityLexicon) -> bool:
    if token.text.isupper() and len(token.text) > 1:
        return True
    kind = token.lower in lexicon.places.kinds or token.lower in lexicon.places.ends or token.lower in lexicon.months
    return kind or lexicon.is_ordinary(token.lower) or (token.lower,) in lexicon.people.introducers


def _is_where(tokens: Sequence[Token], start: int, lexicon: EntityLexicon) -> bool:
    """Whether a preposition of place stands before the name: `born in Ballina, the son of …`."""
    before = tokens[start - 1].lower if start else ""
    return before in lexicon.places.surely_before or before in lexicon.places.where


def _has_behind(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`X was born`, `X himself`, `X's widow`."""
    if lexicon.frames.person_behind.match(tokens, end):
        return True
    possessive = end < len(tokens) and tokens[end].lower == "'s"
    return possessive and lexicon.frames.person_belongings.match(tokens, end + 1) > 0


def _has_before(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`son of X`, `a certain X`."""
    return lexicon.frames.person_before.end_at(tokens, start, _LONGEST_CUE)


def _is_met(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`thanked X`, `Cf. X`; not the first of a longer phrase (`met Tokyo officials`)."""
    alone = end == len(tokens) or not tokens[end].small or lexicon.is_ordinary(tokens[end].lower)
    return alone and lexicon.frames.met_before.end_at(tokens, start, _LONGEST_CUE)


def _speaks(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`X told …`, `…,” said X`."""
    if lexicon.frames.said_behind.match(tokens, end):
        return True
    for size in range(1, min(start, _LONGEST_CUE)):
        if lexicon.frames.said_before.match(tokens, start - size) == size:
            before = tokens[start - size - 1]
            return before.text in _QUOTES or (before.text == "," and not lexicon.head_last)
    return False


def _is_reached(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`fled to X`: a word of movement a few words before the link, with no other clause between."""
    link = start - 1
    if link < 1 or tokens[link].lower not in lexicon.frames.movement_links:
        return False
    for before in reversed(tokens[max(link - _NEAR, 0) : link]):
        if before.lower in lexicon.frames.movements:
            return True
        if not before.word and before.text not in "-":
            return False
    return False


def _is_beyond(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`north of X`, `out of X`."""
    return lexicon.frames.place_before.end_at(tokens, start, _LONGEST_CUE)


def _is_defined(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`X is a small town in …`, `X est une commune des …`; not `X is a town councillor`."""
    at = end + lexicon.frames.definitions.match(tokens, end)
    if at == end:
        return False
    for kind in range(at, min(at + _NEAR, len(tokens))):
        token = tokens[kind]
        if token.lower in lexicon.frames.defined_places:
            behind = kind + 1 if lexicon.head_last else len(tokens)
            noun = behind < len(tokens) and tokens[behind].small  # `town councillor`
            return not noun or tokens[behind].lower in lexicon.frames.defined_ties
        if not token.word or token.lower in lexicon.places.before or token.lower in lexicon.stops:
            return False
    return False


def _is_home(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`traders from X`, `un pasteur de X`: behind what people are by themselves, not to another, and a word of origin;
    where that says other things too, only of somebody not named yet."""
    if start < _HOME or tokens[start - 1].lower not in lexicon.frames.origins:
        return False
    people = tokens[start - 2]
    first = lexicon.head_last or (start > _HOME and tokens[start - 3].lower in lexicon.indefinites)
    return first and people.lower not in lexicon.frames.attached and is_people(people, lexicon)


_OF_PEOPLE: tuple[_IsFrame, ...] = (
    _has_behind,
    _has_before,
    is_apposed,
    is_called,
    is_told_apart,
    is_behind_post,
)
_OF_PLACES: tuple[_IsFrame, ...] = (_is_reached, _is_beyond, _is_home, _is_defined)
