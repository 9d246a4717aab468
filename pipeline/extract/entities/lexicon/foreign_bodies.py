"""Words of names of bodies in other languages, read from `models/lexicons/foreign_bodies.toml`."""

from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.extract.entities.lexicon.word_lists import check_entries, phrases_of
from pipeline.extract.entities.tokens import Phrases
from pipeline.toml import load_toml, locate, read_text

_SIGNS = ("heads", "ends", "groups")


class ForeignBodies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, in the form that the rules look words up in.

    Attributes:
        groups: words of Arabic before an article tied to the next word.
        signs: all words that tell a name of such a body.
    """

    heads: frozenset[str]
    ends: frozenset[str]
    ties: Phrases
    groups: frozenset[str]
    signs: frozenset[str]


def load_foreign_bodies(path: Path) -> ForeignBodies:
    """The words.

    Raises:
        ConfigError: the file is missing or wrong, or has a word twice; with file and line.
    """
    file = load_toml(path, dict[str, list[str]])
    for name, entries in file.items():
        check_entries(path, name, entries)
    signs = {word for name in _SIGNS for word in file.get(name, ())}
    try:
        return msgspec.convert({**file, "signs": signs}, ForeignBodies, dec_hook=phrases_of)
    except msgspec.ValidationError as error:
        raise ConfigError(path, locate(read_text(path), str(error)), str(error)) from None
