"""How a topic's weight changes: by when documents were published, and by the years that passages speak of."""

from collections.abc import Iterable, Sequence

import numpy as np

from pipeline.records import TrendPoint
from pipeline.topics.digest import Digest, DigestPassage
from pipeline.topics.matrix import Floats, Ints
from pipeline.topics.periods import periods

LEAST_DOCUMENTS, LEAST_PERIODS = 3, 2  # dated ones: below, a line through the points would mean nothing


class Periods:
    """The periods of a corpus' passages: by when their documents were published, and the years that they mention."""

    def __init__(self, rows: Sequence[tuple[Digest, DigestPassage]]) -> None:
        found = periods([document.published for document, _ in rows])
        dated = {document.id for (document, _), period in zip(rows, found, strict=True) if period}
        places = [(period, at) for at, period in enumerate(found) if period]
        self._published = _by_period(places if len(dated) >= LEAST_DOCUMENTS else ())
        years = [(year, at) for at, (_, passage) in enumerate(rows) for year in dict.fromkeys(passage.facts.years)]
        users: dict[str, set[str]] = {}
        for year, at in years:
            users.setdefault(year, set()).add(rows[at][0].id)
        self._mentioned = _by_period((year, at) for year, at in years if len(users[year]) >= LEAST_DOCUMENTS)

    def trend(self, scores: Floats) -> tuple[TrendPoint, ...]:
        """The mean score of each period's passages, from a topic's share of each passage."""
        return _points(self._published, scores)

    def mentioned(self, scores: Floats) -> tuple[TrendPoint, ...]:
        """The mean score of the passages that mention a year, for the years that several documents mention."""
        return _points(self._mentioned, scores)


def change(points: Sequence[TrendPoint]) -> float | None:
    """The mean weight of the later half less that of the earlier half; a period in the middle counts for none."""
    half = len(points) // 2
    if not half:
        return None
    weights = [point.weight for point in points]
    return round(sum(weights[-half:]) / half - sum(weights[:half]) / half, 4)


def _by_period(places: Iterable[tuple[str, int]]) -> list[tuple[str, Ints]]:
    found: dict[str, list[int]] = {}
    for period, at in places:
        found.setdefault(period, []).append(at)
    return [(period, np.array(at, dtype=np.int64)) for period, at in sorted(found.items())]


def _points(places: Sequence[tuple[str, Ints]], scores: Floats) -> tuple[TrendPoint, ...]:
    if len(places) < LEAST_PERIODS:
        return ()
    return tuple(TrendPoint(period=period, weight=round(float(scores[at].mean()), 4)) for period, at in places)
