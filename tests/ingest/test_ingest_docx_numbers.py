"""What Word shows but writes in no text: numbers of lists and marks of notes. And files of its other makes."""

import io
import re
import zipfile
from collections.abc import Mapping

import docx
import pytest
from docx.oxml import parse_xml

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested, SourceText

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def make(body: str, numbering: str = "", styles: str = "") -> bytes:
    """A Word file of the given paragraphs, lists and styles."""
    document = docx.Document()
    document.core_properties.author = ""
    for element in reversed(parse_xml(f"<w:body {NS}>{body}</w:body>")):
        document.element.body.insert(0, element)
    lists = document.part.numbering_part.element
    for element in list(lists):
        lists.remove(element)
    lists.extend(list(parse_xml(f"<w:numbering {NS}>{numbering}</w:numbering>")))
    document.styles.element.extend(list(parse_xml(f"<w:styles {NS}>{styles}</w:styles>")))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with parts put in or replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        kept = {name: old.read(name) for name in old.namelist() if name not in parts}
        for name, content in {**kept, **parts}.items():
            new.writestr(name, content)
    return stream.getvalue()


def read(data: bytes, resources: IngestResources) -> tuple[Ingested, SourceText]:
    return ingest(data, path="a.docx", document_id="a", override=None, resources=resources)


def texts(done: Ingested) -> list[str]:
    return [done.text[block.start : block.end] for block in done.blocks]


