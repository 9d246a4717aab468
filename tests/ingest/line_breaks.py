"""Text set in narrow columns with its words cut at line ends, and how much of it comes back right.

The words of the text are followed by their letters: repair may change blanks and hyphens, nothing else, so the same
letter is at the same count in both. A word is right when it is written as it was, hyphens and all.
"""

import re
from random import Random
from typing import NamedTuple

_VOWEL = "aeiouyàâäéèêëîïôöûùüœæ"
# A syllable begins with its last consonant, or with two that are one sound or glide: `monta-gne`, `pa-trol`.
_ONSET = re.compile(rf"(?:[bcdfgkptv][lr]|[cpst]h|gn|qu|[^\W\d_{_VOWEL}])(?=[{_VOWEL}])", re.IGNORECASE)
_HAS_VOWEL = re.compile(rf"[{_VOWEL}]", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_NOT_LETTER = re.compile(r"[\s-]")
_LEAST, _REST = 2, 3  # letters of a cut word before and after the line end
_PAGE = 7  # lines between two places where a column or a page may end


class Broken(NamedTuple):
    """Text in a column: `own` and `cut` are the numbers of the words that a line end parts at and off their own hyphen.

    `inside` are the words after which a column ends in mid-sentence, `ends` those after which a paragraph does.
    """

    text: str
    own: frozenset[int]
    cut: frozenset[int]
    inside: frozenset[int]
    ends: frozenset[int]


class Score(NamedTuple):
    """Right and all of each sort of word; `harmed` words elsewhere; blank lines to join, joined, and both."""

    own: tuple[int, int]
    cut: tuple[int, int]
    harmed: tuple[str, ...]
    joins: tuple[int, int, int]
    wrong: tuple[str, ...]


def break_lines(text: str, width: int, seed: int) -> Broken:
    """Set every paragraph in a column of `width`, words cut where a syllable begins or at their own hyphen."""
    return _Setter(width, Random(seed)).set(text)


class _Setter:
    def __init__(self, width: int, random: Random) -> None:
        self._width = width
        self._random = random
        self._lines: list[str] = []
        self._own: set[int] = set()
        self._cut: set[int] = set()
        self._inside: set[int] = set()
        self._ends: set[int] = set()
        self._since = 0

    def set(self, text: str) -> Broken:
        number = 0
        for paragraph in text.strip().split("\n\n"):
            number = self._paragraph(paragraph.split(), number)
            self._ends.add(number - 1)
            self._lines.append("")
        return Broken("\n".join(self._lines), *map(frozenset, (self._own, self._cut, self._inside, self._ends)))

    def _paragraph(self, words: list[str], number: int) -> int:
        line = ""
        for number, word in enumerate(words, number):  # noqa: B020
            room = self._width - len(line) - bool(line)
            if len(word) > room:
                head = self._head(word, room, number)
                if head:
                    self._lines.append(f"{line} {head}".lstrip())
                    rest = word[len(head.removesuffix("-")) :].removeprefix("-" if "-" in word else "")
                    line, word = "", rest if number in self._own else word[len(head) - 1 :]
                    self._column(number, cut=True)
                elif line:
                    self._lines.append(line)
                    self._column(number - 1, cut=False)
                    line = ""
            line = f"{line} {word}".lstrip()
        self._lines.append(line)
        return number + 1

    def _head(self, word: str, room: int, number: int) -> str:
        """What of the word stands at the line end, with its hyphen; nothing where it cannot be cut."""
        hyphens = [m.end() for m in re.finditer(r"(?<=\w)-(?=\w)", word) if m.end() <= room]
        if hyphens:
            self._own.add(number)
            return word[: hyphens[-1]]
        places = [place for place in _syllables(word) if place < room]
        if not places or "-" in word:
            return ""
        self._cut.add(number)
        return word[: places[-1]] + "-"

    def _column(self, number: int, *, cut: bool) -> None:
        """Now and then a column or a page ends here, in mid-sentence."""
        self._since += 1
        if self._since < _PAGE or self._random.random() < 0.6:
            return
        if not cut and self._lines[-1].rstrip("»”\")'").endswith((".", ":", ";", "?", "!")):
            return
        self._since = 0
        self._inside.add(number)
        self._lines.append(self._random.choice(("", "", "\n", "\f")))


def _syllables(word: str) -> list[int]:
    """Where a typesetter may cut a word: before a syllable, neither near its ends nor in an acronym or a number."""
    core = max(_LETTERS.finditer(word), key=lambda run: len(run.group()), default=None)
    if core is None or any(char.isdigit() for char in word) or core.group()[1:].lower() != core.group()[1:]:
        return []
    low, high = core.span()
    places = [onset.start() for onset in _ONSET.finditer(word, low, high)]
    return [p for p in places if low + _LEAST <= p <= high - _REST and _HAS_VOWEL.search(word, low, p)]


def score(text: str, broken: Broken, repaired: str) -> Score:
    """Compare the text with what ingest made of the broken one.

    Raises:
        ValueError: letters were lost or changed.
    """
    if _NOT_LETTER.sub("", text) != _NOT_LETTER.sub("", repaired):
        raise ValueError("repair changed letters")
    places = [i for i, char in enumerate(repaired) if not _NOT_LETTER.match(char)]
    found: list[str] = []
    joined: set[int] = set()
    at = 0
    words = text.split()
    for number, word in enumerate(words):
        size = len(_NOT_LETTER.sub("", word))
        low, high = places[at], places[at + size - 1] + 1
        found.append(repaired[low:high])
        after = repaired[low : places[at + size]] if at + size < len(places) else "\n\n"
        if "\n" not in after:
            joined.add(number)
        at += size
    right = {i for i, word in enumerate(words) if found[i] == word}
    broken_words = broken.own | broken.cut
    wrong = tuple(f"{words[i]} → {found[i]}" for i in sorted(broken_words - right))
    candidates = broken.inside | broken.ends
    joins = (len(broken.inside), len(joined & candidates), len(joined & broken.inside))
    return Score(
        (len(broken.own & right), len(broken.own)),
        (len(broken.cut & right), len(broken.cut)),
        tuple(f"{words[i]} → {found[i]}" for i in range(len(words)) if i not in right and i not in broken_words),
        joins,
        wrong,
    )
