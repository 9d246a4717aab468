"""Lines of a fact sheet: `Capital: Santiago`, each a line of its own."""

from collections.abc import Sequence
from itertools import takewhile

_LONGEST = 48  # characters of a label
_MOST_WORDS = 6
_SERIES = 3
_NOT_IN_LABEL = frozenset('!?;«»“”"()[]|')
_QUOTES = ("«", "“", '"', "‘")


def is_labelled(content: str) -> bool:
    """Whether a line names something before a colon and says what it is after it.

    >>> is_labelled("Fête nationale : 18 septembre"), is_labelled("GDP per head: USD 6,200")
    (True, True)
    >>> is_labelled("The minister said: “We agree.”"), is_labelled("Points agreed:"), is_labelled("at 10:30 today")
    (False, False, False)
    """
    label, colon, value = content[: _LONGEST + 2].partition(":")
    if not colon:
        return False
    label = label.rstrip()
    return (
        len(label) > 1
        and (label[0].isupper() or (label[0].isdigit() and len(label) > 4))
        and value[:1].isspace()
        and bool(value.strip())
        and not value.lstrip().startswith(_QUOTES)
        and label.count(" ") < _MOST_WORDS
        and _NOT_IN_LABEL.isdisjoint(label)
    )


def in_sheet(contents: Sequence[str], number: int) -> bool:
    """Whether a labelled line stands in a series of such: a row of a fact sheet, and no title.

    >>> in_sheet(["Country: Chile", "Capital: Santiago", "Currency: peso"], 1), in_sheet(["Ports: a new start"], 0)
    (True, False)
    """
    if not is_labelled(contents[number]):
        return False
    above = takewhile(is_labelled, reversed(contents[max(0, number - _SERIES) : number]))
    below = takewhile(is_labelled, contents[number : number + _SERIES])
    return sum(1 for _ in above) + sum(1 for _ in below) >= _SERIES
