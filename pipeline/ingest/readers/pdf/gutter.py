"""The gutter of a region of a PDF page: the white stripe between columns of text, and the rows that it parts."""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.ingest.blocks.lines import ends_sentence
from pipeline.ingest.readers.pdf.rows import Row, median, white
from pipeline.ingest.readers.pdf.words import Word

_STEP = 2.0  # points: how finely white is looked for
_PLACES = 600  # where it is looked for at most, on posters
_NARROWEST = 0.5  # em: the least width of a gutter, and
_ORDINARY = 1.5  # times the ordinary space between words, unless it parts
_MANY = 10  # rows: words never leave white in one place so often
_ROWS = ((2.0, 3), (1.0, 4), (0.0, 6))  # a gutter of so many em must part so many rows: the narrower, the more
_APART = 3.0  # em: white over the whole width that ends a band of columns
_COVERED = 0.3  # of a column's area that its lines cover; cells of a table cover less
_TRIED = 24  # candidates looked at closely


class Gutter(NamedTuple):
    """The white between x = `left` and `right` beside the rows from number `first` up to, not including, `end`."""

    first: int
    end: int
    left: float
    right: float

    @property
    def middle(self) -> float:
        """The x that parts the columns."""
        return (self.left + self.right) / 2


def find_gutter(rows: Sequence[Row]) -> Gutter | None:
    """The gutter beside the most rows that has running text on both sides; None where there is one column."""
    found = sorted(dict(_candidates(rows)).items(), key=lambda item: _rank(*item))
    for gutter, depth in found[:_TRIED]:
        band = rows[gutter.first : gutter.end]
        if _is_wide(gutter, depth, band) and _parts_text(band, gutter.middle):
            return _trimmed(rows, gutter)
    return None


def _rank(gutter: Gutter, depth: int) -> tuple[float, ...]:
    return -depth, gutter.first - gutter.end, gutter.left - gutter.right, gutter.first, gutter.left


def _candidates(rows: Sequence[Row]) -> Iterator[tuple[Gutter, int]]:
    """White stripes with rows on both sides, and how many rows the side with fewer has."""
    seen: set[tuple[int, int, int]] = set()
    least = _ROWS[0][1]
    for first, end, x in _runs(rows):
        counts = [0, 0]
        left, right = float("-inf"), float("inf")
        for row in rows[first:end]:
            if row.left > x:
                right = min(right, row.left)
                counts[1] += 1
            elif row.right < x:
                left = max(left, row.right)
                counts[0] += 1
            else:
                before, after = _around(row, x)
                left, right = max(left, before), min(right, after)
                counts = [counts[0] + 1, counts[1] + 1]
        if min(counts) >= least and (key := (first, end, round(left))) not in seen:
            seen.add(key)
            yield Gutter(first, end, left, right), min(counts)


def _around(row: Row, x: float) -> tuple[float, float]:
    """The edges of the words on both sides of a place that is white."""
    for before, after in itertools.pairwise(row.words):
        if after.left >= x:
            return before.right, after.left
    return row.words[-1].right, row.right


def _runs(rows: Sequence[Row]) -> list[tuple[int, int, float]]:
    """Every (first, end, x) such that the rows first:end, and not one more, are white at x."""
    low = min(row.left for row in rows)
    width = max(row.right for row in rows) - low
    step = max(_STEP, width / _PLACES)
    count = int(width / step) + 2
    since = [0] * count
    runs: set[tuple[int, int, int]] = set()
    for number, row in enumerate(rows):
        for word in row.words:
            for place in range(int((word.left - low) / step), int((word.right - low) / step) + 1):
                if number - since[place] >= _ROWS[0][1]:
                    runs.add((since[place], number, place))
                since[place] = number + 1
    runs.update((start, len(rows), place) for place, start in enumerate(since) if len(rows) - start >= _ROWS[0][1])
    return [(first, end, low + step * (place + 0.5)) for first, end, place in sorted(runs) if 0 < place < count - 1]


def _is_wide(gutter: Gutter, depth: int, band: Sequence[Row]) -> bool:
    em = median(row.size for row in band)
    width = gutter.right - gutter.left
    spaces = [b.left - a.right for row in band for a, b in itertools.pairwise(row.words) if a.right != gutter.left]
    if width < _NARROWEST * em or (depth < _MANY and width < _ORDINARY * median(spaces)):
        return False
    return depth >= next(rows for ems, rows in _ROWS if width >= ems * em)


