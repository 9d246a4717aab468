"""PDFs drawn from the text of the bench: A4 pages in columns, justified, with running heads and page numbers."""

import io
from importlib.util import find_spec
from typing import NamedTuple

_FONT, _SIZE, _LEADING = "Times-Roman", 10, 12
_LEFT, _RIGHT, _TOP, _FOOT, _GUTTER = 56, 539, 760, 80, 20
_HEAD = "Dépêche"


class Drawn(NamedTuple):
    """A PDF and how many pages it has."""

    data: bytes
    pages: int


def can_draw() -> bool:
    """Whether reportlab, a dependency of development only, is installed."""
    return find_spec("reportlab") is not None


def draw_pdf(text: str, columns: int) -> Drawn:
    """The text on pages of so many columns."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    width = (_RIGHT - _LEFT - _GUTTER * (columns - 1)) / columns
    lines = [line for paragraph in text.split("\n\n") for line in [*_wrap(paragraph.split(), width), ([], 0.0)]]
    rows = (_TOP - _FOOT) // _LEADING
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    size = rows * columns
    for page, start in enumerate(range(0, len(lines), size), 1):
        canvas.setFont(_FONT, _SIZE)
        canvas.drawString(_LEFT, 800, _HEAD)
        canvas.drawCentredString((_LEFT + _RIGHT) / 2, 40, str(page))
        for number, (words, stretch) in enumerate(lines[start : start + size]):
            column, row = divmod(number, rows)
            line = canvas.beginText(_LEFT + column * (width + _GUTTER), _TOP - row * _LEADING)
            line.setWordSpace(stretch)
            line.textOut(" ".join(words))
            canvas.drawText(line)
        canvas.showPage()
    canvas.save()
    return Drawn(buffer.getvalue(), -(-len(lines) // size))


def _wrap(words: list[str], width: float) -> list[tuple[list[str], float]]:
    """The lines of a paragraph, each with what is added to its blanks."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    blank = stringWidth(" ", _FONT, _SIZE)
    lines: list[tuple[list[str], float]] = []
    line: list[str] = []
    room = width
    for word in words:
        needed = stringWidth(word, _FONT, _SIZE)
        if line and needed > room:
            lines.append((line, (room + blank) / max(len(line) - 1, 1)))
            line, room = [], width
        line.append(word)
        room -= needed + blank
    return [*lines, (line, 0.0)]
