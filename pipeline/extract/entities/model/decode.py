"""What spaCy's `ner` decides token by token, worked out for all tokens of a batch at once.

`ner` goes through a text from left to right and says of each token that it is outside (O), a unit (U), or begins,
continues or ends an entity (B, I, L). Outside an entity its scores depend on the token alone, so one matrix product
gives them for every token; inside one on the token, the one before it and the first, so all entities of the batch grow
in step, and only I and L of their label compete. spaCy takes the steps one by one and asks each time, under a lock,
whether each of up to 74 moves is allowed: most of its time goes there.

The parameters and the scores are spaCy's (Honnibal et al., `spacy/ml/parser_model.pyx`), and so are the entities.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.attrs import IS_SPACE

from pipeline.extract.entities.model.vectors import TokenVectors, can_embed

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]
_FEATURES = 3  # of a state: the token, the first and the last token of the open entity


class Ent(NamedTuple):
    """An entity by the tokens of a batch of texts, counted through."""

    start: int
    end: int
    label: str


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
        self._is_unit = np.array([name[:2] == "U-" for name in names])
        self._label_of = np.array([self._labels.index(name[2:]) if name != "O" else -1 for name in names])
        self._inside, self._last = (np.array([moves[move + label] for label in self._labels]) for move in ("I-", "L-"))

    def spans(self, docs: Sequence[Any]) -> Iterator[list[tuple[int, int, str]]]:
        """The entities of each text, by its characters and with their labels, in order."""
        ents = self._ents(docs)
        ent, first = next(ents, None), 0
        for doc in docs:
            found = []
            while ent and ent.start < first + len(doc):
                last = doc[ent.end - first - 1]
                found.append((doc[ent.start - first].idx, last.idx + len(last), ent.label))
                ent = next(ents, None)
            yield found
            first += len(doc)

    def _ents(self, docs: Sequence[Any]) -> Iterator[Ent]:
        """The entities of a batch, in order."""
        lengths = np.array([len(doc) for doc in docs])
        if not lengths.sum():
            return
        features = self._features(self._vectors.predict(docs))
        finals = np.cumsum(lengths)[lengths > 0] - 1
        spaces = np.concatenate([doc.to_array(IS_SPACE) for doc in docs]).astype(bool)
        moves = self._moves(features, finals, spaces)
        starts = np.flatnonzero(moves != self._out)
        labels, ends = self._label_of[moves[starts]], starts + 1
        begun = self._is_begin[moves[starts]]
        ends[begun] = self._ends(features, starts[begun], labels[begun], finals)
        free = 0
        for start, end, label in zip(starts.tolist(), ends.tolist(), labels.tolist(), strict=True):
            if start >= free:
                yield Ent(start, end, self._labels[label])
                free = end

    def _features(self, vectors: Floats) -> Floats:
        """What each token adds to a state in each of its three places."""
        features: Floats = np.dot(vectors, self._lower.T)
        return features.reshape(-1, *self._shape)

    def _moves(self, features: Floats, finals: Indices, spaces: npt.NDArray[np.bool_]) -> Indices:
        """The best move at each token where no entity is open; O at white space, no B at the end of a text."""
        hidden = (features[:, 0] + self._closed).max(axis=1)
        scores = np.dot(hidden, self._upper[self._outside].T) + self._upper_bias[self._outside]
        scores[np.ix_(finals, self._is_begin)] = -np.inf
        moves: Indices = scores.argmax(axis=1)
        moves[spaces] = self._out
        return moves

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
