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
from pipeline.topics.keys import Keys, Phrase, Reading

# No abbreviation before a number (`art. 5`), no command of mark-up (`\newcommand`).
WORD = re.compile(r"(?<![^\W\d_])(?<!\\)[^\W\d_]+(?:-[^\W\d_]+)*(?!-?[^\W\d_]|\.\s?\d)")
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
    """Append the words of neighbouring sentences: known phrases as one, with their parts that are of the same theme."""
    for start, end in sentences:
        shouting = text[start:end].isupper()
        first = True
        run: list[_Token] = []
        for match, hidden in _matches(text, start, end, masks):
            form = match[0]
            case = 0 if first or shouting else CAPITAL if form[0].isupper() else LOWER
            first = False
            if run and not (_glued(text[run[-1].end : match.start()]) and hidden == run[-1].hidden):
                _add_run(words, run, keys)
                run = []
            run.append(_Token(form, match.start(), match.end(), case | MASKED if hidden else case, hidden))
        _add_run(words, run, keys)


def keys_between(words: Words, start: int, end: int) -> list[str]:
    """The features of the words of a sentence, masked ones included."""
    return words.keys[bisect_left(words.starts, start) : bisect_left(words.starts, end)]


class _Token(NamedTuple):
    form: str
    start: int
    end: int
    flags: int
    hidden: bool


def _glued(gap: str) -> bool:
    return gap in GLUE or gap.isspace()


def _add_run(words: Words, tokens: Sequence[_Token], keys: Keys) -> None:
    """Append the words of a run of tokens that nothing but white space separates, all of them names or none."""
    run = [token for token in tokens if token.form.lower() not in keys.joins]
    readings = [keys.read(token.form) for token in run]
    at, joined = 0, 0
    while at < len(run):
        token, phrase = run[at], None if run[at].hidden else _phrase(readings, at, keys)
        if phrase is not None:
            after = at + len(phrase.roots)
            if phrase.key:
                _append(words, phrase.key, token.start, run[after - 1].end, LOWER)
                for part, reading in zip(run[at:after], readings[at:after], strict=True):
                    if reading.key not in (None, phrase.key) and keys.theme(reading.key) == phrase.theme:
                        _append(words, reading.key, part.start, part.end, LOWER)
            at, joined = after, 0
            continue
        key = readings[at].key
        if key:
            _append(words, key, token.start, token.end, token.flags | joined)
        joined = JOINED if key and not token.hidden else 0
        at += 1


def _phrase(readings: Sequence[Reading], at: int, keys: Keys) -> Phrase | None:
    """The longest known phrase that begins here."""
    for phrase in keys.phrases.get(readings[at].root, ()):
        size = len(phrase.roots)
        if size <= len(readings) - at and all(
            r.root == root for r, root in zip(readings[at:], phrase.roots, strict=False)
        ):
            return phrase
    return None


def _append(words: Words, key: str, start: int, end: int, flags: int) -> None:
    words.keys.append(key)
    words.starts.append(start)
    words.ends.append(end)
    words.flags.append(flags)


def _matches(text: str, start: int, end: int, masks: Sequence[Span]) -> Iterator[tuple[re.Match[str], bool]]:
    low = bisect_right(masks, start, key=lambda span: span[1])
    high = bisect_left(masks, end, key=lambda span: span[0])
    for match in WORD.finditer(text, start, end):
        while low < high and masks[low][1] <= match.start():
            low += 1
        yield match, low < high and masks[low][0] < match.end()
