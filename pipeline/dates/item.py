"""What one date expression says, before its neighbours and the anchor are asked."""

from dataclasses import dataclass

from pipeline.records import DateMod

Shape = str


@dataclass(frozen=True, slots=True)
class Item:
    """What one expression says; `first` and `last` are its tokens (half-open), `core` where it begins after modifiers.

    `literal` is EDTF that needs nothing more; `part` an EDTF season, quarter or semester; `rule` a named day.
    `steps` are years, or months where `unit` is M. `days` are a part of what is said, counted from its first day, from
    its last where negative: the second week of May is 8 to 14, the week of 14 June 1 to 7 from that day.
    """

    shape: Shape
    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: int | None = None
    rule: str | None = None
    literal: str | None = None
    alternative: str | None = None
    mod: DateMod | None = None
    direction: int | None = None
    steps: int | None = None
    unit: str | None = None
    days: tuple[int, int] | None = None
    spelled: bool = False
    figures: bool = False
    nth: bool = False
    core: int = 0

    @property
    def complete(self) -> bool:
        """Whether the year is known."""
        return self.literal is not None or self.year is not None
