"""Words of names of bodies in other languages, read from `models/lexicons/foreign_bodies.toml`."""

from collections.abc import Sequence

import msgspec

from pipeline.extract.entities.tokens import Phrases


class ForeignBodies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, in the form that the rules look words up in.

    Attributes:
        groups: words of Arabic before an article tied to the next word.
    """

    heads: frozenset[str]
    ends: frozenset[str]
    ties: Phrases
    groups: frozenset[str]

    def are_in(self, words: Sequence[str]) -> bool:
        """Whether one of some lower-case words tells a name of such a body."""
        return not all(told.isdisjoint(words) for told in (self.heads, self.ends, self.groups))
