"""The words that names carry and that say nothing of whom they name: determiners, titles, legal forms."""

from functools import cached_property
from pathlib import Path

import msgspec

from pipeline.toml import load_toml

LANGUAGES = ("fr", "en")


class NameLexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """`models/lexicons/<language>/names.toml`; every list in lower case."""

    determiners: tuple[str, ...]
    conjunctions: tuple[str, ...]
    possessives: tuple[str, ...]
    titles: tuple[str, ...]
    particles: tuple[str, ...]
    generations: tuple[str, ...]
    family_first: tuple[str, ...]
    legal_forms: tuple[str, ...]
    acronym_words: tuple[str, ...]
    given_names: tuple[str, ...]

    @cached_property
    def given(self) -> frozenset[str]:
        """The given names as a set."""
        return frozenset(self.given_names)


def load_names(models: Path) -> NameLexicon:
    """The words of both languages together: a name keeps its form when it crosses from one language to the other.

    Raises:
        ConfigError: a file is missing or wrong.
    """
    parts = [load_toml(models / "lexicons" / language / "names.toml", NameLexicon) for language in LANGUAGES]
    fields = NameLexicon.__struct_fields__
    merged = {name: tuple(sorted({word for part in parts for word in getattr(part, name)})) for name in fields}
    return NameLexicon(**merged)
