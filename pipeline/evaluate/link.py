"""Whether mentions of one entity were joined, and those of two were not: B³, CEAF-e, and pairs across the languages."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from pipeline.evaluate.results import Linking

Triple = tuple[float, float, float]  # precision, recall, F1


class Pair(NamedTuple):
    """One mention that gold and system both have: the document's language, the gold's entity, the system's."""

    language: str
    gold: str
    found: str


def linking(pairs: Sequence[Pair]) -> Linking | None:
    """All measures; None when there is no mention to compare."""
    if not pairs:
        return None
    return Linking(mentions=len(pairs), b_cubed=b_cubed(pairs), ceaf_e=ceaf_e(pairs), pairs=across(pairs))


def b_cubed(pairs: Sequence[Pair]) -> Triple:
    """B³ (Bagga and Baldwin 1998): for each mention, how much its two clusters agree."""
    both, gold, found = _sizes(pairs)
    precision = sum(n * n / found[pair[1]] for pair, n in both.items()) / len(pairs)
    recall = sum(n * n / gold[pair[0]] for pair, n in both.items()) / len(pairs)
    return _triple(precision, recall)


def ceaf_e(pairs: Sequence[Pair]) -> Triple:
    """CEAF-e (Luo 2005) with φ4: the best one-to-one alignment of clusters."""
    both, gold, found = _sizes(pairs)
    rows, columns = ({name: i for i, name in enumerate(sorted(names))} for names in (gold, found))
    similarity = np.zeros((len(rows), len(columns)))
    for (one, other), n in both.items():
        similarity[rows[one], columns[other]] = 2 * n / (gold[one] + found[other])
    best = float(similarity[linear_sum_assignment(similarity, maximize=True)].sum())
    return _triple(best / len(found), best / len(gold))


def across(pairs: Sequence[Pair]) -> Triple | None:
    """Pairs of a French and an English mention of one entity: of those joined, which are right, and the other way."""
    french, english = ([pair for pair in pairs if pair.language == language] for language in ("fr", "en"))
    gold, found, both = (
        _products(Counter(key(pair) for pair in french), Counter(key(pair) for pair in english))
        for key in (_gold, _found, _both)
    )
    return _triple(both / found, both / gold) if gold and found else None


def _gold(pair: Pair) -> tuple[str, ...]:
    return (pair.gold,)


def _found(pair: Pair) -> tuple[str, ...]:
    return (pair.found,)


def _both(pair: Pair) -> tuple[str, ...]:
    return pair.gold, pair.found


def _products(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> int:
    return sum(n * other[key] for key, n in one.items())


def _sizes(pairs: Sequence[Pair]) -> tuple[Counter[tuple[str, str]], Counter[str], Counter[str]]:
    both = Counter((pair.gold, pair.found) for pair in pairs)
    return both, Counter(pair.gold for pair in pairs), Counter(pair.found for pair in pairs)


def _triple(precision: float, recall: float) -> Triple:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return round(precision, 4), round(recall, 4), round(f1, 4)
