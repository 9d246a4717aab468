"""Spreadsheets: one CSV file a kind of thing, written in one pass over the documents.

RFC 4180, UTF-8 with byte order mark. A text that a spreadsheet would run as a formula gets an apostrophe in front;
line ends inside a text become spaces. `TABLES` says which columns there are.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pipeline.emit.columns import LIST_SEPARATOR, flat, kind_of, pages, short, source_offsets
from pipeline.emit.context import sentence
from pipeline.files import whole_text
from pipeline.records import AmountMention, DateMention, Document, Entity, Mention, Topic, TopicPassage

_COLUMNS = {
    "documents": "id title published publisher author place reference type url language characters blocks entities"
    " dates amounts topics dropped path media_type charset bytes pages reader sha256 duplicate_of keywords languages"
    " summary",
    "mentions": "document id kind label start end text value entity entity_name confidence by main page source",
    "entities": "id label name_fr name_en aliases country lat lon wikidata documents mentions former related roles",
    "dates": "document id text edtf earliest latest mod bound timex_type timex_value anchor_kind anchor_date"
    " alternatives confidence main page source sentence",
    "amounts": "document id text value low high unit unit_kind unit_lemma per mod alternatives confidence main page"
    " source sentence",
    "topics": "id label_fr label_en terms_fr terms_en weight documents trend theme theme_fr theme_en"
    " change mentioned entities units stability coherence",
    "passages": "topic label_fr label_en document start end score text",
    "citations": "topic label_fr label_en document start end page text",
}
TABLES = {table: tuple(columns.split()) for table, columns in _COLUMNS.items()}
"""The columns of each table. Offsets count characters (Unicode code points) of the document's text; `source` those
of the source text."""

Cell = str | int | float | None


class Figure(str):
    """A decimal string: a number for the spreadsheet, also with a minus in front."""

    __slots__ = ()


class Placed(NamedTuple):
    """A passage of a topic."""

    topic: Topic
    passage: TopicPassage


def write_tables(
    folder: Path,
    documents: Iterable[Document],
    entities: Sequence[Entity],
    topics: Sequence[Topic],
    originals: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write `documents.csv`, `mentions.csv` … into `folder`; a table whose bytes stay the same isn't touched.

    `originals`: for each document that repeats another, which.
    """
    names = {entity.id: entity.names.fr or entity.names.en or entity.id for entity in entities}
    passages = passages_by_document(topics)
    with ExitStack() as stack:
        writers = {}
        for table, columns in TABLES.items():
            writers[table] = csv.writer(stack.enter_context(whole_text(folder / f"{table}.csv")))
            writers[table].writerow(columns)
        writers["entities"].writerows(map(_cells, map(_entity_row, entities)))
        writers["topics"].writerows(map(_cells, map(_topic_row, topics)))
        writers["citations"].writerows(map(_cells, _citation_rows(topics)))
        for document in documents:
            for table, row in _document_rows(document, names, passages.get(document.id, ()), originals):
                writers[table].writerow(_cells(row))


