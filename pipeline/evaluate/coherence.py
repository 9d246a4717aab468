"""How far the terms of topics occur together, for our topics and those of other models by one rule.

In each language a topic's terms are its strongest features that are at home there. `by_weight` judges ten of them as
they are; `chosen` those among the ten that occur together, chosen as the terms of our topics are for the reader
(`naming.chain`). Both are the mean NPMI of pairs in the passages of the language. Read them together: concepts of a
field are many and seldom meet in one passage of a hundred words, words of one document do, so ten by weight favour
models of words; chosen ones are judged on the very passages that they are chosen by.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from pipeline.topics.keys import CONCEPT
from pipeline.topics.lexicon import TONGUES, Tongue
from pipeline.topics.matrix import THEME
from pipeline.topics.naming import chain, families, specific
from pipeline.topics.terms import Weights
from pipeline.topics.together import Together

TERMS = 10
AT_HOME = 0.25  # share of passages, against the share in the other language, from which a feature is of a language


class Coherence(NamedTuple):
    """Mean NPMI over topics: of ten terms by weight, and of those of the ten that occur together."""

    by_weight: float
    chosen: float


def coherence_of(topics: Sequence[Weights], together: Together) -> Coherence:
    """The coherence of the topics of one model, in the passages of `together`."""
    weighed = [_strongest(topic, together) for topic in topics]
    chosen = [_chosen(topic, together) for topic in (specific(topic, topics) for topic in topics)]
    return Coherence(_mean(weighed, together), _mean(chosen, together))


def _strongest(topic: Weights, together: Together) -> dict[Tongue, list[str]]:
    ranked = [
        feature
        for feature, weight in sorted(topic.items(), key=lambda one: (-one[1], one[0]))
        if feature[0] != THEME and weight > 0
    ]
    return {tongue: together.at_home(ranked, tongue, AT_HOME)[:TERMS] for tongue in TONGUES}


def _chosen(topic: Weights, together: Together) -> dict[Tongue, list[str]]:
    found: dict[Tongue, list[str]] = {}
    for tongue, features in _strongest(topic, together).items():
        most = max(topic.values(), default=0.0) or 1.0
        counts = np.array([topic[feature] / most for feature in features])
        words = [families(feature.replace(CONCEPT, "").replace("_", " ")) for feature in features]
        found[tongue] = [features[at] for at in chain(counts, together.npmi(features, tongue), words)]
    return found


def _mean(topics: Sequence[Mapping[Tongue, Sequence[str]]], together: Together) -> float:
    values = [value for terms in topics if (value := together.coherence(terms)) is not None]
    return float(np.mean(values or [0.0]))
