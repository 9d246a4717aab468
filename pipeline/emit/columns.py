"""A mention as one flat row, the same for tables and database."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.records import (
    AmountValue,
    DateMention,
    DateValue,
    EntityMention,
    Mention,
    RangeMod,
    Reference,
    SourceSlice,
)

LIST_SEPARATOR = " | "


class Flat(NamedTuple):
    """The value of a mention in columns; those of other kinds of mention are null. `value` … are decimal strings."""

    role: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    mod: str | None = None
    bound: str | None = None
    timex_type: str | None = None
    timex_value: str | None = None
    anchor_kind: str | None = None
    anchor_date: str | None = None
    value: str | None = None
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    unit_lemma: str | None = None
    unit_kind: str | None = None
    per: str | None = None
    alternatives: str | None = None


def kind_of(mention: Mention) -> str:
    """`entity`, `date` or `amount`: the word in the JSON."""
    return str(mention.__struct_config__.tag)


def flat(mention: Mention) -> Flat:
    """The value of a mention in columns."""
    if isinstance(mention, EntityMention):
        return Flat(role=mention.value.role)
    if isinstance(mention, DateMention):
        return _date(mention.value)
    return _amount(mention.value)


def _date(value: DateValue) -> Flat:
    return Flat(
        edtf=value.edtf,
        earliest=value.earliest,
        latest=value.latest,
        mod=modifier(value.mod),
        bound=value.bound,
        timex_type=value.timex.type,
        timex_value=value.timex.value,
        anchor_kind=value.anchor.kind if value.anchor else None,
        anchor_date=value.anchor.date if value.anchor else None,
        alternatives=LIST_SEPARATOR.join(value.alternatives) or None,
    )


def _amount(value: AmountValue) -> Flat:
    return Flat(
        mod=value.mod,
        value=value.value,
        low=value.low,
        high=value.high,
        unit=value.unit,
        unit_lemma=value.unit_lemma,
        unit_kind=value.unit_kind,
        per=value.per,
        alternatives=LIST_SEPARATOR.join(value.alternatives) or None,
    )


def modifier(mod: str | RangeMod | None) -> str | None:
    """A modifier in one cell; that of a range as `START/END`.

    >>> modifier(RangeMod(start="START"))
    'START/'
    """
    if isinstance(mod, RangeMod):
        return f"{mod.start or ''}/{mod.end or ''}"
    return mod


def figure(value: AmountValue) -> str | None:
    """The number of an amount: one figure, or `low..high` for a range."""
    if value.value is None and (value.low or value.high):
        return f"{value.low or ''}..{value.high or ''}"
    return value.value


def short(mention: Mention) -> str:
    """The value of a mention in one cell: `2014-12`, `6000000000 EUR`, a role."""
    if isinstance(mention, EntityMention):
        return mention.value.role or ""
    if isinstance(mention, DateMention):
        return mention.value.edtf or mention.value.timex.value
    value = mention.value
    words = (figure(value), value.unit, f"/ {value.per}" if value.per else None)
    return " ".join(word for word in words if word)


def pages(mention: Mention) -> str | None:
    """The pages a mention stands on: `3`, or `3..4` when it runs on."""
    numbers = [piece.page for piece in mention.source if piece.page is not None]
    if not numbers:
        return None
    return str(numbers[0]) if min(numbers) == max(numbers) else f"{min(numbers)}..{max(numbers)}"


def first_page(source: Sequence[SourceSlice]) -> int | None:
    """The page that something begins on, where there are pages."""
    return next((piece.page for piece in source if piece.page is not None), None)


def source_offsets(mention: Mention | Reference) -> str:
    """The source slices in one cell: `120..131; 133..140`. Not `3-4`, which a spreadsheet takes for a day of April."""
    return "; ".join(f"{piece.start}..{piece.end}" for piece in mention.source)
