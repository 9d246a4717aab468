"""The statistical finder: spaCy's `ner`, alone, on matrix products that are faster and give the same entities."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from thinc.api import NumpyOps

from pipeline.config import MODELS, SpacyModel
from pipeline.errors import UserError
from pipeline.extract.entities.candidates import Candidate, Tagged
from pipeline.extract.entities.model.decode import Decoded, Decoder, can_decode
from pipeline.extract.entities.model.lean import load_lean
from pipeline.extract.entities.model.static import StaticVectors, add_static_vectors, load_static_vectors
from pipeline.extract.entities.model.weights import load_weights
from pipeline.records import EntityLabel

_UNUSED = ("tok2vec", "morphologizer", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
_BATCH = 16_000  # characters that the model sees at a time: smaller batches are slower, larger ones no faster
_WORDS = 50_000  # different ones that are kept between texts: about ten megabytes
_USUAL = 0.9  # how likely a name is of a package that does not tell


class EntityModel(Protocol):
    """What finds entities in passages."""

    def find(self, texts: Sequence[str]) -> list[Tagged]:
        """What each text has."""


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


def load_package(package: str, vectors: StaticVectors | None = None) -> Any:
    """A spaCy package with nothing but its `ner`, and static vectors beside it where there are any.

    Raises:
        UserError: it is not installed.
    """
    try:
        nlp = load_lean(package, exclude=_UNUSED)
    except OSError:
        reason = f"the spaCy package {package} is not installed: run `make`, or mend models/models.toml"
        raise UserError(reason) from None
    if vectors:
        add_static_vectors(nlp.get_pipe("ner"), vectors)
    return nlp


def load_vectors(model: SpacyModel, models: Path) -> StaticVectors | None:
    """The static vectors that models.toml names for a package, if any.

    Raises:
        ConfigError: there are no such vectors.
    """
    return load_static_vectors(models / model.vectors) if model.vectors else None


def use_dot(model: Any) -> None:
    """Set the fast matrix products on every node of a model."""
    ops = DotOps()
    for node in model.walk():
        node.ops = ops


def reader(nlp: Any, *, fast: bool = True) -> Callable[[Sequence[Any]], Iterator[Decoded]]:
    """What gives the entities of texts under the package's own labels."""
    return Decoder(nlp.get_pipe("ner")).read if fast and can_decode(nlp) else partial(_read_by_spacy, nlp)


def _read_by_spacy(nlp: Any, docs: Sequence[Any]) -> Iterator[Decoded]:
    for doc in nlp.pipe(docs, batch_size=len(docs)):
        spans = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        yield Decoded(spans, [(start, label, _USUAL) for start, _, label in spans])


class NamedEntityModel:
    """A spaCy package that finds entities in passages, with the weights of our own that models.toml names.

    `models` is the folder that vectors and weights are looked for in.

    Raises:
        UserError: the package is not installed, or the weights are not for it.
    """

    def __init__(self, model: SpacyModel, *, models: Path = MODELS, fast: bool = True) -> None:
        self._nlp = load_package(model.package, load_vectors(model, models))
        self._labels = model.labels
        self._most = len(self._nlp.vocab) + _WORDS
        ner = self._nlp.get_pipe("ner")
        if model.weights:
            load_weights(ner, models / model.weights, model.package)
        if fast:
            use_dot(ner.model)
        self._read = reader(self._nlp, fast=fast)

    def find(self, texts: Sequence[str]) -> list[Tagged]:
        """What each text has. Texts are of one document: batches never mix documents."""
        found: list[Tagged] = []
        size = max(1, _BATCH * len(texts) // max(sum(map(len, texts)), 1))
        with self._words():
            for low in range(0, len(texts), size):
                docs = [self._nlp.make_doc(text) for text in texts[low : low + size]]
                found += map(self._tagged, self._read(docs))
        return found

    def _tagged(self, read: Decoded) -> Tagged:
        """What was read under our own labels, which may take several of the package's together."""
        known = [(start, end, self._labels.get(name)) for start, end, name in read.spans]
        starts: dict[int, dict[EntityLabel, float]] = {}
        for start, name, probability in read.starts:
            if label := self._labels.get(name):
                here = starts.setdefault(start, {})
                here[label] = here.get(label, 0.0) + probability
        return Tagged([Candidate(start, end, label, "model") for start, end, label in known if label], starts)

    def _words(self) -> AbstractContextManager[object]:
        """Words are kept, cut and ready, until they are many; from then on new ones are forgotten after each text."""
        return nullcontext() if len(self._nlp.vocab) < self._most else self._nlp.memory_zone()
