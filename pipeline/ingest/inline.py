"""Repair inside the line: white space, missing spaces where they are certain, letter-spaced headings."""

import re
from collections.abc import Iterator

from pipeline.alignment import Edit
from pipeline.ingest.edits import merge_edits
from pipeline.ingest.lexicon import Lexicon

_SPACES = re.compile(r"[^\S ]\s*| \s+")
_SPACED_LETTERS = re.compile(r"(?<!\S)[^\W\d_a-z](?:[ \xa0]{1,4}[^\W\d_a-z]){4,60}(?!\S)")
_COMMA = re.compile(r"(?<![./@:\w-])([^\W\d_]{2,40}),(?=[^\W\d_]{2,40}[\s,;.)])")
_KEPT_IN_NUMBER = frozenset("\u00a0\u202f\u2009")


class InlineRepair:
    """The repairs inside lines for one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.repair
        before = "|".join(sorted(map(re.escape, words.before_number)))
        starts = "|".join(sorted(word.capitalize() for word in words.function_words if len(word) > 1))
        elided = "|".join(sorted(map(re.escape, words.elisions)))
        self._number = re.compile(rf"(?<![\w'’.@/-])(?:{before})(?=\d{{1,4}}(?:er|\s|[,;.]\s))")
        self._sentence = re.compile(rf"(?<=[^\W\d_A-Z]{{3}})[.!?](?=(?:{starts})\s)")
        self._elision = re.compile(rf"(?<!\w)(?:{elided})['’]( )(?=[^\W\d_])", re.I)

    def edits(self, text: str, start: int, end: int) -> list[Edit]:
        """The edits inside the line `text[start:end]`, sorted and apart."""
        letters, spaces = list(_join_letters(text, start, end)), list(_unify_spaces(text, start, end))
        return merge_edits(letters, spaces, sorted(self._missing(text, start, end)))

    def _missing(self, text: str, start: int, end: int) -> Iterator[Edit]:
        for pattern in (self._number, self._sentence):
            for match in pattern.finditer(text, start, end):
                yield Edit(match.end(), match.end(), " ", "space inserted")
        for match in _COMMA.finditer(text, start, end):
            if match[1].islower() and text[match.end()].islower():
                yield Edit(match.end(), match.end(), " ", "space inserted")
        for match in self._elision.finditer(text, start, end):
            yield Edit(match.start(1), match.end(1), "", "space removed")


def _unify_spaces(text: str, start: int, end: int) -> Iterator[Edit]:
    for match in _SPACES.finditer(text, start, end):
        low, high = match.span()
        if (
            high - low == 1
            and text[low] in _KEPT_IN_NUMBER
            and text[low - 1].isdigit()
            and text[high : high + 1].isdigit()
        ):
            continue
        yield Edit(low, high, " ", "spaces joined")


def _join_letters(text: str, start: int, end: int) -> Iterator[Edit]:
    """`M I N I S T È R E` is one word; wider gaps part the words."""
    for match in _SPACED_LETTERS.finditer(text, start, end):
        gaps = list(re.finditer(r"[ \xa0]+", match.group()))
        wide = any(len(gap.group()) > 1 for gap in gaps)
        if not wide and len(gaps) > 15:
            continue  # several words whose limits are lost
        for gap in gaps:
            low, high = match.start() + gap.start(), match.start() + gap.end()
            if high - low == 1:
                yield Edit(low, high, "", "letters joined")
