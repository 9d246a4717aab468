"""From the digests of a corpus to its topics: the stage put together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from pipeline.records import (
    DocumentLinks,
    DocumentTopics,
    Extracted,
    Ids,
    Ingested,
    Record,
    Topic,
    TopicPassage,
    TopicWeight,
    TrendPoint,
)
from pipeline.topics.citations import cite
from pipeline.topics.digest import Digest, DigestPassage, digest
from pipeline.topics.identity import identify
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import TONGUES, TopicLexicons
from pipeline.topics.matrix import Floats, build_matrix, read_occurrences
from pipeline.topics.model import fit_topics, shares
from pipeline.topics.terms import name_topic, strongest, written_forms
from pipeline.topics.trend import trend

LEAST_SCORE = 0.2  # share from which a passage belongs to a topic
LEAST_WEIGHT = 0.05  # share from which a topic is listed with a document


class CorpusTopics(Record, frozen=True, kw_only=True):
    """What the stage finds: topics by id, documents by id, and the ids known now."""

    topics: tuple[Topic, ...]
    documents: tuple[DocumentTopics, ...]
    ids: Ids


class Row(NamedTuple):
    """A passage of the corpus: row of the matrix."""

    document: Digest
    passage: DigestPassage


def find_topics(
    documents: Iterable[tuple[Ingested, Extracted, DocumentLinks]], *, lexicons: TopicLexicons, ids: Ids, seed: int = 0
) -> CorpusTopics:
    """Find the topics of a corpus and summarize its documents.

    Args:
        documents: in any order, each once; read once, and only words, passages and quotable sentences are kept.
        lexicons: what `load_topic_lexicons` returned.
        ids: what is known from the last run; topics that are found again keep their id.
        seed: of the model's start; the same seed and input give the same bytes.
    """
    keys = {tongue: Keys(tongue, lexicons[tongue]) for tongue in TONGUES}
    digests = sorted((digest(document, lexicons, keys) for document in documents), key=lambda found: found.id)
    rows = [Row(document, passage) for document in digests for passage in document.passages]
    occurrences = read_occurrences([row.passage for row in rows])
    counted = np.array([not row.document.duplicate for row in rows], dtype=bool)
    matrix = build_matrix(occurrences, [row.passage.tongue for row in rows], counted)
    fit = fit_topics(matrix.weights, counted, seed)
    weights = [strongest(terms, matrix.features) for terms in fit.terms]
    wanted = sorted({feature for topic in weights for feature in topic})
    forms = written_forms(wanted, occurrences, [row.passage for row in rows], lexicons)
    named = [name_topic(topic, forms) for topic in weights]
    names, known = identify(weights, [topic.label for topic in named], ids.topics)
    scores = np.round(shares(fit.loadings), 4)
    topics = [
        Topic(
            id=names[number],
            label=named[number].label,
            terms=named[number].terms,
            weight=round(float(scores[counted, number].mean()), 4),
            documents=len({document for document, _, _, _ in _members(rows, scores[:, number])}),
            trend=trend([(row.document.id, row.document.year) for row in rows if not row.document.duplicate], scores[counted, number]),
            summary=(),
            passages=(),
        )
        for number in range(len(weights))
    ]
    return CorpusTopics(topics=tuple(topics), documents=(), ids=ids)
