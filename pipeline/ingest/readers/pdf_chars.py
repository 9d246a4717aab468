"""The characters of a PDF page as words on a baseline, with their box and size."""

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

_HYPHENS = frozenset({0x2, 0xFFFE})  # pdfium's sign for a hyphen at a line end
_SPACE = 0.18  # em: a wider gap is a space
_FAR = 20_000.0  # points: no page is larger
_SPACED = 4  # letters alone, one after the other: a word set with space between its letters


class Word(NamedTuple):
    """Characters without white space; coordinates in points, `base` (the baseline) counts upwards."""

    text: str
    left: float
    right: float
    base: float
    size: float


class _Char(NamedTuple):
    text: str
    left: float
    right: float
    base: float
    size: float


def read_words(textpage: Any) -> list[Word]:
    """The words of a page in the order of its content."""
    words: list[Word] = []
    run: list[_Char] = []
    for char in _chars(textpage):
        if run and (char is None or not _same_word(run[-1], char)):
            words.append(_word(run))
            run = []
        if char is not None:
            run.append(char)
    return _unspaced([*words, _word(run)] if run else words)


def _chars(textpage: Any) -> Iterator[_Char | None]:
    """Every character with its box; None for white space."""
    import pypdfium2.raw as pdfium

    raw = textpage.raw
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in _HYPHENS:
            code = 0x2D
        if code <= 0x20 or code == 0xA0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or chr(code).isspace():
            yield None
            continue
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        if not (-_FAR < box.left <= box.right < _FAR and -_FAR < y.value < _FAR):
            yield None  # far outside any page, or no number
            continue
        size = pdfium.FPDFText_GetFontSize(raw, index)
        height = box.top - box.bottom
        if size <= 2 or size > 12 * max(height, 1.0):  # sizes scaled by a matrix: take the box instead
            size = max(height, 4.0)
        yield _Char(chr(code), box.left, box.right, y.value, size)


def _same_word(last: _Char, char: _Char) -> bool:
    if abs(char.base - last.base) > 0.45 * max(char.size, last.size):
        return False
    return -0.6 * char.size < char.left - last.right <= _SPACE * char.size


def _word(run: Sequence[_Char]) -> Word:
    middle = len(run) // 2
    base, size = sorted(char.base for char in run)[middle], sorted(char.size for char in run)[middle]
    return Word("".join(char.text for char in run), run[0].left, max(char.right for char in run), base, size)


def _unspaced(words: Sequence[Word]) -> list[Word]:
    """The words with those put together that are set `L I K E  T H I S`."""
    found: list[Word] = []
    for alone, group in itertools.groupby(words, key=lambda word: len(word.text) == 1):
        run = list(group)
        found += _close_up(run) if alone and len(run) >= _SPACED else run
    return found


def _close_up(letters: Sequence[Word]) -> list[Word]:
    """Letters joined where the gap is the usual one between them; a wider one is a space between words."""
    gaps = [b.left - a.right if abs(a.base - b.base) < 1 else -1.0 for a, b in itertools.pairwise(letters)]
    usual = sorted(gaps)[len(gaps) // 2]
    near = [0 < gap <= 1.4 * usual + 0.05 * letters[0].size for gap in gaps]
    if usual > 1.2 * letters[0].size or sum(near) < 0.6 * len(near) or not any(a.text.isalpha() for a in letters):
        return list(letters)
    words = [letters[0]]
    for letter, joins in zip(letters[1:], near, strict=True):
        if joins:
            words[-1] = words[-1]._replace(text=words[-1].text + letter.text, right=letter.right)
        else:
            words.append(letter)
    return words
