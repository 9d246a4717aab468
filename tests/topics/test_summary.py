"""Summaries of documents: exact slices in reading order, and no sentence out of its context."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from topic_documents import LEXICONS, make, themes

from pipeline.length import USUAL_LENGTH, SummaryLength
from pipeline.records import Ids, SummarySentence
from pipeline.topics import find_topics
from pipeline.topics.digest import digest
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import TONGUES

SENTENCES = {
    "fr": [
        "Les deux ministres ont signé un accord sur le transport ferroviaire.",
        "Celui-ci prévoit la construction d’une ligne de deux cents kilomètres.",
        "Le réseau électrique sera relié à celui des provinces voisines.",
        "Toutefois, le coût du chantier reste à partager entre les partenaires.",
        "Une banque de développement financera la moitié des travaux.",
        "La culture a sa place : un festival de musique ouvrira en mai.",
        "Que restera-t-il du corridor dans dix ans de commerce ?",
        "Voir annexe.",
    ],
    "en": [
        "The two ministers signed an agreement on railway transport.",
        "It provides for the construction of a line of two hundred kilometres.",
        "The power grid will be linked to that of the neighbouring provinces.",
        "However, the cost of the work has yet to be shared by the partners.",
        "A development bank will finance half of the construction.",
        "Culture has its place: a music festival will open in May.",
        "What will remain of the corridor after ten years of trade?",
        "See annex.",
    ],
}
KEYS = {tongue: Keys(tongue, LEXICONS[tongue]) for tongue in TONGUES}
LEANING = {"Celui-ci": 1, "Toutefois": 1, "It provides": 1, "However": 1}


def summary(
    blocks: list[str], language: str = "fr", *, length: SummaryLength = USUAL_LENGTH, **more: object
) -> tuple[SummarySentence, ...]:
    document = make("a.txt", blocks, language, **more)  # type: ignore[arg-type]
    return digest(document, LEXICONS, KEYS, length).summary


@settings(max_examples=60, deadline=None)
@given(
    language=st.sampled_from(["fr", "en"]),
    picks=st.lists(st.lists(st.integers(0, 7), min_size=1, max_size=8), min_size=1, max_size=8),
)
def test_summaries_are_slices_in_order(language: str, picks: list[list[int]]) -> None:
    blocks = [" ".join(SENTENCES[language][i] for i in pick) for pick in picks]
    text = "\n\n".join(blocks)
    found = summary(blocks, language)
    sentences = [SENTENCES[language][i] for pick in picks for i in pick]
    assert 1 <= len(found) <= min(5, SummaryLength().of(len(sentences)))
    assert all(text[part.start : part.end] == part.text for part in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(part.text in SENTENCES[language] for part in found)
    assert len({part.text for part in found}) == len(found)
    for part in found:
        if part.text.startswith(tuple(LEANING)) and part.start > 0:
            before = text[: part.start].rstrip()
            assert any(before.endswith(other.text) and other.end == len(before) for other in found)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_only_running_text_in_the_language_of_the_document(language: str) -> None:
    other = "en" if language == "fr" else "fr"
    one, two = SENTENCES[language][0], SENTENCES[language][2]
    blocks = [two, one, SENTENCES[other][0], one.upper()]
    kinds = ["heading", "paragraph", "paragraph", "signature"]
    found = summary(blocks, language, kinds=kinds, languages=[language, language, other, language])
    assert [part.text for part in found] == [one]


def test_fragments_are_quoted_only_where_nothing_else_is() -> None:
    assert [part.text for part in summary(["Voir annexe."])] == ["Voir annexe."]
    assert [part.text for part in summary(["Voir annexe.", SENTENCES["fr"][0]])] == [SENTENCES["fr"][0]]
    blocks = ["Les points suivants ont été retenus par les deux ministres :", SENTENCES["fr"][4]]
    assert [part.text for part in summary(blocks)] == [SENTENCES["fr"][4]]


def test_a_summary_does_not_depend_on_other_documents() -> None:
    together = find_topics(themes(), lexicons=LEXICONS, ids=Ids()).documents
    for document in themes()[::5]:
        alone = find_topics([document], lexicons=LEXICONS, ids=Ids()).documents[0]
        assert alone.summary == next(found.summary for found in together if found.id == alone.id)


@pytest.mark.parametrize(
    ("sentences", "expected"), [(1, 1), (7, 1), (9, 2), (10, 3), (15, 3), (20, 4), (25, 5), (1000, 5)]
)
def test_usual_length(sentences: int, expected: int) -> None:
    assert SummaryLength().of(sentences) == expected


@pytest.mark.parametrize("language", ["fr", "en"])
def test_length_by_number_and_by_ratio(language: str) -> None:
    blocks = SENTENCES[language][:6]
    assert len(summary(blocks, language, length=SummaryLength(sentences=4))) == 4
    assert len(summary(blocks, language, length=SummaryLength(ratio=0.5))) == 3
    assert len(summary(blocks, language, length=SummaryLength(sentences=40))) == 6
    assert len(summary(blocks, language, length=SummaryLength(ratio=0.01))) == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_leaning_sentence_comes_with_the_one_it_leans_on(language: str) -> None:
    first, leaning = SENTENCES[language][:2]
    found = summary([f"{first} {leaning}"], language, length=SummaryLength(sentences=2))
    assert [part.text for part in found] == [first, leaning]
    # What it leans on is under another heading: it is not quoted at all.
    found = summary([first, "II", leaning], language, kinds=["paragraph", "heading", "paragraph"])
    assert [part.text for part in found] == [first]


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("fr", "Mesdames et Messieurs les membres du corps diplomatique et consulaire.", 2),
        ("fr", "La séance est ouverte à dix heures sous la présidence du doyen.", 2),
        ("fr", "Étaient présents les représentants du ministère, de la banque et des communes.", 2),
        ("en", "Thank you all for coming to this house on a rainy evening.", 2),
        ("en", "The meeting was called to order at ten by the dean of the council.", 2),
        ("en", "Members present: the delegates of the ministry, of the bank and of the towns.", 2),
    ],
)
def test_salutations_and_procedure_are_not_quoted(language: str, said: str, told: int) -> None:
    found = summary([said, SENTENCES[language][told]], language, length=SummaryLength(sentences=2))
    assert [part.text for part in found] == [SENTENCES[language][told]]


@pytest.mark.parametrize(
    "scrap",
    [
        "Standard +33 1 40 56 78 90, télécopie +33 1 40 56 78 91, bureau 12.",
        "Lines: 020 7008 0000; 020 7008 0001; 020 7008 0002; fax 2527 5000.",
        ">> REVISED on the first Monday of the month after the last one.",
        ": la suite du texte qui commence au milieu de la phrase.",
    ],
)
def test_scraps_and_telephone_lists_are_not_quoted(scrap: str) -> None:
    told = SENTENCES["fr"][2]
    assert [part.text for part in summary([scrap, told], length=SummaryLength(sentences=2))] == [told]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("mark", ["1. ", "II. – ", "a) ", "• "])
def test_numbers_and_bullets_stay_outside_the_quotation(language: str, mark: str) -> None:
    sentence = SENTENCES[language][4]
    (found,) = summary([mark + sentence], language, kinds=["list_item"])
    assert (found.start, found.text) == (len(mark), sentence)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_two_sentences_say_the_same(language: str) -> None:
    one, other = SENTENCES[language][0], SENTENCES[language][4]
    found = summary([one, other, one], language, length=SummaryLength(sentences=3))
    assert [part.text for part in found] == [one, other]


@pytest.mark.parametrize(
    ("language", "full"),
    [
        ("fr", "Le prêt de 45 M€ sera signé à Oran le 3 mai 2019."),
        ("en", "The loan of €45m will be signed at Oran on 3 May 2019."),
    ],
)
def test_figures_and_dates_are_kept(language: str, full: str) -> None:
    blocks = [*SENTENCES[language][:3:2], *SENTENCES[language][4:6], full]
    document = make(
        "a.txt", blocks, language, names=("Oran",), dates=("3 mai 2019", "3 May 2019"), sums=("45 M€", "€45m")
    )
    assert full in [part.text for part in digest(document, LEXICONS, KEYS, SummaryLength(sentences=2)).summary]
