"""The way back: which characters of the source text each character of the cleaned text came from.

A text is repaired in steps. Each step is a list of `Edit`s; `Alignment.apply` makes the new text and the alignment
that goes with it, so alignments compose over any number of steps. Look-ups take O(log n).

    >>> align = Alignment.identity(14)
    >>> text, align = align.apply("les 15 et16 ju", [Edit(9, 9, " ", "space inserted")])
    >>> text
    'les 15 et 16 ju'
    >>> align.source_spans(10, 12)
    [(9, 11)]
    >>> text, align = Alignment.identity(13).apply("the trea-\\nty.", [Edit(8, 10, "", "hyphen joined")])
    >>> text, align.source_spans(4, 10)
    ('the treaty.', [(4, 8), (10, 12)])
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import msgspec


class Edit(NamedTuple):
    """Replace `text[start:end]` by `replacement`; `step` names what was done, such as `hyphen joined`."""

    start: int
    end: int
    replacement: str
    step: str


class Change(NamedTuple):
    """What became of `[start, end)` of the source: rewritten or cut by `step`, or filled where empty."""

    start: int
    end: int
    step: str


class Alignment(msgspec.Struct, frozen=True, dict=True):
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

    @classmethod
    def identity(cls, length: int) -> "Alignment":
        """The alignment of a text with itself."""
        if not length:
            return cls(0, (), (), (), ())
        return cls(length, (0,), (0,), (length,), (0,))

    def apply(self, text: str, edits: Iterable[Edit]) -> tuple[str, "Alignment"]:
        """Carry out edits of the present text (sorted, not overlapping): the new text and its alignment.

        Raises:
            ValueError: the edits overlap, are not sorted, or leave the text.
        """
        builder = _Builder(self.names)
        pieces: list[str] = []
        position = index = 0
        last = len(self.starts) - 1
        for edit in edits:
            start, end, replacement, name = edit
            if not position <= start <= end <= len(text):
                raise ValueError(f"edit {edit} after {position} in a text of {len(text)}")
            while index < last and self.starts[index + 1] <= position:
                index += 1
            pieces.append(text[position:start])
            pieces.append(replacement)
            if self._is_inside(index, start, end):  # by far the most: one copied segment all around it
                offset = self.source_starts[index] - self.starts[index]
                if position < start:
                    builder.add(start - position, position + offset, start + offset, 0)
                builder.replace(len(replacement), start + offset, end + offset, name)
            else:
                self._copy(builder, position, start)
                self._edit(builder, edit)
            position = end
        self._copy(builder, position, len(text))
        pieces.append(text[position:])
        made = "".join(pieces)
        del pieces  # of a large text they are larger than what comes next
        return made, builder.build(self.cuts)

    def _is_inside(self, index: int, start: int, end: int) -> bool:
        """Whether a piece that begins in or after the segment `index` lies inside it, and it is copied."""
        if index >= len(self.starts) or self.steps[index] or start <= self.starts[index]:
            return False
        return end < (self.starts[index + 1] if index + 1 < len(self.starts) else self.length)

    def select(self, text: str, spans: Sequence[tuple[int, int]], step: str) -> tuple[str, "Alignment"]:
        """Keep only these spans of the present text, in this order (which need not be the text's): text and alignment.

        What is in no span is recorded as cut by `step`.
        """
        builder = _Builder(self.names)
        for start, end in spans:
            self._copy(builder, start, end)
        position = 0
        for start, end in sorted(spans):
            self._cut(builder, position, start, step)
            position = max(position, end)
        self._cut(builder, position, len(text), step)
        return "".join(text[start:end] for start, end in spans), builder.build(self.cuts)

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
                hits.append((self.starts[i], self._end(i)))
        return (min(h[0] for h in hits), max(h[1] for h in hits)) if hits else None

    @cached_property
    def _by_source(self) -> tuple[list[int], list[int], list[int]]:
        """The segments in the source's order: their numbers, their starts there, and how far they reach so far."""
        order = sorted(range(len(self.starts)), key=self.source_starts.__getitem__)
        lows = [self.source_starts[i] for i in order]
        reached = list(accumulate((self.source_ends[i] for i in order), max))  # pieces may share their source
        return order, lows, reached

    def _end(self, index: int) -> int:
        """Where a segment ends in the cleaned text."""
        return self.starts[index + 1] if index + 1 < len(self.starts) else self.length

    def changes(self, start: int, end: int) -> list[Change]:
        """What repair did to a piece of the source, in its order: all that was written or cut, by its step.

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

    def _cuts_in(self, start: int, end: int) -> range:
        """The numbers of the cuts in a piece of the source; cuts are in order and apart."""
        first = bisect_left(self.cuts, start, key=lambda cut: cut[1])
        return range(first, bisect_left(self.cuts, end, lo=first, key=lambda cut: cut[0]))

    def rebuild(self, source: str, text: str, start: int, end: int) -> str:
        """The cleaned span made again from the source: copied segments from `source`, written ones from `text`."""
        pieces: list[str] = []
        index = max(bisect_right(self.starts, start) - 1, 0)
        for low, high, step in self.segments(start, end):
            written = text[max(self.starts[index], start) : min(self._end(index), end)]
            pieces.append(source[low:high] if step == 0 else written)
            index += 1
        return "".join(pieces)

    def _copy(self, builder: "_Builder", start: int, end: int) -> None:
        if start >= end:
            return
        ends = self.starts
        index = bisect_right(self.starts, start) - 1
        while index < len(self.starts) and self.starts[index] < end:
            seg_end = ends[index + 1] if index + 1 < len(ends) else self.length
            low, high = max(self.starts[index], start), min(seg_end, end)
            if self.steps[index] == 0:
                offset = self.source_starts[index] - self.starts[index]
                builder.add(high - low, low + offset, high + offset, 0)
            else:
                builder.add(high - low, self.source_starts[index], self.source_ends[index], self.steps[index])
            index += 1

    def _edit(self, builder: "_Builder", edit: Edit) -> None:
        if not edit.replacement:
            self._cut(builder, edit.start, edit.end, edit.step)
            return
        spans = self.source_spans(edit.start, edit.end) if edit.start < edit.end else []
        if spans:
            low, high = min(s[0] for s in spans), max(s[1] for s in spans)
            if sum(e - s for s, e in spans) != high - low:  # pieces far apart: keep the first, list the rest as cut
                low, high = spans[0]
                for cut in spans[1:]:
                    builder.cut(*cut, edit.step)
        else:
            low = high = self._source_position(edit.start)
        builder.add(len(edit.replacement), low, high, builder.step(edit.step))

    def _cut(self, builder: "_Builder", start: int, end: int, step: str) -> None:
        if start < end:
            for low, high in self.source_spans(start, end):
                builder.cut(low, high, step)

    def _source_position(self, position: int) -> int:
        if position > 0:
            spans = self.segments(position - 1, position)
            if spans:
                return spans[-1][1]
        spans = self.segments(position, position + 1)
        return spans[0][0] if spans else 0


class _Builder:
    """Collects segments and joins neighbours that are one copy."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = list(names)
        self.index = {name: i for i, name in enumerate(names)}
        self.length = 0
        self.starts = array("q")
        self.source_starts = array("q")
        self.source_ends = array("q")
        self.steps = array("q")
        self.cuts: list[tuple[int, int, int]] = []

    def step(self, name: str) -> int:
        if name not in self.index:
            self.index[name] = len(self.names)
            self.names.append(name)
        return self.index[name]

    def add(self, length: int, low: int, high: int, step: int) -> None:
        if not length:
            return
        if step == 0 and self.steps and self.steps[-1] == 0 and self.source_ends[-1] == low:
            self.source_ends[-1] = high
        elif (
            step and self.steps and (self.steps[-1], self.source_starts[-1], self.source_ends[-1]) == (step, low, high)
        ):
            pass  # a written segment that was copied in two parts
        else:
            self.starts.append(self.length)
            self.source_starts.append(low)
            self.source_ends.append(high)
            self.steps.append(step)
        self.length += length

    def replace(self, length: int, low: int, high: int, name: str) -> None:
        """Source that was rewritten in `length` characters; with none it was cut."""
        step = self.index.get(name)
        if step is None:
            step = self.step(name)
        if length:
            self.add(length, low, high, step)
        elif low < high:
            self.cuts.append((low, high, step))

    def cut(self, low: int, high: int, name: str) -> None:
        self.cuts.append((low, high, self.step(name)))

    def build(self, earlier: tuple[tuple[int, int, int], ...]) -> Alignment:
        columns = [self.steps, self.source_ends, self.source_starts, self.starts]
        del self.steps, self.source_ends, self.source_starts, self.starts  # each goes as its tuple is made
        return Alignment(
            self.length,
            tuple(columns.pop()),
            tuple(columns.pop()),
            tuple(columns.pop()),
            tuple(columns.pop()),
            tuple(self.names),
            tuple(sorted((*earlier, *self.cuts))),
        )
