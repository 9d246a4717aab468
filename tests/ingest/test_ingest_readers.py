"""The readers of HTML, PDF, DOCX and Markdown."""

import io
from collections.abc import Callable
from itertools import zip_longest

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested, SourceText

LEFT = [
    "Le ministre des Affaires étrangères s'est rendu",
    "à Astana les 5 et 6 décembre 2014 pour y ren-",
    "contrer son homologue. Ils ont évoqué les re-",
    "lations économiques et la sécurité régionale,",
    "ainsi que les échanges universitaires entre les",
    "deux pays. La visite avait été préparée par une",
    "délégation du ministère et par l'ambassade, qui",
]
RIGHT = [
    "avait reçu les entreprises. La seconde partie du",
    "voyage a été consacrée à la signature d'accords",
    "de coopération dans le domaine spatial. Un com-",
    "muniqué conjoint a été publié à l'issue de la",
    "rencontre, et la prochaine réunion aura lieu à",
    "Paris au printemps prochain, selon une source",
    "diplomatique jointe à Almaty par la rédaction.",
]
COLUMNS = (
    "Le ministre des Affaires étrangères s'est rendu à Astana les 5 et 6 décembre 2014 pour y rencontrer son "
    "homologue. Ils ont évoqué les relations économiques et la sécurité régionale, ainsi que les échanges "
    "universitaires entre les deux pays. La visite avait été préparée par une délégation du ministère et par "
    "l'ambassade, qui avait reçu les entreprises. La seconde partie du voyage a été consacrée à la signature "
    "d'accords de coopération dans le domaine spatial. Un communiqué conjoint a été publié à l'issue de la "
    "rencontre, et la prochaine réunion aura lieu à Paris au printemps prochain, selon une source diplomatique "
    "jointe à Almaty par la rédaction."
)


def read(data: bytes, path: str, resources: IngestResources) -> tuple[Ingested, SourceText]:
    return ingest(data, path=path, document_id=path, override=None, resources=resources)


def blocks_of(done: Ingested) -> list[tuple[str, str]]:
    return [(block.kind, done.text[block.start : block.end]) for block in done.blocks]


def draw(paint: Callable[[canvas.Canvas], None], **properties: str) -> bytes:
    buffer = io.BytesIO()
    pdf = canvas.Canvas(buffer, pagesize=A4, invariant=1)
    pdf.setTitle(properties.get("title", ""))
    paint(pdf)
    pdf.save()
    return buffer.getvalue()


def lines(pdf: canvas.Canvas, x: float, y: float, texts: list[str]) -> None:
    for number, text in enumerate(texts):
        pdf.drawString(x, y - 13 * number, text)


@pytest.mark.parametrize("interleaved", [False, True])
def test_pdf_in_two_columns(interleaved: bool, resources: IngestResources) -> None:
    def paint(pdf: canvas.Canvas) -> None:
        pdf.setFont("Helvetica-Bold", 20)
        pdf.drawString(60, 770, "Une visite à Astana")
        pdf.setFont("Helvetica", 10)
        if interleaved:
            for number, (left, right) in enumerate(zip_longest(LEFT, RIGHT, fillvalue="")):
                lines(pdf, 60, 730 - 13 * number, [left])
                lines(pdf, 310, 730 - 13 * number, [right])
        else:
            lines(pdf, 60, 730, LEFT)
            lines(pdf, 310, 730, RIGHT)
        pdf.showPage()

    done, source = read(draw(paint), "a.pdf", resources)
    assert blocks_of(done) == [("heading", "Une visite à Astana"), ("paragraph", COLUMNS)]
    assert done.metadata.title == "Une visite à Astana"
    assert done.source.pages == 1
    assert source.page_starts == (0,)
    assert done.source.reader.startswith("pypdfium2 ")


def test_pdf_pages_heads_and_numbers(resources: IngestResources) -> None:
    def paint(pdf: canvas.Canvas) -> None:
        for page in range(3):
            pdf.setFont("Helvetica", 9)
            pdf.drawString(60, 810, "Foreign Affairs Review, May 2015")
            pdf.drawString(290, 30, str(page + 7))
            pdf.setFont("Helvetica", 11)
            numbers = ["first", "second", "third"]
            lines(
                pdf,
                60,
                750,
                [
                    f"The {numbers[page]} meeting was held in Geneva and ended with-",
                    "out a result that the ministers could announce, and they",
                ],
            )
            lines(pdf, 60, 724, ["agreed to meet again in the autumn."] if page < 2 else ["went home"])
            pdf.showPage()

    done, source = read(draw(paint), "a.pdf", resources)
    expected = "meeting was held in Geneva and ended without a result that the ministers could announce, and they"
    assert done.text.count(expected) == 3
    assert [drop.reason for drop in done.dropped] == ["running head", "page number"] * 3
    assert [drop.source.page for drop in done.dropped] == [1, 1, 2, 2, 3, 3]
    assert len(source.page_starts) == 3
    assert source.text[source.page_starts[1] :].startswith("Foreign Affairs")


