"""Topics as rows to insert into the database."""

from collections.abc import Iterator, Sequence

from pipeline.records import Topic

Value = str | int | float | None
Rows = tuple[str, Sequence[tuple[Value, ...]]]
"""A table and rows for it."""


def topic_rows(topic: Topic) -> Iterator[Rows]:
    """A topic: itself, then its terms, periods, typical names and units, citations."""
    yield "topics", [_topic(topic)]
    for language, terms in (("fr", topic.terms.fr), ("en", topic.terms.en)):
        yield "topic_terms", [(topic.id, language, rank, term) for rank, term in enumerate(terms)]
    for table, points in (("topic_trend", topic.trend), ("topic_mentioned", topic.mentioned)):
        yield table, [(topic.id, point.period, round(point.weight, 4)) for point in points]
    yield (
        "topic_entities",
        [(topic.id, rank, one.entity, one.count, round(one.log_odds, 4)) for rank, one in enumerate(topic.entities)],
    )
    yield (
        "topic_units",
        [(topic.id, rank, one.unit, one.count, round(one.log_odds, 4)) for rank, one in enumerate(topic.units)],
    )
    yield (
        "topic_citations",
        [(topic.id, number, c.document, c.start, c.end, c.page, c.text) for number, c in enumerate(topic.summary)],
    )


def _topic(topic: Topic) -> tuple[Value, ...]:
    theme = (topic.theme.id, topic.theme.label.fr, topic.theme.label.en) if topic.theme else (None, None, None)
    return (
        *(topic.id, topic.label.fr, topic.label.en, round(topic.weight, 4), topic.documents, *theme),
        *(rounded(topic.change), rounded(topic.stability), rounded(topic.coherence)),
    )


def rounded(number: float | None) -> float | None:
    """Four decimals, as everywhere in the outputs."""
    return None if number is None else round(number, 4)
