"""Offsets as browsers count them."""

from bisect import bisect_left


class Utf16:
    """Turns code points of one text into UTF-16 units, in O(log n).

    >>> Utf16("𝔸 b")(2)
    3
    """

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [i for i, char in enumerate(text) if char > "\uffff"]

    def __call__(self, offset: int) -> int:
        """The number of UTF-16 units before this code point."""
        return offset + bisect_left(self._astral, offset)
