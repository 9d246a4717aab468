"""Every type that passes between stages, as frozen structs.

Spans are half-open (`start` included, `end` not) and count Unicode code points: of `Ingested.text` unless said
otherwise; those of a `SourceSlice` count code points of the source text (see `SourceText`).
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

from pipeline.alignment import Alignment

Language = Literal["fr", "en", "other", "unknown"]
BlockKind = Literal[
    "heading", "paragraph", "list_item", "table", "quote", "pull_quote", "caption", "footnote", "dateline", "signature"
]
EntityLabel = Literal["PERSON", "LOCATION", "ORGANIZATION", "EVENT", "AGREEMENT"]
UnitKind = Literal["money", "percent", "point", "ratio", "count", "quantity"]
DateMod = Literal["START", "MID", "END", "APPROX"]
AmountMod = Literal["APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"]
Bound = Literal["BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: frozen, keyword arguments only."""


# ---------------------------------------------------------------- source and ingest


class SourceSlice(Record, frozen=True, kw_only=True):
    """A piece of the source text; `page` counts from 1 and is null where the format has no pages."""

    start: int
    end: int
    page: int | None = None


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
    evidence: dict[str, Evidence] = {}


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


# ---------------------------------------------------------------- mentions


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


class Passage(Record, frozen=True, kw_only=True):
    """A block or part of one; `text` is the document's text from `start` to `end`."""

    start: int
    end: int
    language: Language
    text: str
    main: bool = True


class RoleAlone(Record, frozen=True, kw_only=True):
    """A role that stands without a name: `le ministre des Affaires étrangères`, its article left out."""

    start: int
    end: int
    text: str


class Extracted(Record, frozen=True, kw_only=True):
    """The mentions of one document, by start, then end, then kind; the roles that stand without a name, in order."""

    id: str
    mentions: tuple[Mention, ...]
    roles: tuple[RoleAlone, ...] = ()


# ---------------------------------------------------------------- facts of the corpus


class Names(Record, frozen=True, kw_only=True):
    """A name or label in both languages; null where it is not known."""

    fr: str | None = None
    en: str | None = None


class FormerName(Record, frozen=True, kw_only=True):
    """A name that an entity had officially until a date (EDTF); `since` is null where no one date can be named."""

    name: str
    since: str | None = None
    until: str


class HeldRole(Record, frozen=True, kw_only=True):
    """What documents call a person, and the dates of publication of the first and the last that do (EDTF).

    The dates are those on which the corpus shows it, not those of a term of office; null where no document has one.
    """

    role: str
    first: str | None
    last: str | None
    documents: int


class RelatedEntity(Record, frozen=True, kw_only=True):
    """Another entity and what this one is to it: `seat_of` a government or ministry that it stands for in the news."""

    kind: Literal["seat_of"]
    entity: str


class Entity(Record, frozen=True, kw_only=True):
    """What mentions refer to. `documents` and `mentions` are counts.

    `former`: the names it had before, the oldest first; `related`: other entities of the corpus that it goes with;
    `roles`: what the documents call a person.
    """

    id: str
    label: EntityLabel
    names: Names
    aliases: tuple[str, ...]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    wikidata: str | None = None
    documents: int = 0
    mentions: int = 0
    former: tuple[FormerName, ...] = ()
    related: tuple[RelatedEntity, ...] = ()
    roles: tuple[HeldRole, ...] = ()


class DuplicateGroup(Record, frozen=True, kw_only=True):
    """Documents that say the same; the earliest published represents them and counts once in totals."""

    representative: str
    documents: tuple[str, ...]
    kind: Literal["exact", "near"]
    similarity: float


class Unsure(Record, frozen=True, kw_only=True):
    """A name that may be one of several entities: the user decides."""

    form: str
    label: EntityLabel
    candidates: tuple[str, ...]
    reason: str
    documents: tuple[str, ...]


class Reference(Record, frozen=True, kw_only=True):
    """A role without a name that refers to a person: the documents say that this `entity` held it."""

    start: int
    end: int
    text: str
    entity: str
    source: tuple[SourceSlice, ...] = ()


