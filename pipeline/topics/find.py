"""The stage put together: from the digests of a corpus to its topics."""

from collections.abc import Iterable, Sequence

import msgspec

from pipeline.length import USUAL_LENGTH, SummaryLength
from pipeline.records import (
    DocumentLinks,
    DocumentTopics,
    Extracted,
    Ids,
    Ingested,
    Record,
    Topic,
    TopicWeight,
)
from pipeline.topics.digest import digest
from pipeline.topics.fit import corpus_keywords, document_weights, fit_corpus
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import TONGUES, TopicLexicons
from pipeline.topics.matrix import Floats
from pipeline.topics.view import TopicView

LEAST_WEIGHT = 0.05  # share from which a topic is listed with a document


class CorpusTopics(Record, frozen=True, kw_only=True):
    """What the stage finds: topics by id, documents by id, and the ids known now."""

    topics: tuple[Topic, ...]
    documents: tuple[DocumentTopics, ...]
    ids: Ids


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
    fitted = fit_corpus(digests, lexicons, ids.topics, seed)
    view = TopicView(fitted, lexicons)
    names = list(fitted.topics)
    shared = document_weights(digests, fitted)
    keywords = corpus_keywords(digests, fitted)
    return CorpusTopics(
        topics=tuple(view.topic(column) for column in range(len(names))),
        documents=tuple(
            DocumentTopics(
                id=document.id,
                summary=document.summary,
                topics=_listed(shared.get(document.id), names),
                keywords=keywords[number],
            )
            for number, document in enumerate(digests)
        ),
        ids=msgspec.structs.replace(ids, topics=fitted.known),
    )


def _listed(weights: Floats | None, names: Sequence[str]) -> tuple[TopicWeight, ...]:
    if weights is None:
        return ()
    found = [
        TopicWeight(id=name, weight=round(weight, 4)) for name, weight in zip(names, weights.tolist(), strict=True)
    ]
    return tuple(sorted((topic for topic in found if topic.weight >= LEAST_WEIGHT), key=lambda t: (-t.weight, t.id)))
