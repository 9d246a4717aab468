"""One decision a place: which of the overlapping candidates is the entity, and under which label."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from pipeline.extract.entities.candidates import Candidate

_TRUST = {
    "rule": 4.2,
    "title": 5.0,
    "gazetteer": 4.2,
    "document": 1.5,
    "city": 2.1,
    "town": 4.2,
    "model": 4.0,
    "surname": 4.1,
    "given": 2.4,
    "place": 2.3,
    "series": 2.2,
    "acronym": 1.0,
}


def combine(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stay, in order, none overlapping another: the more trusted first, then the longer."""
    ranked = sorted(candidates, key=_rank)
    taken: list[Candidate] = []
    for candidate in ranked:
        after = bisect_left(taken, candidate.start, key=lambda c: c.start)
        before_overlaps = after > 0 and taken[after - 1].end > candidate.start
        if not before_overlaps and (after == len(taken) or taken[after].start >= candidate.end):
            insort(taken, candidate, key=lambda c: c.start)
    return taken


def _rank(candidate: Candidate) -> tuple[float, int, int, bool, bool, str, str]:
    """Where a candidate stands in the order of trust; of the same words a treaty goes before the body called after it,
    and what the gazetteer knows before what the kind of word tells (`Pacific Islands Forum`)."""
    treaty, known = candidate.label == "AGREEMENT", candidate.by == "gazetteer"
    return -_weight(candidate), candidate.start, -candidate.end, not treaty, not known, candidate.label, candidate.by


def _weight(candidate: Candidate) -> float:
    length = candidate.end - candidate.start
    return _TRUST[candidate.by] + min(length, 60) / 20
