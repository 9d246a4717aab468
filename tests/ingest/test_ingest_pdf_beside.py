"""What stands beside text on PDF pages: letterheads, line numbers, drawn tables, signs of lists, leaders, capitals."""

import io
from collections.abc import Sequence

import pytest
from pdf_pages import wrap_text
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

FRENCH = (
    "Le ministre norvégien a reçu lundi les délégués des îles, qui demandaient depuis l'automne la réouverture de la "
    "ligne de bateaux entre Bergen et les ports du nord. Il leur a promis une réponse avant la fin du mois, sans dire "
    "quels moyens la région obtiendrait. Les délégués ont salué un geste, mais attendent encore les chiffres que le "
    "ministère prépare depuis la rencontre de Porto."
)
ENGLISH = (
    "On Monday the Norwegian minister received the delegates of the islands, who had asked since the autumn for the "
    "line of boats between Bergen and the northern ports. He promised them an answer before the end of the month, "
    "but did not say what the region would be given. The delegates spoke of a good sign and still wait for the "
    "figures which the ministry has been preparing since the meeting in Porto."
)


class Sheet:
    """A page to write on; `y` counts upwards from its foot."""

    def __init__(self) -> None:
        self._stream = io.BytesIO()
        self.canvas = Canvas(self._stream, pagesize=A4, invariant=1)

    def write(self, x: float, y: float, text: str, size: float = 11) -> None:
        self.canvas.setFont("Times-Roman", size)
        self.canvas.drawString(x, y, text)

    def flow(self, text: str, top: float, *, left: float = 72, width: float = 440, size: float = 11) -> float:
        """A paragraph; returns the place of the line below it."""
        lines = wrap_text(text, width, size)
        for number, line in enumerate(lines):
            self.write(left, top - 1.25 * size * number, line, size)
        return top - 1.25 * size * len(lines)

    def read(self, resources: IngestResources) -> Ingested:
        self.canvas.showPage()
        self.canvas.save()
        return ingest(self._stream.getvalue(), path="a.pdf", document_id="a", override=None, resources=resources)[0]


def blocks(done: Ingested) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(done.text[block.start : block.end].split())) for block in done.blocks]


def everything(done: Ingested) -> list[str]:
    return [text for _, text in blocks(done)] + [line for drop in done.dropped for line in drop.text.split("\n")]


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        (
            ("Commission des ports", "Direction des phares", "Bureau 214"),
            ("Bergen, le 3 mai 2011", "Dossier : 11-204"),
            FRENCH,
        ),
        (
            ("Council of Northern Ports", "Lights Office"),
            ("Our reference: 11/204", "Your reference: 77", "3 May 2011"),
            ENGLISH,
        ),
    ],
)
def test_a_letterhead_is_no_table(
    left: Sequence[str], right: Sequence[str], text: str, resources: IngestResources
) -> None:
    sheet = Sheet()
    for x, lines in ((72, left), (380, right)):
        for number, line in enumerate(lines):
            sheet.write(x, 780 - 14 * number, line)
    sheet.flow(text, 690)
    done = sheet.read(resources)
    assert set(left) | set(right) <= set(everything(done))
    assert blocks(done)[-1] == ("paragraph", text)
    assert "|" not in done.text


def test_signatures_beside_each_other(resources: IngestResources) -> None:
    sheet = Sheet()
    end = sheet.flow(FRENCH, 700)
    for x, lines in ((72, ("Pour la région des îles :", "Ana Tavares")), (330, ("Pour le port :", "Olav Lindqvist"))):
        for number, line in enumerate(lines):
            sheet.write(x, end - 30 - 14 * number, line)
    assert [text for _, text in blocks(sheet.read(resources))] == [
        FRENCH,
        "Pour la région des îles :",
        "Ana Tavares",
        "Pour le port :",
        "Olav Lindqvist",
    ]


