"""What the model itself said of a candidate's words, before any rule looked at it: the same, another label, a longer
name, a shorter one, none; and how likely the candidate's label is to it."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate, Tagged

_LEAST = 0.007  # what the model does not tell is less likely than a hundredth
_STEP = 0.5  # of log odds: machines do not agree on the last bits of a probability


class Said:
    """What the model makes of one passage."""

    def __init__(self, said: Tagged) -> None:
        self._likely = said.starts
        self._said = sorted(said.names)
        self._starts = [one.start for one in self._said]

    def facts(self, chosen: Candidate) -> Iterator[str]:
        """How the model's name at this place lies to the chosen one, with its label, and whether that is usual for the
        finder."""
        beside = self._beside(chosen)
        how, label = _relation(beside, chosen), f" {beside[0].label}" if beside else ""
        yield f"model {how}{label} as {chosen.label}"
        yield f"by {chosen.by} model {how}"
        yield f"by {chosen.by} as {chosen.label} model {how}"

    def recased(self, chosen: Candidate) -> Iterator[str]:
        """What a claim is in text whose capitals were put right, where models and rules alike err oftener."""
        how = _relation(self._beside(chosen), chosen)
        yield "recased"
        yield f"recased as {chosen.label}"
        yield f"recased by {chosen.by}"
        yield f"recased by {chosen.by} as {chosen.label}"
        yield f"recased by {chosen.by} as {chosen.label} model {how}"

    def odds(self, chosen: Candidate) -> Iterator[tuple[str, float]]:
        """The log odds, to the model, that a name of this label begins here, with the finder and the label told apart;
        nothing where no model read. Of a name of the model's own that the rules relabelled: that any name does."""
        if self._likely is None:
            return
        here = self._likely.get(chosen.start, {})
        own = self._beside(chosen)[:1] if chosen.by == "model" else []
        if own and own[0].label != chosen.label:
            odds = _log_odds(sum(here.values()))
            yield "odds relabelled", odds
            yield f"odds relabelled as {chosen.label}", odds
            return
        odds = _log_odds(here.get(chosen.label, 0.0))
        whose = "own" if own else "others"
        yield "odds", odds
        yield f"odds {whose}", odds
        yield f"odds as {chosen.label}", odds
        yield f"odds {whose} as {chosen.label}", odds
        yield f"odds by {chosen.by}", odds

    def _beside(self, chosen: Candidate) -> list[Candidate]:
        """The model's names that share a character with it."""
        first = max(bisect_left(self._starts, chosen.start + 1) - 1, 0)
        behind = bisect_left(self._starts, chosen.end)
        return [one for one in self._said[first:behind] if one.end > chosen.start]


def _log_odds(probability: float) -> float:
    sure = min(max(probability, _LEAST), 1 - _LEAST)
    return round(math.log(sure / (1 - sure)) / _STEP) * _STEP


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
