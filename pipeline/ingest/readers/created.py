"""When a file was made, as evidence of when the document was published: weak, and often none at all."""

import re
from datetime import datetime, timedelta

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_TEMPLATES = frozenset({"2013-12-23T23:15:00"})  # libraries that write files hand on the day of their template
_REWORKED = timedelta(days=370)


def is_likely(year: int, text: str) -> bool:
    """Whether a document may be of the year its file was made in: a text that names years names that one or the last.

    >>> is_likely(2014, "Paris, le 5 mars 2014"), is_likely(2026, "Fait en mars 2006"), is_likely(2026, "Sans date")
    (True, False, True)
    """
    years = {int(found) for found in _YEAR.findall(text)}
    return not years or not years.isdisjoint((year, year - 1))


def is_template(created: datetime, modified: datetime | None) -> bool:
    """Whether the day is that of a template, or of an older document that was written over."""
    if created.replace(tzinfo=None).isoformat(timespec="seconds") in _TEMPLATES:
        return True
    return modified is not None and modified.replace(tzinfo=None) - created.replace(tzinfo=None) > _REWORKED
