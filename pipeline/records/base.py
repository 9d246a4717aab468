"""What records of several stages are made of."""

from typing import Literal

import msgspec

Language = Literal["fr", "en", "other", "unknown"]
EntityLabel = Literal["PERSON", "LOCATION", "ORGANIZATION", "EVENT", "AGREEMENT"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: frozen, keyword arguments only."""


class SourceSlice(Record, frozen=True, kw_only=True):
    """A piece of the source text; `page` counts from 1 and is null where the format has no pages."""

    start: int
    end: int
    page: int | None = None


class Names(Record, frozen=True, kw_only=True):
    """A name or label in both languages; null where it is not known."""

    fr: str | None = None
    en: str | None = None
