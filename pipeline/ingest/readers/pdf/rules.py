"""What is drawn on a PDF page beside text: rules, and the boxes that they make around text."""

import ctypes
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

_MOST = 4000  # drawn objects; a map or a chart has more
_CROSSINGS = 60_000  # level rules times upright ones: more is a picture
_CORNERS = 400  # of one object
_THIN = 3.0  # points: a filled stripe so thin is a rule
_SHORT = 6.0  # points: a shorter rule is a tick, or part of a letter
_NEAR = 2.5  # points: rules so near are one


class Rule(NamedTuple):
    """A level or upright line: where it is across, and from where to where it goes."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The rules of a page, those on one line that touch joined."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]


NO_RULES = Rules((), ())


def read_rules(page: Any, turn: int = 0) -> Rules:
    """The rules of a page and the edges of its boxes, turned as its words are.

    There are none where so much is drawn that it is a picture, or nothing stands level.
    """
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_CountObjects(page.raw)
    if turn % 90 or not 0 < count <= _MOST:
        return NO_RULES
    level: list[Rule] = []
    upright: list[Rule] = []
    items = (pdfium.FPDFPage_GetObject(page.raw, index) for index in range(count))
    drawn = (item for item in items if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_PATH)
    for low_x, low_y, high_x, high_y in (_turned(stroke, turn) for item in drawn for stroke in _strokes(item)):
        wide, high = high_x - low_x, high_y - low_y
        if high <= _THIN and wide >= _SHORT:
            level.append(Rule((low_y + high_y) / 2, low_x, high_x))
        elif wide <= _THIN and high >= _SHORT:
            upright.append(Rule((low_x + high_x) / 2, low_y, high_y))
    return Rules(tuple(_joined(level)), tuple(_joined(upright)))


def _turned(stroke: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    low_x, low_y, high_x, high_y = stroke
    if turn == 90:
        return low_y, -high_x, high_y, -low_x
    if turn == 180:
        return -high_x, -high_y, -low_x, -low_y
    return (-high_y, low_x, -low_y, high_x) if turn == 270 else stroke


def _strokes(item: Any) -> Iterator[tuple[float, float, float, float]]:
    """The thin boxes that a drawn object is made of: itself, or its straight edges."""
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges)):
        return
    low_x, low_y, high_x, high_y = (edge.value for edge in edges)
    if not all(abs(edge.value) < 20_000 for edge in edges):
        return
    if min(high_x - low_x, high_y - low_y) <= _THIN:
        yield low_x, low_y, high_x, high_y
        return
    for (x, y), (to_x, to_y) in itertools.pairwise(_corners(item)):
        yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def _corners(item: Any) -> Iterator[tuple[float, float]]:
    """The corners of a drawn object in the order in which they are drawn."""
    import pypdfium2.raw as pdfium

    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    count = pdfium.FPDFPath_CountSegments(item)
    if not 0 < count <= _CORNERS or not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return
    first: tuple[float, float] | None = None
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        place = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        first = (
            place if first is None or pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO else first
        )
        yield place
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield first


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """The rules in order, those joined that lie on one line and touch."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][0].at <= _NEAR:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return [rule for line in lines for rule in _touching(line)]


def _touching(line: Sequence[Rule]) -> Iterator[Rule]:
    """The rules that lie on one line, those joined that touch."""
    at = sum(rule.at for rule in line) / len(line)
    start, end = float("-inf"), float("-inf")
    for rule in sorted(line, key=lambda rule: rule.start):
        if rule.start > end + _NEAR:
            if end > start:
                yield Rule(at, start, end)
            start, end = rule.start, rule.end
        end = max(end, rule.end)
    yield Rule(at, start, end)


class Box(NamedTuple):
    """A part of a page."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in the box."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Grid(NamedTuple):
    """Rules that cross: a box, or a table with more than one cell."""

    box: Box
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]


def find_grids(rules: Rules) -> list[Grid]:
    """The rules in groups of those that touch each other, each with two level and two upright ones at least."""
    level, upright = rules.level, rules.upright
    if len(level) * len(upright) > _CROSSINGS:
        return []
    group = list(range(len(level) + len(upright)))

    def root(one: int) -> int:
        while group[one] != one:
            group[one] = group[group[one]]
            one = group[one]
        return one

    for i, flat in enumerate(level):
        for j, tall in enumerate(upright):
            if _touch(flat, tall):
                group[root(len(level) + j)] = root(i)
    members: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate([*level, *upright]):
        members.setdefault(root(number), ([], []))[number >= len(level)].append(rule)
    return [_grid(flats, talls) for flats, talls in members.values() if len(flats) > 1 and len(talls) > 1]


def _touch(flat: Rule, tall: Rule) -> bool:
    near = _NEAR + 1
    return flat.start - near <= tall.at <= flat.end + near and tall.start - near <= flat.at <= tall.end + near


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid:
    xs, ys = [rule.at for rule in upright], [rule.at for rule in level]
    return Grid(Box(min(xs), min(ys), max(xs), max(ys)), tuple(sorted(level)), tuple(sorted(upright)))
