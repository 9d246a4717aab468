"""What spaCy's `ner` decides token by token, worked out for all tokens of a batch at once.

`ner` goes through a text from left to right and says of each token that it is outside (O), a unit (U), or begins,
continues or ends an entity (B, I, L). Outside an entity its scores depend on the token alone, so one matrix product
gives them for every token; inside one on the token, the one before it and the first, so all entities of the batch grow
in step, and only I and L of their label compete. spaCy takes the steps one by one and asks each time, under a lock,
whether each of up to 74 moves is allowed: most of its time goes there.

The parameters and the scores are spaCy's (Honnibal et al., `spacy/ml/parser_model.pyx`), and so are the entities. What
spaCy does not tell: how near the other moves came, as probabilities of a label at each token (the softmax of the scores
outside an entity, which training fits).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
from spacy.attrs import IS_SPACE

from pipeline.extract.entities.model.vectors import TokenVectors, can_embed

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]
_FEATURES = 3  # of a state: the token, the first and the last token of the open entity
_LEAST = 0.01  # the least probability that is told


class Ent(NamedTuple):
    """An entity by the tokens of a batch of texts, counted through."""

    start: int
    end: int
    label: str


class Decoded(NamedTuple):
    """What `ner` makes of a text, by characters and under the package's own labels.

    Attributes:
        spans: the entities, half-open, in order.
        starts: where an entity may begin, of what label, and how likely: 0 to 1, what is hardly likely left out.
    """

    spans: list[tuple[int, int, str]]
    starts: list[tuple[int, str, float]]


class _Start(NamedTuple):
    """A token of a batch at which an entity may begin."""

    start: int
    label: str
    probability: float


_T = TypeVar("_T", Ent, _Start)


class Decoder:
    """The moves of one `ner`, which must be one that `can_decode` accepts."""

    def __init__(self, ner: Any) -> None:
        tok2vec, lower, upper = ner.model.layers
        self._vectors = TokenVectors(tok2vec) if can_embed(tok2vec) else tok2vec
        weights: Floats = lower.get_param("W").transpose(0, 2, 1, 3)  # the pieces of a maxout one behind the other
        self._shape = weights.shape[:3]
        self._lower = np.ascontiguousarray(weights.reshape(-1, weights.shape[3]))
        pad: Floats = lower.get_param("pad")[0].transpose(0, 2, 1)
        self._bias: Floats = lower.get_param("b").T
        self._closed = pad[1] + pad[2] + self._bias  # what is added where no entity is open
        self._upper: Floats = upper.get_param("W")
        self._upper_bias: Floats = upper.get_param("b")
        names = [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]
        moves = {name: number for number, name in enumerate(names)}
        self._labels = [name[2:] for name in moves if name[:2] == "B-" and name[2:]]
        self._outside = np.array(sorted(moves[name] for name in _outside_moves(self._labels)))
        names = [names[number] for number in self._outside]
        self._out = names.index("O")
        self._is_begin = np.array([name[:2] == "B-" for name in names])
        self._starting = np.array([[names.index(f"{move}-{label}") for label in self._labels] for move in "BU"])
        self._label_of = np.array([self._labels.index(name[2:]) if name != "O" else -1 for name in names])
        self._inside, self._last = (np.array([moves[move + label] for label in self._labels]) for move in ("I-", "L-"))

    def read(self, docs: Sequence[Any]) -> Iterator[Decoded]:
        """What each text of a batch has."""
        ents, likely = self._decode(docs)
        first = 0
        for doc in docs:
            ours, mine = _within(ents, first, len(doc)), _within(likely, first, len(doc))
            yield Decoded(
                [(doc[one.start - first].idx, _end_of(doc[one.end - first - 1]), one.label) for one in ours],
                [(doc[one.start - first].idx, one.label, one.probability) for one in mine],
            )
            first += len(doc)

    def _decode(self, docs: Sequence[Any]) -> tuple[list[Ent], list[_Start]]:
        """The entities of a batch, and where others are likely, in order."""
        lengths = np.array([len(doc) for doc in docs])
        if not lengths.sum():
            return [], []
        features = self._features(self._vectors.predict(docs))
        finals = np.cumsum(lengths)[lengths > 0] - 1
        spaces = np.concatenate([doc.to_array(IS_SPACE) for doc in docs]).astype(bool)
        scores = self._scores(features, finals, spaces)
        moves: Indices = scores.argmax(axis=1)
        starts = np.flatnonzero(moves != self._out)
        labels, ends = self._label_of[moves[starts]], starts + 1
        begun = self._is_begin[moves[starts]]
        ends[begun] = self._ends(features, starts[begun], labels[begun], finals)
        ents, free = [], 0
        for start, end, label in zip(starts.tolist(), ends.tolist(), labels.tolist(), strict=True):
            if start >= free:
                ents.append(Ent(start, end, self._labels[label]))
                free = end
        return ents, list(self._starts(scores))

    def _starts(self, scores: Floats) -> Iterator[_Start]:
        """Where an entity may begin, in order; the scores are lost."""
        scores -= scores.max(axis=1, keepdims=True)
        np.exp(scores, out=scores)
        shares = scores[:, self._starting].sum(axis=1) / scores.sum(axis=1, keepdims=True)
        tokens, labels = np.nonzero(shares >= _LEAST)
        for token, label, share in zip(tokens.tolist(), labels.tolist(), shares[tokens, labels].tolist(), strict=True):
            yield _Start(token, self._labels[label], share)

    def _features(self, vectors: Floats) -> Floats:
        """What each token adds to a state in each of its three places."""
        features: Floats = np.dot(vectors, self._lower.T)
        return features.reshape(-1, *self._shape)

    def _scores(self, features: Floats, finals: Indices, spaces: npt.NDArray[np.bool_]) -> Floats:
        """What each token where no entity is open scores at each move; O at white space, no B at the end of a text."""
        hidden = (features[:, 0] + self._closed).max(axis=1)
        scores: Floats = np.dot(hidden, self._upper[self._outside].T) + self._upper_bias[self._outside]
        scores[np.ix_(finals, self._is_begin)] = -np.inf
        scores[np.ix_(spaces, np.arange(scores.shape[1]) != self._out)] = -np.inf
        return scores

    def _ends(self, features: Floats, starts: Indices, labels: Indices, finals: Indices) -> Indices:
        """Where the entities that begin at these tokens end."""
        ends, going, at = starts + 1, np.arange(len(starts)), starts + 1
        limits = finals[np.searchsorted(finals, starts)] if len(starts) else starts
        while len(going):
            inside, last = self._going_on(features, at, starts[going], labels[going])
            earlier = self._inside[labels[going]] < self._last[labels[going]]  # the move that wins when both are equal
            stays = (at < limits[going]) & ((inside > last) | ((inside == last) & earlier))
            at = at + 1
            ends[going] = at
            going, at = going[stays], at[stays]
        return ends

    def _going_on(self, features: Floats, at: Indices, starts: Indices, labels: Indices) -> tuple[Floats, Floats]:
        """The scores of I and L at tokens inside entities that began at `starts`."""
        hidden = (features[at, 0] + features[starts, 1] + features[at - 1, 2] + self._bias).max(axis=1)
        moves = np.stack([self._inside[labels], self._last[labels]])
        scores = (self._upper[moves] * hidden).sum(axis=2) + self._upper_bias[moves]
        return scores[0], scores[1]


def _within(found: Sequence[_T], first: int, size: int) -> Sequence[_T]:
    """What begins at the tokens of one text."""
    return found[bisect_left(found, (first,)) : bisect_left(found, (first + size,))]


def _end_of(token: Any) -> int:
    return int(token.idx) + len(token)


def can_decode(nlp: Any) -> bool:
    """Whether a pipeline is one greedy `ner` of the usual form: three features, maxout, two layers, no mute label."""
    if nlp.pipe_names != ["ner"]:
        return False
    ner = nlp.get_pipe("ner")
    if ner.cfg.get("beam_width", 1) != 1 or not ner.model.attrs.get("has_upper") or ner.model.attrs["unseen_classes"]:
        return False
    lower = ner.model.layers[1]
    return bool(lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") > 1)


def _outside_moves(labels: Sequence[str]) -> Iterator[str]:
    yield "O"
    for label in labels:
        yield from (f"B-{label}", f"U-{label}")
