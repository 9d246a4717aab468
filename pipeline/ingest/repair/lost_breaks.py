"""Words cut at line ends that are lost, the hyphen with a blank after it: `the plenipoten- tiaries`."""

import re
from collections.abc import Iterator

_LOST_BREAK = re.compile(r"- (?=(?P<right>[^\W\d_A-ZÀ-Þ][^\W\d_]{1,20})(?![\w-]))")
_WHOLE_LEFT = re.compile(r"(?<![\w-])[^\W\d_]{2,20}\Z")
_REACH = 22  # characters before the hyphen that are looked at: a word, and what is before it


def has_lost_breaks(text: str) -> bool:
    """Whether words may have been cut at line ends that are lost.

    >>> has_lost_breaks("the plenipoten- tiaries"), has_lost_breaks("a well-known - and liked - man")
    (True, False)
    """
    return any(True for _ in lost_breaks(text))


def lost_breaks(text: str) -> Iterator[tuple[int, str, str]]:
    """Where a hyphen with a blank after it stands between two words, and the words."""
    for match in _LOST_BREAK.finditer(text):
        left = _WHOLE_LEFT.search(text, max(0, match.start() - _REACH), match.start())
        if left:
            yield match.start(), left.group(), match["right"]
