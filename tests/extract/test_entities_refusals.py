"""What only looks like a name is refused, with a reason that has words in both languages."""

import io
from collections.abc import Sequence
from typing import get_args

import pytest
from entity_resources import ROOT, EntityResources
from rich.console import Console

from pipeline.extract.entities import find_entities
from pipeline.extract.entities.candidates import Candidate, Tagged
from pipeline.extract.entities.choice.refusals import Reason, Refusals, Refused
from pipeline.records import Document, EntityLabel, Language, Metadata, Passage, Provenance, PublicBlock, Source
from pipeline.report import load_report_words
from pipeline.show.refused import render_refused

REFUSED: list[tuple[Language, str, str, EntityLabel, Reason]] = [
    ("fr", "Elle a reçu les Parisiens à l’hôtel de ville.", "Parisiens", "LOCATION", "people of a place"),
    ("en", "She met the Parisians at the town hall.", "Parisians", "LOCATION", "people of a place"),
    ("fr", "Un accord Franco-Allemand est là.", "Franco-Allemand", "LOCATION", "demonym"),
    ("en", "She spoke to the French in good faith.", "French", "LOCATION", "demonym"),
    (
        "fr",
        "Elle réunit Coopération culturelle et sport.",
        "Coopération culturelle",
        "ORGANIZATION",
        "field of a minister",
    ),
    ("en", "It is a matter of Foreign Affairs only.", "Foreign Affairs", "ORGANIZATION", "field of a minister"),
    ("fr", "Elle soutient les Régions et les villes.", "Régions", "ORGANIZATION", "common words"),
    ("en", "She supports the Regions and the towns.", "Regions", "ORGANIZATION", "common words"),
    ("fr", "Le Chapitre 23 reste ouvert.", "Chapitre 23", "ORGANIZATION", "common words"),
    ("en", "Negotiations on Chapter 23 go on.", "Chapter 23", "ORGANIZATION", "common words"),
    ("fr", "Le fonds reçoit FJ$21.5m par an.", "FJ$21.5m", "ORGANIZATION", "figure"),
    ("en", "The fund receives FJ$21.5m a year.", "FJ$21.5m", "ORGANIZATION", "figure"),
    ("fr", "Le Secrétaire général parle.", "Secrétaire général", "ORGANIZATION", "title"),
    ("en", "A Joint Special Envoy spoke.", "Joint Special Envoy", "ORGANIZATION", "title"),
    ("fr", "Le ministre des Affaires étrangères est là.", "Affaires étrangères", "ORGANIZATION", "inside a title"),
    (
        "en",
        "The Secretary of State for Foreign Affairs.",
        "State for Foreign Affairs",
        "ORGANIZATION",
        "inside a title",
    ),
    ("fr", "Cependant, elle parle.", "Cependant", "LOCATION", "function word"),
    ("en", "However, she spoke.", "However", "LOCATION", "function word"),
    ("fr", "Récoltes abondantes cette année.", "Récoltes", "LOCATION", "opens a sentence"),
    ("en", "Harvests were good this year.", "Harvests", "LOCATION", "opens a sentence"),
    (
        "fr",
        "Nouvelles routes\n\nDe nouvelles routes.",
        "Nouvelles routes",
        "ORGANIZATION",
        "words of a heading",
    ),
    ("en", "New Roads\n\nThe new roads are open.", "New Roads", "ORGANIZATION", "words of a heading"),
    ("fr", "Le Lot B va à un autre.", "Lot B", "LOCATION", "numbered part"),
    ("en", "They awarded Tranche 2 in May.", "Tranche 2", "ORGANIZATION", "numbered part"),
    ("fr", "Il appelle Path.read_text aussitôt.", "Path.read_text", "ORGANIZATION", "mark-up"),
    ("en", "It calls Path.read_text at once.", "Path.read_text", "ORGANIZATION", "mark-up"),
    ("fr", "Le navire Corail a levé l’ancre.", "Corail", "ORGANIZATION", "named thing"),
    ("en", "The ship Coral weighed anchor.", "Coral", "ORGANIZATION", "named thing"),
    ("fr", "Il vient de partir et il dort.", "de partir", "ORGANIZATION", "no name left"),
    ("en", "He left to sleep and work.", "to sleep", "ORGANIZATION", "no name left"),
]
UNLIKELY: list[tuple[Language, str, str, EntityLabel, Reason]] = [
    ("fr", "Elle pense au Vasseyron.", "Vasseyron", "LOCATION", "unlikely"),
    ("en", "She thinks of Vasseyron.", "Vasseyron", "LOCATION", "unlikely"),
]


