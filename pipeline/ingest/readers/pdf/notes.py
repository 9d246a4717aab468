"""Footnotes of a PDF page: lines in small print at the foot of a column, the first with the sign of a note."""

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.ingest.raised import FIGURES, LOWERED
from pipeline.ingest.readers.pdf.rows import PdfColumn, PdfLine

_SMALL = 0.92  # of the body's print
_SIGN = re.compile(r"(?:[(\[]?(\d{1,3})[)\]]?\.?|[*†‡]{1,3})\s*[\"«“‘(\[]?\s?[^\W\d_]")
# A number that touches the word it stands at.
_CALL = re.compile(rf"((?<=[^\s\d/])\d{{1,3}}(?!\d)|(?<=\S)[{FIGURES}]{{1,3}})")


def find_notes(columns: Sequence[PdfColumn], skipped: Sequence[PdfLine], body: float) -> dict[PdfLine, bool]:
    """The lines of the notes at the foot of each column; true where a note begins.

    A number is the sign of a note where the text of the page has it at the end of a word, or where the next one
    follows: an address in small print begins with a number, too.
    """
    passed = frozenset(skipped)
    texts = [line.text for column in columns for line in column.lines]
    called = {int(call[1].translate(LOWERED)) for text in texts for call in _CALL.finditer(text)}
    found: dict[PdfLine, bool] = {}
    for column in columns:
        tail = list(_small(column, passed, body))
        starts = _starts(tail)
        if not starts or 2 * sum("\t" in line.text for line in tail) > len(tail):
            continue
        first = tail[starts[0]]
        sign = _SIGN.match(first.text)
        if len(starts) > 1 or not sign or sign[1] is None or int(sign[1]) in called:
            found.update((line, number in starts) for number, line in enumerate(tail) if number >= starts[0])
    return found


def _small(column: PdfColumn, passed: frozenset[PdfLine], body: float) -> Iterator[PdfLine]:
    """The lines in small print that a column ends with, from top to bottom."""
    lines = [line for line in column.lines if line not in passed]
    tail = list(itertools.takewhile(lambda line: line.size <= _SMALL * body, reversed(lines)))
    return reversed(tail)


def _starts(lines: Sequence[PdfLine]) -> list[int]:
    """The lines that begin a note: with a star, or the number that comes next."""
    starts: list[int] = []
    last: int | None = None
    for index, line in enumerate(lines):
        sign = _SIGN.match(line.text)
        if sign is None:
            continue
        number = int(sign[1]) if sign[1] else None
        if number is None or last is None or number == last + 1:
            starts.append(index)
            last = number if number is not None else last
    return starts
