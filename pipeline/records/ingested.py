"""What `ingest` makes of a file: the text, its blocks, and what is known of the document as a whole."""

from typing import Literal

import msgspec

from pipeline.alignment import Alignment
from pipeline.records.base import Language, Record, SourceSlice

BlockKind = Literal[
    "heading", "paragraph", "list_item", "table", "quote", "pull_quote", "caption", "footnote", "dateline", "signature"
]


class Source(Record, frozen=True, kw_only=True):
    """The file a document came from; `path` is relative to the corpus folder."""

    path: str
    sha256: str
    media_type: str
    charset: str | None
    bytes: int
    pages: int | None
    reader: str


class SourceText(Record, frozen=True, kw_only=True):
    """The text that `source` offsets count in, as the reader took it out of the file.

    For text formats the file decoded, without byte order mark, newlines as they are; for HTML, PDF and DOCX what the
    named reader extracts. `page_starts[i]` is the offset where page `i + 1` begins; empty where there are no pages.
    """

    text: str
    page_starts: tuple[int, ...] = ()


class Evidence(Record, frozen=True, kw_only=True):
    """Where a metadata value was found (such as `front matter`, `meta og:title`, `text`) and how sure (0 to 1)."""

    found: str
    confidence: float


class Metadata(Record, frozen=True, kw_only=True):
    """What is known of a document as a whole; `evidence` has one entry for each value that is not null."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    place: str | None = None
    reference: str | None = None
    type: str | None = None
    url: str | None = None
    evidence: dict[str, Evidence] = msgspec.field(default_factory=dict)


class Override(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the user says of a document in `corpus.toml`; it wins over what the document says of itself."""

    title: str | None = None
    date: str | None = None
    source: str | None = None
    language: Literal["fr", "en"] | None = None


class Block(Record, frozen=True, kw_only=True):
    """A heading, paragraph, list item …; `main` says that it is part of the running text."""

    start: int
    end: int
    kind: BlockKind
    language: Language
    main: bool = True


class Dropped(Record, frozen=True, kw_only=True):
    """Source text that is not in the cleaned text, and why; `text` is what stood there."""

    source: SourceSlice
    reason: str
    text: str


class Ingested(Record, frozen=True, kw_only=True):
    """One document after `ingest`. Its text never changes again.

    Blocks are in order, do not overlap, are not empty, and start and end on visible characters; what is between them
    is white space. `languages` has the share of characters of each language, four decimals.
    """

    id: str
    source: Source
    metadata: Metadata
    language: Language
    languages: dict[str, float]
    text: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    alignment: Alignment
