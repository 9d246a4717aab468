"""What a reader hands on: the source text and what it knows of its structure."""

from typing import NamedTuple

from pipeline.alignment import Edit
from pipeline.records import BlockKind, SourceText


class RawBlock(NamedTuple):
    """A piece of the source text. `kind` is null where its lines have yet to be read (plain text, PDF)."""

    start: int
    end: int
    kind: BlockKind | None = None
    main: bool = True


class RawDrop(NamedTuple):
    """Source text that is not part of the document's text, and why."""

    start: int
    end: int
    reason: str


class Finding(NamedTuple):
    """A metadata value, where it was found and how sure it is."""

    field: str
    value: str
    found: str
    confidence: float


class Raw(NamedTuple):
    """One file as its reader saw it. Blocks and drops are in order and do not overlap.

    `markup` are edits of the source text that take out signs of the format (`**`, `#`), sorted.
    """

    source: SourceText
    reader: str
    blocks: tuple[RawBlock, ...]
    drops: tuple[RawDrop, ...] = ()
    markup: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    charset: str | None = None