def test_a_small_table_of_figures_below_a_text_is_one(resources: IngestResources) -> None:
    sheet = Sheet()
    end = sheet.flow(ENGLISH, 700)
    rows = [("Bergen", "412"), ("Porto", "388"), ("Lisbon", "1,204")]
    for number, row in enumerate(rows):
        for x, cell in zip((72, 300), row, strict=True):
            sheet.write(x, end - 30 - 14 * number, cell)
    assert blocks(sheet.read(resources))[1:] == [("table", " | ".join(row)) for row in rows]


@pytest.mark.parametrize(("step", "first"), [(1, 1), (5, 5), (5, 25)])
@pytest.mark.parametrize("left", [40.0, 530.0])
@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_the_numbers_of_lines(step: int, first: int, left: float, text: str, resources: IngestResources) -> None:
    sheet = Sheet()
    long = " ".join([text, text.replace("Porto", "Lisboa"), *([text.replace("Porto", "Oslo")] * (2 * (step == 5)))])
    lines = wrap_text(long, 440, 11)
    for number, line in enumerate(lines):
        sheet.write(72, 760 - 15 * number, line)
        if (number + 1) % step == 0:
            sheet.write(left, 760 - 15 * number, str(first + number + 1 - step), 8)
    done = sheet.read(resources)
    assert blocks(done) == [("paragraph", long)]
    assert {drop.reason for drop in done.dropped} == {"line number"}


def test_numbers_that_head_the_rows_of_a_table_stay(resources: IngestResources) -> None:
    sheet = Sheet()
    for number in range(1, 13):
        sheet.write(72, 760 - 15 * number, str(number))
        sheet.write(110, 760 - 15 * number, "The port of Bergen in the north")
        sheet.write(360, 760 - 15 * number, f"{number * 37} tonnes")
    done = sheet.read(resources)
    assert not done.dropped
    assert all(f"{number} " in text for number, (_, text) in enumerate(blocks(done), 1))


@pytest.mark.parametrize("sign", ["•", "–", "1.", "(a)"])
@pytest.mark.parametrize("gap", [4.0, 30.0])
def test_the_sign_of_an_item_hangs_beside_it(sign: str, gap: float, resources: IngestResources) -> None:
    sheet = Sheet()
    sheet.write(72, 700, sign)
    sheet.flow(FRENCH, 700, left=84 + gap, width=400)
    ((kind, text),) = blocks(sheet.read(resources))
    assert kind == "list_item"
    assert text.endswith(FRENCH)
    assert "|" not in text


@pytest.mark.parametrize("leader", [" . " * 40, "." * 80, "…" * 20])
def test_leaders_part_an_entry_from_its_page(leader: str, resources: IngestResources) -> None:
    sheet = Sheet()
    entries = [("Introduction", 3), ("Les ports du Nord", 12), ("The light at Bergen", 27)]
    for number, (entry, page) in enumerate(entries):
        sheet.write(72, 700 - 16 * number, f"{entry} {leader} {page}")
    assert [text for _, text in blocks(sheet.read(resources))] == [f"{entry} | {page}" for entry, page in entries]


@pytest.mark.parametrize(
    ("capital", "rest", "read_as"),
    [
        ("L", "e ministre norvégien a reçu", "Le ministre norvégien a reçu"),
        ("O", "n Monday the minister of ports", "On Monday the minister of ports"),
        ("A", "minister of the northern isles", "A minister of the northern isles"),
        ("À", "la demande des ports du nord", "À la demande des ports du nord"),
        ("«L", "es ports du nord attendent", "«Les ports du nord attendent"),
    ],
)
def test_a_capital_over_three_lines(capital: str, rest: str, read_as: str, resources: IngestResources) -> None:
    sheet = Sheet()
    body = (f"{rest} les délégués des îles, qui demandaient depuis l'automne la réouverture de la ligne. " * 3).split()
    lines = wrap_text(" ".join(body), 240, 11)
    sheet.write(72, 700 - 26, capital, 44)
    beside = 76 + sheet.canvas.stringWidth(capital, "Times-Roman", 44)
    for number, line in enumerate(lines):
        sheet.write(beside if number < 3 else 72, 700 - 13 * number, line)
    ((_, text),) = blocks(sheet.read(resources))
    assert text.startswith(read_as)


