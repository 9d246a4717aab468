"""The passages of a document: its blocks, the long ones cut at line or sentence ends.

A passage is what a finder sees at a time. Its length is bounded, so that memory does not grow with a block's length.
"""

import re
from collections.abc import Iterator

from pipeline.records import Ingested, Language, Passage

LONGEST = 4000
_CUTS = (re.compile(r"\n"), re.compile(r"[.!?…][»”\"')\]]*\s"), re.compile(r"[;:,]\s"), re.compile(r"\s"))


def passages(document: Ingested) -> list[Passage]:
    """All passages of a document, in order."""
    return [
        Passage(start=start, end=end, language=block.language, text=document.text[start:end], main=block.main)
        for block in document.blocks
        for start, end in cut(document.text, block.start, block.end)
    ]


def passages_of_text(text: str, language: Language) -> list[Passage]:
    """The passages of a text that was not ingested: what blank lines part."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text)]
    return [
        Passage(start=low, end=high, language=language, text=text[low:high])
        for start, end in spans
        for low, high in cut(text, start, end)
    ]


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span in pieces of at most `LONGEST` characters, cut where the text pauses most, white space left out.

    >>> list(cut("Un. Deux.", 0, 9))
    [(0, 9)]
    """
    while end - start > LONGEST:
        at = _pause(text, start + LONGEST // 2, start + LONGEST)
        yield from _stripped(text, start, at)
        start = at
    yield from _stripped(text, start, end)


def _pause(text: str, low: int, high: int) -> int:
    for pattern in _CUTS:
        ends = [match.end() for match in pattern.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return high


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    low = start + len(piece) - len(piece.lstrip())
    high = start + len(piece.rstrip())
    if low < high:
        yield low, high