def _parts_text(band: Sequence[Row], x: float) -> bool:
    """Whether running text stands on both sides, not the cells of a table.

    Running text has some words a line, leaves little white, and begins lines in lower case now and then; cells do
    not. What stands beside it (contacts, a list) need not run itself, if it keeps no step with it.
    """
    sides = [[line for row in band if (line := _side(row, x, left=left))] for left in (True, False)]
    if any(line[0].table for side in sides for line in side):
        sides = [[line for line in side if not line[0].table] for side in sides]
        if not all(sides):
            return True  # a table that is drawn, beside text
    if not all(_fills(side) for side in sides):
        return _stands_beside(band, x, sides)
    low, high = sorted(_running(side) for side in sides)
    together = sum(row.left < x < row.right for row in band)
    if high >= 0.3 and (low >= 0.2 or together < 0.7 * min(map(len, sides))):
        return True
    return _stands_beside(band, x, sides)


def _stands_beside(band: Sequence[Row], x: float, sides: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Whether short lines (key points, contacts) stand beside running text: close together, and out of step with it.

    The cells of a table are in step with those beside them, or as far apart as its rows.
    """
    short, text = sorted(sides, key=len)
    if len(text) < 2 * len(short) or not _fills(text) or _running(text) < 0.3:
        return False
    size = median(line[0].size for line in short)
    falls = [a[0].base - b[0].base for a, b in itertools.pairwise(short)]
    far = sum(fall > max(1.8 * size, min(1.3 * median(falls), 3 * size)) for fall in falls)
    both = [(_side(row, x, left=True)[0], _side(row, x, left=False)[0]) for row in band if row.left < x < row.right]
    steps = median(abs(left.base - right.base) / left.size for left, right in both)
    prints = median(abs(left.size - right.size) / left.size for left, right in both)
    return 2 * far < len(short) - 1 and (steps > 0.08 or prints > 0.04)


def _side(row: Row, x: float, *, left: bool) -> list[Word]:
    return [word for word in row.words if (word.left < x) == left]


def _fills(lines: Sequence[Sequence[Word]]) -> bool:
    """Whether lines are mostly words, some in each, and cover their column."""
    words = [word for line in lines for word in line]
    figures = sum(word.text[0].isdigit() for word in words)
    size = median(word.size for word in words)
    width = max(word.right for word in words) - min(word.left for word in words)
    height = lines[0][0].base - lines[-1][0].base + 1.2 * size
    covered = sum(word.right - word.left for word in words) * 1.2 * size / (width * max(height, size))
    return len(words) >= 2.5 * len(lines) and figures < 0.35 * len(words) and covered > _COVERED


def _running(lines: Sequence[Sequence[Word]]) -> float:
    """The share of lines that begin in the middle of a sentence."""
    return sum(line[0].text[0].islower() for line in lines) / len(lines)


def _trimmed(rows: Sequence[Row], gutter: Gutter) -> Gutter:
    """The gutter without the rows at its ends, or after white in it, that belong to what is above or below."""
    first, end, x = gutter.first, gutter.end, gutter.middle
    body = median(row.size for row in rows[first:end])
    while 0 < first < end - 1 and _ends_above(rows[first - 1], rows[first], x, body):
        first += 1
    for number in range(first + 1, end):
        if white(rows[number - 1], rows[number]) > _APART or _is_head(rows, number, gutter, body):
            return gutter._replace(first=first, end=number)
    for number in range(end - 1, max(first, end - 4), -1):
        if rows[number].right > x:
            break
        space = white(rows[number - 1], rows[number])
        below = white(rows[end - 1], rows[end]) if end < len(rows) else 1.0
        if space > 0.5 + max(0.0, below) or (number == end - 1 and _heads_below(rows, number, gutter)):
            return gutter._replace(first=first, end=number)
    return gutter._replace(first=first)


def _ends_above(above: Row, row: Row, x: float, body: float) -> bool:
    """Whether a row that has words on one side only is the last, short line of what goes over the full width."""
    if abs(row.size - above.size) > 0.05 * above.size or white(above, row) > 0.6:
        return False
    return row.right < x or (row.left > x and abs(row.size - body) > 0.05 * body)


def _heads_below(rows: Sequence[Row], number: int, gutter: Gutter) -> bool:
    """Whether the last row of the left column is a short heading of what follows over the full width."""
    row = rows[number]
    if number + 1 >= len(rows) or gutter.left - row.right < 3 * row.size:
        return False
    before = _side(rows[number - 1], gutter.middle, left=True)
    opens = not row.words[0].text[0].islower() and not rows[number + 1].words[0].text[0].islower()
    return opens and bool(before) and ends_sentence(before[-1].text) and not ends_sentence(row.words[-1].text)


def _is_head(rows: Sequence[Row], number: int, gutter: Gutter, body: float) -> bool:
    """A heading on the left with white beside, above and below it heads both columns."""
    row = rows[number]
    if row.right > gutter.middle or row.size < 1.15 * body or white(rows[number - 1], row) < 0.4:
        return False
    return number + 1 < gutter.end and rows[number + 1].right > gutter.middle and white(row, rows[number + 1]) > 0.1
