"""Static vectors: what is known of a word by the company that it keeps in text of the world.

A package's `ner` has seen few names. The vectors say of some 340,000 words what they are like: that `Conakry` stands
where towns stand, `Guterres` where people do. `models/vectors` holds them packed: the dimensions of a vector are cut
into groups, and of each group one of 256 patterns is kept, by number (product quantisation: Jégou et al. 2011, IEEE
PAMI 33). Both languages read the same table.

`add_static_vectors` puts them beside a package's own embedding of words; `make train` learns what they are worth.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from zlib import crc32

import numpy as np
import numpy.typing as npt
from spacy.attrs import LOWER
from thinc.api import Model

from pipeline.errors import ConfigError

Floats = npt.NDArray[np.float32]
PATTERNS = 256  # of a group of dimensions: a byte tells them apart
_HIDDEN = 0.2  # how often training hides a word's vector, so that words without one are understood too
_KEPT = 50_000  # words whose rows are remembered
_JOINTS = re.compile(r"[-'’.]+")
_NODE = "static_vectors_beside"


class Table(Protocol):
    """Vectors by row; word n is known by `keys[n]`, see `key_of`, and the keys are sorted."""

    @property
    def keys(self) -> npt.NDArray[np.uint32]:
        """Of each word."""

    @property
    def width(self) -> int:
        """Dimensions of a vector."""

    def rows(self, numbers: Sequence[int]) -> Floats:
        """The vectors of these words, words × `width`."""


class PackedTable(NamedTuple):
    """Packed vectors: group g of word n is `patterns[g, codes[n, g]]`."""

    keys: npt.NDArray[np.uint32]
    codes: npt.NDArray[np.uint8]  # words × groups
    patterns: Floats  # groups × 256 × dimensions of a group

    @property
    def width(self) -> int:
        """Dimensions of a vector."""
        return int(self.patterns.shape[0] * self.patterns.shape[2])

    def rows(self, numbers: Sequence[int]) -> Floats:
        """The vectors of these words, words × `width`."""
        picked: Floats = self.patterns[np.arange(len(self.patterns)), self.codes[list(numbers)]]
        return picked.reshape(len(numbers), self.width)


class StaticVectors:
    """The vectors of words; `sha256` is of the file that they come from."""

    def __init__(self, table: Table, sha256: str) -> None:
        self.sha256 = sha256
        self.width = table.width
        self._table = table
        self._rows_of = lru_cache(_KEPT)(self._look_up)

    def of(self, words: Sequence[str]) -> Floats:
        """A vector for each word in lower case, words × `width`; zeros where it is not known.

        A word that is not there as it stands is looked for without its accents, then by its parts, whose mean it is.
        """
        found = [self._rows_of(word) for word in words]
        vectors = self._table.rows([rows[0] if rows else 0 for rows in found])
        for number, rows in enumerate(found):
            if len(rows) != 1:
                vectors[number] = self._table.rows(rows).mean(axis=0) if rows else 0
        return vectors

    def _look_up(self, word: str) -> tuple[int, ...]:
        plain = _without_accents(word)
        parts = [part for part in _JOINTS.split(plain) if part]
        for spellings in ([word], [plain], parts):
            if rows := tuple(row for row in map(self._row, spellings) if row is not None):
                return rows
        return ()

    def _row(self, word: str) -> int | None:
        key = key_of(word)
        row = int(np.searchsorted(self._table.keys, key))
        return row if row < len(self._table.keys) and self._table.keys[row] == key else None


def key_of(word: str) -> np.uint32:
    """A checksum: of 340,000 words some thirteen share one with another."""
    return np.uint32(crc32(word.encode("utf-8", "surrogatepass")))


def load_static_vectors(path: Path) -> StaticVectors:
    """The vectors of a file.

    Raises:
        ConfigError: no such file, or one that holds something else.
    """
    try:
        with np.load(path, allow_pickle=False) as arrays:
            table = PackedTable(arrays["keys"], arrays["codes"], arrays["patterns"].astype(np.float32))
    except OSError as error:
        raise ConfigError(path, None, f"no vectors: {error.strerror}; see models.toml") from None
    except (KeyError, ValueError):
        raise ConfigError(path, None, "not vectors of words: `keys`, `codes` and `patterns`") from None
    return StaticVectors(table, hash_of(path))


def hash_of(path: Path) -> str:
    """What tells the vectors of a file from others."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def hash_of_vectors(ner: Any) -> str | None:
    """The hash of the vectors that were put beside a `ner`, or None."""
    beside = [node.attrs["vectors"].sha256 for node in ner.model.walk() if node.name == _NODE]
    return beside[0] if beside else None


def add_static_vectors(ner: Any, vectors: StaticVectors) -> None:
    """Put vectors beside the embedding of words in a package's `ner`: nothing changes until they are learnt."""
    inner = ner.model.layers[0].layers[0]
    embed, encode = inner.layers
    width = next(node.get_dim("nO") for node in encode.walk() if node.name == "layernorm")
    weights: Any = np.zeros((vectors.width, width), np.float32)
    inner.layers[0] = Model(_NODE, _forward, layers=[embed], params={"W": weights}, attrs={"vectors": vectors})


def learnt_of(ner: Any) -> Floats:
    """What a `ner` with vectors beside it multiplies them by, dimensions × its own width."""
    [node] = [node for node in ner.model.walk() if node.name == _NODE]
    weights: Floats = node.get_param("W")
    return weights


def _forward(model: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Floats], Callable[[Any], Any]]:
    """What the package makes of each token by itself, and what the vector of its word adds to it."""
    embedded, back = model.layers[0](docs, is_train)
    vectors = _vectors_of(docs, model.attrs["vectors"])
    if is_train:
        vectors = vectors * model.ops.get_dropout_mask((len(vectors), 1), _HIDDEN)
    added = model.ops.gemm(vectors, model.get_param("W"))
    ends = np.cumsum([len(doc) for doc in docs])[:-1]

    def backprop(gradients: Any) -> Any:
        model.inc_grad("W", model.ops.gemm(vectors, np.concatenate(list(gradients)), trans1=True))
        return back(gradients)

    return [own + more for own, more in zip(embedded, np.split(added, ends), strict=True)], backprop


def _vectors_of(docs: Sequence[Any], vectors: StaticVectors) -> Floats:
    keys, places = np.unique(np.concatenate([doc.to_array(LOWER) for doc in docs]), return_inverse=True)
    strings = docs[0].vocab.strings
    return vectors.of([strings[key] for key in keys.tolist()])[places.ravel()]


def _without_accents(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
