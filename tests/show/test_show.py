"""What the terminal shows."""

import io
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from rich.console import Console, RenderableType

from pipeline.records import Document, Entity, FormerName, HeldRole, Reference, RelatedEntity, Topic
from pipeline.report import load_report_words
from pipeline.show.document import coloured, render_document
from pipeline.show.entity import render_entity
from pipeline.show.topic import render_topic

CASES = Path(__file__).parents[1] / "emit" / "cases"
WORDS = load_report_words(Path(__file__).parents[2] / "models")
DOCUMENTS = msgspec.json.decode((CASES / "documents.json").read_bytes(), type=tuple[Document, ...])
ENTITIES = {e.id: e for e in msgspec.json.decode((CASES / "entities.json").read_bytes(), type=tuple[Entity, ...])}
TOPICS = msgspec.json.decode((CASES / "topics.json").read_bytes(), type=tuple[Topic, ...])


def shown(renderable: RenderableType) -> str:
    console = Console(file=io.StringIO(), width=200, color_system=None)
    console.print(renderable)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_french_document_in_french() -> None:
    text = shown(render_document(DOCUMENTS[1], WORDS.fr, ENTITIES))
    for expected in (
        *("Visite officielle à Lisbonne", "14 mars 2024", "communiqué de presse", "trouvé dans dateline, 0.95"),
        *("[exergue] « Ferrand", "automne 2022 (à partir de, début)", "156..170", "navigation  Accueil"),
    ):
        assert expected in text, expected


def test_an_english_document_in_english() -> None:
    text = shown(render_document(DOCUMENTS[2], WORDS.en, ENTITIES))
    for expected in (
        "12 June 2023",
        "autumn 2023",
        "3,500,000 USD",
        "Lusophone Institute",
        "50–60 teachers",
        "3 years",
    ):
        assert expected in text, expected


@pytest.mark.parametrize(("language", "name"), [("fr", "Lisbonne  E3"), ("en", "Lisbon  E3")])
def test_an_entity_with_the_sentences_that_mention_it(language: str, name: str) -> None:
    text = shown(render_entity(ENTITIES["E3"], DOCUMENTS, WORDS.fr if language == "fr" else WORDS.en))
    assert name in text
    assert "The Ministry of Foreign Affairs welcomed Teresa Moura to Lisbon on 12 June 2023." in text
    assert "Photo : la ministre à Lisbonne" in text
    assert "tables/mentions.csv" not in text


def test_an_entity_with_its_history() -> None:
    entity = replace(
        ENTITIES["E3"],
        former=(
            FormerName(name="Felicitas Julia", until="0711"),
            FormerName(name="Olissipo", since="1801", until="1802-03"),
        ),
        related=(RelatedEntity(kind="seat_of", entity="E1"),),
        roles=(
            HeldRole(role="maire", first="2012", last="2014-05-06", documents=2),
            HeldRole(role="élue", first=None, last=None, documents=1),
        ),
    )
    french, english = (shown(render_entity(entity, (), lexicon)) for lexicon in (WORDS.fr, WORDS.en))
    assert "Olissipo (1801 – mars 1802)" in french
    assert "maire (2012 – 6 mai 2014) · élue" in french
    assert "Seat of" in english
    assert "Felicitas Julia (… – 0711)" in english


def test_a_role_without_a_name_and_whom_it_means() -> None:
    source = DOCUMENTS[1].mentions[0].source
    meant = Reference(start=0, end=11, text="la ministre", entity="E3", source=source)
    text = shown(render_document(replace(DOCUMENTS[1], references=(meant,)), WORDS.fr, ENTITIES))
    assert "la ministre → Lisbonne" in text


def test_a_long_list_says_where_the_rest_is() -> None:
    text = shown(render_entity(replace(ENTITIES["E3"], mentions=105), DOCUMENTS, WORDS.en))
    assert "… 100 more rows: see tables/mentions.csv" in text


def test_a_topic_with_its_passages() -> None:
    text = shown(render_topic(TOPICS[0], DOCUMENTS, WORDS.en))
    assert "partnership, trade  T1" in text
    assert "« Le partenariat entre la France et le Portugal date de fin 1992. »" in text
    assert "statement.txt  0.42" in text
    assert "2024  ██████████████████████████████ 0.82" in text


def test_colours_stand_where_the_mentions_are() -> None:
    document = DOCUMENTS[1]
    block = document.blocks[2]
    text = coloured(document, block.start, block.end)
    spans = {text.plain[span.start : span.end] for span in text.spans}
    assert {"Claire Ferrand", "Lisbonne 2031", "2031", "fin 1992", "plus de 6 Md€"} <= spans


def test_nothing_of_a_document_is_markup_or_reaches_the_terminal() -> None:
    source = DOCUMENTS[3]
    hostile = replace(source, text="\x1b]0;x\x07[red]\x9b" + source.text[9:], mentions=())
    text = shown(render_document(hostile, WORDS.fr))
    assert "\x1b" not in text
    assert "\x9b" not in text
    assert "[red]" in text
