"""The head, the foot and the cover of PDF pages: heads, numbers, notes, titles; what only looks like them stays."""

import io
from collections.abc import Sequence

import pytest
from pdf_pages import ENGLISH, FRENCH
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

Text = tuple[float, float, float, str]  # x, y, size, text


def pages(*all_texts: Sequence[Text], created: str = "") -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    for texts in all_texts:
        for x, y, size, text in texts:
            canvas.setFont("Times-Roman", size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue().replace(b"D:20000101000000", f"D:{created or '20000101'}000000".encode())


def body(text: str, top: float = 700) -> list[Text]:
    lines, line = [], ""
    for word in text.split():
        if stringWidth(f"{line} {word}", "Times-Roman", 11) > 440:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [(72.0, top - 14 * number, 11.0, line) for number, line in enumerate([*lines, line])]


def read(data: bytes, resources: IngestResources) -> Ingested:
    return ingest(data, path="a.pdf", document_id="a", override=None, resources=resources)[0]


def kinds(done: Ingested) -> list[tuple[str, str]]:
    return [(block.kind, done.text[block.start : block.end]) for block in done.blocks]


def drops(done: Ingested) -> list[tuple[str, str]]:
    return [(drop.reason, drop.text) for drop in done.dropped]


@pytest.mark.parametrize(
    ("first", "second", "y"),
    [
        ("Les ports du Nord 27", "28 Rapport de la commission, 2011", 790),
        ("Service des ports, 12 rue du Quai, Porto 1/2", "Téléphone : 22 200 00 00 2/2", 40),
        ("Northern ports | 103", "104 | Northern ports", 790),
        ("Page 4 of the report of the northern ports 4", "Northern ports in the year of the treaty 5", 40),
    ],
)
@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_heads_that_count_the_pages(first: str, second: str, y: float, text: str, resources: IngestResources) -> None:
    done = read(
        pages([(72, y, 9, first), *body(text)], [(72, y, 9, second), *body(text.replace("mon", "man"))]), resources
    )
    assert drops(done) == [("running head", first), ("running head", second)]
    assert [kind for kind, _ in kinds(done)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Annex 1 has seven articles, Annex 2 nine.", "The ports of Norway in Annex 3."),  # sentences
        ("Ports du Nord 12", "Ports du Sud 40"),  # no count
    ],
)
def test_what_does_not_count_the_pages(first: str, second: str, resources: IngestResources) -> None:
    done = read(pages([(72, 790, 11, first), *body(ENGLISH)], [(72, 790, 11, second), *body(FRENCH)]), resources)
    assert first in done.text
    assert second in done.text


def test_a_number_on_the_second_page_only(resources: IngestResources) -> None:
    done = read(pages(body(ENGLISH), [*body(FRENCH), (290, 40, 10, "– 2 –")]), resources)
    assert drops(done) == [("page number", "– 2 –")]


NOTES = [
    ("3 Compte rendu n° 3, p. 11.", FRENCH.replace("îles,", "îles3,")),
    ("12 Evidence taken in Bergen, p 73", ENGLISH.replace("islands,", "islands12,")),
    ("* Voir le rapport de mai.", FRENCH),
]


@pytest.mark.parametrize(("note", "text"), NOTES)
def test_a_footnote(note: str, text: str, resources: IngestResources) -> None:
    done = read(pages([*body(text), (72, 80, 8.5, note)]), resources)
    assert kinds(done) == [("paragraph", text), ("footnote", note)]


def test_footnotes_in_a_row_between_the_halves_of_a_paragraph(resources: IngestResources) -> None:
    first, second = ENGLISH.split(" the autumn")
    notes = [
        "1 Evidence taken in Bergen.",
        "2 A longer note, which goes on over",
        "the next line of the foot.",
        "3 See 1.",
    ]
    foot = [(72.0, 110 - 10 * number, 8.0, note) for number, note in enumerate(notes)]
    done = read(pages([*body(first), *foot], body(f"the autumn{second}")), resources)
    assert kinds(done) == [
        ("paragraph", ENGLISH),
        ("footnote", notes[0]),
        ("footnote", " ".join(notes[1:3])),
        ("footnote", notes[3]),
    ]


@pytest.mark.parametrize("foot", ["175 rue de la Mer, Bergen", "40 delegates came to Lisbon in small boats."])
def test_a_number_in_small_print_alone_is_no_note(foot: str, resources: IngestResources) -> None:
    done = read(pages([*body(ENGLISH), (72, 80, 8.5, foot)]), resources)
    assert "footnote" not in [kind for kind, _ in kinds(done)]


def test_a_cover(resources: IngestResources) -> None:
    right = [
        (540.0, "HC 12"),
        (540.0, "Published on 4 May 2011"),
        (540.0, "by authority of the House"),
        (540.0, "Porto: Press"),
    ]
    cover: list[Text] = [
        *((72.0, y, 28.0, text) for y, text in ((560.0, "The Harbours"), (529.0, "Of the North"))),
        (72, 480, 16, "Fourth Report of Session 2010"),
        *(
            (x - stringWidth(text, "Times-Roman", 11), 150 - 14.0 * number, 11.0, text)
            for number, (x, text) in enumerate(right)
        ),
    ]
    done = read(pages(cover, body(ENGLISH, 780) + body(FRENCH)), resources)
    found = [text for _, text in kinds(done)]
    assert found[:2] == ["The Harbours Of the North", "Fourth Report of Session 2010"]
    assert done.metadata.title == "The Harbours Of the North"
    assert "HC 12" in found
    assert "Published on 4 May 2011 by authority of the House" in found


def test_two_headings_in_large_print_stay_two(resources: IngestResources) -> None:
    heads: list[Text] = [(72, 780, 16, "The Northern Seas"), (72, 740, 16, "Ports and Fisheries")]
    done = read(pages([*heads, *body(ENGLISH)]), resources)
    assert [text for kind, text in kinds(done) if kind == "heading"] == ["The Northern Seas", "Ports and Fisheries"]


def test_a_range_over_two_lines(resources: IngestResources) -> None:
    lines = ["The budget of the northern ports, which was small for a long time, grew in 2010–", "11 to 4 million."]
    done = read(pages([(72.0, 700 - 14.0 * n, 11.0, line) for n, line in enumerate(lines)]), resources)
    assert "in 2010–11 to 4 million." in done.text


@pytest.mark.parametrize(
    ("text", "created", "published"),
    [(ENGLISH, "20110504", "2011-05"), (f"{ENGLISH} It was 1998.", "20110504", None)],
)
def test_the_day_a_file_was_made(text: str, created: str, published: str | None, resources: IngestResources) -> None:
    assert read(pages(body(text), created=created), resources).metadata.published == published
