"""The pages of the whole corpus."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.records import Document, Entity, Topic, TrendPoint
from pipeline.report.charts import Chart, year_chart
from pipeline.report.collect import SHOWN_ENTITIES, Collector, MentionRow, PassageRow, Surest
from pipeline.report.context import ReportContext
from pipeline.report.overview import overview

SHOWN_DATES = 4000
"""Rows on the timeline; what a year shows shrinks until all years fit."""
SHOWN_NOTICES = 500
"""Rejections, groups of duplicates and unsure names listed."""
LABELS = ("PERSON", "LOCATION", "ORGANIZATION", "EVENT", "AGREEMENT")
UNIT_KINDS = ("money", "percent", "point", "ratio", "count", "quantity")


class Group(NamedTuple):
    """Rows under one heading and how many more there are."""

    kind: str
    name: str
    rows: list[MentionRow]
    more: int


class EntityGroup(NamedTuple):
    """The entities of one label."""

    label: str
    entities: list[Entity]
    more: int


class TopicView(NamedTuple):
    """A topic with its picture and passages."""

    topic: Topic
    chart: Chart
    mentioned: Chart
    passages: list[PassageRow]
    more: int


def corpus_pages(documents: Iterable[Document], context: ReportContext) -> Iterator[tuple[str, bytes]]:
    """The pages `index.html`, `entities.html`, `timeline.html`, `amounts.html` and `topics.html`, after one pass."""
    collector = Collector(context)
    for document in documents:
        collector.add(document)
    yield "index.html", _index(collector, context)
    yield "entities.html", _entities(collector, context)
    yield "timeline.html", _timeline(collector, context)
    yield "amounts.html", _amounts(collector, context)
    yield "topics.html", _topics(collector, context)


def _index(collector: Collector, context: ReportContext) -> bytes:
    return context.render(
        "index.html",
        "index.html",
        rows=sorted(collector.documents, key=lambda row: row.published or "", reverse=True),  # stable: else by id
        short=overview(collector, context),
        count=collector.document_count,
        more=collector.document_count - len(collector.documents),
        mentions=collector.mentions,
        languages=sorted(collector.languages.items(), key=lambda item: (-item[1], item[0])),
        entity_count=len(context.entities),
        topic_count=len(context.topics),
        chart=year_chart(collector.published, height=90),
        duplicates=context.duplicates[:SHOWN_NOTICES],
        more_duplicates=max(len(context.duplicates) - SHOWN_NOTICES, 0),
        rejections=context.rejections[:SHOWN_NOTICES],
        rejection_count=len(context.rejections),
    )


def _entities(collector: Collector, context: ReportContext) -> bytes:
    totals: Counter[str] = Counter(entity.label for entity in context.entities.values())
    by_label: dict[str, list[Entity]] = defaultdict(list)
    for entity in sorted(context.entities.values(), key=lambda e: (-e.mentions, context.name(e), e.id)):
        if len(by_label[entity.label]) < SHOWN_ENTITIES:
            by_label[entity.label].append(entity)
    return context.render(
        "entities.html",
        "entities.html",
        groups=[EntityGroup(name, rows := by_label[name], totals[name] - len(rows)) for name in LABELS if totals[name]],
        places={entity: (places.best(), places.more) for entity, places in collector.places.items()},
        unsure=context.unsure[:SHOWN_NOTICES],
        more_unsure=max(len(context.unsure) - SHOWN_NOTICES, 0),
        known=context.entities,
    )


def _timeline(collector: Collector, context: ReportContext) -> bytes:
    limit = _limit([len(group.best()) for group in collector.dates.values()])
    groups = [_group("date", str(year), group, limit) for year, group in sorted(collector.dates.items())]
    return context.render("timeline.html", "timeline.html", groups=groups, chart=year_chart(collector.years))


def _amounts(collector: Collector, context: ReportContext) -> bytes:
    ordered = sorted(
        collector.amounts.items(), key=lambda item: (UNIT_KINDS.index(item[0][0]), -item[1].total, item[0][1])
    )
    groups = [_group(kind, unit, rows, rows.limit, highest_first=True) for (kind, unit), rows in ordered]
    return context.render("amounts.html", "amounts.html", groups=groups)


def _topics(collector: Collector, context: ReportContext) -> bytes:
    topics = sorted(context.topics.values(), key=lambda topic: (-topic.weight, topic.id))
    views = [_topic(topic, collector) for topic in topics]
    return context.render("topics.html", "topics.html", topics=views, cited=collector.cited, entities=context.entities)


def _topic(topic: Topic, collector: Collector) -> TopicView:
    chart, mentioned = _chart(topic.trend), _chart(topic.mentioned)
    passages = sorted(collector.passages[topic.id], key=lambda row: (-row.score, row.href))
    return TopicView(topic, chart, mentioned, passages, max(len(topic.passages) - len(passages), 0))


def _chart(points: Sequence[TrendPoint]) -> Chart:
    """The picture of a trend by years; one by quarters has none, and is listed."""
    by_year = {int(point.period): point.weight for point in points if point.period.isdigit()}
    return year_chart(by_year, width=520, height=80, percent=True)


def _group(kind: str, name: str, rows: Surest[MentionRow], limit: int, *, highest_first: bool = False) -> Group:
    kept = sorted(rows.best()[:limit], key=lambda row: (row.document, row.start))
    kept.sort(key=lambda row: row.order, reverse=highest_first)  # stable: equal values stay in the order of documents
    return Group(kind, name, kept, rows.total - len(kept))


def _limit(sizes: list[int]) -> int:
    """How many rows each group may show so that all together fit; at least one."""
    limit = max(sizes, default=1)
    while limit > 1 and sum(min(size, limit) for size in sizes) > SHOWN_DATES:
        limit = limit * 3 // 4
    return limit
