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
LOWER, CAPITAL, JOINED = 1, 2, 4
MASKED_LABELS = ("PERSON", "LOCATION")
GLUE = ("'", "’")

Span = tuple[int, int]


class Words(NamedTuple):
    """Parallel columns, one entry a word: key, offsets in the document's text, flags.

    Flags: LOWER and CAPITAL say how the word begins, where that tells anything (not at the start of a sentence);
    JOINED says that it makes a pair with the entry before.
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
    for start, end in sentences:
        shouting = text[start:end].isupper()
        first = True
        previous: _Previous | None = None
        for match, hidden in _matches(text, start, end, masks):
            form = match[0]
            if hidden:
                previous, first = None, False
                continue
            case = 0 if first or shouting else CAPITAL if form[0].isupper() else LOWER
            previous = _add(words, text, match, keys, _Step(case, previous))
            first = False


class _Previous(NamedTuple):
    """The last word that counts for pairs: where it began, where what was read since ended, root, entries it made."""

    start: int
    end: int
    root: str
    entries: int


class _Step(NamedTuple):
    case: int
    previous: _Previous | None


def _matches(text: str, start: int, end: int, masks: Sequence[Span]) -> Iterator[tuple[re.Match[str], bool]]:
    low = bisect_right(masks, start, key=lambda span: span[1])
    high = bisect_left(masks, end, key=lambda span: span[0])
    for match in WORD.finditer(text, start, end):
        while low < high and masks[low][1] <= match.start():
            low += 1
        yield match, low < high and masks[low][0] < match.end()


def _add(words: Words, text: str, match: re.Match[str], keys: Keys, step: _Step) -> _Previous | None:
    """Append one word, or the concept that it makes with the word before."""
    form, (start, end), previous = match[0], match.span(), step.previous
    if previous and not _glued(text, previous.end, start):
        previous = None
    if form.lower() in keys.joins:
        return previous._replace(end=end) if previous else None
    key, root = keys.read(form)
    concept = keys.phrases.get((previous.root, root)) if previous else None
    if previous and concept:
        for column in words:
            del column[len(column) - previous.entries :]
        _append(words, concept, (previous.start, end), LOWER)
        return None
    if key:
        joined = JOINED if previous and previous.entries else 0
        _append(words, key, (start, end), step.case | joined)
    return _Previous(start, end, root, 1 if key else 0)


def _append(words: Words, key: str, span: Span, flags: int) -> None:
    words.keys.append(key)
    words.starts.append(span[0])
    words.ends.append(span[1])
    words.flags.append(flags)


def _glued(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return gap in GLUE or gap.isspace()
