"""People whom the gazetteer knows: by whole name, or by a surname or mononym that stands alone (`Macron`, `Lenin`).

What is named after them is not them: `rue Charles de Gaulle`, `Nkrumah Hall`, `Prix Sakharov`.
"""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, form_of, token_at
from pipeline.records import EntityLabel

_LINKED = 3  # tokens from what bears the name to the name: `avenue du Président Kennedy`

_LONGEST_TITLE = 4  # tokens
# What the model calls a person by mistake, and how many signs must speak for the person.
_MISTAKEN: dict[EntityLabel, int] = {"LOCATION": 1, "ORGANIZATION": 2}


def find_known_people(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The known people among the tokens, in order, without overlaps."""
    behind = 0
    for at, token in enumerate(tokens):
        found = known.famous.match(tokens, at) if token.capital and at >= behind else None
        if found is None or found[0] < behind:
            continue
        start, end, alone = found
        behind = end
        if is_part(tokens, start, end, lexicon):
            continue
        if not alone:
            yield Candidate(tokens[start].start, tokens[end - 1].end, "PERSON", "gazetteer")
        elif not _is_given_before(tokens, start, lexicon) and not _is_where(tokens, start, end, lexicon, known):
            yield Candidate(tokens[start].start, tokens[end - 1].end, "PERSON", "surname")


def without_people(
    tokens: Sequence[Token], found: Sequence[Candidate], people: Sequence[Candidate], lexicon: EntityLexicon
) -> Iterator[Candidate]:
    """The candidates, those of the model without the known person that a link ties to their end (`Russie de Poutine`),
    those of cities without what is a known person here."""
    ends = {one.end: one.start for one in people}
    for one in found:
        start = ends.get(one.end, one.start)
        if start > one.start and one.by == "model" and one.label != "PERSON":
            link = token_at(tokens, start) - 1
            if (tokens[link].lower,) in lexicon.place_links and tokens[link].start > one.start:
                one = one._replace(end=tokens[link - 1].end)
        if not (start == one.start and one.end in ends and one.by in ("city", "town")):
            yield one


def no_places(
    tokens: Sequence[Token], found: Sequence[Candidate], lexicon: EntityLexicon, known: KnownNames
) -> list[Candidate]:
    """The candidates, those as people that the model alone calls places, that no gazetteer knows, and that are given
    names (`Maeve`) or stand beside a person (`Macron and Maeve`); bodies only where both hold. Names in full that open
    with a given name are people, whatever the model says (`Nasrat Ahmadov`)."""
    agreed = {(one.start, one.end) for one in found if one.label != "PERSON" and one.by != "model"}
    starts = {token.start: at for at, token in enumerate(tokens)}
    full = {(one.start, one.end) for one in found if one.by == "given" and _is_full(tokens, starts, one)} - agreed
    guessed = {one[:2] for one in found if one.by == "given"} - full  # by what stands around one word
    people = {one.start: one.end for one in found if one.label == "PERSON" and one[:2] not in guessed}
    kept: list[Candidate] = []
    for one in found:
        if one.by == "model" and one.label in _MISTAKEN and one[:2] in full:
            one = one._replace(label="PERSON")
        at = starts.get(one.start) if one.by == "model" and one.label in _MISTAKEN else None
        if at is not None and tokens[at].end == one.end and (one.start, one.end) not in agreed:
            signs = (tokens[at].lower in known.gazetteer.forms.lexicon.given) + _is_beside(tokens, at, people, lexicon)
            if signs >= _MISTAKEN[one.label] and _may_be_person(tokens, at, lexicon, known):
                one = one._replace(label="PERSON")
        kept.append(one)
    return kept


def _is_full(tokens: Sequence[Token], starts: Mapping[int, int], found: Candidate) -> bool:
    """Whether a name has more than one word."""
    at = starts.get(found.start)
    return at is not None and tokens[at].end < found.end


def _may_be_person(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether neither the gazetteer nor the words around say that a word is a place or a part of something."""
    text = tokens[at].text
    if text.isupper() or known.label(text) or lexicon.is_ordinary(tokens[at].lower):
        return False
    articled = at > 0 and tokens[at - 1].lower in lexicon.determiners  # `the Tamar`
    return not articled and not is_part(tokens, at, at + 1, lexicon) and not _preposition(tokens, at, lexicon)


def _is_beside(tokens: Sequence[Token], at: int, people: dict[int, int], lexicon: EntityLexicon) -> bool:
    """Whether a conjunction ties a word to a person right before or behind it."""
    if at > 1 and tokens[at - 1].lower in lexicon.conjunctions and tokens[at - 2].end in people.values():
        return True
    tied = at + 2 < len(tokens) and tokens[at + 1].lower in lexicon.conjunctions
    return tied and tokens[at + 2].start in people


def is_part(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """Whether a name is a part of one, or of what is called after it: `Nkrumah Hall`, `rue du Président Kennedy`."""
    return _goes_on(tokens, end, lexicon) or _is_borne(tokens, start, lexicon)


def _goes_on(tokens: Sequence[Token], end: int, lexicon: EntityLexicon) -> bool:
    """Whether a longer name goes on here, or a word for what is called after people; a title does not go on."""
    if end == len(tokens) or not tokens[end].word:
        return False
    if lexicon.head_last and tokens[end].lower in lexicon.things.named_after:
        return True
    return tokens[end].capital and not lexicon.people.introducers.match(tokens, end)


def _is_borne(tokens: Sequence[Token], start: int, lexicon: EntityLexicon) -> bool:
    """Whether a street, a school, a prize or a body stands before the name, the former with a link or a title."""
    before = start - 1
    if before >= 0 and tokens[before].capital and tokens[before].lower in lexicon.heads:
        return not lexicon.people.introducers.match(tokens, before)
    while before >= max(start - _LINKED, 0):
        word = tokens[before].lower
        if word in lexicon.things.named_after or word in lexicon.things.named or word in lexicon.places.fronts:
            return True
        tied = (word,) in lexicon.place_links or word in lexicon.determiners or (word,) in lexicon.people.introducers
        if not tied or lexicon.head_last:
            return False
        before -= 1
    return False


def _is_given_before(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether another name stands right before a surname: it is somebody else's (`Brigitte Macron`)."""
    before = tokens[at - 1] if at else None
    if before is None or not before.word or not before.capital or before.elided:
        return at > 1 and before is not None and before.text == "." and tokens[at - 2].initial
    titled = lexicon.people.introducers.end_at(tokens, at, _LONGEST_TITLE)
    return not titled and not lexicon.is_ordinary(before.lower) and not lexicon.is_adjective(before.lower)


def _is_where(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a preposition of place stands before what is a town's name too: `in Lincoln`, not `Lincoln's speech`."""
    if not _preposition(tokens, start, lexicon):
        return False
    possessive = end < len(tokens) and tokens[end].lower == "'s"
    form = form_of(tokens[start:end])
    return not possessive and known.label(form) == "LOCATION"


def _preposition(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    return at > 0 and (
        tokens[at - 1].lower in lexicon.places.where or tokens[at - 1].lower in lexicon.places.surely_before
    )
