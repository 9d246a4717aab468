"""Lengths of time: number and unit as TIMEX3 writes them."""

import re

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import MODS
from pipeline.records import DateMod

_SIZES = {  # units that TIMEX3 has no letter for
    "CE": ("Y", 100),
    "H": ("M", 6),
    "Q": ("M", 3),
    "F": ("W", 2),
    "F8": ("D", 8),
    "F15": ("D", 15),
    "WD": ("D", 1),
}
_PARTS_OF_HOUR = {"0.25": 15, "0.5": 30, "0.75": 45}


def amount(tokens: Tokens, index: int) -> tuple[str, bool] | None:
    """The number of a duration as TIMEX3 writes it (`25`, `0.5`, `X`), and whether it is approximate."""
    entry = tokens.entries[index]
    if entry.kind == CLASSES["some"]:
        return entry.text.lstrip("~"), entry.text.startswith("~")
    if entry.kind != CLASSES["count"]:
        return str(entry.number), False
    written = re.sub(r"[ \xa0\u2009\u202f]", "", tokens.word(index))
    if re.fullmatch(r"\d{1,9}([.,]\d{1,2})?", written):
        return written.replace(",", "."), False
    return None


def duration(number: str, unit: str) -> str | None:
    """The TIMEX3 value of a length of time.

    >>> duration("25", "Y"), duration("2", "Th"), duration("2", "H"), duration("0.25", "CE")
    ('P25Y', 'PT2H', 'P12M', 'P25Y')
    """
    if unit[0] == "T":
        if unit == "Th" and number in _PARTS_OF_HOUR:
            return f"PT{_PARTS_OF_HOUR[number]}M"
        return f"PT{number}{unit[1].upper()}"
    if unit in _SIZES or (unit == "DE" and number != "X"):
        letter, size = _SIZES.get(unit, ("Y", 10))
        if number == "X":
            return f"PX{letter}"
        value = float(number) * size
        return f"P{int(value) if value == int(value) else value}{letter}"
    if number == "0.5" and unit == "Y":
        return "P6M"
    return f"P{number}{unit}"


def unit_of(match: re.Match[str], tokens: Tokens) -> str:
    """The TIMEX3 letters of the unit that a rule matched."""
    entry = tokens.entries[match.start("U")]
    return "CE" if entry.kind == CLASSES["century"] else entry.text


def length_of(match: re.Match[str], tokens: Tokens) -> tuple[str, DateMod | None] | None:
    """The value of number and unit, and APPROX where the words say so."""
    number = amount(tokens, match.start("N"))
    if number is None:
        return None
    value = duration(number[0], unit_of(match, tokens))
    groups = match.groupdict()
    mod: DateMod | None = "APPROX" if number[1] else None
    if groups.get("M"):
        mod = MODS[tokens.entries[match.start("M")].text]
        if mod != "APPROX":
            return None
    return (value, mod) if value else None
