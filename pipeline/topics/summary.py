"""The summary of one document: its most telling sentences, whole, in reading order.

A sentence counts for how central it is (cosine with the centroid of the document's TF-IDF sentence vectors, after
Radev et al., "Centroid-based summarization", 2004), how early it stands, whether it opens what stands under a heading,
and what it tells besides (`telling`: dates, sums, main names, decisions). Sentences are chosen one by one, each weighed
against those chosen before (maximal marginal relevance, Carbonell and Goldstein, 1998), also against a second sentence
under the same heading. One that leans on the sentence before is taken together with it or not at all. Nothing but the
document itself counts: other documents don't change its summary.

The weights are round numbers from the middle of a plateau: on the reference summaries of the gold corpus each can be
changed by a third, and ROUGE-1 changes by a hundredth or so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from pipeline.length import USUAL_LENGTH, SummaryLength
from pipeline.sentences import list_mark
from pipeline.topics.passages import Sentence

SHORTEST, LONGEST = 8, 80  # words of a sentence that is a good citation
CENTRAL, EARLY, OPENING = 0.4, 0.2, 0.15  # what a sentence's score is made of, besides what it tells
REPEATED, CROWDED = 0.4, 0.05  # what it costs to say again, and to stand where another was taken
SAME = 0.6  # cosine from which two sentences say the same
TOGETHER = 2  # sentences that are taken at once, where one leans on the other
FRAGMENT = tuple(">:;,=|#*/\\")  # no sentence begins with these
TERMINAL = (".", "…", ".»", '."', ".”", ".)", "».", '".', "”.")  # questions and exclamations state nothing

Vector = Mapping[str, float]


class Candidate(NamedTuple):
    """A sentence with the features of its words and how much it tells besides (`telling`).

    `section` counts what stands under one heading; `opening`: it is the first there.
    """

    sentence: Sentence
    text: str
    keys: Sequence[str]
    told: float
    section: int = 0
    opening: bool = False


def summarize(candidates: Sequence[Candidate], length: SummaryLength = USUAL_LENGTH) -> list[int]:
    """The indices of the sentences that make the summary, rising.

    Args:
        candidates: all sentences of the document's running text in its language, in order.
        length: how long the summary is to be.
    """
    vectors = sentence_vectors([candidate.keys for candidate in candidates])
    scores = _scores(candidates, vectors)
    crowded = CROWDED if candidates and candidates[-1].section != candidates[0].section else 0.0
    wanted = length.of(len(candidates))
    chosen: set[int] = set()
    taken: set[int] = set()
    redundancy = [0.0] * len(candidates)

    def value(new: Sequence[int]) -> float:
        told = sum(scores[i] - REPEATED * redundancy[i] for i in new) / len(new)
        return told - crowded * (candidates[new[0]].section in taken)

    units = list(_units(candidates))
    while len(chosen) < wanted:
        open_to_choice = [new for unit in units if (new := [i for i in unit if i not in chosen])]
        free = [
            new
            for new in open_to_choice
            if len(new) <= min(TOGETHER, wanted - len(chosen)) and all(redundancy[i] < SAME for i in new)
        ]
        if not free:
            break
        for best in max(free, key=lambda new: (value(new), -new[0])):
            chosen.add(best)
            taken.add(candidates[best].section)
            redundancy = [max(was, cosine(vectors[i], vectors[best])) for i, was in enumerate(redundancy)]
    return sorted(chosen) or _last_resort(candidates)


def is_quotable(candidate: Candidate) -> bool:
    """Whether the sentence is whole, of a length to be quoted, and reports something: no fragment, no salutation."""
    mark = list_mark(candidate.text)
    text = candidate.text[mark:].replace("\u00a0", "").replace("\u202f", "").replace(" »", "»")
    whole = text.endswith(TERMINAL if not mark else (*TERMINAL, ";"))  # `2. Decides to extend the mandate …;`
    aside = text.startswith(("(", "[")) and text.endswith((")", "]"))
    fits = SHORTEST <= candidate.sentence.words <= LONGEST
    return whole and fits and _begins(text) and not aside and not candidate.sentence.courtesy and _balanced(text)


def _begins(text: str) -> bool:
    """Whether the text begins as a sentence and has more words than numbers: no mark-up, no list of telephones."""
    letter = next((sign for sign in text if sign.isalnum()), "a")
    words = text.split()
    numbers = sum(any(map(str.isdigit, word)) for word in words)
    return not letter.islower() and not text.startswith(FRAGMENT) and numbers <= len(words) / 2


def _units(candidates: Sequence[Candidate]) -> Iterator[list[int]]:
    """What can be understood on its own: each sentence with those before that it leans on, back to one that stands."""
    unit: list[int] = []
    for i, candidate in enumerate(candidates):
        if not candidate.sentence.leaning or i == 0:
            unit = []
        elif not unit or candidates[unit[-1]].section != candidate.section:
            unit = []
            continue  # what it leans on is no sentence of the running text
        if not is_quotable(candidate):
            unit = []
            continue
        unit = [*unit, i]
        yield unit


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
        CENTRAL * central[i] / highest + EARLY / (1 + i / 3) + OPENING * candidate.opening + candidate.told
        for i, candidate in enumerate(candidates)
    ]


def _balanced(text: str) -> bool:
    pairs = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
    return all(text.count(opener) == text.count(closer) for opener, closer in pairs) and text.count('"') % 2 == 0


def _last_resort(candidates: Sequence[Candidate]) -> list[int]:
    """Where no sentence qualifies, the first that does not lean, else the first."""
    standing = (i for i, candidate in enumerate(candidates) if not candidate.sentence.leaning)
    return [next(standing, 0)] if candidates else []
