"""Numbers in figures as tokens: dates, clock times, pairs, ordinals, decades, codes, and what is no date."""

import re
from functools import lru_cache

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.folding import plain_signs, small
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.lexicon.meanings import OTHER, PROPER, SIGNS, Entry
from pipeline.dates.reading.numeric import read_numeric

_COUNT = Entry(CLASSES["count"])
_SPLITS = re.compile(r"\d{1,4}[/-]\d{1,4}")
_DAYS = re.compile(r"(\d{1,2})-(\d{1,2}([/.])\d{1,2}\3\d{2,4})")
_INTERVAL = re.compile(
    r"(\d{1,2}([./])\d{1,2}\2\d{2,4}|\d\d/\d{4}|\d{4}-\d\d-\d\d)[-/](?P<LAST>\d{1,2}([./])\d{1,2}\4\d{2,4}|\d\d/\d{4}|\d{4}-\d\d-\d\d)"
)
_HOURS = re.compile(r"(\d{1,2}(?::[0-5]\d)?)-(\d{1,2}:[0-5]\d)")
_NOTED = re.compile(r"((?:1[5-9]|20)\d\d(?:[-/]\d\d)?)[.]\d{1,3}")
_YEAR_NEXT = re.compile(r"\s(?:19|20)\d\d(?!\d)")
_TORN = 2  # characters of a blank and a letter that may be a word of its own
_LAST_YEAR = 2199
_CODED = {"Q": 4, "H": 2, "W": 53}  # the highest number after the letter of a quarter, half-year or week
_ISO_TIME = re.compile(r"t(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?(?!\w)")
SHORT_YEAR = re.compile(r"\d\d(?![\w'])")
_WORD = re.compile(r"[^\W\d_]+'?")
BEFORE_YEAR = frozenset("MEopbtfJmlWDUX")  # classes that a year may stand behind


