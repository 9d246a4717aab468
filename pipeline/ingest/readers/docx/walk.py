"""The elements of a Word part in reading order: paragraphs, rows, text boxes; what is not shown is left out."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.ingest.raised import RAISED
from pipeline.ingest.readers.docx.symbols import symbol
from pipeline.ingest.readers.set_apart import NOTE, STRUCK, plain, set_apart

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again for old programs
_BOX = f"{W}txbxContent"
_NOT_SHOWN = (
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "rPr",
    "pPr",
    "sdtPr",
    "tblPr",
    "trPr",
    "tcPr",
    "fldData",
    "rt",
)
SKIPPED = frozenset({_FALLBACK, *(f"{W}{name}" for name in _NOT_SHOWN)})
"""Elements whose text a reader of the document does not see."""
_SPACE = re.compile(r"[ \t]+")
_SIGNS = {
    **{f"{W}{name}": " " for name in ("tab", "ptab")},
    **{f"{W}{name}": "\n" for name in ("br", "cr")},
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
    f"{_M}den": "/",  # between the parts of a fraction
    f"{_M}sup": "^",
}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_WORD = re.compile(r"[^\W\d_]{3}")
_FIGURES = re.compile(r"\(?[-−]?\d{1,3}(?:[,-] ?\d{1,3})*\)?")
_LONG = 500  # characters: a longer cell is a column of text and none of a table
_MANY = 4  # paragraphs of such a cell


def walk(root: Any) -> Iterator[Any]:
    """Paragraphs and rows in reading order. A row that only sets text side by side is given as its paragraphs.

    A paragraph is followed by the text boxes that hang on it, a row by the tables in its cells.
    """
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}p":
            yield element
            waiting += reversed(_boxes(element))
        elif element.tag == f"{W}tr" and not _is_layout(element):
            if element.find(f"{W}trPr/{W}del") is None:
                yield element
                waiting += reversed(_within(element, f"{W}tbl"))
        elif element.tag not in SKIPPED:
            waiting += reversed(list(element))


class Shown(NamedTuple):
    """What Word shows beside the text of paragraphs: their numbers, and the marks of the notes by sort and id."""

    numbers: Mapping[Any, str]
    marks: Mapping[tuple[str, str], str]


NOTHING = Shown({}, {})


def paragraph_text(paragraph: Any, shown: Shown = NOTHING) -> str:
    """The visible text of a paragraph behind its number, its line breaks kept."""
    pieces: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in {f"{W}t", f"{_M}t"}:
            before = next((piece for piece in reversed(pieces) if piece), "")
            pieces.append(_shown(element, behind=bool(before[-1:].strip())))
        elif tag in _NOTES and (mark := shown.marks.get((_NOTES[tag], element.get(f"{W}id") or ""))):
            pieces.append(set_apart(f"[{mark}]", NOTE))
        elif tag == f"{W}sym":
            pieces.append(symbol(element.get(f"{W}font") or "", element.get(f"{W}char") or ""))
        elif tag not in SKIPPED and tag != _BOX and isinstance(tag, str) and not _is_unseen(element):
            pieces += [_SIGNS[tag]] if tag in _SIGNS else []
            waiting += reversed(element)
    text = "\n".join(_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n")).strip()
    number = shown.numbers.get(paragraph, "")
    return f"{number} {text}" if number and text else text or (number if _WORD.search(number) else "")


def _shown(text: Any, *, behind: bool) -> str:
    """What a piece of text says: set apart where it is struck; raised figures `behind` a word as such."""
    words = text.text or ""
    if _is_struck(text):
        return set_apart(words, STRUCK)
    raised = behind and _FIGURES.fullmatch(words.strip()) and _is_raised(text)
    return plain(words.translate(RAISED) if raised else words)


def row_text(row: Any, shown: Shown = NOTHING) -> str:
    """The cells of a row between bars; empty where none has text."""
    cells = [_cell_text(cell, shown) for cell in _within(row, f"{W}tc")]
    return " | ".join(cells) if any(cells) else ""


def references(root: Any, name: str) -> list[str]:
    """The ids of the notes that a text calls, in their order."""
    found: list[str] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}{name}":
            found.append(element.get(f"{W}id") or "")
        elif element.tag not in SKIPPED:
            waiting += reversed(list(element))
    return found


def _cell_text(cell: Any, shown: Shown) -> str:
    paragraphs = _within(cell, f"{W}p", without=f"{W}tbl")
    texts = (paragraph_text(paragraph, shown).replace("\n", " ") for paragraph in paragraphs)
    return " ".join(filter(None, texts))


def _is_layout(row: Any) -> bool:
    """Whether the cells of a row hold running text: a frame around it, or two texts side by side."""
    cells = _within(row, f"{W}tc")
    texts = [[p for p in _within(cell, f"{W}p", without=f"{W}tbl") if paragraph_text(p)] for cell in cells]
    if len(cells) == 1 and len(texts[0]) > 1:
        return True
    return any(len(text) >= _MANY or sum(map(len, map(paragraph_text, text))) > _LONG for text in texts)


def _within(root: Any, tag: str, *, without: str = "") -> list[Any]:
    """The outermost elements of a name, in their order; what is deleted, or in an element called `without`, is not."""
    found: list[Any] = []
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        if element.tag == tag:
            found.append(element)
        elif element.tag not in SKIPPED and element.tag not in {_BOX, without}:
            waiting += reversed(list(element))
    return found


def _boxes(paragraph: Any) -> list[Any]:
    """The text boxes that hang on a paragraph; most have none, so that a look at the names is enough."""
    if next(paragraph.iter(_BOX), None) is None:
        return []
    found: list[Any] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag == _BOX:
            found.append(element)
        elif element.tag not in SKIPPED:
            waiting += reversed(list(element))
    return found


def _is_unseen(element: Any) -> bool:
    """Hidden text, and the words that ask to fill in a form."""
    if element.tag == f"{W}sdt":
        asks = element.find(f"{W}sdtPr/{W}showingPlcHdr")
        return asks is not None and not is_off(asks)
    hidden = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
    return hidden is not None and not is_off(hidden)


def _is_struck(text: Any) -> bool:
    run = text.getparent()
    marks = None if run is None else run.find(f"{W}rPr")
    if marks is None:
        return False
    return any((found := marks.find(f"{W}{name}")) is not None and not is_off(found) for name in ("strike", "dstrike"))


def _is_raised(text: Any) -> bool:
    run = text.getparent()
    set_at = None if run is None else run.find(f"{W}rPr/{W}vertAlign")
    return set_at is not None and set_at.get(f"{W}val") == "superscript"


def is_off(switch: Any) -> bool:
    """Whether a property that is on where it stands is switched off."""
    return switch.get(f"{W}val") in {"0", "false", "off"}
