"""What a text tells against a day that is said to be its own: a text is not older than most of what it tells."""

import re
from collections.abc import Iterable, Sequence

_YEAR = re.compile(r"(?<![\w./-])(?:1[5-9]|20)\d\d(?![\w/-])")
_ROUND = 5  # targets are set for years such as 2030: they tell nothing of the past
_LEAST = 3  # mentions of later years that make a day doubtful


def named_years(texts: Iterable[str]) -> list[int]:
    """The years that texts name, each as often as it is named."""
    return [int(year) for text in texts for year in _YEAR.findall(text)]


def is_before_its_text(published: str, years: Sequence[int], *, least: int = _LEAST) -> bool:
    """Whether most of the years that a text names come after the day, as in a chronology that begins with it.

    Args:
        least: mentions of later years that make the day doubtful.

    >>> told = ["In 1994 the boats were stopped; in 1996 a court ruled; by 1999 all left."]
    >>> is_before_its_text("1990-01-03", named_years(told))
    True
    >>> told = ["The plan of 2010 for 2020 follows that of 2008 and leads to 2025 and 2030."]
    >>> is_before_its_text("2010-03-03", named_years(told))
    False
    """
    said = int(published[:4])
    later = sum(year > said and year % _ROUND != 0 for year in years)
    return later >= least and 2 * later > len(years)
