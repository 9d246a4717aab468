"""Which features occur together in the passages of one language: what the terms of a topic are chosen and judged by."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.topics.lexicon import TONGUES, Tongue
from pipeline.topics.matrix import Floats, Ints, Matrix, Sparse
from pipeline.topics.quality import mean_pair, npmi


class Together:
    """The counted passages of each language, as what they have of each feature.

    Languages are kept apart: where a corpus has both, any two words of one would seem to belong together.
    """

    def __init__(self, matrix: Matrix, tongues: Sequence[Tongue], counted: NDArray[np.bool_]) -> None:
        self._columns = {feature: column for column, feature in enumerate(matrix.features)}
        sides = np.array(tongues, dtype=object)
        self._present: Mapping[Tongue, Sparse] = {
            tongue: (matrix.weights[counted & (sides == tongue)] > 0).astype(np.float64).tocsc() for tongue in TONGUES
        }

    def occurring(self, features: Sequence[str], tongue: Tongue) -> list[str]:
        """Those of the features that the language's passages have."""
        present = self._present[tongue]
        known = [(feature, self._columns[feature]) for feature in features if feature in self._columns]
        return [feature for feature, column in known if present.indptr[column + 1] > present.indptr[column]]

    def at_home(self, features: Sequence[str], tongue: Tongue, least: float) -> list[str]:
        """Those that so great a part of the language's passages have, against the part of the other language's."""
        own, other = (self._present[tongue], *(self._present[one] for one in TONGUES if one != tongue))
        found: list[str] = []
        for feature in self.occurring(features, tongue):
            here, there = (
                np.diff(part.indptr)[self._columns[feature]] / max(part.shape[0], 1) for part in (own, other)
            )
            if here >= least * there:
                found.append(feature)
        return found

    def npmi(self, features: Sequence[str], tongue: Tongue) -> Floats:
        """The NPMI of each pair of features that occur: features × features."""
        return npmi(*self._counts(features, tongue))

    def coherence(self, terms: Mapping[Tongue, Sequence[str]]) -> float | None:
        """The mean NPMI of the pairs of terms, each language's in its passages; None where no two terms occur."""
        found = [mean_pair(self.npmi(known, t)) for t in TONGUES if len(known := self.occurring(terms[t], t)) > 1]
        return sum(found) / len(found) if found else None

    def _counts(self, features: Sequence[str], tongue: Tongue) -> tuple[Floats, int]:
        columns: Ints = np.array([self._columns[feature] for feature in features], dtype=np.int64)
        part = self._present[tongue][:, columns]
        return (part.T @ part).toarray(), int(part.shape[0])
