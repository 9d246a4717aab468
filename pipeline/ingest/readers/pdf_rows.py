"""Words of a PDF page on one baseline: rows, the lines that they make, and the white between them."""

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.ingest.readers.pdf_chars import Word

_SAME = 0.6  # em: a word whose baseline is nearer stands on the same row (a raised figure does)
_TAB = 2.2  # em: a wider gap parts cells
_NARROW = 22  # em: in a narrower column two words may be spread to fill a line


class Row(NamedTuple):
    """Words on one baseline from left to right, over the whole width of a region."""

    words: tuple[Word, ...]
    left: float
    right: float
    base: float
    size: float

    def gap(self) -> float:
        """The widest white inside the row."""
        return max((b.left - a.right for a, b in itertools.pairwise(self.words)), default=0.0)


class PdfLine(NamedTuple):
    """A line of a column, its cells parted by tabs where the gaps are wide; `first`: the width of its first word."""

    text: str
    left: float
    right: float
    base: float
    size: float
    first: float


class PdfColumn(NamedTuple):
    """Lines from top to bottom and how far they could have gone to the right."""

    lines: tuple[PdfLine, ...]
    right: float


def make_rows(words: Iterable[Word]) -> list[Row]:
    """The rows of a region from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.base, word.left, word.text)):
        near = rows[-1][0] if rows else None
        if near and near.base - word.base < _SAME * min(near.size, word.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_row(sorted(row, key=lambda word: word.left)) for row in rows]


def _row(words: Sequence[Word]) -> Row:
    longest = max(words, key=lambda word: len(word.text))
    return Row(tuple(words), words[0].left, max(word.right for word in words), longest.base, longest.size)


def white(above: Row, below: Row) -> float:
    """The height of the white between two rows, in em of the larger print."""
    return (above.base - below.base - below.size) / max(above.size, below.size)


def median(values: Iterable[float]) -> float:
    """The middle value, the upper one of two; 0 for none."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0.0


def make_line(row: Row, margin: float, right: float) -> PdfLine:
    """A row as a line of text; `margin` and `right` are the edges of its column."""
    pieces = [row.words[0].text]
    tab = float("inf") if _is_stretched(row, margin, right) else _TAB * row.size
    for before, after in itertools.pairwise(row.words):
        gap = after.left - before.right
        pieces += ["\t" if gap > tab else " " if gap > 0.1 * after.size else "", after.text]
    return PdfLine("".join(pieces), row.left, row.right, row.base, row.size, row.words[0].right - row.left)


def _is_stretched(row: Row, margin: float, right: float) -> bool:
    """Whether a line of running text was spread to fill its column: white to white alike, from edge to edge."""
    gaps = [after.left - before.right for before, after in itertools.pairwise(row.words)]
    if not gaps or max(gaps) - min(gaps) > 0.1 * row.size or row.words[-1].text[0].isdigit():
        return False
    edges = row.left - margin < 2.5 * row.size and abs(right - row.right) < 0.3 * row.size
    return edges and (len(gaps) > 1 or right - margin < _NARROW * row.size)
