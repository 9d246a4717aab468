"""Short texts beside each other at the head or the foot of a page: letterheads, sender and date, signatures, contacts.

They look like a table of two columns, but are read one after the other. A table has figures, or more rows and columns.
"""

import itertools
from collections.abc import Iterator, Sequence

from pipeline.ingest.readers.pdf.rows import Row, white

_WIDE = 1.6  # em of the smaller print: the white between them
_CLOSE = 2.5  # em of the smaller print: more white parts a letterhead from a title, or from a running head
_APART = 0.6  # em: the white above what closes a text
_HEAD, _FOOT = 14, 7  # rows that a letterhead, or what closes a text, has at most
_SHORT, _MOST = 5, 10  # words that a line of theirs has, as a rule and at most
_LONG = 0.6  # of the width of the text: a row of words without white is running text


def head_beside(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """Rows first:end at the head of a text, and the x that parts them."""
    count = next((i for i, row in enumerate(rows) if _runs(row, rows)), len(rows))
    return _parted(rows, range(min(count, _HEAD))) if count <= _HEAD else None


def foot_beside(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """Rows first:end at the foot of a text, and the x that parts them; the text above has to run."""
    last = next((i for i in reversed(range(len(rows))) if _runs(rows[i], rows)), -1)
    if last < 0 or len(rows) - last - 1 > _FOOT:
        return None
    found = _parted(rows, range(last + 1, len(rows)))
    return found if found and white(rows[found[0] - 1], rows[found[0]]) > _APART else None


def _runs(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row is running text."""
    width = max(row.right for row in rows) - min(row.left for row in rows)
    return len(row.words) > 5 and row.right - row.left > _LONG * width and not any(_gaps(row))


def _gaps(row: Row) -> Iterator[tuple[float, float]]:
    for before, after in itertools.pairwise(row.words):
        if after.left - before.right > _WIDE * min(before.size, after.size):
            yield before.right, after.left


def _parted(rows: Sequence[Row], zone: range) -> tuple[int, int, float] | None:
    """The longest run of rows in a zone that one upright stripe of white parts into two texts."""
    found: tuple[int, int, float] | None = None
    for low, high in {gap for number in zone for gap in _gaps(rows[number])}:
        for first, end in _free(rows, zone, (low + high) / 2):
            if (found is None or end - first > found[1] - found[0]) and _are_texts(rows[first:end], (low + high) / 2):
                found = first, end, (low + high) / 2
    return found


def _free(rows: Sequence[Row], zone: range, x: float) -> Iterator[tuple[int, int]]:
    """The runs of rows close to each other that have no word at x, and more than a space there."""
    first = zone.start
    for number in zone:
        row, above = rows[number], rows[number - 1]
        if number > first and above.base - row.base - row.size > _CLOSE * min(above.size, row.size):
            yield first, number
            first = number
        if not (row.right < x or row.left > x or any(low < x < high for low, high in _gaps(row))):
            yield first, number
            first = number + 1
    yield first, zone.stop


def _are_texts(rows: Sequence[Row], x: float) -> bool:
    """Whether some rows have words on both sides, two lines at least on one, and no columns of figures."""
    left = [row for row in rows if row.left < x]
    right = [row for row in rows if row.right > x]
    both = sum(row.left < x < row.right for row in rows)
    if not both or max(len(left), len(right)) < 2 or sum(len(list(_gaps(row))) > 1 for row in rows) > 0.5 * both:
        return False
    cells = [[word.text for word in row.words if (word.left > x) == side] for row in rows for side in (False, True)]
    if sum(map(len, cells)) > _SHORT * sum(map(bool, cells)) or max(map(len, cells)) > _MOST:
        return False
    figures = sum(cell[0][0].isdigit() and not any(map(str.isalpha, "".join(cell))) for cell in cells if cell)
    return 4 * figures < len(rows)