class Proposing:
    """A model that proposes one span, wherever it stands first in a text."""

    def __init__(self, form: str, label: EntityLabel) -> None:
        self._form, self._label = form, label

    def find(self, texts: Sequence[str]) -> list[Tagged]:
        starts = [text.find(self._form) for text in texts]
        return [
            Tagged([Candidate(start, start + len(self._form), self._label, "model")]) if start >= 0 else Tagged()
            for start in starts
        ]


def searched(
    text: str, language: Language, model: Proposing, entities: EntityResources, probability: float = 0.6
) -> tuple[list[str], list[tuple[str, Reason]]]:
    """The names that are found in the paragraphs of a text, and what is refused there, with the reason."""
    passages: list[Passage] = []
    for row in text.split("\n\n"):
        start = passages[-1].end + 2 if passages else 0
        passages.append(Passage(start=start, end=start + len(row), language=language, text=row))
    refusals = Refusals()
    found = find_entities(
        passages,
        lexicons=entities.lexicons,
        model=lambda _: model,
        known=entities.known,
        weigh=lambda _: probability,
        refusals=refusals,
    )
    refused = [(text[one.start : one.end], one.reason) for one in refusals.beside(found)]
    return [mention.text for mention in found], refused


@pytest.mark.parametrize(("language", "text", "form", "label", "reason"), REFUSED)
def test_refused_with_a_reason(
    language: Language, text: str, form: str, label: EntityLabel, reason: Reason, entities: EntityResources
) -> None:
    assert searched(text, language, Proposing(form, label), entities) == ([], [(form, reason)])


@pytest.mark.parametrize(("language", "text", "form", "label", "reason"), UNLIKELY)
def test_a_name_that_little_speaks_for_is_refused(
    language: Language, text: str, form: str, label: EntityLabel, reason: Reason, entities: EntityResources
) -> None:
    model = Proposing(form, label)
    assert searched(text, language, model, entities, probability=0.02) == ([], [(form, reason)])
    assert searched(text, language, model, entities) == ([form], [])


@pytest.mark.parametrize(
    ("language", "text", "form", "label"),
    [
        ("fr", "Elle a reçu Awa Parisot hier.", "Awa Parisot", "PERSON"),
        ("en", "She met Awa Parisot yesterday.", "Awa Parisot", "PERSON"),
        ("fr", "Elle siège à l’Office des eaux.", "Office des eaux", "ORGANIZATION"),
        ("en", "She sits on the Kelso Water Board.", "Kelso Water Board", "ORGANIZATION"),
    ],
)
def test_a_name_is_not_refused(
    language: Language, text: str, form: str, label: EntityLabel, entities: EntityResources
) -> None:
    assert searched(text, language, Proposing(form, label), entities) == ([form], [])


def test_what_is_refused_inside_a_name_that_is_found_is_not_listed(entities: EntityResources) -> None:
    text = "Le ministère des Affaires étrangères est là."
    found, refused = searched(text, "fr", Proposing("Affaires étrangères", "ORGANIZATION"), entities)
    assert (found, refused) == (["ministère des Affaires étrangères"], [])


@pytest.mark.parametrize("reason", get_args(Reason))
def test_a_reason_has_a_case_in_both_languages_and_words_in_both(reason: Reason) -> None:
    words = load_report_words(ROOT / "models")
    assert {language for language, *_, said in (*REFUSED, *UNLIKELY) if said == reason} == {"fr", "en"}
    assert words.fr.refusals[reason]
    assert words.en.refusals[reason]


@pytest.mark.parametrize(("language", "said"), [("fr", "habitants d’un lieu"), ("en", "the people of a place")])
def test_the_terminal_shows_each_with_reason_and_sentence(language: str, said: str) -> None:
    text = "Awa Parisot. Elle a reçu les Parisiens hier."
    words = load_report_words(ROOT / "models")
    lexicon = words.fr if language == "fr" else words.en
    shown = lines(render_refused(document(text), [Refused(29, 38, "LOCATION", "model", "people of a place")], lexicon))
    assert "Parisiens" in shown
    assert said in shown
    assert "Elle a reçu les Parisiens hier." in shown
    assert lexicon.words["nothing_refused"] in lines(render_refused(document(text), [], lexicon))


def lines(content: object) -> str:
    console = Console(file=io.StringIO(), width=160, color_system=None)
    console.print(content)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def document(text: str) -> Document:
    source = Source(path="a.txt", sha256="", media_type="text/plain", charset="utf-8", bytes=1, pages=None, reader="t")
    block = PublicBlock(start=0, end=len(text), kind="paragraph", language="fr", main=True, source=())
    return Document(
        id="a.txt",
        source=source,
        metadata=Metadata(),
        language="fr",
        languages={"fr": 1.0},
        text=text,
        blocks=(block,),
        dropped=(),
        mentions=(),
        provenance=Provenance(pipeline="test", models={}, configuration=""),
    )
