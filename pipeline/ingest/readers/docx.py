"""Word files: paragraphs, headings, lists, table rows and footnotes in their order, core properties as metadata."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from pipeline.errors import BadDocument
from pipeline.ingest.raw import Finding, Raw, RawBlock
from pipeline.ingest.readers.docx_guard import check_archive
from pipeline.ingest.resources import IngestResources
from pipeline.records import BlockKind, SourceText

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = re.compile(r"[ \t]+")
# Built-in styles by their ids, which are the same in Word of any language, and by their names.
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("heading", "heading"),
    ("titre", "heading"),
    ("title", "heading"),
    ("subtitle", "heading"),
    ("list", "list_item"),
    ("liste", "list_item"),
    ("caption", "caption"),
    ("légende", "caption"),
    ("quote", "quote"),
    ("intense quote", "quote"),
    ("citation", "quote"),
    ("footnote", "footnote"),
    ("signature", "signature"),
)
_SKIPPED = frozenset(
    {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "fldData", "txbxContent")}
)


def read_docx(data: bytes, resources: IngestResources) -> Raw:
    """A Word file. Text struck by tracked changes is left out; external references are never followed.

    Raises:
        BadDocument: `damaged`, `encrypted`, `zip_bomb`.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    check_archive(data)
    try:
        document = docx.Document(io.BytesIO(data))
        blocks = list(_blocks(document))
        findings = tuple(_properties(document))
    except (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        reason = f"the DOCX file cannot be read ({type(error).__name__}): save it anew in Word or LibreOffice"
        raise BadDocument("damaged", reason) from None
    return _composed(blocks, findings)


def _blocks(document: Any) -> Iterator[tuple[str, BlockKind | None]]:
    names = {style.style_id: (style.name or "").lower() for style in document.styles if style.style_id}
    for element in _body(document.element.body):
        if element.tag == f"{_W}p":
            text = _text(element)
            if text:
                yield text, _kind(element, names, text)
        elif element.tag == f"{_W}tr":
            cells = [
                " ".join(filter(None, (_text(p) for p in cell.iter(f"{_W}p"))))
                for cell in element.iterchildren(f"{_W}tc")
            ]
            if any(cells):
                yield " | ".join(cells), "table"
    yield from _notes(document)


def _body(root: Any) -> Iterator[Any]:
    """Paragraphs and table rows in document order; what is in a row, or was deleted, is not entered."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag in {f"{_W}p", f"{_W}tr"}:
            yield element
        elif element.tag not in _SKIPPED:
            waiting += reversed(list(element))


def _text(paragraph: Any) -> str:
    """The visible text of a paragraph."""
    pieces: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag == f"{_W}t":
            pieces.append(element.text or "")
        elif tag in {f"{_W}tab", f"{_W}ptab"}:
            pieces.append(" ")
        elif tag in {f"{_W}br", f"{_W}cr"}:
            pieces.append("\n")
        elif tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif tag not in _SKIPPED and isinstance(tag, str):
            waiting += reversed(list(element))
    return "\n".join(_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n")).strip()


def _kind(paragraph: Any, names: dict[str, str], text: str) -> BlockKind | None:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return None
    style = properties.find(f"{_W}pStyle")
    if style is not None:
        style_id = style.get(f"{_W}val") or ""
        for label in (names.get(style_id, ""), style_id.lower()):
            for start, kind in _STYLES:
                if label.startswith(start):
                    return kind
    if properties.find(f"{_W}numPr") is not None:
        return "list_item"
    return "heading" if properties.find(f"{_W}outlineLvl") is not None and len(text) < 200 else None


def _notes(document: Any) -> Iterator[tuple[str, BlockKind | None]]:
    """Footnotes and endnotes, after the body."""
    from docx.oxml import parse_xml

    for part in document.part.package.iter_parts():
        if not str(part.partname).endswith(("/footnotes.xml", "/endnotes.xml")):
            continue
        for note in parse_xml(part.blob):
            if note.get(f"{_W}type") in {"separator", "continuationSeparator", "continuationNotice"}:
                continue
            text = " ".join(filter(None, (_text(paragraph) for paragraph in note.iter(f"{_W}p"))))
            if text:
                yield text, "footnote"


def _properties(document: Any) -> Iterator[Finding]:
    """Core properties; word processors fill them on their own, so none is sure."""
    said = document.core_properties
    if said.title:
        yield Finding("title", said.title, "DOCX properties", 0.55)
    if said.author and said.author not in {"python-docx", "Unknown"}:
        yield Finding("author", said.author, "DOCX properties", 0.5)
    if said.created:
        yield Finding("published", said.created.date().isoformat(), "DOCX creation date", 0.3)


def _composed(blocks: list[tuple[str, BlockKind | None]], findings: tuple[Finding, ...]) -> Raw:
    pieces: list[str] = []
    raw: list[RawBlock] = []
    position = 0
    for text, kind in blocks:
        raw.append(RawBlock(position, position + len(text), kind, kind != "caption"))
        pieces.append(text)
        position += len(text) + 2
    return Raw(SourceText(text="\n\n".join(pieces)), "python-docx", tuple(raw), findings=findings)
