"""One decision a place: of the candidates that overlap, the more trusted, by finder, length and evidence together."""

import math
from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.extract.entities.candidates import KNOWING, Candidate
from pipeline.records import EntityLabel

LEAST = 0.58  # how likely the least likely name is that is told
_KNOWN = 0.3  # and the least likely of the claims of finders that know why
_HARDLY = 0.18  # of the claims that are seldom learnt
_NAMED = 0.06  # of those for people, by their form of name (`prince de Galles`) or a full name elsewhere
_EVIDENCE = 0.4  # what the log odds of the evidence count beside the trust in a finder
_TRUST = {
    "rule": 4.2,
    "title": 5.2,
    "team": 4.7,
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
_FIELD: tuple[EntityLabel, ...] = ("AGREEMENT", "EVENT")
_EVEN, _FAIR, _SURE = 0.5, 0.9, 0.95  # a claim that is seldom learnt counts as fair at least, none as more than sure


class Weighed(NamedTuple):
    """A candidate, and how likely it is to be right."""

    candidate: Candidate
    probability: float


def distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates by their place, each once: of finders that claim the same, the most trusted speaks."""
    first: dict[tuple[int, int, str], Candidate] = {}
    for one in sorted(candidates, key=_rank):
        first.setdefault((one.start, one.end, one.label), one)
    return sorted(first.values())


def combine(candidates: Iterable[Weighed]) -> list[Weighed]:
    """The candidates that stay, in order, none overlapping another: the more trusted first.

    The evidence corrects the trust in a finder and does not take its place: coefficients learnt from sentences of all
    kinds know little of long names.
    """
    taken: list[Weighed] = []
    for one in sorted(candidates, key=lambda one: _rank(one.candidate, one.probability)):
        start, end = one.candidate.start, one.candidate.end
        after = bisect_left(taken, start, key=_start)
        before_overlaps = after > 0 and taken[after - 1].candidate.end > start
        if not before_overlaps and (after == len(taken) or taken[after].candidate.start >= end):
            insort(taken, one, key=_start)
    return taken


def _start(one: Weighed) -> int:
    return one.candidate.start


def is_likely(one: Weighed) -> bool:
    """Whether a candidate is likely enough to be told."""
    if _is_seldom_learnt(one.candidate):
        return one.probability >= (_NAMED if one.candidate.label == "PERSON" else _HARDLY)
    return one.probability >= (_KNOWN if one.candidate.by in KNOWING else LEAST)


def _is_seldom_learnt(candidate: Candidate) -> bool:
    """Whether the sentences that coefficients are learnt from say little of such a claim: of what a rule knows by how
    treaties and events are called, which the model seldom sees whole, of people by their form of name (`prince de
    Galles`), of surnames that a document has in full elsewhere, and of seats, and of teams that play."""
    if candidate.label == "PERSON":
        return candidate.by in ("document", "rule")
    if candidate.by in ("team", "town"):
        return True
    return candidate.label in _FIELD and candidate.by != "model"


def _rank(candidate: Candidate, probability: float = _EVEN) -> tuple[float, int, int, bool, bool, str, str, float]:
    """Where a candidate stands in the order of trust; of the same words a treaty goes before the body called after it,
    and what the gazetteer knows before what the kind of word tells (`Pacific Islands Forum`)."""
    treaty, known = candidate.label == "AGREEMENT", candidate.by == "gazetteer"
    least = _FAIR if _is_seldom_learnt(candidate) else 0
    sure = min(max(probability, least), _SURE)
    weight = _weight(candidate) + _EVIDENCE * math.log(sure / (1 - sure))
    label, by = candidate.label, candidate.by
    return -weight, candidate.start, -candidate.end, not treaty, not known, label, by, -probability


def _weight(candidate: Candidate) -> float:
    length = candidate.end - candidate.start
    return _TRUST[candidate.by] + min(length, 60) / 20