def level(number: int, form: str, pattern: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def definition(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def used(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(text: str, number: int | None, at: int = 0, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = "" if number is None else f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{named}{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


DEEP = definition(
    0,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "%4)"),
)
AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
OUTLINE = (
    ("pêche", 0),
    ("quotas", 1),
    ("thon", 2),
    ("morue", 2),
    ("ports", 1),
    ("phares", 2),
    ("aides", 0),
    ("fin", 1),
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Art"><w:name w:val="Art"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Art"/>'
    "</w:style>"
)


@pytest.mark.parametrize(
    ("lists", "items", "numbers"),
    [
        (DEEP + used(1, 0), [(1, at) for _, at in OUTLINE], ["1.", "1.1", "(a)", "(b)", "1.2", "(a)", "2.", "2.1"]),
        (  # another list of the same definition goes on, unless it says where it starts
            DEEP + used(1, 0) + used(2, 0) + used(3, 0, AGAIN),
            [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)],
            ["1.", "2.", "1.", "2.", "3."],
        ),
        (  # start values, letters after Z, roman numbers
            definition(0, level(0, "upperLetter", "%1.", start=26)) + used(1, 0),
            [(1, 0), (1, 0)],
            ["Z.", "AA."],
        ),
        (definition(0, level(0, "upperRoman", "%1 –", start=3)) + used(1, 0), [(1, 0), (1, 0)], ["III –", "IV –"]),
        (  # French and English ways: 1°, 1), a degree sign, a paragraph sign
            definition(0, level(0, "decimal", "%1°"), level(1, "lowerLetter", "%2)")) + used(1, 0),
            [(1, 0), (1, 1), (1, 0), (1, 1)],
            ["1°", "a)", "2°", "a)"],
        ),
        (  # a level that never starts anew, and figures for all levels under a roman number
            definition(
                0,
                level(0, "upperRoman", "%1."),
                level(1, "decimal", "%1.%2", more="<w:isLgl/>"),
                level(2, "decimal", "§ %3", more='<w:lvlRestart w:val="0"/>'),
            )
            + used(1, 0),
            [(1, 0), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
            ["I.", "1.1", "§ 1", "II.", "2.1", "§ 2"],
        ),
        (definition(0, level(0, "bullet", "•")) + used(1, 0), [(1, 0)], [""]),
        (DEEP + used(1, 0), [(0, 0), (7, 0), (1, 8)], ["", "", ""]),  # none, a list that is not there, no such level
        (DEEP + used(1, 0), [(1, 1), (1, 0)], ["1.1", "1."]),
    ],
    ids=["levels", "lists", "letters", "roman", "French", "legal", "bullet", "nothing", "deep first"],
)
def test_numbers_of_lists(
    lists: str, items: list[tuple[int, int]], numbers: list[str], resources: IngestResources
) -> None:
    data = make("".join(item(f"le point {i} du texte", number, at) for i, (number, at) in enumerate(items)), lists)
    expected = [f"{number} le point {i} du texte".strip() for i, number in enumerate(numbers)]
    assert texts(read(data, resources)[0]) == expected


@pytest.mark.parametrize(
    ("pattern", "title", "rule"),
    [
        ("Article %1", "Obligations des Parties", "Les Parties échangent leurs vues chaque année à Bergen."),
        ("Article %1.", "Obligations of the Parties", "The Parties shall meet once a year in Bergen to share views."),
    ],
)
def test_numbers_of_styles(pattern: str, title: str, rule: str, resources: IngestResources) -> None:
    lists = definition(
        0, level(0, "decimal", pattern), level(1, "decimal", "%1.%2", more='<w:pStyle w:val="Sub"/>')
    ) + used(1, 0)
    body = item(title, None, style="Art") + item(rule, None, style="Sub") + item("", None, style="Art")
    done, source = read(make(body + item(rule, 0, style="Sub"), lists, STYLES), resources)
    first, second = pattern.replace("%1", "1"), pattern.replace("%1", "2")
    assert texts(done) == [f"{first} {title}", f"1.1 {rule}", second, rule]
    assert source.text.startswith(f"{first} {title}\n\n1.1 ")
    assert done.blocks[0].kind == "heading"


def test_struck_and_empty_paragraphs_count_as_word_counts_them(resources: IngestResources) -> None:
    struck = item("", 1).replace("<w:numPr>", "<w:rPr><w:del w:id='1'/></w:rPr><w:numPr>")
    data = make(item("un", 1) + struck + item("", 1) + item("trois", 1), DEEP + used(1, 0))
    assert texts(read(data, resources)[0]) == ["1. un", "3. trois"]


def test_numbers_in_cells(resources: IngestResources) -> None:
    cells = "".join(f"<w:tc>{item(text, 1)}</w:tc>" for text in ("Oslo", "Bergen"))
    data = make(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", DEEP + used(1, 0))
    assert texts(read(data, resources)[0]) == ["1. Oslo | 2. Bergen"]


@pytest.mark.parametrize(
    "lists",
    [
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Ring"/></w:abstractNum>' + used(1, 0),
        definition(0, level(0, "upperRoman", "%1." * 900, start=2_000_000_000)) + used(1, 0),
        definition(0, level(0, "lowerLetter", "%1", start=99_999_999), level(5, "x", "%9", start=-7)) + used(1, 0),
        definition(0, level(-3, "decimal", "%1"), level(99, "decimal", "%1")) + used(1, 0, AGAIN.replace("0", "77", 1)),
        used(1, 5) + used(1, 6),
    ],
    ids=["circle", "long", "far", "no level", "no definition"],
)
def test_lists_that_lead_nowhere(lists: str, resources: IngestResources) -> None:
    ring = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="{1}"/>{2}</w:style>'
    styles = ring.format("A", "B", "") + ring.format("B", "A", "")
    styles += ring.format("Ring", "Ring", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = item("une rive", 1) + item("un port", None, style="A") + item("une île", None, style="Ring")
    found = read(make(body, lists, styles), resources)[1].text.split("\n\n")
    assert [text[-4:].strip() for text in found] == ["rive", "port", "île"]
    assert max(map(len, found)) < 400


def with_notes() -> bytes:
    """Text with two footnotes, an endnote, and a note that nobody calls."""
    call = '</w:t></w:r><w:r><w:{}noteReference w:id="{}"/></w:r><w:r><w:t xml:space="preserve">'
    said = f"Les ministres de Lusaka{call.format('foot', 5)} ont signé {call.format('foot', 2)}."
    data = make(item(f"{said} Puis ils sont partis pour Bergen{call.format('end', 3)}.", None))
    parts = {name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in (TYPES, RELATIONS)}
    for sort, numbers in (("footnotes", (2, 5, 9)), ("endnotes", (3,))):
        kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{sort}"
        relation = f'<Relationship Id="{sort}" Type="{kind}" Target="{sort}.xml"/></Relationships>'
        override = f'<Override PartName="/word/{sort}.xml" ContentType="{OFFICE}.{sort}+xml"/></Types>'
        parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", relation.encode())
        parts[TYPES] = parts[TYPES].replace(b"</Types>", override.encode())
        notes = "".join(f'<w:{sort[:-1]} w:id="{n}">{item(f"La note {n}.", None)}</w:{sort[:-1]}>' for n in numbers)
        parts[f"word/{sort}.xml"] = f"<w:{sort} {NS}>{notes}</w:{sort}>".encode()
    return changed(data, parts)


def test_notes_and_their_marks(resources: IngestResources) -> None:
    done, source = read(with_notes(), resources)
    assert texts(done) == [
        "Les ministres de Lusaka ont signé. Puis ils sont partis pour Bergen.",
        *("La note 5.", "La note 2.", "La note 3."),
    ]
    assert [block.kind for block in done.blocks] == ["paragraph", "footnote", "footnote", "footnote"]
    assert source.text.split("\n\n") == [
        "Les ministres de Lusaka[1] ont signé [2]. Puis ils sont partis pour Bergen[i].",
        *("[1] La note 5.", "[2] La note 2.", "[i] La note 3."),
    ]
    assert "note mark removed" in done.alignment.names


STRICT = re.compile(rb"http://schemas\.openxmlformats\.org/(officeDocument|wordprocessingml|drawingml)/2006/")


@pytest.mark.parametrize("make_of", ["strict", "template", "macros"])
def test_other_makes_of_word_files(make_of: str, resources: IngestResources) -> None:
    plain = with_notes()
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = f"{OFFICE}.document.main+xml".encode()
    if make_of == "strict":
        parts = {name: STRICT.sub(rb"http://purl.oclc.org/ooxml/\1/", content) for name, content in parts.items()}
    else:
        other = {"template": f"{OFFICE}.template", "macros": "application/vnd.ms-word.document.macroEnabled"}[make_of]
        parts[TYPES] = parts[TYPES].replace(main, f"{other}.main+xml".encode())
    assert changed(plain, parts) != plain
    assert read(changed(plain, parts), resources)[0].text == read(plain, resources)[0].text
