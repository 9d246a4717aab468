"""The sentence a mention stands in, for tables and pages: to be read, not to be computed with."""

import re
from bisect import bisect_right

from pipeline.records import Document, PublicBlock

REACH = 240
"""How many characters are shown on either side of the span at most."""

# A full stop after one or two letters is an abbreviation more often than an end (`M. Fabius`, `St. Lucia`, `No. 5`).
_SENTENCE_END = re.compile(
    r"(?:(?<=[^\W_]{3})\.|(?<=[%€$£)\]»”])\.|[?!…])[ \u00a0\u202f]?[»”\"’)\]]?\s+(?=[^\W_a-zà-ÿ]|[«“\"(\[])"
)
_SPACE = re.compile(r"\s+")


def block_at(document: Document, offset: int) -> PublicBlock | None:
    """The block that holds this character of the text."""
    index = bisect_right(document.blocks, offset, key=lambda block: block.start) - 1
    if index < 0 or document.blocks[index].end <= offset:
        return None
    return document.blocks[index]


def sentence_span(document: Document, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span, within its block and within `REACH` characters of the span."""
    block = block_at(document, start)
    first, last = (block.start, max(block.end, end)) if block else (start, end)
    low, high = max(first, start - REACH), min(last, end + REACH)
    for earlier in _SENTENCE_END.finditer(document.text, low, start):
        low = earlier.end()
    if found := _SENTENCE_END.search(document.text, end, high):
        high = found.start() + len(found[0].rstrip())
    return low, high


def parts(document: Document, start: int, end: int) -> tuple[str, str, str]:
    """What stands before the span in its sentence, the span, and what stands after; `…` where it was cut."""
    block = block_at(document, start)
    low, high = sentence_span(document, start, end)
    before, after = document.text[low:start], document.text[end:high]
    if block and low == start - REACH and low > block.start:
        before = "…" + before.partition(" ")[2]
    if block and high == end + REACH and high < block.end:
        after = after.rpartition(" ")[0] + "…"
    return _SPACE.sub(" ", before), _SPACE.sub(" ", document.text[start:end]), _SPACE.sub(" ", after)


def sentence(document: Document, start: int, end: int) -> str:
    """The sentence around a span on one line."""
    return "".join(parts(document, start, end)).strip()
