"""Text as it comes: lines broken at a width, everything in capitals, accents lost, letters misread.

Each change gives as many characters as it gets, so that the spans of the gold hold in what it made.
"""

import random
import unicodedata
from collections.abc import Callable

WIDTH = 72  # characters of a broken line
NOISE = 0.02  # share of letters that are misread
SEED = 20
# What readers of images take for each other, one character for one.
MISREAD = {"e": "c", "c": "e", "l": "1", "i": "l", "o": "0", "a": "o", "n": "u", "u": "n", "s": "5", "t": "f", "h": "b",
           "r": "t", "m": "n", "g": "q", "v": "y", "é": "e", "è": "e", "à": "a", "I": "l", "O": "0",
           "S": "5", "B": "8", "E": "F", "C": "G", "D": "O", "P": "F", "R": "K", "A": "4", "M": "N", "L": "I",
           ".": ",", ",": "."}  # fmt: skip


def broken_lines(text: str) -> str:
    """Lines of at most `WIDTH` characters, broken at blanks.

    >>> broken_lines("a" * 70 + " b c")[70:]
    ' b\\nc'
    """
    letters = list(text)
    start, blank = 0, -1
    for at, letter in enumerate(text):
        if letter == "\n":
            start, blank = at + 1, -1
        elif letter == " ":
            blank = at if at - start <= WIDTH else blank
        if at - start >= WIDTH and blank >= start:
            letters[blank] = "\n"
            start, blank = blank + 1, -1
    return "".join(letters)


def capitals(text: str) -> str:
    """Capitals, where one is one character.

    >>> capitals("l’État, Straße")
    'L’ÉTAT, STRAßE'
    """
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def without_accents(text: str) -> str:
    """Letters without their marks.

    >>> without_accents("Élysée, Çankaya, cœur")
    'Elysee, Cankaya, cœur'
    """
    return "".join(unicodedata.normalize("NFD", c)[0] if c.isalpha() and ord(c) > 127 else c for c in text)


def misread(text: str) -> str:
    """The text with some characters taken for others, the same ones on each run."""
    chance = random.Random(SEED)
    return "".join(MISREAD.get(c, c) if chance.random() < NOISE else c for c in text)


CHANGES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "broken lines": broken_lines,
    "capitals": capitals,
    "accents lost": without_accents,
    "misread letters": misread,
}
