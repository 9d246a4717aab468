"""Entities: passages of one document in, entity mentions out.

In order, one package a step: `text` makes the passages readable, cut at rows, capitals undone; `model` (spaCy's
`ner`) and `finders` (rules) claim what they take for names, `known` what the gazetteer has; `choice` cuts, refuses and
chooses among the claims; `roles` reads what the text says that people are. All share `tokens` (words), `candidates`
(claims) and `lexicon` (words of a language). A part imports those before it in this list only: `tokens`, `candidates`,
`model`, `lexicon`, `known`, `text`, `finders`, `choice`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

import msgspec

from pipeline.extract.confidence import Features
from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.boundaries import split_pair, trimmed
from pipeline.extract.entities.choice.combine import combine
from pipeline.extract.entities.choice.echoes import Echoes
from pipeline.extract.entities.choice.evidence import Evidence
from pipeline.extract.entities.choice.labels import labelled
from pipeline.extract.entities.choice.lookalikes import refusal
from pipeline.extract.entities.choice.pieces import pieces
from pipeline.extract.entities.choice.portfolios import inside_portfolios, inside_titles
from pipeline.extract.entities.choice.refusals import Refusals
from pipeline.extract.entities.choice.series import alike
from pipeline.extract.entities.finders.acronyms import find_acronyms, find_defined_acronyms
from pipeline.extract.entities.finders.clubs import find_clubs
from pipeline.extract.entities.finders.companies import find_companies
from pipeline.extract.entities.finders.events import find_events
from pipeline.extract.entities.finders.frames import find_framed_people, find_framed_places
from pipeline.extract.entities.finders.long_names import find_long_names
from pipeline.extract.entities.finders.long_names.foreign import find_foreign_names
from pipeline.extract.entities.finders.people.cues import (
    find_people_by_given_name,
    find_people_named_as_places,
    find_people_with_a_birth_name,
    find_people_with_a_role,
    find_people_with_an_age,
    find_people_with_initials,
)
from pipeline.extract.entities.finders.people.known import find_known_people, no_places, without_people
from pipeline.extract.entities.finders.people.names import whole_person
from pipeline.extract.entities.finders.people.titled import find_titled_people
from pipeline.extract.entities.finders.places import find_cities, find_governed_places
from pipeline.extract.entities.finders.seats import find_seats
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon, load_entity_lexicons
from pipeline.extract.entities.model import EntityModel, NamedEntityModel
from pipeline.extract.entities.roles import Roles
from pipeline.extract.entities.text.restore import restorer
from pipeline.extract.entities.text.rows import rows
from pipeline.extract.entities.text.truecase import Capitals, truecased
from pipeline.extract.entities.tokens import Token, tokenize
from pipeline.records import EntityMention, EntityValue, Passage, RoleAlone

__all__ = ["EntityLexicon", "KnownNames", "NamedEntityModel", "find_entities", "load_entity_lexicons"]

_GROUP = 64  # passages that the model sees in one call, so that memory does not grow with the document


def find_entities(
    passages: Sequence[Passage],
    *,
    lexicons: Mapping[str, EntityLexicon],
    model: Callable[[str], EntityModel],
    known: KnownNames,
    weigh: Callable[[Features], float],
    refusals: Refusals | None = None,
    alone: list[RoleAlone] | None = None,
) -> list[EntityMention]:
    """The entities of one document's passages, without ids, in order.

    `model` gives the model of a language, `fr` or `en`; `weigh` makes a probability of evidence; `refusals`
    takes down what is no name, `alone` the roles without a name. Passages in other languages are searched for known
    names only.
    """
    passages = list(rows(passages, lambda passage, word: _opens_a_line(lexicons.get(passage.language), word)))
    searched, tokens = _searched(passages, lexicons, known)
    found: list[list[Candidate]] = [list(known.find(row)) for row in tokens]
    for language in ("fr", "en"):
        mine = [i for i, passage in enumerate(passages) if passage.language == language]
        for low in range(0, len(mine), _GROUP):
            group = mine[low : low + _GROUP]
            for i, candidates in zip(group, model(language).find([_plain(searched[i]) for i in group]), strict=True):
                found[i] += candidates
    refusals = refusals or Refusals()
    proposed = [_propose(p, t, c, lexicons, known, refusals) for p, t, c in zip(searched, tokens, found, strict=True)]
    kinds = frozenset[str]().union(*(lexicon.event_kinds for lexicon in lexicons.values()))
    suffixes = frozenset[str]().union(*(lexicon.suffixes for lexicon in lexicons.values()))
    echoes = Echoes(searched, tokens, proposed, is_byname=known.is_byname, event_kinds=kinds, suffixes=suffixes)
    rivals = [[*candidates, *echoes.of(i)] for i, candidates in enumerate(proposed)]
    evidence = Evidence(searched, rivals)
    mentions: list[EntityMention] = []
    for i, passage in enumerate(passages):
        lexicon = lexicons.get(passage.language, lexicons["fr"])
        chosen = combine(echoes.settled(i, rivals[i], refusals))
        roles = Roles(passage.text, tokens[i], [c for c in chosen if c.label == "PERSON"], lexicon)
        mentions += (_mention(passage, c, roles, weigh(evidence.of(i, c))) for c in chosen)
        if alone is not None and passage.main:
            alone += (_alone(passage, start, end) for start, end in roles.alone())
    return mentions


def _alone(passage: Passage, start: int, end: int) -> RoleAlone:
    return RoleAlone(start=passage.start + start, end=passage.start + end, text=passage.text[start:end])


def _opens_a_line(lexicon: EntityLexicon | None, word: str) -> bool:
    """Whether a lower-case word never has a capital in the middle of a name or sentence."""
    return lexicon is not None and (word in lexicon.stops or word in lexicon.openers or (word,) in lexicon.civilities)


def _searched(
    passages: Sequence[Passage], lexicons: Mapping[str, EntityLexicon], known: KnownNames
) -> tuple[list[Passage], list[list[Token]]]:
    """The passages as the finders see them, text in capitals written small, and their tokens."""
    passages = _restored(passages, lexicons, known)
    tokens = [tokenize(passage.text) for passage in passages]
    capitals = Capitals(tokens)
    searched: list[Passage] = []
    for i, passage in enumerate(passages):
        lexicon = lexicons.get(passage.language)
        text = truecased(passage.text, tokens[i], capitals, lexicon=lexicon, known=known) if lexicon else passage.text
        if text != passage.text:
            passage = msgspec.structs.replace(passage, text=text)
            tokens[i] = tokenize(text)
        searched.append(passage)
    return searched, tokens


def _restored(
    passages: Sequence[Passage], lexicons: Mapping[str, EntityLexicon], known: KnownNames
) -> Sequence[Passage]:
    """The passages with lost accents and misread letters put right, where the document shows that it has any."""
    for language, lexicon in lexicons.items():
        texts = [passage.text for passage in passages if passage.language == language]
        words = partial(_vocabulary, lexicon, known)
        restore = restorer(texts, language, words, accented=lexicon.accented, names=known.forms)
        if restore:
            passages = [
                msgspec.structs.replace(p, text=restore(p.text)) if p.language == language else p for p in passages
            ]
    return passages


def _vocabulary(lexicon: EntityLexicon, known: KnownNames) -> Iterator[str]:
    """The words that most rules hang on."""
    yield from (*lexicon.heads, *lexicon.demonyms, *lexicon.charges, *known.gazetteer.forms.lexicon.given)
    yield from lexicon.introducers.words()
    yield from known.words()


def _plain(passage: Passage) -> str:
    """The passage as the model likes it: line ends as blanks, as many characters as before."""
    return passage.text.replace("\n", " ").replace("|", ";").replace("\u00a0", " ").replace("\u202f", " ")


def _propose(
    passage: Passage,
    tokens: Sequence[Token],
    found: Sequence[Candidate],
    lexicons: Mapping[str, EntityLexicon],
    known: KnownNames,
    refusals: Refusals,
) -> list[Candidate]:
    lexicon = lexicons.get(passage.language)
    if lexicon is None:
        return list(found)
    given = known.gazetteer.forms.lexicon.given
    titled = list(find_titled_people(tokens, lexicon, known.is_unlike_a_surname))
    bodies = {one.start: one.end for one in found if one.by == "gazetteer" and one.label == "ORGANIZATION"}
    titled = [one for one in titled if not any(start < one.start < end for start, end in bodies.items())]
    people = [*titled, *find_people_named_as_places(tokens, lexicon, known.is_place)]
    is_town = partial(_is_town, known)
    long_names = list(find_long_names(tokens, lexicon, known.is_place, people, given, is_town=is_town))
    people += find_people_by_given_name(tokens, lexicon, known.is_place, given)
    people += find_people_with_a_role(tokens, lexicon, known.is_place)
    people += find_people_with_a_birth_name(tokens, lexicon, known.is_place)
    people += find_people_with_an_age(tokens, lexicon, known.is_place)
    people += find_people_with_initials(tokens, lexicon)
    organized = {one.start for one in found if one.label == "ORGANIZATION"}
    people += find_framed_people(tokens, lexicon, known, organized)
    famous = list(find_known_people(tokens, lexicon, known))
    for other, foreign in lexicons.items():
        if other != passage.language:
            long_names += find_foreign_names(tokens, foreign, lexicon, known.is_place)
    acronyms = find_acronyms(tokens, lexicon, known)
    cities = [*find_cities(tokens, lexicon, known), *find_governed_places(tokens, lexicon, known)]
    cities += [*find_seats(tokens, lexicon), *find_framed_places(tokens, lexicon, known)]
    found = [part for candidate in found for part in pieces(tokens, candidate, lexicon, known)]
    events = find_events(tokens, lexicon, known)
    companies = [*find_companies(tokens, lexicon, known), *find_clubs(tokens, lexicon, known)]
    inside = inside_titles(tokens, lexicon) | inside_portfolios(tokens, lexicon)
    long_names = [_whole(_without_other(passage.text, one, bodies, lexicon), bodies) for one in long_names]
    found = list(without_people(tokens, [*found, *cities], famous, lexicon))
    proposed: list[Candidate] = []
    for candidate in [*found, *people, *famous, *long_names, *acronyms, *events, *companies]:
        if candidate.start in inside and _is_inside(passage.text, candidate, lexicon):
            refusals.note(passage, candidate, "inside a title")  # `State for Foreign Affairs`
            continue
        cut = trimmed(passage.text, candidate, lexicon, known)
        if cut is None:
            refusals.note(passage, candidate, "no name left")
            continue
        for part in split_pair(passage.text, cut, known):
            if reason := refusal(passage.text, part, lexicon, known):
                refusals.note(passage, part, reason)
            else:
                whole = whole_person(tokens, part, lexicon, known.is_place) if part.label == "PERSON" else part
                proposed.append(labelled(passage.text, whole, lexicon, known))
    proposed = no_places(tokens, proposed, lexicon, known)
    proposed += find_defined_acronyms(passage.text, [c for c in proposed if _may_be_short(c)])
    listed = alike(tokens, proposed, lexicon, known)
    listed = [one for one in listed if one.by != "series" or one.start not in inside]
    return [part for one in listed for part in split_pair(passage.text, one, known, listed=one.by == "series")]


def _is_town(known: KnownNames, form: str) -> bool:
    return known.label(form) == "LOCATION"


def _may_be_short(found: Candidate) -> bool:
    """Whether an acronym in brackets behind a name is one of it."""
    if found.by == "model":
        return found.label in ("ORGANIZATION", "AGREEMENT")
    return found.label not in ("PERSON", "LOCATION") and found.by in ("rule", "gazetteer")


def _whole(found: Candidate, bodies: Mapping[int, int]) -> Candidate:
    """The long name to the end of a known body that begins in it: `Secretariat of the Organization for …`."""
    ends = (end for start, end in bodies.items() if found.start < start < found.end)
    return found._replace(end=max((found.end, *ends))) if found.label == "ORGANIZATION" and bodies else found


def _without_other(text: str, found: Candidate, bodies: Mapping[int, int], lexicon: EntityLexicon) -> Candidate:
    """The long name without a known body joined to its front: `General Motors` of `General Electric and General …`."""
    end = bodies.get(found.start, found.end)
    rest = text[end : found.end].split(None, 2)
    if lexicon.head_last and len(rest) > 1 and rest[0] in lexicon.conjunctions and rest[1][0].isupper():
        return found._replace(start=text.index(rest[1], end))
    return found


def _is_inside(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether what was found inside a title or portfolio is a part of it: never a known name, seldom a person."""
    if found.label == "PERSON":
        first = tokenize(text[found.start : found.end])[0].lower
        return found.by == "model" and (lexicon.is_demonym(first) or first in lexicon.charges)
    return found.by in ("model", "rule")


def _mention(passage: Passage, chosen: Candidate, roles: Roles, confidence: float) -> EntityMention:
    return EntityMention(
        id="",
        label=chosen.label,
        start=passage.start + chosen.start,
        end=passage.start + chosen.end,
        text=passage.text[chosen.start : chosen.end],
        confidence=confidence,
        by=_source(chosen, passage),
        main=passage.main,
        value=EntityValue(role=roles.of(chosen) if chosen.label == "PERSON" else None),
    )


def _source(chosen: Candidate, passage: Passage) -> str:
    return f"model:{passage.language}" if chosen.by == "model" else f"rules:{chosen.by}"
