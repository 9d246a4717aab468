"""Separators, running heads, end marks, contacts, menus in rows go with a reason; their like in the body stays."""

import pytest

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

FRENCH = (
    "La ministre a reçu hier à Lisbonne les représentants des douze associations. Ils ont parlé de la pêche et du port."
)
ENGLISH = (
    "The minister received the twelve associations in Lisbon yesterday. They spoke about fishing and about the harbour."
)


def read(text: str, resources: IngestResources, path: str = "a.txt") -> Ingested:
    return ingest(text.encode(), path=path, document_id="a", override=None, resources=resources)[0]


def reasons(done: Ingested) -> list[tuple[str, str]]:
    return [(drop.reason, drop.text) for drop in done.dropped]


@pytest.mark.parametrize("sign", ["* * *", "***", "---", "_____", "• • •", "=====", "— — —", "#", "oOo", "~~~~"])
@pytest.mark.parametrize("body", [FRENCH, ENGLISH])
def test_separators(sign: str, body: str, resources: IngestResources) -> None:
    done = read(f"{body}\n\n{sign}\n\n{body.replace('12', '13')} Encore.", resources)
    assert reasons(done) == [("separator", sign)]
    assert {block.kind for block in done.blocks} == {"paragraph"}


@pytest.mark.parametrize("line", ["…", "[…]", "1.", "- 5 %", "??"])
def test_no_separator(line: str, resources: IngestResources) -> None:
    assert read(f"{FRENCH}\n\n{line}\n\n{ENGLISH}", resources).dropped == ()


ENDINGS = [
    ("FIN", FRENCH, "end mark"),
    ("- Fin -", FRENCH, "end mark"),
    ("ENDS", ENGLISH, "end mark"),
    ("-ends-", ENGLISH, "end mark"),
    ("Contact presse : Marta Nunes – marta@exemple.pt", FRENCH, "press contact"),
    ("Service de presse : 01 02 03 04 05", FRENCH, "press contact"),
    ("Press contact: Marta Nunes, +351 21 000 0000", ENGLISH, "press contact"),
    ("For media enquiries, please call 020 7946 0000.", ENGLISH, "press contact"),
]


@pytest.mark.parametrize(("line", "body", "reason"), ENDINGS)
@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_endings(line: str, body: str, reason: str, path: str, resources: IngestResources) -> None:
    assert reasons(read(f"{body}\n\n{line}", resources, path)) == [(reason, line)]


def test_end_mark_before_notes(resources: IngestResources) -> None:
    done = read(f"{ENGLISH}\n\nENDS\n\nNotes to editors\n\n{ENGLISH.replace('twelve', 'eleven')}", resources)
    assert reasons(done) == [("end mark", "ENDS")]
    assert "Notes to editors" in done.text


def test_lines_under_a_contact(resources: IngestResources) -> None:
    done = read(f"{ENGLISH}\n\nMedia contacts\nMarta Nunes\nTel. +351 21 000 0000\n\nThe harbour in figures", resources)
    assert [reason for reason, _ in reasons(done)] == ["press contact"] * 3
    assert done.text.endswith("The harbour in figures")


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Fin de la guerre", FRENCH),
        ("La fin des travaux est prévue pour 2030.", FRENCH),
        ("Le service de presse du ministère compte six personnes.", FRENCH),
        ("Ends and means", ENGLISH),
        ("The press office opened at noon.", ENGLISH),
    ],
)
def test_words_of_endings_in_the_body(line: str, body: str, resources: IngestResources) -> None:
    done = read(f"{body}\n\n{line}\n\n{body.replace('hier', 'demain')} Bis.", resources)
    assert line in done.text
    assert done.dropped == ()


HEADS = [
    (
        "Le courrier du Tage",
        "Un port\nancien",
        "qui parlent de la pêche",
        "Les représentants des douze associations du port,",
    ),
    (
        "THE TAGUS COURIER",
        "An old\nharbour",
        "who spoke about fishing",
        "The representatives of the associations there,",
    ),
]


@pytest.mark.parametrize(("head", "title", "below", "above"), HEADS)
@pytest.mark.parametrize("number", [("", ""), (" 4", " 5"), (" – page 4", " – page 5")])
def test_a_head_that_cuts_a_sentence(
    head: str, title: str, below: str, above: str, number: tuple[str, str], resources: IngestResources
) -> None:
    first, second = head + number[0], head + number[1]
    text = f"{first}\n\n{title}\n\n{above} venus hier ici\n\n{second}\n\n{below}, sont repartis à Porto le soir même."
    done = read(text, resources)
    assert reasons(done) == [("running head", first), ("running head", second)]
    assert f"ici {below}" in done.text
    assert done.metadata.title == title.replace("\n", " ")


HEADINGS_AGAIN = ["Question", "Réponse", "Answer", "Article {}", "Chapitre {}", "Section {}"]


@pytest.mark.parametrize("heading", HEADINGS_AGAIN)
def test_headings_that_come_back_stay(heading: str, resources: IngestResources) -> None:
    parts = [
        f"{heading.format(n)}\n\n{FRENCH} Un {n}.\n\n{ENGLISH} One {n}.\n\nAinsi dit, en {n}." for n in range(1, 5)
    ]
    done = read("Un titre\n\n" + "\n\n".join(parts), resources)
    assert done.dropped == ()
    assert sum(block.kind == "heading" for block in done.blocks) == 5


MENUS = [
    (
        f"Accès rapide :\nHistoire | Économie | Culture | Cartes\n\nUn port\n\n{FRENCH}",
        "Histoire | Économie | Culture | Cartes",
    ),
    (
        f"Quick links\nHistory | Economy | Culture | Maps\n\nA harbour\n\n{ENGLISH}",
        "History | Economy | Culture | Maps",
    ),
    (f"{FRENCH}\n\nFacebook  X  LinkedIn  Imprimer", "Facebook  X  LinkedIn  Imprimer"),
    (f"{ENGLISH}\n\nFacebook X LinkedIn Print", "Facebook X LinkedIn Print"),
]


@pytest.mark.parametrize(("text", "row"), MENUS)
def test_rows_of_menus(text: str, row: str, resources: IngestResources) -> None:
    assert ("navigation", row) in reasons(read(text, resources))


@pytest.mark.parametrize(
    "line", ["Restez informés : s'abonner à notre lettre", "Stay informed: subscribe to our updates"]
)
def test_newsletters(line: str, resources: IngestResources) -> None:
    assert reasons(read(f"{FRENCH}\n\nMise à jour : 3.4.2016\n\n{line}", resources)) == [("newsletter", line)]


@pytest.mark.parametrize("header", ["Pays | Capitale | Langue", "Country | Capital | Language"])
def test_a_table_is_no_menu(header: str, resources: IngestResources) -> None:
    done = read(f"{header}\nMalte | La Valette | maltais\n\n{FRENCH}\n\nContact", resources)
    assert [block.kind for block in done.blocks][:2] == ["table", "table"]
