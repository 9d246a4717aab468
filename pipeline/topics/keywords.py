"""The keywords of each document: what it has more of than the corpus, in its own language."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.records import Keyword
from pipeline.topics.digest import Digest
from pipeline.topics.keys import is_concept
from pipeline.topics.lexicon import Tongue
from pipeline.topics.matrix import Ints, Occurrences, Sparse
from pipeline.topics.terms import Forms
from pipeline.topics.typical import log_odds

MOST = 10
LEAST = 2  # times that a document has its keyword; words that are no known concept, once more


def document_counts(occurrences: Occurrences, documents: Ints, size: int) -> Sparse:
    """How often each of `size` documents has each feature; `documents` says whose each passage is."""
    from scipy.sparse import coo_matrix

    ones = np.ones(len(occurrences.rows))
    places = (documents[occurrences.rows], occurrences.columns)
    return coo_matrix((ones, places), shape=(size, len(occurrences.features))).tocsr()


def choose_keywords(counts: Sparse, features: Sequence[str]) -> list[list[int]]:
    """The columns of each document's keywords, the most telling first."""
    concepts = np.array([is_concept(feature) for feature in features], dtype=bool)
    whole = np.asarray(counts.sum(axis=0)).ravel()
    return [list(_best(counts, row, whole, concepts)) for row in range(counts.shape[0])]


class KeywordNames:
    """The keywords of documents as their languages write them."""

    def __init__(self, counts: Sparse, features: Sequence[str], forms: Forms) -> None:
        self._counts, self._features, self._forms = counts, features, forms
        self._documents = np.bincount(counts.indices, minlength=counts.shape[1])

    def of(self, row: int, document: Digest, columns: Sequence[int]) -> tuple[Keyword, ...]:
        """The keywords that stand in these columns for the document of this row, each once."""
        tongue = _tongue(document)
        span = slice(self._counts.indptr[row], self._counts.indptr[row + 1])
        amounts = dict(zip(self._counts.indices[span].tolist(), self._counts.data[span].tolist(), strict=True))
        found: dict[str, Keyword] = {}
        for column in columns:
            term = self._forms.get((self._features[column], tongue))
            if term and term not in found:
                found[term] = Keyword(term=term, count=int(amounts[column]), documents=int(self._documents[column]))
        return tuple(found.values())[:MOST]


def _best(counts: Sparse, row: int, whole: NDArray[np.float64], concepts: NDArray[np.bool_]) -> Iterator[int]:
    span = slice(counts.indptr[row], counts.indptr[row + 1])
    columns, amounts = counts.indices[span], counts.data[span]
    scores = np.round(log_odds(amounts, whole[columns], amounts.sum(), whole.sum()), 4)
    for at in np.lexsort((columns, -scores)).tolist():
        if amounts[at] >= LEAST + (not concepts[columns[at]]) and scores[at] > 0:
            yield int(columns[at])


def _tongue(digest: Digest) -> Tongue:
    tongues = Counter(passage.tongue for passage in digest.passages)
    return min(tongues, key=lambda tongue: (-tongues[tongue], tongue), default="en")
