"""`extract`: one ingested document in, its mentions out. A pure function of the document.

In order: `passages` cuts the blocks into passages; `legible` puts right how other programs wrote them, with
`apostrophes`; `entities` finds names (spaCy's `ner`, rules, gazetteer); `dates` and `amounts` find calendar expressions
and numbers with their normalised values; `overlaps` settles what claims the same characters; `confidence` says how sure
each is. The engines know no language: words and patterns come from `models/lexicons/{fr,en}`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from pipeline.config import ModelsConfig, load_models_config
from pipeline.dates import DateLexicon, find_dates, load_date_lexicons
from pipeline.extract.amounts import AmountLexicon, Countries, find_amounts, load_amount_lexicons
from pipeline.extract.confidence import Confidence, load_confidence
from pipeline.extract.entities import EntityLexicon, KnownNames, NamedEntityModel, find_entities, load_entity_lexicons
from pipeline.extract.entities.choice.refusals import Refusals, Refused
from pipeline.extract.entities.tokens import tokenize
from pipeline.extract.legible import Legible, illegible_in
from pipeline.extract.overlaps import settle
from pipeline.extract.passages import passages
from pipeline.gazetteer import load_gazetteer
from pipeline.records import AnchorDate, EntityMention, Extracted, Ingested, Mention, Passage, RoleAlone

__all__ = ["ExtractResources", "extract", "find_mentions", "find_refused", "load_extract_resources", "with_figures"]

_SURE_ENOUGH = 0.5  # a publication date less sure than this is no anchor: a wrong date is worse than none


class ExtractResources:
    """What `extract` reads beside the document. Models are loaded when a passage first needs them."""

    def __init__(self, models: Path) -> None:
        self._folder = models
        self.config: ModelsConfig = load_models_config(models)
        self.dates: dict[str, DateLexicon] = load_date_lexicons(models)
        self.amounts: dict[str, AmountLexicon] = load_amount_lexicons(models)
        self.entities: dict[str, EntityLexicon] = load_entity_lexicons(models)
        self.illegible = illegible_in(self.entities.values())
        self.known = KnownNames(load_gazetteer(models))
        self.confidence: Confidence = load_confidence(models)
        self._models: dict[str, NamedEntityModel] = {}

    def model(self, language: str) -> NamedEntityModel:
        """The named-entity model of a language, `fr` or `en`."""
        if language not in self._models:
            self._models[language] = NamedEntityModel(self.config.of(language), models=self._folder)
        return self._models[language]


def load_extract_resources(models: Path) -> ExtractResources:
    """Read lexicons and gazetteers from the models folder.

    Raises:
        ConfigError: one of them is missing or wrong.
    """
    return ExtractResources(models)


def extract(document: Ingested, resources: ExtractResources) -> Extracted:
    """The mentions of a document."""
    alone: list[RoleAlone] = []
    found = find_mentions(passages(document), resources, anchor=_anchor(document), alone=alone)
    return Extracted(id=document.id, mentions=found, roles=tuple(alone))


def find_mentions(
    searched: Sequence[Passage],
    resources: ExtractResources,
    *,
    anchor: AnchorDate | None,
    alone: list[RoleAlone] | None = None,
) -> tuple[Mention, ...]:
    """The mentions of one document's passages, numbered, in order.

    Args:
        searched: the passages, in order.
        anchor: the date that relative expressions are resolved against, if there is one.
        alone: takes down the roles that stand without a name.
    """
    confidence = resources.confidence
    legible, roles = Legible(searched, resources.illegible), list[RoleAlone]()
    entities = find_entities(
        legible.passages,
        lexicons=resources.entities,
        model=resources.model,
        known=resources.known,
        weigh=confidence.entities.probability,
        alone=roles,
    )
    settled = with_figures(entities, legible.passages, resources, anchor=anchor)
    if alone is not None:
        alone += map(legible.told, roles)
    weighed = confidence.weighed(settled, legible.passages)
    return tuple(msgspec.structs.replace(legible.told(one), id=f"m{n}") for n, one in enumerate(weighed, 1))


def with_figures(
    entities: Sequence[EntityMention],
    passages: Sequence[Passage],
    resources: ExtractResources,
    *,
    anchor: AnchorDate | None,
) -> tuple[Mention, ...]:
    """The names of passages, with the dates and amounts there; what claims the same characters is settled.

    Dates and amounts have the confidence of their rule.
    """
    dates = find_dates(passages, resources.dates, anchor=anchor)
    amounts = find_amounts(
        passages,
        resources.amounts,
        countries=Countries(lambda: tuple(_countries(entities, resources))),
        year=int(anchor.date[:4]) if anchor else None,
    )
    return settle(entities, dates, amounts)


def find_refused(document: Ingested, resources: ExtractResources) -> list[Refused]:
    """What looked like a name in a document and is none, in order, each with the reason."""
    refusals = Refusals()
    legible = Legible(passages(document), resources.illegible)
    found = find_entities(
        legible.passages,
        lexicons=resources.entities,
        model=resources.model,
        known=resources.known,
        weigh=resources.confidence.entities.probability,
        refusals=refusals,
    )
    told = ((legible.came(one.start, one.end), one) for one in refusals.beside(found))
    return [one._replace(start=start, end=end) for (start, end), one in told]


def _anchor(document: Ingested) -> AnchorDate | None:
    published = document.metadata.published
    evidence = document.metadata.evidence.get("published")
    if published is None or (evidence is not None and evidence.confidence < _SURE_ENOUGH):
        return None
    given = evidence is not None and evidence.found == "corpus.toml"
    return AnchorDate(kind="given" if given else "published", date=published)


def _places(mention: EntityMention, resources: ExtractResources) -> Iterator[str]:
    """The place that a mention is, or those inside a body's name: `Government of Canada`."""
    if mention.label == "LOCATION":
        yield mention.text
    elif mention.label == "ORGANIZATION":
        inside = resources.known.find(tokenize(mention.text))
        yield from (mention.text[place.start : place.end] for place in inside if place.label == "LOCATION")


def _country(form: str, resources: ExtractResources) -> str | None:
    """The country that a name means or lies in; null where cities of several countries bear it."""
    gazetteer = resources.known.gazetteer
    if entry := gazetteer.find(form):
        return entry.country
    cities = gazetteer.cities
    found = cities.meant(cities.candidates(gazetteer.forms.key(form, "LOCATION")), frozenset())
    return found.countrycode if found else None


def _countries(entities: Sequence[EntityMention], resources: ExtractResources) -> list[str]:
    """The countries a document speaks of, as ISO 3166 codes, the most mentioned first."""
    count: Counter[str] = Counter()
    for mention in entities:
        for form in _places(mention, resources):
            if country := _country(form, resources):
                count[country] += 1
    return sorted(count, key=lambda code: (-count[code], code))
