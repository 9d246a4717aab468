"""Lists of words in lexicons of entities: what would never match is refused, phrases are cut into words."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from pipeline.errors import ConfigError
from pipeline.extract.entities.tokens import Phrases
from pipeline.toml import load_toml, locate, read_text

_Lists = TypeVar("_Lists")


def load_word_lists(path: Path, kind: type[_Lists]) -> _Lists:
    """The lists of a file that has nothing else, in the form that the rules look words up in.

    Raises:
        ConfigError: the file is missing or wrong, or has a word twice; with file and line.
    """
    return as_lexicon(path, read_word_lists(path), kind)


def read_word_lists(path: Path) -> dict[str, list[str]]:
    """The lists of a file that has nothing else, by name, as they are written.

    Raises:
        ConfigError: the file is missing or wrong, or has a word twice; with file and line.
    """
    lists = load_toml(path, dict[str, list[str]])
    for name, entries in lists.items():
        check_entries(path, name, entries)
    return lists


def as_lexicon(path: Path, entries: Mapping[str, Any], kind: type[_Lists]) -> _Lists:
    """What was read from a file, phrases cut into words.

    Raises:
        ConfigError: a list is missing, or no rule asks for it; with file and line.
    """
    try:
        return msgspec.convert(entries, kind, dec_hook=phrases_of)
    except msgspec.ValidationError as error:
        raise ConfigError(path, locate(read_text(path), str(error)), str(error)) from None


def phrases_of(kind: type, entries: Any) -> Phrases:
    """A list of phrases in the form that the rules look them up in: what msgspec does not know."""
    if kind is not Phrases or not isinstance(entries, list):
        raise NotImplementedError(kind)
    return Phrases(entries)


def check_entries(path: Path, name: str, entries: Sequence[str]) -> None:
    """Refuse what would never match or is written twice: the rules compare in lower case, with straight apostrophes."""
    seen: set[str] = set()
    for entry in entries:
        if entry in seen:
            raise ConfigError(path, line_of_entry(path, name, entry), f"{entry!r} stands twice in {name}")
        if not entry.strip() or entry != entry.lower().replace("’", "'").strip():
            raise ConfigError(
                path, line_of_entry(path, name, entry), f"{entry!r}: write lower case and straight apostrophes"
            )
        seen.add(entry)


def line_of_entry(path: Path, name: str, entry: str) -> int | None:
    """The last line of the list `name` that has the entry."""
    inside, found = False, None
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if re.match(r"\s*\w+\s*=", line):
            inside = line.split("=")[0].strip() == name
        if inside and f'"{entry}"' in line:
            found = number
    return found
