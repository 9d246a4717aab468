"""What is known of a document while its finds are given values one after the other."""

from collections.abc import Sequence

from pipeline.dates.calendar import precision
from pipeline.dates.resolving.assumed import assumed_anchor
from pipeline.dates.resolving.sentences import Placed
from pipeline.dates.rules.found import Found
from pipeline.records import AnchorDate, DateMod, DateValue, RangeMod


class Telling:
    """The finds of one document, what they are told from, and what has been said so far.

    `anchor` is the day that the document is of; `assumed` stands for it where it is unknown; `told_from` is where days
    without a year are told from: what is said of the present (`yesterday`) needs the true anchor. `said` is the EDTF of
    each find so far, `last` and `last_mod` are of the date that the next one may count from.
    """

    def __init__(self, placed: Sequence[Placed], anchor: AnchorDate | None) -> None:
        self.placed = placed
        self.anchor = anchor
        self.assumed = anchor or assumed_anchor(placed)
        self.told_from = self.assumed if self.assumed and precision(self.assumed.date) == "D" else anchor
        self.said: list[str | None] = []
        self.last: str | None = None
        self.last_mod: DateMod | None = None

    def add(self, found: Found, value: DateValue) -> None:
        """The next find has this value."""
        self.said.append(value.edtf)
        if value.edtf and found.type == "DATE" and not (found.past and self.last):
            self.last = value.edtf
            self.last_mod = value.mod if not isinstance(value.mod, RangeMod) else None
