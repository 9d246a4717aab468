"""Entities: passages of one document in, entity mentions out.

In order, one package a step: `text` makes the passages readable, cut at rows, capitals undone; `model` (spaCy's `ner`)
and `finders` (rules) claim what they take for names, `known` what the gazetteer has; `choice` cuts, refuses and chooses
among the claims; `roles` reads what the text says that people are. All share `tokens` (words), `candidates` (claims)
and `lexicon` (words of a language). A part imports those before it in this list only: `tokens`, `candidates`, `model`,
`lexicon`, `known`, `text`, `finders`, `choice`, `roles`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.confidence import Features
from pipeline.extract.entities.candidates import Candidate, Tagged
from pipeline.extract.entities.choice.abbreviations import common_abbreviations, without_abbreviations
from pipeline.extract.entities.choice.combine import Weighed, combine, distinct, is_likely
from pipeline.extract.entities.choice.echoes import Echoes
from pipeline.extract.entities.choice.evidence import Evidence
from pipeline.extract.entities.choice.forms import Forms, NameWords
from pipeline.extract.entities.choice.pieces import pieces
from pipeline.extract.entities.choice.refusals import Refusals
from pipeline.extract.entities.choice.review import Review
from pipeline.extract.entities.finders.table import find_by_rules
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon, load_entity_lexicons
from pipeline.extract.entities.model import EntityModel, NamedEntityModel
from pipeline.extract.entities.model.passages import find_by_model
from pipeline.extract.entities.roles import Roles
from pipeline.extract.entities.text.prepare import cut, readable
from pipeline.extract.entities.tokens import Token
from pipeline.records import EntityMention, EntityValue, Passage, RoleAlone

__all__ = ["EntityLexicon", "KnownNames", "NamedEntityModel", "find_entities", "find_rivals", "load_entity_lexicons"]


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
    refusals = refusals or Refusals()
    mentions: list[EntityMention] = []
    for place in find_rivals(passages, lexicons=lexicons, model=model, known=known, refusals=refusals):
        passage, lexicon = place.passage, lexicons.get(place.passage.language, lexicons["fr"])
        chosen = combine(_likely(place, weigh, refusals))
        roles = Roles(passage.text, place.tokens, [one.candidate for one in chosen], lexicon)
        mentions += (_mention(passage, one, roles) for one in chosen)
        if alone is not None and passage.main:
            alone += (_alone(passage, start, end) for start, end in roles.alone())
    return mentions


class Rivals(NamedTuple):
    """All that may be a name in a passage, with the evidence for each: what is chosen among."""

    passage: Passage
    tokens: Sequence[Token]
    candidates: Sequence[tuple[Candidate, Features]]


def find_rivals(
    passages: Sequence[Passage],
    *,
    lexicons: Mapping[str, EntityLexicon],
    model: Callable[[str], EntityModel],
    known: KnownNames,
    refusals: Refusals,
) -> Iterator[Rivals]:
    """What may be an entity in one document's passages, cut where rows end, in order."""
    passages = cut(passages, lexicons)
    searched, tokens = readable(passages, lexicons, known)
    said = [
        _in_pieces(tagged, passage, row, lexicons.get(passage.language), known)
        for tagged, row, passage in zip(find_by_model(searched, model), tokens, searched, strict=True)
    ]
    found = [[*known.find(row), *seen.names] for row, seen in zip(tokens, said, strict=True)]
    short = common_abbreviations(searched, tokens, lexicons, known)
    proposed = [
        without_abbreviations(p, _propose(p, t, c, lexicons, known, refusals), short, refusals)
        for p, t, c in zip(searched, tokens, found, strict=True)
    ]
    echoes = _echoes(searched, tokens, proposed, lexicons.values(), known)
    rivals = [[*candidates, *echoes.of(i)] for i, candidates in enumerate(proposed)]
    recased = [_is_recased(one.text, read.text) for one, read in zip(passages, searched, strict=True)]
    evidence = Evidence(searched, tokens, rivals, said, lexicons, known, recased)
    for i, passage in enumerate(passages):
        candidates = distinct(echoes.settled(i, rivals[i], refusals))
        yield Rivals(passage, tokens[i], [(one, evidence.of(i, one)) for one in candidates])


