"""The words of news, read from `models/lexicons/<language>/press.toml`."""

from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.extract.entities.lexicon.word_lists import check_entries, phrases_of
from pipeline.extract.entities.tokens import Phrases
from pipeline.toml import load_toml, locate, read_text


class Press(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, in the form that the rules look words up in.

    Attributes:
        signs: what only reports on games say.
        before_teams: what stands right before a team there.
        behind_teams: what stands right behind one.
        nicknames: the last words of clubs' names, behind a town's (`Dallas Stars`).
        versus: what stands between two teams.
        minutes: what ends the minute of a game, in brackets behind who scored (`Trapp (54e)`).
        states: short names of states, with their full stop, behind a town and a comma (`Hartford, Conn.`).
        nations: codes of nations, in brackets behind a person.
        before_media: what stands right before a newspaper or journal.
    """

    signs: Phrases
    before_teams: Phrases
    behind_teams: Phrases
    nicknames: frozenset[str]
    versus: frozenset[str]
    minutes: frozenset[str]
    states: frozenset[str]
    nations: frozenset[str]
    before_media: Phrases


def load_press(path: Path) -> Press:
    """The words of one language.

    Raises:
        ConfigError: the file is missing or wrong, or has a word twice; with file and line.
    """
    file = load_toml(path, dict[str, list[str]])
    for name, entries in file.items():
        check_entries(path, name, entries)
    try:
        return msgspec.convert(file, Press, dec_hook=phrases_of)
    except msgspec.ValidationError as error:
        raise ConfigError(path, locate(read_text(path), str(error)), str(error)) from None
