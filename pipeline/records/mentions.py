"""Spans that mean something: names, calendar expressions, numbers with their units, each with its value."""

from collections.abc import Iterable
from typing import Literal

from pipeline.records.base import Record, SourceSlice

UnitKind = Literal["money", "percent", "point", "ratio", "count", "quantity"]
DateMod = Literal["START", "MID", "END", "APPROX"]
AmountMod = Literal["APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"]
Bound = Literal["BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"]


class EntityValue(Record, frozen=True, kw_only=True):
    """What the text says of an entity beside its name: the role, as written."""

    role: str | None = None


class RangeMod(Record, frozen=True, kw_only=True):
    """Modifiers of the two ends of a range (`de début 2010 à fin 2012`)."""

    start: DateMod | None = None
    end: DateMod | None = None


class Timex(Record, frozen=True, kw_only=True):
    """Type and value of the TIMEX3 standard (TimeML 1.2.1)."""

    type: Literal["DATE", "DURATION", "SET", "TIME"]
    value: str


class AnchorDate(Record, frozen=True, kw_only=True):
    """The date that a relative expression was resolved against, and what it is."""

    kind: Literal["published", "given", "mention"]
    date: str


class DateValue(Record, frozen=True, kw_only=True):
    """A calendar expression. `edtf` is null when it could not be resolved; `earliest` and `latest` are ISO days."""

    edtf: str | None
    timex: Timex
    mod: DateMod | RangeMod | None = None
    bound: Bound | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: AnchorDate | None = None
    alternatives: tuple[str, ...] = ()


class AmountValue(Record, frozen=True, kw_only=True):
    """A number with its unit. `value`, `low` and `high` are plain decimal strings, without exponent.

    `unit`: ISO 4217, `%`, UCUM, or the counted noun as written. `alternatives`: currencies left open.
    """

    value: str | None
    unit: str | None
    unit_kind: UnitKind
    low: str | None = None
    high: str | None = None
    unit_lemma: str | None = None
    per: str | None = None
    mod: AmountMod | None = None
    alternatives: tuple[str, ...] = ()


class BaseMention(Record, frozen=True, kw_only=True, tag_field="kind"):
    """A span that means something. `by` names what found it; `source` and `entity` are filled in by `emit`."""

    id: str
    label: str
    start: int
    end: int
    text: str
    confidence: float
    by: str
    main: bool = True
    source: tuple[SourceSlice, ...] = ()
    entity: str | None = None


class EntityMention(BaseMention, frozen=True, kw_only=True, tag="entity"):
    """A name; `label` is an `EntityLabel`."""

    value: EntityValue


class DateMention(BaseMention, frozen=True, kw_only=True, tag="date"):
    """A calendar expression; `label` is the TIMEX3 type (DATE, DURATION, SET, TIME)."""

    value: DateValue


class AmountMention(BaseMention, frozen=True, kw_only=True, tag="amount"):
    """A number with its unit; `label` is the unit kind in capitals (MONEY, PERCENT, COUNT …)."""

    value: AmountValue


Mention = EntityMention | DateMention | AmountMention


def sort_mentions(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in their one order: by start, end and kind."""
    return tuple(sorted(mentions, key=lambda m: (m.start, m.end, type(m).__name__)))
