"""Lines of plain text, and which of them belong together: hard wraps, column and page breaks undone."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.ingest.labels import is_labelled

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029]")
# Also the bullets of Symbol and Wingdings, which word processors write as private characters, and a point of typists.
_MARK = re.compile(
    r"(?:[-–—•·◦▪▫●○■□►▶▸‣⁃➢➤→⇒✓✔❖*+\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0fc]|--|->|=>|>|o(?=\s{2})|\.(?=\s+[A-ZÀ-Þ]))\s+(?=\S)"
)
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivxIVX]{2,5})[.)]|\(?[A-Z]\)|[a-z]\s\)|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}°\)?)\s+(?=\S)"
)
_DECIMAL = re.compile(r"\d{1,3}\.\d+\s+[^\W\d_A-Z]")
_ACRONYM = re.compile(r"\([A-ZÀ-Þ][\w&/-]{1,11}\)")
_LETTER = re.compile(r"([A-Z]|[IVX]{1,5})\.\s+(?=\S)")
_SEPARATOR = re.compile(r"[\s*•·●○■□▪◆◇❖✦★_=~#+–—―-]+\Z|[oO0]\s?[oO0]\s?[oO0]\Z")
_HYPHENS = frozenset("-\u00ad\u00ac\u2010\u2011\x02\ufffe")
_END = re.compile(r"[.!?…:;][\"”»’')\]]*(?:\s?\(?\d{1,2}\)?)?\Z|[.!?…]\s?[»”]\Z")
_WORD = re.compile(r"\S+")
_APART = re.compile(r"(?<=\S)[^\S\n]{6,}(?=[\"“«(]?[A-ZÀ-Þ][^\W\d_.]*)")
_GAP = re.compile(r"\S(?: {4,}|\t\s*)\S")
_FAR = 2  # empty lines that part two texts in any document
_ORDERS = (
    tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"),
)


class Line(NamedTuple):
    """A line without the white space around it; `gap`: empty lines before it; `indent`: white space at its start."""

    start: int
    end: int
    gap: int
    indent: int


def split_lines(text: str, start: int, end: int) -> list[Line]:
    """The lines of a piece of text that show something."""
    lines: list[Line] = []
    previous_end = start
    for match in _LINE.finditer(text, start, end):
        content = match.group()
        low, high = match.span()
        indent = 0
        if content[0].isspace() or content[-1].isspace():
            size = len(content.strip())
            if not size:
                continue
            indent = len(content) - len(content.lstrip())
            low += indent
            high = low + size
        gap = 0
        if lines and match.start() - previous_end > 1:
            gap = max(0, len(_BREAK.findall(text, previous_end, match.start())) - 1)
        lines.append(Line(low, high, gap, indent))
        previous_end = high
    return lines


def part_cells(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, of which one that stands alone with two texts far apart (`Fact sheet      Updated: …`) makes two.

    Beside its like it is a row of a table and stays whole.
    """
    around = (lines[0].start, lines[-1].end) if lines else (0, 0)
    if text.find("    ", *around) < 0 and text.find("\t", *around) < 0:
        return list(lines)
    wide = [_GAP.search(text, line.start, line.end) is not None for line in lines]
    parted: list[Line] = []
    for i, line in enumerate(lines):
        gap = _APART.search(text, line.start, line.end) if wide[i] and not any(wide[max(0, i - 1) : i]) else None
        if gap is None or any(wide[i + 1 : i + 2]) or _GAP.search(text, gap.end(), line.end):
            parted.append(line)
        else:
            parted += (line._replace(end=gap.start()), Line(gap.end(), line.end, _FAR, line.indent))
    return parted


def list_marker(content: str) -> int:
    """The length of the sign or number that begins a list item, 0 where there is none."""
    if content[:6].isalpha():  # most lines: no sign, and too long for a number
        return 0
    match = _MARK.match(content) or _NUMBER.match(content)
    return match.end() if match else 0


def is_separator(content: str) -> bool:
    """Whether a line has nothing but signs that part what is above from what is below.

    >>> is_separator("* * *"), is_separator("______"), is_separator("- 3 -"), is_separator("…")
    (True, True, False, False)
    """
    return (not content[:1].isalpha() or content[0] in "oO") and _SEPARATOR.match(content) is not None


def lettered(contents: Sequence[str]) -> frozenset[int]:
    """The lines that a capital letter numbers. Alone it is an initial or a title; in its order (A, B; I, II) it counts.

    >>> sorted(lettered(["A. Trade", "C. Dupont said", "B. Culture", "M. Vasseur", "I. Newton"]))
    [0, 2]
    """
    marks = [(i, match[1]) for i, content in enumerate(contents) if (match := _LETTER.match(content))]
    found: set[int] = set()
    for order in _ORDERS if len(marks) > 1 else ():
        run: list[int] = []
        for index, mark in marks:
            if mark == order[0]:
                run = [index]
            elif run and len(run) < len(order) and mark == order[len(run)]:
                run.append(index)
                found.update(run)
    return frozenset(found)


