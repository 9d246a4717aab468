"""What is learnt from: blocks of the gold's train split and sentences written for training; some are held back."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.evaluate.gold import GoldDocument, GoldEntity
from pipeline.evaluate.load import load_gold
from pipeline.evaluate.marked import MarkedSentence, MarkedSpan, load_folder

SPLIT = "train"  # the only split that is ever learnt from
_HELD_BACK = 10  # one in so many
OFTEN = 3  # times that a block of a whole document is learnt in an epoch: such text is what the models are for


class Material(NamedTuple):
    """Sentences to learn from and sentences to choose by; `digest` is the hash of both."""

    learnt: tuple[MarkedSentence, ...]
    held: tuple[MarkedSentence, ...]
    digest: str


def load_material(gold: Path, training: Path, language: str) -> Material:
    """The material of a language: gold blocks all to learn from, thrice, one in ten training sentences held back.

    Raises:
        ConfigError: gold or sentences that are not well formed, with file and line.
    """
    documents = [one for one in load_gold(gold) if one.split == SPLIT] if gold.is_dir() else []
    blocks = [sentence for document in documents for sentence in blocks_of(document, language)]
    written = load_folder(training / language)
    held = tuple(sentence for sentence in written if is_held(sentence.text))
    learnt = (*blocks * OFTEN, *(sentence for sentence in written if not is_held(sentence.text)))
    return Material(learnt, held, digest([*learnt, *held]))


def blocks_of(document: GoldDocument, language: str) -> Iterator[MarkedSentence]:
    """A gold document's blocks in a language, each with its outermost names; boilerplate is left out."""
    for block in document.blocks:
        if block.language == language and block.kind != "boilerplate":
            inside = [one for one in document.entities if one.span and block.start <= one.span[0] < block.end]
            spans = tuple(sorted(_outermost(inside, block.start)))
            yield MarkedSentence(document.text[block.start : block.end], spans)


def digest(sentences: Sequence[MarkedSentence]) -> str:
    """A hash of sentences and marks, in order."""
    return hashlib.sha256(repr([tuple(sentence) for sentence in sentences]).encode()).hexdigest()


def _outermost(entities: Sequence[GoldEntity], origin: int) -> Iterator[MarkedSpan]:
    """Names that must be found before optional ones, longer before shorter; what overlaps one of them is left out."""
    taken: list[tuple[int, int]] = []
    for entity in sorted(entities, key=lambda one: (one.optional, -len(one.text), one.span or (0, 0))):
        start, end = entity.span or (0, 0)
        if all(end <= low or high <= start for low, high in taken):
            taken.append((start, end))
            yield MarkedSpan(start - origin, end - origin, entity.type, entity.optional)


def is_held(text: str) -> bool:
    """A choice that does not depend on what else is there."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % _HELD_BACK == 0
