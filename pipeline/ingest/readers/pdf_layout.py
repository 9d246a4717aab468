"""The layout of a PDF page: fragments to columns, columns to lines, in reading order. No recursion, no drawing."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.ingest.readers.pdf_chars import Fragment

_GUTTER = 0.7  # em: white between columns
_FILLED = 0.5  # of a column's width that its lines fill; cells of a table fill less
_BAND = 2.0  # em: white across the region that parts what is above from what is below
_FEW = 3  # lines that make a column


class PdfLine(NamedTuple):
    """A line of a column, its cells parted by tabs where the gaps are wide."""

    text: str
    left: float
    right: float
    base: float
    size: float


def find_columns(fragments: Sequence[Fragment]) -> list[list[PdfLine]]:
    """The columns of a page in reading order; a piece over the full width is a column of its own."""
    found: list[list[PdfLine]] = []
    waiting = [(list(fragments), 0)]
    while waiting:
        region, depth = waiting.pop()
        parts = (_bands(region) or _split(region)) if depth < 12 else None
        if parts is None:
            if region:
                found.append(_lines(region))
        else:
            waiting += [(part, depth + 1) for part in reversed(parts)]
    return found


def _bands(region: Sequence[Fragment]) -> list[list[Fragment]] | None:
    """The region cut where white runs across all of it, several lines high; None where it nowhere does."""
    ordered = sorted(region, key=lambda f: (-f.top, f.left))
    bands: list[list[Fragment]] = []
    floor = 0.0
    for fragment in ordered:
        if not bands or floor - fragment.top > _BAND * fragment.size:
            bands.append([])
            floor = fragment.bottom
        bands[-1].append(fragment)
        floor = min(floor, fragment.bottom)
    return bands if len(bands) > 1 else None


def _split(region: list[Fragment]) -> list[list[Fragment]] | None:
    """The region cut in reading order: bands from top to bottom, in each the left column before the right."""
    gutter = _find_gutter(region)
    if gutter is None:
        return None
    parts: list[list[Fragment]] = []
    band: list[Fragment] = []
    wide: list[Fragment] = []
    for fragment in sorted(region, key=lambda f: (-f.bottom, f.left)):
        crosses = fragment.left < gutter < fragment.right
        if crosses:
            parts += _sides(band, gutter)
            band = []
            wide.append(fragment)
        else:
            if wide and any(abs(fragment.bottom - w.bottom) < 0.4 * w.size for w in wide[-2:]):
                wide.append(fragment)  # stands on the line of a wide one
                continue
            if wide:
                parts.append(wide)
                wide = []
            band.append(fragment)
    parts += [wide] if wide else []
    return parts + _sides(band, gutter)


def _sides(band: list[Fragment], gutter: float) -> list[list[Fragment]]:
    left = [f for f in band if f.right <= gutter + 1]
    right = [f for f in band if f.right > gutter + 1]
    return [side for side in (left, right) if side]


def _find_gutter(region: Sequence[Fragment]) -> float | None:
    """Where a white stripe parts two columns of text, crossed by few lines only; None where there is one column."""
    if len(region) < 2 * _FEW:
        return None
    low, high = min(f.left for f in region), max(f.right for f in region)
    em = sorted(f.size for f in region)[len(region) // 2]
    best: tuple[float, float] | None = None
    for start, end, crossing in _stripes(region, low, high):
        if end - start < _GUTTER * em or crossing > 0.3 * len(region):
            continue
        middle = (start + end) / 2
        if _is_column(region, middle, low, high):
            rank = (end - start) / (1 + crossing)
            best = max(best or (0.0, 0.0), (rank, middle))
    return best[1] if best else None


def _stripes(region: Sequence[Fragment], low: float, high: float) -> list[tuple[float, float, int]]:
    """Stripes (from, to, how many fragments cross) in the middle of the region that are whiter than what is beside."""
    first, last = int(low), int(high) + 1
    steps = [0] * (last - first + 2)
    for fragment in region:
        steps[max(0, int(fragment.left) - first)] += 1
        steps[min(len(steps) - 1, int(fragment.right) + 1 - first)] -= 1
    cover: list[int] = []
    total = 0
    for step in steps:
        total += step
        cover.append(total)
    stripes: list[tuple[float, float, int]] = []
    limit = max(1, int(0.3 * len(region)))
    start = None
    for index, count in enumerate(cover):
        if count <= limit and start is None:
            start = index
        elif count > limit and start is not None:
            stripes.append(_narrowed(cover, start, index, first))
            start = None
    return [s for s in stripes if s[0] > low + 5 and s[1] < high - 5]


def _narrowed(cover: Sequence[int], start: int, end: int, first: int) -> tuple[float, float, int]:
    """The whitest part of a stripe."""
    least = min(cover[start:end])
    places = [i for i in range(start, end) if cover[i] <= least]
    low = high = places[0]
    best = (low, high)
    for place in places[1:]:
        low = low if place == high + 1 else place
        high = place
        best = max(best, (low, high), key=lambda span: (span[1] - span[0], -span[0]))
    return float(first + best[0]), float(first + best[1]), least


def _is_column(region: Sequence[Fragment], gutter: float, low: float, high: float) -> bool:
    """Whether both sides of a gutter are text: enough lines, side by side, that fill their column."""
    left = [f for f in region if f.right <= gutter]
    right = [f for f in region if f.left >= gutter]
    if len(left) < _FEW or len(right) < _FEW:
        return False
    overlap = min(max(f.top for f in left), max(f.top for f in right)) - max(
        min(f.bottom for f in left), min(f.bottom for f in right)
    )
    height = min(max(f.top for f in side) - min(f.bottom for f in side) for side in (left, right))
    return overlap > 0.4 * height and _fills(left) and _fills(right)


def _fills(side: Sequence[Fragment]) -> bool:
    lines = _lines(side)
    width = max(line.right for line in lines) - min(line.left for line in lines)
    widths = sorted(line.right - line.left for line in lines)
    words = sum(len(line.text.split()) for line in lines) / len(lines)
    return widths[len(widths) // 2] >= _FILLED * width and words >= 2.5


def _lines(fragments: Sequence[Fragment]) -> list[PdfLine]:
    """Fragments on one baseline as one line, from top to bottom."""
    lines: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (-f.bottom, f.left)):
        near = lines[-1][0] if lines else None
        if near and abs(near.bottom - fragment.bottom) < 0.45 * max(near.size, fragment.size):
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return [_line(sorted(line, key=lambda f: f.left)) for line in lines]


def _line(parts: Sequence[Fragment]) -> PdfLine:
    pieces = [parts[0].text]
    for before, after in itertools.pairwise(parts):
        gap = after.left - before.right
        pieces += ["\t" if gap > 2.2 * after.size else " " if gap > 0.15 * after.size else "", after.text]
    size = max(parts, key=lambda f: len(f.text)).size
    return PdfLine("".join(pieces), parts[0].left, max(f.right for f in parts), parts[0].bottom, size)
