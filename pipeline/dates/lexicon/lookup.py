"""Words that mean the same wherever they stand: looked up by how they are written, remembered for the next time."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.folding import small
from pipeline.dates.lexicon.meanings import OTHER, PROPER, SIGN, Entry

_SPELLED = CLASSES["spelled"]
_MOST = 20_000  # words that are remembered: two or three megabytes
_LONGEST = 30
_AFTER_ROMAN = frozenset("ivxlceèéstnr") | {""}  # what may follow the first letter of a Roman number
_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Opener(NamedTuple):
    """A word with what it means alone, and what must stand behind it for an expression of several words."""

    entry: Entry
    rests: tuple[str, ...]


class Lookup(dict[str, Entry | Opener | None]):
    """The meaning of a token as it is written, plain apostrophes in it; None where what stands around it counts.

    Args:
        words: the words of a language by their folded form.
        openers: folded words that expressions of several words begin with, and how what follows can begin.
        roman: a Roman number with its suffix, the number as group 1.
    """

    def __init__(
        self, words: Mapping[str, Entry], openers: Mapping[str, tuple[str, ...]], roman: re.Pattern[str]
    ) -> None:
        self._words, self._openers, self._suffixed = words, openers, roman

    def __missing__(self, written: str) -> Entry | Opener | None:
        word = small(written)
        entry = self._meaning(written, word)
        found = Opener(entry, self._openers[word]) if entry and word in self._openers else entry
        if len(written) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[written] = found
        return found

    def roman(self, written: str, word: str) -> int:
        """The value of a Roman number (`XXI`, `XXIe`), else 0; `word` is its folded form."""
        if match := self._suffixed.fullmatch(word):
            value, suffix = _value(match[1]), word[match.end(1) :].strip()
            return 0 if suffix[:1] in ("n", "d") and value % 10 not in (2, 3) else value  # Inde, vide
        return _value(word) if written.isupper() and not word.strip("ivxlc") else 0

    def _meaning(self, written: str, word: str) -> Entry | None:
        entry = self._words.get(word)
        if entry and (entry.kind == _SPELLED or entry.short):
            return None
        if entry:
            return entry
        if not word[0].isalpha():
            return None if word == "'" or "0" <= word[0] <= "9" else SIGN
        if word[0] in "ivxlc" and word[1:2] in _AFTER_ROMAN and self.roman(written, word):
            return None
        if word[-1] == "'":
            return None if word[:-1] in self._words else PROPER if written[0].isupper() else OTHER
        return OTHER if written[0] == word[0] else PROPER


def _value(word: str) -> int:
    """The value of a Roman number in lower case, 0 when it is not written as one would (`iiii`, `ic`)."""
    if not re.fullmatch(r"(x[cl]|l?x{0,3})(i[xv]|v?i{0,3})", word):
        return 0
    values = [_LETTERS[letter] for letter in word]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
