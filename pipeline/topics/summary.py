"""The summary of one document: its most telling sentences, whole, in reading order.

A sentence counts for how central it is (cosine with the centroid of the document's TF-IDF sentence vectors, after
Radev et al., "Centroid-based summarization", 2004), how early it stands and how many facts it states. Sentences are
chosen one by one, each weighed against those chosen before (maximal marginal relevance, Carbonell and Goldstein,
1998). Nothing but the document itself counts: other documents don't change its summary.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from pipeline.topics.passages import Sentence

RATIO, FEWEST, MOST = 0.15, 3, 5
LONG_DOCUMENT = 10  # sentences from which a summary has at least FEWEST
SHORTEST, LONGEST = 6, 60  # words of a sentence that is a good citation
CENTRAL, EARLY, FACTS = 0.6, 0.25, 0.15  # what a sentence's score is made of
RELEVANCE = 0.7  # against novelty
SAME = 0.6  # cosine from which two sentences say the same
TERMINAL = (".", "…", ".»", '."', ".”", ".)", "».", '".', "”.")  # questions and exclamations state nothing

Vector = Mapping[str, float]


class Candidate(NamedTuple):
    """A sentence with the features of its words and the number of dates, amounts and names in it."""

    sentence: Sentence
    text: str
    keys: Sequence[str]
    facts: int


def summarize(candidates: Sequence[Candidate]) -> list[int]:
    """The indices of the sentences that make the summary, rising.

    Args:
        candidates: all sentences of the document's running text in its language, in order.
    """
    vectors = sentence_vectors([candidate.keys for candidate in candidates])
    scores = _scores(candidates, vectors)
    wanted = summary_length(len(candidates))
    chosen: list[int] = []
    redundancy = [0.0] * len(candidates)
    open_to_choice = [i for i, candidate in enumerate(candidates) if is_quotable(candidate)]
    while open_to_choice and len(chosen) < wanted:
        free = [i for i in open_to_choice if stands(i, candidates, chosen) and redundancy[i] < SAME]
        if not free:
            break
        best = max(free, key=lambda i: (RELEVANCE * scores[i] - (1 - RELEVANCE) * redundancy[i], -i))
        chosen.append(best)
        open_to_choice.remove(best)
        for i in open_to_choice:
            redundancy[i] = max(redundancy[i], cosine(vectors[i], vectors[best]))
    return sorted(chosen) or _last_resort(candidates)


def summary_length(sentences: int) -> int:
    """How many sentences a summary has: about 15 %, at most five, at least three from ten sentences on."""
    share = min(MOST, max(1, round(RATIO * sentences)))
    return max(share, FEWEST) if sentences >= LONG_DOCUMENT else share


def is_quotable(candidate: Candidate) -> bool:
    """Whether the sentence is whole and of a length to be quoted: no fragment, no introduction of a list."""
    whole = candidate.text.replace("\u00a0", "").replace("\u202f", "").replace(" »", "»").endswith(TERMINAL)
    letter = next((sign for sign in candidate.text if sign.isalnum()), "a")
    return (
        whole and not letter.islower() and SHORTEST <= candidate.sentence.words <= LONGEST and _balanced(candidate.text)
    )


def stands(index: int, candidates: Sequence[Candidate], chosen: Sequence[int]) -> bool:
    """Whether the sentence can be understood beside those chosen; the document's first leans on nothing."""
    return index == 0 or not candidates[index].sentence.leaning or index - 1 in chosen


def sentence_vectors(sentences: Sequence[Sequence[str]]) -> list[Vector]:
    """Unit vectors over features, rare ones in the document weighing more."""
    frequency = Counter(key for keys in sentences for key in dict.fromkeys(keys))
    vectors: list[Vector] = []
    for keys in sentences:
        weights = {key: log(1 + len(sentences) / frequency[key]) for key in dict.fromkeys(keys)}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({key: weight / length for key, weight in weights.items()})
    return vectors


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two unit vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[key] for key, weight in one.items() if key in other)


def _scores(candidates: Sequence[Candidate], vectors: Sequence[Vector]) -> list[float]:
    centroid: dict[str, float] = {}
    for vector in vectors:
        for key, weight in vector.items():
            centroid[key] = centroid.get(key, 0.0) + weight
    central = [cosine(vector, centroid) for vector in vectors]
    highest = max(central, default=0.0) or 1.0
    return [
        CENTRAL * central[i] / highest + EARLY / (1 + i / 3) + FACTS * min(candidate.facts, 3) / 3
        for i, candidate in enumerate(candidates)
    ]


def _balanced(text: str) -> bool:
    pairs = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
    return all(text.count(opener) == text.count(closer) for opener, closer in pairs) and text.count('"') % 2 == 0


def _last_resort(candidates: Sequence[Candidate]) -> list[int]:
    """Where no sentence qualifies, the first that does not lean, else the first."""
    return [next((i for i in range(len(candidates)) if stands(i, candidates, ())), 0)] if candidates else []
