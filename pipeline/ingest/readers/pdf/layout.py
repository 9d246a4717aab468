"""The layout of a PDF page: words to columns, columns to lines, in reading order. No recursion, no drawing.

The page is cut along white as in the X-Y cut of Nagy and Seth (1984), upright cuts first: where a gutter parts two
columns of text, what is above it comes first, then the left column, the right column, and what is below; and each
of these is looked at in the same way. What goes over the full width ends a gutter, so that it parts bands by itself.
"""

from collections.abc import Iterator, Sequence

from pipeline.ingest.readers.pdf.beside import foot_beside, head_beside
from pipeline.ingest.readers.pdf.gutter import find_gutter
from pipeline.ingest.readers.pdf.margins import Joins, join_capitals, part_line_numbers
from pipeline.ingest.readers.pdf.rows import PdfColumn, Row, make_line, make_rows, white
from pipeline.ingest.readers.pdf.rules import NO_RULES, Rules
from pipeline.ingest.readers.pdf.tables import part_framed
from pipeline.ingest.readers.pdf.words import Word, Written

_EDGE = 3  # rows at the head or the foot of a page that may stand apart from the text
_DEPTH = 12  # cuts inside cuts
_ASIDE = 200.0  # points below the page: where text in another direction is put
_FEW = 6  # lines that show by themselves how wide their column is


def find_columns(page: Sequence[Written], rules: Rules, joins: Joins, *, first: bool = False) -> list[PdfColumn]:
    """The columns of a page in reading order; a piece over the full width is a column of its own.

    What is written in another direction than most of the page comes last, as if it stood below it.

    Args:
        page: its words.
        rules: what is drawn beside those that are first among them.
        joins: whether a large first letter and a word are one.
        first: whether it is the first page, which may have a letterhead.
    """
    found: list[PdfColumn] = []
    for direction in page:
        foot = min((line.base for column in found for line in column.lines), default=None)
        top = max(word.base for word in direction.words)
        move = 0.0 if foot is None else foot - top - _ASIDE
        words = [word._replace(base=word.base + move) for word in direction.words] if move else direction.words
        columns = _upright(words, NO_RULES if found else rules, joins, first=first and not found)
        found += [_named(column, "watermark") for column in columns] if direction.turn % 90 else columns
    return found


def _upright(words: Sequence[Word], rules: Rules, joins: Joins, *, first: bool) -> list[PdfColumn]:
    """The columns of the text, what stands in boxes beside it, and the numbers of its lines."""
    text, numbers = part_line_numbers(words)
    framed = part_framed(join_capitals(text, joins), rules)
    found = list(_closed(make_rows(framed.words), first=first)) if framed.words else []
    found += [column for box in framed.boxes for column in _laid_out(make_rows(box))]
    if numbers:
        rows = [Row((number,), number.left, number.right, number.base, number.size) for number in numbers]
        found.append(_named(_column(rows, rows[0].right), "line number"))
    return found


def _closed(rows: Sequence[Row], *, first: bool) -> Iterator[PdfColumn]:
    """The columns of a page with what stands beside each other at its head and its foot, if anything does."""
    limit = max(row.right for row in rows)
    if first and (head := head_beside(rows)):
        if head[0]:
            yield _column(rows[: head[0]], limit)
        yield from _halves(rows, head, limit)
        rows = rows[head[1] :]
    foot = foot_beside(rows)
    if rows[: foot[0]] if foot else rows:
        yield from _laid_out(rows[: foot[0]] if foot else rows)
    if foot:
        yield from _halves(rows, foot, limit)
        if rows[foot[1] :]:
            yield _column(rows[foot[1] :], limit)


def _halves(rows: Sequence[Row], part: tuple[int, int, float], limit: float) -> Iterator[PdfColumn]:
    start, end, x = part
    words = [word for row in rows[start:end] for word in row.words]
    for half in ([word for word in words if word.left < x], [word for word in words if word.left >= x]):
        yield _column(make_rows(half), limit)._replace(short=True)


def _laid_out(rows: Sequence[Row]) -> list[PdfColumn]:
    head, foot = _head(rows), _foot(rows)
    limit = max(row.right for row in rows)
    found = [_column(rows[:head], limit)] if head else []
    found += _cut(rows[head:foot])
    return [*found, _column(rows[foot:], limit)] if foot < len(rows) else found


def _named(column: PdfColumn, kind: str) -> PdfColumn:
    return column._replace(lines=tuple(line._replace(kind=kind) for line in column.lines))


def _cut(rows: Sequence[Row]) -> list[PdfColumn]:
    found: list[PdfColumn] = []
    waiting = [(list(rows), max(row.right for row in rows), 0)]
    while waiting:
        region, limit, depth = waiting.pop()
        gutter = find_gutter(region) if depth < _DEPTH else None
        if gutter is None:
            found.append(_column(region, limit))
            continue
        band = [word for row in region[gutter.first : gutter.end] for word in row.words]
        left = make_rows(word for word in band if word.left < gutter.middle)
        right = make_rows(word for word in band if word.left >= gutter.middle)
        parts = [(region[: gutter.first], limit), (left, gutter.left), (right, limit), (region[gutter.end :], limit)]
        waiting += [(part, edge, depth + 1) for part, edge in reversed(parts) if part]
    return found


def _column(rows: Sequence[Row], limit: float) -> PdfColumn:
    """Rows as a column; a few wider lines say nothing about where the others had to end."""
    ends = sorted(row.right for row in rows)
    right = ends[int(0.9 * len(ends))] if len(ends) >= _FEW else limit
    margin = min(row.left for row in rows)
    return PdfColumn(tuple(make_line(row, margin, right) for row in rows), right)


def _head(rows: Sequence[Row]) -> int:
    """How many rows at the top stand apart from the text."""
    for number in range(1, min(_EDGE + 1, len(rows))):
        if white(rows[number - 1], rows[number]) > 0.6:
            return number if not any(map(_is_cut_text, rows[:number])) else 0
    return 0


def _foot(rows: Sequence[Row]) -> int:
    """The number of the first row at the bottom that stands apart from the text."""
    least = max(len(rows) - _EDGE, _head(rows) + 1)
    for number in range(len(rows) - 1, least - 1, -1):
        if white(rows[number - 1], rows[number]) > 0.9:
            return number if not any(map(_is_cut_text, rows[number:])) else len(rows)
    return len(rows)


def _is_cut_text(row: Row) -> bool:
    """Whether a row looks like the first or last lines of columns: much text, and white inside it."""
    filled = sum(word.right - word.left for word in row.words)
    return row.gap() > 0.6 * row.size and filled > 0.6 * (row.right - row.left)
