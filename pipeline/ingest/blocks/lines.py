"""Lines of plain text: where they are, and what their first and last signs tell."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029]")
# Also the bullets of Symbol and Wingdings, which word processors write as private characters, and a point of typists.
_MARK = re.compile(
    r"(?:[-–—•·◦▪▫●○■□►▶▸‣⁃➢➤→⇒✓✔❖*+\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0fc]|--|->|=>|>|o(?=\s{2})|\.(?=\s+[A-ZÀ-Þ]))\s+(?=\S)"
)
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivxIVX]{2,5})[.)]|\(?[A-Z]\)|[a-z]\s\)|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}°\)?)\s+(?=\S)"
)
_LETTER = re.compile(r"([A-Z]|[IVX]{1,5})\.\s+(?=\S)")
_LONE_NUMBER = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|\d{1,3}\.|[a-z]\.|[ivx]{2,5}\.)\Z")
_SPEAKER = re.compile(r"(?:[QR]\s?[.:]|[^\W\d_a-z]{2,}(?:[ .'’-]+[^\W\d_a-z]+){0,5}\s?:)\s")  # `Q: `, `LE JOURNAL : `
_SEPARATOR = re.compile(r"[\s*•·●○■□▪◆◇❖✦★_=~#+|–—―-]+\Z|[.,'’`^]\Z|[oO0]\s?[oO0]\s?[oO0]\Z")
_HYPHENS = frozenset("-\u00ad\u00ac\u2010\u2011\x02\ufffe")
_END = re.compile(r"[.!?…:;][\"”»’')\]]*(?:\s?\(?\d{1,2}\)?)?\Z|[.!?…]\s?[»”]\Z")
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


def is_lone_marker(content: str) -> bool:
    """Whether a line has only the number of an item, whose text is in the next: `12.`, `(a)`, `iv)`."""
    return len(content) < 7 and _LONE_NUMBER.match(content) is not None


def is_spoken(content: str) -> bool:
    """Whether a line begins with the one who says it: `Q: …`, `R. …`, `LE JOURNAL : …`."""
    return _SPEAKER.match(content) is not None


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


def has_cells(content: str) -> bool:
    """Whether a line is a row of a table: cells between tabs, wide gaps or bars; what parts a list's sign is no gap.

    >>> has_cells("Port\\t2015\\t2016"), has_cells("2.\\tThey discussed trade.")
    (True, False)
    """
    content = content[list_marker(content) :]
    return "\t" in content or content.count("|") > 1 or ("    " in content and _GAP.search(content) is not None)
