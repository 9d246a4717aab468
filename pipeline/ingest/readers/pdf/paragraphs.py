"""Which lines of a PDF column are one paragraph, by the white between, the indent and the room that a line left."""

import itertools
from collections import Counter
from collections.abc import Iterator

from pipeline.ingest.blocks.lines import ends_hyphen, ends_sentence, is_bullet, list_marker
from pipeline.ingest.readers.pdf.rows import PdfColumn, PdfLine

APART, LINE, SPACE = "\n\n", "\n", " "  # what stands between two lines of the source text
_WHITE = 1.35  # times the usual distance of baselines, and
_EVEN = 1.17  # where the lines are set so evenly that any more is meant
_INDENT = (0.4, 6.0)  # em: a first line that starts so far to the right of the margin is indented


def separate(column: PdfColumn, before: tuple[PdfColumn, PdfLine] | None) -> Iterator[tuple[str, PdfLine]]:
    """Each line of a column with what parts it from the line before.

    Args:
        column: the lines.
        before: the column and line that the reader comes from, null where something stands between.
    """
    leading, margin = _leading(column), _margin(column)
    usual = leading * (_EVEN if _is_even(column, leading) else _WHITE)
    centred = 2 * sum(abs(line.left - margin) < 1 for line in column.lines) <= len(column.lines)
    above: PdfLine | None = None
    for line in column.lines:
        if above is not None:
            apart = _is_apart(above, line, usual)
            if column.short:
                apart = apart or not _is_open(above, line)
            elif _is_ragged_left(above, line, column.right, margin):
                apart = apart or not line.text[0].islower()
            elif not (centred and _is_centred(above, line)):
                apart = apart or _is_indented(above, line, margin) or _ended(above, line, column.right)
            yield (APART if apart else LINE if column.short else _within(above, line)), line
        elif before is not None and _goes_on(before, column, line):
            yield _within(before[1], line), line
        else:
            yield APART, line
        above = line


def _goes_on(before: tuple[PdfColumn, PdfLine], column: PdfColumn, line: PdfLine) -> bool:
    """Whether the first line of a column is in the middle of the paragraph that the column before ends with."""
    last_column, last = before
    if (
        last_column.short
        or column.short
        or abs(last.size - line.size) > 0.1 * line.size
        or min(len(last_column.lines), len(column.lines)) < 2
    ):
        return False
    if ends_hyphen(last.text):
        return line.text[0].isalnum()
    if line.text[0].islower():
        return not ends_sentence(last.text)
    full = last_column.right - last.right < max(1.0 * last.size, line.first)
    indents = _indents(column) or _indents(last_column)
    begins = line.left - _margin(column) > _INDENT[0] * line.size
    return full and not begins and (indents or not ends_sentence(last.text))


def _within(above: PdfLine, line: PdfLine) -> str:
    """Between lines of one paragraph; a hyphen, a list and a table keep the line end for those who read it next."""
    if _is_tied(above.text) and line.text[0].isalnum():
        return ""
    item = is_bullet(line.text) or (list_marker(line.text) and ends_sentence(above.text))
    if item or "\t" in above.text or "\t" in line.text:
        return LINE
    return LINE if ends_hyphen(above.text) and line.text[0].isalnum() else SPACE


def _is_open(above: PdfLine, line: PdfLine) -> bool:
    """Whether a short line goes on with the next one, or may: `Ministry of` and `Fisheries`."""
    last = above.text.split()[-1]
    return line.text[0].islower() or ends_hyphen(above.text) or (last.islower() and len(last) < 5)


def _is_tied(text: str) -> bool:
    """Whether a line ends with a dash that touches its word: `2010–` and `11` on the next line."""
    return len(text) > 1 and (text[-1] in "–—" or (text[-1] == "-" and text[-2].isdigit())) and text[-2].isalnum()


def _is_apart(above: PdfLine, line: PdfLine, usual: float) -> bool:
    gap = above.base - line.base
    if above.left > line.right or line.left > above.right:
        return True  # beside each other, as sender and date of a letter
    usual = max(usual, 1.2 * min(above.size, line.size))
    change = abs(above.size - line.size) / above.size
    return gap > usual or gap < 0 or change > 0.15 or (change > 0.03 and above.text.isupper() != line.text.isupper())


def _is_indented(above: PdfLine, line: PdfLine, margin: float) -> bool:
    low, high = (em * line.size for em in _INDENT)
    return low < line.left - margin < high and above.left - margin < 0.5 * line.size and line.left > above.left + low


def _is_centred(above: PdfLine, line: PdfLine) -> bool:
    """Whether two lines of different length have one middle."""
    shift = above.left + above.right - line.left - line.right
    return abs(shift) < 0.6 * line.size and abs(above.left - line.left) > 0.5 * line.size


def _ended(above: PdfLine, line: PdfLine, right: float) -> bool:
    """Whether the first word of a line had room on the line above: then that ended on purpose."""
    if line.text[0].islower() or ends_hyphen(above.text) or "\t" in above.text:
        return False
    room = right - above.right - 0.25 * line.size - line.first
    width = right - min(above.left, line.left)
    return room > (0.3 * line.size if ends_sentence(above.text) else 0.2 * width)


def _is_ragged_left(above: PdfLine, line: PdfLine, right: float, margin: float) -> bool:
    """Whether two lines of different length end at the right edge and begin far from the left, as on a cover."""
    ends = abs(above.right - line.right) < 1 and abs(right - line.right) < 1
    far = max(above.left, line.left) - margin > 4 * line.size
    return ends and far and abs(above.left - line.left) > 1


def _leading(column: PdfColumn) -> float:
    """The usual distance from baseline to baseline."""
    gaps = sorted(a.base - b.base for a, b in itertools.pairwise(column.lines) if a.base > b.base)
    return gaps[len(gaps) // 3] if gaps else 1.2 * column.lines[0].size


def _is_even(column: PdfColumn, leading: float) -> bool:
    """Whether most lines of a column are as far from the one above as it is usual, to a hair."""
    falls = [a.base - b.base for a, b in itertools.pairwise(column.lines)]
    return len(falls) > 3 and 2 * sum(abs(fall - leading) < 0.06 * leading for fall in falls) > len(falls)


def _margin(column: PdfColumn) -> float:
    """Where most lines begin."""
    starts = Counter(round(line.left) for line in column.lines)
    return min(starts, key=lambda start: (-starts[start], start))


def _indents(column: PdfColumn) -> bool:
    """Whether paragraphs of a column begin with an indent."""
    margin = _margin(column)
    return any(_INDENT[0] * line.size < line.left - margin < 4 * line.size for line in column.lines)
