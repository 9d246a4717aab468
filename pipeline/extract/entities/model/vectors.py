"""The token vectors that spaCy's `ner` decides by, with the same weights: each word is looked up once.

spaCy's `tok2vec` embeds every token by itself, then mixes each with its neighbours in a few equal layers. Here a word
is embedded when it is first seen and kept, and the layers run in blocks on memory that is used again and again: most
of the time that thinc's layers take goes into getting new memory.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.attrs import LOWER, NORM, ORTH, PREFIX, SHAPE, SUFFIX

Floats = npt.NDArray[np.float32]
_BLOCK = 256  # tokens that a layer sees at a time, so that its work stays in the cache
_TOGETHER = 64  # words that are embedded at a time; a product of a few rows is worked out in another order
_KEPT = 16_000  # words whose vectors are kept: six megabytes
_LEXICAL = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "ORTH", "LOWER", NORM, PREFIX, SUFFIX, SHAPE, ORTH, LOWER}
_LAYER = ["dropout", "expand_window", "layernorm", "maxout"]
_TINY = 1e-8  # what thinc adds to a variance


class Words:
    """Some tokens of a batch, as much of a spaCy Doc as embeddings read: `places` are theirs, counted through."""

    def __init__(self, docs: Sequence[Any], places: Sequence[int]) -> None:
        self.vocab = docs[0].vocab
        self._docs = docs
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def part(self, low: int, size: int) -> "Words":
        """So many of the tokens from one on; the last of all again where there are too few."""
        places = self._places[low : low + size]
        return Words(self._docs, [*places, *[places[-1]] * (size - len(places))])

    def to_array(self, attributes: object) -> npt.NDArray[np.uint64]:
        """The attributes of each token, as of a Doc."""
        found: npt.NDArray[np.uint64] = np.concatenate([doc.to_array(attributes) for doc in self._docs])[self._places]
        return found


class WordVectors:
    """The vectors of words by themselves: a word's is worked out once, and kept until they are many.

    It does not depend on the words seen before: they are embedded so many at a time, however few are new, since the
    last bits of a matrix product depend on its size.
    """

    def __init__(self, embed: Any, width: int) -> None:
        self._embed = embed
        self._numbers: dict[tuple[int, int], int] = {}
        self._vectors: Floats = np.empty((_KEPT // 8, width), np.float32)

    def of(self, docs: Sequence[Any]) -> Floats:
        """A vector for each token of a batch. The norm is a token's own, all else its word's."""
        words = list(zip(*np.concatenate([doc.to_array([ORTH, NORM]) for doc in docs]).T.tolist(), strict=True))
        if len(self._numbers) > _KEPT:
            self._numbers.clear()
        new: dict[tuple[int, int], int] = {}
        for place, word in enumerate(words):
            if word not in self._numbers:
                new.setdefault(word, place)
        if new:
            self._learn(list(new), Words(docs, list(new.values())))
        vectors: Floats = self._vectors[[self._numbers[word] for word in words]]
        return vectors

    def _learn(self, new: Sequence[tuple[int, int]], words: Words) -> None:
        before, after = len(self._numbers), len(self._numbers) + len(new)
        if after > len(self._vectors):
            room = np.empty((max(len(new), len(self._vectors)), self._vectors.shape[1]), np.float32)
            self._vectors = np.concatenate([self._vectors, room])
        for low in range(0, len(new), _TOGETHER):
            high = min(low + _TOGETHER, len(new))
            embedded = self._embed.predict([words.part(low, _TOGETHER)])[0]
            self._vectors[before + low : before + high] = embedded[: high - low]
        self._numbers.update(zip(new, range(before, after), strict=True))


class Layer(NamedTuple):
    """What a layer adds to each token from a window of three: the largest of some pieces, normalised."""

    weights: Floats  # what is read of the window × pieces and width
    bias: Floats
    pieces: int
    scale: Floats
    shift: Floats

    def __call__(self, padded: Floats) -> Floats:
        """What is added to all tokens but the first and the last."""
        width = padded.shape[1]
        window = np.concatenate([padded[:-2], padded[1:-1], padded[2:]], axis=1)
        every = np.dot(window, self.weights)
        every += self.bias
        best: Floats = np.maximum(every[:, :width], every[:, width : 2 * width])
        for piece in range(2, self.pieces):
            np.maximum(best, every[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / width + _TINY
        best *= (spread ** (-1 / 2))[:, None]
        best *= self.scale
        best += self.shift
        return best


class TokenVectors:
    """A `tok2vec` with its last linear layer, which must be one that `can_embed` accepts."""

    def __init__(self, tok2vec: Any) -> None:
        inner, _, linear = tok2vec.layers
        embed, encode = inner.layers
        self._pad: int = encode.attrs["pad"]
        self._layers = [_layer(node) for node in encode.layers[0].layers]
        self._weights, self._bias = linear.get_param("W").T, linear.get_param("b")
        self._words = WordVectors(embed, self._weights.shape[0])

    def predict(self, docs: Sequence[Any]) -> Floats:
        """A vector for each token of a batch that has any."""
        docs = [doc for doc in docs if len(doc)]
        rows = self._rows([len(doc) for doc in docs])
        tokens = np.zeros((rows[-1] + self._pad + 1, self._weights.shape[0]), np.float32)
        tokens[rows] = self._words.of(docs)
        for layer in self._layers:
            tokens = _added(tokens, layer)
        vectors: Floats = np.dot(tokens[rows], self._weights)
        vectors += self._bias
        return vectors

    def _rows(self, lengths: Sequence[int]) -> npt.NDArray[np.intp]:
        """Where the tokens stand when there is room before, between and behind the texts, as spaCy leaves it."""
        before = np.repeat(np.arange(1, len(lengths) + 1) * self._pad, lengths)
        return np.arange(sum(lengths)) + before


def _added(tokens: Floats, layer: Layer) -> Floats:
    """The tokens with what a layer adds to them."""
    edge = np.zeros((1, tokens.shape[1]), np.float32)
    padded = np.concatenate([edge, tokens, edge])
    for low in range(0, len(tokens), _BLOCK):
        tokens[low : low + _BLOCK] += layer(padded[low : low + _BLOCK + 2])
    return tokens


def _layer(residual: Any) -> Layer:
    maxout, layernorm = (node for node in residual.walk() if node.name in ("maxout", "layernorm"))
    weights = maxout.get_param("W").transpose(2, 1, 0)  # the pieces of a maxout one behind the other
    bias = maxout.get_param("b").T.ravel()
    flat = np.ascontiguousarray(weights.reshape(weights.shape[0], -1))
    return Layer(flat, bias, weights.shape[1], layernorm.get_param("G"), layernorm.get_param("b"))


def can_embed(tok2vec: Any) -> bool:
    """Whether a `tok2vec` is of spaCy's usual form: words by themselves, windows of three, one linear layer."""
    if [node.name for node in tok2vec.layers[1:]] != ["list2array", "linear"] or len(tok2vec.layers[0].layers) != 2:
        return False
    embed, encode = tok2vec.layers[0].layers
    read = [column for node in embed.walk() for column in node.attrs.get("columns", [])]
    leaves = [sorted(node.name for node in residual.walk() if not node.layers) for residual in encode.layers[0].layers]
    widths = {node.attrs["window_size"] for node in encode.walk() if node.name == "expand_window"}
    return _LEXICAL.issuperset(read) and all(names == _LAYER for names in leaves) and widths == {1}
