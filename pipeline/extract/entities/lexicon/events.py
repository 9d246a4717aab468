"""The words that events are called by: `models/lexicons/<language>/events.toml`."""

import msgspec

from pipeline.extract.entities.tokens import Phrases


class Events(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, in the form that the rules look words up in.

    Attributes:
        words: all words, told in several lists, that tell an event in lower case.
        kinds: what a name stands behind or before; `fronts`: what may stand before the kind.
        numbered: acronyms that a number follows.
        placed: what a place makes certain; `of_peoples`: what a people does; `dated`: what a day does;
            `yearly`: what a year does.
        vague: what a place behind more than a bare link does not make a name.
    """

    words: frozenset[str]
    kinds: frozenset[str]
    fronts: frozenset[str]
    phrases: Phrases
    cultural_years: frozenset[str]
    numbered: frozenset[str]
    numbered_bodies: frozenset[str]
    ranked_meetings: frozenset[str]
    wars: frozenset[str]
    war_kinds: frozenset[str]
    war_links: Phrases
    placed: frozenset[str]
    of_peoples: Phrases
    dated: frozenset[str]
    yearly: frozenset[str]
    vague: frozenset[str]
    strike_links: Phrases
