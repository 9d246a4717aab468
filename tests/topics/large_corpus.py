"""A large bilingual corpus, made up as it is read: each passage of one theme, in words as unequal as real ones.

A sentence says concepts of its theme, sometimes of another, among words drawn by rank from the twenty thousand most
frequent ones, so that the vocabulary keeps growing as it does in real text.
"""

import random
from collections.abc import Iterator, Sequence
from time import process_time
from typing import NamedTuple

from threadpoolctl import threadpool_limits
from topic_documents import LEXICONS, Input, make
from wordfreq import top_n_list

from pipeline.bench.processes import own_peak
from pipeline.records import Ids
from pipeline.topics import find_topics
from pipeline.topics.lexicon import TONGUES, Tongue

PASSAGES = 3  # of a document
SENTENCES = 8  # of a passage: about 130 words, enough to stand alone
WORDS = 20_000
PLACES = ("Zubrowka", "Syldavia", "Borduria", "Ruritania", "Grand Fenwick")
OTHER = 0.2  # share of the concepts that are not of the passage's theme


class Vocabulary(NamedTuple):
    """What the passages of one language are made of: its frequent words, and the concepts of each theme."""

    words: Sequence[str]
    themes: Sequence[Sequence[str]]


def documents(passages: int) -> Iterator[Input]:
    """So many passages, as documents of three; French and English in turn."""
    vocabularies = {tongue: _vocabulary(tongue) for tongue in TONGUES}
    for number in range(passages // PASSAGES):
        chance = random.Random(number)
        tongue = TONGUES[number % len(TONGUES)]
        blocks = [_passage(vocabularies[tongue], chance) for _ in range(PASSAGES)]
        date = f"{chance.randint(2001, 2020)}-{chance.randint(1, 12):02}"
        yield make(f"{number:06}.txt", blocks, tongue, published=date, names=PLACES)


def _vocabulary(tongue: Tongue) -> Vocabulary:
    lexicon = LEXICONS[tongue]
    themes = sorted(set(lexicon.themes.values()))
    concepts = [
        [lexicon.concepts[c][0] for c in sorted(lexicon.concepts) if lexicon.themes.get(c) == t] for t in themes
    ]
    return Vocabulary(top_n_list(tongue, WORDS), concepts)


def _passage(vocabulary: Vocabulary, chance: random.Random) -> str:
    theme = chance.choice(vocabulary.themes)
    return " ".join(_sentence(vocabulary, theme, chance) for _ in range(SENTENCES))


def _sentence(vocabulary: Vocabulary, theme: Sequence[str], chance: random.Random) -> str:
    words: list[str] = []
    for _ in range(3):
        words += (vocabulary.words[_rank(chance, len(vocabulary.words))] for _ in range(3))
        concepts = chance.choice(vocabulary.themes) if chance.random() < OTHER else theme
        words.append(concepts[_rank(chance, len(concepts))])
    return " ".join([words[0].capitalize(), chance.choice(PLACES), *words[1:]]) + "."


def _rank(chance: random.Random, size: int) -> int:
    """A place among so many by Zipf's law: one in ten thousand is ten thousand times rarer than the first."""
    return int(size ** chance.random()) - 1


class Measured(NamedTuple):
    """What the topics of a large corpus took, in seconds of one processor and in megabytes at most."""

    passages: int
    topics: int
    seconds: float
    megabytes: float


def measure(passages: int) -> Measured:
    """Find the topics of so many passages in this process; it should be a fresh one, for its memory is what counts.

    Time is the processor's: how busy the machine is otherwise does not matter.
    """
    with threadpool_limits(1):
        start = process_time()
        found = find_topics(documents(passages), lexicons=LEXICONS, ids=Ids())
        seconds = process_time() - start
    counted = {(passage.document, passage.start) for topic in found.topics for passage in topic.passages}
    return Measured(len(counted), len(found.topics), seconds, own_peak() or 0.0)
