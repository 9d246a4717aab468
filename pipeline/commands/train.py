"""`train`: fine-tune the named-entity models, keep weights that are no worse anywhere; fit how sure mentions are."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from rich.console import Console
from rich.markdown import Markdown

from pipeline.config import SpacyModel, load_models_config
from pipeline.errors import UserError
from pipeline.evaluate.general import TONGUES, Tongue
from pipeline.evaluate.reliability import reliability_table
from pipeline.extract import load_extract_resources
from pipeline.extract.confidence import FOLDER as CONFIDENCE
from pipeline.extract.entities.model import load_vectors
from pipeline.extract.entities.model.weights import CARD
from pipeline.train import (
    Learning,
    Lesson,
    card,
    fit_confidence,
    holds,
    learn,
    load_material,
    load_measures,
    load_names_for_training,
    measure,
    replace_weights,
    table,
    write_weights,
)

FOLDER = "ner"  # under models/


def train_models(gold: Path, training: Path, models: Path, *, language: str | None, how: Learning) -> bool:
    """Train one language, or both beside each other; False where weights were not kept because something lost.

    Raises:
        UserError: no such language, nothing to learn from, or a file that is not well formed.
    """
    if language is not None and language not in TONGUES:
        raise UserError(f"LANGUAGE={language}: no such language; there are {', '.join(TONGUES)}")
    train = partial(_train, gold, training, models, how)
    tongues = [tongue for tongue in TONGUES if language in (None, tongue)]
    if len(tongues) == 1:
        return train(tongues[0])
    with ProcessPoolExecutor(len(tongues), mp_context=get_context("spawn")) as pool:
        return all([*pool.map(train, tongues)])


def fit_confidences(gold: Path, training: Path, models: Path) -> None:
    """Fit how sure mentions are, and print what that is worth on the dev split."""
    console = Console()
    console.print(reliability_table(fit_confidence(gold, training, models, print)))
    console.print(f"wrote {models / CONFIDENCE}")


def _train(gold: Path, training: Path, models: Path, how: Learning, tongue: Tongue) -> bool:
    console = Console()
    package = msgspec.structs.replace(load_models_config(models).of(tongue), weights=None)
    resources = load_extract_resources(models)
    material = load_material(gold, training, tongue)
    if not material.learnt:
        raise UserError(f"nothing to learn from for {tongue}: no train split in {gold}, no sentences in {training}")
    console.print(
        f"{tongue}: {len(material.learnt)} sentences and blocks to learn from, {len(material.held)} held back"
    )
    names = load_names_for_training(training, models, material.learnt, tongue)
    lesson = Lesson(package, load_vectors(package, models), material, names, how)
    weights = learn(lesson, lambda p: console.print(f"{tongue}: run {p.run}, epoch {p.epoch}: held back {p.f1:.3f}"))
    texts = load_measures(gold, tongue)
    before = measure(package, models, texts, tongue, resources)
    with TemporaryDirectory() as staging:
        new = Path(staging)
        write_weights(new, weights, lesson)
        after = measure(_with_weights(package, new), models, texts, tongue, resources)
        console.print(Markdown(table(before, after)))
        if not holds(before, after):
            console.print(f"{tongue}: something lost; the weights are not kept", style="yellow")
            return False
        (new / CARD).write_text(card(tongue, lesson, (before, after)), encoding="utf-8")
        replace_weights(new, models / FOLDER / tongue)
    console.print(f"{tongue}: wrote {models / FOLDER / tongue}")
    return True


def _with_weights(package: SpacyModel, folder: Path) -> SpacyModel:
    return msgspec.structs.replace(package, weights=str(folder))
