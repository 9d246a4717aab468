"""What the model itself said of a candidate's words, before any rule looked at it: the same, another label, a longer
name, a shorter one, none."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate


class Said:
    """The names that the model sees in one passage."""

    def __init__(self, said: Sequence[Candidate]) -> None:
        self._said = sorted(said)
        self._starts = [one.start for one in self._said]

    def facts(self, chosen: Candidate) -> Iterator[str]:
        """How the model's name at this place lies to the chosen one, with its label, and whether that is usual for the
        finder."""
        beside = self._beside(chosen)
        how, label = _relation(beside, chosen), f" {beside[0].label}" if beside else ""
        yield f"model {how}{label} as {chosen.label}"
        yield f"by {chosen.by} model {how}"
        yield f"by {chosen.by} as {chosen.label} model {how}"

    def _beside(self, chosen: Candidate) -> list[Candidate]:
        """The model's names that share a character with it."""
        first = max(bisect_left(self._starts, chosen.start + 1) - 1, 0)
        behind = bisect_left(self._starts, chosen.end)
        return [one for one in self._said[first:behind] if one.end > chosen.start]


def _relation(beside: Sequence[Candidate], chosen: Candidate) -> str:
    """How the model's names lie to the chosen one: `in` a longer one, `around` a shorter; where both begin together
    `opens`, where both end together `ends`."""
    if len(beside) != 1:
        return "several" if beside else "none"
    start, end, label = beside[0][:3]
    if (start, end) == (chosen.start, chosen.end):
        return "same" if label == chosen.label else "other"
    edge = " opens" if start == chosen.start else " ends" if end == chosen.end else ""
    if start <= chosen.start and chosen.end <= end:
        return f"in{edge}"
    return f"around{edge}" if chosen.start <= start and end <= chosen.end else "crosses"
