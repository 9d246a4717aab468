"""What a sentence tells a reader: figures, main names, decisions, words of the title."""

import pytest
from msgspec.structs import replace
from topic_documents import LEXICONS, make, mentions

from pipeline.records import Metadata
from pipeline.sentences import announces
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import TONGUES, Tongue
from pipeline.topics.passages import Sentence
from pipeline.topics.telling import MOST, NAME, SUM, TITLE, TellingReader

KEYS = {tongue: Keys(tongue, LEXICONS[tongue]) for tongue in TONGUES}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le Conseil adopte le budget des ports.", True),
        ("fr", "Les deux pays ont signé une convention fiscale.", True),
        ("fr", "Les exportations de cacao ont reculé d'un tiers.", True),
        ("fr", "L’accord est entré en vigueur au printemps.", True),
        ("fr", "Le prêt s’élève à la moitié du coût.", True),
        ("fr", "Les signes de reprise sont là, dit un voisin.", False),
        ("fr", "Le fleuve traverse la plaine et la ville.", False),
        ("fr", "La salle des fêtes se trouve derrière l'école.", False),
        ("en", "The Council adopts the budget of the ports.", True),
        ("en", "Both countries signed a tax convention.", True),
        ("en", "Exports of cocoa fell by a third.", True),
        ("en", "The agreement entered into force in spring.", True),
        ("en", "The loan amounts to half of the cost.", True),
        ("en", "A significant part of the plain is dry.", False),
        ("en", "The river crosses the plain and the town.", False),
        ("en", "The hall stands behind the school.", False),
    ],
)
def test_decisions_acts_and_changes_are_announced(language: Tongue, text: str, expected: bool) -> None:
    assert announces(text, LEXICONS[language].sentences) is expected


def weights(
    language: Tongue, sentences: list[str], *, title: str | None = None, **marks: tuple[str, ...]
) -> list[float]:
    """The weights of sentences in which every marked form is a name, a date or a sum."""
    document, extracted, _ = make("a.txt", [" ".join(sentences)], language)
    document = replace(document, metadata=Metadata(title=title))
    extracted = replace(extracted, mentions=tuple(mentions(document.text, **marks)))
    reader = TellingReader(document, extracted, KEYS)
    found: list[float] = []
    for text in sentences:
        start = document.text.index(text)
        sentence = Sentence(start, start + len(text), len(text.split()), "paragraph", language, leaning=False)
        found.append(reader.weight(sentence, [KEYS[language].read(word).key or "" for word in text[:-1].split()]))
    return found


@pytest.mark.parametrize(
    ("language", "plain", "costing"),
    [
        ("fr", "Le pont est large et long.", "Le pont coûte 45 M€ et dix hommes."),
        ("en", "The bridge is wide and long.", "The bridge costs £45m and ten men."),
    ],
)
def test_days_and_sums_count(language: Tongue, plain: str, costing: str) -> None:
    found = weights(language, [plain, costing], sums=("45 M€", "£45m"))
    assert found == pytest.approx([0.0, SUM])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_names_count_where_the_document_comes_back_to_them(language: Tongue) -> None:
    once = "Oslo, Riga, Turin."
    found = weights(language, [once, "Lima x.", "Lima y."], names=("Oslo", "Riga", "Turin", "Lima"))
    assert found == pytest.approx([0.0, NAME, NAME])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_list_of_figures_tells_no_more_than_so_much(language: Tongue) -> None:
    years = [str(year) for year in range(1960, 1990)]
    (found,) = weights(language, [" ".join(years) + "."], dates=tuple(years))
    assert found == pytest.approx(MOST)


@pytest.mark.parametrize(
    ("language", "title", "sentences"),
    [
        ("fr", "Une centrale pour le nord", ["La centrale du nord.", "Le musée du sud."]),
        ("en", "A refinery for the coast", ["The refinery on the coast.", "The museum of the hills."]),
    ],
)
def test_words_of_the_title_count(language: Tongue, title: str, sentences: list[str]) -> None:
    assert weights(language, sentences, title=title) == pytest.approx([TITLE, 0.0])
    assert weights(language, sentences) == [0.0, 0.0]
