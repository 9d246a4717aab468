"""The gate: dev does not fall below its floors, and the README says what was measured."""

from pathlib import Path

import msgspec
import pytest

from pipeline.evaluate import GoldDocument, Score, evaluate_splits, gold_hash
from pipeline.evaluate.baselines import kept_baselines
from pipeline.evaluate.figures import figures, pinned_report, read_figures
from pipeline.evaluate.floors import Floors, below, floors_of, load_floors
from pipeline.records import Document

pytestmark = pytest.mark.model

TOLERANCE, FEW = 0.02, 3  # between the README and a run: of F1, or errors


@pytest.fixture(scope="module")
def floors(gold_folder: Path) -> Floors:
    pinned = load_floors(gold_folder)
    assert pinned is not None
    return pinned


def failures(documents: dict[str, Document], gold: list[GoldDocument], floors: Floors) -> list[str]:
    return list(below(floors_of(evaluate_splits(documents, gold, ["dev"])["dev"]), floors.floors))


def test_the_floors_are_of_this_gold(gold_folder: Path, floors: Floors) -> None:
    assert floors.gold == gold_hash(gold_folder), "the gold has changed: make evaluate BASELINES=1 PIN=1"


def test_dev_does_not_fall_below_its_floors(
    documents: dict[str, Document], gold: list[GoldDocument], floors: Floors
) -> None:
    assert failures(documents, gold, floors) == []


@pytest.mark.parametrize("kind", ["entity", "date", "amount"])
def test_without_an_extractor_the_gate_fails(
    documents: dict[str, Document], gold: list[GoldDocument], floors: Floors, kind: str
) -> None:
    lame = {
        key: msgspec.structs.replace(
            document, mentions=tuple(m for m in document.mentions if m.__struct_config__.tag != kind)
        )
        for key, document in documents.items()
    }
    lines = failures(lame, gold, floors)
    assert {line.split()[0] for line in lines} == {"fr", "en"}
    assert any(kind.upper() in line for line in lines)


@pytest.mark.parametrize(("readme", "language"), [("README.md", "en"), ("README.fr.md", "fr")])
def test_the_readme_shows_what_was_pinned(root: Path, gold_folder: Path, readme: str, language: str) -> None:
    assert read_figures(root / readme) == figures(pinned_report(gold_folder), language)


def test_what_was_pinned_is_what_is_measured(
    gold_folder: Path, documents: dict[str, Document], gold: list[GoldDocument]
) -> None:
    pinned = pinned_report(gold_folder)
    assert pinned.gold == gold_hash(gold_folder), "the gold has changed: make evaluate BASELINES=1 PIN=1"
    assert pinned.baselines == kept_baselines(gold_folder, pinned.gold)
    measured = evaluate_splits(documents, gold)
    for split in ("dev", "test"):
        now = {(score.group, score.label): score for score in measured[split].scores if score.by == "language"
               and score.measure == "value"}  # fmt: skip
        for score in pinned.splits[split].scores:
            other = now[score.group, score.label]
            # Processors round differently: a name or two may change.
            assert abs(other.f1 - score.f1) <= TOLERANCE or abs(errors(other) - errors(score)) <= FEW, (split, score)


def errors(score: Score) -> int:
    return score.gold + score.found - 2 * score.hits
