"""The reading order and the paragraphs of PDFs in columns, measured; and what is no column."""

import io
import statistics
from collections.abc import Iterable
from itertools import product

import pytest
from pdf_pages import Drawn, Look, draw
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import BadDocument
from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

FLAGS = (False, True)
LOOKS = [
    Look(columns, gutter, *flags, offset, heading, french)
    for columns, gutter, flags, offset, heading, french in product(
        (2, 3), (8.0, 12.0, 20.0), product(FLAGS, FLAGS, FLAGS), (0.0, 5.0), FLAGS, FLAGS
    )
][::7]


def read(data: bytes, resources: IngestResources) -> Ingested:
    return ingest(data, path="a.pdf", document_id="a.pdf", override=None, resources=resources)[0]


def blocks_of(done: Ingested) -> list[str]:
    return [" ".join(done.text[block.start : block.end].split()) for block in done.blocks]


def runs(texts: Iterable[str]) -> set[tuple[str, ...]]:
    """All runs of four words inside a paragraph."""
    split = [text.split() for text in texts]
    return {tuple(words[i : i + 4]) for words in split for i in range(len(words) - 3)}


def score(drawn: Drawn, done: Ingested) -> tuple[float, float]:
    """The share of the true runs of four words that are read, and the F1 of whole paragraphs."""
    true, found = drawn.paragraphs, blocks_of(done)
    wanted = runs(true)
    hits = len(set(true) & set(found))
    return len(wanted & runs(found)) / len(wanted), 2 * hits / (len(set(true)) + len(set(found)))


def test_columns(resources: IngestResources) -> None:
    scores = [score(drawn := draw(look, seed), read(drawn.data, resources)) for seed, look in enumerate(LOOKS)]
    assert statistics.mean(share for share, _ in scores) >= 0.998
    assert min(share for share, _ in scores) >= 0.985
    assert statistics.mean(f1 for _, f1 in scores) >= 0.98
    assert min(f1 for _, f1 in scores) >= 0.85


@pytest.mark.parametrize("indent", [False, True])
@pytest.mark.parametrize("justified", [False, True])
def test_one_column(indent: bool, justified: bool, resources: IngestResources) -> None:
    for french in (False, True):
        drawn = draw(Look(columns=1, indent=indent, justified=justified, french=french, pages=3))
        share, f1 = score(drawn, read(drawn.data, resources))
        assert share >= 0.995
        assert f1 >= 0.9


def test_heads_and_numbers_are_dropped(resources: IngestResources) -> None:
    done = read(draw(Look(pages=3)).data, resources)
    assert sorted(drop.reason for drop in done.dropped) == ["page number"] * 3 + ["running head"] * 3


def page(*texts: tuple[float, float, str], size: float = 10, spaced: float = 0) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("Times-Roman", size)
    for x, y, text in texts:
        canvas.drawString(x, y, text, charSpace=spaced)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize(
    "rows",
    [
        [(f"Accord numéro {n}", f"Signé à Oslo en 20{n:02}", f"{n} articles et {n} annexes") for n in range(10, 18)],
        [("Northern fisheries", "Norway and Portugal", f"{n},400 tonnes") for n in range(8)],
        [(f"Article {n}", "Frontier traffic of persons", "In force since May") for n in range(1, 9)],
    ],
)
def test_a_table_stays_in_rows(rows: list[tuple[str, ...]], resources: IngestResources) -> None:
    cells = [(60 + 160 * i, 700 - 13 * j, cell) for j, row in enumerate(rows) for i, cell in enumerate(row)]
    done = read(page((60, 760, "The table shows the agreements that both countries have signed."), *cells), resources)
    assert blocks_of(done)[1:] == [" | ".join(row) for row in rows]


def test_a_sidebar_is_not_read_into_the_text(resources: IngestResources) -> None:
    side = [(430.0, 680 - 11 * n, text) for n, text in enumerate(["Press office", "Rua do Sol, Porto", "Open at noon"])]
    body = [
        "Le ministre norvégien a reçu lundi les délégués des îles, qui",
        "demandaient depuis l'automne la réouverture de la ligne de",
        "bateaux entre Bergen et les ports du nord. Il leur a promis",
        "une réponse avant la fin du mois, sans dire quels moyens la",
        "région obtiendrait. Les délégués ont salué un geste, mais",
        "attendent encore les chiffres que le ministère prépare.",
    ]
    done = read(page(*[(60.0, 690 - 13 * n, text) for n, text in enumerate(body)], *side), resources)
    assert blocks_of(done)[0] == " ".join(body)
    assert "Press office" in done.text


def test_hyphens_at_the_ends_of_columns(resources: IngestResources) -> None:
    left = [
        "La commission a examiné les demandes",
        "des ports du nord, dont la plus ancienne",
        "remontait à la guerre. Le mi-",
    ]
    right = [
        "nistre a promis une réponse aux délé-",
        "gués, qui attendent encore les chiffres",
        "que prépare la région maritime.",
    ]
    both = [(x, 700 - 13.0 * n, text) for x, side in ((60.0, left), (260.0, right)) for n, text in enumerate(side)]
    text = " ".join(left)[:-1] + " ".join(right).replace("délé- gués", "délégués")
    assert blocks_of(read(page(*both), resources)) == [text]


def test_letters_set_apart_are_one_word(resources: IngestResources) -> None:
    line = "The ministers met in Oslo and signed the agreement on fisheries."
    data = page((60, 700, "NORTHERN PAPERS"), spaced=4)
    assert read(data, resources).text == "NORTHERN PAPERS"
    assert read(page((60, 700, line)), resources).text == line


@pytest.mark.parametrize("image", [False, True])
def test_no_text(image: bool, resources: IngestResources) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    if image:
        canvas.drawInlineImage(Image.new("RGB", (20, 20), "white"), 50, 50, 400, 600)
    canvas.showPage()
    canvas.save()
    with pytest.raises(BadDocument) as caught:
        read(buffer.getvalue(), resources)
    assert caught.value.code == "no_text"
    assert "ocrmypdf" in caught.value.reason


def test_an_empty_page_among_others(resources: IngestResources) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.showPage()
    canvas.drawString(72, 700, "The ministers met in Oslo and signed the agreement on fisheries.")
    canvas.showPage()
    canvas.save()
    done = read(buffer.getvalue(), resources)
    assert blocks_of(done) == ["The ministers met in Oslo and signed the agreement on fisheries."]
    assert done.source.pages == 2