def grid(sheet: Sheet, xs: Sequence[float], ys: Sequence[float], *, filled: bool) -> None:
    """The rules of a table, as lines or as thin boxes."""
    rules = [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[-1], x, ys[0]) for x in xs]
    for x, y, to_x, to_y in rules:
        if filled:
            sheet.canvas.rect(x, y, max(to_x - x, 0.5), max(to_y - y, 0.5), stroke=0, fill=1)
        else:
            sheet.canvas.line(x, y, to_x, to_y)


ROWS = [
    (
        "The council asks that the boats sail again before the winter of next year.",
        "The ministry agrees, and will name the day after the meeting in Porto has been held.",
        "Accepted",
    ),
    (
        "Les délégués demandent que la ligne soit rouverte avant l'hiver prochain.",
        "Le ministère en prend note.",
        "À suivre",
    ),
]


@pytest.mark.parametrize("filled", [False, True])
def test_the_cells_of_a_drawn_table_have_several_lines(filled: bool, resources: IngestResources) -> None:
    sheet = Sheet()
    sheet.flow(ENGLISH, 780)
    xs, ys = (72.0, 250.0, 440.0, 520.0), (690.0, 600.0, 510.0)
    grid(sheet, xs, ys, filled=filled)
    for row, top in zip(ROWS, ys, strict=False):
        for cell, left, right in zip(row, xs, xs[1:], strict=False):
            sheet.flow(cell, top - 16, left=left + 6, width=right - left - 12)
    sheet.flow(FRENCH, 480)
    assert blocks(sheet.read(resources)) == [
        ("paragraph", ENGLISH),
        *(("table", " | ".join(row)) for row in ROWS),
        ("paragraph", FRENCH),
    ]


def test_a_cell_over_two_rows_and_one_over_two_columns(resources: IngestResources) -> None:
    sheet = Sheet()
    canvas = sheet.canvas
    for x, y, to_x, to_y in (
        *((72, y, 520, y) for y in (700, 670, 610)),
        (200, 640, 520, 640),
        *((x, 610, x, 700) for x in (72, 200, 520)),
        (360, 610, 360, 670),
    ):
        canvas.line(x, y, to_x, to_y)
    for x, y, text in (
        (80, 680, "Port"),
        (300, 680, "Tonnes landed in the year"),
        (80, 640, "Bergen"),
        (210, 650, "cod"),
        (370, 650, "412"),
        (210, 620, "herring"),
        (370, 620, "388"),
    ):
        sheet.write(x, y, text)
    assert [text for _, text in blocks(sheet.read(resources))] == [
        "Port | Tonnes landed in the year",
        "Bergen | cod | 412",
        "herring | 388",
    ]


def test_a_box_between_two_columns_is_read_after_them(resources: IngestResources) -> None:
    sheet = Sheet()
    sheet.flow(FRENCH, 700, left=60, width=160)
    sheet.flow(ENGLISH, 700, left=380, width=160)
    sheet.canvas.rect(232, 600, 136, 110)
    box = "Quatorze ports sont membres du conseil, dont le siège est à Bergen."
    sheet.flow(box, 690, left=240, width=120, size=9)
    assert [text for _, text in blocks(sheet.read(resources))] == [FRENCH, ENGLISH, box]


@pytest.mark.parametrize("drawn", ["frame", "stripes"])
def test_what_is_drawn_around_text_is_no_table(drawn: str, resources: IngestResources) -> None:
    sheet = Sheet()
    if drawn == "frame":
        sheet.canvas.rect(60, 200, 470, 560)
        sheet.canvas.rect(64, 204, 462, 552)
    else:
        for number in range(20):
            sheet.canvas.rect(60, 740 - 14 * number, 470, 14)
    sheet.flow(ENGLISH, 730)
    assert blocks(sheet.read(resources)) == [("paragraph", ENGLISH)]
