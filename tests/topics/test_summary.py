"""Summaries of documents: exact slices in reading order, and no sentence out of its context."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from topic_documents import LEXICONS, make, themes

from pipeline.records import Ids, SummarySentence
from pipeline.topics import find_topics
from pipeline.topics.digest import digest
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import TONGUES
from pipeline.topics.summary import summary_length

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


def summary(blocks: list[str], language: str = "fr", **more: object) -> tuple[SummarySentence, ...]:
    document = make("a.txt", blocks, language, **more)  # type: ignore[arg-type]
    return digest(document, LEXICONS, KEYS).summary


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
    assert 1 <= len(found) <= min(5, summary_length(len(sentences)))
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
    ("sentences", "expected"), [(1, 1), (6, 1), (9, 1), (10, 3), (20, 3), (27, 4), (34, 5), (1000, 5)]
)
def test_summary_length(sentences: int, expected: int) -> None:
    assert summary_length(sentences) == expected
