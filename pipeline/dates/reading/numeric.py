"""Dates and times in figures: 10.06.15, 10/06/2015, 2015-06-10, 06/2015, 14:30."""

import re
from dataclasses import dataclass

from pipeline.dates.calendar import valid_day

_TRIPLE = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_MONTH = re.compile(r"(\d{1,2})/(\d{4})|(\d{4})-(\d\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")  # 20140512
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?")


@dataclass(frozen=True)
class Numeric:
    """A date in figures: EDTF, the other reading where there is one, and whether the order of its parts is certain."""

    edtf: str
    other: str | None = None
    order: str | None = None  # "day" or "month" first, where the figures decide


def read_numeric(word: str) -> str | None:
    """The class of a number with separators: `numeric`, `clock`, or None for anything else.

    >>> read_numeric("10.06.15"), read_numeric("14:30"), read_numeric("2004-809"), read_numeric("2.10.15")
    ('numeric', 'clock', None, None)
    """
    if _CLOCK.fullmatch(word):
        return "clock"
    return "numeric" if parse_numeric(word, day_first=True) else None


def parse_numeric(word: str, *, day_first: bool, latest: int = 2035) -> Numeric | None:
    """A date in figures, or None when it is not one; `latest` is the last year that two digits can stand for.

    >>> parse_numeric("03/04/2015", day_first=True)
    Numeric(edtf='2015-04-03', other='2015-03-04', order=None)
    """
    if match := _MONTH.fullmatch(word):
        year, month = (match[2], match[1]) if match[2] else (match[3], match[4])
        if 1 <= int(month) <= 12 and 1500 <= int(year) < 2200:
            if month == "1" and int(year) % 500 == 0:
                return None  # the scale of a map
            gap = int(month) - int(year) % 100
            if match[3] and (gap == 1 or (gap > 0 and int(year) < 1980)):
                return None  # 2010-11 and 1905-07 are years
            return Numeric(f"{year}-{int(month):02d}")
        return None
    if match := _COMPACT.fullmatch(word):
        return _checked(int(match[1]), int(match[2]), int(match[3]))
    match = _TRIPLE.fullmatch(word)
    if not match:
        return None
    first, sign, second, last = match[1], match[2], match[3], match[4]
    if len(first) == 4:
        return _checked(int(first), int(second), int(last)) if len(last) <= 2 else None
    if len(first) > 2 or len(last) not in (2, 4):
        return None
    if len(last) == 2 and not (len(first) == 2 and len(second) == 2) and sign != "/":
        return None  # 2.10.15 is a section or a version
    found = _ordered(int(first), int(second), _full_year(last, latest), day_first=day_first or sign == ".")
    if found and sign == "." and found.order == "month":
        return None  # with points the day comes first
    return Numeric(found.edtf, order=found.order) if found and sign == "." else found


def _full_year(digits: str, latest: int) -> int:
    value = int(digits)
    if len(digits) == 4:
        return value
    return value + (2000 if value + 2000 <= latest else 1900)


def _checked(year: int, month: int, day: int) -> Numeric | None:
    if not (1000 <= year < 2200 and valid_day(year, month, day)):
        return None
    return Numeric(f"{year:04d}-{month:02d}-{day:02d}")


def _ordered(first: int, second: int, year: int, *, day_first: bool) -> Numeric | None:
    by_day, by_month = _checked(year, second, first), _checked(year, first, second)
    if by_day and by_month and first != second:
        chosen, other = (by_day, by_month) if day_first else (by_month, by_day)
        return Numeric(chosen.edtf, other.edtf)
    if by_day:
        return Numeric(by_day.edtf, order=None if first == second else "day")
    return Numeric(by_month.edtf, order="month") if by_month else None
