"""Days in metadata: ISO dates, figures and month names to EDTF, and nothing where the reading is not certain."""

import re
from datetime import date
from typing import NamedTuple

from pipeline.ingest.lexicon import Known
from pipeline.ingest.resources import IngestResources

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)(?:-(\d\d))?(?=[T\s]\d\d:|\D|\Z)(?!-?\d)")
_COMPACT = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:\d{6}.{0,8}|[T].{0,16})?\Z")
_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)")
_YEAR = re.compile(r"(\d{4})\Z")


class Day(NamedTuple):
    """A date as EDTF (day or month) and where it stands in the text it was read from."""

    edtf: str
    start: int
    end: int


class Days:
    """Reads the dates that metadata lines hold."""

    def __init__(self, resources: IngestResources) -> None:
        self._months: dict[str, int] = {}
        ordinals: set[str] = set()
        for lexicon in resources.lexicons.values():
            ordinals.update(lexicon.metadata.ordinals)
            for number, forms in enumerate(lexicon.metadata.months, 1):
                self._months.update((form.rstrip("."), number) for form in forms)
        names = "|".join(sorted(map(re.escape, self._months), key=lambda name: (-len(name), name)))
        ending = "|".join(sorted(ordinals))
        self._day_month = re.compile(
            rf"(?<![\w/-])(?:(\d{{1,2}})(?:{ending})?\s+)?({names})\b\.?,?\s+(\d{{4}})(?!\d)", re.I
        )
        self._month_day = re.compile(rf"(?<!\w)({names})\b\.?\s+(\d{{1,2}})(?:{ending})?,?\s+(\d{{4}})(?!\d)", re.I)
        self._day_first = {code: lexicon.metadata.day_first for code, lexicon in resources.lexicons.items()}

    def find(self, text: str, language: Known | None) -> list[Day]:
        """The certain dates in a line, in order. 03/04/2014 counts only where the language settles what it means."""
        days: list[Day] = []
        for match in self._month_day.finditer(text):
            _add(days, match, (match[3], self._months[match[1].lower()], match[2]))
        for match in self._day_month.finditer(text):
            _add(days, match, (match[3], self._months[match[2].lower()], match[1]))
        for match in _ISO.finditer(text):
            _add(days, match, (match[1], int(match[2]), match[3]))
        for match in _FIGURES.finditer(text):
            self._add_figures(days, match, language)
        return sorted(days, key=lambda day: (day.start, -day.end))

    def _add_figures(self, days: list[Day], match: re.Match[str], language: Known | None) -> None:
        first, second = int(match[1]), int(match[3])
        day_first = (
            match[2] == "." or first > 12 or first == second or (language is not None and self._day_first[language])
        )
        if not day_first and second <= 12:
            return
        day, month = (first, second) if day_first else (second, first)
        _add(days, match, (_century(match[4]), month, str(day)))

    def value(self, text: str) -> str | None:
        """The EDTF of a metadata value that is a date and nothing else of weight; None where it is none or unclear."""
        text = text.strip()[:80]
        compact = _COMPACT.match(text)
        if compact:
            return _edtf(compact[1], int(compact[2]), compact[3])
        if _YEAR.match(text):
            return text if 1500 <= int(text) <= 2100 else None
        days = self.find(text, None)
        return days[0].edtf if len({day.edtf for day in days}) == 1 else None


def _add(days: list[Day], match: re.Match[str], parts: tuple[str, int, str | None]) -> None:
    edtf = _edtf(*parts)
    if edtf and not any(day.start < match.end() and match.start() < day.end for day in days):
        days.append(Day(edtf, match.start(), match.end()))


def _edtf(year: str, month: int, day: str | None) -> str | None:
    """The EDTF date if the calendar has it."""
    if not 1500 <= int(year) <= 2100 or not 1 <= month <= 12:
        return None
    if day is None:
        return f"{int(year):04d}-{month:02d}"
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def _century(year: str) -> str:
    return year if len(year) == 4 else ("20" if int(year) < 50 else "19") + year
