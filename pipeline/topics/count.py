"""How many topics a corpus has: the number whose topics are the most stable and coherent, of a few from √passages on.

A corpus of up to three passages has one topic; below `FEWEST`, where resamples say nothing, √passages. Above, that
number and more are tried on a sample of bounded size: of those whose sum of mean stability and mean coherence is about
the best the smallest wins, so that a few documents more do not change it. It claims nothing about how many themes there
"are".
"""

from math import sqrt

import numpy as np

from pipeline.topics.matrix import Sparse
from pipeline.topics.model import fit_topics
from pipeline.topics.quality import ITERATIONS, coherence, stability, top_features

FEW, FEWEST = 3, 30
MOST_TOPICS = 40
FACTORS = (1.0, 1.25, 1.5)
RESAMPLES = 6
ABOUT = 0.05  # what the sums of equally good numbers may differ by: other resamples change them by as much
MOST_TRIED_ON = 1_000  # passages


def choose_count(weights: Sparse, seed: int) -> int:
    """The number of topics for these rows, all of them usable."""
    passages = int(weights.shape[0])
    if passages <= FEW:
        return min(passages, 1)
    usual = max(2.0, sqrt(passages))
    if passages < FEWEST:
        return round(usual)
    candidates = sorted({min(MOST_TOPICS, round(usual * factor)) for factor in FACTORS})
    if len(candidates) == 1:
        return candidates[0]
    sample = weights[:: -(-passages // MOST_TRIED_ON)]
    quality = {count: _quality(sample, count, seed) for count in candidates}
    return min(count for count in candidates if quality[count] >= max(quality.values()) - ABOUT)


def _quality(weights: Sparse, count: int, seed: int) -> float:
    terms = fit_topics(weights, count, seed, ITERATIONS)
    stable = stability(weights, terms, count, RESAMPLES, seed)
    return round(float(np.mean(stable) + np.mean(coherence(weights, top_features(terms)))), 4)
