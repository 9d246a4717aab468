"""How good topics are, by their first ten features: stable when the corpus changes a little, and coherent.

Stability is the share of the ten that comes back when the topics are fitted to 80 % of the passages (mean over the
resamples; each topic against its best match). Coherence is the mean normalized pointwise mutual information of the
pairs of the ten over the passages (Bouma, 2009): -1 never together, 0 by chance, 1 always together.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.topics.matrix import Floats, Ints, Sparse
from pipeline.topics.model import fit_topics

TOP = 10
RESAMPLED = 0.8
ITERATIONS = 60  # of a fit that is only compared: the strongest features settle early


def top_features(terms: Floats) -> list[Ints]:
    """The columns of each topic's strongest features, strongest first."""
    return [np.lexsort((np.arange(len(row)), -row))[:TOP][: int((row > 0).sum())] for row in terms]


def stability(
    weights: Sparse, terms: Floats, count: int, resamples: int, seed: int, *, words: NDArray[np.bool_] | None = None
) -> Floats:
    """For each topic of `terms`, the share of its top features that its best match has in fits to resampled rows.

    Args:
        weights: the rows.
        terms: topics × features.
        count: how many topics to fit.
        resamples: how often.
        seed: of the resamples and fits.
        words: which features are compared; all, if not said.
    """
    rng = np.random.default_rng(seed)
    compared = np.ones(weights.shape[1]) if words is None else words.astype(np.float64)
    tops = [set(top.tolist()) for top in top_features(terms * compared)]
    columns = np.flatnonzero(np.bincount(weights.indices, minlength=weights.shape[1]) > 1)  # of a sample, few
    found = np.zeros((resamples, len(tops)))
    for resample in range(resamples):
        rows = np.sort(rng.permutation(weights.shape[0])[: max(1, round(RESAMPLED * weights.shape[0]))])
        fitted = fit_topics(weights[rows][:, columns], count, seed, ITERATIONS) * compared[columns]
        found[resample] = _matched(tops, [set(columns[top].tolist()) for top in top_features(fitted)])
    result: Floats = found.mean(axis=0)
    return result


def coherence(weights: Sparse, tops: Sequence[Ints]) -> Floats:
    """For each list of columns, the mean NPMI of its pairs over the rows."""
    present = (weights > 0).astype(np.float64).tocsc()
    counts = ((part.T @ part).toarray() for part in (present[:, top] for top in tops))
    return np.array([mean_pair(npmi(together, present.shape[0])) for together in counts])


def _matched(tops: Sequence[set[int]], others: Sequence[set[int]]) -> Floats:
    """The overlap of each set with its partner in the best one-to-one matching."""
    from scipy.optimize import linear_sum_assignment

    overlap = np.array([[len(one & other) / max(len(one), 1) for other in others] for one in tops])
    found = np.zeros(len(tops))
    rows, columns = linear_sum_assignment(-overlap)
    found[rows] = overlap[rows, columns]
    return found


def npmi(together: Floats, total: int) -> Floats:
    """The normalized pointwise mutual information of things that occur.

    Args:
        together: in how many rows each two of them are; the diagonal: each alone.
        total: the number of rows.
    """
    alone = np.diag(together)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.log(together * total / np.outer(alone, alone)) / -np.log(together / total)
    found: Floats = np.where(together == 0, -1.0, np.where(together == total, 1.0, values))
    return found


def mean_pair(values: Floats) -> float:
    """The mean of a symmetric matrix above its diagonal; 0 where there is none."""
    pairs = values[np.triu_indices(len(values), 1)]
    return float(pairs.mean()) if len(pairs) else 0.0
