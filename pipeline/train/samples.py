"""Examples of what was found and whether it is right: what confidence is learnt from."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, cast

from pipeline.evaluate.gold import GoldBlock, GoldDocument, GoldEntity, GoldItem, GoldSource
from pipeline.evaluate.marked import MarkedSentence
from pipeline.evaluate.match import Found, match_places
from pipeline.evaluate.place import Placed
from pipeline.extract import ExtractResources, with_figures
from pipeline.extract.confidence import Features, amount_features, date_features, is_scored
from pipeline.extract.entities import find_entities
from pipeline.extract.entities.model import EntityModel
from pipeline.extract.legible import Legible
from pipeline.records import AmountMention, AnchorDate, DateMention, EntityLabel, Language, Mention, Passage

Kind = Literal["entities", "dates", "amounts"]


class Sample(NamedTuple):
    """A mention by its features, the language of its document, and whether it is what the annotators marked."""

    kind: Kind
    language: str
    features: Features
    right: bool


def samples_of(
    document: GoldDocument, resources: ExtractResources, model: Callable[[str], EntityModel]
) -> Iterator[Sample]:
    """The mentions found in an annotated document, but for those that count neither way."""
    seen: list[Features] = []

    def weigh(features: Features) -> float:
        seen.append(features)
        return 0.5

    legible = Legible(_passages(document), resources.illegible)
    passages = legible.passages
    names = find_entities(passages, lexicons=resources.entities, model=model, known=resources.known, weigh=weigh)
    evidence = {(name.start, name.end): features for name, features in zip(names, seen, strict=True)}
    anchor = AnchorDate(kind="published", date=document.published) if document.published else None
    found = [one for one in with_figures(names, passages, resources, anchor=anchor) if _counts(one)]
    told = [legible.told(one) for one in found]  # gold marks the text as it came
    for at, right in _judged((*document.entities, *document.dates, *document.amounts), told):
        mention = found[at]
        if isinstance(mention, DateMention):
            yield Sample("dates", document.lang, date_features(mention, document.lang), right)
        elif isinstance(mention, AmountMention):
            yield Sample("amounts", document.lang, amount_features(mention, document.lang), right)
        else:
            yield Sample("entities", document.lang, evidence[mention.start, mention.end], right)


def as_document(sentence: MarkedSentence, language: Language) -> GoldDocument:
    """A sentence with marks as an annotated document of its own, named by its text."""
    text = sentence.text
    entities = tuple(
        GoldEntity(
            text=text[span.start : span.end],
            span=(span.start, span.end),
            type=cast(EntityLabel, span.label),
            optional=span.optional,
        )
        for span in sentence.spans
    )
    block = GoldBlock(start=0, end=len(text), kind="paragraph", language=language)
    return GoldDocument(source=GoldSource(file=text), lang=language, text=text, blocks=(block,), entities=entities)


def _passages(document: GoldDocument) -> list[Passage]:
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
