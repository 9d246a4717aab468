"""What topics and documents are told apart by: themes, trends, typical entities and units, keywords, quality."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from topic_documents import LEXICONS, make, themes

from pipeline.records import Ids, TrendPoint
from pipeline.topics import find_topics
from pipeline.topics.concepts import MOST_THEMES
from pipeline.topics.quality import coherence
from pipeline.topics.trend import Periods, change
from pipeline.topics.typical import typical


def test_there_are_few_themes_with_names_in_both_languages() -> None:
    for lexicon in LEXICONS.values():
        assert set(lexicon.theme_names) == set(lexicon.themes.values())
        assert 15 <= len(lexicon.theme_names) <= MOST_THEMES
    assert LEXICONS["fr"].theme_names["energy"] == "Énergie"


def test_each_topic_has_the_theme_of_its_concepts() -> None:
    found = find_topics(themes(), lexicons=LEXICONS, ids=Ids())
    for topic in found.topics:
        kinds = {passage.document.split("/")[0] for passage in topic.passages if passage.score > 0.5}
        assert topic.theme is not None
        assert {topic.theme.id} <= kinds | {"disarmament", "transport"}


def test_keywords_are_in_the_language_of_the_document() -> None:
    french = make("fr.txt", ["Le gaz et le pétrole. Le gaz arrive. Le pétrole part."])
    english = make("en.txt", ["The museum of music. A museum opens. Music in the museum."], "en")
    found = {
        document.id: document.keywords
        for document in find_topics([french, english], lexicons=LEXICONS, ids=Ids()).documents
    }
    assert {keyword.term for keyword in found["fr.txt"]} == {"gaz", "pétrole"}
    assert [(keyword.term, keyword.count, keyword.documents) for keyword in found["en.txt"]] == [
        ("museum", 3, 1),
        ("music", 2, 1),
    ]


def test_a_rare_thing_is_less_sure_to_be_typical() -> None:
    whole = {"often": 40.0, "rare": 2.0, "even": 40.0}
    found = typical({"often": 30.0, "rare": 2.0, "even": 10.0}, whole, most=5)
    assert [one.name for one in found] == ["often"]


@pytest.mark.parametrize(
    ("weights", "expected"), [((), None), ((0.5,), None), ((0.1, 0.3), 0.2), ((0.3, 0.9, 0.1), -0.2)]
)
def test_change_compares_the_halves(weights: tuple[float, ...], expected: float | None) -> None:
    points = [TrendPoint(period=str(2000 + i), weight=weight) for i, weight in enumerate(weights)]
    assert change(points) == expected


def test_close_dates_are_told_apart_by_quarters() -> None:
    dates = ["2014-02-01", "2014-05", "2014-05-20", "2015-11-30"]
    found = find_topics(
        [make(f"{i}.txt", ["Le gaz arrive. Le pétrole coûte cher."], published=date) for i, date in enumerate(dates)],
        lexicons=LEXICONS,
        ids=Ids(),
    )
    assert [point.period for point in found.topics[0].trend] == ["2014-33", "2014-34", "2015-36"]
    assert Periods([]).trend(np.zeros(0)) == ()


def test_coherence_is_one_together_and_minus_one_apart() -> None:
    rows = csr_matrix(np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1], [0, 0, 1]], dtype=float))
    together, apart = coherence(rows, [np.array([0, 1]), np.array([0, 2])])
    assert (together, apart) == (pytest.approx(1.0), -1.0)
