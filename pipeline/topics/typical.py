"""What is typical of one part of a corpus: log-odds with the whole as prior (Monroe, Colaresi and Quinn, 2008).

The score is the difference of the log-odds in the part and in the rest, over its standard deviation: a rare thing has
to be much more frequent to be as sure as a common one.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from pipeline.topics.matrix import Floats

PRIOR = 0.5  # weight of the whole as prior, against its own counts
SURE = 1.64  # one-sided, 95 %


class Typical(NamedTuple):
    """A thing, how often the part has it, and its z-score."""

    name: str
    times: int
    score: float


def log_odds(part: Floats, whole: Floats, part_total: float, whole_total: float) -> Floats:
    """The z-scores of counts in a part against the whole, which contains it."""
    prior, mass, rest = PRIOR * whole, PRIOR * whole_total, np.maximum(whole - part, 0)
    inside = (part + prior) / np.maximum(part_total + mass - part - prior, PRIOR)
    outside = (rest + prior) / np.maximum(whole_total - part_total + mass - rest - prior, PRIOR)
    scores: Floats = (np.log(inside) - np.log(outside)) / np.sqrt(1 / (part + prior) + 1 / (rest + prior))
    return scores


def typical(part: Mapping[str, float], whole: Mapping[str, float], *, most: int, least: int = 2) -> list[Typical]:
    """The things that the part has more of than the rest, surest first, `most` of them, each `least` times or more."""
    names = [name for name, count in sorted(part.items()) if count >= least]
    counts = np.array([part[name] for name in names], dtype=np.float64)
    overall = np.array([whole[name] for name in names], dtype=np.float64)
    scores = np.round(log_odds(counts, overall, sum(part.values()), sum(whole.values())), 2).tolist()
    found = [Typical(name, round(part[name]), score) for name, score in zip(names, scores, strict=True)]
    return sorted((one for one in found if one.score >= SURE), key=lambda one: (-one.score, one.name))[:most]
