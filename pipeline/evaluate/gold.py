"""Annotated documents: what a careful reader finds in a text.

Two forms are read. The JSON form (`*.json`) lists surface forms and values without offsets. The gold corpus has
offsets: a `.gold` file (see `markup`) holds the text itself with marks in it. Unknown keys are refused, so that a
misspelt `optinal` cannot change a score in silence. Keys that are read and not scored are declared too.
"""

from decimal import Decimal
from typing import Literal

import msgspec

from pipeline.records import AmountMod, BlockKind, DateMod, EntityLabel, RangeMod

Split = Literal["train", "dev", "test"]
Span = tuple[int, int]


class Gold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the gold types; `note` is for people and not scored."""

    note: str | None = None


class GoldSource(Gold, frozen=True, kw_only=True):
    """Which file was annotated: its path or name and, to be sure, the hash of its bytes."""

    file: str
    sha256: str | None = None


class GoldMark(Gold, frozen=True, kw_only=True):
    """What all items share. `span`: where it stands in the gold text, where that is known; `spans`: others accepted."""

    text: str
    span: Span | None = None
    spans: tuple[Span, ...] = ()
    optional: bool = False
    alts: tuple[str, ...] = ()


class GoldEntity(GoldMark, frozen=True, kw_only=True):
    """A name: with a span one mention, without one a surface form. `canonical`: the entity; `count` is not scored."""

    type: EntityLabel
    canonical: str | None = None
    count: int | None = None
    alt_types: tuple[EntityLabel, ...] = ()


class GoldDate(GoldMark, frozen=True, kw_only=True):
    """A calendar expression; `value` is EDTF, null when a reader cannot resolve it. `alts` help to break ties."""

    value: str | None
    mod: DateMod | RangeMod | None = None
    alt_values: tuple[str, ...] = ()


class GoldAmount(GoldMark, frozen=True, kw_only=True):
    """A number with its unit; `value` is null for amounts without a definite number, or with `low` and `high`."""

    value: Decimal | None
    unit: str | None
    low: Decimal | None = None
    high: Decimal | None = None
    mod: AmountMod | None = None
    alt_values: tuple[Decimal, ...] = ()
    alt_units: tuple[str, ...] = ()


GoldItem = GoldEntity | GoldDate | GoldAmount


def label_of(item: GoldItem) -> str:
    """The label under which an item is scored: its type for names, else DATE or AMOUNT."""
    if isinstance(item, GoldEntity):
        return item.type
    return "DATE" if isinstance(item, GoldDate) else "AMOUNT"


class GoldEvent(Gold, frozen=True, kw_only=True):
    """Something that happened; for people and later use, not scored."""

    type: str
    who: tuple[str, ...] = ()
    where: str | None = None
    when: str | None = None


class GoldBlock(Gold, frozen=True, kw_only=True):
    """A block of the gold text; `boilerplate` is what a careful reader drops."""

    start: int
    end: int
    kind: BlockKind | Literal["boilerplate"]
    language: str


class GoldDocument(Gold, frozen=True, kw_only=True):
    """One annotated document. `text` and `blocks` are empty where only surface forms are known (the JSON form).

    `published_inferred`, `place`, `reference`, `country`, `decade`, `ranks` and `events` are read and not scored.
    """

    source: GoldSource
    lang: str
    published: str | None = None
    published_inferred: str | None = None
    title: str | None = None
    place: str | None = None
    reference: str | None = None
    split: Split | None = None
    genre: str | None = None
    country: tuple[str, ...] = ()
    decade: str | None = None
    topic: str | None = None
    pair: str | None = None
    text: str = ""
    blocks: tuple[GoldBlock, ...] = ()
    dehyphenated: tuple[str, ...] = ()
    hyphen_kept: tuple[str, ...] = ()
    spacing_fixed: tuple[str, ...] = ()
    must_contain: tuple[str, ...] = ()
    must_not_contain: tuple[str, ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    amounts: tuple[GoldAmount, ...] = ()
    ranks: msgspec.Raw = msgspec.Raw(b"[]")
    events: tuple[GoldEvent, ...] = ()
