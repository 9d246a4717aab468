"""Days in metadata: the dates of a line, and nothing where the reading is not certain.

The dates themselves are read by the rules of `pipeline.dates`, in French and in English; here it is settled
what of them can date a document: single days and months that the calendar has and that are not open to doubt.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from pipeline.dates import find_dates
from pipeline.dates.calendar import bounds
from pipeline.dates.lexicon.folding import fold
from pipeline.dates.reading.glance import day_signs
from pipeline.ingest.lexicon import KNOWN, Known
from pipeline.ingest.resources import IngestResources
from pipeline.records import DateMention, DateValue, Passage

_COMPACT = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:\d{6}.{0,8}|[T].{0,16})?\Z")
_YEAR = re.compile(r"(\d{4})\Z")
_DAY_OR_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?\Z")
_SEASON = re.compile(r"\d{4}-(?:2[1-4]|3[3-6]|4[01])\Z")  # quarters and halves too
_ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*\Z")
_FIGURES = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_DAY_FIRST = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/\d{1,2}/\d\d")
_MONTH_FIRST = re.compile(r"(?<![\d/])\d{1,2}/(?:1[3-9]|2\d|3[01])/\d\d")
_LABELS = ("DATE", "TIME")  # `the evening of 4 July 1994` is of that day; clock times have no value
_DIGIT = re.compile(r"\d")
_NO_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)\Z")
_SPELLED = 4  # words that a day with its year has at least where no figure stands
_MEETING, _ISSUE = 1, 5  # months from the beginning to the end of a meeting, of the time that an issue is for
_FIRST, _LAST = 1500, 2100  # years in which documents were made
_MOST = 1000  # lines of a document that are remembered


class Day(NamedTuple):
    """A date as EDTF (day or month) and where it stands in the text it was read from."""

    edtf: str
    start: int
    end: int


class Unsaid(NamedTuple):
    """A day without its year, with its day of the week (Monday is 1) where that is said, and where it stands."""

    month: int
    day: int
    weekday: int | None
    start: int
    end: int


class Days:
    """Reads the dates that metadata lines hold."""

    def __init__(self, resources: IngestResources) -> None:
        self._lexicons = resources.dates
        self._weekdays = {
            word: number
            for lexicon in resources.lexicons.values()
            for number, word in enumerate(lexicon.metadata.weekdays, start=1)
        }
        self._signs = {code: day_signs([resources.dates[code]]) for code in KNOWN}
        self._known: dict[str, list[tuple[Known, DateMention]]] | None = None

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """While it lasts, a line that is asked for again is not read again: for the time of one document."""
        self._known = {}
        try:
            yield
        finally:
            self._known = None

    def find(self, text: str, language: Known | None) -> list[Day]:
        """The certain dates in a line, in order. 03/04/2014 counts only where the language settles what it means.

        A line is read in both languages, since a page may be in one and its dates in the other. Where the two differ
        the longer reading counts; of two of one length that of the line's own language.
        """
        if not (readings := self._read(text, language)):
            return []  # most lines
        days: list[Day] = []
        for _, _, mention in sorted(readings, key=lambda reading: reading[:2]):
            if any(day.start < mention.end and mention.start < day.end for day in days):
                continue
            days.append(Day(mention.value.edtf or "", mention.start, mention.end))
        return sorted((day for day in days if _is_day(day.edtf)), key=lambda day: (day.start, -day.end))

    def as_written(self, texts: Iterable[str], language: Known | None) -> Known | None:
        """The language that the figures of a document are to be read in: its own if that settles their order, else
        one that puts the day first where the document's other figures do (an English paper with 31/12/2014).
        """
        if language and self._lexicons[language].order_known:
            return language
        first = second = 0
        for text in texts:
            if "/" not in text:
                continue
            first += len(_DAY_FIRST.findall(text))
            second += len(_MONTH_FIRST.findall(text))
        settled = (code for code in KNOWN if self._lexicons[code].order_known and self._lexicons[code].day_first)
        return next(settled, language) if first and not second else language

    def unsaid(self, text: str, language: Known | None) -> list[Unsaid]:
        """The days of a line that are said without their year: `mardi 24 novembre`."""
        found: list[Unsaid] = []
        for _, mention in sorted(self._mentions(text), key=lambda one: (one[0] != language, one[1].start)):
            said = _NO_YEAR.match(_without_year(mention.value))
            if (
                said
                and (not mention.value.anchor or _DIGIT.search(mention.text))
                and not any(day.start < mention.end and mention.start < day.end for day in found)
            ):
                weekday = self._weekdays.get(mention.text.split()[0].strip(",.").lower())
                found.append(Unsaid(int(said[1]), int(said[2]), weekday, mention.start, mention.end))
        return found

    def told(self, texts: Sequence[str], language: Known | None) -> list[str]:
        """The dates, as EDTF, that texts tell with their year."""
        passages = [Passage(start=0, end=len(text), language=language or "fr", text=text) for text in texts]
        found = find_dates(passages, self._lexicons, anchor=None)
        return [one.value.edtf for one in found if one.label == "DATE" and one.value.edtf and not one.value.anchor]

    def span(self, text: str, language: Known | None) -> Day | None:
        """The one span of time that a line names: the last day of `9-11 March 2005`; `April-May 2003` and `Spring 2003`
        as they are. None where that is not certain."""
        readings = [mention for _, _, mention in self._read(text, language)]
        spans = {_span(mention.value.edtf or ""): mention for mention in readings}
        spans.pop(None, None)
        if len(spans) != 1:
            return None
        value, mention = spans.popitem()
        return Day(value or "", mention.start, mention.end)

    def _read(self, text: str, language: Known | None) -> list[tuple[int, int, DateMention]]:
        """Mentions with their rank: the longer first, then those that are certain in the line's own language."""
        ranked: list[tuple[int, int, DateMention]] = []
        for code, mention in self._mentions(text):
            own = code == language
            if not mention.value.edtf or mention.value.anchor:
                continue  # its year is not said
            # Figures alone are read in the line's own language only; where that is open, if they have one reading.
            foreign = not own and _FIGURES.fullmatch(mention.text)
            if not (foreign and (language or _is_doubtful(mention.text))):
                ranked.append((mention.start - mention.end, 0 if own else 1, mention))
        return ranked

    def _mentions(self, text: str) -> list[tuple[Known, DateMention]]:
        """The dates in a line that have not more than one value, in either language."""
        if self._known is None:
            return self._find(text)
        if text not in self._known:
            if len(self._known) == _MOST:
                self._known.clear()
            self._known[text] = self._find(text)
        return self._known[text]

    def _find(self, text: str) -> list[tuple[Known, DateMention]]:
        if not _DIGIT.search(text) and len(text.split()) < _SPELLED:
            return []
        folded = fold(text)
        return [
            (code, mention)
            for code in KNOWN
            if self._signs[code].search(folded)  # most lines: no day, whatever else they say
            for mention in find_dates(
                [Passage(start=0, end=len(text), language=code, text=text)], self._lexicons, anchor=None
            )
            if mention.label in _LABELS and not mention.value.alternatives and not _is_impossible(mention.text)
        ]

    def value(self, text: str) -> str | None:
        """The EDTF of a metadata value that is a date and nothing else of weight; None where it is none or unclear."""
        text = text.strip()[:80]
        compact = _COMPACT.match(text)
        if compact:
            text = "-".join(compact.groups())
        elif match := _ISO_TIME.match(text):
            text = match[1]
        if _YEAR.match(text):
            return text if _FIRST <= int(text) <= _LAST else None
        if _span(text) == text:
            return text
        if _DAY_OR_MONTH.match(text):
            return text if _is_day(text) else None
        days = self.find(text, None)
        return days[0].edtf if len({day.edtf for day in days}) == 1 else None


