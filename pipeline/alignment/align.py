"""Alignments are made by the steps that repair a text, and compose over any number of steps."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.alignment.builder import SegmentBuilder
from pipeline.alignment.segments import Segments


class Edit(NamedTuple):
    """Replace `text[start:end]` by `replacement`; `step` names what was done, such as `hyphen joined`."""

    start: int
    end: int
    replacement: str
    step: str


class Alignment(Segments, frozen=True, dict=True):
    """Where each character of a cleaned text came from; a step that changes the text makes a new one."""

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
        builder = SegmentBuilder(self.names)
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
        return made, self._built(builder)

    def _is_inside(self, index: int, start: int, end: int) -> bool:
        """Whether a piece that begins in or after the segment `index` lies inside it, and it is copied."""
        if index >= len(self.starts) or self.steps[index] or start <= self.starts[index]:
            return False
        return end < self.end_of(index)

    def select(self, text: str, spans: Sequence[tuple[int, int]], step: str) -> tuple[str, "Alignment"]:
        """Keep only these spans of the present text, in this order (which need not be the text's): text and alignment.

        What is in no span is recorded as cut by `step`.
        """
        builder = SegmentBuilder(self.names)
        for start, end in spans:
            self._copy(builder, start, end)
        position = 0
        for start, end in sorted(spans):
            self._cut(builder, position, start, step)
            position = max(position, end)
        self._cut(builder, position, len(text), step)
        return "".join(text[start:end] for start, end in spans), self._built(builder)

    def _built(self, builder: SegmentBuilder) -> "Alignment":
        """The alignment of the segments, with the cuts of the steps before."""
        cuts = tuple(sorted((*self.cuts, *builder.cuts)))
        return Alignment(builder.length, *builder.columns(), tuple(builder.names), cuts)

    def _copy(self, builder: SegmentBuilder, start: int, end: int) -> None:
        """A span of the present text as it stands, with where it came from."""
        if start >= end:
            return
        index = bisect_right(self.starts, start) - 1
        while index < len(self.starts) and self.starts[index] < end:
            low, high = max(self.starts[index], start), min(self.end_of(index), end)
            if self.steps[index] == 0:
                offset = self.source_starts[index] - self.starts[index]
                builder.add(high - low, low + offset, high + offset, 0)
            else:
                builder.add(high - low, self.source_starts[index], self.source_ends[index], self.steps[index])
            index += 1

    def _edit(self, builder: SegmentBuilder, edit: Edit) -> None:
        """An edit of text that came from several segments, or from what a step wrote."""
        if not edit.replacement:
            self._cut(builder, edit.start, edit.end, edit.step)
            return
        spans = self.source_spans(edit.start, edit.end) if edit.start < edit.end else []
        if not spans:
            at = self.source_position(edit.start)
            spans = [(at, at)]
        low, high = min(s[0] for s in spans), max(s[1] for s in spans)
        if sum(e - s for s, e in spans) != high - low:  # pieces far apart: keep the first, list the rest as cut
            low, high = spans[0]
            for cut in spans[1:]:
                builder.cut(*cut, edit.step)
        builder.add(len(edit.replacement), low, high, builder.step(edit.step))

    def _cut(self, builder: SegmentBuilder, start: int, end: int, step: str) -> None:
        """A span of the present text that a step takes out."""
        if start < end:
            for low, high in self.source_spans(start, end):
                builder.cut(low, high, step)
