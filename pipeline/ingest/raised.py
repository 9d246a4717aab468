"""Small raised figures: marks that call notes (`Fitch¹`), units (`30 km²`) and powers (`10⁶`)."""

import re

FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Digits as the characters that are raised by themselves, from 0 to 9."""
RAISED = str.maketrans("0123456789-−", f"{FIGURES}⁻⁻")
LOWERED = str.maketrans(FIGURES, "0123456789")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d\Z")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]|(?:da|[kdcmhµnMGN])m|in|ft|yd|mi|pi|po|CO|NO|SO)\Z")


def calls_note(before: str, figures: str) -> bool:
    """Whether raised figures call a note; `before`: what stands right before them, `figures`: as plain digits.

    >>> calls_note("l'agence Fitch", "1"), calls_note("en 2015", "7"), calls_note("30 km", "2"), calls_note("10", "6")
    (True, True, False, False)
    """
    if before[-1:].isdigit():
        return _YEAR.search(before) is not None
    return not (figures in {"2", "3"} and _UNIT.search(before))
