"""From the columns of a PDF to the source text: its paragraphs, headings by size, heads and feet."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.ingest.blocks.lines import ends_sentence, list_marker
from pipeline.ingest.raw import Finding, Raw, RawBlock, RawDrop
from pipeline.ingest.readers.pdf.edges import find_edges
from pipeline.ingest.readers.pdf.notes import find_notes
from pipeline.ingest.readers.pdf.paragraphs import APART, SPACE, separate
from pipeline.ingest.readers.pdf.rows import PdfColumn, PdfLine
from pipeline.records import BlockKind, SourceText

_CLOSE = 1.3  # em from baseline to baseline: the lines of one title
_QUOTES = '«“"‹»”›'

_KINDS: dict[str, BlockKind | None] = {"text": None, "heading": "heading", "table": "table", "footnote": "footnote"}

Pages = Sequence[Sequence[PdfColumn]]


class _Placed(NamedTuple):
    """A line with its place in the source text and what it is: text, heading, footnote, or the reason to drop it."""

    start: int
    end: int
    kind: str


def compose(pages: Pages, findings: tuple[Finding, ...]) -> Raw:
    """The source text of all pages with the blocks in it."""
    edges = find_edges(pages)
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
            starts[-1] = placed[-sum(len(column.lines) for column in columns)].start
    title = _largest(pages, body, edges)
    found = (*findings, Finding("title", title, "largest line", 0.7)) if title else findings
    blocks, drops = _blocks(placed)
    return Raw(SourceText(text="".join(pieces), page_starts=tuple(starts)), "pypdfium2", blocks, drops, findings=found)


def _page(columns: Sequence[PdfColumn], edges: dict[PdfLine, str], body: float) -> Iterator[tuple[str, PdfLine, str]]:
    """Each line of a page with the white before it and its kind."""
    notes = find_notes(columns, [line for column in columns for line in column.lines if line in edges], body)
    before: tuple[PdfColumn, PdfLine] | None = None
    heading: PdfLine | None = None
    for column in columns:
        for separator, line in separate(column, before):
            kind = line.kind or edges.get(line) or ("heading" if _is_heading(line, body) else "text")
            if kind == "table":
                separator = APART
            elif line in notes:
                kind, separator = "footnote", APART if notes[line] else SPACE
            elif heading is not None and kind == "heading" and _is_one_title(heading, line):
                separator = SPACE
            yield separator, line, kind
            heading = line if kind == "heading" else None
        before = column, column.lines[-1]


def _is_one_title(above: PdfLine, line: PdfLine) -> bool:
    """Whether two lines in large print are one heading: set alike, and close to each other."""
    if abs(above.size - line.size) > 0.03 * line.size or not 0 < above.base - line.base <= _CLOSE * line.size:
        return False
    return above.text.isupper() == line.text.isupper() and not ends_sentence(above.text) and not list_marker(line.text)


def _body_size(pages: Pages) -> float:
    sizes: Counter[float] = Counter()
    for line in (line for columns in pages for column in columns for line in column.lines):
        sizes[round(line.size * 2) / 2] += len(line.text)
    return min(sizes.items(), key=lambda item: (-item[1], item[0]))[0] if sizes else 10.0


def _is_heading(line: PdfLine, body: float) -> bool:
    """Whether a line is in larger print; so are quotations set apart, which are none."""
    if line.size <= 1.15 * body or len(line.text) >= 150 or line.text[0] in _QUOTES or line.text[-1] in _QUOTES:
        return False
    return any(char.isalpha() for char in line.text)


def _largest(pages: Pages, body: float, edges: dict[PdfLine, str]) -> str | None:
    """The lines in the largest print of the first page that has any, if it is clearly larger than the body's."""
    for columns in pages[:2]:
        lines = [line for column in columns for line in column.lines if line not in edges and _is_heading(line, body)]
        if lines:
            size = max(line.size for line in lines)
            title = " ".join(line.text for line in lines if line.size > 0.95 * size)
            return title if 3 < len(title) < 250 else None
    return None


def _blocks(placed: Sequence[_Placed]) -> tuple[tuple[RawBlock, ...], tuple[RawDrop, ...]]:
    """Runs of lines of one kind: text to be read in lines, headings, notes, drops."""
    blocks: list[RawBlock] = []
    drops: list[RawDrop] = []
    for line in placed:
        if line.kind not in _KINDS:
            drops.append(RawDrop(line.start, line.end, line.kind))
            continue
        kind = _KINDS[line.kind]
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
