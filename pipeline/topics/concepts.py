"""The bilingual concept lexicon: what French and English call the same thing, by theme (`models/lexicons/concepts/`).

The themes are those of the subject domains by which the EU and the UN file their documents. A concept is named by its
first English form (`foreign_policy`); `genre.toml` holds the terms of any such document, which say nothing of a topic.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from pipeline.errors import ConfigError
from pipeline.records import Names
from pipeline.toml import load_toml, read_text
from pipeline.topics.folding import fold

Tongue = Literal["fr", "en"]
TONGUES: tuple[Tongue, ...] = ("fr", "en")
MOST_THEMES = 25
GENRE = "genre"


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A thing and its names: words or phrases, any inflection of them will do, the one to show first."""

    fr: tuple[str, ...]
    en: tuple[str, ...]


class ConceptFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file: the concepts of one theme; those of the genre have no theme."""

    concepts: tuple[Concept, ...]
    name: Names | None = None


class Concepts(NamedTuple):
    """The lexicon: each language's forms of each concept, the theme of those that have one, the themes' names."""

    forms: Mapping[Tongue, Mapping[str, tuple[str, ...]]]
    themes: Mapping[str, str]
    names: Mapping[str, Names]


def load_concepts(folder: Path) -> Concepts:
    """The concepts of all files of a folder.

    Raises:
        ConfigError: a file is wrong, a form stands for two concepts, a concept has no form in one of the languages, or
            there are too many themes.
    """
    paths = sorted(folder.glob("*.toml"))
    if len(paths) > MOST_THEMES + 1:
        raise ConfigError(folder, None, f"more than {MOST_THEMES} themes")
    files = {path: load_toml(path, ConceptFile) for path in paths}
    forms: dict[Tongue, dict[str, tuple[str, ...]]] = {"fr": {}, "en": {}}
    themes: dict[str, str] = {}
    owners: dict[tuple[Tongue, str], str] = {}
    for path, key, concept in _checked(files):
        if path.stem != GENRE:
            themes[key] = path.stem
        for tongue in TONGUES:
            forms[tongue][key] = concept.fr if tongue == "fr" else concept.en
            for form in forms[tongue][key]:
                owner = owners.setdefault((tongue, fold(form)), key)
                if owner != key or forms[tongue][key].count(form) > 1:
                    raise ConfigError(path, _line(path, form), f"`{form}` stands for `{owner}` and `{key}`")
    names = {path.stem: file.name for path, file in files.items() if file.name is not None}
    return Concepts(forms, themes, names)


def _checked(files: Mapping[Path, ConceptFile]) -> Iterator[tuple[Path, str, Concept]]:
    """All concepts with their keys, each once and with forms in both languages."""
    seen: set[str] = set()
    for path, file in files.items():
        if (file.name is None) != (path.stem == GENRE):
            raise ConfigError(path, None, "a theme has a `name`, the genre has none")
        for concept in file.concepts:
            form = (*concept.fr, *concept.en, "")[0]
            if not concept.fr or not concept.en:
                raise ConfigError(path, _line(path, form), f"the concept of `{form}` has no form in one language")
            key = re.sub(r"[^a-z0-9]+", "_", fold(concept.en[0])).strip("_")
            if key in seen:
                raise ConfigError(path, _line(path, form), f"a second concept `{key}`")
            seen.add(key)
            yield path, key, concept


def _line(path: Path, form: str) -> int | None:
    lines = read_text(path).splitlines()
    return next((number for number, line in enumerate(lines, 1) if f'"{form}"' in line), None)
