"""The segments of an aligned text, and what is looked up in them: what came from where, and what became of it."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import msgspec


class Change(NamedTuple):
    """What became of `[start, end)` of the source: rewritten or cut by `step`, or filled where empty."""

    start: int
    end: int
    step: str


class Segments(msgspec.Struct, frozen=True, dict=True):
    """Segments of the cleaned text, in its order, as parallel columns.

    Segment i covers `[starts[i], starts[i + 1])` of the cleaned text (the last one runs to `length`) and came from
    `[source_starts[i], source_ends[i])` of the source. Where `steps[i]` is 0 the two are the same characters;
    otherwise the segment was written by the step `names[steps[i]]`. Source text that belongs to no segment was taken
    out; `cuts` says by which step: (source start, source end, index into `names`). Segments may stand in another order
    than in the source (columns, pull quotes).
    """

    length: int
    starts: tuple[int, ...]
    source_starts: tuple[int, ...]
    source_ends: tuple[int, ...]
    steps: tuple[int, ...]
    names: tuple[str, ...] = ("copied",)
    cuts: tuple[tuple[int, int, int], ...] = ()

    def source_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The pieces of the source that the cleaned span came from, neighbours joined, in the order of the span.

        A segment that a step wrote counts whole, even when the span covers only part of it.
        """
        found: list[tuple[int, int]] = []
        for low, high, _ in self.segments(start, end):
            if found and found[-1][1] == low:
                found[-1] = (found[-1][0], high)
            elif low < high:
                found.append((low, high))
        return found

    def segments(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The segments under a cleaned span: (source start, source end, step), copied ones clipped to the span."""
        found: list[tuple[int, int, int]] = []
        index = max(bisect_right(self.starts, start) - 1, 0)
        while index < len(self.starts) and self.starts[index] < end:
            low, high, step = self.source_starts[index], self.source_ends[index], self.steps[index]
            if step == 0:
                offset = low - self.starts[index]
                low, high = max(low, start + offset), min(high, end + offset)
            found.append((low, high, step))
            index += 1
        return found

    def cleaned_span(self, source_start: int, source_end: int) -> tuple[int, int] | None:
        """The cleaned span that covers what came from this piece of the source; None when all of it was taken out."""
        order, lows, reached = self._by_source
        first = bisect_right(reached, source_start)
        last = bisect_left(lows, source_end)
        hits: list[tuple[int, int]] = []
        for i in order[first:last]:
            low, high = max(self.source_starts[i], source_start), min(self.source_ends[i], source_end)
            if low >= high:
                continue
            if self.steps[i] == 0:
                offset = self.starts[i] - self.source_starts[i]
                hits.append((low + offset, high + offset))
            else:
                hits.append((self.starts[i], self.end_of(i)))
        return (min(h[0] for h in hits), max(h[1] for h in hits)) if hits else None

    def changes(self, start: int, end: int) -> list[Change]:
        """What repair did to a piece of the source, in its order: all that was written or cut, by its step.

        >>> from pipeline.alignment import Alignment, Edit
        >>> source = "the trea-\\nty of 15 and16 May"
        >>> edits = [Edit(8, 10, "", "hyphen joined"), Edit(22, 22, " ", "space inserted")]
        >>> text, align = Alignment.identity(len(source)).apply(source, edits)
        >>> align.changes(0, len(source))
        [Change(start=8, end=10, step='hyphen joined'), Change(start=22, end=22, step='space inserted')]
        """
        order, lows, reached = self._by_source
        first, last = bisect_left(reached, start), bisect_right(lows, end)
        written = [i for i in order[first:last] if self.steps[i] and self.source_ends[i] >= start]
        spans = [(self.source_starts[i], self.source_ends[i], self.steps[i]) for i in written]
        spans += [self.cuts[i] for i in self._cuts_in(start, end)]
        return sorted(Change(low, high, self.names[step]) for low, high, step in spans)

    def end_of(self, index: int) -> int:
        """Where a segment ends in the cleaned text."""
        return self.starts[index + 1] if index + 1 < len(self.starts) else self.length

    def source_position(self, position: int) -> int:
        """Where something put in at a place of the cleaned text belongs in the source: behind what stands before it."""
        if position > 0:
            spans = self.segments(position - 1, position)
            if spans:
                return spans[-1][1]
        spans = self.segments(position, position + 1)
        return spans[0][0] if spans else 0

    def _cuts_in(self, start: int, end: int) -> range:
        """The numbers of the cuts in a piece of the source; cuts are in order and apart."""
        first = bisect_left(self.cuts, start, key=lambda cut: cut[1])
        return range(first, bisect_left(self.cuts, end, lo=first, key=lambda cut: cut[0]))

    @cached_property
    def _by_source(self) -> tuple[list[int], list[int], list[int]]:
        """The segments in the source's order: their numbers, their starts there, and how far they reach so far."""
        order = sorted(range(len(self.starts)), key=self.source_starts.__getitem__)
        lows = [self.source_starts[i] for i in order]
        reached = list(accumulate((self.source_ends[i] for i in order), max))  # pieces may share their source
        return order, lows, reached
