"""PDF pages that are images: named without a recogniser, read with one; tesseract itself where it is installed."""

import io
import os
import shutil
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.config import Limits, Paths
from pipeline.errors import BadDocument, UserError
from pipeline.ingest import IngestResources, ingest, load_ingest_resources
from pipeline.ingest.recognise import Recognised, Tesseract, find_tesseract, read_table
from pipeline.records import Ingested, SourceText
from pipeline.runner import run

MODELS = Path(__file__).parents[2] / "models"
SAID = "The ministers met in Oslo and signed the agreement on the ports of the north."
SEEN = ["Le ministre a reçu lundi les délégués des îles,", "qui demandaient une réponse avant la fin du mois."]


class Reader:
    """Finds the same lines in every image, as tesseract would in a page of 300 dots an inch."""

    name = "stub 1.0 (fra)"

    def __init__(self, lines: Sequence[str] | None) -> None:
        self.lines = lines
        self.images: list[bytes] = []

    def __call__(self, image: bytes) -> list[Recognised] | None:
        self.images.append(image)
        if self.lines is None:
            return None
        found = []
        for number, line in enumerate(self.lines):
            left = 300.0
            for word in line.split():
                found.append(Recognised(word, left, left + 24 * len(word), 300 + 60 * number, 345 + 60 * number))
                left += 24 * len(word) + 14
        return found


def pdf(*pages: str | None) -> bytes:
    """A page with each text; an image for those that have none."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    for text in pages:
        if text is None:
            canvas.drawImage(ImageReader(Image.new("L", (60, 80), 255)), 0, 0, *A4)
        else:
            canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def read(data: bytes, recogniser: Reader | Tesseract | None) -> tuple[Ingested, SourceText]:
    resources = load_ingest_resources(MODELS, recogniser)
    return ingest(data, path="a.pdf", document_id="a", override=None, resources=resources)


def test_pages_that_are_images_are_named_and_the_rest_is_read(resources: IngestResources) -> None:
    done, source = read(pdf(None, SAID, None), None)
    assert done.text == SAID
    assert done.source.pages == 3
    assert [(drop.reason, drop.text, drop.source.page) for drop in done.dropped] == [
        ("page without text, an image", "[page 1]", 1),
        ("page without text, an image", "[page 3]", 3),
    ]
    assert all(source.text[drop.source.start : drop.source.end] == drop.text for drop in done.dropped)
    assert "stub" not in done.source.reader


def test_pages_that_are_images_are_recognised() -> None:
    recogniser = Reader(SEEN)
    done, source = read(pdf(SAID, None), recogniser)
    assert done.text == f"{SAID}\n\n{' '.join(SEEN)}"
    assert not done.dropped
    assert done.source.reader.startswith("pypdfium2 ")
    assert done.source.reader.endswith(" + stub 1.0 (fra)")
    assert source.text[source.page_starts[1] :] == " ".join(SEEN)
    (image,) = recogniser.images
    width, height = map(int, image[:12].split()[1:3])
    assert abs(width - 2480) <= 1
    assert abs(height - 3508) <= 1
    assert len(image) == len(f"P5 {width} {height} 255 ") + width * height


def test_a_document_of_images_alone_is_refused_or_read() -> None:
    with pytest.raises(BadDocument, match="OCR=1") as caught:
        read(pdf(None, None), None)
    assert caught.value.code == "no_text"
    with pytest.raises(BadDocument, match="scan it again"):
        read(pdf(None, None), Reader(()))
    assert read(pdf(None), Reader(SEEN))[0].text == " ".join(SEEN)


def test_a_page_that_takes_too_long_is_named() -> None:
    done, _ = read(pdf(SAID, None), Reader(None))
    assert done.text == SAID
    assert [drop.text for drop in done.dropped] == ["[page 2]"]


def test_a_recogniser_is_not_asked_where_there_is_text() -> None:
    recogniser = Reader(SEEN)
    read(pdf(SAID), recogniser)
    assert not recogniser.images


def program(folder: Path, script: str) -> str:
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


TABLE = ("4 1 1 1 1 0 300 300 500 40 -1 ", "5 1 1 1 1 1 300 300 90 40 96 Ports")
ANSWERS = f"""case "$1" in
--version) echo "tesseract 9.1.2";;
--list-langs) printf 'List of available languages (2):\\nfra\\nosd\\n';;
*) cat > /dev/null; printf '{"".join(line.replace(" ", chr(9)) + chr(92) + "n" for line in TABLE)}';;
esac"""


def test_the_program_is_asked_for_what_it_knows(tmp_path: Path) -> None:
    found = find_tesseract(program(tmp_path, ANSWERS))
    assert (found.name, found.languages, found.turns) == ("tesseract 9.1.2 (fra)", ("fra",), True)
    assert found(b"P5 1 1 255\n\0") == [Recognised("Ports", 300, 390, 300, 340)]


def test_a_run_asks_for_it_and_reads_again_what_it_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, outputs = tmp_path / "corpus", tmp_path / "outputs"
    corpus.mkdir()
    (corpus / "scan.pdf").write_bytes(pdf(None))
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    program(tmp_path, ANSWERS)
    paths = Paths(corpus=corpus, outputs=outputs)
    assert [found.code for found in run(paths, Limits(), until="ingest").rejections] == ["no_text"]
    assert not run(paths, Limits(ocr=True), until="ingest").rejections
    assert run(paths, Limits(ocr=True), until="ingest").skipped == 1
    program(tmp_path, "exit 1")
    with pytest.raises(UserError, match="OCR=1"):
        run(paths, Limits(ocr=True), until="ingest")


@pytest.mark.parametrize("script", ["exit 1", "echo tesseract 9.1.2", "echo 'no such thing'"])
def test_a_program_without_our_languages_is_the_users_affair(script: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="apt-get install tesseract-ocr"):
        find_tesseract(program(tmp_path, script))


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="OCR=1 needs the program tesseract"):
        find_tesseract(str(tmp_path / "none"))
    assert Tesseract("x", ("fra",), turns=False, program=str(tmp_path / "none"))(b"") is None


@pytest.mark.parametrize("script", ["exit 3", "sleep 5"])
def test_a_program_that_fails_or_hangs(script: str, tmp_path: Path) -> None:
    assert Tesseract("x", ("fra",), turns=False, program=program(tmp_path, script), seconds=0.5)(b"") is None


def test_stains_are_no_words_and_broken_tables_no_error() -> None:
    row = "5 1 1 1 1 1 10 22 40 9 {} {}".replace(" ", "\t")
    table = "\n".join(
        [row.format(3, "~'"), row.format(3, "Lisbonne"), row.format(97, "à"), "5\tx", "", row.format(90, " ")]
    )
    assert [word.text for word in read_table(table)] == ["Lisbonne", "à"]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_scanned_page_with_tesseract() -> None:
    image = Image.new("L", (1240, 1754), 255)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(size=30)
    for number, line in enumerate(["The ministers met in Oslo on Monday", "and signed an agreement on fisheries."]):
        pen.text((150, 200 + 42 * number), line, font=font, fill=0)
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.drawImage(ImageReader(image), 0, 0, *A4)
    canvas.save()
    done, _ = read(stream.getvalue(), find_tesseract())
    assert done.text.split() == [
        "The",
        "ministers",
        "met",
        "in",
        "Oslo",
        "on",
        "Monday",
        "and",
        "signed",
        "an",
        "agreement",
        "on",
        "fisheries.",
    ]
    assert " + tesseract " in done.source.reader
