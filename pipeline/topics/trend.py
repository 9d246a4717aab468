"""How a topic's weight changes: by when documents were published, and by the years that passages speak of."""

from collections.abc import Iterable, Sequence

from pipeline.records import TrendPoint
from pipeline.topics.digest import Digest, DigestPassage
from pipeline.topics.matrix import Floats
from pipeline.topics.periods import periods

LEAST_DOCUMENTS, LEAST_PERIODS = 3, 2  # dated ones: below, a line through the points would mean nothing


def trend(documents: Sequence[Digest], scores: Floats) -> tuple[TrendPoint, ...]:
    """The mean score of each period's passages.

    Args:
        documents: the document of each passage.
        scores: the topic's share of each passage, in the same order.
    """
    found = periods([document.published for document in documents])
    dated = {document.id for document, period in zip(documents, found, strict=True) if period}
    if len(dated) < LEAST_DOCUMENTS:
        return ()
    return _points((period, score) for period, score in zip(found, scores.tolist(), strict=True) if period)


def mentioned(rows: Sequence[tuple[Digest, DigestPassage]], scores: Floats) -> tuple[TrendPoint, ...]:
    """The mean score of the passages that mention a year, for the years that several documents mention."""
    users: dict[str, set[str]] = {}
    for document, passage in rows:
        for year in passage.facts.years:
            users.setdefault(year, set()).add(document.id)
    return _points(
        (year, score)
        for (_, passage), score in zip(rows, scores.tolist(), strict=True)
        for year in dict.fromkeys(passage.facts.years)
        if len(users[year]) >= LEAST_DOCUMENTS
    )


def change(points: Sequence[TrendPoint]) -> float | None:
    """The mean weight of the later half less that of the earlier half; a period in the middle counts for none."""
    half = len(points) // 2
    if not half:
        return None
    weights = [point.weight for point in points]
    return round(sum(weights[-half:]) / half - sum(weights[:half]) / half, 4)


def _points(pairs: Iterable[tuple[str, float]]) -> tuple[TrendPoint, ...]:
    found: dict[str, list[float]] = {}
    for period, score in pairs:
        found.setdefault(period, []).append(score)
    if len(found) < LEAST_PERIODS:
        return ()
    return tuple(TrendPoint(period=at, weight=round(sum(s) / len(s), 4)) for at, s in sorted(found.items()))
