"""A document as the judges of boilerplate see it: its units, and where its running text begins and ends."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from pipeline.ingest.blocks.units import Unit


class Body(NamedTuple):
    """The units of a document; those from `first` to `last` are its text, what is outside is around it.

    Attributes:
        units: in the order of the text.
        contents: what each of them says.
        found: why each may be boilerplate, by its form and the lexicons alone; None where they say nothing.
        first: the first unit of running text; the number of units where there is none.
        last: the last unit of running text; -1 where there is none.
    """

    units: Sequence[Unit]
    contents: Sequence[str]
    found: Sequence[str | None]
    first: int
    last: int

    def outside(self) -> Iterator[int]:
        """The places of the units above the running text, then of those below it."""
        return chain(range(self.first), range(self.last + 1, len(self.units)))
