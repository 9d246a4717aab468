"""What the tests of entities share: the lexicons, the gazetteer, models that are loaded once or find nothing."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.config import load_models_config
from pipeline.extract.confidence import load_confidence
from pipeline.extract.entities import EntityLexicon, KnownNames, NamedEntityModel, find_entities, load_entity_lexicons
from pipeline.extract.entities.candidates import Tagged
from pipeline.extract.entities.model import EntityModel
from pipeline.gazetteer import load_gazetteer
from pipeline.records import EntityMention, Language, Passage

ROOT = Path(__file__).parents[2]
_MARK = re.compile(r"\[\[(.+?)\|(.*?)\]\]")


class SilentModel:
    """A model that finds nothing, so that the rules are seen alone."""

    def find(self, texts: Sequence[str]) -> list[Tagged]:
        return [Tagged() for _ in texts]


class EntityResources:
    """Lexicons and gazetteer, read once; models, loaded when they are first asked for."""

    def __init__(self, models: Path) -> None:
        self.lexicons: dict[str, EntityLexicon] = load_entity_lexicons(models)
        self.known = KnownNames(load_gazetteer(models))
        self.confidence = load_confidence(models)
        self._config = load_models_config(models)
        self._loaded: dict[tuple[str, bool], NamedEntityModel] = {}

    def model(self, language: str, *, fast: bool = True) -> NamedEntityModel:
        if (language, fast) not in self._loaded:
            self._loaded[language, fast] = NamedEntityModel(self._config.of(language), fast=fast)
        return self._loaded[language, fast]

    def find(
        self, *texts: str, language: Language, model: Callable[[str], EntityModel] | None = None
    ) -> list[EntityMention]:
        """The entities of texts that are the passages of one document; the offsets count in all of it."""
        found: list[Passage] = []
        start = 0
        for text in texts:
            found.append(Passage(start=start, end=start + len(text), language=language, text=text))
            start += len(text) + 2
        silent = SilentModel()
        return find_entities(
            found,
            lexicons=self.lexicons,
            model=model or (lambda _: silent),
            known=self.known,
            weigh=self.confidence.entities.probability if model else (lambda _: 0.9),  # of no model, by trust alone
        )


def unmarked(text: str) -> tuple[str, list[tuple[str, str, str | None]]]:
    """A sentence without its markup, and (span, label, role) of what is marked in it."""
    marks: list[tuple[str, str, str | None]] = []
    for span, said in _MARK.findall(text):
        label, _, role = said.partition(";role=")
        marks.append((span, label, role or None))
    return _MARK.sub(r"\1", text), marks