def test_pdf_table_stays_in_rows(resources: IngestResources) -> None:
    rows = [
        ("Country", "2013", "2014"),
        ("France", "5 Md€", "6 Md€"),
        ("Italy", "4 Md€", "5 Md€"),
        ("Spain", "2 Md€", "3 Md€"),
    ]

    def paint(pdf: canvas.Canvas) -> None:
        pdf.setFont("Helvetica", 10)
        lines(pdf, 60, 760, ["Trade with the countries of the Union grew in both years, as the table shows."])
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                pdf.drawString(60 + 150 * column, 700 - 14 * number, cell)
        pdf.showPage()

    done, _ = read(draw(paint), "a.pdf", resources)
    assert blocks_of(done)[1:] == [("table", " | ".join(row)) for row in rows]


def test_pdf_properties_are_weak(resources: IngestResources) -> None:
    data = draw(
        lambda pdf: pdf.drawString(72, 700, "The ministers met in Geneva and signed the agreement."),
        title="Report on trade",
    )
    done, _ = read(data, "a.pdf", resources)
    assert done.metadata.title == "Report on trade"
    assert done.metadata.evidence["title"].confidence < 0.6
    assert done.metadata.published is None or done.metadata.evidence["published"].confidence <= 0.4


PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Visite à Astana | Ministère</title><meta charset="{charset}">
<meta property="article:published_time" content="2014-12-06T10:00:00+01:00">
<meta property="og:site_name" content="Ministère"><link rel="canonical" href="https://exemple.fr/visite">
<script>var text = "<p>caché</p>";</script><style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/x">Dossiers</a></li></ul></nav>
<div class="cookie-banner"><p>Nous utilisons des cookies.</p></div>
<main><article><h1>Visite à Astana</h1><p>Publié le 6 décembre 2014</p>
<p>Le Président s'est rendu à <a href="/k">Astana</a> les 5 et 6&nbsp;décembre 2014 pour une <b>visite</b> officielle.
Il a rencontré son homologue et signé plusieurs accords de coopération entre les deux pays.</p>
<p hidden>invisible</p><div style="display: none">invisible</div>
<noscript>invisible</noscript><template>invisible</template>
<ul><li>Accord spatial</li><li>Accord <em>ferroviaire</em></li></ul>
<table><tr><th>Année</th><th>Montant</th></tr><tr><td>2013</td><td><p>5 Md€</p></td></tr></table>
<figure><img src="x"><figcaption>Les deux présidents</figcaption></figure>
<blockquote>« Nous sommes des partenaires. »</blockquote></article></main>
<div class="share-buttons"><a href="#">Partager</a></div><footer><p>Mentions légales</p></footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "windows-1252"])
def test_html(charset: str, resources: IngestResources) -> None:
    done, source = read(PAGE.format(charset=charset).encode(charset), "page.txt", resources)
    assert blocks_of(done) == [
        ("heading", "Visite à Astana"),
        ("dateline", "Publié le 6 décembre 2014"),
        (
            "paragraph",
            "Le Président s'est rendu à Astana les 5 et 6 décembre 2014 pour une visite officielle. "
            "Il a rencontré son homologue et signé plusieurs accords de coopération entre les deux pays.",
        ),
        ("list_item", "Accord spatial"),
        ("list_item", "Accord ferroviaire"),
        ("table", "Année | Montant"),
        ("table", "2013 | 5 Md€"),
        ("caption", "Les deux présidents"),
        ("quote", "« Nous sommes des partenaires. »"),
    ]
    assert "invisible" not in source.text
    assert "caché" not in source.text
    assert {drop.reason for drop in done.dropped} == {"navigation", "cookie notice", "share links", "footer"}
    found = done.metadata
    assert (found.title, found.published, found.publisher) == ("Visite à Astana", "2014-12-06", "Ministère")
    assert found.url == "https://exemple.fr/visite"
    assert found.evidence["published"].found == "text (publication line)"


