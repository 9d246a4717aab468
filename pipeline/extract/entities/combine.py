"""One decision a place: which of the overlapping candidates is the entity, under which label, and how sure.

Evidence is counted, not learned yet: what found the span, how many finders agree, whether the gazetteer knows the form
and under which label, and what the rest of the document says of the same form.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable

from pipeline.extract.entities.candidates import Candidate
from pipeline.records import EntityLabel

_TRUST = {
    "rule": 4.2,
    "title": 5.0,
    "gazetteer": 4.2,
    "document": 1.5,
    "city": 2.1,
    "town": 4.2,
    "model": 4.0,
    "given": 2.4,
    "place": 2.3,
    "series": 2.2,
    "acronym": 1.0,
}
_SURE = {
    "rule": 0.88,
    "title": 0.93,
    "gazetteer": 0.96,
    "document": 0.75,
    "city": 0.8,
    "town": 0.9,
    "model": 0.78,
    "given": 0.85,
    "place": 0.8,
    "series": 0.76,
    "acronym": 0.6,
}
_AGREED = 0.05


def combine(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stay, in order, none overlapping another: the more trusted first, then the longer."""
    ranked = sorted(candidates, key=lambda c: (-_weight(c), c.start, -c.end, c.label, c.by))
    taken: list[Candidate] = []
    for candidate in ranked:
        after = bisect_left(taken, candidate.start, key=lambda c: c.start)
        before_overlaps = after > 0 and taken[after - 1].end > candidate.start
        if not before_overlaps and (after == len(taken) or taken[after].start >= candidate.end):
            insort(taken, candidate, key=lambda c: c.start)
    return taken


class Evidence:
    """What a passage's candidates say of a span."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._found: dict[tuple[int, int], set[tuple[EntityLabel, str]]] = {}
        for candidate in candidates:
            self._found.setdefault((candidate.start, candidate.end), set()).add((candidate.label, candidate.by))

    def confidence(self, chosen: Candidate) -> float:
        """A probability that the chosen span and label are right, from what found it and who agrees."""
        found = self._found.get((chosen.start, chosen.end), set())
        agreeing = {by for label, by in found if label == chosen.label and by != chosen.by}
        disputed = any(label != chosen.label for label, _ in found)
        return round(min(_SURE[chosen.by] + _AGREED * len(agreeing) - 2 * _AGREED * disputed, 0.99), 4)


def _weight(candidate: Candidate) -> float:
    length = candidate.end - candidate.start
    return _TRUST[candidate.by] + min(length, 60) / 20