def _in_pieces(
    said: Tagged, passage: Passage, tokens: Sequence[Token], lexicon: EntityLexicon | None, known: KnownNames
) -> Tagged:
    """What the model said of a passage, its names cut where none goes on; a known name is as likely as what it was cut
    from, though the model saw none begin there."""
    if lexicon is None:
        return said
    names, starts = [], dict(said.starts or {})
    for one in said.names:
        for part in pieces(tokens, one, lexicon, known):
            names.append(part)
            other = part.start != one.start or part.label != one.label
            held = part.label == "PERSON" and one.label != "PERSON"
            if other and (held or known.own_label(passage.text[part.start : part.end])):
                whole, here = starts.get(one.start, {}).get(one.label, 0), starts.get(part.start, {})
                starts[part.start] = {**here, part.label: max(whole, here.get(part.label, 0))}
    return said._replace(names=names, starts=starts if said.starts is not None else None)


def _is_recased(came: str, read: str) -> bool:
    """Whether a passage is read with other capitals than it came with."""
    return came != read and came.upper() == read.upper()


def _likely(place: Rivals, weigh: Callable[[Features], float], refusals: Refusals) -> Iterator[Weighed]:
    """The candidates that are likely enough to be told."""
    for candidate, features in place.candidates:
        one = Weighed(candidate, weigh(features))
        if is_likely(one):
            yield one
        else:
            refusals.note(place.passage, candidate, "unlikely")


def _alone(passage: Passage, start: int, end: int) -> RoleAlone:
    return RoleAlone(start=passage.start + start, end=passage.start + end, text=passage.text[start:end])


def _propose(
    passage: Passage,
    tokens: Sequence[Token],
    found: Sequence[Candidate],
    lexicons: Mapping[str, EntityLexicon],
    known: KnownNames,
    refusals: Refusals,
) -> list[Candidate]:
    """What may be an entity in a passage; `found`: what model and gazetteer see in it."""
    lexicon = lexicons.get(passage.language)
    if lexicon is None:
        return list(found)
    claims = find_by_rules(passage, tokens, found, lexicons, known)
    return Review(passage, tokens, lexicon, known, refusals).proposed(found, claims)


def _echoes(
    passages: Sequence[Passage],
    tokens: Sequence[Sequence[Token]],
    proposed: Sequence[Sequence[Candidate]],
    lexicons: Collection[EntityLexicon],
    known: KnownNames,
) -> Echoes:
    """What the document says elsewhere, read with the words of all languages."""
    kinds = {word for lexicon in lexicons for word in lexicon.events.kinds}
    suffixes = {word for lexicon in lexicons for word in lexicon.people.suffixes}

    def is_role(before: str, word: str, *, named: bool) -> bool:
        """Whether a title stands behind an article, or before a name: `the Sultan`, in a text on Said bin Sultan."""
        titled = [lexicon for lexicon in lexicons if (word,) in lexicon.people.titles]
        return bool(titled) and (named or any(before in lexicon.articles for lexicon in titled))

    words = NameWords(known.is_byname, kinds, suffixes, is_role)
    return Echoes(passages, tokens, Forms(passages, tokens, proposed, words), words)


def _mention(passage: Passage, one: Weighed, roles: Roles) -> EntityMention:
    chosen = one.candidate
    return EntityMention(
        id="",
        label=chosen.label,
        start=passage.start + chosen.start,
        end=passage.start + chosen.end,
        text=passage.text[chosen.start : chosen.end],
        confidence=one.probability,
        by=_source(chosen, passage),
        main=passage.main,
        value=EntityValue(role=roles.of(chosen) if chosen.label == "PERSON" else None),
    )


def _source(chosen: Candidate, passage: Passage) -> str:
    return f"model:{passage.language}" if chosen.by == "model" else f"rules:{chosen.by}"
