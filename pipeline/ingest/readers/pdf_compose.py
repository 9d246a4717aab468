"""From the lines of a PDF to the source text: paragraphs by white and indent, headings by size, heads and feet."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.ingest.raw import Finding, Raw, RawBlock, RawDrop
from pipeline.ingest.readers.pdf_layout import PdfLine
from pipeline.records import BlockKind, SourceText

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b", re.I)
_NUMBER = re.compile(
    r"[\s\-–—|/.\[\]()]*[^\W\d_]{0,5}\.?\s*\d{1,4}(?:\s*(?:/|[^\W\d_]{1,3})\s*\d{1,4})?[\s\-–—|/.\[\]()]*"
)
_EDGE = 3  # lines at the top and the bottom of a page that may be head or foot

Pages = Sequence[Sequence[Sequence[PdfLine]]]


class _Placed(NamedTuple):
    """A line with its place in the source text and what it is."""

    start: int
    end: int
    kind: str


def compose(pages: Pages, findings: tuple[Finding, ...]) -> Raw:
    """The source text of all pages with the blocks in it."""
    edges = _edge_lines(pages)
    body = _body_size(pages)
    pieces: list[str] = []
    starts: list[int] = []
    placed: list[_Placed] = []
    position = 0
    for columns in pages:
        starts.append(position)
        for separator, line, kind in _page(columns, edges, body):
            text = line.text if not pieces else separator + line.text
            pieces.append(text)
            position += len(text)
            placed.append(_Placed(position - len(line.text), position, kind))
        if columns:
            starts[-1] = placed[-sum(map(len, columns))].start
    title = _largest(pages, body, edges)
    found = (*findings, Finding("title", title, "largest line", 0.65)) if title else findings
    blocks, drops = _blocks(placed)
    return Raw(SourceText(text="".join(pieces), page_starts=tuple(starts)), "pypdfium2", blocks, drops, findings=found)


def _page(
    columns: Sequence[Sequence[PdfLine]], edges: dict[PdfLine, str], body: float
) -> Iterator[tuple[str, PdfLine, str]]:
    """Each line of a page with the white before it and its kind: text, heading, or the reason to drop it."""
    for lines in columns:
        leading = _leading(lines)
        margin = _margin(lines)
        for number, line in enumerate(lines):
            kind = edges.get(line) or ("heading" if _is_heading(line, body) else "text")
            above = lines[number - 1] if number else None
            apart = above is None or _starts_paragraph(above, line, leading, margin)
            yield "\n\n" if apart else "\n", line, kind


def _starts_paragraph(above: PdfLine, line: PdfLine, leading: float, margin: float) -> bool:
    gap = above.base - line.base
    if gap > 1.35 * leading or gap < 0 or abs(above.size - line.size) > 0.15 * above.size:
        return True
    return line.left - margin > 0.8 * line.size and above.left - margin < 0.5 * line.size


def _leading(lines: Sequence[PdfLine]) -> float:
    """The usual distance from baseline to baseline."""
    gaps = sorted(a.base - b.base for a, b in itertools.pairwise(lines) if a.base > b.base)
    return gaps[len(gaps) // 3] if gaps else 1.2 * (lines[0].size if lines else 10)


def _margin(lines: Sequence[PdfLine]) -> float:
    return Counter(round(line.left) for line in lines).most_common(1)[0][0] if lines else 0.0


def _body_size(pages: Pages) -> float:
    sizes: Counter[float] = Counter()
    for columns in pages:
        for lines in columns:
            for line in lines:
                sizes[round(line.size * 2) / 2] += len(line.text)
    return min(sizes.items(), key=lambda item: (-item[1], item[0]))[0] if sizes else 10.0


def _is_heading(line: PdfLine, body: float) -> bool:
    return line.size > 1.15 * body and len(line.text) < 150 and any(char.isalpha() for char in line.text)


def _largest(pages: Pages, body: float, edges: dict[PdfLine, str]) -> str | None:
    """The lines in the largest print of the first page that has any, if it is clearly larger than the body's."""
    for columns in pages[:2]:
        lines = [line for column in columns for line in column if line not in edges and _is_heading(line, body)]
        if lines:
            size = max(line.size for line in lines)
            title = " ".join(line.text for line in lines if line.size > 0.95 * size)
            return title if 3 < len(title) < 250 else None
    return None


def _edge_lines(pages: Pages) -> dict[PdfLine, str]:
    """Running heads and page numbers: lines at the edge of a page that come back on others but for their number.

    Counted from the edge inwards and only as far as they go without a line of the body between.
    """
    edges = [edge for columns in pages for edge in _edges(columns)]
    shapes = Counter(_shape(line) for edge in edges for line in edge)
    enough = max(2, len(pages) // 4)
    found: dict[PdfLine, str] = {}
    for edge in edges:
        reasons = [_edge_reason(line, shapes[_shape(line)], enough, alone=len(pages) == 1) for line in edge]
        count = reasons.index(None) if None in reasons else len(edge) - 1
        while count and not _is_apart(edge, count):
            count -= 1
        found.update((line, reason) for line, reason in zip(edge[:count], reasons, strict=False) if reason)
    return found


def _is_apart(edge: Sequence[PdfLine], count: int) -> bool:
    """Whether white stands between the first lines at an edge and the next: a head is never set like the body."""
    last, after = edge[count - 1], edge[count]
    return abs(last.base - after.base) > 1.6 * max(last.size, after.size)


def _edge_reason(line: PdfLine, times: int, enough: int, *, alone: bool) -> str | None:
    if _NUMBER.fullmatch(line.text) and (alone or times >= 2):
        return "page number"
    letters = sum(char.isalpha() for char in line.text)
    return "running head" if times >= enough and not alone and letters >= 4 and len(line.text) < 120 else None


def _edges(columns: Sequence[Sequence[PdfLine]]) -> list[list[PdfLine]]:
    """The outermost lines at the top and at the bottom of a page, each from the edge inwards."""
    lines = sorted((line for column in columns for line in column), key=lambda line: (-line.base, line.left))
    count = min(_EDGE + 1, len(lines))
    return [lines[:count], lines[::-1][:count]]


def _shape(line: PdfLine) -> tuple[str, int]:
    """A line without its numbers, and about where on the page it stands."""
    return _DIGITS.sub("#", line.text.lower()), round(line.base / 12)


def _blocks(placed: Sequence[_Placed]) -> tuple[tuple[RawBlock, ...], tuple[RawDrop, ...]]:
    """Runs of lines of one kind: text to be read in lines, headings, drops."""
    blocks: list[RawBlock] = []
    drops: list[RawDrop] = []
    for line in placed:
        if line.kind not in {"text", "heading"}:
            drops.append(RawDrop(line.start, line.end, line.kind))
            continue
        kind: BlockKind | None = "heading" if line.kind == "heading" else None
        last = blocks[-1] if blocks else None
        if (
            last
            and last.kind == kind
            and not (drops and drops[-1].start > last.start)
            and line.start - last.end <= 2 - (kind is not None)
        ):
            blocks[-1] = last._replace(end=line.end)
        else:
            blocks.append(RawBlock(line.start, line.end, kind))
    return tuple(blocks), tuple(drops)
