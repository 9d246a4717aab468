"""What looked like a name and was refused, with the reason: for a user who misses something."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pipeline.extract.entities.candidates import Candidate
from pipeline.records import EntityLabel, EntityMention, Passage

Reason = Literal[
    "no name left",
    "common words",
    "title",
    "people of a place",
    "field of a minister",
    "figure",
    "function word",
    "demonym",
    "named thing",
    "numbered part",
    "mark-up",
    "inside a title",
    "words of a heading",
    "opens a sentence",
    "unlikely",
]


class Refused(NamedTuple):
    """A span of the document that a finder took for a name, under which label, and why it is none."""

    start: int
    end: int
    label: EntityLabel
    by: str
    reason: Reason


class Refusals:
    """Takes down what is refused while a document is searched."""

    def __init__(self) -> None:
        self._found: list[Refused] = []

    def note(self, passage: Passage, refused: Candidate, reason: Reason) -> None:
        """Take down a candidate of a passage."""
        start, end = passage.start + refused.start, passage.start + refused.end
        self._found.append(Refused(start, end, refused.label, refused.by, reason))

    def beside(self, mentions: Sequence[EntityMention]) -> Iterator[Refused]:
        """What was refused and is no part of a name that was found all the same: each span once, in order."""
        found = sorted(mentions, key=lambda one: one.start)
        seen = low = 0
        for one in sorted(self._found, key=lambda one: (one.start, -one.end, one.label, one.by, one.reason)):
            while low < len(found) and found[low].end <= one.start:
                low += 1
            named = low < len(found) and found[low].start < one.end
            if not named and one.start >= seen:
                seen = one.end
                yield one
