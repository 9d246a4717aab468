"""Confidence: its coefficients fitted, measured on text that they were not fitted on, and written with a card."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluate.general import FOLDER as GENERAL
from pipeline.evaluate.general import TONGUES
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.load import load_gold
from pipeline.evaluate.marked import load_marked
from pipeline.evaluate.reliability import Verdict, reliability
from pipeline.evaluate.report import CLOSED
from pipeline.evaluate.results import Reliability
from pipeline.extract import ExtractResources, load_extract_resources
from pipeline.extract.confidence import FOLDER, KINDS, Logistic
from pipeline.extract.entities.model.weights import CARD
from pipeline.train.confidence_card import confidence_card
from pipeline.train.fit import fit
from pipeline.train.folds import Tell, cross_fitted
from pipeline.train.measure import DEV
from pipeline.train.samples import Sample, as_document, figures_of, verdicts_of

FRESH = "fresh"  # beside the gold corpus: dates and amounts in passages written after the rules
_HEAD = "# Written by `make train`; the card beside it says what from. A fact that has no line counts for nothing.\n"


def fit_confidence(gold: Path, training: Path, models: Path, tell: Tell) -> tuple[Reliability, ...]:
    """Fit the confidence of names, dates and amounts; write coefficients and card; say what they are worth on `dev`.

    Raises:
        ConfigError: gold or sentences that are not well formed.
    """
    resources = load_extract_resources(models)
    samples = [
        *cross_fitted(gold, training, models, tell),
        *_fresh(gold.parent / FRESH, resources),
    ]
    fitted = {kind: fit([one for one in samples if one.kind == kind]) for kind in KINDS}
    folder = models / FOLDER
    folder.mkdir(exist_ok=True)
    for kind, one in fitted.items():
        (folder / f"{kind}.toml").write_text(as_toml(one), encoding="utf-8")
    resources = load_extract_resources(models)
    measured = {
        DEV: reliability(_dev(gold, resources)),
        GENERAL: reliability(_general(gold.parent / GENERAL, resources)),
    }
    (folder / CARD).write_text(confidence_card(fitted, samples, measured), encoding="utf-8")
    return measured[DEV]


def as_toml(model: Logistic) -> str:
    """The coefficients as a file for people, the same bytes for the same model.

    >>> as_toml(Logistic(bias=0.5, weights={"rule": 1.0, "agree 1": 2.0})).splitlines()[1:]
    ['bias = 0.5', '', '[weights]', '"agree 1" = 2.0', '"rule" = 1.0']
    """
    rows = [f'"{name}" = {model.weights[name]}\n' for name in sorted(model.weights)]
    return "".join((_HEAD, f"bias = {model.bias}\n\n[weights]\n", *rows))


def fresh_documents(folder: Path) -> list[GoldDocument]:
    """The passages that may be learnt from: nothing of the closed split."""
    return [one for one in load_gold(folder) if one.split != CLOSED] if folder.is_dir() else []


def _fresh(folder: Path, resources: ExtractResources) -> Iterator[Sample]:
    for document in fresh_documents(folder):
        yield from figures_of(document, resources, resources.model)  # their names are not marked


def _dev(gold: Path, resources: ExtractResources) -> Iterator[Verdict]:
    for document in load_gold(gold) if gold.is_dir() else ():
        if document.split == DEV:
            yield from verdicts_of(document, resources)


def _general(folder: Path, resources: ExtractResources) -> Iterator[Verdict]:
    for tongue in TONGUES:
        path = folder / f"{tongue}.txt"
        for sentence in load_marked(path, domains=True) if path.is_file() else ():
            found = verdicts_of(as_document([sentence], tongue), resources)
            yield from (verdict for verdict in found if verdict.kind == "entities")
