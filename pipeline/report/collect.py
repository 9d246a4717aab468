"""Rows for the pages of the corpus, gathered in one pass over the documents, in bounded memory."""

import heapq
from collections import Counter, defaultdict
from typing import Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from pipeline.emit.context import parts
from pipeline.emit.tables import passages_by_document
from pipeline.records import AmountMention, DateMention, Document, Mention, Topic
from pipeline.report.context import ReportContext
from pipeline.report.links import document_href, fragment, range_fragment
from pipeline.report.utf16 import Utf16

Row = TypeVar("Row", bound=tuple[object, ...])

KEPT_PER_GROUP = 150
"""Rows kept of one year or unit; the tables have them all."""
SHOWN_ENTITIES = 400
"""Entities listed of one label."""
SHOWN_PLACES = 12
"""Documents listed for one entity."""
SHOWN_PASSAGES = 8
"""Passages shown of one topic."""
UNREAD = ("damaged page", "page without text, an image")
"""Why a whole page was dropped unread."""
SHOWN_DOCUMENTS = 5000


class DocumentRow(NamedTuple):
    """A document in the list."""

    id: str
    title: str
    published: str | None
    type: str | None
    language: str
    entities: int
    dates: int
    amounts: int
    repeats: str | None
    unread: int


class MentionRow(NamedTuple):
    """A date or amount with its sentence; rows compare by value, then place."""

    order: str | float
    document: str
    start: int
    mention: Mention
    href: str
    before: str
    text: str
    after: str
    title: str


class Place(NamedTuple):
    """A document that mentions an entity, how often, and the way to the first mention."""

    times: int
    document: str
    title: str
    href: str


class PassageRow(NamedTuple):
    """A passage of a topic."""

    score: float
    title: str
    href: str
    text: str


class Surest(Generic[Row]):
    """Keeps the best rows of a group, by a rank that depends on the rows alone, and counts all."""

    def __init__(self, limit: int) -> None:
        self.limit, self.total = limit, 0
        self._heap: list[tuple[tuple[object, ...], Row]] = []

    def add(self, rank: tuple[object, ...], row: Row) -> None:
        """Offer a row; the highest ranks stay. Ranks are unique."""
        self.total += 1
        if len(self._heap) < self.limit:
            heapq.heappush(self._heap, (rank, row))
        elif rank > self._heap[0][0]:
            heapq.heapreplace(self._heap, (rank, row))

    def best(self) -> list[Row]:
        """The rows kept, highest rank first."""
        return [row for _, row in sorted(self._heap, key=lambda item: item[0], reverse=True)]

    @property
    def more(self) -> int:
        """How many rows are not kept."""
        return self.total - len(self._heap)


