"""Fitting a logistic model: penalised, with the signs that evidence must have, rounded so that machines agree."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

from pipeline.extract.confidence import Logistic
from pipeline.train.samples import Sample

PENALTY = 5.0  # half the weight of a squared coefficient against the log-likelihood
LEAST_SEEN = 12  # samples of a fact, below which it says nothing
RISING = ("agree 1", "agree 2", "backed", "repeated", "rule")  # evidence that never lowers the probability
FALLING = ("alternatives", "crossed", "disputed", "labels differ", "unresolved")  # evidence that never raises it
_DECIMALS = 2
Matrix = NDArray[np.float64]


def fit(samples: Sequence[Sample], penalty: float = PENALTY) -> Logistic:
    """The coefficients that make the samples most probable, a penalty on large ones apart.

    The loss is convex, so that there is one answer, whatever the machine; zeros are left out.

    Raises:
        ValueError: no samples.
    """
    if not samples:
        raise ValueError("nothing to fit")
    seen = Counter(name for sample in samples for name in sample.features)
    names = sorted(name for name, count in seen.items() if count >= min(LEAST_SEEN, len(samples)))
    signs = np.array([1.0 if sample.right else -1.0 for sample in samples])
    bounds = [(None, None), *((0 if name in RISING else None, 0 if name in FALLING else None) for name in names)]
    found = minimize(
        _loss, np.zeros(len(names) + 1), (_columns(samples, names), signs, penalty), "L-BFGS-B", jac=True,
        bounds=bounds, options={"maxiter": 5000, "ftol": 1e-13, "gtol": 1e-7},
    ).x  # fmt: skip
    bias, *rounded = (round(float(number), _DECIMALS) + 0.0 for number in found)
    return Logistic(bias=bias, weights={name: weight for name, weight in zip(names, rounded, strict=True) if weight})


def _columns(samples: Sequence[Sample], names: Sequence[str]) -> csr_array:
    """A row a sample, a column a fact, before them one of ones for the bias."""
    place = {name: at for at, name in enumerate(names, 1)}
    rows = [{0: 1.0, **{place[n]: value for n, value in one.features.items() if n in place}} for one in samples]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter((at for row in rows for at in row), np.int64, ends[-1])
    values = np.fromiter((value for row in rows for value in row.values()), np.float64, ends[-1])
    return csr_array((values, columns, ends), shape=(len(rows), len(names) + 1))


def _loss(weights: Matrix, columns: csr_array, signs: Matrix, penalty: float) -> tuple[float, Matrix]:
    """The penalised negative log-likelihood and its gradient; the bias is not penalised."""
    margins = signs * (columns @ weights)
    free = np.concatenate(([0.0], weights[1:]))
    loss = float(np.logaddexp(0, -margins).sum() + penalty / 2 * (free @ free))
    return loss, penalty * free - columns.T @ (signs / (1 + np.exp(margins)))
