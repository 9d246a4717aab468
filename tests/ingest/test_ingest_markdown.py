"""Lines, quotations, clippings and front matter of Markdown as a reader of the source sees them."""

import pytest

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

FRENCH = (
    "Le ministre a reçu hier à Bergen les délégués des îles du nord, qui demandaient une réponse avant la fin de mai."
)
ENGLISH = (
    "Yesterday in Bergen the minister received the delegates of the northern islands, who asked for an answer by May."
)


def read(text: str, resources: IngestResources) -> Ingested:
    return ingest(text.encode(), path="a.md", document_id="a", override=None, resources=resources)[0]


def blocks(text: str, resources: IngestResources) -> list[tuple[str, str]]:
    done = read(text, resources)
    return [(block.kind, done.text[block.start : block.end]) for block in done.blocks]


@pytest.mark.parametrize("end", ["", "  ", "\\", "<br>", "   "])
@pytest.mark.parametrize(
    ("first", "second"), [("NOR/MIN(11)/4/2", "4 May 2011"), ("CD/PORT(11)/7", "Bergen, le 4 mai 2011")]
)
def test_lines_of_a_head(end: str, first: str, second: str, resources: IngestResources) -> None:
    done = read(f"{first}{end}\n{second}\n\n{FRENCH}\n", resources)
    lines = [drop.text for drop in done.dropped] + [done.text[block.start : block.end] for block in done.blocks]
    assert lines == [first, second, FRENCH]
    assert (done.metadata.published, done.metadata.reference) == ("2011-05-04", first)


@pytest.mark.parametrize("end", ["", "  ", "\\"])
@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_a_wrapped_sentence_is_one(end: str, text: str, resources: IngestResources) -> None:
    words = text.split()
    wrapped = f"{' '.join(words[:6])}{end}\n{' '.join(words[6:11])}{end}\n{' '.join(words[11:])}"
    assert blocks(wrapped, resources) == [("paragraph", text)]


@pytest.mark.parametrize(
    ("source", "said", "speaker"),
    [
        (
            "> « Nous irons plus loin. »\n>\n> — Ana Nunes, ministre\n",
            "« Nous irons plus loin. »",
            "— Ana Nunes, ministre",
        ),
        ("> “We shall go further.”\n> – Ana Nunes, Minister\n", "“We shall go further.”", "– Ana Nunes, Minister"),
        ("> « Nous irons. »  \n> -- Ana Nunes\n", "« Nous irons. »", "-- Ana Nunes"),
    ],
)
def test_who_said_it(source: str, said: str, speaker: str, resources: IngestResources) -> None:
    assert blocks(f"{FRENCH}\n\n{source}", resources)[1:] == [("quote", said), ("signature", speaker)]


def test_a_dash_that_opens_a_quotation(resources: IngestResources) -> None:
    assert blocks(f"{FRENCH}\n\n> — Nous irons plus loin.\n", resources)[1:] == [("quote", "— Nous irons plus loin.")]


@pytest.mark.parametrize("fence", ["```\n{}\n```", "~~~text\n{}\n~~~", "    {}"])
@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_a_clipping_is_text(fence: str, text: str, resources: IngestResources) -> None:
    done = read(f"# Ports\n\n{fence.format(text)}\n", resources)
    assert [(b.kind, b.main, done.text[b.start : b.end]) for b in done.blocks][1:] == [("paragraph", True, text)]


def test_code_is_no_text(resources: IngestResources) -> None:
    done = read(f"{FRENCH}\n\n```python\nfor name in names:\n    print(name, end=' ')\n```\n", resources)
    assert [block.main for block in done.blocks] == [True, False]


@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_a_rule_under_a_paragraph_makes_no_heading(text: str, resources: IngestResources) -> None:
    assert blocks(f"{text}\n---\n\n{text[:-1]} 2011.\n", resources)[0] == ("paragraph", text)


