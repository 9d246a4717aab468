"""The rules of so many years, weeks, days from now or from the date before: `il y a 25 ans`, `three days later`."""

import re

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import Base, Found, bound_of, of_match
from pipeline.dates.rules.matching import Rule
from pipeline.dates.undated.durations import NUMBER
from pipeline.dates.undated.lengths import amount, length_of, unit_of
from pipeline.records import DateMod

_SMALLER = {"Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y"), "W": (7, "D")}  # how many of which unit one holds


def _steps(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`il y a 25 ans`, `two years ago`, `deux jours plus tard`."""
    length = length_of(match, tokens)
    if length is None:
        return None
    unit = unit_of(match, tokens)
    direction = _direction(match, tokens)
    if not direction:
        return None
    base: Base = "anchor" if direction.startswith("anchor") else "mention"
    sign = -1 if direction.endswith("-") else 1
    count = amount(tokens, match.start("N"))
    half = match.groupdict().get("P") is not None
    if count is None or unit[:1] == "T":
        return of_match(match, tokens, 0.85, type="DURATION", timex=length[0])
    if count[0].startswith("0."):
        count, unit = _part_of_unit(float(count[0]), unit), _SMALLER.get(unit, (1, unit))[1]
    if not count[0].isdigit() or len(count[0]) > 4:
        return of_match(match, tokens, 0.8, timex="PAST_REF" if sign < 0 else "FUTURE_REF", mod="APPROX")
    steps, unit = _halved(int(count[0]), unit) if half else (int(count[0]), unit)
    mod: DateMod | None = "APPROX" if unit != "D" or length[1] else None
    return of_match(match, tokens, 0.9, timex=length[0], base=base, steps=sign * steps, unit=unit, mod=mod)


def _direction(match: re.Match[str], tokens: Tokens) -> str:
    """From where a length is counted, and whether back or ahead; empty where the words do not say."""
    if match.groupdict().get("B"):  # ten years after
        return {"AFTER": "mention+", "BEFORE": "mention-"}.get(tokens.entries[match.start("B")].text, "")
    return tokens.entries[match.start("G")].text if match.groupdict().get("G") else "anchor-"


def _part_of_unit(part: float, unit: str) -> tuple[str, bool]:
    """`a quarter of a century` in the next smaller unit."""
    whole = part * _SMALLER.get(unit, (1, unit))[0]
    return (str(int(whole)) if whole >= 1 and whole == int(whole) else "X"), True


def _long_ago(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`years ago`, `il y a des années`."""
    unit, later = tokens.entries[match.start("U")], match.groupdict().get("G")
    if unit.number != 1 or (later and tokens.entries[match.start("G")].text != "anchor-"):
        return None
    return of_match(match, tokens, 0.7, timex="PAST_REF")


def _compound_steps(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`12 years, 10 months ago`, `une semaine et trois jours plus tard`."""
    large, small = amount(tokens, match.start("N")), amount(tokens, match.start("N2"))
    size, unit = _SMALLER.get(unit_of(match, tokens), (0, ""))
    fits = unit == tokens.entries[match.start("V")].text
    if not fits or not (large and small and large[0].isdigit() and small[0].isdigit()) or len(large[0] + small[0]) > 6:
        return None
    direction = _direction(match, tokens)
    steps = (int(large[0]) * size + int(small[0])) * (-1 if direction.endswith("-") else 1)
    base: Base = "anchor" if direction.startswith("anchor") else "mention"
    return of_match(match, tokens, 0.9, base=base, steps=steps, unit=unit, mod=None if unit == "D" else "APPROX")


def _halved(count: int, unit: str) -> tuple[int, str]:
    """`two and a half years` in the next smaller unit."""
    size, smaller = _SMALLER.get(unit, (1, unit))
    return count * size + size // 2, smaller


def _future_steps(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`dans deux ans`, `in two years`: against the anchor, unless the sentence speaks of what took so long."""
    length, count = length_of(match, tokens), amount(tokens, match.start("N"))
    opener = tokens.word(match.start("B"))
    if length is None or count is None or opener not in lexicon.future_in:
        return None
    unit = unit_of(match, tokens)
    if count[0] == "1" and tokens.word(match.start("U")) in lexicon.vague_units:
        return None  # in a half circle
    if tokens.kind(match.end()) == CLASSES["later"] or unit[:1] == "T" or not count[0].isdigit() or len(count[0]) > 4:
        return None
    half = match.groupdict().get("P") is not None
    steps, unit = _halved(int(count[0]), unit) if half else (int(count[0]), unit)
    mod: DateMod | None = "APPROX" if unit != "D" or length[1] else None
    bound = bound_of(match.start("B"), tokens)
    if bound is None and not _to_come(match, tokens, lexicon):
        return None
    start = tokens.starts[match.start() if bound is None else match.start("N")]
    end = tokens.ends[match.end() - 1]
    return Found(start, end, 0.7, timex=length[0], base="anchor", steps=steps, unit=unit, mod=mod, bound=bound)


def _to_come(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether the words around `in three years` do not speak of the past: `the worst in three years`."""
    start = tokens.starts[match.start()]
    said = list(lexicon.tenses.finditer(tokens.text, max(0, start - 120), tokens.ends[match.end() - 1] + 120))
    if any(one["future"] for one in said):
        return True
    before = {tokens.word(index) for index in range(match.start() - 6, match.start())}
    return not said and not before & lexicon.superlatives


_NUMBER, _UNIT = f"(?P<N>{NUMBER})", "(?P<U>unit|century)"
_HALF = "(?P<P>plus)"
COUNTED: tuple[Rule[Found], ...] = (
    ("g", f"ago {_NUMBER} {_UNIT} (and|comma)? (?P<N2>{NUMBER}) (?P<V>unit)", _compound_steps),
    ("DZSq", f"{_NUMBER} {_UNIT} (and|comma)? (?P<N2>{NUMBER}) (?P<V>unit) (?P<G>later)", _compound_steps),
    ("g", f"ago (?P<M>modifier)? {_NUMBER} dash? {_UNIT} {_HALF}?", _steps),
    ("DZNYSPqm", f"(?P<M>modifier)? {_NUMBER} dash? {_UNIT} {_HALF}? (?P<G>later)", _steps),
    ("DZSq", f"{_NUMBER} {_HALF} {_UNIT} (?P<G>later)", _steps),
    ("DZSq", f"{_NUMBER} {_UNIT} (?P<B>bound)(?=comma|stop|close|sign|$)", _steps),
    ("U", "(?P<U>unit) (?P<G>later)", _long_ago),
    ("g", "ago of (?P<U>unit)", _long_ago),
    ("pb", f"(?P<B>prep|bound) {_NUMBER} {_UNIT} {_HALF}?", _future_steps),
    ("pb", f"(?P<B>prep|bound) {_NUMBER} {_HALF} {_UNIT}", _future_steps),
)
