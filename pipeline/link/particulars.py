"""What tells two releases of one template apart: the names and figures that stand in the same places.

A copy changes one figure at most, or what stands around the text; a template is filled anew in several places.
"""

import re
import zlib

import numpy as np
from numpy.typing import NDArray

# Places filled otherwise in the one document than in the other, from which they are no copies: their number, and their
# share of the places that both have.
OTHERWISE = 2
SHARE = 0.1
CONTEXT = 2
_WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?…]")


def particulars(text: str) -> NDArray[np.uint64]:
    """One number for each run of figures and capitalised words: its context above, the run itself below; sorted.

    The context is the two words before and after, without what is particular in them. Words that
    begin a sentence have a capital anyway and are left out; a comma ends a run.
    """
    words: list[str] = []
    plain: list[str] = []
    runs: list[tuple[int, int]] = []
    last = 0
    for match in _WORD.finditer(text):
        start = not words or bool(_END.search(text, last, match.start()))
        beside = text[last : match.start()].isspace()
        word, last = match[0], match.end()
        particular = word[0].isdigit() or (word[0].isupper() and not start)
        if particular:
            joined = beside and bool(runs) and runs[-1][1] == len(words)
            runs[-1:] = [(runs[-1][0], len(words) + 1)] if joined else [*runs[-1:], (len(words), len(words) + 1)]
        words.append(word.casefold())
        plain.append("" if particular else words[-1])
    return np.unique(np.array([_number(words, plain, first, end) for first, end in runs], dtype=np.uint64))


def filled_anew(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> bool:
    """Whether the same places of two texts hold other names and figures."""
    first, second = _once(one), _once(other)
    places, mine, theirs = np.intersect1d(first >> np.uint64(32), second >> np.uint64(32), return_indices=True)
    changed = int(np.count_nonzero(first[mine] != second[theirs]))
    return changed >= OTHERWISE and changed >= SHARE * len(places)


def _once(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The runs whose context occurs once."""
    _, index, counts = np.unique(values >> np.uint64(32), return_index=True, return_counts=True)
    once: NDArray[np.uint64] = values[index[counts == 1]]
    return once


def _number(words: list[str], plain: list[str], first: int, end: int) -> int:
    context = " ".join([*plain[max(0, first - CONTEXT) : first], "|", *plain[end : end + CONTEXT]])
    return zlib.crc32(context.encode()) << 32 | zlib.crc32(" ".join(words[first:end]).encode())
