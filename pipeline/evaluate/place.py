"""Where the characters of a document stand in the gold text of the same document.

The two texts say the same with other line ends, hyphens and quotes, one may have what the other dropped, and a block
may stand elsewhere. Words are aligned first, then the characters of the words that differ; what is left over on both
sides is tried again, which finds blocks that moved.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from pipeline.evaluate.forms import TABLE
from pipeline.evaluate.gold import Span

PASSES = 4  # of the alignment: the first in order, the others for what moved
LEAST_MOVED = 4  # words in a row that have to agree before a passage counts as moved


class Placed(NamedTuple):
    """A span of the gold text; `exact` says that its first and last characters are those of the document's span."""

    span: Span
    exact: bool


class Word(NamedTuple):
    """A run of letters and digits, or one other visible character."""

    start: int
    end: int
    key: str


class Placement:
    """The alignment of a document's text with the gold text.

    Args:
        gold: the gold text.
        text: the text of the document, as found.
    """

    def __init__(self, gold: str, text: str) -> None:
        self._gold = gold
        self._text = text
        self._place: dict[int, int] = {}
        theirs, ours = words(gold), words(text)
        for number in range(PASSES):
            matched = list(self._align(theirs, ours, least=LEAST_MOVED if number else 1))
            if not matched:
                break
            left, right = {pair[0] for pair in matched}, {pair[1] for pair in matched}
            theirs = [word for i, word in enumerate(theirs) if i not in left]
            ours = [word for j, word in enumerate(ours) if j not in right]

    def to_gold(self, start: int, end: int) -> Placed | None:
        """The gold span of a span of the document; None where the gold has nothing of it."""
        visible = [i for i in range(start, end) if not self._text[i].isspace()]
        places = [self._place[i] for i in visible if i in self._place]
        if not places:
            return None
        low, high = min(places), max(places)
        exact = self._place.get(visible[0]) == low and self._place.get(visible[-1]) == high
        return Placed((low, high + 1), exact and high - low < 3 * (end - start) + 9)

    def _align(self, theirs: Sequence[Word], ours: Sequence[Word], *, least: int) -> Iterable[tuple[int, int]]:
        """Align two lists of words, note the characters, and give the pairs of words that are settled."""
        matched: list[tuple[int, int]] = []
        gap: tuple[int, int] = (0, 0)
        for i, j, length in _equal_runs([word.key for word in theirs], [word.key for word in ours]):
            if length < least:
                continue
            matched += [(i + k, j + k) for k in range(length)]
            for k in range(length):
                self._note(theirs[i + k : i + k + 1], ours[j + k : j + k + 1])
            if least == 1:
                self._note(theirs[gap[0] : i], ours[gap[1] : j])
                gap = (i + length, j + length)
        if least == 1:
            self._note(theirs[gap[0] :], ours[gap[1] :])
        return matched

    def _note(self, theirs: Sequence[Word], ours: Sequence[Word]) -> None:
        """Align the characters of two stretches."""
        left = [(i, c) for word in theirs for i, c in _characters(self._gold, word)]
        right = [(i, c) for word in ours for i, c in _characters(self._text, word)]
        for i, j, length in _equal_runs([c for _, c in left], [c for _, c in right]):
            for k in range(length):
                self._place.setdefault(right[j + k][0], left[i + k][0])


def words(text: str) -> list[Word]:
    """The words and signs of a text, with the keys under which they are compared."""
    found: list[Word] = []
    start = None
    for i, character in enumerate([*text, " "]):
        if character.isalnum():
            start = i if start is None else start
            continue
        if start is not None:
            found.append(Word(start, i, _key(text[start:i])))
            start = None
        if not character.isspace():
            found.append(Word(i, i + 1, _key(character)))
    return found


def _characters(text: str, word: Word) -> Iterable[tuple[int, str]]:
    return ((i, _key(text[i])) for i in range(word.start, word.end))


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(TABLE)


def _equal_runs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs that are equal on both sides: start on the left, start on the right, length."""
    if not left or not right:
        return []
    return [
        (block.src_start, block.dest_start, block.src_end - block.src_start)
        for block in Indel.opcodes(left, right)
        if block.tag == "equal"
    ]
