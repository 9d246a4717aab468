"""The words of a language that the entity rules use, read from `models/lexicons/<language>/entities.toml`."""

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.extract.entities.tokens import Phrases
from pipeline.records import EntityLabel
from pipeline.toml import load_toml, read_text


class EntityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written."""

    civilities: list[str]
    plurals: list[str]
    name_titles: list[str]
    titles: list[str]
    role_links: list[str]
    particles: list[str]
    determiners: list[str]
    links: list[str]
    lower_links: list[str]
    strong_coordinators: list[str]
    series_links: list[str]
    place_links: list[str]
    purpose_links: list[str]
    topic_links: list[str]
    posts: list[str]
    post_links: list[str]
    adjective_endings: list[str]
    adjectives: list[str]
    heads: dict[EntityLabel, list[str]]
    rules: "RuleWords"


class RuleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `[rules]` of the file."""

    signing: list[str]
    indefinites: list[str]
    alone: list[str]
    between: list[str]
    possessors: list[str]
    treaties: list[str]
    front_adjectives: list[str]
    infinitive_endings: list[str]
    capital_heads: list[str]
    instruments: list[str]
    articled: list[str]
    proper_needed: list[str]
    not_names: list[str]
    stops: list[str]
    openers: list[str]
    charges: list[str]
    head_last: bool
    lower_names: bool
    accented: bool
    joiners: list[str]
    conjunctions: list[str]
    before_places: list[str]
    strong_before_places: list[str]
    place_kinds: list[str]
    place_fronts: list[str]
    honours: list[str]
    short_names: list[str]
    portfolios: list[str]
    months: list[str]
    dating: list[str]
    date_words: list[str]
    event_kinds: list[str]
    event_phrases: list[str]
    cultural_years: list[str]
    numbered_events: list[str]
    numbered_bodies: list[str]
    ordinal_endings: list[str]
    appositives: list[str]
    legal_forms: list[str]
    club_fronts: list[str]
    club_ends: list[str]
    company_cues: list[str]
    company_followers: list[str]
    peerages: list[str]
    constituencies: list[str]
    peoples_endings: list[str]
    generic: list[str]
    possessives: list[str]
    demonym_endings: list[str]
    demonyms: list[str]


