"""The statistical finder: spaCy's `ner`, alone, on matrix products that are faster and give the same entities."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import spacy
from thinc.api import NumpyOps

from pipeline.config import MODELS, SpacyModel
from pipeline.errors import UserError
from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.weights import load_weights

_UNUSED = ("tok2vec", "morphologizer", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
_BATCH = 16  # passages: larger ones are slower


class EntityModel(Protocol):
    """What finds entities in passages."""

    def find(self, texts: Sequence[str]) -> list[list[Candidate]]:
        """The entities of each text."""


class DotOps(NumpyOps):  # type: ignore[misc]
    """spaCy's numpy operations with `gemm` on `numpy.dot`, which runs on OpenBLAS, in place of spaCy's own blis.

    The entities are the same. The gain depends on the text and the machine: 1.1 to 1.8 times the words a second have
    been measured (`make bench` shows it).
    """

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """Matrix product of two float arrays, either of them transposed on demand, into `out` where it is given."""
        left = x.T if trans1 else x
        right = y.T if trans2 else y
        return self.xp.dot(left, right, out=out) if out is not None else self.xp.dot(left, right)


def load_package(package: str) -> Any:
    """A spaCy package with nothing but its `ner`.

    Raises:
        UserError: it is not installed.
    """
    try:
        return spacy.load(package, exclude=list(_UNUSED))
    except OSError:
        reason = f"the spaCy package {package} is not installed: run `make`, or mend models/models.toml"
        raise UserError(reason) from None


def use_dot(model: Any) -> None:
    """Set the fast matrix products on every node of a model."""
    ops = DotOps()
    for node in model.walk():
        node.ops = ops


class NamedEntityModel:
    """A spaCy package that finds entities in passages, with the weights of our own that models.toml names.

    `models` is the folder that the weights are looked for in.

    Raises:
        UserError: the package is not installed, or the weights are not for it.
    """

    def __init__(self, model: SpacyModel, *, models: Path = MODELS, fast: bool = True) -> None:
        self._nlp = load_package(model.package)
        self._labels = model.labels
        ner = self._nlp.get_pipe("ner")
        if model.weights:
            load_weights(ner, models / model.weights, model.package)
        if fast:
            use_dot(ner.model)

    def find(self, texts: Sequence[str]) -> list[list[Candidate]]:
        """The entities of each text. Texts are of one document: batches never mix documents."""
        found: list[list[Candidate]] = []
        with self._nlp.memory_zone():
            for doc in self._nlp.pipe(texts, batch_size=_BATCH):
                spans = [(e.start_char, e.end_char, self._labels.get(e.label_)) for e in doc.ents]
                found.append([Candidate(start, end, label, "model") for start, end, label in spans if label])
        return found
