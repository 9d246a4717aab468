"""Running heads and page numbers: lines at the edge of a page that come back on others but for their number."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.ingest.readers.pdf_rows import PdfColumn, PdfLine

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b", re.I)
_NUMBER = re.compile(
    r"[\s\-–—|/.\[\]()]*[^\W\d_]{0,5}\.?\s*\d{1,4}(?:\s*(?:/|[^\W\d_]{1,3})\s*\d{1,4})?[\s\-–—|/\[\]()]*"
)
_EDGE = 3  # lines at the top and the bottom of a page that may be head or foot


def find_edges(pages: Sequence[Sequence[PdfColumn]]) -> dict[PdfLine, str]:
    """The heads, feet and numbers of all pages with the reason to drop them.

    Counted from the edge inwards and only as far as they go without a line of the body between.
    """
    edges = [edge for columns in pages for edge in _edges(columns)]
    shapes = Counter(_shape(line) for edge in edges for line in edge)
    enough = max(2, len(pages) // 4)
    found: dict[PdfLine, str] = {}
    for edge in edges:
        reasons = [_reason(line, shapes[_shape(line)], enough, alone=len(pages) == 1) for line in edge]
        count = reasons.index(None) if None in reasons else len(edge) - 1
        while count and not _is_apart(edge, count):
            count -= 1
        found.update((line, reason) for line, reason in zip(edge[:count], reasons, strict=False) if reason)
    return found


def _edges(columns: Sequence[PdfColumn]) -> list[list[PdfLine]]:
    """The outermost lines at the top and at the bottom of a page, each from the edge inwards; none of an empty page."""
    lines = sorted((line for column in columns for line in column.lines), key=lambda line: (-line.base, line.left))
    count = min(_EDGE + 1, len(lines))
    return [lines[:count], lines[::-1][:count]] if lines else []


def _is_apart(edge: Sequence[PdfLine], count: int) -> bool:
    """Whether white stands between the first lines at an edge and the next: a head is never set like the body."""
    last, after = edge[count - 1], edge[count]
    return abs(last.base - after.base) > 1.6 * max(last.size, after.size)


def _reason(line: PdfLine, times: int, enough: int, *, alone: bool) -> str | None:
    if _NUMBER.fullmatch(line.text) and (alone or times >= 2):
        return "page number"
    letters = sum(char.isalpha() for char in line.text)
    sentence = line.text[0].islower() and line.text[-1] in ".!?"  # ends a paragraph of the body
    head = times >= enough and not alone and letters >= 4 and len(line.text) < 120 and not sentence
    return "running head" if head else None


def _shape(line: PdfLine) -> tuple[str, int]:
    """A line without its numbers, and about where on the page it stands."""
    return _DIGITS.sub("#", line.text.lower()), round(line.base / 12)
