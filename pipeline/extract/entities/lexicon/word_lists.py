"""Lists of words in lexicons of entities: what would never match is refused, phrases are cut into words."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.extract.entities.tokens import Phrases
from pipeline.toml import read_text


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
