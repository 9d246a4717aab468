"""Counting names in marked sentences: right are those with the same span and label."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.evaluate.marked import MarkedSentence

Found = tuple[int, int, str]


class Tally(NamedTuple):
    """How many names there are, were found, and were found right."""

    gold: int
    found: int
    hits: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        return 2 * self.hits / (self.gold + self.found) if self.gold + self.found else 1.0


def tally(pairs: Iterable[tuple[MarkedSentence, Sequence[Found]]]) -> dict[str, Tally]:
    """Label → tally, and always `ENTITY` for all. Optional names, and what touches them, count neither way.

    >>> from pipeline.evaluate.marked import MarkedSpan
    >>> sentence = MarkedSentence("Paris, Lyon", (MarkedSpan(0, 5, "LOCATION"), MarkedSpan(7, 11, "LOCATION", True)))
    >>> tally([(sentence, [(0, 5, "PERSON"), (7, 11, "LOCATION")])])["ENTITY"]
    Tally(gold=1, found=1, hits=0)
    """
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for sentence, names in pairs:
        required = {(span.start, span.end, span.label) for span in sentence.spans if not span.optional}
        free = [span for span in sentence.spans if span.optional]
        counted = {n for n in names if n in required or not any(s.start < n[1] and n[0] < s.end for s in free)}
        for names_of, counter in ((required, gold), (counted, found), (required & counted, hits)):
            for _, _, label in names_of:
                counter.update((label, "ENTITY"))
    return {label: Tally(gold[label], found[label], hits[label]) for label in sorted({*gold, *found, "ENTITY"})}
