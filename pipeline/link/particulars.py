"""What tells two releases of one template apart: the names and figures that stand in the same places.

A copy changes one figure at most, or what stands around the text; a template is filled anew in several places, or for
somebody else.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Places filled otherwise in the one document than in the other, from which they are no copies: their number, and their
# share of the places that both have.
OTHERWISE = 2
SHARE = 0.1
CONTEXT = 2
SIDE = 3  # words on one side of a name that make its place
_WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?…]")
_TWICE = re.compile(r"(\w)\1+")


class Particulars(NamedTuple):
    """The runs of figures and capitalised words of a text, as numbers.

    `runs`: the words around above, the run itself below; `names`: the same for runs without figures and the words on
    one of their sides, with their last word; `words`: all their words. Sorted.
    """

    runs: NDArray[np.uint64]
    names: NDArray[np.uint64]
    words: NDArray[np.uint64]


def particulars(text: str) -> Particulars:
    """What is particular in a text.

    The words around a run are taken without what is particular in them. Words that begin a sentence have a capital
    anyway and are left out; a comma ends a run.
    """
    words: list[str] = []
    plain: list[str] = []
    runs: list[tuple[int, int]] = []
    capitals: set[str] = set()
    last = 0
    for match in _WORD.finditer(text):
        start = not words or bool(_END.search(text, last, match.start()))
        beside = text[last : match.start()].isspace()
        word, last = match[0], match.end()
        particular = word[0].isdigit() or (word[0].isupper() and not start)
        if particular:
            joined = beside and bool(runs) and runs[-1][1] == len(words)
            runs[-1:] = [(runs[-1][0], len(words) + 1)] if joined else [*runs[-1:], (len(words), len(words) + 1)]
        if word[0].isupper():
            capitals.add(word)
        words.append(word.casefold())
        plain.append("" if particular else words[-1])
    names = (place for run in runs for place in _sides(words, plain, *run))
    return Particulars(
        _sorted(_number(words, plain, first, end) for first, end in runs),
        _sorted(names),
        _sorted(_spelling(word) for word in capitals),
    )


def filled_anew(one: Particulars, other: Particulars) -> bool:
    """Whether the same places of two texts hold other names and figures; one name is enough.

    A name counts where the other text does not have it at all: who is named with more or fewer words is the same.
    """
    first, second = _shared(one.runs, other.runs)
    changed = int(np.count_nonzero(first != second))
    if changed >= OTHERWISE and changed >= SHARE * len(first):
        return True
    mine, theirs = (values & np.uint64(0xFFFFFFFF) for values in _shared(one.names, other.names))
    return bool(np.any(~np.isin(mine, other.words) & ~np.isin(theirs, one.words)))


def _shared(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The values of the places that both have, once each."""
    first, second = _once(one), _once(other)
    _, mine, theirs = np.intersect1d(first >> np.uint64(32), second >> np.uint64(32), return_indices=True)
    return first[mine], second[theirs]


def _once(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The runs whose place occurs once."""
    _, index, counts = np.unique(values >> np.uint64(32), return_index=True, return_counts=True)
    once: NDArray[np.uint64] = values[index[counts == 1]]
    return once


def _number(words: list[str], plain: list[str], first: int, end: int) -> int:
    context = " ".join([*plain[max(0, first - CONTEXT) : first], "|", *plain[end : end + CONTEXT]])
    return zlib.crc32(context.encode()) << 32 | zlib.crc32(" ".join(words[first:end]).encode())


def _sides(words: list[str], plain: list[str], first: int, end: int) -> Iterator[int]:
    """The places of a name before what follows it and after what precedes it; of a figure none."""
    if any(word[0].isdigit() for word in words[first:end]):
        return
    before, after = plain[max(0, first - SIDE) : first], plain[end : end + SIDE]
    for side in ([*before, "|"], ["|", *after]):
        if sum(map(bool, side)) > CONTEXT:
            yield zlib.crc32(" ".join(side).encode()) << 32 | _spelling(words[end - 1])


def _spelling(word: str) -> int:
    """A number for a word that does not tell accents, capitals and double letters."""
    letters = "".join(char for char in unicodedata.normalize("NFD", word.casefold()) if char.isalnum())
    return zlib.crc32(_TWICE.sub(r"\1", letters).encode())


def _sorted(values: Iterable[int]) -> NDArray[np.uint64]:
    return np.unique(np.fromiter(values, dtype=np.uint64))
