"""Word files: heads and feet, paragraphs, headings, lists, table rows and notes in order, properties as metadata."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from zipfile import BadZipFile

from pipeline.alignment import Edit
from pipeline.errors import BadDocument
from pipeline.ingest.blocks.lines import ends_sentence
from pipeline.ingest.raw import Finding, Raw, RawBlock, RawDrop
from pipeline.ingest.readers.created import is_likely, is_template
from pipeline.ingest.readers.docx.dialects import as_document
from pipeline.ingest.readers.docx.guard import check_archive
from pipeline.ingest.readers.docx.parts import find_notes, find_shown, heads
from pipeline.ingest.readers.docx.walk import NOTHING, Shown, W, paragraph_text, row_text, walk
from pipeline.ingest.readers.line_breaks import part_lines
from pipeline.ingest.readers.set_apart import NOTE, set_apart, take_apart
from pipeline.ingest.resources import IngestResources
from pipeline.records import BlockKind, SourceText

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
_TITLE = "title"
_CONTENTS = re.compile(r"toc ?\d|table of figures")
_WORDED = re.compile(r"[^\W\d_]{3}")  # in a number: `Article 1`
_LISTS = ("list paragraph", "paragraphe de liste", "listparagraph", "paragraphedeliste")  # said of any indented text


class _Text(NamedTuple):
    """A piece of the text: what it is, or why it is dropped."""

    text: str
    kind: BlockKind | None = None
    style: str = ""
    reason: str | None = None


def read_docx(data: bytes, resources: IngestResources) -> Raw:
    """A Word file: heads, body, notes, feet. Text struck by tracked changes is left out; external references are never
    followed.

    Raises:
        BadDocument: `damaged`, `encrypted`, `zip_bomb`.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    check_archive(data)
    try:
        document = docx.Document(io.BytesIO(as_document(data)))
        notes = find_notes(document)
        shown = find_shown(document, notes)
        texts = [
            *_heads(document, "header"),
            *_body(document, shown),
            *_notes(notes, shown),
            *_heads(document, "footer"),
        ]
        findings = tuple(_properties(document, "\n".join(text.text for text in texts)))
    except (OpcError, LookupError, ValueError, AttributeError, TypeError, etree.XMLSyntaxError, BadZipFile) as error:
        reason = f"the DOCX file cannot be read ({type(error).__name__}): save it anew in Word or LibreOffice"
        raise BadDocument("damaged", reason) from None
    return _composed(texts, findings)


def _body(document: Any, shown: Shown) -> Iterator[_Text]:
    names = {style.style_id: (style.name or "").lower() for style in document.styles if style.style_id}
    last = _Text("")
    for text in _texts(document.element.body, names, shown):
        if text.style == last.style == _TITLE and not ends_sentence(last.text):
            last = last._replace(text=f"{last.text}\n{text.text}")  # a title in several lines
            continue
        if last.text:
            yield last
        last = text
    if last.text:
        yield last


def _texts(root: Any, names: dict[str, str], shown: Shown = NOTHING) -> Iterator[_Text]:
    rest = ""
    for element in walk(root):
        if element.tag == f"{W}tr":
            if text := row_text(element, shown):
                yield _Text(text, "table")
            continue
        text = rest + paragraph_text(element, shown)
        rest = ""
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            rest = f"{text} " if text else ""  # the end of the paragraph was struck: the next one goes on with it
            continue
        style = _style(element, names)
        if _CONTENTS.match(style):
            yield _Text(text, reason="table of contents")
            continue
        kind = _kind(element, style, text)
        if kind == "list_item" and _WORDED.search(shown.numbers.get(element, "")):
            kind = None  # an article, a chapter: by its words
        yield from (
            _Text(line, kind, style)
            for line in ([text] if kind else [text[start:end] for start, end in part_lines(text)])
            if line
        )
    if rest.strip():
        yield _Text(rest.strip())


def _style(paragraph: Any, names: dict[str, str]) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is None:
        return ""
    style_id = style.get(f"{W}val") or ""
    return names.get(style_id) or style_id.lower()


def _kind(paragraph: Any, style: str, text: str) -> BlockKind | None:
    """The kind that a paragraph's properties give it. A subtitle may be a day and place: its words say."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return None
    numbered = properties.find(f"{W}numPr") is not None
    if not style.startswith(_LISTS):
        for start, kind in _STYLES:
            if style.startswith(start):
                return None if start == "subtitle" and any(map(str.isdigit, text)) else kind
    if numbered:
        return "list_item"
    return "heading" if properties.find(f"{W}outlineLvl") is not None and len(text) < 200 else None


def _heads(document: Any, name: str) -> Iterator[_Text]:
    """The text of the headers or footers, each line once: no part of the text, but known."""
    seen: set[str] = set()
    for text in (text for head in heads(document, name) for text in _texts(head, {})):
        if text.text not in seen and any(map(str.isalnum, text.text)):
            seen.add(text.text)
            yield text._replace(reason="running head" if any(map(str.isalpha, text.text)) else "page number")


def _notes(notes: dict[tuple[str, str], Any], shown: Shown) -> Iterator[_Text]:
    """The notes after the body, each behind its mark."""
    for key, note in notes.items():
        text = " ".join(text.text.replace("\n", " ") for text in _texts(note, {}))
        mark = shown.marks.get(key)
        if text:
            yield _Text(f"{set_apart(f'[{mark}]', NOTE)} {text}" if mark else text, "footnote")


def _properties(document: Any, text: str) -> Iterator[Finding]:
    """Core properties; word processors fill them on their own, so none is sure."""
    said = document.core_properties
    if said.title:
        yield Finding("title", said.title, "DOCX properties", 0.55)
    if said.author and said.author not in {"python-docx", "Unknown"}:
        yield Finding("author", said.author, "DOCX properties", 0.5)
    created = said.created
    if created and not is_template(created, said.modified) and is_likely(created.year, text):
        yield Finding("published", created.date().isoformat(), "DOCX creation date", 0.3)


def _composed(texts: Sequence[_Text], findings: tuple[Finding, ...]) -> Raw:
    blocks: list[RawBlock] = []
    drops: list[RawDrop] = []
    marks: list[Edit] = []
    pieces: list[str] = []
    position = 0
    for text in texts:
        piece, edits = take_apart(text.text, position)
        end = position + len(piece)
        if text.reason:
            drops.append(RawDrop(position, end, text.reason))
        else:
            blocks.append(RawBlock(position, end, text.kind, text.kind != "caption"))
        pieces.append(piece)
        marks += edits
        position = end + 2
    source = SourceText(text="\n\n".join(pieces))
    return Raw(source, "python-docx", tuple(blocks), tuple(drops), tuple(marks), findings)