def passages_by_document(topics: Iterable[Topic]) -> dict[str, list[Placed]]:
    """The passages of all topics by the document they stand in."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for topic in topics:
        for passage in topic.passages:
            found[passage.document].append(Placed(topic, passage))
    return dict(found)


def _document_rows(
    document: Document, names: dict[str, str], passages: Iterable[Placed], originals: Mapping[str, str]
) -> Iterator[tuple[str, Sequence[Cell]]]:
    yield "documents", _document_row(document, originals.get(document.id))
    for mention in document.mentions:
        yield "mentions", _mention_row(document, mention, names)
        if isinstance(mention, DateMention):
            yield "dates", _date_row(document, mention)
        elif isinstance(mention, AmountMention):
            yield "amounts", _amount_row(document, mention)
    for topic, passage in passages:
        yield (
            "passages",
            (
                *(topic.id, topic.label.fr, topic.label.en, document.id, passage.start, passage.end, passage.score),
                document.text[passage.start : passage.end],
            ),
        )


def _document_row(document: Document, original: str | None) -> Sequence[Cell]:
    meta, source = document.metadata, document.source
    kinds = [kind_of(mention) for mention in document.mentions]
    return (
        *(document.id, meta.title, meta.published, meta.publisher, meta.author, meta.place, meta.reference),
        *(meta.type, meta.url, document.language, len(document.text), len(document.blocks)),
        *(kinds.count("entity"), kinds.count("date"), kinds.count("amount")),
        *(LIST_SEPARATOR.join(topic.id for topic in document.topics), len(document.dropped)),
        *(source.path, source.media_type, source.charset, source.bytes, source.pages, source.reader, source.sha256),
        *(original, LIST_SEPARATOR.join(keyword.term for keyword in document.keywords)),
        LIST_SEPARATOR.join(f"{language}: {round(share, 4)}" for language, share in sorted(document.languages.items())),
        LIST_SEPARATOR.join(sentence.text for sentence in document.summary),
    )


def _mention_row(document: Document, mention: Mention, names: dict[str, str]) -> Sequence[Cell]:
    return (
        *(document.id, mention.id, kind_of(mention), mention.label, mention.start, mention.end, mention.text),
        *(short(mention), mention.entity, names.get(mention.entity or ""), mention.confidence, mention.by),
        *(mention.main, pages(mention), source_offsets(mention)),
    )


def _date_row(document: Document, mention: DateMention) -> Sequence[Cell]:
    value = flat(mention)
    return (
        *(document.id, mention.id, mention.text, value.edtf, value.earliest, value.latest, value.mod, value.bound),
        *(value.timex_type, value.timex_value, value.anchor_kind, value.anchor_date, value.alternatives),
        *(mention.confidence, mention.main, pages(mention), source_offsets(mention)),
        sentence(document, mention.start, mention.end),
    )


def _amount_row(document: Document, mention: AmountMention) -> Sequence[Cell]:
    value = flat(mention)
    figures = (_figure(value.value), _figure(value.low), _figure(value.high))
    return (
        *(document.id, mention.id, mention.text, *figures, value.unit, value.unit_kind, value.unit_lemma),
        *(value.per, value.mod, value.alternatives),
        *(mention.confidence, mention.main, pages(mention), source_offsets(mention)),
        sentence(document, mention.start, mention.end),
    )


def _entity_row(entity: Entity) -> Sequence[Cell]:
    return (
        *(entity.id, entity.label, entity.names.fr, entity.names.en, LIST_SEPARATOR.join(entity.aliases)),
        *(entity.country, entity.lat, entity.lon, entity.wikidata, entity.documents, entity.mentions),
        LIST_SEPARATOR.join(f"{one.name}: {one.since or '..'}/{one.until}" for one in entity.former),
        LIST_SEPARATOR.join(f"{one.kind}: {one.entity}" for one in entity.related),
        LIST_SEPARATOR.join(one.role for one in entity.roles),
    )


def _topic_row(topic: Topic) -> Sequence[Cell]:
    trend, mentioned = (
        LIST_SEPARATOR.join(f"{point.period}: {round(point.weight, 4)}" for point in points)
        for points in (topic.trend, topic.mentioned)
    )
    theme = (topic.theme.id, topic.theme.label.fr, topic.theme.label.en) if topic.theme else (None, None, None)
    return (
        *(topic.id, topic.label.fr, topic.label.en, LIST_SEPARATOR.join(topic.terms.fr)),
        *(LIST_SEPARATOR.join(topic.terms.en), topic.weight, topic.documents, trend),
        *theme,
        *(topic.change, mentioned, LIST_SEPARATOR.join(entity.entity for entity in topic.entities)),
        *(LIST_SEPARATOR.join(unit.unit for unit in topic.units), topic.stability, topic.coherence),
    )


def _citation_rows(topics: Iterable[Topic]) -> Iterator[Sequence[Cell]]:
    for topic in topics:
        for one in topic.summary:
            yield (topic.id, topic.label.fr, topic.label.en, one.document, one.start, one.end, one.page, one.text)


_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_LINE_END = re.compile("[\r\n\v\f\x85\u2028\u2029]+")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _figure(value: str | None) -> Cell:
    return Figure(value) if value is not None and _DECIMAL.fullmatch(value) else value


def _cells(row: Iterable[Cell]) -> list[str]:
    return [cell(value) for value in row]


def cell(value: Cell) -> str:
    """One cell: numbers plain, text safe for a spreadsheet.

    >>> cell("=1+1"), cell(-1), cell(Figure("-1.50")), cell("a\\nb"), cell(None), cell(True)
    ("'=1+1", '-1', '-1.50', 'a b', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(round(value, 4))
    if isinstance(value, (int, Figure)):
        return str(value)
    guard = "'" if value.startswith(_FORMULA_STARTS) else ""
    return guard + _LINE_END.sub(" ", value)