def test_html_fragment_without_structure(resources: IngestResources) -> None:
    done, _ = read(b"<p>The minister met the press in Geneva.</p><p>She left in the evening.</p>", "a.html", resources)
    assert done.text == "The minister met the press in Geneva.\n\nShe left in the evening."


def test_html_line_breaks_and_layout_tables(resources: IngestResources) -> None:
    page = (
        "<html><body><table><tr><td><h2>Geneva</h2><p>The minister met the press in the morning.</p></td></tr></table>"
        "<p>First line of the address<br>Second line of it</p></body></html>"
    )
    done, _ = read(page.encode(), "a.html", resources)
    assert ("heading", "Geneva") in blocks_of(done)
    assert ("paragraph", "The minister met the press in the morning.") in blocks_of(done)


def test_docx(resources: IngestResources) -> None:
    document = docx.Document()
    document.core_properties.title = "A title that Word kept"
    document.core_properties.author = "Jean Dupont"
    document.add_heading("Relations bilatérales", 0)
    document.add_paragraph("Paris, le 3 mars 2014")
    document.add_paragraph("Le ministre s'est rendu à Astana. Il y a rencontré son homologue.")
    document.add_paragraph("Premier point", style="List Bullet")
    document.add_paragraph("Second point", style="List Number")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("Année", "Montant"), ("2014", "6 Md€")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("Après le tableau vient une dernière phrase.")
    buffer = io.BytesIO()
    document.save(buffer)
    done, _ = read(buffer.getvalue(), "note.docx", resources)
    assert blocks_of(done) == [
        ("heading", "Relations bilatérales"),
        ("dateline", "Paris, le 3 mars 2014"),
        ("paragraph", "Le ministre s'est rendu à Astana. Il y a rencontré son homologue."),
        ("list_item", "Premier point"),
        ("list_item", "1. Second point"),
        ("table", "Année | Montant"),
        ("table", "2014 | 6 Md€"),
        ("paragraph", "Après le tableau vient une dernière phrase."),
    ]
    found = done.metadata
    assert (found.title, found.published, found.place, found.author) == (
        "Relations bilatérales",
        "2014-03-03",
        "Paris",
        "Jean Dupont",
    )


MARKDOWN = """---
title: "Visite d'État"
date: 2014-12-05
source: Ministère
---
# Visite **officielle** à Astana #

Le Président s'est *rendu* à [Astana](http://exemple.fr/a_(b)) et à
Almaty. Il a sou-
ligné &eacute;galement l'`accord` <b>spatial</b>.[^1]

> Une citation
> sur deux lignes.

* premier **point**
* second point
  qui continue

1. un

| Pays | Montant |
|------|---------|
| France | 6 Md€ |

Titre second
------------

[^1]: Une note.
"""


def test_markdown(resources: IngestResources) -> None:
    done, source = read(MARKDOWN.encode(), "a.md", resources)
    assert source.text == MARKDOWN
    assert blocks_of(done) == [
        ("heading", "Visite officielle à Astana"),
        ("paragraph", "Le Président s'est rendu à Astana et à Almaty. Il a souligné également l'accord spatial."),
        ("quote", "Une citation sur deux lignes."),
        ("list_item", "premier point"),
        ("list_item", "second point qui continue"),
        ("list_item", "1. un"),
        ("table", "Pays | Montant"),
        ("table", "France | 6 Md€"),
        ("heading", "Titre second"),
        ("footnote", "Une note."),
    ]
    found = done.metadata
    assert (found.title, found.published, found.publisher) == ("Visite d'État", "2014-12-05", "Ministère")
    assert [drop.reason for drop in done.dropped] == ["front matter"]


def test_toml_front_matter(resources: IngestResources) -> None:
    text = (
        '+++\ntitle = "A journey"\ndate = 2015-06-10\n+++\nThe minister went to Geneva and met his counterpart there.\n'
    )
    done, _ = read(text.encode(), "a.md", resources)
    assert (done.metadata.title, done.metadata.published) == ("A journey", "2015-06-10")
    assert done.text.startswith("The minister")


def test_windows_newlines_in_markdown(resources: IngestResources) -> None:
    done, source = read(MARKDOWN.replace("\n", "\r\n").encode(), "a.md", resources)
    assert "\r\n" in source.text
    assert "\r" not in done.text
    assert len(done.blocks) == 10
