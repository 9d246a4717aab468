"""How text is drawn on a PDF page: turned, twice, letter by letter, behind an image, in pieces of other sizes."""

import io
import random
from collections.abc import Callable

import pytest
from pdf_pages import ENGLISH, FRENCH, wrap_text
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

Drawing = Callable[[Canvas], None]


def draw(*drawings: Drawing, size: tuple[float, float] = A4) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    for drawing in drawings:
        canvas.setFont("Times-Roman", 11)
        drawing(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def lines(canvas: Canvas, text: str, *, left: float = 72, top: float = 700, width: float = 440) -> None:
    for number, line in enumerate(wrap_text(text, width, 11)):
        canvas.drawString(left, top - 14 * number, line)


def read(data: bytes, resources: IngestResources) -> Ingested:
    return ingest(data, path="a.pdf", document_id="a", override=None, resources=resources)[0]


def blocks(done: Ingested) -> list[str]:
    return [done.text[block.start : block.end] for block in done.blocks]


@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned(turn: int, text: str, resources: IngestResources) -> None:
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(*{90: (0, 595), 180: (595, 842), 270: (842, 0)}[turn])
        canvas.rotate(-turn)
        lines(canvas, text, top=500, width=360)

    assert blocks(read(draw(turned), resources)) == [text]


def test_text_along_the_margin_comes_last(resources: IngestResources) -> None:
    def both(canvas: Canvas) -> None:
        lines(canvas, ENGLISH)
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawString(200, -40, "Northern Papers of the Sea, volume twelve")
        canvas.restoreState()

    assert blocks(read(draw(both), resources)) == [ENGLISH, "Northern Papers of the Sea, volume twelve"]


def test_a_watermark_is_dropped(resources: IngestResources) -> None:
    def marked(canvas: Canvas) -> None:
        lines(canvas, FRENCH)
        canvas.rotate(45)
        canvas.drawString(500, 100, "PROJET")

    done = read(draw(marked), resources)
    assert blocks(done) == [FRENCH]
    assert [(drop.reason, drop.text) for drop in done.dropped] == [("watermark", "PROJET")]


@pytest.mark.parametrize("shift", [0, 0.3])
def test_bold_by_drawing_twice(shift: float, resources: IngestResources) -> None:
    def twice(canvas: Canvas) -> None:
        for number in range(2):
            lines(canvas, ENGLISH, left=72 + shift * number)

    assert blocks(read(draw(twice), resources)) == [ENGLISH]


def test_each_letter_drawn_twice(resources: IngestResources) -> None:
    def twice(canvas: Canvas) -> None:
        left = 72.0
        for letter in "Les ministres se sont réunis à Oslo.":
            for shift in (0, 0.4):
                canvas.drawString(left + shift, 700, letter)
            left += canvas.stringWidth(letter, "Times-Roman", 11)

    assert blocks(read(draw(twice), resources)) == ["Les ministres se sont réunis à Oslo."]


def test_letters_that_stand_twice_in_a_word_stay(resources: IngestResources) -> None:
    text = "All three offices in Illinois will call a committee, which will tell."
    assert blocks(read(draw(lambda canvas: lines(canvas, text)), resources)) == [text]


def test_short_words_that_come_again_in_narrow_lines_stay(resources: IngestResources) -> None:
    text = "the port of the town of the isle of the sea and the end of the line of the coast of the north"

    def small(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 6)
        for number, line in enumerate(wrap_text(text, 60, 6)):
            canvas.drawString(72, 700 - 6.5 * number, line)

    assert read(draw(small), resources).text.split() == text.split()


@pytest.mark.parametrize("behind", ["the same", "words as a program misread them"])
def test_a_hidden_layer_behind_text_that_shows(behind: str, resources: IngestResources) -> None:
    def layered(canvas: Canvas) -> None:
        lines(canvas, ENGLISH)
        for number, line in enumerate(wrap_text(ENGLISH, 440, 11)):
            hidden = canvas.beginText(72.6, 700.4 - 14 * number)
            hidden.setTextRenderMode(3)
            hidden.textOut(line if behind == "the same" else line.replace("e", "c"))
            canvas.drawText(hidden)

    assert blocks(read(draw(layered), resources)) == [ENGLISH]


def test_a_hidden_layer_alone_is_the_text(resources: IngestResources) -> None:
    def hidden(canvas: Canvas) -> None:
        for number, line in enumerate(wrap_text(FRENCH, 440, 11)):
            row = canvas.beginText(72, 700 - 14 * number)
            row.setTextRenderMode(3)
            row.textOut(line)
            canvas.drawText(row)

    assert blocks(read(draw(hidden), resources)) == [FRENCH]


def test_letter_by_letter_in_sizes_that_tremble(resources: IngestResources) -> None:
    chance = random.Random(3)

    def trembling(canvas: Canvas) -> None:
        for number, line in enumerate(wrap_text(FRENCH, 440, 11)):
            left = 72.0
            for letter in line:
                size = 11 + chance.uniform(-0.2, 0.2)
                canvas.setFont("Times-Roman", size)
                canvas.drawString(left, 700 - 14 * number + chance.uniform(-0.2, 0.2), letter)
                left += canvas.stringWidth(letter, "Times-Roman", size)

    assert blocks(read(draw(trembling), resources)) == [FRENCH]


def test_text_scaled_by_the_page_is_measured_as_it_shows(resources: IngestResources) -> None:
    def scaled(canvas: Canvas) -> None:
        canvas.scale(0.5, 0.5)
        canvas.setFont("Times-Bold", 30)
        canvas.drawString(144, 1500, "Les ports du Nord")
        canvas.setFont("Times-Roman", 22)
        for number, line in enumerate(wrap_text(FRENCH, 880, 22)):
            canvas.drawString(144, 1400 - 28 * number, line)

    done = read(draw(scaled), resources)
    assert [(block.kind, done.text[block.start : block.end]) for block in done.blocks] == [
        ("heading", "Les ports du Nord"),
        ("paragraph", FRENCH),
    ]


def test_text_outside_the_page_is_not_read(resources: IngestResources) -> None:
    def beyond(canvas: Canvas) -> None:
        lines(canvas, ENGLISH)
        canvas.drawString(700, 700, "Proof 3, cut here")

    assert blocks(read(draw(beyond), resources)) == [ENGLISH]


def test_a_landscape_page_in_three_columns(resources: IngestResources) -> None:
    texts = [FRENCH, ENGLISH, FRENCH.replace("lundi", "mardi")]

    def wide(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            lines(canvas, text, left=50 + 255 * number, top=480, width=230)

    assert blocks(read(draw(wide, size=landscape(A4)), resources)) == texts


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        (("pas", "1", " voulu commenter la réforme des ports"), "pas voulu commenter la réforme des ports"),
        (("since 2015", "7", " the reform of the northern ports"), "since 2015 the reform of the northern ports"),
        (("une aire de 30 km", "2", " autour des ports"), "une aire de 30 km² autour des ports"),
        (("the 21", "st", " century of the northern ports"), "the 21st century of the northern ports"),
        (("une aide de 3", "4", " millions d'euros aux ports"), "une aide de 3⁴ millions d'euros aux ports"),
    ],
)
def test_raised_small_print(words: tuple[str, ...], read_as: str, resources: IngestResources) -> None:
    def raised(canvas: Canvas) -> None:
        left = 72.0
        for number, piece in enumerate(words):
            size = 6.5 if number == 1 else 11
            canvas.setFont("Times-Roman", size)
            canvas.drawString(left, 700 + 4 * (number == 1), piece)
            left += canvas.stringWidth(piece, "Times-Roman", size)

    assert blocks(read(draw(raised), resources)) == [read_as]


