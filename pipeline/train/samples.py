"""Examples of what was found and whether it is right: what confidence is learnt from."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple, cast

from pipeline.evaluate.gold import GoldBlock, GoldDocument, GoldEntity, GoldItem, GoldSource, Span
from pipeline.evaluate.marked import MarkedSentence
from pipeline.evaluate.match import Found, match_places
from pipeline.evaluate.place import Placed
from pipeline.evaluate.reliability import Verdict
from pipeline.extract import ExtractResources, find_mentions, with_figures
from pipeline.extract.confidence import Features, amount_features, date_features, is_scored
from pipeline.extract.entities import find_entities, find_rivals
from pipeline.extract.entities.choice.refusals import Refusals
from pipeline.extract.entities.model import EntityModel
from pipeline.extract.legible import Legible
from pipeline.records import (
    AmountMention,
    AnchorDate,
    DateMention,
    EntityLabel,
    EntityMention,
    Language,
    Mention,
    Passage,
)

Kind = Literal["entities", "dates", "amounts"]
# a fact of claims in text written for training, which is harder than documents; nothing that is found has it
WRITTEN = "written"
_EVEN = 0.5  # a probability that chooses by trust alone


class Sample(NamedTuple):
    """A mention, or what could be one: its features, the language of its document, whether the annotators marked it."""

    kind: Kind
    language: str
    features: Features
    right: bool


def samples_of(
    document: GoldDocument, resources: ExtractResources, model: Callable[[str], EntityModel]
) -> Iterator[Sample]:
    """What was found in an annotated document, but for what counts neither way: of names all that could be chosen."""
    yield from claims_of(document, resources, model)
    yield from figures_of(document, resources, model)


def claims_of(
    document: GoldDocument, resources: ExtractResources, model: Callable[[str], EntityModel]
) -> Iterator[Sample]:
    """The candidates for names, chosen or not: right are those that the annotators marked so."""
    right = {(*span, one.type) for one in document.entities if not one.optional for span in _spans(one)}
    neither = [span for one in document.entities if one.optional for span in _spans(one)]
    origin = {} if document.split else {WRITTEN: 1.0}
    legible = Legible(_passages_of(document), resources.illegible)
    rivals = find_rivals(
        legible.passages, lexicons=resources.entities, model=model, known=resources.known, refusals=Refusals()
    )
    for place in rivals:
        for candidate, features in place.candidates:
            start, end = legible.came(place.passage.start + candidate.start, place.passage.start + candidate.end)
            marked = (start, end, candidate.label) in right
            if marked or not any(low < end and start < high for low, high in neither):
                yield Sample("entities", document.lang, {**features, **origin}, marked)


def figures_of(
    document: GoldDocument, resources: ExtractResources, model: Callable[[str], EntityModel]
) -> Iterator[Sample]:
    """The dates and amounts that were found."""
    legible = Legible(_passages_of(document), resources.illegible)
    passages = legible.passages
    names = find_entities(
        passages, lexicons=resources.entities, model=model, known=resources.known, weigh=lambda _: _EVEN
    )
    found = [one for one in with_figures(names, passages, resources, anchor=_anchor_of(document)) if _counts(one)]
    told = [legible.told(one) for one in found]  # gold marks the text as it came
    for at, right in _judged((*document.dates, *document.amounts), told):
        mention = found[at]
        if isinstance(mention, DateMention):
            yield Sample("dates", document.lang, date_features(mention, document.lang), right)
        elif isinstance(mention, AmountMention):
            yield Sample("amounts", document.lang, amount_features(mention, document.lang), right)


def verdicts_of(document: GoldDocument, resources: ExtractResources) -> Iterator[Verdict]:
    """The mentions that are told of an annotated document: how sure, and whether right."""
    found = find_mentions(_passages_of(document), resources, anchor=_anchor_of(document))
    told = [one for one in found if _counts(one)]
    for at, right in _judged((*document.entities, *document.dates, *document.amounts), told):
        mention = told[at]
        kind: Kind = "entities"
        if not isinstance(mention, EntityMention):
            kind = "dates" if isinstance(mention, DateMention) else "amounts"
        yield Verdict(kind, document.lang, mention.confidence, right)


def _spans(entity: GoldEntity) -> tuple[Span, ...]:
    return (entity.span, *entity.spans) if entity.span else ()


def as_document(sentences: Sequence[MarkedSentence], language: Language) -> GoldDocument:
    """Sentences with marks as an annotated document, a block each, named by its text."""
    text = "\n".join(sentence.text for sentence in sentences)
    starts = accumulate((len(sentence.text) + 1 for sentence in sentences), initial=0)
    blocks, entities = [], []
    for start, sentence in zip(starts, sentences, strict=False):
        blocks.append(GoldBlock(start=start, end=start + len(sentence.text), kind="paragraph", language=language))
        entities += [
            GoldEntity(
                text=sentence.text[span.start : span.end],
                span=(start + span.start, start + span.end),
                type=cast(EntityLabel, span.label),
                optional=span.optional,
            )
            for span in sentence.spans
        ]
    return GoldDocument(
        source=GoldSource(file=text), lang=language, text=text, blocks=tuple(blocks), entities=tuple(entities)
    )


def _anchor_of(document: GoldDocument) -> AnchorDate | None:
    """What relative dates are resolved against: the day it was published."""
    return AnchorDate(kind="published", date=document.published) if document.published else None


def _passages_of(document: GoldDocument) -> list[Passage]:
    """The blocks of an annotated document, boilerplate left out."""
    return [_passage(document, block) for block in document.blocks if block.kind != "boilerplate"]


def _judged(items: Sequence[GoldItem], mentions: Sequence[Mention]) -> list[tuple[int, bool]]:
    """The mentions that count, by number, and whether each is right: span and label of a name, value of a figure."""
    matches = match_places(items, [Found(one, Placed((one.start, one.end), True)) for one in mentions], "value")
    return sorted([*((j, True) for _, j in matches.pairs), *((j, False) for j in matches.spurious)])


def _counts(mention: Mention) -> bool:
    return not isinstance(mention, DateMention) or is_scored(mention)


def _passage(document: GoldDocument, block: GoldBlock) -> Passage:
    text = document.text[block.start : block.end]
    return Passage(start=block.start, end=block.end, language=cast(Language, block.language), text=text)
