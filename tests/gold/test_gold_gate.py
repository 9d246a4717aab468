"""The gate: dev does not fall below its floors, and the README says what was measured."""

import re
from pathlib import Path

import msgspec
import pytest

from pipeline.evaluate import GoldDocument, Report, evaluate_splits, gold_hash
from pipeline.evaluate.baselines import kept_baselines
from pipeline.evaluate.figures import figures, read_figures
from pipeline.evaluate.floors import Floors, below, floors_of, load_floors
from pipeline.records import Document

pytestmark = pytest.mark.model

NUMBER = re.compile(r"\d\.\d{2,3}")
TOLERANCE = 0.02  # processors round differently: a name or two may change


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
def test_the_readme_says_what_was_measured(
    root: Path,
    gold_folder: Path,
    documents: dict[str, Document],
    gold: list[GoldDocument],
    readme: str,
    language: str,
) -> None:
    kept = kept_baselines(gold_folder, gold_hash(gold_folder))
    assert kept is not None, "the baselines are of another gold: make evaluate BASELINES=1 PIN=1"
    report = Report(gold="", splits=evaluate_splits(documents, gold), baselines=kept)
    said, measured = read_figures(root / readme), figures(report, language)
    assert NUMBER.sub("#", said) == NUMBER.sub("#", measured)
    assert [float(n) for n in NUMBER.findall(said)] == pytest.approx(
        [float(n) for n in NUMBER.findall(measured)], abs=TOLERANCE
    )
