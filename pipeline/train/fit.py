"""Fitting a logistic model: penalised, with the signs that evidence must have, rounded so that machines agree."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from pipeline.extract.confidence import Logistic
from pipeline.train.samples import Sample

PENALTY = 1.0  # half the weight of a squared coefficient against the log-likelihood
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
    names = sorted({name for sample in samples for name in sample.features})
    columns = np.array([[1.0, *(sample.features.get(name, 0.0) for name in names)] for sample in samples])
    signs = np.array([1.0 if sample.right else -1.0 for sample in samples])
    bounds = [(None, None), *((0 if name in RISING else None, 0 if name in FALLING else None) for name in names)]
    found = minimize(
        _loss, np.zeros(len(names) + 1), (columns, signs, penalty), "L-BFGS-B", jac=True, bounds=bounds,
        options={"maxiter": 5000, "ftol": 1e-14, "gtol": 1e-8},
    ).x  # fmt: skip
    bias, *rounded = (round(float(number), _DECIMALS) + 0.0 for number in found)
    return Logistic(bias=bias, weights={name: weight for name, weight in zip(names, rounded, strict=True) if weight})


def _loss(weights: Matrix, columns: Matrix, signs: Matrix, penalty: float) -> tuple[float, Matrix]:
    """The penalised negative log-likelihood and its gradient; the bias is not penalised."""
    margins = signs * (columns @ weights)
    free = np.concatenate(([0.0], weights[1:]))
    loss = float(np.logaddexp(0, -margins).sum() + penalty / 2 * (free @ free))
    return loss, penalty * free - columns.T @ (signs / (1 + np.exp(margins)))
