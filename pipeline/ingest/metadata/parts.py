"""A document as metadata sees it: its blocks, and the head of it that stands before the running text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.ingest.lexicon import Known
from pipeline.records import BlockKind

FEW_LINES = 8  # of a block whose lines are read one by one
_HEAD = 16  # blocks at most that stand before the running text
_BODY_WORDS, _BODY_LENGTH = 24, 60  # a paragraph of so many words, or a full sentence of so many characters
_ENOUGH = 300  # characters of a long paragraph that mostly tell
_LOWER_WORDS = 6  # words of a sentence that begin with a small letter: lines about a document have few
_TITLES = 3  # blocks among which a title in the form of a sentence is looked for
_TITLE = 300  # characters that it has at most
_DATED_END = re.compile(r"(?:\D\d{4}|[/.]\d\d)[)\]]?\s*\.?\s*\Z")
_WORD = re.compile(r"\w+")
ENTRY = re.compile(r"\s*\(?(?:\d{1,2}|[IVX]{1,5}|[a-z])[.)]\s")
"""The number of an item or of a note."""
SENTENCE = re.compile(r"\s[^\W\dA-Z_]\S*\s.*[.!?;]\s*\Z")
"""A line that is a sentence: with a word that begins small, and a stop."""
LINE = 300
"""Characters that a line about the document has at most."""
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5}|[A-Z])\s?(?:[.)]|/\s)\s?[^\W\d_]")


class Part(NamedTuple):
    """A block as metadata sees it."""

    kind: BlockKind
    text: str
    lines: tuple[str, ...] = ()  # of a short block of several, as they stand in the source


class Paper(NamedTuple):
    """A document and what its head says that it is.

    Attributes:
        head: how many parts stand before the running text.
        entries: the places of parts that head the entries of a chronology.
        treaty: it names itself a treaty.
        planned: it speaks of what is to come (an agenda, an invitation).
        occasion: it names an occasion (a speech, a meeting) whose day is its own.
    """

    parts: Sequence[Part]
    language: Known | None
    head: int
    entries: frozenset[int]
    treaty: bool
    planned: bool
    occasion: bool


def is_body(part: Part) -> bool:
    """Whether it is running text: a paragraph that goes on for long, or a sentence that ends."""
    if part.kind not in ("paragraph", "quote", "list_item"):
        return False
    text = part.text.rstrip()
    if len(text) > _ENOUGH and _goes_on(_WORD.findall(text[:_ENOUGH])):
        return True
    words = _WORD.findall(text)
    if sum(word[0].islower() and len(word) > 1 for word in words) < _LOWER_WORDS:
        return False
    return len(words) >= _BODY_WORDS or (len(text) >= _BODY_LENGTH and text[-1] in ".!?»”")


def _goes_on(words: Sequence[str]) -> bool:
    return len(words) >= _BODY_WORDS and sum(word[0].islower() and len(word) > 1 for word in words) >= _LOWER_WORDS


def head_length(parts: Sequence[Part]) -> int:
    """How many parts stand before the running text."""
    return next((index for index, part in enumerate(parts[:_HEAD]) if _begins(part, index)), min(len(parts), _HEAD))


def _begins(part: Part, index: int) -> bool:
    """Whether the running text begins here: with its first paragraph, or a numbered heading after the title."""
    if index < _TITLES and _DATED_END.search(part.text) and len(part.text) < _TITLE:
        return False  # `Speech by …, on the state of the ports, at Lille on 3 May 2011.`
    return is_body(part) or (index > 0 and part.kind == "heading" and bool(_NUMBERED.match(part.text)))
