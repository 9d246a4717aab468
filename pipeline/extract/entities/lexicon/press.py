"""The words of news, read from `models/lexicons/<language>/press.toml`."""

import msgspec

from pipeline.extract.entities.tokens import Phrases


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
        papers: what newspapers are, before the name in quotes.
        coauthors: what stands for authors that a reference in brackets does not name.
        pages: what stands before the page there.
        headline_verbs: verbs that tell a headline with a capital on every word from a name.
        club_fronts: first words of clubs' names, before a town's; `club_ends`: last words, behind one.
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
    papers: frozenset[str]
    coauthors: frozenset[str]
    pages: frozenset[str]
    headline_verbs: frozenset[str]
    club_fronts: frozenset[str]
    club_ends: frozenset[str]
