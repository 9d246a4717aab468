"""The model of a corpus: its passages weighed, its topics found and identified, each passage scored."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.records import Keyword, KnownTopic
from pipeline.topics.alike import read_with_nearest
from pipeline.topics.count import choose_count
from pipeline.topics.digest import Digest, DigestPassage
from pipeline.topics.identity import identify
from pipeline.topics.keywords import KeywordNames, choose_keywords, document_counts
from pipeline.topics.lexicon import TopicLexicons
from pipeline.topics.matrix import Floats, Matrix, Occurrences, Sparse, build_matrix, read_occurrences, select
from pipeline.topics.model import explained, fit_topics, project, shares, usable
from pipeline.topics.naming import Named, Namer
from pipeline.topics.terms import Forms, Weights, strongest, written_forms
from pipeline.topics.together import Together


class Fitted(NamedTuple):
    """All passages, in the order of documents and text, and the topics by id.

    `counted`: not of a duplicate; `loadings`: passages × topics; `terms`: topics × features; `names`: of the topics.
    """

    rows: list[tuple[Digest, DigestPassage]]
    counted: NDArray[np.bool_]
    occurrences: Occurrences
    matrix: Matrix
    topics: dict[str, Weights]
    known: dict[str, KnownTopic]
    terms: Floats
    loadings: Floats
    names: dict[str, Named]
    together: Together
    forms: Forms
    keywords: list[list[int]]


def fit_corpus(
    digests: Sequence[Digest], lexicons: TopicLexicons, known: Mapping[str, KnownTopic], seed: int
) -> Fitted:
    """Find the topics of all passages, those of the last run among them."""
    rows = [(document, passage) for document in digests for passage in document.passages]
    passages = [passage for _, passage in rows]
    counted = np.array([not document.duplicate for document, _ in rows], dtype=bool)
    occurrences = read_occurrences(passages, counted)
    matrix = build_matrix(occurrences, [passage.tongue for passage in passages], counted, lexicons["fr"].themes)
    sample = matrix.weights[counted & usable(matrix.weights)]
    fresh = [strongest(row, matrix.features) for row in fit_topics(sample, choose_count(sample, seed), seed)]
    index = {feature: column for column, feature in enumerate(matrix.features)}
    counts = document_counts(occurrences, _owners(digests), len(digests))
    keywords = choose_keywords(counts, occurrences.features)
    wanted = {feature for topic in fresh for feature in topic}
    wanted.update(feature for entry in known.values() for feature in entry.terms)
    wanted.update(occurrences.features[column] for columns in keywords for column in columns)
    forms = written_forms(wanted, select(occurrences, counted), passages, lexicons)
    together = Together(matrix, [passage.tongue for passage in passages], counted)
    namer = Namer(forms, together, lexicons)
    found = identify(
        fresh,
        known,
        explained=lambda topics: explained(sample, _dense(topics, index)),
        label=lambda weights: namer.name(weights, fresh).label,
    )
    all_topics = list(found.topics.values())
    names = {name: namer.name(weights, all_topics) for name, weights in found.topics.items()}
    terms = _dense(all_topics, index)
    loadings = project(matrix.weights, terms)
    return Fitted(
        rows,
        counted,
        occurrences,
        matrix,
        found.topics,
        found.known,
        terms,
        loadings,
        names,
        together,
        forms,
        keywords,
    )


def document_weights(digests: Sequence[Digest], fitted: Fitted) -> dict[str, Floats]:
    """The topic shares of each document that has passages.

    It is projected as a whole: a passage alone has a dozen known words, and which of two topics of close weight comes
    first in it is often chance. All passages count alike. For the same reason it is read with those nearest to it.
    """
    from scipy.sparse import csr_matrix

    owners = _owners(digests)
    members: Sparse = csr_matrix((np.ones(len(owners)), (owners, np.arange(len(owners)))), (len(digests), len(owners)))
    documents = (members @ fitted.matrix.weights).tocsr()
    counted = np.array([not document.duplicate for document in digests], dtype=bool)
    found = shares(read_with_nearest(shares(project(documents, fitted.terms)), documents, counted))
    return {document.id: row for document, row in zip(digests, found, strict=True) if document.passages}


def corpus_keywords(digests: Sequence[Digest], fitted: Fitted) -> list[tuple[Keyword, ...]]:
    """The keywords of each document, in the order of the documents."""
    counts = document_counts(fitted.occurrences, _owners(digests), len(digests))
    names = KeywordNames(counts, fitted.occurrences.features, fitted.forms)
    return [names.of(row, document, fitted.keywords[row]) for row, document in enumerate(digests)]


def _owners(digests: Sequence[Digest]) -> NDArray[np.int64]:
    sizes = [len(document.passages) for document in digests]
    return np.repeat(np.arange(len(digests), dtype=np.int64), sizes)


def _dense(topics: Sequence[Weights], index: Mapping[str, int]) -> Floats:
    """Topics × features; a feature that the corpus does not have is left out."""
    found = np.zeros((len(topics), len(index)))
    for row, topic in zip(found, topics, strict=True):
        for feature, weight in topic.items():
            if feature in index:
                row[index[feature]] = weight
    return found
