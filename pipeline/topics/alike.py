"""Which documents are most like each other: what a document is about is read with them.

A document's own words leave open which of two topics of close weight comes first, and its translation may decide the
other way. Documents that are alike tend to be about the same (the cluster hypothesis; Kurland and Lee, "Corpus
structure, language models, and ad hoc information retrieval", 2004), so each counts the topics it shares with those
nearest to it a little more. It gets none that it does not have itself.
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.topics.matrix import Floats, Ints, Sparse, unit_rows

NEAREST = 2
LOOKED_AT = 1_000  # documents among which the nearest are looked for, evenly taken, so that time stays linear
BLOCK = 500  # documents compared at a time


def read_with_nearest(shares: Floats, documents: Sparse, counted: NDArray[np.bool_]) -> Floats:
    """The topic shares of documents, each read with those nearest to it; rows are not normalized.

    Args:
        shares: documents × topics.
        documents: documents × features.
        counted: those that others are compared to: no duplicates.
    """
    vectors = unit_rows(documents)
    candidates = np.flatnonzero(counted)
    candidates = candidates[:: -(-len(candidates) // LOOKED_AT) or 1]
    found = shares.copy()
    for start in range(0, len(shares), BLOCK):
        rows = np.arange(start, min(start + BLOCK, len(shares)))
        likeness = _likeness(vectors, rows, candidates)
        near = np.argsort(-likeness, axis=1, kind="stable")[:, :NEAREST]
        weights = np.take_along_axis(likeness, near, axis=1)
        found[rows] += np.einsum("rn,rnt->rt", weights, shares[candidates[near]])
    found[shares == 0] = 0
    return found


def _likeness(vectors: Sparse, rows: Ints, candidates: Ints) -> Floats:
    """The cosine of each row with each candidate; 0 with itself."""
    found: Floats = np.round((vectors[rows] @ vectors[candidates].T).toarray(), 6)
    found[rows[:, None] == candidates[None, :]] = 0
    return found
