"""The summary of a topic: sentences that speak of it, each from another document, in both languages if it has both.

The documents' sentences are ranked by the topic's terms in them; of those that say the same only the best is kept. They
are given by document and place, as a reader would meet them.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np

from pipeline.records import Citation
from pipeline.topics.digest import Digest, DigestPassage
from pipeline.topics.lexicon import Tongue
from pipeline.topics.matrix import Floats
from pipeline.topics.summary import SAME, cosine
from pipeline.topics.terms import Weights
from pipeline.topics.words import Span, keys_between

CITATIONS = 3
LOOKED_AT = 30  # passages that load most on the topic


class Quoted(NamedTuple):
    """A sentence that may be cited: how much of the topic is in it, and the unit vector of its words."""

    score: float
    citation: Citation
    tongue: Tongue
    vector: Mapping[str, float]


def cite(rows: Sequence[tuple[Digest, DigestPassage]], loadings: Floats, topic: Weights) -> tuple[Citation, ...]:
    """The sentences whose words weigh most in the topic, each of another document, in the order of documents.

    Args:
        rows: document and passage of each loading, in the order of documents and text.
        loadings: how much each passage loads on the topic; those of 0 are not looked at.
        topic: the topic's features and weights.
    """
    order = np.lexsort((np.arange(len(loadings)), -np.round(loadings, 6)))[:LOOKED_AT].tolist()
    best: dict[str, Quoted] = {}
    for number in order:
        document, passage = rows[number]
        for span in passage.quotable if loadings[number] > 0 else ():
            quoted = _quoted(document.id, passage, span, topic)
            if document.id not in best or quoted.score > best[document.id].score:
                best[document.id] = quoted
    ranked = [quoted for quoted in best.values() if quoted.score > 0]
    ranked.sort(key=lambda quoted: (-quoted.score, quoted.citation.document, quoted.citation.start))
    chosen = _both_tongues(list(_distinct(ranked)))
    return tuple(sorted((quoted.citation for quoted in chosen), key=lambda cited: (cited.document, cited.start)))


def _quoted(document: str, passage: DigestPassage, span: Span, topic: Weights) -> Quoted:
    """The topic's weight in a sentence is damped by its length so that the longest does not always win."""
    start, end = span
    keys = list(dict.fromkeys(keys_between(passage.words, start, end)))
    length = sqrt(len(keys) or 1)
    score = round(sum(topic.get(key, 0.0) for key in keys) / length, 6)
    text = passage.text[start - passage.start : end - passage.start]
    citation = Citation(document=document, start=start, end=end, text=text)
    return Quoted(score, citation, passage.tongue, dict.fromkeys(keys, 1 / length))


def _distinct(ranked: Sequence[Quoted]) -> Iterable[Quoted]:
    """Those that no better one says already; two languages share concepts and names, and are compared by these."""
    kept: list[Quoted] = []
    for quoted in ranked:
        if all(cosine(quoted.vector, other.vector) < SAME for other in kept):
            kept.append(quoted)
            yield quoted


def _both_tongues(ranked: Sequence[Quoted]) -> Sequence[Quoted]:
    """The best, the last of them giving way to the best of the other language where all are of one."""
    chosen = list(ranked[:CITATIONS])
    other = next((quoted for quoted in ranked if quoted.tongue != ranked[0].tongue), None)
    if other and other not in chosen:
        chosen[-1] = other
    return chosen
