"""Topics beside those of plain models: judged alike, without a warning, the same in every run."""

import warnings

import pytest

from pipeline.config import MODELS
from pipeline.evaluate.baselines.topics import NAMES, Passage, plain_topics
from pipeline.topics import TopicLexicons, load_topic_lexicons

FRENCH = ("La banque accorde un prêt.", "Le prêt de la banque.", "Le musée et la peinture.", "La peinture au musée.")
ENGLISH = ("The bank grants a loan.", "The loan of a bank.", "The museum and painting.", "Painting in the museum.")


@pytest.fixture(scope="module")
def lexicons() -> TopicLexicons:
    return load_topic_lexicons(MODELS)


@pytest.fixture
def passages() -> list[Passage]:
    french = [Passage(f"fr{i}", "fr", text) for i, text in enumerate(FRENCH)]
    return french + [Passage(f"en{i}", "en", text) for i, text in enumerate(ENGLISH)]


def test_words_that_stand_together_cohere(passages: list[Passage], lexicons: TopicLexicons) -> None:
    found = plain_topics("NMF", passages, 4, lexicons)
    assert found.coherence == pytest.approx((1.0, 1.0))
    assert found.first["fr0"] == found.first["fr1"] != found.first["fr2"] == found.first["fr3"]


def test_words_of_two_languages_are_no_pair(passages: list[Passage], lexicons: TopicLexicons) -> None:
    """One topic of all: in each language half of the pairs never meet; pairs of both languages do not count."""
    found = plain_topics("NMF", passages, 1, lexicons)
    assert found.coherence.by_weight == pytest.approx((2 * 1 - 4) / 6)
    assert found.coherence.chosen == pytest.approx(1.0)


@pytest.mark.parametrize("name", NAMES)
def test_no_model_warns_and_all_say_the_same_again(passages: list[Passage], lexicons: TopicLexicons, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        first = plain_topics(next(n for n in NAMES if n == name), passages, 2, lexicons)
        again = plain_topics(next(n for n in NAMES if n == name), passages, 2, lexicons)
    assert first == again
