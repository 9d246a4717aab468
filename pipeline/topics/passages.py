"""Cutting a document's running text into passages of 60 to 250 words.

A passage is made of neighbouring blocks of one language under one heading, or is a part of a long block, cut between
sentences. Shorter ones remain where a section is short; a longer one only where a single sentence is.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.records import Block, BlockKind, Ingested
from pipeline.sentences import announces, is_courtesy, leans, sentences
from pipeline.topics.lexicon import TONGUES, Tongue, TopicLexicons

SHORTEST, USUAL, LONGEST = 60, 120, 250  # words
RUNNING_TEXT: tuple[BlockKind, ...] = ("paragraph", "list_item", "quote")


class Sentence(NamedTuple):
    """A sentence of the running text; `words` is its number of words.

    `leaning`: it needs the one before; `courtesy`: it greets, thanks, or opens or closes a sitting; `announcing`: it
    tells of a decision, an act or a change.
    """

    start: int
    end: int
    words: int
    kind: BlockKind
    tongue: Tongue
    leaning: bool
    courtesy: bool = False
    announcing: bool = False


class Section(NamedTuple):
    """What stands under one heading in one language: its blocks as lists of sentences."""

    heading: Block | None
    tongue: Tongue
    blocks: list[list[Sentence]]


def read_sections(document: Ingested, lexicons: TopicLexicons) -> list[Section]:
    """The sections of a document's running text, in its order; text in other languages is left out."""
    sections: list[Section] = []
    heading: Block | None = None
    fresh = True
    for block in document.blocks:
        if block.kind == "heading":
            heading, fresh = block, True
        tongue = next((t for t in TONGUES if t == block.language), None)
        if tongue is None or not block.main or block.kind not in RUNNING_TEXT:
            continue
        if fresh or not sections or sections[-1].tongue != tongue:
            sections.append(Section(heading, tongue, []))
            heading, fresh = None, False
        sections[-1].blocks.append(list(_sentences(document.text, block, tongue, lexicons)))
    return sections


def cut_passages(section: Section) -> list[list[Sentence]]:
    """The passages of a section, each as its sentences: all of the section's, in order, each once."""
    passages: list[list[Sentence]] = []
    size = 0
    for part in _parts(section.blocks):
        length = _length(part)
        if passages and size < USUAL and size + length <= LONGEST:
            passages[-1] += part
            size += length
        else:
            passages.append(list(part))
            size = length
    if len(passages) > 1 and size < SHORTEST and _length(passages[-2]) + size <= LONGEST:
        passages[-2:] = [passages[-2] + passages[-1]]
    return passages


def _sentences(text: str, block: Block, tongue: Tongue, lexicons: TopicLexicons) -> Iterator[Sentence]:
    lexicon = lexicons[tongue].sentences
    body = text[block.start : block.end]
    for start, end in sentences(body, lexicon):
        sentence = body[start:end]
        span = (block.start + start, block.start + end)
        told = leans(sentence, lexicon), is_courtesy(sentence, lexicon), announces(sentence, lexicon)
        yield Sentence(*span, len(sentence.split()), block.kind, tongue, *told)


def _parts(blocks: Iterable[list[Sentence]]) -> Iterator[list[Sentence]]:
    """The blocks, long ones in parts of about equal length."""
    for block in blocks:
        pieces = -(-_length(block) // LONGEST)
        target = _length(block) / max(pieces, 1)
        part: list[Sentence] = []
        size = 0
        for sentence in block:
            if part and (size >= target or size + sentence.words > LONGEST):
                yield part
                part, size = [], 0
            part.append(sentence)
            size += sentence.words
        if part:
            yield part


def _length(passage: Iterable[Sentence]) -> int:
    return sum(sentence.words for sentence in passage)