class Collector:
    """Takes the documents one by one; then holds what the pages show."""

    def __init__(self, context: ReportContext) -> None:
        self._context = context
        self._passages = passages_by_document(_best_passages(topic) for topic in context.topics.values())
        self._shown = _shown_entities(context)
        self._citations = _cited_ranges(context)
        self.documents: list[DocumentRow] = []
        self.document_count = 0
        self.languages: Counter[str] = Counter()
        self.mentions = self.undated = self.unread = 0
        self.published: Counter[int] = Counter()
        self.years: Counter[int] = Counter()
        self.dates: dict[int, Surest[MentionRow]] = defaultdict(lambda: Surest(KEPT_PER_GROUP))
        self.amounts: dict[tuple[str, str], Surest[MentionRow]] = defaultdict(lambda: Surest(KEPT_PER_GROUP))
        self.places: dict[str, Surest[Place]] = defaultdict(lambda: Surest(SHOWN_PLACES))
        self.passages: dict[str, list[PassageRow]] = defaultdict(list)
        self.cited: dict[tuple[str, int, int], tuple[str, str]] = {}

    def add(self, document: Document) -> None:
        """Gather what the pages show of a document."""
        repeats = self._context.duplicate_of.get(document.id)
        self._list(document, repeats)
        seen: dict[str, tuple[int, str]] = {}
        for mention in document.mentions:
            if mention.entity in self._shown:
                count, first = seen.get(mention.entity, (0, mention.id))
                seen[mention.entity] = (count + 1, first)
            elif repeats is not None:
                continue  # its dates and amounts are those of the document that it repeats
            elif isinstance(mention, DateMention):
                self._date(document, mention)
            elif isinstance(mention, AmountMention):
                self._amount(document, mention)
        for entity, (count, first) in seen.items():
            href = document_href(document.id) + fragment("m", first)
            self.places[entity].add((count, document.id), Place(count, document.id, title_of(document), href))
        self._quote(document)

    def _list(self, document: Document, repeats: str | None) -> None:
        meta, kinds = document.metadata, Counter(type(mention) for mention in document.mentions)
        dates, amounts = kinds[DateMention], kinds[AmountMention]
        names = len(document.mentions) - dates - amounts
        row = (document.id, title_of(document), meta.published, meta.type, document.language, names, dates, amounts)
        unread = sum(item.reason in UNREAD for item in document.dropped)
        if self.document_count < SHOWN_DOCUMENTS:
            self.documents.append(DocumentRow(*row, repeats, unread))
        self.document_count += 1
        self.undated += meta.published is None
        self.unread += unread
        self.languages[document.language] += 1
        self.mentions += len(document.mentions) if repeats is None else 0
        year = year_of(meta.published)
        if year is not None and repeats is None:
            self.published[year] += 1

    def _date(self, document: Document, mention: DateMention) -> None:
        value = mention.value
        year = year_of(value.earliest or value.latest)
        if year is None or value.edtf is None or value.timex.type not in ("DATE", "TIME") or not mention.main:
            return
        self.years[year] += 1
        order = value.earliest or value.latest or ""
        self._place(self.dates[year], document, mention, order)

    def _amount(self, document: Document, mention: AmountMention) -> None:
        value = mention.value
        figure = value.value or value.low or value.high
        if figure is None or not mention.main:
            return
        unit = value.unit or "" if value.unit_kind == "money" else ""
        self._place(self.amounts[value.unit_kind, unit], document, mention, _number(figure))

    def _place(self, group: Surest[MentionRow], document: Document, mention: Mention, order: str | float) -> None:
        before, text, after = parts(document, mention.start, mention.end)
        href = document_href(document.id) + fragment("m", mention.id)
        row = MentionRow(order, document.id, mention.start, mention, href, before, text, after, title_of(document))
        group.add((mention.confidence, document.id, mention.start), row)

    def _quote(self, document: Document) -> None:
        placed, cited = self._passages.get(document.id, ()), self._citations.get(document.id, ())
        if not placed and not cited:
            return
        units, title = Utf16(document.text), title_of(document)
        for topic, p in placed:
            href = document_href(document.id) + range_fragment(units(p.start), units(p.end))
            self.passages[topic.id].append(PassageRow(p.score, title, href, document.text[p.start : p.end]))
        for start, end in cited:
            href = document_href(document.id) + range_fragment(units(start), units(end))
            self.cited[document.id, start, end] = (title, href)


def title_of(document: Document) -> str:
    """What a document is called on pages."""
    return document.metadata.title or document.source.path


def year_of(date: str | None) -> int | None:
    """The year of an EDTF date or ISO day; None where it is open or unknown.

    >>> year_of("2014-12"), year_of("199X"), year_of(None)
    (2014, None, None)
    """
    head = date[:4] if date else ""
    return int(head) if len(head) == 4 and head.isascii() and head.isdigit() else None


def _number(figure: str) -> float:
    try:
        return float(figure)
    except ValueError:
        return 0.0


def _best_passages(topic: Topic) -> Topic:
    best = sorted(topic.passages, key=lambda p: (-p.score, p.document, p.start))[:SHOWN_PASSAGES]
    return replace(topic, passages=tuple(best))


def _shown_entities(context: ReportContext) -> set[str]:
    shown = set()
    by_label: Counter[str] = Counter()
    for entity in sorted(context.entities.values(), key=lambda e: (-e.mentions, e.id)):
        by_label[entity.label] += 1
        if by_label[entity.label] <= SHOWN_ENTITIES:
            shown.add(entity.id)
    return shown


def _cited_ranges(context: ReportContext) -> dict[str, list[tuple[int, int]]]:
    ranges: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for topic in context.topics.values():
        for citation in topic.summary:
            ranges[citation.document].append((citation.start, citation.end))
    return dict(ranges)
