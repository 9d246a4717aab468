"""Durations: `two and a half years`, `1 heure 20`, `les trois derniers mois`, `two to three weeks`, `for decades`."""

import re

from pipeline.dates.lexicon.classes import CLASSES, compile_rule
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.lexicon.meanings import A_YEAR
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import Found, of_match, replace
from pipeline.dates.undated.lengths import amount, duration, length_of, unit_of

NUMBER = "(cardinal|twodigit|count|year|spelled|spelledyear|some)"
_SIZES = ("CE", "DE", "Y", "H", "Q", "M", "F15", "F", "F8", "W", "D", "Th", "Tm", "Ts")


def _plain(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    length = length_of(match, tokens)
    if length is None or not _counts(match, tokens, lexicon):
        return None
    about = match["M"] is not None and tokens.word(match.start("M")) not in lexicon.lasting
    if about and lexicon.hours_of_clock and unit_of(match, tokens) == "Th":
        return None  # vers 15 heures
    return of_match(match, tokens, 0.9, type="DURATION", timex=length[0], mod=length[1])


def _counts(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether number and unit are a length of time: not a code, nor `100 km an hour`, `a day of reflection`."""
    number = tokens.entries[match.start("N")]
    start, at = tokens.starts[match.start()], tokens.starts[match.start("U")]
    if tokens.kinds[match.start("U") - 1] == CLASSES["dash"] and tokens.entries[match.start("U")].number == 1:
        return False  # three-quarters of a point
    one = number.number == 1 if number.kind != CLASSES["some"] else number.text == "1"
    if one and tokens.word(match.start("U")) in lexicon.vague_units:
        return False
    before = tokens.text[max(start - 1, 0) : start]
    if number.kind == CLASSES["spelled"] and tokens.text[at].isupper() and tokens.text[at + 1 : at + 2].islower():
        return False  # la guerre de Cent Ans, the Six Days War
    bullet = before == "-" and (start < 2 or tokens.text[start - 2].isspace())
    if before.isalpha() or (before in tuple("/-_.,:") and not bullet):
        return False
    if number.kind == CLASSES["year"]:
        return unit_of(match, tokens) == "Y"
    article = number.text == "1" if number.kind == CLASSES["some"] else number.kind == "S" and number.number == 1
    day = unit_of(match, tokens) == "D"
    if article and (day or number.kind == CLASSES["some"]) and len(tokens.word(match.start("N"))) < 4:
        said = tokens.word(match.start() - 1) in lexicon.lasting
        return said or tokens.kind(match.start() - 1) in "pbofm"
    return True


def _with_half(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`two and a half years`, `une heure et demie`."""
    length, number = length_of(match, tokens), amount(tokens, match.start("N"))
    minutes = tokens.entries[match.start("P")].number
    if length is None or number is None or not number[0].isdigit() or minutes < 0:
        return None
    if unit_of(match, tokens) == "Th":
        value: str | None = f"PT{number[0]}H{minutes}M"
    else:
        value = duration(f"{number[0]}.{minutes * 100 // 60}".rstrip("0"), unit_of(match, tokens))
    return of_match(match, tokens, 0.9, type="DURATION", timex=value or "", mod=length[1])


def _compound(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`two years and three months`, `1 heure 20 minutes`, `1 h 30`: the smaller unit after the larger."""
    length, number = length_of(match, tokens), amount(tokens, match.start("N2"))
    small = tokens.entries[match.start("V")].text if match.groupdict().get("V") else "Tm"
    large = unit_of(match, tokens)
    if length is None or number is None or not number[0].isdigit() or not _counts(match, tokens, lexicon):
        return None
    if large not in _SIZES or small not in _SIZES or _SIZES.index(small) <= _SIZES.index(large):
        return None
    rest = duration(number[0], small)
    if rest is None or (match.groupdict().get("V") is None and large != "Th"):
        return None
    return of_match(match, tokens, 0.9, type="DURATION", timex=_joined(length[0], rest), mod=length[1])


def _joined(large: str, small: str) -> str:
    """The value of two lengths together."""
    return large + (small[2:] if "T" in large else small[1:])


def _of_three(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`two years, three months and four days`: a smaller unit after the smaller one."""
    two = _compound(match, tokens, lexicon)
    number, unit = amount(tokens, match.start("N3")), tokens.entries[match.start("W")].text
    smaller = unit in _SIZES and _SIZES.index(unit) > _SIZES.index(tokens.entries[match.start("V")].text)
    if two is None or number is None or not number[0].isdigit() or not smaller:
        return None
    rest = duration(number[0], unit)
    return replace(two, end=tokens.ends[match.end() - 1], timex=_joined(two.timex, rest)) if rest else None


def _between(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`two to three weeks`, `5 à 10 jours`; TIMEX3 has no value for two lengths: they are joined as an interval is."""
    low, high = amount(tokens, match.start("A")), amount(tokens, match.start("N"))
    unit = unit_of(match, tokens)
    if low is None or high is None or not (low[0].isdigit() and high[0].isdigit()) or int(low[0]) >= int(high[0]):
        return None
    choice = tokens.kind(match.start("J")) == CLASSES["and"] and tokens.kind(match.start() - 1) != CLASSES["between"]
    if int(high[0]) > 999 or (choice and int(high[0]) - int(low[0]) != 1):
        return None
    first, last = duration(low[0], unit), duration(high[0], unit)
    return of_match(match, tokens, 0.85, type="DURATION", timex=f"{first}/{last}") if first and last else None


_OF_DATED = compile_rule(
    "of det? (unit of?)? (year|spelledyear|month) | of det? (unit (direction|stop|comma)|direction unit)"
)

_OF_UNIT = compile_rule("of det unit")


def _directed(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`the last three months`, `les dix dernières années`."""
    if _OF_DATED.match(tokens.kinds, match.end()):
        return None  # the last three months of 2014
    if (year := _OF_UNIT.match(tokens.kinds, match.end())) and tokens.entries[year.end() - 1] == A_YEAR:
        return None  # the last four months of the year
    if tokens.kind(match.start()) == CLASSES["direction"] and tokens.word(match.start()).endswith(
        lexicon.participle_endings
    ):
        return None  # passé trois ans à Rome
    length = length_of(match, tokens)
    if length is None or not (_counts(match, tokens, lexicon) and _are_several(match, tokens, lexicon)):
        return None
    return of_match(match, tokens, 0.85, type="DURATION", timex=length[0], mod=length[1])


def _are_several(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether unit or direction are in the plural behind a number above one: `les trois derniers mois`, not the number
    of `COP 29 last year`."""
    number = amount(tokens, match.start("N"))
    plural = tokens.entries[match.start("U")].number == 1 or number is None or number[0] in ("1", "0.5")
    return plural or any(tokens.word(at) in lexicon.plurals for at in range(match.start(), match.end()))


def _plural(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`for decades`, `pendant des mois`: a length of time without its number."""
    opener = match.start() - (2 if tokens.kind(match.start() - 1) == "o" else 1)
    unit, unit_entry = unit_of(match, tokens), tokens.entries[match.start("U")]
    if unit == "Ts" and tokens.kind(match.end()) == CLASSES["other"]:
        return None  # en secondes noces
    several = unit_entry.number == 1 or (unit_entry.kind == CLASSES["century"] and tokens.kind(opener + 1) == "o")
    if tokens.word(opener) not in lexicon.lasting or not (several or unit in ("F8", "F15")):
        return None
    value = duration("X" if several else "1", unit)
    return of_match(match, tokens, 0.75, type="DURATION", timex=value) if value else None


_N, _U = f"(?P<N>{NUMBER})", "(?P<U>unit|century)"
_TWO = f"{_N} {_U} (comma? and|comma)? (?P<N2>{NUMBER}) (?P<V>unit)"
DIRECTED = (
    ("rc", f"(this|direction) direction? {_N} {_U} (dash? (there|here))?", _directed),
    ("c", f"this {_N} direction {_U}", _directed),
    ("rc", f"this? direction {_N} {_U}", _directed),
    ("DZNSqY", f"{_N} direction {_U}", _directed),
    ("DZNSqY", f"{_N} {_U} direction", _directed),
)
DURATIONS = (
    ("DZSq", f"{_N} dash? (?P<P>plus) dash? {_U}", _with_half),
    ("DZSq", f"{_N} {_U} (?P<P>plus)", _with_half),
    ("DZNSq", f"{_TWO} (comma? and|comma)? (?P<N3>{NUMBER}) (?P<W>unit)", _of_three),
    ("DZNSq", _TWO, _compound),
    ("DZS", f"{_N} {_U} (?P<N2>cardinal|twodigit)(?!unit|month|slash|dash)", _compound),
    ("DZSq", f"(?P<A>cardinal|twodigit|spelled) (?P<J>to|dash|and) {_N} dash? {_U}(?!later)", _between),
    ("DZNYSPqm", f"(?P<M>modifier)? {_N} dash? {_U}", _plain),
    ("UC", _U, _plural),
)
