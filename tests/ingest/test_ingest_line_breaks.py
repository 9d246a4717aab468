"""Figures for line breaks on text that no rule was made by: prose with many compounds, in columns.

Two texts a language: diplomacy, and other fields (defence, health, law, energy, culture).
"""

from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from line_breaks import break_lines, score

from pipeline.ingest import IngestResources, ingest

FOLDER = Path(__file__).parent / "held_out"
WIDTHS = range(30, 61, 2)


class Floors(NamedTuple):
    """Shares of right words: cut inside (`cut`), parted at their own hyphen (`own`), all line ends; F1 of joins."""

    cut: float
    own: float
    all: float
    joins: float


FLOORS = {"fr": Floors(0.995, 0.92, 0.995, 0.95), "en": Floors(0.993, 0.88, 0.993, 0.95)}


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_line_breaks(language: str, resources: IngestResources) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob(f"{language}*.txt"))]
    assert len(texts) == 2
    scores = []
    for text, width in product(texts, WIDTHS):
        broken = break_lines(text, width, seed=width)
        done, _ = ingest(broken.text.encode(), path="a.txt", document_id="a", override=None, resources=resources)
        assert not done.dropped
        scores.append(score(text, broken, done.text))
    assert not [word for one in scores for word in one.harmed]
    own, cut, joins = (
        [sum(column) for column in zip(*rows, strict=True)]
        for rows in zip(*((one.own, one.cut, one.joins) for one in scores), strict=True)
    )
    precision, recall = joins[2] / joins[1], joins[2] / joins[0]
    found = Floors(
        cut[0] / cut[1],
        own[0] / own[1],
        (own[0] + cut[0]) / (own[1] + cut[1]),
        2 * precision * recall / (precision + recall),
    )
    assert all(value >= floor for value, floor in zip(found, FLOORS[language], strict=True)), (found, scores)


def test_the_text_is_long_and_has_many_compounds() -> None:
    for language in FLOORS:
        words = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").split()
        assert len(words) >= 2900
        assert sum("-" in word for word in words) >= 120
