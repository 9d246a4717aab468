"""PDF: characters from pdfium, layout of our own, running heads and page numbers dropped."""

import re
from collections.abc import Iterator
from typing import Any

from pipeline.errors import BadDocument
from pipeline.ingest.lexicon import KNOWN
from pipeline.ingest.raw import Finding, Raw
from pipeline.ingest.readers.created import is_likely
from pipeline.ingest.readers.pdf_chars import read_words
from pipeline.ingest.readers.pdf_compose import compose
from pipeline.ingest.readers.pdf_layout import find_columns
from pipeline.ingest.readers.pdf_margins import Joins
from pipeline.ingest.readers.pdf_rows import PdfColumn
from pipeline.ingest.readers.pdf_rules import NO_RULES, read_rules
from pipeline.ingest.resources import IngestResources

_SCANNED = 12  # characters a page: a scan has at most a stamp
_JUNK_TITLES = ("microsoft word", "untitled", "sans titre", "powerpoint", "document1", "print")
_YEAR = re.compile(r"(?:D:)?\s*(\d{4})")
_FILES = (".doc", ".docx", ".indd", ".pdf", ".qxd", ".odt", ".rtf", ".p65", ".tex", ".pmd")


def read_pdf(data: bytes, resources: IngestResources) -> Raw:
    """A PDF file in reading order.

    Raises:
        BadDocument: `encrypted`, `truncated`, `damaged`, `no_text`.
    """
    document = _open(data)
    try:
        if len(document) == 0:
            raise BadDocument("damaged", "the PDF has no pages: export or print it again as PDF")
        pages = list(_pages(document, _joins(resources)))
        text = "\n".join(line.text for page in pages for column in page for line in column.lines)
        findings = tuple(_properties(document, text))
        visible = len(text.replace("\n", ""))
        if not visible or (visible < _SCANNED * len(pages) and _has_images(document)):
            raise BadDocument(
                "no_text", "the PDF has no text, at most images of it: recognise it first: ocrmypdf FILE out.pdf"
            )
    finally:
        document.close()
    return compose(pages, findings)


def _open(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        message = str(error).lower()
    if "password" in message or "security" in message:
        raise BadDocument("encrypted", "the PDF needs a password: save a copy without one, e.g. with: qpdf --decrypt")
    if b"%%EOF" not in data[-2048:]:
        raise BadDocument("truncated", "the PDF is cut off (its end is missing): fetch or copy the file again")
    raise BadDocument("damaged", "the PDF is damaged: fetch it again, or mend it, e.g. with: qpdf FILE out.pdf")


def _joins(resources: IngestResources) -> Joins:
    """Whether a large first letter belongs to the word after it: not where it is a word itself, as `À` or `A`."""

    def joins(letter: str, word: str) -> bool:
        if word[0].isupper() and not word.isupper():
            return False
        bare = letter.strip("«“\"‘'’ ").lower()
        if not any(bare in words for words in resources.function_words.values()):
            return True
        whole, alone = (max(resources.zipf(text, code) for code in KNOWN) for text in (bare + word, word))
        return whole > 0 and whole >= alone - 1

    return joins


def _pages(document: Any, joins: Joins) -> Iterator[list[PdfColumn]]:
    import pypdfium2

    for number in range(len(document)):
        try:
            page = document[number]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            reason = f"page {number + 1} of the PDF is damaged: mend the file, e.g. with: qpdf FILE out.pdf"
            raise BadDocument("damaged", reason) from None
        words = read_words(textpage, page.get_bbox())
        yield find_columns(words, read_rules(page, words[0].turn) if words else NO_RULES, joins, first=number == 0)
        textpage.close()
        page.close()


def _has_images(document: Any) -> bool:
    import pypdfium2.raw as pdfium

    for number in range(min(3, len(document))):
        page = document[number]
        kinds = {item.type for item in page.get_objects(max_depth=3)}
        page.close()
        if pdfium.FPDF_PAGEOBJ_IMAGE in kinds:
            return True
    return False


def _properties(document: Any, text: str) -> Iterator[Finding]:
    """Title, author and day of creation from the file; programs write nonsense there, so none is sure."""
    said = document.get_metadata_dict()
    title = (said.get("Title") or "").strip()
    if len(title) > 3 and not title.lower().startswith(_JUNK_TITLES) and not title.lower().endswith(_FILES):
        yield Finding("title", title, "PDF properties", 0.55 if " " in title else 0.3)
    author = (said.get("Author") or "").strip()
    if " " in author:
        yield Finding("author", author, "PDF properties", 0.5)
    created = (said.get("CreationDate") or "").strip()
    year = _YEAR.match(created)
    if created and (year is None or is_likely(int(year[1]), text)):
        yield Finding("published", created, "PDF creation date", 0.3)
