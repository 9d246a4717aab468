"""The characters of a PDF page as fragments: runs of text on one baseline, with their box and size."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

_HYPHENS = frozenset({0x2, 0xFFFE})  # pdfium's sign for a hyphen at a line end
_SPLIT = 1.1  # em: a wider gap parts fragments
_SPACE = 0.18  # em: a wider gap is a space


class Fragment(NamedTuple):
    """Text on one baseline; coordinates in points, y counts upwards from the bottom of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


class _Char(NamedTuple):
    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float


def read_fragments(textpage: Any) -> list[Fragment]:
    """The fragments of a page in the order of its content."""
    fragments: list[Fragment] = []
    run: list[_Char] = []
    space = False
    for char in _chars(textpage):
        if char is None or char.text.isspace():
            space = True
            continue
        if run and not _same_run(run[-1], char):
            fragments.append(_fragment(run))
            run = []
        elif run and (space or char.left - run[-1].right > _SPACE * char.size):
            run.append(_Char(" ", run[-1].right, char.left, char.bottom, char.top, char.base, char.size))
        run.append(char)
        space = False
    return [*fragments, _fragment(run)] if run else fragments


def _chars(textpage: Any) -> Iterator[_Char | None]:
    """Every character with its box; None for white space."""
    import pypdfium2.raw as pdfium

    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(textpage.raw)):
        code = pdfium.FPDFText_GetUnicode(textpage.raw, index)
        if code in _HYPHENS:
            code = 0x2D
        if code <= 0x20 or code == 0xA0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            yield None
            continue
        pdfium.FPDFText_GetLooseCharBox(textpage.raw, index, box)
        pdfium.FPDFText_GetCharOrigin(textpage.raw, index, x, y)
        size = pdfium.FPDFText_GetFontSize(textpage.raw, index)
        height = box.top - box.bottom
        if size <= 2 or size > 12 * max(height, 1.0):  # sizes scaled by a matrix: take the box instead
            size = max(height, 4.0)
        yield _Char(chr(code), box.left, box.right, box.bottom, box.top, y.value, size)


def _same_run(last: _Char, char: _Char) -> bool:
    if abs(char.base - last.base) > 0.45 * max(char.size, last.size):
        return False
    return -0.6 * char.size < char.left - last.right < _SPLIT * max(char.size, last.size)


def _fragment(run: list[_Char]) -> Fragment:
    size = sorted(char.size for char in run)[len(run) // 2]
    base = sorted(char.base for char in run)[len(run) // 2]
    text = "".join(char.text for char in run)
    return Fragment(text, run[0].left, max(char.right for char in run), base, base + size, size)