class FigureTokens:
    """The columns of a passage that is being read, and how figures are added to them."""

    def __init__(self, text: str, lexicon: DateLexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self.written = plain_signs(text)
        self.folded = small(self.written)
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.entries: list[Entry] = []

    def _add(self, start: int, end: int, entry: Entry) -> int:
        self.starts.append(start)
        self.ends.append(end)
        self.entries.append(entry)
        return end

    def _skip_space(self, position: int) -> int:
        while self.folded[position : position + 1].isspace():
            position += 1
        return position

    def _number(self, start: int, end: int, word: str) -> int:
        if len(word) > 40:
            return self._add(start, end, _COUNT)
        if not word.isdigit():
            if (entry := self.lexicon.days.get(word)) and not (self.entries and self.entries[-1].kind in "pWfBt"):
                return self._add(start, end, entry)  # since 9/11, not on 9/11
            return self._written(start, end, word)
        return self._digits(start, end, word)

    def _written(self, start: int, end: int, word: str) -> int:
        """Numbers with separators: dates, clock times, pairs, and what is no date."""
        if (note := _NOTED.fullmatch(word)) and self._noted(end):
            middle = start + note.end(1)
            return self._number(start, middle, note[1]) and end
        if hours := _HOURS.fullmatch(word):  # 9:00-17:00
            middle = start + hours.end(1)
            clock = Entry(CLASSES["clock"])
            self._add(start, middle, clock if ":" in hours[1] else _plain(hours[1]))
            self._add(middle, middle + 1, SIGNS["-"])
            return self._add(middle + 1, end, clock)
        if (ends := _INTERVAL.fullmatch(word)) and read_numeric(ends[1]) and read_numeric(ends["LAST"]):
            return self._interval(start, end, start + ends.end(1))
        days = _DAYS.fullmatch(word)
        if days and read_numeric(days[2]):  # 24-25/02/2022
            middle = start + days.end(1)
            self._digits(start, middle, days[1])
            self._add(middle, middle + 1, SIGNS["-"])
            return self._add(middle + 1, end, Entry(CLASSES["numeric"]))
        pair = _SPLITS.fullmatch(word)
        kind = None if pair and self._is_range(start, end) else read_numeric(word)
        if kind and not self._embedded(start, end):
            self._add(start, end, Entry(CLASSES[kind]))
            if iso := _ISO_TIME.match(self.folded, end):  # 2015-06-10T14:30:00Z
                return self._add(iso.start(1), iso.end(1), Entry(CLASSES["clock"])) and iso.end()
            return end
        if pair:
            sign = "/" if "/" in word else "-"
            middle = start + word.index(sign)
            self._digits(start, middle, self.folded[start:middle])
            self._add(middle, middle + 1, SIGNS[sign])
            return self._digits(middle + 1, end, self.folded[middle + 1 : end])
        return self._add(start, end, _COUNT)

    def _interval(self, start: int, end: int, middle: int) -> int:
        """Two dates in figures with one sign between them: `01/2014-06/2014`, `2014-01-01/2014-06-30`."""
        self._add(start, middle, Entry(CLASSES["numeric"]))
        self._add(middle, middle + 1, SIGNS["-"])
        return self._add(middle + 1, end, Entry(CLASSES["numeric"]))

    def _noted(self, end: int) -> bool:
        """Whether the number of a footnote stands after a year and the end of its sentence (`in spring 2011.15 As`)."""
        follows = self.text[end : end + 2]
        dated = bool(self.entries) and self.entries[-1].kind in BEFORE_YEAR
        return dated and (not follows.strip() or (follows[0].isspace() and follows[1].isupper()))

    def _is_range(self, start: int, end: int) -> bool:
        """Whether a pair has a dash instead of a hyphen, or a month after it (`2000-10 January 2001`)."""
        after = _WORD.match(self.folded, self._skip_space(end))
        entry = self.lexicon.words.get(after[0]) if after else None
        return any(char in self.text[start:end] for char in "–—−") or (entry is not None and entry.kind == "M")

    def _embedded(self, start: int, end: int) -> bool:
        """Whether a written date is part of a longer code (`A/12/05/2014`, `2014-05-06-B`)."""
        before, after = self.folded[max(start - 1, 0) : start], self.folded[end : end + 2]
        return (before.isalnum() or before in tuple("/-_.@#")) or (
            (after[:1] in tuple("/-_@") and after[1:].isalnum()) or (after[:1].isalpha() and after[:1] != "t")
        )

    def _digits(self, start: int, end: int, word: str) -> int:
        before = self.folded[start - 1 : start] if start else ""
        if before.isalpha() or before == "_":
            return self._after_letters(start, end, word)
        after = self.folded[end : end + 1]
        if after and (after.isalpha() or after in "'ᵉ \xa0\u202f"):
            decade = self.lexicon.decade_suffix
            if decade and word[-1] == "0" and len(word) in (2, 4) and (match := decade.match(self.folded, end)):
                value = int(word) if len(word) == 4 else 1900 + int(word)
                if self.starts and self.ends[-1] == start and self.folded[start - 1] == "'":  # the '90s
                    self.entries.pop(), self.ends.pop()
                    start = self.starts.pop()
                return self._add(start, match.end(), Entry(CLASSES["decade"], value, "digits"))
            match = self.lexicon.suffix.match(self.folded, end)
            torn = match is not None and match[0][0].isspace()
            if match and len(word) <= 3 and (not torn or word == "1" or len(match[0]) > _TORN):
                return self._add(start, match.end(), Entry(CLASSES["ordinal"], int(word)))
            if len(word) == 1 and (coded := self._coded(start, end, word)):
                return coded
            if after.isalpha() and not self._known_after(end):
                return self._add(start, end, _COUNT)
        if len(word) == 8 and read_numeric(word) and not self._embedded(start, end):
            return self._add(start, end, Entry(CLASSES["numeric"]))
        return self._add(start, end, _plain(word))

    def _coded(self, start: int, end: int, word: str) -> int:
        """The end of a quarter or half-year whose letter comes after its number (`3Q 2019`), else 0."""
        unit = _coded_unit(self.lexicon.codes.get(self.folded[end : end + 1], ""), int(word))
        if unit not in ("Q", "H") or not self.text[end].isupper():
            return 0
        opened = unit == "Q" or bool(self.entries and self.entries[-1].kind in BEFORE_YEAR)
        if opened and (short := SHORT_YEAR.match(self.folded, end + 1)):  # 1Q15, 2H15
            self._add(start, end + 1, Entry(CLASSES["quartercode"], int(word), unit))
            return self._add(end + 1, short.end(), Entry(CLASSES["year"], self.lexicon.full_year(int(short[0]))))
        dated = self.folded[end + 1 : end + 2].isspace() and _YEAR_NEXT.match(self.folded, end + 1)
        return self._add(start, end + 1, Entry(CLASSES["quartercode"], int(word), unit)) if dated else 0

    def _after_letters(self, start: int, end: int, word: str) -> int:
        """Digits glued to letters: a quarter (`T1`), a word whose space was lost (`et16`), else part of a name."""
        previous = self.entries[-1] if self.entries else OTHER
        code = self.folded[self.starts[-1] : self.ends[-1]] if self.starts else ""
        if code in self.lexicon.codes and len(word) < 3 and self.ends[-1] == start:
            unit = _coded_unit(self.lexicon.codes[code], int(word))
            if not unit and previous.kind == CLASSES["unit"] and self.entries[-2:-1] and self.entries[-2].kind in "DZ":
                return self._add(start, end, _plain(word))  # 2h30
            self.entries[-1] = Entry(CLASSES["quartercode"], int(word), unit) if unit else PROPER
            self.ends[-1] = end
            return end
        if previous.kind == CLASSES["named"] and len(word) == 2 and self.ends[-1] == start:  # FY16
            return self._add(start, end, Entry(CLASSES["year"], self.lexicon.full_year(int(word))))
        joined = previous.kind in (CLASSES[name] for name in ("and", "to", "of", "det", "month", "named", "unit"))
        return self._add(start, end, _plain(word) if joined and self.ends[-1] == start else _COUNT)

    def _known_after(self, position: int) -> bool:
        match = _WORD.match(self.folded, position)
        entry = self.lexicon.words.get(match[0]) if match else None
        return (entry is not None and len(match[0] if match else "") > 1) or bool(match and match[0] == "h")


def _coded_unit(units: str, number: int) -> str:
    """The first of the units that a letter stands for which has this number, empty where none has."""
    return next((unit for unit in units if 1 <= number <= _CODED[unit]), "")


@lru_cache(maxsize=4096)
def _plain(word: str) -> Entry:
    """The class of a number in plain digits."""
    value = int(word)
    if len(word) <= 2:
        return Entry(CLASSES["cardinal" if 1 <= value <= 31 else "twodigit"], value)
    if len(word) == 4 and 1000 <= value <= _LAST_YEAR:
        return Entry(CLASSES["year"], value)
    return Entry(CLASSES["count"], value)