def test_a_table_without_head(resources: IngestResources) -> None:
    table = "| | |\n|---|---|\n| Port | Bergen |\n| Budget | 4 M€<br>par an |\n"
    assert blocks(f"{FRENCH}\n\n{table}", resources)[1:] == [
        ("table", "Port | Bergen"),
        ("table", "Budget | 4 M€ par an"),
    ]


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("title: >\n  Ports of\n  the North", "title", "Ports of the North"),
        ("# a comment\ndate_de_publication: 2011-05-04", "published", "2011-05-04"),
        ("organisation: Ministère de la Mer", "publisher", "Ministère de la Mer"),
        ("symbol: NOR/MIN(11)/4", "reference", "NOR/MIN(11)/4"),
    ],
)
def test_front_matter(head: str, field: str, value: str, resources: IngestResources) -> None:
    assert getattr(read(f"---\n{head}\n---\n\n{FRENCH}\n", resources).metadata, field) == value


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("l'*Union* et l'_Union_, **M.** Nunes, ***tout***", "l'Union et l'Union, M. Nunes, tout"),
        ("un nom_de_fichier, 3*4*5 et 2 * 3 * 4", "un nom_de_fichier, 3*4*5 et 2 * 3 * 4"),
        ("un \\*astérisque\\*, \\[crochet\\], C:\\dossier", "un *astérisque*, [crochet], C:\\dossier"),
        ("[le port][p], [le quai], [phare](http://a.fr/x) et [sic]", "le port, le quai, phare et [sic]"),
        ("ici ![image](a.png) et [![logo](l.png)](http://a.fr) là", "ici et là"),
        ("signé [^1] et ratifié[^deux].", "signé et ratifié."),
        ("à ~~10~~ 12 euros, ~100 tonnes", "à 12 euros, ~100 tonnes"),
        ('{{< figure src="a.png" >}}{% include x %}à deux', "à deux"),
        ("à <span>deux</span> <!-- note --> ici", "à deux ici"),
    ],
)
def test_signs_inside_a_line(source: str, text: str, resources: IngestResources) -> None:
    feet = "\n\n[p]: http://a.fr/p\n[le quai]: <http://a.fr/q> 'Quai'\n"
    before = "La ministre a dit, selon les délégués du port,"
    found = blocks(f"{FRENCH}\n\n{before} {source}{feet}", resources)
    assert found[1:] == [("paragraph", f"{before} {text}")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("##Les ports du nord", [("heading", "Les ports du nord")]),
        ("#Les ports du nord", [("heading", "Les ports du nord")]),
        ("## Les ports ## \n", [("heading", "Les ports")]),
        ("## Les ports {#ports}\n", [("heading", "Les ports")]),
        ("<h2>Les ports</h2>\n", [("heading", "Les ports")]),
        ("[TOC]\n\n<!-- caché\nencore -->\n\n<script>var a = 1;</script>\n", []),
        ("<!-- note --> Le texte de la ligne reste.", [("paragraph", "Le texte de la ligne reste.")]),
        ("- [ ] à faire\n- [x] fait\n", [("list_item", "☐ à faire"), ("list_item", "☑ fait")]),
        (
            "1. un\n   1. sous un\n2. deux\n",
            [("list_item", "1. un"), ("list_item", "1. sous un"), ("list_item", "2. deux")],
        ),
        (
            "[^1]: Signée en 1999.\n[^2]: Voir l'annexe.\n    Suite de la note.\n\n    Second alinéa.\n",
            [
                ("footnote", "Signée en 1999."),
                ("footnote", "Voir l'annexe. Suite de la note."),
                ("footnote", "Second alinéa."),
            ],
        ),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]], resources: IngestResources) -> None:
    assert blocks(f"{FRENCH}\n\n{source}", resources)[1:] == expected


@pytest.mark.parametrize(
    ("front", "title", "published", "author"),
    [
        ("---\ntitle: La visite\ndate: 2011-05-04 # mercredi\n...\n", "La visite", "2011-05-04", None),
        (
            "---\nauthor:\n  - Ana Nunes\n  - Ole Berg\ntitle: La visite\n---\n",
            "La visite",
            None,
            "Ana Nunes, Ole Berg",
        ),
        ("---\nauthors: [Ana Nunes, 'Ole Berg']\ntitle: The visit\n---\n", "The visit", None, "Ana Nunes, Ole Berg"),
        (
            "---\nauthor:\n- name: Ana Nunes\n  role: x\ntitle: >-\n  The\n  visit\n---\n",
            "The visit",
            None,
            "Ana Nunes",
        ),
        ("---\nimage:\n  title: A picture\n  date: 1999-01-01\ntitle: The visit\n---\n", "The visit", None, None),
        ("---\ntitle: The visit\n  of the minister\n---\n", "The visit of the minister", None, None),
        ("+++\ntitle = 'The visit'\n[extra]\ndate = 1999-01-01\n+++\n", "The visit", None, None),
    ],
)
def test_front_matter_as_it_is_written(
    front: str, title: str, published: str | None, author: str | None, resources: IngestResources
) -> None:
    done = read(f"{front}{ENGLISH}\n", resources)
    assert done.text == ENGLISH
    assert (done.metadata.title, done.metadata.published, done.metadata.author) == (title, published, author)


