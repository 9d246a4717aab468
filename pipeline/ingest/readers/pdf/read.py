"""PDF: characters from pdfium, layout of our own, running heads and page numbers dropped."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pipeline.errors import BadDocument
from pipeline.ingest.lexicon import KNOWN
from pipeline.ingest.raw import Finding, Raw
from pipeline.ingest.readers.created import is_likely
from pipeline.ingest.readers.pdf.compose import compose
from pipeline.ingest.readers.pdf.images import is_image, recognise
from pipeline.ingest.readers.pdf.layout import find_columns
from pipeline.ingest.readers.pdf.margins import Joins
from pipeline.ingest.readers.pdf.rows import PdfColumn, PdfLine
from pipeline.ingest.readers.pdf.rules import NO_RULES, read_rules
from pipeline.ingest.readers.pdf.words import read_words
from pipeline.ingest.resources import IngestResources

_PAGES = 20_000  # a book has 2,000
_CHARS = 300_000  # of a page; a newspaper's has 50,000
_LEAST = 50  # points: no page is smaller
_DAMAGED = "damaged page"
_NO_TEXT = "the PDF has no text, at most images of it: OCR=1 recognises it (tesseract), or first: ocrmypdf FILE out.pdf"
_NOT_RECOGNISED = "the PDF has no text, and none was recognised in its images: scan it again, or type it"
_JUNK_TITLES = ("microsoft word", "untitled", "sans titre", "powerpoint", "document1", "print")
_YEAR = re.compile(r"(?:D:)?\s*(\d{4})")
_FILES = (".doc", ".docx", ".indd", ".pdf", ".qxd", ".odt", ".rtf", ".p65", ".tex", ".pmd")


class _Page(NamedTuple):
    """The columns of a page; `recognised`: its words were found in an image; `read`: it is more than a name."""

    columns: list[PdfColumn]
    recognised: bool = False
    read: bool = True


def read_pdf(data: bytes, resources: IngestResources) -> Raw:
    """A PDF file in reading order; pages that are images are recognised if the resources can, and named if not.

    Raises:
        BadDocument: `encrypted`, `truncated`, `damaged`, `no_text`, `too_large`.
    """
    document = _open(data)
    try:
        if len(document) == 0:
            raise BadDocument("damaged", "the PDF has no pages: export or print it again as PDF")
        if len(document) > _PAGES:
            raise BadDocument("too_large", f"the PDF has {len(document)} pages, more than {_PAGES}: split it")
        pages = list(_pages(document, resources))
        if not any(page.columns and page.read for page in pages):
            raise _unread(pages, resources)
        text = "\n".join(line.text for page in pages for column in page.columns for line in column.lines)
        findings = tuple(_properties(document, text))
    finally:
        document.close()
    raw = compose([page.columns for page in pages], findings)
    if resources.recogniser and any(page.recognised for page in pages):
        return raw._replace(reader=f"{raw.reader} + {resources.recogniser.name}")
    return raw


def _unread(pages: Sequence[_Page], resources: IngestResources) -> BadDocument:
    if any(line.kind == _DAMAGED for page in pages for column in page.columns for line in column.lines):
        return BadDocument("damaged", "the pages of the PDF are damaged: mend the file, e.g. with: qpdf FILE out.pdf")
    return BadDocument("no_text", _NOT_RECOGNISED if resources.recogniser else _NO_TEXT)


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


def _pages(document: Any, resources: IngestResources) -> Iterator[_Page]:
    import pypdfium2

    joins = _joins(resources)
    for number in range(len(document)):
        try:
            page = document[number]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield _named(number, _DAMAGED)
            continue
        if textpage.count_chars() > _CHARS:
            reason = (
                f"page {number + 1} of the PDF has {textpage.count_chars()} characters, more than {_CHARS}: split it"
            )
            raise BadDocument("too_large", reason)
        words = read_words(textpage, _seen(page))
        if is_image(page, words):
            yield _image(page, number, resources)
        elif words:
            yield _Page(find_columns(words, read_rules(page, words[0].turn), joins, first=number == 0))
        else:
            yield _Page([])
        textpage.close()
        page.close()


def _seen(page: Any) -> tuple[float, float, float, float] | None:
    """What is shown of a page; null where the file says nothing that can be."""
    left, bottom, right, top = page.get_cropbox()
    return (left, bottom, right, top) if right - left > _LEAST and top - bottom > _LEAST else None


def _image(page: Any, number: int, resources: IngestResources) -> _Page:
    """A page that is an image: the words found in it, or its name."""
    found = recognise(page, resources.recogniser) if resources.recogniser else None
    if found:
        return _Page(find_columns(found, NO_RULES, _joins(resources), first=number == 0), recognised=True)
    return _named(number, "page without text, an image") if found is None else _Page([])


def _named(number: int, reason: str) -> _Page:
    """A page that was not read: a line that names it, to be dropped with the reason."""
    name = PdfLine(f"[page {number + 1}]", 0, 0, 0, 1, 0, kind=reason)
    return _Page([PdfColumn((name,), 0)], read=False)


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
