"""The words that names carry and that say nothing of whom they name: determiners, titles, legal forms."""

from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from pipeline.toml import load_toml

LANGUAGES = ("fr", "en")


class NameLexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """`models/lexicons/<language>/names.toml`; every list in lower case."""

    determiners: tuple[str, ...]
    conjunctions: tuple[str, ...]
    kinds: tuple[str, ...]
    reaches: tuple[str, ...]
    indefinites: tuple[str, ...]
    possessives: tuple[str, ...]
    titles: tuple[str, ...]
    particles: tuple[str, ...]
    articles: tuple[str, ...]
    sons: tuple[str, ...]
    servants: tuple[str, ...]
    generations: tuple[str, ...]
    family_first: tuple[str, ...]
    legal_forms: tuple[str, ...]
    acronym_words: tuple[str, ...]
    given_names: tuple[str, ...]
    same_given: dict[str, tuple[str, ...]]
    rulers: dict[str, tuple[str, ...]]

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
    return NameLexicon(
        **{name: _merged([getattr(part, name) for part in parts]) for name in NameLexicon.__struct_fields__}
    )


def _merged(parts: list[Any]) -> Any:
    """Lists as one list, tables as one table of such lists."""
    if isinstance(parts[0], dict):
        return {key: _merged([part.get(key, ()) for part in parts]) for key in sorted(set().union(*parts))}
    return tuple(sorted({word for part in parts for word in part}))
