"""The corpus in short, for the first page: of what, who, where, how much, when, and what to check."""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.records import Entity, EntityLabel, Topic
from pipeline.report.collect import Collector, MentionRow
from pipeline.report.context import ReportContext

LABELS: tuple[EntityLabel, ...] = ("PERSON", "ORGANIZATION", "LOCATION", "AGREEMENT", "EVENT")
MOST = 6
"""Topics, names of one label and years shown."""
MOST_CURRENCIES = 3
MOST_SUMS = 2
"""Sums shown of one currency, the largest."""


class Leading(NamedTuple):
    """The names of one label that most documents mention."""

    label: EntityLabel
    entities: list[Entity]


class Sums(NamedTuple):
    """The largest sums in one currency, and how many there are."""

    currency: str
    rows: list[MentionRow]
    total: int


class Check(NamedTuple):
    """Something for the reader to look at: how many, the noun for it, and the way there.

    `finds` says which mark of the rows the filter should look for.
    """

    number: int
    noun: str
    href: str
    finds: str = ""


class Overview(NamedTuple):
    """The first page in short; `period` the first and last day of publication."""

    topics: list[Topic]
    names: list[Leading]
    sums: list[Sums]
    years: list[tuple[int, int]]
    period: tuple[str, str] | None
    checks: list[Check]


def overview(collector: Collector, context: ReportContext) -> Overview:
    """What a reader of all documents would say first."""
    topics = sorted(context.topics.values(), key=lambda topic: (-topic.weight, topic.id))
    years = sorted(collector.years.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    published = sorted(row.published for row in collector.documents if row.published)
    return Overview(
        topics=topics[:MOST],
        names=[Leading(label, found) for label in LABELS if (found := _leading(label, collector, context))],
        sums=list(_sums(collector)),
        years=sorted(years),
        period=(published[0], published[-1]) if published else None,
        checks=[check for check in _checks(collector, context) if check.number],
    )


def _leading(label: EntityLabel, collector: Collector, context: ReportContext) -> list[Entity]:
    listed = (entity for entity in context.entities.values() if entity.label == label and entity.id in collector.places)
    return sorted(listed, key=lambda entity: (-entity.documents, -entity.mentions, entity.id))[:MOST]


def _sums(collector: Collector) -> Iterator[Sums]:
    """The currencies named most often, each with its largest sums, a sum that comes back once."""
    money = [(currency, rows) for (kind, currency), rows in collector.amounts.items() if kind == "money" and currency]
    for currency, rows in sorted(money, key=lambda item: (-item[1].total, item[0]))[:MOST_CURRENCIES]:
        largest: dict[str | float, MentionRow] = {}
        for row in sorted(rows.best(), key=lambda row: (-float(row.order), row.document, row.start)):
            largest.setdefault(row.order, row)
        yield Sums(currency, list(largest.values())[:MOST_SUMS], rows.total)


def _checks(collector: Collector, context: ReportContext) -> Iterator[Check]:
    yield Check(len(context.rejections), "rejections", "#rejections")
    yield Check(len(context.unsure), "unsure", "entities.html#unsure")
    yield Check(collector.undated, "undated", "#rows", "undated")
    yield Check(collector.unread, "unread", "#rows", "unread")
    yield Check(collector.languages["other"] + collector.languages["unknown"], "foreign", "#rows", "foreign")
    yield Check(len(context.duplicate_of), "repeats", "#duplicates")
