"""A passage as tokens: one class character each, with its span and meaning."""

import re
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import Any

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.lexicon.meanings import OTHER, PROPER, SIGN, Entry
from pipeline.dates.reading.figures import BEFORE_YEAR, SHORT_YEAR, FigureTokens
from pipeline.dates.reading.spelled import may_merge, merge_spelled

_TOKEN = re.compile(
    r"([^\W\d_]+'?|\d{1,3}(?:[ \xa0\u2009\u202f]\d{3})+(?![\d:])|\d+(?:[.,:/-]\d+)*|[^\w\s]|_)",
)
_KIND = itemgetter(0)
_SPELLED = CLASSES["spelled"]


@dataclass(slots=True)
class Tokens:
    """Parallel columns; `kinds[i]` is the class character of token i, `folded` the folded text of the passage."""

    text: str
    folded: str
    kinds: str
    starts: list[int]
    ends: list[int]
    entries: list[Entry]

    def word(self, index: int) -> str:
        """The folded text of a token, empty outside the passage."""
        return self.folded[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def kind(self, index: int) -> str:
        """The class of a token, a space outside the passage."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else " "

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]


def number_in(match: re.Match[str], tokens: Tokens, group: str) -> int | None:
    """The number that the token of a group says, None where the rule has no such group or it matched nothing."""
    said = group in match.re.groupindex and match[group]
    return tokens.entries[match.start(group)].number if said else None


def tokenize(text: str, lexicon: DateLexicon) -> Tokens:
    """The tokens of a passage, expressions of several words joined, spelled numbers read."""
    reader = _Reader(text, lexicon)
    reader.read()
    kinds = "".join(map(_KIND, reader.entries))
    if may_merge(kinds, reader.entries):
        merge_spelled(reader.starts, reader.ends, reader.entries)
        kinds = "".join(map(_KIND, reader.entries))
    return Tokens(text, reader.folded, kinds, reader.starts, reader.ends, reader.entries)


class _Reader(FigureTokens):
    """Reads a passage once, left to right."""

    def read(self) -> None:
        """Fill the columns. Most words mean the same everywhere: they are looked up in one go, only the others read."""
        pieces = _TOKEN.split(self.written)
        bounds = list(accumulate(map(len, pieces)))
        starts, ends = bounds[:-1:2], bounds[1::2]
        meanings = list(map(self.lexicon.lookup.__getitem__, pieces[1::2]))
        done = 0
        for index in [index for index, meaning in enumerate(meanings) if meaning.__class__ is not Entry]:
            if index < done:
                continue
            meaning: Any = meanings[index]
            if meaning and not self.folded.startswith(meaning.rests, bounds[2 * index + 2]):
                meanings[index] = meaning.entry
                continue
            self._take(starts[done:index], ends[done:index], meanings[done:index])
            position = self._read(starts[index], ends[index])
            done = index + 1
            while done < len(starts) and starts[done] < position:
                done += 1
        self._take(starts[done:], ends[done:], meanings[done:])

    def _take(self, starts: list[int], ends: list[int], entries: list[Any]) -> None:
        """Add tokens that need not be read."""
        self.starts += starts
        self.ends += ends
        self.entries += entries

    def _read(self, start: int, end: int) -> int:
        """Add the token of which one must know what stands around; where to read on."""
        word = self.folded[start:end]
        if word in self.lexicon.phrases and (found := self._phrase(word, end)):
            return self._add(start, *found)
        entry = self.lexicon.words.get(word)
        if entry is not None and entry.kind != _SPELLED and not entry.short:
            return self._add(start, end, entry)
        if "0" <= word[0] <= "9":
            return self._number(start, end, word)
        if entry is not None:
            return self._known(start, end, entry)
        return self._unknown(start, end, word)

    def _known(self, start: int, end: int, entry: Entry) -> int:
        if entry.kind == _SPELLED and self.entries and self.entries[-1].kind in "DO":
            entry = self.lexicon.short_months.get(self.folded[start:end], entry)
        if entry.short and self.folded[end : end + 1] == ".":
            end += 1
        return self._add(start, end, entry)

    def _phrase(self, word: str, end: int) -> tuple[int, Entry] | None:
        """The longest expression that begins with `word`: its end and meaning."""
        if self.folded[end - len(word) - 1 : end - len(word)] == "." and len(word) == 1:
            return None  # the last letter of U.S.C. is not circa
        pattern, entries = self.lexicon.phrases[word]
        match = pattern.match(self.folded, end)
        return (match.end(), entries[match.lastindex - 1]) if match and match.lastindex else None

    def _unknown(self, start: int, end: int, word: str) -> int:
        if word == "'" and (short := SHORT_YEAR.match(self.folded, end)) and self._opens_year(start):
            return self._add(start, short.end(), Entry(CLASSES["year"], self.lexicon.full_year(int(short[0]))))
        if value := self.lexicon.lookup.roman(self.written[start:end], word):
            spaced = self.lexicon.suffix.match(self.folded, end) if self.folded[end : end + 1].isspace() else None
            return self._add(start, spaced.end() if spaced else end, Entry(CLASSES["spelledth"], value, "roman"))
        if word[-1] == "'" and word[:-1] in self.lexicon.words:
            return self._known(start, end - 1, self.lexicon.words[word[:-1]])
        if not word[0].isalpha():
            return self._add(start, end, SIGN)
        return self._add(start, end, PROPER if self.text[start].isupper() else OTHER)

    def _opens_year(self, start: int) -> bool:
        """Whether an apostrophe stands for a century: after a space and a word that a year may follow."""
        coded = bool(self.entries) and self.entries[-1].kind == CLASSES["quartercode"]  # Q4'14
        free = start > 0 and (coded or self.folded[start - 1].isspace())
        kinds = [entry.kind for entry in self.entries[-2:]]
        return free and bool(kinds) and (kinds[-1] in BEFORE_YEAR or (kinds[-1] == "," and kinds[0] in "DO"))
