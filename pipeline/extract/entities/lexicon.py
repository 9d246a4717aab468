"""The words of a language that the entity rules use, read from `models/lexicons/<language>/entities.toml`."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.extract.entities.tokens import phrase
from pipeline.records import EntityLabel
from pipeline.toml import load_toml, locate, read_text

Phrases = frozenset[tuple[str, ...]]


class EntityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written."""

    civilities: list[str]
    titles: list[str]
    role_links: list[str]
    particles: list[str]
    determiners: list[str]
    links: list[str]
    lower_links: list[str]
    strong_coordinators: list[str]
    series_links: list[str]
    adjective_endings: list[str]
    adjectives: list[str]
    heads: dict[EntityLabel, list[str]]
    rules: "RuleWords"


class RuleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[rules]` of the file."""

    signing: list[str]
    proper_needed: list[str]
    not_names: list[str]
    stops: list[str]
    openers: list[str]
    charges: list[str]
    head_last: bool
    lower_names: bool
    joiners: list[str]
    conjunctions: list[str]
    before_places: list[str]
    demonym_endings: list[str]
    demonyms: list[str]


class EntityLexicon:
    """The words of one language in the form that the rules look them up in: lower-case token tuples."""

    def __init__(self, words: EntityWords) -> None:
        self.civilities = _phrases(words.civilities)
        self.titles = _phrases(words.titles)
        self.introducers = self.civilities | self.titles
        self.role_links = _phrases(words.role_links)
        self.particles = frozenset(words.particles)
        self.determiners = frozenset(words.determiners)
        self.links = _phrases(words.links)
        self.lower_links = _phrases(words.lower_links)
        self.strong_coordinators = _phrases(words.strong_coordinators)
        self.series_links = _phrases(words.series_links)
        self.adjective_endings = tuple(words.adjective_endings)
        self.adjectives = frozenset(words.adjectives)
        self.heads: dict[str, EntityLabel] = {head: label for label, heads in words.heads.items() for head in heads}
        self.signing = frozenset(words.rules.signing)
        self.proper_needed = frozenset(words.rules.proper_needed)
        self.not_names = frozenset(words.rules.not_names)
        self.stops = frozenset(words.rules.stops)
        self.openers = frozenset(words.rules.openers)
        self.charges = frozenset(words.rules.charges)
        self.joiners = frozenset(words.rules.joiners)
        self.conjunctions = frozenset(words.rules.conjunctions)
        self.before_places = frozenset(words.rules.before_places)
        self.lower_names = words.rules.lower_names
        self.head_last = words.rules.head_last
        self.demonym_endings = tuple(words.rules.demonym_endings)
        self.demonyms = frozenset(words.rules.demonyms)

    @cached_property
    def longest(self) -> int:
        """The number of tokens of the longest phrase."""
        return max(len(p) for p in (*self.introducers, *self.links, *self.lower_links, *self.strong_coordinators))

    def is_adjective(self, word: str) -> bool:
        """Whether a lower-case word may be an adjective inside a name."""
        return word in self.adjectives or (len(word) > 4 and word.endswith(self.adjective_endings))

    def is_demonym(self, word: str) -> bool:
        """Whether a lower-case word names a people, or an adjective of one."""
        return word in self.demonyms

    def is_charge(self, word: str) -> bool:
        """Whether a lower-case word may be what a minister or director is in charge of."""
        return word in self.charges or word in self.demonyms or self.is_adjective(word)


def load_entity_lexicons(models: Path) -> dict[str, EntityLexicon]:
    """The entity lexicons of both languages.

    Raises:
        ConfigError: a file is missing or wrong, or names one head under two labels.
    """
    return {language: _load(models / "lexicons" / language / "entities.toml") for language in ("fr", "en")}


def _load(path: Path) -> EntityLexicon:
    words = load_toml(path, EntityWords)
    seen: dict[str, str] = {}
    for label, heads in words.heads.items():
        for head in heads:
            if head in seen:
                line = locate(read_text(path), f"`{label}`")
                raise ConfigError(path, line, f"head {head!r} stands under {seen[head]} and {label}")
            seen[head] = label
    return EntityLexicon(words)


def _phrases(texts: Iterable[str]) -> Phrases:
    return frozenset(phrase(text) for text in texts)
