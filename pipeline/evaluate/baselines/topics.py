"""Plain topic models on passages: words that are no function words, as TF-IDF for NMF and as counts for LDA."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

import numpy as np

from pipeline.topics import TopicLexicons
from pipeline.topics.lexicon import TONGUES, Tongue
from pipeline.topics.matrix import Floats
from pipeline.topics.quality import mean_pair, npmi

NAMES: tuple[Literal["NMF", "LDA"], ...] = ("NMF", "LDA")
WORD = r"[^\W\d_]{2,}"
IN_FEW, IN_MOST = 2, 0.6  # words in fewer passages than this, or in more than this share of them, are left out


class Passage(NamedTuple):
    """A passage: its document, its language, its text."""

    document: str
    tongue: Tongue
    text: str


class PlainTopics(NamedTuple):
    """The first topic of each document, and the mean coherence of the topics."""

    first: Mapping[str, int]
    coherence: float


def plain_topics(
    name: Literal["NMF", "LDA"], passages: Sequence[Passage], topics: int, terms: int, lexicons: TopicLexicons
) -> PlainTopics:
    """The model with so many topics, each judged by so many of its first words."""
    counts, model = _model(name, topics, lexicons)
    matrix = counts.fit_transform([passage.text for passage in passages])
    loadings = model.fit_transform(matrix)
    sums: dict[str, Floats] = {}
    for passage, row in zip(passages, loadings, strict=True):
        weights = len(passage.text) * row / max(row.sum(), 1e-12)
        sums[passage.document] = sums.get(passage.document, np.zeros(topics)) + weights
    first = {document: int(np.argmax(row)) for document, row in sums.items()}
    tops = [np.argsort(-row, kind="stable")[:terms] for row in model.components_]
    return PlainTopics(first, _coherence((matrix > 0).astype(np.float64).tocsc(), tops, passages))


def _model(name: Literal["NMF", "LDA"], topics: int, lexicons: TopicLexicons) -> tuple[Any, Any]:
    from sklearn.decomposition import NMF, LatentDirichletAllocation
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

    words = " ".join(word for lexicon in lexicons.values() for word in lexicon.stopwords.function_words)
    stop = sorted(set(re.findall(WORD, words.lower())))  # cut as the passages are: `peut-être` is two
    settings = {"min_df": IN_FEW, "max_df": IN_MOST, "stop_words": stop, "token_pattern": WORD}
    if name == "NMF":
        return TfidfVectorizer(**settings), NMF(topics, init="nndsvda", random_state=0, max_iter=2000)
    return CountVectorizer(**settings), LatentDirichletAllocation(topics, random_state=0, max_iter=30)


def _coherence(present: Any, tops: Sequence[Any], passages: Sequence[Passage]) -> float:
    """The mean over topics, each measured as ours are: the words of each language in its passages.

    A word is of the language whose passages have it more often.
    """
    of_tongue = {tongue: np.array([passage.tongue == tongue for passage in passages], dtype=bool) for tongue in TONGUES}
    parts = {tongue: present[rows] for tongue, rows in of_tongue.items() if rows.any()}
    shares = np.stack([np.asarray(part.mean(axis=0)).ravel() for part in parts.values()])
    found: list[float] = []
    for top in tops:
        words = {tongue: top[shares[:, top].argmax(axis=0) == side] for side, tongue in enumerate(parts)}
        chosen = [(parts[tongue][:, own], parts[tongue].shape[0]) for tongue, own in words.items() if len(own) > 1]
        values = [mean_pair(npmi((part.T @ part).toarray(), total)) for part, total in chosen]
        found.append(float(np.mean(values or [0.0])))
    return float(np.mean(found))