def is_bullet(content: str) -> bool:
    """Whether a line begins with a sign of a list (not a number)."""
    return _MARK.match(content) is not None


def ends_sentence(content: str) -> bool:
    """Whether a line ends as a sentence, clause before a list, or heading with colon does."""
    return not content[-1:].isalpha() and _END.search(content[-12:]) is not None


def ends_hyphen(content: str) -> bool:
    """Whether a line ends in a letter and a hyphen."""
    return content[-1:] in _HYPHENS and content[-2:-1].isalnum()


class Wrapping:
    """Decides which neighbouring lines of a document are one paragraph."""

    def __init__(self, text: str, lines: Sequence[Line], open_words: frozenset[str]) -> None:
        self._lines = lines
        self._open = open_words
        self._spaced = _double_spaced(lines)
        self._lengths = [line.end - line.start for line in lines]
        contents = [text[line.start : line.end] for line in lines]
        self._contents = contents
        self._lettered = lettered(contents)
        self._alone = [_columns(content) or is_separator(content) for content in contents]

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
        if self._lines[index].gap > self._spaced:
            return False
        above, below = self._content(index - 1), self._content(index)
        if ends_hyphen(above):
            return below[0].isalnum()
        if self._alone[index - 1] or self._alone[index] or index in self._lettered:
            return False
        if self._is_row(index, first) or self._is_indented(index, first):
            return False
        if _ACRONYM.match(below):
            return not ends_sentence(above)
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
        return _is_open(above, self._open) or (above.endswith(",") and _DECIMAL.match(below) is not None)

    def _is_row(self, index: int, first: int) -> bool:
        """Whether the line is a row of a fact sheet under or over another: `Capital: Santiago`."""
        if not is_labelled(self._contents[index]) or _is_open(self._contents[index - 1], self._open):
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
            return below[0].islower() or not self._fits(index, above, below, 0.15)
        if above.endswith(",") and below[0].isupper() and self._fits(index, above, below, 0.25):
            return False  # one form of address under the other
        return goes_on(above, below, self._open) or not self._fits(index, above, below, 0.25)

    def _is_dash(self, index: int, above: str, below: str, *, in_item: bool) -> bool:
        """Whether the sign that begins a line is a dash inside a sentence and not a list's."""
        if in_item or not is_bullet(below) or ends_sentence(above) or above.endswith(","):
            return False
        around = range(max(0, index - 5), min(len(self._lines), index + 6))
        alone = not any(is_bullet(self._content(i)) for i in around if i != index)
        return alone and not self._fits(index, above, below, 0.25)

    def _fits(self, index: int, above: str, below: str, margin: float) -> bool:
        """Whether the first word below had room on the line above: then the line ended on purpose."""
        width = max(self._lengths[max(0, index - 8) : index + 8])  # of the column, as the lines around it show it
        word = _WORD.match(below)
        room = width - len(above) - 1 - (len(word.group()) if word else 0)
        return width > 160 or room > margin * width

    def _content(self, index: int) -> str:
        return self._contents[index]


def goes_on(above: str, below: str, open_words: frozenset[str]) -> bool:
    """Whether a sentence clearly runs on from one line to the next: it is open and the next begins in lower case."""
    if ends_sentence(above):
        return False
    if below[0].islower() or below[0] in "),;»" or _ACRONYM.match(below):
        return not list_marker(below)
    if above.isupper() and below.isupper() and below.split(None, 1)[0].lower() in open_words:
        return not list_marker(below)
    return (_is_open(above, open_words) or above.endswith(",")) and not list_marker(below)


def _is_open(content: str, open_words: frozenset[str]) -> bool:
    """Whether a line ends in a word that no sentence ends in."""
    last = content.rsplit(None, 1)[-1]
    return last.lower() in open_words or last in open_words


def _columns(content: str) -> bool:
    """A row of a table: cells between tabs, wide gaps or bars."""
    return "\t" in content or content.count("|") > 1 or ("    " in content and _GAP.search(content) is not None)


def _double_spaced(lines: Sequence[Line]) -> int:
    """1 where an empty line follows every line, so that it means nothing; else 0."""
    if len(lines) < 12:
        return 0
    gaps = sorted(line.gap for line in lines[1:])
    lengths = sorted(line.end - line.start for line in lines)
    usual = bisect_right(gaps, 0) < len(gaps) // 10 and bisect_right(gaps, 1) > 0.7 * len(gaps)
    return int(usual and lengths[-1] < 110 and lengths[len(lengths) // 2] > 0.8 * lengths[-1])