class DocumentLinks(Record, frozen=True, kw_only=True):
    """Which entity each mention of a document refers to (mention id → entity id), and what it duplicates."""

    id: str
    entities: dict[str, str]
    references: tuple[Reference, ...] = ()
    duplicate_of: str | None = None


class Citation(Record, frozen=True, kw_only=True):
    """A sentence or passage of a document, quoted to the letter; `page` is where it begins, if there are pages."""

    document: str
    start: int
    end: int
    text: str
    page: int | None = None


class SummarySentence(Record, frozen=True, kw_only=True):
    """A sentence of a document's own summary, quoted to the letter; `source` is filled in by `emit`."""

    start: int
    end: int
    text: str
    source: tuple[SourceSlice, ...] = ()


class TopicPassage(Record, frozen=True, kw_only=True):
    """A passage that belongs to a topic; `score` is the topic's share of it, 0 to 1."""

    document: str
    start: int
    end: int
    score: float


class TopicTerms(Record, frozen=True, kw_only=True):
    """The terms of a topic, most telling first, as they are written in each language."""

    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class TrendPoint(Record, frozen=True, kw_only=True):
    """The weight of a topic in one period (a year or a quarter, EDTF)."""

    period: str
    weight: float


class Theme(Record, frozen=True, kw_only=True):
    """A field of a fixed scheme, the same for every corpus (`energy`)."""

    id: str
    label: Names


class TypicalEntity(Record, frozen=True, kw_only=True):
    """An entity that a topic's passages name more than others: how often, and by what log-odds (a z-score)."""

    entity: str
    count: int
    log_odds: float


class TypicalUnit(Record, frozen=True, kw_only=True):
    """A unit or currency of amounts that a topic's passages give more than others."""

    unit: str
    count: int
    log_odds: float


class Topic(Record, frozen=True, kw_only=True):
    """A topic of the corpus. `weight` is its share of all passages; `documents` a count.

    `trend` goes by the dates of documents, `mentioned` by the years that passages speak of. `change` is the weight of
    the later half of the trend less that of the earlier half. `terms` occur together in the passages of their
    language; `coherence` (-1 to 1) is the mean NPMI of their pairs. `stability` (0 to 1) is the share of the ten
    strongest features that come back on 80 % of the passages. Both are null where there is too little text.
    """

    id: str
    label: Names
    terms: TopicTerms
    weight: float
    documents: int
    trend: tuple[TrendPoint, ...]
    summary: tuple[Citation, ...]
    passages: tuple[TopicPassage, ...]
    theme: Theme | None = None
    mentioned: tuple[TrendPoint, ...] = ()
    change: float | None = None
    stability: float | None = None
    coherence: float | None = None
    entities: tuple[TypicalEntity, ...] = ()
    units: tuple[TypicalUnit, ...] = ()


class TopicWeight(Record, frozen=True, kw_only=True):
    """How much of a document is about a topic, 0 to 1."""

    id: str
    weight: float


class Keyword(Record, frozen=True, kw_only=True):
    """A term that tells a document from the others: how often it has it, and in how many documents it stands."""

    term: str
    count: int
    documents: int


class DocumentTopics(Record, frozen=True, kw_only=True):
    """Summary, topics and keywords of one document."""

    id: str
    summary: tuple[SummarySentence, ...]
    topics: tuple[TopicWeight, ...]
    keywords: tuple[Keyword, ...] = ()


class KnownEntity(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entity of an earlier run: its id keeps its meaning; a merged one says where it went."""

    label: EntityLabel
    name: str
    aliases: tuple[str, ...]
    merged_into: str | None = None


class KnownTopic(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A topic of an earlier run, by the weights of its terms (feature → weight), and what it was called then.

    `active`: the last run had it.
    """

    terms: dict[str, float]
    label: Names | None = None
    merged_into: str | None = None
    active: bool = False


class Ids(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`outputs/ids.json`: the entities and topics so far."""

    schema: Literal["depeche/ids/1"] = "depeche/ids/1"
    entities: dict[str, KnownEntity] = {}
    topics: dict[str, KnownTopic] = {}


# ---------------------------------------------------------------- what is written for the user


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


def sort_mentions(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in their one order: by start, end and kind."""
    return tuple(sorted(mentions, key=lambda m: (m.start, m.end, type(m).__name__)))
