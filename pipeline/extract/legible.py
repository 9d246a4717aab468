"""Passages as other programs hand them over, made legible: `l' Allemagne , -LRB- AFP -RRB-` is `l'Allemagne, (AFP)`.

Tokenisers part marks from words by blanks and write brackets and quotes in a way of their own; old presses have a
long s; where a file lost what was raised, the numbers of notes hang on words (`la Banque mondiale8`). All rules and
models read the text made here; what they find is told in the characters of the text as it came.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from pipeline.extract.apostrophes import hints_of, parted
from pipeline.extract.entities import EntityLexicon
from pipeline.records import AmountMention, DateMention, EntityMention, Mention, Passage, RoleAlone

_Told = TypeVar("_Told", DateMention, AmountMention, EntityMention, Mention, RoleAlone)

_BLANK = r"[ \t\u00a0\u202f]{1,3}"  # no longer: white space alone must not take long
_BLANKS = r"[ \t\u00a0\u202f]{0,3}"
_TOO_WIDE = "|".join(
    (
        rf"(?<=\S){_BLANK}(?=[,.](?:\s|$))",  # `Dupont , maire .`
        rf"(?<=\S){_BLANK}(?=\))|(?<=\(){_BLANK}(?=\S)",  # `( AFP )`
    )
)
_WRITTEN = {
    f"-LRB-{_BLANKS}": "(",
    f"{_BLANKS}-RRB-": ")",
    f"-LSB-{_BLANKS}": "[",
    f"{_BLANKS}-RSB-": "]",
    f"``{_BLANKS}": "“",
    f"{_BLANKS}''": "”",
    "ſ": "s",
}
_QUOTE = rf"{_BLANKS}(?<!\S)\"(?!\S){_BLANKS}"  # between blanks: one that opens, one that closes, in turn
_PLURAL = rf"(?<=s){_BLANK}(?=['’]{_BLANK}\w)"  # `Workers ' Party`, unless it is a quotation mark
_ALONE = re.compile(r"(?<!\S)['’](?!\S)")
_OPENING = '" '
_NOTE = re.compile(r"\d(?<=[^\W\d_][a-zß-öø-ÿ]{3}\d)\d?(?![\w@/%°‑-]|[.,]\w)")
_FEWEST_NOTES = 3
_HINTS = (" ,", " .", " )", "( ", "' ", "’ ", " '", " ’", "RB-", "SB-", "``", "''", "ſ", ' " ', ' "\n')
_SIGNS = tuple(_WRITTEN.values())


class _Reading(NamedTuple):
    """A text as it is read, and where pieces of it begin: in what is read, and in the text as it came."""

    text: str
    read: Sequence[int]
    came: Sequence[int]

    def origin(self, at: int) -> int:
        """Where a character that is read stands in the text as it came."""
        piece = bisect_right(self.read, at) - 1
        return self.came[piece] + at - self.read[piece]


class Illegible(NamedTuple):
    """What is put right: signs and blanks of any language, and blanks at the apostrophes of the lexicons' words.

    Attributes:
        hints: one stands in every text that has something of it.
    """

    pattern: re.Pattern[str]
    hints: tuple[str, ...]

    def may_be_in(self, text: str) -> bool:
        """Whether a text, of one passage or more, must be searched; few must."""
        return any(hint in text for hint in self.hints) or text.startswith(_OPENING) or f"\n{_OPENING}" in text


def illegible_in(lexicons: Iterable[EntityLexicon]) -> Illegible:
    """What is put right in texts of any of these languages."""
    elisions, contractions = set[str](), set[str]()
    for lexicon in lexicons:
        elisions |= lexicon.elisions
        contractions |= lexicon.contractions
    at_marks = parted(elisions, sorted(contractions), _BLANK)
    named = (f"(?P<quote>{_QUOTE})", f"(?P<plural>{_PLURAL})", f"(?P<note>{_NOTE.pattern})")
    pattern = re.compile("|".join([_TOO_WIDE, at_marks, *named, *(f"({sign})" for sign in _WRITTEN)]))
    return Illegible(pattern, (*_HINTS, *hints_of(sorted(contractions))))


class Legible:
    """The passages of a document as they are read, and what is found there told of them as they came.

    Attributes:
        passages: as they are read; each begins where it did.
    """

    def __init__(self, passages: Sequence[Passage], illegible: Illegible) -> None:
        self.passages = self._came = passages
        whole = "\n".join([passage.text for passage in passages])
        notes = _has_notes(whole)
        self._legible = not (notes or illegible.may_be_in(whole))
        if self._legible:
            return  # by far the most frequent
        self._starts = [passage.start for passage in passages]
        self._readings = [_reading(passage.text, illegible, notes=notes) for passage in passages]
        self.passages = [_as_read(p, reading) for p, reading in zip(passages, self._readings, strict=True)]

    def came(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of `passages` stands in the document as it came."""
        if self._legible:
            return start, end
        number = bisect_right(self._starts, start) - 1
        first, reading = self._starts[number], self._readings[number]
        return first + reading.origin(start - first), first + reading.origin(end - first - 1) + 1

    def told(self, found: _Told) -> _Told:
        """A mention found in `passages`, with its place and text in the document as it came."""
        if self._legible:
            return found
        start, end = self.came(found.start, found.end)
        passage = self._came[bisect_right(self._starts, start) - 1]
        text = passage.text[start - passage.start : end - passage.start]
        return msgspec.structs.replace(found, start=start, end=end, text=text)


def _has_notes(text: str) -> bool:
    """Whether numbers hang on words of a document as those of notes do, each on another word and higher than the one
    before: not those of `Africa50`, `France2 et France3`."""
    found = [(int(match[0]), text[: match.start()].rpartition(" ")[2]) for match in _NOTE.finditer(text)]
    numbers, words = [number for number, _ in found], {word for _, word in found}
    return len(found) >= _FEWEST_NOTES and len(words) == len(found) and numbers == sorted(set(numbers))


def _reading(text: str, illegible: Illegible, *, notes: bool) -> _Reading:
    pieces: list[str] = []
    read, came = [0], [0]
    length = 0
    for start, end, sign in _mended(text, illegible, notes=notes):
        pieces += (text[came[-1] : start], sign)
        length += start - came[-1]
        if sign:
            read.append(length)
            came.append(start)
            length += len(sign)
        read.append(length)
        came.append(end)
    return _Reading("".join([*pieces, text[came[-1] :]]), read, came)


def _mended(text: str, illegible: Illegible, *, notes: bool) -> Iterator[tuple[int, int, str]]:
    """What is read otherwise than it came, in order: from where to where, and the sign read there, none for blanks."""
    if not (notes or illegible.may_be_in(text)):
        return
    alone = len(_ALONE.findall(text)) == 1
    opens, at = False, 0
    while match := illegible.pattern.search(text, at):
        start, at = match.span()
        if match["quote"]:
            opens = not opens
            start, at = _quote(match, opens=opens)
            yield start, at, '"'
        elif match["plural"] or match["note"]:
            if alone if match["plural"] else notes:
                yield start, at, ""
        else:
            yield start, at, _SIGNS[match.lastindex - 4] if match.lastindex else ""


def _quote(match: re.Match[str], *, opens: bool) -> tuple[int, int]:
    """Where a quotation mark stands, with the blanks inside the quotation."""
    mark = match.start() + match[0].index('"')
    return (mark, match.end()) if opens else (match.start(), mark + 1)


def _as_read(passage: Passage, reading: _Reading) -> Passage:
    if len(reading.read) == 1:
        return passage
    return msgspec.structs.replace(passage, text=reading.text, end=passage.start + len(reading.text))
