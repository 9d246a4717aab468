"""What weights are worth: names on the dev split and outside the field, of the model alone and with the rules."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from pipeline.config import SpacyModel
from pipeline.evaluate.general import FOLDER, Tongue, find_names
from pipeline.evaluate.load import load_gold
from pipeline.evaluate.marked import MarkedSentence, load_marked
from pipeline.evaluate.tally import Found, Tally, tally
from pipeline.extract import ExtractResources
from pipeline.extract.entities.model import EntityModel, NamedEntityModel
from pipeline.train.material import blocks_of

Documents = list[list[MarkedSentence]]
DEV, GENERAL = "dev", FOLDER
ALONE, WHOLE = "model alone", "with the rules"
_CHANCE = 0.005  # about one name of 250


class Measured(msgspec.Struct, frozen=True):
    """Tallies by label of one text (`dev`, `general`) and one way to find (`model alone`, `with the rules`)."""

    text: str
    way: str
    tallies: dict[str, Tally]

    @property
    def f1(self) -> float:
        """F1 of all labels together."""
        return self.tallies["ENTITY"].f1


def load_measures(gold: Path, tongue: Tongue) -> dict[str, Documents]:
    """The documents that weights are measured on, by the name of the text.

    Raises:
        ConfigError: gold or sentences that are not well formed.
    """
    dev = [list(blocks_of(one, tongue)) for one in load_gold(gold) if one.split == DEV] if gold.is_dir() else []
    path = gold.parent / FOLDER / f"{tongue}.txt"
    general = [[sentence] for sentence in load_marked(path, domains=True)] if path.is_file() else []
    return {DEV: [document for document in dev if document], GENERAL: general}


def measure(
    package: SpacyModel, models: Path, texts: dict[str, Documents], tongue: Tongue, resources: ExtractResources
) -> list[Measured]:
    """Everything that is measured of a package with the weights that it names."""
    model = NamedEntityModel(package, models=models)
    measured: list[Measured] = []
    for text, documents in texts.items():
        flat = [sentence for document in documents for sentence in document]
        measured.append(Measured(text, ALONE, tally(zip(flat, _alone(model, flat), strict=True))))
        measured.append(Measured(text, WHOLE, tally(find_names(documents, tongue, resources, model))))
    return measured


def holds(before: Sequence[Measured], after: Sequence[Measured]) -> bool:
    """Whether no text lost, in either way of finding, more than chance makes of a few hundred names."""
    return all(new.f1 >= old.f1 - _CHANCE for old, new in zip(before, after, strict=True))


def _alone(model: EntityModel, sentences: Sequence[MarkedSentence]) -> list[list[Found]]:
    rows = model.find([sentence.text.replace("\n", " ") for sentence in sentences])
    return [[(one.start, one.end, one.label) for one in row.names] for row in rows]