def test_figures_a_little_smaller_and_high_above_the_line(resources: IngestResources) -> None:
    def called(canvas: Canvas) -> None:
        left = 72.0
        for piece, size, rise in (
            ("La Banque", 11, 0),
            ("8", 9, 6),
            (" et le Fonds", 11, 0),
            ("9", 9, 6),
            (" ont prêté", 11, 0),
        ):
            canvas.setFont("Times-Roman", size)
            canvas.drawString(left, 700 + rise, piece)
            left += canvas.stringWidth(piece, "Times-Roman", size)

    assert blocks(read(draw(called), resources)) == ["La Banque et le Fonds ont prêté"]


def test_the_raised_sign_of_a_note(resources: IngestResources) -> None:
    def noted(canvas: Canvas) -> None:
        lines(canvas, FRENCH.replace("îles,", "îles,1"))
        canvas.setFont("Times-Roman", 5)
        canvas.drawString(72, 83, "1")
        canvas.setFont("Times-Roman", 8.5)
        canvas.drawString(76, 80, "Compte rendu de la rencontre de Porto, p. 11.")

    done = read(draw(noted), resources)
    assert [block.kind for block in done.blocks] == ["paragraph", "footnote"]
    assert blocks(done)[1] == "1 Compte rendu de la rencontre de Porto, p. 11."
