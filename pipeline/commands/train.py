"""`train`: fine-tune the named-entity models, keep weights that are no worse anywhere; fit how sure mentions are."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from rich.console import Console
from rich.markdown import Markdown

from pipeline.config import SpacyModel, default_jobs, load_models_config
from pipeline.errors import UserError
from pipeline.evaluate.general import TONGUES, Tongue
from pipeline.evaluate.reliability import reliability_table
from pipeline.extract import load_extract_resources
from pipeline.extract.confidence import FOLDER as CONFIDENCE
from pipeline.extract.entities.model import load_vectors
from pipeline.extract.entities.model.weights import CARD, mean
from pipeline.train import (
    Learning,
    Lesson,
    card,
    fit_confidence,
    holds,
    learn_once,
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
    """Train one language or both, all runs beside each other; False where weights were not kept, as something lost.

    Raises:
        UserError: no such language, nothing to learn from, or a file that is not well formed.
    """
    if language is not None and language not in TONGUES:
        raise UserError(f"LANGUAGE={language}: no such language; there are {', '.join(TONGUES)}")
    lessons = {tongue: _lesson(gold, training, models, how, tongue) for tongue in TONGUES if language in (None, tongue)}
    for tongue, lesson in lessons.items():
        material = lesson.material
        if not material.learnt:
            raise UserError(f"nothing to learn from for {tongue}: no train split in {gold}, no sentences in {training}")
        print(f"{tongue}: {len(material.learnt)} sentences and blocks to learn from, {len(material.held)} held back")
    longest_first = sorted(lessons, key=lambda tongue: -len(lessons[tongue].material.learnt))
    runs = [(tongue, run) for tongue in longest_first for run in range(1, how.runs + 1)]
    with ProcessPoolExecutor(min(len(runs), default_jobs()), mp_context=get_context("spawn")) as pool:
        learnt = dict(zip(runs, pool.map(partial(_run, gold, training, models, how), runs), strict=True))
    weights = {tongue: mean([learnt[tongue, run] for run in range(1, how.runs + 1)]) for tongue in lessons}
    kept = [_keep(gold, models, lesson, tongue, weights[tongue]) for tongue, lesson in lessons.items()]
    return all(kept)


def fit_confidences(gold: Path, training: Path, models: Path) -> None:
    """Fit how sure mentions are, and print what that is worth on the dev split."""
    console = Console()
    console.print(reliability_table(fit_confidence(gold, training, models, print)))
    console.print(f"wrote {models / CONFIDENCE}")


def _lesson(gold: Path, training: Path, models: Path, how: Learning, tongue: Tongue) -> Lesson:
    package = msgspec.structs.replace(load_models_config(models).of(tongue), weights=None)
    material = load_material(gold, training, tongue)
    names = load_names_for_training(training, models, material.learnt, tongue)
    return Lesson(package, load_vectors(package, models), material, names, how)


def _run(gold: Path, training: Path, models: Path, how: Learning, which: tuple[Tongue, int]) -> bytes:
    """The weights of one run of a language, in a process of its own."""
    tongue, run = which
    lesson = _lesson(gold, training, models, how, tongue)
    return learn_once(lesson, run, lambda p: print(f"{tongue}: run {run}, epoch {p.epoch}: held back {p.f1:.3f}"))


def _keep(gold: Path, models: Path, lesson: Lesson, tongue: Tongue, weights: bytes) -> bool:
    """Whether weights are no worse anywhere than the package as it comes; they are written then, with their card."""
    console, package = Console(), lesson.package
    texts, resources = load_measures(gold, tongue), load_extract_resources(models)
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
