"""One decision a place: which of the overlapping candidates is the entity, under which label, and how sure.

Evidence is counted, not learned yet: what found the span, how many finders agree, whether the gazetteer knows the form
and under which label, and what the rest of the document says of the same form.
"""

from collections.abc import Iterable, Sequence

from pipeline.extract.entities.candidates import Candidate

_TRUST = {"rule": 4.0, "title": 5.0, "gazetteer": 4.2, "document": 1.5, "city": 1.2, "model": 2.0}
_SURE = {"rule": 0.88, "title": 0.93, "gazetteer": 0.96, "document": 0.75, "city": 0.8, "model": 0.78}
_AGREED = 0.05


def combine(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stay, in order, none overlapping another: the more trusted first, then the longer."""
    ranked = sorted(candidates, key=lambda c: (-_weight(c), c.start, c.end, c.label, c.by))
    taken: list[Candidate] = []
    for candidate in ranked:
        if not any(candidate.start < other.end and other.start < candidate.end for other in taken):
            taken.append(candidate)
    return sorted(taken)


def confidence(chosen: Candidate, others: Sequence[Candidate]) -> float:
    """A probability that the chosen span and label are right, from what found it and who agrees."""
    agreeing = {c.by for c in others if (c.start, c.end, c.label) == (chosen.start, chosen.end, chosen.label)}
    disputed = any(c.label != chosen.label for c in others if (c.start, c.end) == (chosen.start, chosen.end))
    sure = _SURE[chosen.by] + _AGREED * len(agreeing - {chosen.by}) - 2 * _AGREED * disputed
    return round(min(sure, 0.99), 4)


def _weight(candidate: Candidate) -> float:
    length = candidate.end - candidate.start
    return _TRUST[candidate.by] + min(length, 60) / 20
