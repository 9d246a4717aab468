"""What stands outside the body of a Word file: notes with their marks, heads and feet of the pages, lists."""

from collections.abc import Iterator
from typing import Any

from pipeline.ingest.readers.docx.numbering import Numbering
from pipeline.ingest.readers.docx.walk import Shown, W, references
from pipeline.ingest.readers.list_numbers import format_number

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


def find_notes(document: Any) -> dict[tuple[str, str], Any]:
    """The footnotes, then the endnotes that the body calls, in the order of their calls, by sort and id."""
    found: dict[tuple[str, str], Any] = {}
    for sort in _FORMS:
        part = _target(document, f"{sort}s")
        if part is None:
            continue
        notes = {note.get(f"{W}id"): note for note in _parsed(part).iterchildren(f"{W}{sort}")}
        called = dict.fromkeys(references(document.element.body, f"{sort}Reference"))
        found |= {(sort, number): notes[number] for number in called if number in notes}
    return found


def find_shown(document: Any, notes: dict[tuple[str, str], Any]) -> Shown:
    """The numbers of lists, and the marks of notes (a note whose mark is typed has it in the text)."""
    body = document.element.body
    typed = {
        (sort, call.get(f"{W}id"))
        for sort in _FORMS
        for call in body.iter(f"{W}{sort}Reference")
        if call.get(f"{W}customMarkFollows") in {"1", "true", "on"}
    }
    marks: dict[tuple[str, str], str] = {}
    counts = dict.fromkeys(_FORMS, 0)
    for note in notes:
        if note not in typed:
            counts[note[0]] += 1
            marks[note] = format_number(counts[note[0]], _form(body, note[0]))
    numbering = _target(document, "numbering")
    lists = Numbering(None if numbering is None else _parsed(numbering), document.styles.element)
    return Shown(lists.markers(body), marks)


def _form(body: Any, sort: str) -> str:
    """The format of the marks, where a section names it."""
    named = next(body.iterfind(f".//{W}sectPr/{W}{sort}Pr/{W}numFmt"), None)
    return (named.get(f"{W}val") if named is not None else None) or _FORMS[sort]


def heads(document: Any, name: str) -> Iterator[Any]:
    """The headers or footers (`name`) that sections refer to, in their order, each once."""
    seen: set[Any] = set()
    for reference in document.element.body.iter(f"{W}{name}Reference"):
        relation = document.part.rels.get(reference.get(_RELATION) or "")
        if relation is not None and not relation.is_external and relation.target_part not in seen:
            seen.add(relation.target_part)
            yield _parsed(relation.target_part)


def _target(document: Any, name: str) -> Any:
    """The part of a sort that belongs to the document; never one outside the file."""
    relations = document.part.rels.values()
    return next((r.target_part for r in relations if r.reltype.endswith(f"/{name}") and not r.is_external), None)


def _parsed(part: Any) -> Any:
    """The XML of a part; no entity is resolved and nothing fetched."""
    from docx.oxml import parse_xml

    return parse_xml(part.blob)