@pytest.mark.parametrize("depth", [3, 60, 130])
@pytest.mark.parametrize("bullet", ["> ", "- "])
def test_no_depth_of_nesting_loses_text(bullet: str, depth: int, resources: IngestResources) -> None:
    inside = [f"Le point {number} fut adopté." for number in range(depth)]
    lines = [f"{(bullet if bullet == '> ' else '  ') * number}{bullet}{text}" for number, text in enumerate(inside)]
    text = read("\n".join([FRENCH, "", *lines, "", ENGLISH, ""]), resources).text
    assert [line for line in (FRENCH, *inside, ENGLISH) if line not in text] == []


@pytest.mark.parametrize(
    "text",
    [
        "## Le port\n\nLe ministre a visité le port.\n\n## La route\n\nLa route est ouverte.\n",
        "The port\n\n**Lagos, 16 June 2025** — The minister came.\n\nHe saw the **new road** there.\n",
        "See [the note](https://example.org/note) and [the map](/maps/port.html) of the port.\n",
    ],
)
def test_a_text_with_the_signs_of_markdown_is_markdown(text: str, resources: IngestResources) -> None:
    done, source = ingest(text.encode(), path="a.txt", document_id="a", override=None, resources=resources)
    assert done.source.media_type == "text/markdown"
    assert source.text == text
    assert not any(sign in done.text for sign in ("#", "**", "]("))


@pytest.mark.parametrize(
    "text",
    [
        "# 12 of the series\n\nLe ministre a visité le port.\n",
        "2 ** 3 is 8, and 3 ** 2 is 9; a note ** stands here.\n\n** The note of the minister on the port.\n",
        "Le rapport [12](p. 3) et l'annexe [A](voir plus bas) du ministre.\n",
        "The port\n========\n\n* the road\n* the bridge\n\n1. the minister came\n",
    ],
)
def test_a_text_with_other_signs_is_text(text: str, resources: IngestResources) -> None:
    done, _ = ingest(text.encode(), path="a.txt", document_id="a", override=None, resources=resources)
    assert done.source.media_type == "text/plain"


def test_escapes_of_front_matter(resources: IngestResources) -> None:
    head = '---\ntitle: "The \\"new\\" road\\u2019s end\\\n  \\ in Kerbrat\\ud83d"\nauthor: false\n---\n\n'
    done = read(head + ENGLISH, resources)
    assert done.metadata.title == 'The "new" road’s end in Kerbrat'
    assert done.metadata.author is None


@pytest.mark.parametrize("text", [ENGLISH, FRENCH])
def test_a_header_of_a_generator_is_front_matter(text: str, resources: IngestResources) -> None:
    head = "PubDate: 1787-06-22\nSlug: letters/june\nTitle: To Haverkamp\nDate: Mon Aug  4 09:08:54 EDT 2014\n\n"
    done = read(head + text, resources)
    assert (done.metadata.title, done.metadata.published) == ("To Haverkamp", "1787-06-22")
    assert done.text == text


def test_the_head_of_a_memorandum_is_none(resources: IngestResources) -> None:
    done = read("Title: Ports\nTo: The minister\nDate: 22 June 1987\n\n" + ENGLISH, resources)
    assert "The minister" in done.text


def test_what_the_program_of_a_site_reads_is_no_text(resources: IngestResources) -> None:
    source = "{: .notice}\n\n{{ page.title }}\n\n" + ENGLISH + '\n\n* [](https://a.example/share?u=a%2Fb "Share")\n'
    assert read(source, resources).text == ENGLISH
