"""From units to the cleaned text: the edits that join, separate and clean lines, and where the blocks are then."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from pipeline.alignment import Alignment, Edit
from pipeline.ingest.blocks.lines import ends_hyphen, is_bullet, list_marker
from pipeline.ingest.blocks.units import Unit
from pipeline.ingest.repair.edits import merge_edits
from pipeline.ingest.repair.hyphens import HANGING, JOINED, Hyphens
from pipeline.ingest.repair.inline import InlineRepair

_TIGHT = frozenset({"list_item", "table"})


class Shift:
    """Carries positions of a text over to the text that edits make of it."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        self._deltas = [0, *accumulate(len(edit.replacement) - (edit.end - edit.start) for edit in edits)]
        self._edits = edits

    def start(self, position: int) -> int:
        """Where a span that began here begins: after what was inserted before it."""
        index = bisect_right(self._ends, position)
        if index < len(self._starts) and self._starts[index] < position:
            position = self._starts[index]
        return position + self._deltas[index]

    def end(self, position: int) -> int:
        """Where a span that ended here ends: before what was inserted after it."""
        index = bisect_left(self._ends, position)
        while index < len(self._ends) and self._ends[index] == position and self._starts[index] < position:
            index += 1
        if index < len(self._starts) and self._starts[index] < position:
            edit = self._edits[index]
            return edit.start + len(edit.replacement) + self._deltas[index]
        return position + self._deltas[index]


class Rendered(NamedTuple):
    """The cleaned text, its alignment and for each kept unit its span there."""

    text: str
    alignment: Alignment
    spans: tuple[tuple[int, int], ...]


class Renderer:
    """Writes the units of one document out, with the knowledge of its language."""

    def __init__(self, inline: InlineRepair, hyphens: Hyphens | None) -> None:
        self._inline = inline
        self._hyphens = hyphens

    def render(self, text: str, alignment: Alignment, units: Sequence[Unit]) -> Rendered:
        """The cleaned text of the units that are not dropped, in their order."""
        text, alignment, units = _reordered(*_without_dropped(text, alignment, units))
        inside = _Inside(text, self._inside(text))
        edits: list[Edit] = []
        position = 0
        for index, unit in enumerate(units):
            separator = _separator(units[index - 1], unit) if index else ""
            step = "blocks separated" if index else "white space removed"
            edits += _gap(text, position, unit.lines[0][0], separator, step)
            edits += self._unit(text, unit, inside)
            position = unit.lines[-1][1]
        edits += _gap(text, position, len(text), "", "white space removed")
        return Rendered(*alignment.apply(text, edits), _spans(units, Shift(edits)))

    def _inside(self, text: str) -> list[Edit]:
        edits = self._inline.edits(text)
        return merge_edits(self._hyphens.inside(text), edits) if self._hyphens else edits

    def _unit(self, text: str, unit: Unit, inside: "_Inside") -> Iterable[Edit]:
        (start, end), *others = unit.lines
        marker = list_marker(text[start : min(end, start + 20)]) if unit.kind == "list_item" else 0
        if marker and is_bullet(text[start : start + 20]):
            yield Edit(start, start + marker, "", "list marker removed")
            start += marker
        for low, high in others:
            if text[end - 1].isalpha():  # by far the most
                join = Edit(end, low, " ", "line joined")
            else:
                join = self._join(text, (start, end), (low, high))
            yield from inside.take(start, join.start, unit)
            yield join
            start, end = low, high
        yield from inside.take(start, end, unit)

    def _join(self, text: str, above: tuple[int, int], below: tuple[int, int]) -> Edit:
        """The edit that makes one line of two."""
        end, start = above[1], below[0]
        if not ends_hyphen(text[max(above[0], end - 3) : end]):
            return Edit(end, start, " ", "line joined")
        sign = text[end - 1]
        if self._hyphens is None or sign in "\u00ad\u00ac":
            return Edit(end - 1, start, "", JOINED.step)
        found = self._hyphens.decide(text[max(above[0], end - 81) : end - 1], text[start : min(below[1], start + 80)])
        if found == JOINED:
            return Edit(end - 1, start, "", JOINED.step)
        if sign == "-":
            return Edit(end, start, " " if found == HANGING else "", found.step)
        return Edit(end - 1, start, found.between, "hyphen restored")


class _Inside:
    """The edits inside lines, handed out line by line in their order."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        self._text = text
        self._edits = edits
        self._next = 0

    def take(self, start: int, end: int, unit: Unit) -> Sequence[Edit]:
        """The edits inside the line `[start, end)`; in a table, wide gaps part cells."""
        edits, first = self._edits, self._next
        while first < len(edits) and edits[first].start <= start:
            first += 1
        last = first
        while last < len(edits) and edits[last].end < end:
            last += 1
        self._next = last
        if unit.kind != "table" or first == last:
            return edits[first:last]
        return [
            edit._replace(replacement=" | ", step="cells separated") if self._parts_cells(edit) else edit
            for edit in edits[first:last]
        ]

    def _parts_cells(self, edit: Edit) -> bool:
        """A tab or three blanks with no bar beside them."""
        gap = self._text[edit.start : edit.end]
        bars = "|" in self._text[edit.start - 1 : edit.end + 1]
        return edit.step == "spaces joined" and not bars and ("\t" in gap or len(gap) > 2)


def _spans(units: Sequence[Unit], shift: Shift) -> tuple[tuple[int, int], ...]:
    """Where the units are after the edits."""
    return tuple((shift.start(unit.lines[0][0]), shift.end(unit.lines[-1][1])) for unit in units)


def _separator(above: Unit, below: Unit) -> str:
    return "\n" if above.kind == below.kind and above.kind in _TIGHT else "\n\n"


def _gap(text: str, start: int, end: int, separator: str, step: str) -> list[Edit]:
    return [] if text[start:end] == separator else [Edit(start, end, separator, step)]


def _without_dropped(text: str, alignment: Alignment, units: Sequence[Unit]) -> tuple[str, Alignment, list[Unit]]:
    """Take the dropped units out of the text."""
    edits = [Edit(start, end, "", unit.reason) for unit in units if unit.reason for start, end in unit.lines]
    if not edits:
        return text, alignment, list(units)
    edits.sort()
    shift = Shift(edits)
    kept = [
        unit._replace(lines=tuple((shift.start(a), shift.end(b)) for a, b in unit.lines))
        for unit in units
        if not unit.reason
    ]
    text, alignment = alignment.apply(text, edits)
    return text, alignment, kept


def _reordered(text: str, alignment: Alignment, units: list[Unit]) -> tuple[str, Alignment, list[Unit]]:
    """Bring the lines into the order of the units, where it is not the text's."""
    lines = [line for unit in units for line in unit.lines]
    if all(above[1] <= below[0] for above, below in pairwise(lines)):
        return text, alignment, units
    text, alignment = alignment.select(text, lines, "white space removed")
    position, moved = 0, []
    for unit in units:
        placed = []
        for start, end in unit.lines:
            placed.append((position, position + end - start))
            position += end - start
        moved.append(unit._replace(lines=tuple(placed)))
    return text, alignment, moved
