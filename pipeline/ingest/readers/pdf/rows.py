"""Words of a PDF page on one baseline: rows, the lines that they make, and the white between them."""

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.ingest.blocks.lines import list_marker
from pipeline.ingest.raised import RAISED
from pipeline.ingest.readers.pdf.words import SMALL, Word

_SAME = 0.6  # em: a word whose baseline is nearer stands on the same row (a raised figure does)
_LEADER = re.compile(r"\s?(?:(?:\s?[.…·]){4,}|…{2,}|_{4,})\s?")  # what leads the eye from an entry to its page
_CALLS = re.compile(r"\(?\d{1,3}(?:[,-]\d{1,3})*\)?,?")  # numbers of notes, raised
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
    """A line of a column, its cells parted by tabs where the gaps are wide; `first`: the width of its first word.

    `kind` is said where the layout shows it: `table` (a row, whose cells may have several lines), or a reason to drop.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    first: float
    kind: str = ""


class PdfColumn(NamedTuple):
    """Lines from top to bottom and how far they could have gone to the right.

    `short`: each of its lines may say something by itself, as in a letterhead.
    """

    lines: tuple[PdfLine, ...]
    right: float
    short: bool = False


def make_rows(words: Iterable[Word]) -> list[Row]:
    """The rows of a region from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.base, word.left, word.text)):
        near = rows[-1][0] if rows else None
        if near and near.base - word.base < _SAME * min(near.size, word.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_row(sorted(row, key=lambda word: word.left)) for row in _with_raised(rows)]


def _with_raised(rows: Sequence[list[Word]]) -> list[list[Word]]:
    """The rows, of which those that have nothing but raised small print are part of the row below."""
    found: list[list[Word]] = []
    for row in rows:
        above = found[-1] if found else None
        if above and all(_is_raised(word, row) for word in above):
            found[-1] = above + row
        else:
            found.append(row)
    return found


def _is_raised(word: Word, row: Sequence[Word]) -> bool:
    """Whether a short word stands beside, and higher than, one in larger print: the call of a note, or its sign."""
    return len(word.text) <= 5 and any(
        word.size < SMALL * other.size
        and 0 < word.base - other.base < 0.7 * other.size
        and (
            -0.1 * other.size < word.left - other.right < 0.3 * other.size
            or -0.1 * other.size < other.left - word.right < other.size
        )
        for other in row
    )


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
    if any(word.table for word in row.words):
        text = "\t".join(word.text for word in row.words)
        return PdfLine(text, row.left, row.right, row.base, row.size, row.right - row.left, kind="table")
    pieces = [row.words[0].text]
    stretched = _is_stretched(row, margin, right)
    marked = _marked(row)
    for before, after in itertools.pairwise(row.words):
        gap, size = after.left - before.right, min(before.size, after.size)
        if after.size < SMALL * before.size and after.base > before.base + 0.1 * before.size:
            space = " " if gap > 0.3 * before.size else ""
            if _CALLS.fullmatch(after.text) or (after.text[0].isdecimal() and before.text[-1].isdigit()):
                after = after._replace(text=after.text.translate(RAISED))
        else:
            space = " " if gap > 0.1 * after.size else ""
        pieces += ["\t" if gap > _TAB * size and not stretched and before is not marked else space, after.text]
    text = _LEADER.sub("\t", "".join(pieces)).strip("\t") or "".join(pieces)
    return PdfLine(text, row.left, row.right, row.base, row.size, row.words[0].right - row.left)


def _marked(row: Row) -> Word | None:
    """The first word of a row if it is the sign or number of the text beside it, which hangs as far as it likes."""
    first, rest = row.words[0], row.words[1:]
    if not rest or any(b.left - a.right > _TAB * a.size for a, b in itertools.pairwise(rest)):
        return None
    number = first.text.isdecimal() and len(first.text) <= 3 and len(rest) >= 4
    return first if number or list_marker(f"{first.text} {rest[0].text}") else None


def _is_stretched(row: Row, margin: float, right: float) -> bool:
    """Whether a line of running text was spread to fill its column: white to white alike, from edge to edge."""
    gaps = [after.left - before.right for before, after in itertools.pairwise(row.words)]
    if not gaps or max(gaps) - min(gaps) > 0.1 * row.size or row.words[-1].text[0].isdigit():
        return False
    edges = row.left - margin < 2.5 * row.size and abs(right - row.right) < 0.3 * row.size
    return edges and (len(gaps) > 1 or right - margin < _NARROW * row.size)
