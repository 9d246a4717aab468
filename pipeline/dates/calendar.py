"""Calendar arithmetic on EDTF strings (ISO 8601-2): bounds, TIMEX3 values, steps by unit.

>>> bounds("2013-23"), bounds("199X")
(('2013-09-01', '2013-11-30'), ('1990-01-01', '1999-12-31'))
>>> shift("2015-06-10", -1, "Y"), shift("2015-06-10", -1, "W"), shift("2017", -1, "M")
('2014', '2015-06-01/2015-06-07', None)
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_SEASON_VALUES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_DAYS = {"W": 7, "WE": 7, "F8": 8, "F": 14, "F15": 15}
_REMEMBERED = 2048  # dates: a document speaks of the same ones again and again
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether the Gregorian calendar has this day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    """First and last day of months counted from January of `year`; 13 and 14 are in the next year."""
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def days(edtf: str) -> tuple[date, date] | None:
    """First and last day of an EDTF date or interval; None where the proleptic calendar ends or it is no such date."""
    if "/" in edtf:
        first, last = (days(part) for part in edtf.split("/", 1))
        return (first[0], last[1]) if first and last else None
    if "X" in edtf and len(edtf) == 4:
        low, high = int(edtf.replace("X", "0")), int(edtf.replace("X", "9"))
        return (date(max(low, 1), 1, 1), date(high, 12, 31))
    match = _EDTF.fullmatch(edtf)
    if not match or not 1 <= int(match[1]) < 9999:
        return None
    return _period(int(match[1]), int(match[2] or 0), int(match[3] or 0))


def _period(year: int, part: int, day: int) -> tuple[date, date] | None:
    if day:
        return (date(year, part, day),) * 2 if valid_day(year, part, day) else None
    if part == 0:
        return _months(year, 1, 12)
    if part <= 12:
        return _months(year, part, part)
    if part in _SEASONS:
        return _months(year, *_SEASONS[part])
    if 33 <= part <= 36:
        return _months(year, 3 * (part - 33) + 1, 3 * (part - 32))
    if part in (40, 41):
        return _months(year, 6 * (part - 40) + 1, 6 * (part - 39))
    return None


@lru_cache(maxsize=_REMEMBERED)
def bounds(edtf: str) -> tuple[str | None, str | None]:
    """ISO days of the beginning and end of an EDTF date or interval."""
    found = days(edtf)
    return (found[0].isoformat(), found[1].isoformat()) if found else (None, None)


@lru_cache(maxsize=_REMEMBERED)
def timex_value(edtf: str) -> str:
    """The TIMEX3 value of an EDTF date; TIMEX3 has none for intervals, which stay EDTF except ISO weeks and weekends.

    >>> timex_value("20XX"), timex_value("199X"), timex_value("2013-23"), timex_value("2014-33"), timex_value("-0043")
    ('20', '199', '2013-FA', '2014-Q1', 'BC0044')
    """
    if edtf.startswith("-"):
        return f"BC{edtf[1:].rstrip('X')}" if "X" in edtf else f"BC{int(edtf[1:]) + 1:04d}"
    if "/" in edtf:
        return _week_value(edtf) or edtf
    if "X" in edtf:
        return edtf.rstrip("X")
    year, _, part = edtf.partition("-")
    if year and len(part) == 2 and int(part) > 12:
        number = int(part)
        if number in _SEASON_VALUES:
            return f"{year}-{_SEASON_VALUES[number]}"
        return f"{year}-Q{number - 32}" if number < 40 else f"{year}-H{number - 39}"
    return edtf


def _week_value(edtf: str) -> str | None:
    found = days(edtf)
    if not found or edtf.count("-") != 4:
        return None
    shape = (found[0].weekday(), (found[1] - found[0]).days)
    year, week, _ = found[0].isocalendar()
    return {(0, 6): f"{year}-W{week:02d}", (5, 1): f"{year}-W{week:02d}-WE"}.get(shape)


def week_of(day: date) -> str:
    """The ISO week that a day is in, as an interval of days."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _weekend_of(day: date) -> str:
    """Saturday and Sunday of the ISO week that a day is in."""
    saturday = day + timedelta(days=5 - day.weekday())
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def week(year: int, number: int) -> str | None:
    """The days of an ISO week, None where the year has no such week."""
    try:
        return week_of(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def precision(edtf: str) -> str:
    """The unit an EDTF date is given in: D, M, Y, or `other` (seasons, quarters, decades)."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        return "D"
    if re.fullmatch(r"\d{4}-(0\d|1[012])", edtf):
        return "M"
    return "Y" if re.fullmatch(r"\d{4}", edtf) else "other"


def shift(edtf: str, steps: int, unit: str) -> str | None:
    """The period of this unit that lies so many steps from `edtf`; None when `edtf` is too coarse to tell.

    Args:
        unit: Y, M, D, W, WE (weekend), F, F8, F15 (14, 8 and 15 days), Q (quarter), H (half-year), DE, CE.
    """
    base = edtf.split("/")[-1 if steps > 0 else 0]
    if unit in ("DE", "CE", "Y"):
        return _shift_years(base, steps, unit)
    if precision(base) not in ("D", "M"):
        return None
    year, month = int(base[:4]), int(base[5:7])
    if unit in ("M", "Q", "H"):
        return _shift_months(year, month, steps, unit)
    if precision(base) != "D":
        return None
    try:
        day = date.fromisoformat(base) + timedelta(days=steps * _DAYS.get(unit, 1))
        return {"W": week_of, "WE": _weekend_of}.get(unit, date.isoformat)(day)
    except OverflowError:
        return None


def _shift_years(base: str, steps: int, unit: str) -> str | None:
    if not base[:4].isdigit():
        return None
    year = int(base[:4])
    if unit == "DE":
        year += 10 * steps
    elif unit == "CE":
        year += 100 * steps
    else:
        year += steps
    if not 0 < year < 9999:
        return None
    return {"DE": f"{year // 10:03d}X", "CE": f"{year // 100:02d}XX"}.get(unit, f"{year:04d}")


def _shift_months(year: int, month: int, steps: int, unit: str) -> str | None:
    size, base = {"M": (1, 1), "Q": (3, 33), "H": (6, 40)}[unit]
    index = (year * 12 + month - 1) // size + steps
    year, part = divmod(index, 12 // size)
    return f"{year:04d}-{part + base:02d}" if 0 < year < 9999 else None


def part_of(edtf: str, part: tuple[int, int]) -> str | None:
    """Days of a period counted from its first day, or from its last where they are negative.

    >>> part_of("2004-02", (-7, -1)), part_of("2009-06-14", (1, 7))
    ('2004-02-23/2004-02-29', '2009-06-14/2009-06-20')
    """
    span = days(edtf)
    if not span:
        return None
    first, last = part
    begin = span[0] + timedelta(days=first - 1) if first > 0 else span[1] + timedelta(days=first + 1)
    end = min(span[0] + timedelta(days=last - 1), max(span[1], begin + timedelta(days=6))) if last > 0 else span[1]
    return f"{begin.isoformat()}/{end.isoformat()}"


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm: J. Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast(rule: str, year: int) -> str | None:
    """The day of a named day in a year: `12-25`, `easter+39`, `11-thu4` (fourth Thursday), `05-mon-1` (last one), or
    the days of a week, `W23`. None where the year has no such day.

    >>> feast("easter+1", 2015), feast("11-thu4", 2014), feast("05-mon-1", 2015), feast("W23", 2019)
    ('2015-04-06', '2014-11-27', '2015-05-25', '2019-06-03/2019-06-09')
    """
    if rule[0] == "W":
        return week(year, int(rule[1:]))
    if rule.startswith("easter"):
        return (easter(year) + timedelta(days=int(rule[6:] or "0"))).isoformat()
    month, rest = int(rule[:2]), rule[3:]
    if rest.isdigit():
        return f"{year:04d}-{month:02d}-{int(rest):02d}"
    weekday, nth = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(rest[:3]), int(rest[3:])
    first = (weekday - date(year, month, 1).weekday()) % 7 + 1
    if nth < 0:
        first += (monthrange(year, month)[1] - first) // 7 * 7
        nth = 1
    day = first + 7 * (nth - 1)
    return f"{year:04d}-{month:02d}-{day:02d}" if valid_day(year, month, day) else None
