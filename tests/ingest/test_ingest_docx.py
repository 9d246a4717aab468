"""What of a Word file is text, what is known but dropped, and what is not shown."""

import builtins
import io
import os
import socket
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from time_limit import within

from pipeline.errors import BadDocument
from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = {
    "fr": "La ministre a reçu à Lisbonne les délégués des îles. Ils ont parlé de la pêche et du port de Bergen.",
    "en": "The minister received the delegates of the islands in Lisbon. They spoke about fishing and the harbour.",
}


def make(fill: Callable[[Any], None], created: datetime | None = None, modified: datetime | None = None) -> bytes:
    document = docx.Document()
    document.core_properties.created = created or datetime(2013, 12, 23, 23, 15)
    document.core_properties.modified = modified or document.core_properties.created
    fill(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(data: bytes, resources: IngestResources) -> Ingested:
    return ingest(data, path="a.docx", document_id="a", override=None, resources=resources)[0]


def texts(done: Ingested) -> list[str]:
    return [done.text[block.start : block.end] for block in done.blocks]


def kinds(done: Ingested) -> list[tuple[str, str]]:
    return [(block.kind, done.text[block.start : block.end]) for block in done.blocks]


def xml(inner: str) -> Callable[[Any], None]:
    """A document of the given elements, after a paragraph."""

    def fill(document: Any) -> None:
        document.add_paragraph(BODY["en"])
        for element in parse_xml(f"<w:body {NS}>{inner}</w:body>"):
            document.element.body.insert(len(document.element.body) - 1, element)

    return fill


def parts(data: bytes, more: Iterable[tuple[str, bytes]]) -> bytes:
    """The archive with parts put in or replaced."""
    changed = dict(more)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, content in changed.items():
            new.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("language", "head", "day"),
    [
        ("fr", "Bulletin n° 12 du port, 4 mai 2011", "2011-05-04"),
        ("en", "Issue No. 12 of the port, 4 May 2011", "2011-05-04"),
    ],
)
def test_heads_and_feet_are_dropped_but_read(language: str, head: str, day: str, resources: IngestResources) -> None:
    def fill(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = head
        document.sections[0].footer.paragraphs[0].text = "– 1 –"
        document.add_paragraph(BODY[language])

    done = read(make(fill), resources)
    assert texts(done) == [BODY[language]]
    assert [(drop.reason, drop.text) for drop in done.dropped] == [("running head", head), ("page number", "– 1 –")]
    assert done.metadata.published == day


def test_headers_that_no_section_shows(resources: IngestResources) -> None:
    def fill(document: Any) -> None:
        header = document.sections[0].header
        header.paragraphs[0].text = "Old head"
        header.is_linked_to_previous = True  # the reference goes
        document.add_paragraph(BODY["en"])

    assert read(make(fill), resources).dropped == ()


BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice><w:txbxContent><w:p><w:r><w:t>Key figures of May</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Key figures of May</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent></w:r><w:r><w:t>After the talks the ministers left.</w:t></w:r></w:p>"
)
CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p>{}</w:tc>"
NESTED = "<w:tbl><w:tr>" + CELL.format("inner", "") + CELL.format("2014", "") + "</w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (BOX, ["After the talks the ministers left.", "Key figures of May"]),
        (
            f"<w:tbl><w:tr>{CELL.format('outer', NESTED)}{CELL.format('right', '')}</w:tr></w:tbl>",
            ["outer | right", "inner | 2014"],
        ),
        (  # a frame around text is no table
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>First of all.</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>Then the rest.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            ["First of all.", "Then the rest."],
        ),
        (  # tracked changes: the new text is read, the old is not, and a struck row goes
            '<w:p><w:r><w:t xml:space="preserve">They </w:t></w:r><w:del w:id="1"><w:r><w:delText>hardly </w:delText>'
            '</w:r></w:del><w:ins w:id="2"><w:r><w:t>often agreed.</w:t></w:r></w:ins></w:p>'
            '<w:tbl><w:tr><w:trPr><w:del w:id="3"/></w:trPr>' + CELL.format("struck", "") + "</w:tr></w:tbl>",
            ["They often agreed."],
        ),
        (  # the end of the first paragraph is struck
            '<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr><w:r><w:t>The two ministers</w:t></w:r></w:p>'
            "<w:p><w:r><w:t>agreed on everything.</w:t></w:r></w:p>",
            ["The two ministers agreed on everything."],
        ),
        (
            "<w:p><w:r><w:t>Seen.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r></w:p>",
            ["Seen."],
        ),
        (  # moved: at its new place only
            "<w:p><w:moveFrom w:id='1'><w:r><w:t>Old place.</w:t></w:r></w:moveFrom></w:p>"
            "<w:p><w:moveTo w:id='2'><w:r><w:t>New place.</w:t></w:r></w:moveTo></w:p>",
            ["New place."],
        ),
        (  # a form: what was filled in is read, what asks to fill it in is not
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here.</w:t></w:r>"
            "</w:sdtContent></w:sdt><w:r><w:t>Oslo came next.</w:t></w:r></w:p>",
            ["In a control.", "Oslo came next."],
        ),
        (  # a field shows its result, a comment nothing
            "<w:p><w:r><w:t>Signed on </w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> DATE "
            "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t xml:space='preserve'> 4 May "
            "2011</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:commentReference w:id='0'/></w:r>"
            "<w:r><w:t>.</w:t></w:r></w:p>",
            ["Signed on 4 May 2011."],
        ),
        (
            "<w:p><w:r><w:t>A soft</w:t><w:softHyphen/><w:t>ware at 5</w:t><w:sym w:font='Symbol' w:char='F0B0'/>"
            "<w:tab/><w:t>for non</w:t><w:noBreakHyphen/><w:t>members</w:t><w:sym w:font='Wingdings' w:char='F0E0'/>"
            "<w:t>all.</w:t></w:r></w:p>",
            ["A software at 5° for non-members→all."],
        ),
        (
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>The base.</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r></w:p>",
            ["The base."],
        ),
        (  # a row whose first cell goes on keeps its columns
            "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>Peru</w:t></w:r></w:p>"
            "</w:tc><w:tc><w:p><w:r><w:t>2010</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/>"
            "</w:tc><w:tc><w:p><w:r><w:t>2011</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            ["Peru | 2010", "| 2011"],
        ),
        (  # a line break sets lines apart, or only wraps them
            "<w:p><w:r><w:t>Ana NUNES, Portugal</w:t><w:br/><w:t>Ole BERG, Norway</w:t></w:r></w:p>",
            ["Ana NUNES, Portugal", "Ole BERG, Norway"],
        ),
        (
            "<w:p><w:r><w:t>The ministers of both</w:t><w:br/><w:t>countries met and agreed.</w:t></w:r></w:p>",
            ["The ministers of both countries met and agreed."],
        ),
    ],
    ids=[
        *("box", "nested", "frame", "changes", "struck end", "hidden", "moved", "form", "field", "signs", "ruby"),
        *("merged", "lines", "wrapped"),
    ],
)
def test_what_is_shown(inner: str, expected: list[str], resources: IngestResources) -> None:
    assert texts(read(make(xml(inner)), resources)) == [BODY["en"], *expected]