class EntityLexicon:
    """The words of one language in the form that the rules look them up in: lower-case token tuples."""

    def __init__(self, words: EntityWords) -> None:
        rules = words.rules
        self.civilities = Phrases(words.civilities)
        self.titles = Phrases(words.titles)
        self.introducers = Phrases([*words.civilities, *words.titles])
        self.plurals = Phrases(words.plurals)
        self.role_links = Phrases(words.role_links)
        self.particles = frozenset(words.particles)
        self.determiners = frozenset(words.determiners)
        self.possessives = self.determiners & frozenset(rules.possessives)
        self.links = Phrases(words.links)
        self.lower_links = Phrases(words.lower_links)
        self.strong_coordinators = Phrases(words.strong_coordinators)
        self.series_links = Phrases(words.series_links)
        self.ties_series = bool(words.series_links)
        self.purpose_links = Phrases(words.purpose_links)
        self.place_links = Phrases(words.place_links)
        self.topic_links = Phrases(words.topic_links)
        self.posts = frozenset(words.posts)
        self.post_links = Phrases(words.post_links)
        self.adjective_endings = tuple(words.adjective_endings)
        self.adjectives = frozenset(words.adjectives)
        self.heads: dict[str, EntityLabel] = {head: label for label, heads in words.heads.items() for head in heads}
        self.signing = Phrases(rules.signing)
        self.indefinites = frozenset(rules.indefinites)
        self.between = frozenset(rules.between)
        self.treaties = frozenset(rules.treaties)
        self.front_adjectives = frozenset(rules.front_adjectives)
        self.capital_heads = frozenset(rules.capital_heads)
        self.instruments = frozenset(rules.instruments)
        self.infinitive_endings = tuple(rules.infinitive_endings)
        self.articled = frozenset(rules.articled)
        self.possessors = frozenset(rules.possessors)
        self.name_titles = frozenset(words.name_titles)
        self.alone = frozenset(rules.alone)
        self.proper_needed = frozenset(rules.proper_needed)
        self.not_names = frozenset(rules.not_names)
        self.stops = frozenset(rules.stops)
        self.openers = frozenset(rules.openers)
        self.charges = frozenset(rules.charges)
        self.joiners = frozenset(rules.joiners)
        self.conjunctions = frozenset(rules.conjunctions)
        self.before_places = frozenset(rules.before_places)
        self.strong_before_places = frozenset(rules.strong_before_places)
        self.place_kinds = frozenset(rules.place_kinds)
        self.place_fronts = frozenset(rules.place_fronts)
        self.honours = frozenset(rules.honours)
        self.short_names = frozenset(rules.short_names)
        self.portfolios = Phrases(rules.portfolios)
        self.months = frozenset(rules.months)
        self.dating = Phrases(rules.dating)
        self.date_words = frozenset(rules.date_words)
        self.event_phrases = Phrases(rules.event_phrases)
        self.cultural_years = frozenset(rules.cultural_years)
        self.numbered_events = frozenset(rules.numbered_events)
        self.numbered_bodies = frozenset(rules.numbered_bodies)
        self.event_kinds = frozenset(rules.event_kinds)
        self.ordinal_endings = tuple(rules.ordinal_endings)
        self.appositives = frozenset(rules.appositives)
        self.legal_forms = frozenset(rules.legal_forms)
        self.club_fronts = frozenset(rules.club_fronts)
        self.club_ends = frozenset(rules.club_ends)
        self.company_cues = Phrases(rules.company_cues)
        self.company_followers = frozenset(rules.company_followers)
        self.peerages = frozenset(rules.peerages)
        self.constituencies = Phrases(rules.constituencies)
        self.peoples_endings = tuple(rules.peoples_endings)
        self.generic = Phrases(rules.generic)
        self.lower_names = rules.lower_names
        self.accented = rules.accented
        self.head_last = rules.head_last
        self.demonym_endings = tuple(rules.demonym_endings)
        self.demonyms = frozenset(rules.demonyms)

    def is_adjective(self, word: str) -> bool:
        """Whether a lower-case word may be an adjective inside a name."""
        demonym = self.lower_names and word.rpartition("-")[2] in self.demonyms
        return demonym or word in self.adjectives or (len(word) > 4 and word.endswith(self.adjective_endings))

    def is_demonym(self, word: str) -> bool:
        """Whether a lower-case word names a people, or an adjective of one."""
        return word in self.demonyms

    def is_ordinary(self, word: str) -> bool:
        """Whether a lower-case word is one that the rules know for something else than a proper name."""
        tables = (self.not_names, self.heads, self.demonyms, self.openers, self.stops, self.charges, self.determiners)
        return any(word in table for table in tables)

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
    top, rules = msgspec.structs.asdict(words), msgspec.structs.asdict(words.rules)
    for name, entries in [*top.items(), *words.heads.items(), *rules.items()]:
        if isinstance(entries, list):
            _check(path, name, entries)
    seen: dict[str, str] = {}
    for label, heads in words.heads.items():
        for head in heads:
            if head in seen:
                raise ConfigError(
                    path, _line(path, label, head), f"head {head!r} stands under {seen[head]} and {label}"
                )
            seen[head] = label
    return EntityLexicon(words)


def _check(path: Path, name: str, entries: Sequence[str]) -> None:
    """Refuse what would never match or is written twice: the rules compare in lower case, with straight apostrophes."""
    for at, entry in enumerate(entries):
        if entry in entries[:at]:
            raise ConfigError(path, _line(path, name, entry), f"{entry!r} stands twice in {name}")
        if not entry.strip() or entry != entry.lower().replace("’", "'").strip():
            raise ConfigError(path, _line(path, name, entry), f"{entry!r}: write lower case and straight apostrophes")


def _line(path: Path, name: str, entry: str) -> int | None:
    """The last line of the list `name` that has the entry."""
    inside, found = False, None
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if re.match(r"\s*\w+\s*=", line):
            inside = line.split("=")[0].strip() == name
        if inside and f'"{entry}"' in line:
            found = number
    return found
