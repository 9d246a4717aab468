"""The characters of a PDF page as pdfium gives them, with their box, size and look."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

_HYPHENS = frozenset({0x2, 0xFFFE})  # pdfium's sign for a hyphen at a line end
FAR = 20_000.0  # points: no page is larger
_INVISIBLE = 3  # how text is drawn that a program recognised in an image


class Char(NamedTuple):
    """A character: its ends and baseline in points, turned so that its direction runs from left to right."""

    text: str
    left: float
    right: float
    base: float
    size: float
    look: "Look"


class Look(NamedTuple):
    """How a piece of text is drawn."""

    size: float
    turn: int
    hidden: bool


def read_chars(textpage: Any, seen: tuple[float, float, float, float] | None) -> Iterator[Char | None]:
    """Every character of a page with its box; None for white space.

    Args:
        textpage: pdfium's text of the page.
        seen: left, bottom, right and top of what is seen of the page.
    """
    import pypdfium2.raw as pdfium

    raw = textpage.raw
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    to_box, to_x, to_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    get_code, get_box, get_origin = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharOrigin,
    )
    looks = _Looks(raw)
    look, asked = Look(0.0, 0, hidden=False), float("nan")  # the baseline for which it was asked
    low_x, low_y, high_x, high_y = seen or (-FAR, -FAR, FAR, FAR)
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = get_code(raw, index)
        if code in _HYPHENS:
            code = 0x2D
        text = chr(code) if 0x20 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else " "
        if text.isspace():
            asked = float("nan")
            yield None
            continue
        get_box(raw, index, to_box)
        get_origin(raw, index, to_x, to_y)
        left, right, base = box.left, box.right, y.value
        if not (low_x <= (left + right) / 2 <= high_x and low_y <= base <= high_y):
            yield None  # outside the page, or no number
            continue
        if base != asked:  # letters that follow each other on one line look alike
            look, asked = looks.of(index), base
        if look.turn:
            left, right, base = _turned(look.turn, (left, box.bottom, right, box.top), (x.value, base))
        size = look.size or max(box.top - box.bottom, 4.0)
        yield Char(text, left, right, base, size, look)


class _Looks:
    """How the characters of a page are drawn, asked once for each piece of text that the file has."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._known: dict[int, Look] = {}
        self._last = Look(0.0, 0, hidden=False)

    def of(self, index: int) -> Look:
        """The look of a character; one that pdfium made (a hyphen) looks like the one before it."""
        import pypdfium2.raw as pdfium

        item = pdfium.FPDFText_GetTextObject(self._raw, index)
        if not item:
            return self._last
        key = ctypes.addressof(item.contents)
        if key not in self._known:
            self._known[key] = self._ask(index, item)
        self._last = self._known[key]
        return self._last

    def _ask(self, index: int, item: Any) -> Look:
        import pypdfium2.raw as pdfium

        matrix = pdfium.FS_MATRIX()
        hidden = pdfium.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE
        if not pdfium.FPDFText_GetMatrix(self._raw, index, matrix):
            return Look(0.0, 0, hidden)
        size = pdfium.FPDFText_GetFontSize(self._raw, index) * math.hypot(matrix.c, matrix.d)
        turn = math.degrees(math.atan2(matrix.b, matrix.a)) if matrix.a or matrix.b else 0.0
        near = 90 * round(turn / 90)
        turn = near if abs(turn - near) < 5 else turn  # a page that was scanned askew is no other direction
        return Look(size if 1 <= size < FAR else 0.0, round(turn) % 360, hidden)


def _turned(
    turn: int, box: tuple[float, float, float, float], origin: tuple[float, float]
) -> tuple[float, float, float]:
    """Left, right and baseline of a character after its direction is turned to run from left to right."""
    cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    base = origin[1] * cosine - origin[0] * sine
    if turn % 90:
        along = origin[0] * cosine + origin[1] * sine  # the box says little about slanting letters
        return along, along + 0.6 * min(box[2] - box[0], box[3] - box[1]), base
    ends = [x * cosine + y * sine for x, y in (box[:2], box[2:])]
    return min(ends), max(ends), base
