"""The proof that an alignment tells the truth: the cleaned text made again from the source and what the steps wrote."""

from bisect import bisect_right

from pipeline.alignment import Alignment


def rebuilt(align: Alignment, source: str, text: str, start: int, end: int) -> str:
    """A cleaned span made again: copied segments from `source`, written ones from `text`."""
    pieces: list[str] = []
    index = max(bisect_right(align.starts, start) - 1, 0)
    for low, high, step in align.segments(start, end):
        written = text[max(align.starts[index], start) : min(align.end_of(index), end)]
        pieces.append(source[low:high] if step == 0 else written)
        index += 1
    return "".join(pieces)
