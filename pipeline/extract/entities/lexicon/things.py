"""Things that bear names and are none of the labels: `models/lexicons/<language>/things.toml`."""

import msgspec

from pipeline.extract.entities.tokens import Phrases


class Things(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, in the form that the rules look words up in.

    Attributes:
        vessels: kinds of ships, before the name of one; `boarded`: what else stands there.
        named: what bears a name; `named_after`: what bears a person's; `numbered`: what a number or letter tells.
        instruments: plans, laws and the like, which are no bodies.
        codes: of currencies, from the gazetteer.
        coins: whose place tells which is meant.
    """

    named: frozenset[str]
    vessels: frozenset[str]
    boarded: Phrases
    named_after: frozenset[str]
    numbered: frozenset[str]
    instruments: frozenset[str]
    coins: frozenset[str]
    codes: frozenset[str]
