"""Small raised figures: marks that call notes (`Fitch¹`), units (`30 km²`) and powers (`10⁶`)."""

import re

FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Digits as the characters that are raised by themselves, from 0 to 9."""
RAISED = str.maketrans("0123456789-−()", f"{FIGURES}⁻⁻⁽⁾")
LOWERED = str.maketrans(FIGURES, "0123456789", "⁽⁾")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d\Z")
_LETTERS = re.compile(r"[^\W\d_]+\Z")
_POWERS = frozenset({"2", "3"})
_UNITS = re.compile(r"(?:kilo|centi|milli|deci|déci)?m[eè]t(?:re|er)s?")
_FORMULA = re.compile(r"[+=×·/^−-] ?\w{1,6}\)\Z")
_LONG = 4  # letters of a word that is no unit, function or element
_GASES = frozenset({"CO", "NO", "SO"})


def calls_note(before: str, figures: str) -> bool:
    """Whether raised figures call a note; `before`: what stands right before them, `figures`: as plain digits.

    >>> calls_note("l'agence Fitch", "1"), calls_note("en 2015", "7"), calls_note("30 km", "2"), calls_note("10", "6")
    (True, True, False, False)
    >>> calls_note("l'UE", "2"), calls_note("E = mc", "2"), calls_note("(a+b)", "2"), calls_note("x", "4")
    (True, False, False, False)
    """
    if before[-1:].isdigit():
        return _YEAR.search(before) is not None
    found = _LETTERS.search(before)
    if found is None:
        return not _FORMULA.search(before)
    word = found[0]
    if len(word) == 1 or _UNITS.fullmatch(word.lower()):
        return False
    return figures not in _POWERS or len(word) >= _LONG or (word.isupper() and word not in _GASES)