def test_a_table_of_contents_is_dropped(resources: IngestResources) -> None:
    entry = "<w:p><w:pPr><w:pStyle w:val='TOC1'/></w:pPr><w:r><w:t>The harbours</w:t><w:tab/><w:t>3</w:t></w:r></w:p>"
    done = read(make(xml(entry)), resources)
    assert texts(done) == [BODY["en"]]
    assert [(drop.reason, drop.text) for drop in done.dropped] == [("table of contents", "The harbours 3")]


def test_a_title_in_several_paragraphs_is_one(resources: IngestResources) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("The Fisheries of the North", style="Title")
        document.add_paragraph("and Their Harbours", style="Title")
        document.add_paragraph("Lisbon, 4 May 2011", style="Subtitle")
        document.add_paragraph(BODY["en"], style="List Paragraph")

    assert kinds(read(make(fill), resources)) == [
        ("heading", "The Fisheries of the North and Their Harbours"),
        ("dateline", "Lisbon, 4 May 2011"),
        ("paragraph", BODY["en"]),
    ]


@pytest.mark.parametrize(
    ("text", "created", "modified", "published"),
    [
        (BODY["fr"], datetime(2013, 12, 23, 23, 15), None, None),  # of the library's template
        (BODY["fr"], datetime(2011, 5, 4, 9), None, "2011-05"),
        (BODY["fr"], datetime(2003, 1, 1), datetime(2011, 5, 4), None),  # an older document, written over
        (f"{BODY['en']} It was in 1998.", datetime(2011, 5, 4), None, None),
        (f"{BODY['en']} It was in March 2011.", datetime(2011, 5, 4), None, "2011-05"),
        (f"{BODY['en']} It was in November 2010.", datetime(2011, 1, 4), None, "2011-01"),
    ],
)
def test_the_day_a_file_was_made(
    text: str, created: datetime, modified: datetime | None, published: str | None, resources: IngestResources
) -> None:
    done = read(make(lambda document: document.add_paragraph(text), created, modified), resources)
    assert done.metadata.published == published


def test_a_day_in_the_text_is_surer(resources: IngestResources) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("Lisbonne, le 4 mai 2011")
        document.add_paragraph(BODY["fr"])

    assert read(make(fill, datetime(2011, 9, 1)), resources).metadata.published == "2011-05-04"


