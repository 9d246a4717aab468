"""Running heads and page numbers: lines at the edge of a page that come back on others but for their number."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.ingest.blocks.lines import ends_sentence
from pipeline.ingest.readers.pdf.rows import PdfColumn, PdfLine, median

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b", re.I)
_NUMBER = re.compile(
    r"[\s\-–—|/.\[\]()]*[^\W\d_]{0,5}\.?\s*\d{1,4}(?:\s*(?:/|[^\W\d_]{1,3})\s*\d{1,4})?[\s\-–—|/\[\]()]*"
)
# A head may begin or end with the number of the page, or of how many it is: `Rapport 27`, `Press Office 1/2`.
_COUNTS = tuple(map(re.compile, (r"(\d{1,3})[\s|–—-]+(?=\S)", r".*\D\s(\d{1,3})\Z", r".*\s(\d{1,3})\s?/\s?\d{1,3}\Z")))
_BARE = re.compile(r"[\W_]*(\d{1,4})(?:\s?/\s?\d{1,4})?[\W_]*")
_EDGE = 3  # lines at the top and the bottom of a page that may be head or foot


def find_edges(pages: Sequence[Sequence[PdfColumn]]) -> dict[PdfLine, str]:
    """The heads, feet and numbers of all pages with the reason to drop them.

    Counted from the edge inwards and only as far as they go without a line of the body between.
    """
    numbered = _numbered(pages)
    edges = [edge for columns in pages for edge in _edges(columns)]
    shapes = Counter(
        shape for columns in pages for shape in {_shape(line) for edge in _edges(columns) for line in edge}
    )
    enough = max(2, len(pages) // 4)
    found: dict[PdfLine, str] = {}
    for edge in edges:
        reasons = [
            numbered.get(line) or _reason(line, shapes[_shape(line)], enough, alone=len(pages) == 1) for line in edge
        ]
        count = reasons.index(None) if None in reasons else len(edge) - 1
        while count and not _is_apart(edge, count):
            count -= 1
        found.update((line, reason) for line, reason in zip(edge[:count], reasons, strict=False) if reason)
    return found


def _numbered(pages: Sequence[Sequence[PdfColumn]]) -> dict[PdfLine, str]:
    """Lines at the edge that count the pages: one page on, one number on. A number alone may be the only one."""
    body = median(line.size for columns in pages for column in columns for line in column.lines)
    counted: dict[int, dict[PdfLine, int]] = {}
    found: dict[PdfLine, str] = {}
    for index, columns in enumerate(pages):
        for line in (line for edge in _edges(columns) for line in edge):
            bare = _BARE.fullmatch(line.text)
            if bare and int(bare[1]) == index + 1:
                found[line] = "page number"
            elif line.size <= 1.05 * body and len(line.text) < 120 and not ends_sentence(line.text):
                for match in filter(None, (count.match(line.text) for count in _COUNTS)):
                    counted.setdefault(int(match[1]) - index, {})[line] = index
    runs = [lines for lines in counted.values() if len(set(lines.values())) > 1]
    return found | {line: "running head" for lines in runs for line in lines}


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
