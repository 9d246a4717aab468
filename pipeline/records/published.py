"""What is written for the user of one document: the document itself, or why there is none."""

from typing import Literal

from pipeline.records.base import Language, Record, SourceSlice
from pipeline.records.ingested import BlockKind, Dropped, Metadata, Source
from pipeline.records.linked import Reference
from pipeline.records.mentions import Mention
from pipeline.records.topics import Keyword, SummarySentence, TopicWeight


class Rejection(Record, frozen=True, kw_only=True):
    """A document that could not be processed."""

    path: str
    sha256: str | None
    stage: str
    code: str
    reason: str


class PublicBlock(Record, frozen=True, kw_only=True):
    """A block with the pieces of the source it came from."""

    start: int
    end: int
    kind: BlockKind
    language: Language
    main: bool
    source: tuple[SourceSlice, ...]


class Provenance(Record, frozen=True, kw_only=True):
    """What made the document: nothing in it changes from run to run."""

    pipeline: str
    models: dict[str, str]
    configuration: str


class Document(Record, frozen=True, kw_only=True):
    """The public document, `outputs/documents/<id>.json`. Its field names are a promise."""

    schema: Literal["depeche/document/1"] = "depeche/document/1"
    id: str
    source: Source
    metadata: Metadata
    language: Language
    languages: dict[str, float]
    text: str
    blocks: tuple[PublicBlock, ...]
    dropped: tuple[Dropped, ...]
    mentions: tuple[Mention, ...]
    references: tuple[Reference, ...] = ()
    relations: tuple[()] = ()
    summary: tuple[SummarySentence, ...] = ()
    topics: tuple[TopicWeight, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    provenance: Provenance
