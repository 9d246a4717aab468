"""The topic model: non-negative matrix factorization of the passages (Lee and Seung, 1999), started from an SVD.

A fitted topic is cut to its strongest features, and passages are then projected on the topics as they stand. So topics
that are stored score passages exactly as they did when they were found, and one passage's scores depend on no other's.
"""

import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.topics.matrix import Floats, Sparse

MOST_FITTED = 20_000  # passages that the model is fitted on; more are sampled evenly, all are then projected
LEAST_FEATURES = 3  # known features that a passage needs to be classified
KEPT = 60  # features that a topic keeps
SAME = 0.7  # cosine from which two topics are one
ITERATIONS, TOLERANCE = 200, 1e-4
SWEEPS = 30  # of the projection; later ones change no fourth decimal
BLOCK = 10_000  # passages projected at a time


def usable(weights: Sparse) -> NDArray[np.bool_]:
    """Which rows have enough known features to tell what they are about."""
    filled: NDArray[np.bool_] = np.diff(weights.indptr) >= min(LEAST_FEATURES, weights.shape[1])
    return filled


def fit_topics(weights: Sparse, count: int, seed: int, iterations: int = ITERATIONS) -> Floats:
    """Fit so many topics, or fewer where some are alike, to usable rows: topics × features, rows of unit length."""
    from threadpoolctl import threadpool_limits

    count = min(count, *weights.shape)
    if count < 1:
        return np.zeros((0, weights.shape[1]))
    if count < 2:  # of a few unlike passages, factorization would see one only
        return _cut(np.asarray(weights.mean(axis=0)).reshape(1, -1))
    sample = weights[:: -(-weights.shape[0] // MOST_FITTED)]
    with threadpool_limits(1), warnings.catch_warnings():  # one thread: sums in one order, the same bits everywhere
        warnings.simplefilter("ignore")  # "not converged" after ITERATIONS is good enough, and nothing to act on
        model = _model(count, seed, iterations)
        sizes = model.fit_transform(sample).sum(axis=0)
        terms = np.asarray(model.components_, dtype=np.float64)
        lengths = np.sqrt((terms * terms).sum(axis=1))
        kept = lengths > 0
        return _cut(_merged(terms[kept] / lengths[kept, None], (sizes * lengths)[kept]))


def project(weights: Sparse, terms: Floats) -> Floats:
    """Each row as the non-negative sum of topics that comes closest to it (coordinate descent): rows × topics."""
    from threadpoolctl import threadpool_limits

    loadings = np.zeros((weights.shape[0], len(terms)))
    with threadpool_limits(1):
        alike = terms @ terms.T
        for start in range(0, weights.shape[0], BLOCK):
            rows = slice(start, start + BLOCK)
            products, part = np.asarray(weights[rows] @ terms.T), loadings[rows]
            for _ in range(SWEEPS):
                for topic in range(len(terms)):
                    rest = products[:, topic] - part @ alike[:, topic] + part[:, topic] * alike[topic, topic]
                    part[:, topic] = np.maximum(0, rest / alike[topic, topic])
    loadings[~usable(weights)] = 0
    return loadings


def explained(weights: Sparse, terms: Floats) -> float:
    """How much of the rows the topics explain, 0 to 1."""
    loadings = project(weights, terms)
    products = float((np.asarray(weights @ terms.T) * loadings).sum())
    squares = float(((loadings.T @ loadings) * (terms @ terms.T)).sum())
    return (2 * products - squares) / max(float(weights.multiply(weights).sum()), 1e-12)


def shares(loadings: Floats) -> Floats:
    """Each passage's loadings as shares of its sum; a row of zeros stays one."""
    sums = loadings.sum(axis=1, keepdims=True)
    found: Floats = np.divide(loadings, sums, out=np.zeros_like(loadings), where=sums > 0)
    return found


def _model(count: int, seed: int, iterations: int) -> Any:
    from sklearn.decomposition import NMF

    return NMF(count, init="nndsvda", random_state=seed, max_iter=iterations, tol=TOLERANCE)


def _cut(terms: Floats) -> Floats:
    """Each topic's strongest features only, rounded to what is stored; rows of about unit length."""
    found = np.zeros_like(terms)
    for row, cut in zip(np.round(terms / np.sqrt((terms**2).sum(axis=1, keepdims=True)), 4), found, strict=True):
        order = np.lexsort((np.arange(len(row)), -row))[:KEPT]
        cut[order] = row[order]
    return found


def _merged(terms: Floats, sizes: Floats) -> Floats:
    """Topics with nearly the same terms made one: most often the same theme in the two languages."""
    terms, sizes = terms.copy(), sizes.copy()
    alike = np.round(np.triu(terms @ terms.T, 1), 6)
    kept = np.ones(len(terms), dtype=bool)
    while len(terms) > 1:
        one, other = divmod(int(alike.argmax()), len(terms))
        if alike[one, other] < SAME:
            break
        terms[one] = terms[one] * sizes[one] + terms[other] * sizes[other]
        terms[one] /= np.sqrt((terms[one] ** 2).sum()) or 1
        sizes[one] += sizes[other]
        kept[other] = False
        again = np.round(terms @ terms[one], 6) * kept
        alike[:one, one], alike[one, one + 1 :] = again[:one], again[one + 1 :]
        alike[other], alike[:, other] = 0, 0
    return terms[kept]
