"""Whole words of the lexicon that say when, with the part of the day after them: `hier soir`, `the next day`."""

import re

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import MODS, Base, Found, of_match, replace
from pipeline.dates.rules.matching import Rule

_CODE = re.compile(r"(-?\d+)([A-SU-Z]*)(T[A-Z]{2})?")
_VAGUE = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def _deictic(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`hier soir`, `late tonight`."""
    found = _by_code(match, tokens, "anchor")
    mod = MODS[tokens.entries[match.start("M")].text] if match.groupdict().get("M") else None
    return replace(found, mod=mod) if found and mod != "APPROX" else None


def _anaphor(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    if tokens.kind(match.end()) == CLASSES["of"]:
        return None  # la veille de la visite: of an event, not of the date before
    return _by_code(match, tokens, "mention")


def _by_code(match: re.Match[str], tokens: Tokens, base: Base) -> Found | None:
    """A whole expression by the code of the lexicon, with the part of the day after it: `hier soir`."""
    text = tokens.entries[match.start("C")].text
    if text in _VAGUE:
        return of_match(match, tokens, 0.6, timex=text)
    code = _CODE.fullmatch(text)
    if not code or (match["T"] and code[2] != "D"):
        return None
    part = f"T{tokens.entries[match.start('T')].text}" if match["T"] else code[3] or ""
    confidence = 0.9 if base == "anchor" else 0.8
    return of_match(match, tokens, confidence, base=base, steps=int(code[1]), unit=code[2], part=part)


def _that_day(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`ce jour-là`: the day before in the text, not the publication's."""
    today = tokens.entries[match.start("C")].text == "0D"
    return of_match(match, tokens, 0.8, base="mention", steps=0, unit="D") if today else None


_NOW = "(?!dash? there)"  # ce jour, not ce jour-là
_PART = "(comma? (prep|to)? det? (?P<T>daypart))?"
WORDS: tuple[Rule[Found], ...] = (
    ("n", f"(?P<C>deictic) {_NOW} {_PART}", _deictic),
    ("n", "(?P<C>deictic) dash? there", _that_day),
    ("m", f"(?P<M>modifier) (?P<C>deictic) {_PART}", _deictic),
    ("A", f"(?P<C>anaphor) {_PART}", _anaphor),
)
