"""The elements of a Word part in reading order: paragraphs, rows, text boxes; what is not shown is left out."""

import re
from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again for old programs
_BOX = f"{W}txbxContent"
_SKIPPED = frozenset(
    {_FALLBACK, *(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "fldData"))}
)
_SPACE = re.compile(r"[ \t]+")
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
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
        elif element.tag not in _SKIPPED:
            waiting += reversed(list(element))


def paragraph_text(paragraph: Any) -> str:
    """The visible text of a paragraph, its line breaks kept."""
    pieces: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in {f"{W}t", _MATH}:
            pieces.append(element.text or "")
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        elif tag not in _SKIPPED and tag != _BOX and isinstance(tag, str) and not _is_hidden(element):
            waiting += reversed(list(element))
    return "\n".join(_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n")).strip()


def row_text(row: Any) -> str:
    """The cells of a row between bars; empty where none has text."""
    cells = [_cell_text(cell) for cell in _within(row, f"{W}tc")]
    return " | ".join(cells) if any(cells) else ""


def references(root: Any, name: str) -> list[str]:
    """The ids of the notes that a text calls, in their order."""
    found: list[str] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}{name}":
            found.append(element.get(f"{W}id") or "")
        elif element.tag not in _SKIPPED:
            waiting += reversed(list(element))
    return found


def _cell_text(cell: Any) -> str:
    texts = (paragraph_text(paragraph).replace("\n", " ") for paragraph in _within(cell, f"{W}p", without=f"{W}tbl"))
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
        elif element.tag not in _SKIPPED and element.tag not in {_BOX, without}:
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
        elif element.tag not in _SKIPPED:
            waiting += reversed(list(element))
    return found


def _is_hidden(run: Any) -> bool:
    if run.tag != f"{W}r":
        return False
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val") not in {"0", "false", "off"}
