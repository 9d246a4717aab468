"""Which lines of plain text belong together: hard wraps undone."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.ingest.blocks.labels import is_labelled
from pipeline.ingest.blocks.lines import (
    Line,
    ends_hyphen,
    ends_sentence,
    has_cells,
    is_bullet,
    is_lone_marker,
    is_separator,
    is_spoken,
    lettered,
    list_marker,
)

_DECIMAL = re.compile(r"\d{1,3}\.\d+\s+[^\W\d_A-Z]")
_ACRONYM = re.compile(r"\([A-ZÀ-Þ][\w&/-]{1,11}\)")
_FAR = 2  # empty lines that part a number from what it counts
_SECTION = re.compile(r"[A-HIVX]{1,5}\.\s+[A-ZÀ-Þ][^\W\d_]{2}")
_INITIAL = re.compile(r"\b[A-ZÀ-Þ]\.\Z")
_UNWRAPPED = 160  # characters of a line that is a whole paragraph
_WORD = re.compile(r"\S+")


class LineWords(NamedTuple):
    """Words that tell where a text goes on: no line of running text ends in `open`; `clauses` begin a new paragraph."""

    open: frozenset[str]
    clauses: frozenset[str]


class Wrapping:
    """Decides which neighbouring lines of a document are one paragraph."""

    def __init__(self, text: str, lines: Sequence[Line], words: LineWords) -> None:
        self._lines = lines
        self._words = words
        self._spaced = _double_spaced(lines)
        self._lengths = [line.end - line.start for line in lines]
        contents = [text[line.start : line.end] for line in lines]
        self._contents = contents
        self._lettered = lettered(contents)
        self._alone = [has_cells(content) or is_separator(content) for content in contents]

    def groups(self) -> list[tuple[int, int]]:
        """Half-open ranges of line numbers, each one paragraph, heading or list item."""
        found: list[tuple[int, int]] = []
        first = 0
        for index in range(1, len(self._lines)):
            if not self._joined(index, first):
                found.append((first, index))
                first = index
        return [*found, (first, len(self._lines))] if self._lines else []

    def _joined(self, index: int, first: int) -> bool:
        """Whether line `index` goes on the group that began with line `first`; over empty lines it never does here."""
        above, below = self._content(index - 1), self._content(index)
        if is_lone_marker(above) and index - 1 == first and self._lines[index].gap < _FAR:
            return not is_lone_marker(below) and below[0].isalnum()
        if self._lines[index].gap > self._spaced or begins_clause(above, below, self._words):
            return False
        if ends_hyphen(above):
            return below[0].isalnum()
        if self._alone[index - 1] or self._alone[index] or index in self._lettered:
            return False
        if self._is_row(index, first) or self._is_indented(index, first):
            return False
        if _ACRONYM.match(below):
            return not ends_sentence(above)
        if is_lone_marker(below):
            return is_open(above, self._words)
        if list_marker(below):
            if self._is_number(above, below) and not self._fits(index, above, below, 0.1):
                return True
            return self._is_dash(index, above, below, in_item=list_marker(self._content(first)) > 0)
        if above.isupper() != below.isupper() and len(above) > 3 and len(below) > 3:
            return False
        return self._flows(index, above, below)

    def _is_number(self, above: str, below: str) -> bool:
        """The rest of a full line, no number of a list: `on 30 and` / `31. The …`, `731 ships,` / `92.9 m …`."""
        if not below[0].isdigit():
            return False
        return is_open(above, self._words) or (above.endswith(",") and _DECIMAL.match(below) is not None)

    def _is_row(self, index: int, first: int) -> bool:
        """Whether the line is a row of a fact sheet under or over another: `Capital: Santiago`."""
        if not is_labelled(self._contents[index]) or is_open(self._contents[index - 1], self._words):
            return False
        return is_labelled(self._contents[first]) or any(map(is_labelled, self._contents[index + 1 : index + 3]))

    def _is_indented(self, index: int, first: int) -> bool:
        """Whether the line begins a paragraph: set in under a full stop, and not like the lines after it."""
        indent = self._lines[index].indent
        if not 0 < indent - self._lines[index - 1].indent < 9 or not ends_sentence(self._contents[index - 1]):
            return False
        if index + 1 < len(self._lines) and not self._lines[index + 1].gap:
            return self._lines[index + 1].indent < indent
        return index - 1 > first

    def _flows(self, index: int, above: str, below: str) -> bool:
        if above.endswith((":", ";")):
            return not self._fits(index, above, below, 0.1)
        if ends_sentence(above):
            if self._width(index) > _UNWRAPPED or _is_section(above, below) or is_spoken(below):
                return False
            return below[0].islower() or not self._fits(index, above, below, 0.15)
        if above.endswith(",") and below[0].isupper() and self._fits(index, above, below, 0.25):
            return False  # one form of address under the other
        return goes_on(above, below, self._words) or not self._fits(index, above, below, 0.25)

    def _is_dash(self, index: int, above: str, below: str, *, in_item: bool) -> bool:
        """Whether the sign that begins a line is a dash inside a sentence and not a list's."""
        if in_item or not is_bullet(below) or ends_sentence(above) or above.endswith(","):
            return False
        around = range(max(0, index - 5), min(len(self._lines), index + 6))
        alone = not any(is_bullet(self._content(i)) for i in around if i != index)
        return alone and not self._fits(index, above, below, 0.25)

    def _fits(self, index: int, above: str, below: str, margin: float) -> bool:
        """Whether the first word below had room on the line above: then the line ended on purpose."""
        width = self._width(index)
        word = _WORD.match(below)
        room = width - len(above) - 1 - (len(word.group()) if word else 0)
        return width > _UNWRAPPED or room > margin * width

    def _width(self, index: int) -> int:
        """The width of the column, as the lines around one show it."""
        return max(self._lengths[max(0, index - 8) : index + 8])

    def _content(self, index: int) -> str:
        return self._contents[index]


