"""The stage put together: from the digests of a corpus to its topics."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from pipeline.length import USUAL_LENGTH, SummaryLength
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
)
from pipeline.topics.citations import cite
from pipeline.topics.digest import Digest, DigestPassage, digest
from pipeline.topics.identity import identify
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import TONGUES, TopicLexicons
from pipeline.topics.matrix import Floats, build_matrix, read_occurrences, select
from pipeline.topics.model import fit_topics, shares
from pipeline.topics.terms import Named, Weights, name_topic, strongest, written_forms
from pipeline.topics.trend import trend

LEAST_SCORE = 0.2  # share from which a passage belongs to a topic
LEAST_WEIGHT = 0.05  # share from which a topic is listed with a document


class CorpusTopics(Record, frozen=True, kw_only=True):
    """What the stage finds: topics by id, documents by id, and the ids known now."""

    topics: tuple[Topic, ...]
    documents: tuple[DocumentTopics, ...]
    ids: Ids


class Table(NamedTuple):
    """All passages, in the order of documents and text; `counted`: not of a duplicate; per topic loadings, scores."""

    rows: list[tuple[Digest, DigestPassage]]
    counted: NDArray[np.bool_]
    loadings: Floats
    scores: Floats


def find_topics(
    documents: Iterable[tuple[Ingested, Extracted, DocumentLinks]],
    *,
    lexicons: TopicLexicons,
    ids: Ids,
    seed: int = 0,
    length: SummaryLength = USUAL_LENGTH,
) -> CorpusTopics:
    """Find the topics of a corpus and summarize its documents.

    Args:
        documents: in any order, each once. They are read once; their passages and words are kept, nothing else.
        lexicons: what `load_topic_lexicons` returned.
        ids: what is known from the last run; a topic that is found again keeps its id.
        seed: of the model's start; the same seed and input give the same bytes.
        length: of the documents' summaries.
    """
    keys = {tongue: Keys(tongue, lexicons[tongue]) for tongue in TONGUES}
    digests = sorted((digest(document, lexicons, keys, length) for document in documents), key=lambda found: found.id)
    table, weights, named = _model(digests, lexicons, seed)
    names, known = identify(weights, [topic.label for topic in named], ids.topics)
    found = [_topic(table, column, names[column], (weights[column], named[column])) for column in range(len(names))]
    shared = _document_weights(table)
    return CorpusTopics(
        topics=tuple(sorted(found, key=lambda topic: topic.id)),
        documents=tuple(
            DocumentTopics(id=document.id, summary=document.summary, topics=_listed(shared.get(document.id), names))
            for document in digests
        ),
        ids=msgspec.structs.replace(ids, topics=known),
    )


def _model(
    digests: Sequence[Digest], lexicons: TopicLexicons, seed: int
) -> tuple[Table, list[dict[str, float]], list[Named]]:
    """Fit the topics: the passages with their scores; each topic's features with their weights; its names."""
    rows = [(document, passage) for document in digests for passage in document.passages]
    passages = [passage for _, passage in rows]
    counted = np.array([not document.duplicate for document, _ in rows], dtype=bool)
    occurrences = read_occurrences(passages, counted)
    matrix = build_matrix(occurrences, [passage.tongue for passage in passages], counted)
    fit = fit_topics(matrix.weights, counted, seed)
    weights = [strongest(terms, matrix.features) for terms in fit.terms]
    wanted = sorted({feature for topic in weights for feature in topic})
    forms = written_forms(wanted, select(occurrences, counted), passages, lexicons)
    table = Table(rows, counted, fit.loadings, np.round(shares(fit.loadings), 4))
    return table, weights, [name_topic(topic, forms) for topic in weights]


def _topic(table: Table, column: int, name: str, topic: tuple[Weights, Named]) -> Topic:
    weights, named = topic
    numbers = np.flatnonzero(table.counted).tolist()
    rows = [table.rows[number] for number in numbers]
    scores = table.scores[numbers, column]
    passages = tuple(
        TopicPassage(document=document.id, start=passage.start, end=passage.end, score=score)
        for (document, passage), score in zip(rows, scores.tolist(), strict=True)
        if score >= LEAST_SCORE
    )
    return Topic(
        id=name,
        label=named.label,
        terms=named.terms,
        weight=round(float(scores.mean()), 4),
        documents=len({passage.document for passage in passages}),
        trend=trend([document for document, _ in rows], scores),
        summary=cite(rows, table.loadings[numbers, column], weights),
        passages=passages,
    )


def _document_weights(table: Table) -> dict[str, Floats]:
    """Each document's topic shares: the mean of its passages', by the number of their words."""
    sums: dict[str, Floats] = {}
    sizes: dict[str, int] = {}
    for (document, passage), scores in zip(table.rows, table.scores, strict=True):
        size = len(passage.words.keys) if scores.any() else 0  # a passage without known words says nothing
        sums[document.id] = sums.get(document.id, np.zeros(len(scores))) + size * scores
        sizes[document.id] = sizes.get(document.id, 0) + size
    return {name: total / max(sizes[name], 1) for name, total in sums.items()}


def _listed(weights: Floats | None, names: Sequence[str]) -> tuple[TopicWeight, ...]:
    if weights is None:
        return ()
    found = [
        TopicWeight(id=name, weight=round(weight, 4)) for name, weight in zip(names, weights.tolist(), strict=True)
    ]
    return tuple(sorted((topic for topic in found if topic.weight >= LEAST_WEIGHT), key=lambda t: (-t.weight, t.id)))
