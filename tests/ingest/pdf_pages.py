"""Draws PDFs in columns whose right reading is known."""

import io
import random
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

FRENCH = (
    "Le ministre norvégien a reçu lundi les délégués des îles, qui demandaient depuis l'automne la réouverture de la "
    "ligne de bateaux entre Bergen et les ports du nord. Il leur a promis une réponse avant la fin du mois."
)
ENGLISH = (
    "On Monday the Norwegian minister received the delegates of the islands, who had asked since the autumn for the "
    "line of boats between Bergen and the northern ports. He promised them an answer before the end of the month."
)
FRENCH_PARTS = (
    ("Le ministre", "La délégation", "L'ambassadrice de Norvège", "Le secrétaire d'État", "La commission mixte"),
    ("a présenté à ses partenaires", "a longuement défendu", "examinera avant la fin du mois", "souhaite accélérer"),
    (
        "un accord sur la pêche",
        "le projet de liaison ferroviaire",
        "la réforme des visas",
        "une aide de 3 millions d'euros",
    ),
    (
        "dont le coût reste à préciser",
        "que les deux capitales attendent",
        "préparé depuis l'automne 2011",
        "sans grand débat",
    ),
    ("lors d'une réunion tenue à Oslo.", "devant les députés.", "malgré les réserves de Lisbonne.", "le 14 mars 2013."),
)
ENGLISH_PARTS = (
    ("The minister", "A small delegation", "The Norwegian ambassador", "The committee of experts", "Her predecessor"),
    ("presented to the partners", "had long defended", "will examine before the end of the month", "hopes to speed up"),
    ("an agreement on fisheries", "the plan for a railway link", "the reform of visas", "a grant of 3 million euros"),
    (
        "whose cost is still unknown",
        "which both capitals expect",
        "prepared since the autumn of 2011",
        "without much debate",
    ),
    ("at a meeting held in Oslo.", "before the members.", "in spite of doubts in Lisbon.", "on 14 March 2013."),
)


class Look(NamedTuple):
    """How a document is set."""

    columns: int = 2
    gutter: float = 20
    indent: bool = True
    justified: bool = True
    interleaved: bool = False
    offset: float = 0  # how much lower each column stands than the one before
    heading: bool = False  # one over the full width in the middle of each page
    french: bool = True
    pages: int = 2


class Drawn(NamedTuple):
    """A PDF and its paragraphs and headings in reading order."""

    data: bytes
    paragraphs: list[str]


class _Line(NamedTuple):
    words: tuple[str, ...]
    indent: float
    last: bool


_FONT, _SIZE, _LEADING, _LEFT, _RIGHT, _TOP, _FOOT = "Times-Roman", 10, 12, 56, 539, 740, 90


def draw(look: Look, seed: int = 0) -> Drawn:
    """A document with running head and page number on every page; paragraphs go on over columns and pages."""
    chance = random.Random(seed)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    width = (_RIGHT - _LEFT - look.gutter * (look.columns - 1)) / look.columns
    title = "Une saison de traités" if look.french else "A season of treaties"
    paragraphs, lines = [title], list[_Line]()
    for page in range(look.pages):
        _furniture(canvas, page, title, look)
        bands = [(_TOP - 40 if page == 0 else _TOP, 430), (390, _FOOT)] if look.heading else [(_TOP - 40, _FOOT)]
        for number, (top, foot) in enumerate(bands):
            if number:
                heading = f"Partie {page + 1} : les suites" if look.french else f"Part {page + 1}: what came after"
                canvas.setFont("Times-Bold", 14)
                canvas.drawString(_LEFT, top + 14, heading)
                paragraphs.append(heading)
            rows = int((top - foot) / _LEADING)
            ends = look.heading or page == look.pages - 1
            lines = _fill(lines, rows * look.columns, look, width, chance, paragraphs, ends)
            _band(canvas, [lines[i * rows : (i + 1) * rows] for i in range(look.columns)], top, width, look)
            lines = lines[rows * look.columns :]
        canvas.showPage()
    canvas.save()
    return Drawn(buffer.getvalue(), paragraphs)


def _furniture(canvas: Canvas, page: int, title: str, look: Look) -> None:
    canvas.setFont("Times-Italic", 8)
    canvas.drawString(_LEFT, 800, "Cahiers du Nord" if look.french else "Northern Papers")
    canvas.drawRightString(_RIGHT, 800, "avril 2013" if look.french else "April 2013")
    canvas.drawCentredString((_LEFT + _RIGHT) / 2, 40, f"– {page + 1} –")
    if page == 0:
        canvas.setFont("Times-Bold", 20)
        canvas.drawString(_LEFT, 750, title)


def _fill(
    lines: list[_Line],
    count: int,
    look: Look,
    width: float,
    chance: random.Random,
    paragraphs: list[str],
    ends: bool,
) -> list[_Line]:
    """Lines for a band; where it ends the text, the last paragraph is cut so that the band is as good as full."""
    while len(lines) < count:
        text = " ".join(_sentence(look, chance) for _ in range(chance.randint(2, 5)))
        wrapped = _wrap(text.split(), width, look)
        if ends and len(lines) + len(wrapped) > count:
            break
        lines = lines + wrapped
        paragraphs.append(text)
    return lines + [_Line((), 0, last=True)] * (count - len(lines))


def _sentence(look: Look, chance: random.Random) -> str:
    return " ".join(chance.choice(parts) for parts in (FRENCH_PARTS if look.french else ENGLISH_PARTS))


def _wrap(words: Sequence[str], width: float, look: Look) -> list[_Line]:
    lines: list[_Line] = []
    line: list[str] = []
    indent = 12.0 if look.indent else 0.0
    for word in words:
        if line and stringWidth(" ".join([*line, word]), _FONT, _SIZE) > width - indent:
            lines.append(_Line(tuple(line), indent, last=False))
            line, indent = [], 0.0
        line.append(word)
    lines.append(_Line(tuple(line), indent, last=True))
    return lines if look.indent else [*lines, _Line((), 0, last=True)]


def _band(canvas: Canvas, columns: Sequence[Sequence[_Line]], top: float, width: float, look: Look) -> None:
    canvas.setFont(_FONT, _SIZE)
    placed: list[list[tuple[float, float, _Line]]] = []
    for number, column in enumerate(columns):
        y = top - number * look.offset
        placed.append([])
        for line in column:
            placed[-1].append((_LEFT + number * (width + look.gutter), y, line))
            y -= _LEADING
    if look.interleaved:
        placed = [[item for item in row if item is not None] for row in zip_longest(*placed)]
    for x, y, line in (item for group in placed for item in group):
        _draw_line(canvas, x + line.indent, y, line, width - line.indent if look.justified else None)


def _draw_line(canvas: Canvas, x: float, y: float, line: _Line, width: float | None) -> None:
    text = " ".join(line.words)
    row = canvas.beginText(x, y)
    stretched = width is not None and not line.last and len(line.words) > 1
    row.setWordSpace((width - stringWidth(text, _FONT, _SIZE)) / (len(line.words) - 1) if width and stretched else 0)
    row.textOut(text)
    canvas.drawText(row)


def wrap_text(text: str, width: float, size: float) -> list[str]:
    """A text in lines of at most so many points."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, _FONT, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
