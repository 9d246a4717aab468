"""The gutter of a region of a PDF page: the white stripe between columns of text, and the rows that it parts."""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.ingest.readers.pdf_chars import Word
from pipeline.ingest.readers.pdf_rows import Row, median, white

_STEP = 2.0  # points: how finely white is looked for
_NARROWEST = 0.5  # em: the least width of a gutter, and
_ORDINARY = 1.5  # times the ordinary space between words
_ROWS = ((2.0, 3), (1.0, 4), (0.0, 6))  # a gutter of so many em must part so many rows: the narrower, the more
_APART = 3.0  # em: white over the whole width that ends a band of columns
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
        if _is_wide(gutter, depth, band) and _parts_text(band, gutter):
            return _trimmed(rows, gutter)
    return None


def _rank(gutter: Gutter, depth: int) -> tuple[float, ...]:
    return -depth, gutter.left - gutter.right, gutter.first, gutter.left


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
    count = int((max(row.right for row in rows) - low) / _STEP) + 2
    since = [0] * count
    runs: set[tuple[int, int, int]] = set()
    for number, row in enumerate(rows):
        for word in row.words:
            for place in range(int((word.left - low) / _STEP), int((word.right - low) / _STEP) + 1):
                if number - since[place] >= _ROWS[0][1]:
                    runs.add((since[place], number, place))
                since[place] = number + 1
    runs.update((start, len(rows), place) for place, start in enumerate(since) if len(rows) - start >= _ROWS[0][1])
    return [(first, end, low + _STEP * (place + 0.5)) for first, end, place in sorted(runs) if 0 < place < count - 1]


def _is_wide(gutter: Gutter, depth: int, band: Sequence[Row]) -> bool:
    em = median(row.size for row in band)
    width = gutter.right - gutter.left
    spaces = [b.left - a.right for row in band for a, b in itertools.pairwise(row.words) if a.right != gutter.left]
    if width < _NARROWEST * em or width < _ORDINARY * median(spaces):
        return False
    return depth >= next(rows for ems, rows in _ROWS if width >= ems * em)


def _parts_text(band: Sequence[Row], gutter: Gutter) -> bool:
    """Whether running text stands on both sides, not the cells of a table.

    Lines of running text have some words, are about as long as each other, and begin in lower case now and then;
    cells do not. What stands beside running text (contacts, a list) need not run itself, if it keeps no step with it.
    """
    sides = [_pieces(band, gutter, left=left) for left in (True, False)]
    if not all(_fills(side) for side in sides):
        return False
    low, high = sorted(_running(side) for side in sides)
    together = sum(row.left < gutter.middle < row.right for row in band)
    return high >= 0.3 and (low >= 0.2 or together < 0.7 * min(map(len, sides)))


def _pieces(band: Sequence[Row], gutter: Gutter, *, left: bool) -> list[list[Word]]:
    """The lines on one side; where that side has columns itself, the lines of these."""
    pieces: list[list[Word]] = []
    for row in band:
        words = [word for word in row.words if (word.left < gutter.middle) == left]
        wide = max(0.7 * (gutter.right - gutter.left), 0.75 * row.size)
        for number, word in enumerate(words):
            if number == 0 or word.left - words[number - 1].right > wide:
                pieces.append([])
            pieces[-1].append(word)
    return pieces


def _fills(pieces: Sequence[Sequence[Word]]) -> bool:
    """Whether most lines are long for their column, have some words, and these are not figures."""
    widths = [line[-1].right - line[0].left for line in pieces]
    words = sum(map(len, pieces))
    figures = sum(word.text[0].isdigit() for line in pieces for word in line)
    return median(widths) >= 0.5 * max(widths) and words >= 2.5 * len(pieces) and figures < 0.35 * words


def _running(pieces: Sequence[Sequence[Word]]) -> float:
    """The share of lines that begin in the middle of a sentence."""
    return sum(line[0].text[0].islower() for line in pieces) / len(pieces)


def _trimmed(rows: Sequence[Row], gutter: Gutter) -> Gutter:
    """The gutter without the rows at its ends, or after white in it, that belong to what is above or below."""
    first, end, x = gutter.first, gutter.end, gutter.middle
    body = median(row.size for row in rows[first:end])
    while 0 < first < end - 1 and _ends_above(rows[first - 1], rows[first], x):
        first += 1
    for number in range(first + 1, end):
        if white(rows[number - 1], rows[number]) > _APART or _is_head(rows, number, gutter, body):
            return gutter._replace(first=first, end=number)
    for number in range(end - 1, max(first, end - 4), -1):
        if rows[number].right > x:
            break
        space = white(rows[number - 1], rows[number])
        below = white(rows[end - 1], rows[end]) if end < len(rows) else 1.0
        if space > 0.5 + max(0.0, below):
            return gutter._replace(first=first, end=number)
    return gutter._replace(first=first)


def _ends_above(above: Row, row: Row, x: float) -> bool:
    """Whether a row that has words on the left only is the last, short line of what goes over the full width."""
    return row.right < x and abs(row.size - above.size) < 0.05 * above.size and white(above, row) < 0.6


def _is_head(rows: Sequence[Row], number: int, gutter: Gutter, body: float) -> bool:
    """A heading on the left with white beside, above and below it heads both columns."""
    row = rows[number]
    if row.right > gutter.middle or row.size < 1.15 * body or white(rows[number - 1], row) < 0.4:
        return False
    return number + 1 < gutter.end and rows[number + 1].right > gutter.middle and white(row, rows[number + 1]) > 0.1
