"""Cross-fitting: models that have not seen the text on which the confidence of their names is learnt.

A model is surer and more often right on what it was trained on, and confidence learnt there would promise too much. So
the material is parted; each part is read by weights trained on the rest, once.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence, Set
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec

from pipeline.config import load_models_config
from pipeline.evaluate.changes import capitals
from pipeline.evaluate.general import TONGUES, Tongue
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.load import load_gold
from pipeline.evaluate.marked import MarkedSentence, load_texts
from pipeline.extract import ExtractResources, load_extract_resources
from pipeline.extract.entities.model import EntityModel, NamedEntityModel, load_vectors
from pipeline.train.learn import Learning, Lesson, learn
from pipeline.train.material import OFTEN, SPLIT, Material, blocks_of, digest, is_held
from pipeline.train.names import load_names_for_training
from pipeline.train.samples import Sample, as_document, claims_of, samples_of
from pipeline.train.save import write_weights

FOLDS = 2
RUN = 50  # sentences that follow each other, and may speak of the same people, are in one part

Tell = Callable[[str], None]


class Fold(NamedTuple):
    """What one model of a language learns, and the documents that it is kept from."""

    material: Material
    left_out: tuple[GoldDocument, ...]


def load_folds(gold: Path, training: Path, tongue: Tongue) -> tuple[Fold, ...]:
    """The train split, parted by a hash, and the training sentences of a language, parted by runs."""
    documents = [one for one in load_gold(gold) if one.split == SPLIT and one.lang == tongue] if gold.is_dir() else []
    texts = load_texts(training / tongue)
    folds = []
    for number in range(FOLDS):
        blocks = [block for one in documents if _fold(one) != number for block in blocks_of(one, tongue)]
        rest = [one for part in _parts(texts, {*range(FOLDS)} - {number}) for one in part]
        learnt = (*blocks * OFTEN, *(one for one in rest if not is_held(one.text)))
        held = tuple(one for one in rest if is_held(one.text))
        kept = [as_document(part, tongue) for part in _parts(texts, {number})]
        left_out = (*(one for one in documents if _fold(one) == number), *kept)
        folds.append(Fold(Material(learnt, held, digest([*learnt, *held])), left_out))
    return tuple(folds)


def cross_fitted(gold: Path, training: Path, models: Path, tell: Tell) -> Iterator[Sample]:
    """Samples of all that is learnt from, each read by a model that has not seen it; both languages at a time."""
    with ProcessPoolExecutor(len(TONGUES), mp_context=get_context("spawn")) as pool:
        for samples in pool.map(partial(_of_tongue, gold, training, models, tell), TONGUES):
            yield from samples


def _of_tongue(gold: Path, training: Path, models: Path, tell: Tell, tongue: Tongue) -> list[Sample]:
    resources = load_extract_resources(models)
    return [
        sample
        for fold in load_folds(gold, training, tongue)
        if fold.material.learnt
        for sample in _samples(fold, resources, _trained(fold.material, training, models, tongue, tell), tongue)
    ]


def _samples(fold: Fold, resources: ExtractResources, trained: EntityModel, tongue: Tongue) -> Iterator[Sample]:
    """The samples of one part; `trained` reads its language, what ships any other in its documents."""

    def model(language: str) -> EntityModel:
        return trained if language == tongue else resources.model(language)

    for document in fold.left_out:
        read = samples_of if document.split else claims_of  # the text for training marks names only
        yield from read(document, resources, model)
        if document.split or len(document.blocks) > 1:  # a text, once more as capitals leave it
            yield from claims_of(msgspec.structs.replace(document, text=capitals(document.text)), resources, model)


def _trained(material: Material, training: Path, models: Path, tongue: Tongue, tell: Tell) -> NamedEntityModel:
    package = msgspec.structs.replace(load_models_config(models).of(tongue), weights=None)
    names = load_names_for_training(training, models, material.learnt, tongue)
    lesson = Lesson(package, load_vectors(package, models), material, names, Learning(runs=1))
    weights = learn(lesson, lambda p: tell(f"{tongue}: epoch {p.epoch}: held back {p.f1:.3f}"))
    with TemporaryDirectory() as staging:
        write_weights(Path(staging), weights, lesson)
        return NamedEntityModel(msgspec.structs.replace(package, weights=staging), models=models)


def _parts(texts: Sequence[Sequence[MarkedSentence]], numbers: Set[int]) -> Iterator[list[MarkedSentence]]:
    """Of each text the sentences that these parts have."""
    place = 0
    for text in texts:
        mine = [one for at, one in enumerate(text, place) if at // RUN % FOLDS in numbers]
        place += len(text)
        if mine:
            yield mine


def _fold(document: GoldDocument) -> int:
    return int(hashlib.sha256(document.source.file.encode()).hexdigest()[:8], 16) % FOLDS
