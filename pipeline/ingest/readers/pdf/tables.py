"""Tables that are drawn with rules: a row of cells makes a line, however many lines a cell has."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.ingest.readers.pdf.rows import make_line, make_rows
from pipeline.ingest.readers.pdf.rules import Grid, Rule, Rules, find_grids
from pipeline.ingest.readers.pdf.words import Word

_SAME = 4.0  # points: rules so near part the same cells
_FILLED = 0.3  # of the cells of a table have text; those of a chart have not
_FEW = 4  # words, or cells, that are worth a look
_MOST = 5000  # cells
_LONG = 1500  # characters of a cell: the frame of a page is no table


class Framed(NamedTuple):
    """The words of a page outside of boxes, each row of a table as one word, and the words in each box."""

    words: list[Word]
    boxes: list[list[Word]]


def part_framed(words: Sequence[Word], rules: Rules) -> Framed:
    """Rows of tables put together, and what stands in a box beside the text taken out of it."""
    boxes: list[list[Word]] = []
    left = list(words)
    for grid in sorted(find_grids(rules), key=lambda grid: (grid.box.right - grid.box.left, grid.box)):
        inside = [word for word in left if _is_in(word, grid)]
        if len(inside) < _FEW:
            continue
        inner, rows = frozenset(inside), _table(grid, inside)
        outside = [word for word in left if word not in inner]
        if rows:
            left = [*outside, *rows]
        elif len(_places(grid.upright)) == 2 and _is_aside(inside, outside, grid):
            left = outside
            boxes.append(inside)
    return Framed(left, sorted(boxes, key=lambda box: (-box[0].base, box[0].left)))


def _is_in(word: Word, grid: Grid) -> bool:
    return grid.box.holds((word.left + word.right) / 2, word.base + 0.3 * word.size)


def _is_aside(inside: Sequence[Word], outside: Sequence[Word], grid: Grid) -> bool:
    """Whether a box stands between lines on both of its sides, so that no straight gutter parts it from them."""
    low, high = grid.box.bottom, grid.box.top
    beside = [word for word in outside if low < word.base < high]
    before = {round(word.base) for word in beside if word.right < grid.box.left + 1}
    after = {round(word.base) for word in beside if word.left > grid.box.right - 1}
    lines = len({round(word.base) for word in inside})
    return lines > 1 and min(len(before), len(after)) > 1 and len(inside) < len(outside)


def _table(grid: Grid, words: Sequence[Word]) -> list[Word]:
    """The rows of a table, each as one word; none where there is one cell, or a frame around something else."""
    xs, ys = _places(grid.upright), _places(grid.level)[::-1]
    if len(xs) < 3 or len(ys) < 3 or len(xs) * len(ys) > _MOST:
        return []
    wide = [_merged(xs, grid.upright, (top + foot) / 2) for top, foot in itertools.pairwise(ys)]
    high = [_merged(ys, grid.level, (left + right) / 2) for left, right in itertools.pairwise(xs)]
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        row, column = _place(word, xs, ys)
        cells.setdefault((high[column][row], wide[row][column]), []).append(word)
    number = len({(high[column][row], wide[row][column]) for row in range(len(wide)) for column in range(len(high))})
    if len(cells) < max(_FEW, _FILLED * number) or len({column for _, column in cells}) < 2:
        return []
    texts = {place: _text(inside) for place, inside in cells.items()}
    if max(map(len, texts.values())) > _LONG:
        return []
    rows = itertools.groupby(sorted(cells), key=lambda place: place[0])
    return [_row(grid, [(texts[place], cells[place]) for place in places]) for _, places in rows]


def _places(rules: Sequence[Rule]) -> list[float]:
    """Where rules are, those close together once, in rising order."""
    places: list[float] = []
    for rule in sorted(rules):
        if not places or rule.at - places[-1] > _SAME:
            places.append(rule.at)
    return places


def _merged(places: Sequence[float], rules: Sequence[Rule], middle: float) -> list[int]:
    """For each space between two places the first one that it makes a cell with: no rule parts them at `middle`."""
    starts: list[int] = []
    for index, place in enumerate(places[:-1]):
        ruled = any(abs(rule.at - place) <= _SAME and rule.start <= middle <= rule.end for rule in rules)
        starts.append(index if ruled or not starts else starts[-1])
    return starts


def _place(word: Word, xs: Sequence[float], ys: Sequence[float]) -> tuple[int, int]:
    """Row and column that a word stands in."""
    x, y = (word.left + word.right) / 2, word.base + 0.3 * word.size
    column = sum(place <= x for place in xs) - 1
    row = sum(place >= y for place in ys) - 1
    return min(max(row, 0), len(ys) - 2), min(max(column, 0), len(xs) - 2)


def _text(words: Sequence[Word]) -> str:
    """The lines of a cell, one below the other."""
    rows = make_rows(words)
    margin, right = min(row.left for row in rows), max(row.right for row in rows)
    return "\n".join(make_line(row, margin, right).text.replace("\t", " ") for row in rows)


def _row(grid: Grid, cells: Sequence[tuple[str, list[Word]]]) -> Word:
    words = [word for _, inside in cells for word in inside]
    base, size = max(word.base for word in words), sorted(word.size for word in words)[len(words) // 2]
    return Word("\t".join(text for text, _ in cells), grid.box.left, grid.box.right, base, size, table=True)