def test_nothing_is_fetched(resources: IngestResources, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make(lambda document: document.add_paragraph(BODY["en"]))
    path = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = archive.read(path).decode()
    start = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    kinds = ("image", "attachedTemplate", "footnotes", "header", "subDocument", "numbering", "aFChunk", "oleObject")
    for number, kind in enumerate(kinds):
        for place in ("http://192.0.2.1/a", "file:///etc/hostname", "\\\\192.0.2.1\\a\\b.docx"):
            outside = f'Type="{start}{kind}" Target="{place}" TargetMode="External"'
            relation = f'<Relationship Id="x{number}{len(place)}" {outside}/></Relationships>'
            relations = relations.replace("</Relationships>", relation)

    def refuse(*args: object, **options: object) -> None:
        raise AssertionError("the network or a file was asked")

    whole = parts(data, [(path, relations.encode()), ("../../outside.xml", b"<x/>"), ("/etc/outside", b"x")])
    assert texts(read(whole, resources)) == [BODY["en"]]  # the libraries are loaded now
    for module, name in ((socket, "socket"), (socket, "getaddrinfo"), (builtins, "open"), (os, "open"), (io, "open")):
        monkeypatch.setattr(module, name, refuse)
    found = texts(read(whole, resources))
    monkeypatch.undo()
    assert found == [BODY["en"]]


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "content",
    [
        f'<?xml version="1.0"?>{BOMB}<w:document {NS}><w:body/></w:document>'.encode(),
        f"<?xml version='1.0'?><!--{' ' * 9000}-->{BOMB}<w:document {NS}><w:body/></w:document>".encode(),
        f'<?xml version="1.0" encoding="utf-16"?>{BOMB}<w:document {NS}><w:body/></w:document>'.encode("utf-16"),
    ],
    ids=["plain", "after a comment", "in UTF-16"],
)
def test_entities_are_refused(content: bytes, resources: IngestResources) -> None:
    data = make(lambda document: document.add_paragraph(BODY["en"]))
    with pytest.raises(BadDocument) as caught:
        read(parts(data, [("word/document.xml", content)]), resources)
    assert caught.value.code == "zip_bomb"


def test_a_relationship_that_leads_nowhere(resources: IngestResources) -> None:
    data = make(lambda document: document.add_paragraph(BODY["en"]))
    path = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = archive.read(path).replace(b"Target=", b"Tarbet=", 1)
    with pytest.raises(BadDocument) as caught:
        read(parts(data, [(path, relations)]), resources)
    assert caught.value.code == "damaged"


@pytest.mark.parametrize(
    "inner",
    [
        "<w:p/>" * 8_000,
        "<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * 5_000 + "</w:tr></w:tbl>",
        "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 10_000 + "</w:tbl>",
        "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60,
        "<w:p>" + "<w:r><w:t>x</w:t><w:br/></w:r>" * 8_000 + "</w:p>",
        "<w:p><w:r><w:t>" + "The harbour is open. " * 20_000 + "</w:t></w:r></w:p>",
        '<w:p><w:pPr><w:pStyle w:val="' + "x" * 500_000 + '"/></w:pPr></w:p>',
    ],
    ids=["paragraphs", "cells", "rows", "nested", "breaks", "line", "attribute"],
)
def test_no_slow_document(inner: str, resources: IngestResources) -> None:
    data = make(xml(inner))
    with within(8):
        assert read(data, resources).text.startswith(BODY["en"])


@pytest.mark.parametrize(
    ("language", "runs", "said"),
    [
        (
            "fr",
            ("Depuis 2015", "^7", ", la Banque mondiale", "^8,9", " et l'UE", "^2", " prêtent."),
            "Depuis 2015, la Banque mondiale et l'UE prêtent.",
        ),
        (
            "en",
            ("Since 2015", "^7", ", the World Bank", "^8,9", " and the EU", "^2", " lend."),
            "Since 2015, the World Bank and the EU lend.",
        ),
        ("fr", ("Un parc de 30 km", "^2", " et 10", "^6", " arbres."), "Un parc de 30 km² et 10⁶ arbres."),
        ("en", ("A park of 30 km", "^2", " and 10", "^6", " trees."), "A park of 30 km² and 10⁶ trees."),
    ],
)
def test_raised_figures(language: str, runs: tuple[str, ...], said: str, resources: IngestResources) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph(BODY[language])
        paragraph = document.add_paragraph()
        for piece in runs:
            paragraph.add_run(piece.lstrip("^")).font.superscript = piece.startswith("^")

    done = read(make(fill), resources)
    assert texts(done)[1] == said
