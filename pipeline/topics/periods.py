"""Years and quarters of dates in EDTF."""

import re
from collections.abc import Sequence

YEAR = re.compile(r"(\d{4})(?![\dX])(?:-\d\d(?:-\d\d)?)?[?~%]?\Z")
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?[?~%]?\Z")
FIRST_QUARTER = 33  # in EDTF, 2014-33 is the first quarter of 2014
LEAST_YEARS = 3  # fewer are told apart by quarters


def year_of(date: str | None) -> str | None:
    """The year of a date that lies in one.

    >>> year_of("2014-12-05"), year_of("2014-12-30/2015-01-02"), year_of("199X")
    ('2014', None, None)
    """
    years = {found[1] if (found := YEAR.match(part)) else None for part in (date or "").split("/")}
    return years.pop() if len(years) == 1 else None


def quarter_of(date: str | None) -> str | None:
    """The quarter of a date that lies in one.

    >>> quarter_of("2014-12-05"), quarter_of("2014-02"), quarter_of("2014")
    ('2014-36', '2014-33', None)
    """
    found = {(m[1], (int(m[2]) - 1) // 3) if (m := MONTH.match(part)) else None for part in (date or "").split("/")}
    quarter = found.pop() if len(found) == 1 else None
    return f"{quarter[0]}-{FIRST_QUARTER + quarter[1]}" if quarter else None


def periods(dates: Sequence[str | None]) -> list[str | None]:
    """The period of each date: years, or quarters where all years are fewer than three and most dates have one."""
    years = [year_of(date) for date in dates]
    quarters = [quarter_of(date) for date in dates]
    known = [year for year in years if year]
    close = len(set(known)) < LEAST_YEARS and 2 * sum(map(bool, quarters)) > len(known)
    return quarters if close else years
