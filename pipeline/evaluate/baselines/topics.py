"""Plain topic models on passages: words that are no function words, as TF-IDF for NMF and as counts for LDA."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

import numpy as np

from pipeline.evaluate.coherence import Coherence, coherence_of
from pipeline.topics import TopicLexicons
from pipeline.topics.lexicon import Tongue
from pipeline.topics.matrix import Floats, Matrix
from pipeline.topics.terms import strongest
from pipeline.topics.together import Together

NAMES: tuple[Literal["NMF", "LDA"], ...] = ("NMF", "LDA")
WORD = r"[^\W\d_]{2,}"
IN_FEW, IN_MOST = 2, 0.6  # words in fewer passages than this, or in more than this share of them, are left out


class Passage(NamedTuple):
    """A passage: its document, its language, its text."""

    document: str
    tongue: Tongue
    text: str


class PlainTopics(NamedTuple):
    """The first topic of each document, and how far the topics' words occur together."""

    first: Mapping[str, int]
    coherence: Coherence


def plain_topics(
    name: Literal["NMF", "LDA"], passages: Sequence[Passage], topics: int, lexicons: TopicLexicons
) -> PlainTopics:
    """The model with so many topics."""
    counts, model = _model(name, topics, lexicons)
    weights = counts.fit_transform([passage.text for passage in passages])
    loadings = model.fit_transform(weights)
    sums: dict[str, Floats] = {}
    for passage, row in zip(passages, loadings, strict=True):
        shared = len(passage.text) * row / max(row.sum(), 1e-12)
        sums[passage.document] = sums.get(passage.document, np.zeros(topics)) + shared
    first = {document: int(np.argmax(row)) for document, row in sums.items()}
    words = [str(word) for word in counts.get_feature_names_out()]
    tongues = [passage.tongue for passage in passages]
    together = Together(Matrix(weights.tocsr(), words), tongues, np.ones(len(passages), dtype=bool))
    return PlainTopics(first, coherence_of([strongest(row, words) for row in model.components_], together))


def _model(name: Literal["NMF", "LDA"], topics: int, lexicons: TopicLexicons) -> tuple[Any, Any]:
    from sklearn.decomposition import NMF, LatentDirichletAllocation
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

    words = " ".join(word for lexicon in lexicons.values() for word in lexicon.stopwords.function_words)
    stop = sorted(set(re.findall(WORD, words.lower())))  # cut as the passages are: `peut-être` is two
    settings = {"min_df": IN_FEW, "max_df": IN_MOST, "stop_words": stop, "token_pattern": WORD}
    if name == "NMF":
        return TfidfVectorizer(**settings), NMF(topics, init="nndsvda", random_state=0, max_iter=2000)
    return CountVectorizer(**settings), LatentDirichletAllocation(topics, random_state=0, max_iter=30)
