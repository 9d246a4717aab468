"""The words of a passage that may say what it is about, as compact columns.

Names, dates and amounts are masked: a corpus about one country would otherwise find that country as its topic. Two
neighbours that only white space or words such as `de`, `of` separate are joined: the pair may be a term.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.records import AmountMention, DateMention, EntityMention, Extracted
from pipeline.topics.keys import Keys

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LOWER, CAPITAL, JOINED, MASKED = 1, 2, 4, 8
MASKED_LABELS = ("PERSON", "LOCATION")
GLUE = (" ", "'", "’")

Span = tuple[int, int]


class Words(NamedTuple):
    """Parallel columns, one entry a word: key, offsets in the document's text, flags.

    Flags: LOWER and CAPITAL say how the word begins, where that tells anything (not at the start of a sentence);
    JOINED says that it makes a pair with the entry before, MASKED that it belongs to a name, a date or an amount.
    """

    keys: list[str]
    starts: "array[int]"
    ends: "array[int]"
    flags: bytearray


def no_words() -> Words:
    """Empty columns to append to."""
    return Words([], array("Q"), array("Q"), bytearray())


def masked_spans(extracted: Extracted) -> list[Span]:
    """The spans of people, places, dates and amounts (of counted nouns nothing: their number is no word), merged."""
    merged: list[Span] = []
    for mention in sorted(extracted.mentions, key=lambda m: (m.start, m.end)):
        if isinstance(mention, EntityMention):
            masked = mention.label in MASKED_LABELS
        else:
            counted = not isinstance(mention, DateMention) and mention.value.unit_kind == "count"
            masked = isinstance(mention, DateMention | AmountMention) and not counted
        if masked and merged and mention.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], mention.end))
        elif masked:
            merged.append((mention.start, mention.end))
    return merged


def add_words(words: Words, text: str, sentences: Sequence[Span], keys: Keys, masks: Sequence[Span]) -> None:
    """Append the words of neighbouring sentences."""
    reader = _Reader(words, text, keys)
    for start, end in sentences:
        shouting = text[start:end].isupper()
        reader.forget()
        first = True
        for match, hidden in _matches(text, start, end, masks):
            form = match[0]
            case = 0 if first or shouting else CAPITAL if form[0].isupper() else LOWER
            reader.add(form, match.start(), case | MASKED if hidden else case)
            first = False


def keys_between(words: Words, start: int, end: int) -> list[str]:
    """The features of the words of a sentence, masked ones included."""
    return words.keys[bisect_left(words.starts, start) : bisect_left(words.starts, end)]


class _Reader:
    """Appends words one by one; remembers the last word that counts for pairs, and how many entries it made."""

    def __init__(self, words: Words, text: str, keys: Keys) -> None:
        self.words, self.text, self.keys = words, text, keys
        self.forget()

    def forget(self) -> None:
        """The next word makes no pair with what was read."""
        self.start, self.end, self.root, self.entries = -1, -1, "", 0

    def add(self, form: str, start: int, flags: int) -> None:
        """Append a word, or the concept that it makes with the word before."""
        end = start + len(form)
        if self.end >= 0 and (flags & MASKED or not self._glued(start)):
            self.forget()
        if form.lower() in self.keys.joins:
            self.end = end if self.end >= 0 else -1
            return
        key, root = self.keys.read(form)
        concept = self.keys.phrases.get((self.root, root)) if self.root else None
        if concept:
            self._replace(concept, end)
            return
        if key:
            self._append(key, start, end, flags | JOINED if self.entries else flags)
        if not flags & MASKED:
            self.start, self.end, self.root, self.entries = start, end, root, 1 if key else 0

    def _replace(self, concept: str, end: int) -> None:
        start = self.start
        if self.entries:
            for column in self.words:
                del column[-1]
        self._append(concept, start, end, LOWER)
        self.forget()

    def _append(self, key: str, start: int, end: int, flags: int) -> None:
        self.words.keys.append(key)
        self.words.starts.append(start)
        self.words.ends.append(end)
        self.words.flags.append(flags)

    def _glued(self, start: int) -> bool:
        gap = self.text[self.end : start]
        return gap in GLUE or gap.isspace()


def _matches(text: str, start: int, end: int, masks: Sequence[Span]) -> Iterator[tuple[re.Match[str], bool]]:
    low = bisect_right(masks, start, key=lambda span: span[1])
    high = bisect_left(masks, end, key=lambda span: span[0])
    for match in WORD.finditer(text, start, end):
        while low < high and masks[low][1] <= match.start():
            low += 1
        yield match, low < high and masks[low][0] < match.end()
