"""What one date expression says, before its neighbours and the anchor are asked."""

from typing import Any, NamedTuple

from pipeline.records import DateMod

Shape = str


class Item(NamedTuple):
    """What one expression says; `first` and `last` are its tokens (half-open), `core` where it begins after modifiers.

    `literal` is EDTF that needs nothing more; `part` an EDTF season, quarter or semester; `rule` a named day.
    `steps` count years from the anchor, or months where `unit` is M; from the date before in the text where it is Y;
    where it is T they say that the date is the next or the last such one from there (`the following May`), where it is
    L that it is that one itself (`ce vendredi-là`). `days` are a part of what is said, counted from its first day, from
    its last where negative: the second week of May is 8 to 14.
    `months` are the first and last month of a part of a year: its first seven months.
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
    months: tuple[int, int] | None = None
    spelled: bool = False
    figures: bool = False
    nth: bool = False
    core: int = 0

    @property
    def complete(self) -> bool:
        """Whether the year is known."""
        return self.literal is not None or self.year is not None


def replace(item: Item, **changes: Any) -> Item:
    """The item with other values; much faster than the same for data classes."""
    return item._replace(**changes)