def goes_on(above: str, below: str, words: LineWords) -> bool:
    """Whether a sentence clearly runs on from one line to the next: it is open and the next begins in lower case."""
    if ends_sentence(above):
        return False
    if below[0].islower() or below[0] in "),;»" or _ACRONYM.match(below):
        return not list_marker(below)
    if above.isupper() and below.isupper() and below.split(None, 1)[0].lower() in words.open:
        return not list_marker(below)
    if list_marker(below) or is_lone_marker(below) or begins_clause(above, below, words):
        return False
    return is_open(above, words) or above.endswith(",")


def _is_section(above: str, below: str) -> bool:
    """Whether a line is the head of a section under the end of another: `… next year.` / `II. Trade`."""
    if len(below) > 70 or ends_sentence(below) or _INITIAL.search(above):
        return False
    return _SECTION.match(below) is not None


def begins_clause(above: str, below: str, words: LineWords) -> bool:
    """Whether a line begins a clause of a preamble under another: `…, / Recalling …`, `…; / Vu …`."""
    return above[-1] in ",;:" and below[0].isupper() and below.split(None, 1)[0].rstrip(",").lower() in words.clauses


def is_open(content: str, words: LineWords) -> bool:
    """Whether a line ends in a word that no sentence ends in."""
    last = content.rsplit(None, 1)[-1]
    return last.lower() in words.open or last in words.open


def _double_spaced(lines: Sequence[Line]) -> int:
    """1 where an empty line follows every line, so that it means nothing; else 0."""
    if len(lines) < 12:
        return 0
    gaps = sorted(line.gap for line in lines[1:])
    lengths = sorted(line.end - line.start for line in lines)
    usual = bisect_right(gaps, 0) < len(gaps) // 10 and bisect_right(gaps, 1) > 0.7 * len(gaps)
    return int(usual and lengths[-1] < 110 and lengths[len(lengths) // 2] > 0.8 * lengths[-1])
