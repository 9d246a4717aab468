"""The words around the names of places, and in them: `models/lexicons/<language>/places.toml`."""

import msgspec

from pipeline.extract.entities.tokens import Phrases


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, in the form that the rules look words up in.

    Attributes:
        before: prepositions before a town that is known; `surely_before`: those before any place.
        where: prepositions that no person stands behind.
        kinds: what places are; `plain_kinds`: those that never belong to the name behind them in lower case.
        fronts: first words of names; `ends`: last words.
        constituencies: what stands before the name of a constituency; `parties`: what may stand in brackets behind it.
    """

    before: frozenset[str]
    surely_before: frozenset[str]
    where: frozenset[str]
    kinds: frozenset[str]
    plain_kinds: frozenset[str]
    fronts: frozenset[str]
    ends: frozenset[str]
    constituencies: Phrases
    parties: Phrases
