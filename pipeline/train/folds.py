"""Cross-fitting: models that have not seen the text on which the confidence of their names is learnt.

A model is surer and more often right on what it was trained on, and confidence learnt there would promise too much. So
the material is parted; each part is read by weights trained, shortly, on the rest.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec

from pipeline.config import ModelsConfig
from pipeline.evaluate.general import TONGUES, Tongue
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.load import load_gold
from pipeline.evaluate.marked import load_folder
from pipeline.extract import ExtractResources
from pipeline.extract.entities.model import EntityModel, NamedEntityModel
from pipeline.train.learn import Learning, learn
from pipeline.train.material import SPLIT, Material, blocks_of, digest, is_held
from pipeline.train.names import load_names_for_training
from pipeline.train.samples import Sample, as_document, samples_of
from pipeline.train.save import write_weights

FOLDS = 4
EPOCHS = 4  # enough to be about as often right as the weights that ship

Tell = Callable[[str], None]


class Fold(NamedTuple):
    """What one model of a language learns, and the documents that it is kept from."""

    material: Material
    left_out: tuple[GoldDocument, ...]


def load_folds(gold: Path, training: Path, tongue: Tongue) -> tuple[Fold, ...]:
    """The train split and the training sentences of a language, parted by a hash: adding one moves no other."""
    documents = [one for one in load_gold(gold) if one.split == SPLIT and one.lang == tongue] if gold.is_dir() else []
    sentences = load_folder(training / tongue)
    folds = []
    for number in range(FOLDS):
        blocks = [block for one in documents if _fold(one) != number for block in blocks_of(one, tongue)]
        rest = [one for one in sentences if _fold(as_document(one, tongue)) != number]
        learnt = (*blocks, *(one for one in rest if not is_held(one.text)))
        held = tuple(one for one in rest if is_held(one.text))
        everything = [*documents, *(as_document(one, tongue) for one in sentences)]
        left_out = tuple(one for one in everything if _fold(one) == number)
        folds.append(Fold(Material(learnt, held, digest([*learnt, *held])), left_out))
    return tuple(folds)


def cross_fitted(
    gold: Path, training: Path, models: Path, config: ModelsConfig, resources: ExtractResources, tell: Tell
) -> Iterator[Sample]:
    """Samples of all that is learnt from, each read by models that have not seen it."""
    folds = {tongue: load_folds(gold, training, tongue) for tongue in TONGUES}
    for number in range(FOLDS):
        materials = {tongue: parts[number].material for tongue, parts in folds.items()}
        trained: dict[str, EntityModel] = {
            tongue: _trained(material, training, models, config, tongue, tell)
            for tongue, material in materials.items()
            if material.learnt
        }
        for parts in folds.values():
            yield from _samples(parts[number].left_out, resources, trained)


def _samples(
    documents: Sequence[GoldDocument], resources: ExtractResources, trained: Mapping[str, EntityModel]
) -> Iterator[Sample]:
    for document in documents:
        found = samples_of(document, resources, lambda language: trained.get(language) or resources.model(language))
        yield from (sample for sample in found if document.split or sample.kind == "entities")  # sentences mark names


def _trained(
    material: Material, training: Path, models: Path, config: ModelsConfig, tongue: Tongue, tell: Tell
) -> NamedEntityModel:
    package = msgspec.structs.replace(config.of(tongue), weights=None)
    names = load_names_for_training(training, models, material.learnt, tongue)
    how = Learning(runs=1, epochs=EPOCHS, variations=0)
    weights = learn(package, material, names, how, lambda p: tell(f"{tongue}: epoch {p.epoch}: held back {p.f1:.3f}"))
    with TemporaryDirectory() as staging:
        write_weights(Path(staging), weights, package, material, how)
        return NamedEntityModel(msgspec.structs.replace(package, weights=staging), models=models)


def _fold(document: GoldDocument) -> int:
    return int(hashlib.sha256(document.source.file.encode()).hexdigest()[:8], 16) % FOLDS