def _span(edtf: str) -> str | None:
    """An interval of days as its last day, one of months, a season or a quarter as it is; else nothing.

    >>> _span("2005-03-09/2005-03-11"), _span("2003-04/2003-05"), _span("2003-21"), _span("2003/2004"), _span("2003-05")
    ('2005-03-11', '2003-04/2003-05', '2003-21', None, None)
    """
    ends = edtf.split("/")
    if len(ends) == 2 and all(_is_day(end) for end in ends):
        days = len(ends[1]) == len("2005-03-11")
        if _months(*ends) > (_MEETING if days else _ISSUE):
            return None  # the period that a report covers
        return ends[1] if days else edtf
    return edtf if _SEASON.match(edtf) and bounds(edtf) != (None, None) else None


def _months(start: str, end: str) -> int:
    """How many months lie between two days or months."""
    return 12 * (int(end[:4]) - int(start[:4])) + int(end[5:7]) - int(start[5:7])


def _without_year(value: DateValue) -> str:
    """A date as far as its own words say it: the year that a neighbour told is left out."""
    return f"XXXX{value.edtf[4:]}" if value.edtf and value.anchor else value.timex.value


def _is_doubtful(text: str) -> bool:
    """03/04/2014: a day and a month that may change places. Of figures with points the day is the first everywhere."""
    figures = [int(figure) for figure in re.findall(r"\d+", text)]
    return "/" in text and len(figures) == 3 and figures[0] <= 12 and figures[1] <= 12 and figures[0] != figures[1]


def _is_impossible(text: str) -> bool:
    """10.13.15: figures with points whose second is no month."""
    return bool(_FIGURES.fullmatch(text)) and "." in text and int(text.split(".")[1]) > 12


def _is_day(edtf: str) -> bool:
    return bool(_DAY_OR_MONTH.match(edtf)) and _FIRST <= int(edtf[:4]) <= _LAST and bounds(edtf) != (None, None)
