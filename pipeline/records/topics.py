"""What `topics` says of the corpus and of each document: topics, summaries, keywords."""

from pipeline.records.base import Names, Record, SourceSlice


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
