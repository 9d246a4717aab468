"""The summary of a topic: sentences that speak of it, each from another document."""

from collections.abc import Sequence
from math import sqrt

import numpy as np

from pipeline.records import Citation
from pipeline.topics.digest import Digest, DigestPassage
from pipeline.topics.matrix import Floats
from pipeline.topics.terms import Weights
from pipeline.topics.words import Span, keys_between

CITATIONS = 3
LOOKED_AT = 30  # passages that load most on the topic


def cite(rows: Sequence[tuple[Digest, DigestPassage]], loadings: Floats, topic: Weights) -> tuple[Citation, ...]:
    """The sentences whose words weigh most in the topic, the best of each document, strongest first.

    Args:
        rows: document and passage of each loading, in the order of documents and text.
        loadings: how much each passage loads on the topic; those of 0 are not looked at.
        topic: the topic's features and weights.
    """
    order = np.lexsort((np.arange(len(loadings)), -np.round(loadings, 6)))[:LOOKED_AT].tolist()
    best: dict[str, tuple[float, Citation]] = {}
    for number in order:
        document, passage = rows[number]
        for start, end in passage.quotable if loadings[number] > 0 else ():
            score = round(_weight(passage, (start, end), topic), 6)
            if score > best.get(document.id, (0.0, None))[0]:
                text = passage.text[start - passage.start : end - passage.start]
                best[document.id] = (score, Citation(document=document.id, start=start, end=end, text=text))
    ranked = sorted(best.values(), key=lambda found: (-found[0], found[1].document, found[1].start))
    return tuple(citation for _, citation in _distinct(ranked)[:CITATIONS])


def _weight(passage: DigestPassage, span: Span, topic: Weights) -> float:
    """The topic's weight in a sentence, damped by its length so that the longest does not always win."""
    keys = keys_between(passage.words, *span)
    found = sum(topic.get(key, 0.0) for key in dict.fromkeys(keys))
    return found / sqrt(len(keys) or 1)


def _distinct(ranked: list[tuple[float, Citation]]) -> list[tuple[float, Citation]]:
    """The first of those with the same words: a sentence that two documents share is quoted once."""
    return list({citation.text: (score, citation) for score, citation in reversed(ranked)}.values())[::-1]
