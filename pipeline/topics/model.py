"""The topic model: non-negative matrix factorization of the passages (Lee and Seung, 1999), started from an SVD.

How many topics: none without passages, one for up to three, else 0.8 · √passages, at least two and at most forty. So
20 passages have 4 topics, 100 have 8, 1,000 have 25. It is a rule of thumb that keeps about √n passages to a topic; it
claims nothing about how many themes there "are". Topics that come out alike are made one.
"""

import warnings
from math import sqrt
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.topics.matrix import Floats, Sparse

FEW, MOST_TOPICS = 3, 40
MOST_FITTED = 20_000  # passages that the model is fitted on; more are sampled evenly, all are then projected
LEAST_FEATURES = 3  # known features that a passage needs to be classified
SAME = 0.7  # cosine of their terms from which two topics are one
ITERATIONS = 200
TOLERANCE = 1e-4


class Fit(NamedTuple):
    """Loadings (passages × topics, rows as they come) and terms (topics × features, rows of unit length)."""

    loadings: Floats
    terms: Floats


def topic_count(passages: int) -> int:
    """How many topics a corpus of this many passages is given."""
    if passages <= FEW:
        return min(passages, 1)
    return min(MOST_TOPICS, max(2, round(0.8 * sqrt(passages))))


def fit_topics(weights: Sparse, counted: NDArray[np.bool_], seed: int) -> Fit:
    """Fit the model on the `counted` rows and project all rows on it; rows with too few features load on nothing."""
    from threadpoolctl import threadpool_limits

    filled = np.diff(weights.indptr) >= min(LEAST_FEATURES, weights.shape[1])
    usable = np.flatnonzero(filled & counted)
    topics = min(topic_count(len(usable)), weights.shape[1])
    if topics == 0:
        return Fit(np.zeros((weights.shape[0], 0)), np.zeros((0, weights.shape[1])))
    if topics == 1:  # of a few unlike passages, factorization would see one only
        mean = np.asarray(weights[usable].mean(axis=0)).reshape(1, -1)
        return _normalized(np.where(filled[:, None], weights @ mean.T, 0), mean)
    with threadpool_limits(1), warnings.catch_warnings():  # one thread: sums in one order, the same bits everywhere
        warnings.simplefilter("ignore")  # "not converged" after ITERATIONS is good enough, and nothing to act on
        model = _model(topics, seed).fit(weights[usable[:: -(-len(usable) // MOST_FITTED)]])
        loadings = np.zeros((weights.shape[0], topics))
        for rows in (filled & counted, filled & ~counted):  # apart: the stopping rule looks at all rows given
            if rows.any():
                loadings[rows] = model.transform(weights[rows])
    return _merged(_normalized(loadings, np.asarray(model.components_, dtype=np.float64)), counted)


def shares(loadings: Floats) -> Floats:
    """Each passage's loadings as shares of its sum; a row of zeros stays one."""
    sums = loadings.sum(axis=1, keepdims=True)
    found: Floats = np.divide(loadings, sums, out=np.zeros_like(loadings), where=sums > 0)
    return found


def _model(topics: int, seed: int) -> Any:
    from sklearn.decomposition import NMF

    return NMF(topics, init="nndsvda", random_state=seed, max_iter=ITERATIONS, tol=TOLERANCE)


def _normalized(loadings: Floats, terms: Floats) -> Fit:
    """Terms of unit length, loadings to match; empty topics dropped."""
    lengths = np.sqrt((terms * terms).sum(axis=1))
    kept = lengths > 0
    return Fit(loadings[:, kept] * lengths[kept], terms[kept] / lengths[kept, None])


def _merged(fit: Fit, counted: NDArray[np.bool_]) -> Fit:
    """Topics with nearly the same terms made one: most often the same theme in the two languages."""
    loadings, terms = fit
    while len(terms) > 1:
        alike = np.round(np.triu(terms @ terms.T, 1), 6)
        one, other = divmod(int(alike.argmax()), len(terms))
        if alike[one, other] < SAME:
            break
        sizes = loadings[counted].sum(axis=0)
        terms[one] = terms[one] * sizes[one] + terms[other] * sizes[other]
        loadings[:, one] += loadings[:, other]
        terms[one] /= np.sqrt((terms[one] ** 2).sum()) or 1
        loadings, terms = np.delete(loadings, other, axis=1), np.delete(terms, other, axis=0)
    return Fit(loadings, terms)
