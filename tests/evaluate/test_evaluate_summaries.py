"""Summaries against references: ROUGE, the same budget for all, intervals, and the references themselves."""

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.evaluate.rouge import longest_common, rouge, words
from pipeline.evaluate.summaries import (
    LEAD_3,
    OURS,
    Compared,
    Scores,
    difference,
    references,
    summaries_table,
    within,
)

GOLD = Path(__file__).parents[2] / "corpus" / "gold"


def test_words_keep_accents_and_numbers() -> None:
    assert words("L’Élysée a versé 1 200 000 € (3,5 %)") == ["l", "élysée", "a", "versé", "1200000", "3,5"]


def test_rouge_of_nothing_is_nothing() -> None:
    assert rouge("", "Le traité.") == rouge("traité", "") == (0.0, 0.0, 0.0)
    assert longest_common("abcde", "xaced") == 3


def test_all_have_the_same_number_of_words() -> None:
    assert within(["a b c", "d e", "f g h"], [2, 0, 1], 4) == "a f g h"
    assert within(["a b"], [0], 9) == "a b"


def test_the_difference_is_seeded_and_has_an_interval() -> None:
    scores: list[Scores] = [{OURS: (n / 10, 0.0, 0.0), LEAD_3: (0.1, 0.0, 0.0)} for n in range(1, 9)]
    compared = [Compared(f"fr/{n}", 10, score) for n, score in enumerate(scores)]
    mean, low, high = difference(compared, LEAD_3, "ROUGE-1")
    assert mean == pytest.approx(0.35)
    assert low < mean < high
    assert difference(compared, LEAD_3, "ROUGE-1") == (mean, low, high)
    assert summaries_table(compared).row_count == 4  # French and all, two ways each


def test_references_of_documents_that_may_be_read() -> None:
    found = references(GOLD)
    assert [sum(name.startswith(language) for name in found) for language in ("fr", "en")] == [30, 28]
    for name, text in found.items():
        language, _, stem = name.partition("/")
        assert not stem.startswith("te")
        assert 3 <= len(text.splitlines()) <= 5
        here = list((GOLD / "documents" / language).glob(f"{stem}.*"))
        assert here or list((GOLD.parent / "documents").rglob(f"{stem}.*"))


def test_a_folder_without_references(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no reference summaries"):
        references(tmp_path)
