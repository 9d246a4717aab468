"""Which sentence each find stands in, and whether that sentence speaks of what is to come."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.dates.found import Found
from pipeline.dates.lexicon import DateLexicon

_SENTENCE = re.compile(r"[.!?…][»\"”’)\]]*\s+(?=[^\W\d_a-zà-ÿ]|[«“\"(\d])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Placed:
    """A find with its passage and sentence, numbered through the document, and whether that is about the future."""

    found: Found
    passage: int
    sentence: int
    future: bool


def place(found: Sequence[Found], text: str, lexicon: DateLexicon, *, passage: int, sentence: int) -> list[Placed]:
    """Number the sentences of a passage from `sentence` on and see which speak of the future."""
    cuts = [match.end() for match in _SENTENCE.finditer(text) if not _abbreviated(text, match.start(), lexicon)]
    edges = [0, *cuts, len(text)]
    placed: list[Placed] = []
    futures: dict[int, bool] = {}
    for one in found:
        number = bisect_right(cuts, one.start)
        if number not in futures:
            futures[number] = lexicon.future.search(text, edges[number], edges[number + 1]) is not None
        placed.append(Placed(one, passage, sentence + number, futures[number]))
    return placed


def _abbreviated(text: str, stop: int, lexicon: DateLexicon) -> bool:
    start = stop
    while start > 0 and stop - start < 6 and (text[start - 1].isalpha() or text[start - 1] == "."):
        start -= 1
    return text[start:stop].lower() in lexicon.abbreviations or stop - start == 1
