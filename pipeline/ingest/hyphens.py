"""A hyphen at a line end: of the line, or of the word?

`di-/plomatiques` is one word, `Almaty-/Rennes` keeps its hyphen. What the document itself writes inside its lines
decides first, then rules of compounds, then how common the joined word is beside its parts.
"""

import re
from typing import NamedTuple

from pipeline.ingest.lexicon import Known
from pipeline.ingest.resources import IngestResources

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEFT = re.compile(r"[^\W_]+(?:-[^\W_]+)*\Z")
_RIGHT = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_KNOWN_WORD = 3.0  # zipf: a word that a reader knows
_RARE_WORD = 1.0
_COMMON_WORD = 4.3


class Break(NamedTuple):
    """What becomes of a line-end hyphen: what stands between the parts then."""

    between: str
    step: str


JOINED = Break("", "hyphen joined")
KEPT = Break("-", "line joined")
HANGING = Break("- ", "line joined")


class Hyphens:
    """Decides on the line-end hyphens of one document."""

    def __init__(self, text: str, language: Known, resources: IngestResources) -> None:
        self._resources = resources
        self._language: Known = language
        self._other: Known = "en" if language == "fr" else "fr"
        words = resources.lexicons[language].repair
        self._first = frozenset(words.hyphen_first)
        self._last = frozenset(words.hyphen_last)
        self._ends = frozenset(words.word_ends)
        self._hanging = frozenset(words.hanging)
        self._elided = frozenset(words.elisions)
        self._written = _whole_words(text)

    def decide(self, before: str, after: str) -> Break:
        """What becomes of the hyphen between the line `before` (without it) and the line `after`."""
        left, right = _LEFT.search(before[-80:]), _RIGHT.match(after[:80])
        if not left or not right:
            return KEPT
        return self._decide(left.group(), right.group())

    def _decide(self, left: str, right: str) -> Break:
        last, first = left.rpartition("-")[2], right.partition("-")[0]
        if right.lower() in self._hanging and left.lower() not in self._elided:
            if self._zipf(last + right) < _COMMON_WORD:  # `pré-/et post-`, but not `de-/puis`, `cabin-/et`
                return HANGING
            return JOINED
        if any(char.isdigit() for char in last + first):
            return KEPT
        if right[0].isupper() and not (last.isupper() and first.isupper() and len(last + first) > 3):
            return KEPT
        whole, parted = (left + right).lower(), f"{left}-{right}".lower()
        joined_here, parted_here = whole in self._written, parted in self._written
        if joined_here != parted_here:
            return JOINED if joined_here else KEPT
        if right.lower() in self._last or first.lower() in self._last:
            return KEPT if "-" in right or self._zipf(last + first) < _KNOWN_WORD else JOINED
        if "-" in right and min(self._own(last), self._own(first)) >= _KNOWN_WORD > self._own(last + first):
            return KEPT  # `face-/to-face`
        return JOINED if self._is_one_word(last.lower(), first.lower()) else KEPT

    def _is_one_word(self, left: str, right: str) -> bool:
        joined, head, tail = self._zipf(left + right), self._own(left), self._own(right)
        if left in self._first and (tail > _RARE_WORD or not joined) and len(left) + len(right) > 6:
            return joined > min(head, tail) - 1.0 and joined > 2.0
        if joined >= _COMMON_WORD:
            return True
        if joined > _RARE_WORD:
            return joined >= min(head, tail) - 1.3
        if right in self._ends or len(right) < 4 or len(left) < 3:
            return True
        return min(head, tail) < _KNOWN_WORD

    def _zipf(self, word: str) -> float:
        """How common the joined word is: in the document's language, else (a quotation) a little less in the other."""
        here = self._own(word)
        return here or max(0.0, self._resources.zipf(word, self._other) - 0.5)

    def _own(self, word: str) -> float:
        return self._resources.zipf(word, self._language)


def _whole_words(text: str) -> frozenset[str]:
    """Words inside the lines of the document, lower case: its own evidence of how it writes them."""
    return frozenset(word.lower() for word in _WORD.findall(text))
