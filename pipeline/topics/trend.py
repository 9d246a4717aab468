"""How a topic's weight changes from year to year."""

from collections.abc import Sequence

from pipeline.records import TrendPoint
from pipeline.topics.digest import Digest
from pipeline.topics.matrix import Floats

LEAST_DOCUMENTS, LEAST_YEARS = 3, 2  # dated ones: below, a line through the points would mean nothing


def trend(documents: Sequence[Digest], scores: Floats) -> tuple[TrendPoint, ...]:
    """The mean score of each year's passages.

    Args:
        documents: the document of each passage.
        scores: the topic's share of each passage, in the same order.
    """
    years: dict[str, list[float]] = {}
    dated: set[str] = set()
    for document, score in zip(documents, scores.tolist(), strict=True):
        if document.year is not None:
            years.setdefault(document.year, []).append(score)
            dated.add(document.id)
    if len(dated) < LEAST_DOCUMENTS or len(years) < LEAST_YEARS:
        return ()
    return tuple(
        TrendPoint(period=year, weight=round(sum(found) / len(found), 4)) for year, found in sorted(years.items())
    )
