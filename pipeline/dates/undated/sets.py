"""Sets of times: `every other Monday`, `deux fois par semaine`, `chaque été`, `le 15 de chaque mois`."""

import re

from pipeline.dates.calendar import timex_value
from pipeline.dates.lexicon.classes import CLASSES, GOES_ON
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.lexicon.meanings import A_MONTH
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import Found, of_match
from pipeline.dates.undated.durations import NUMBER
from pipeline.dates.undated.lengths import amount, duration, unit_of

_WEEKS = 5  # weeks of a month, at most


def _set(match: re.Match[str], tokens: Tokens, confidence: float, value: str | None) -> Found | None:
    return of_match(match, tokens, confidence, type="SET", timex=value) if value else None


def _every_unit(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`chaque année`, `every two years`, `every other day`, `once every six months`."""
    unit = unit_of(match, tokens)
    groups = match.groupdict()
    number = ("1", False)
    if groups.get("N"):
        number = amount(tokens, match.start("N")) or ("", False)
    elif groups.get("A"):
        entry = tokens.entries[match.start("A")]
        number = (str(entry.number or 2), False)
    if unit in ("WE", "WD") and number[0] == "1":
        return _set(match, tokens, 0.9, f"XXXX-WXX-{unit}")
    return _set(match, tokens, 0.9, duration(number[0], unit)) if number[0] else None


def _one_in(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`un jour sur deux`, `un lundi sur trois`."""
    each, number = tokens.entries[match.start("N")].number, tokens.entries[match.start("M")].number
    if each != 1:
        return None
    if match["W"]:
        return _set(match, tokens, 0.9, f"XXXX-WXX-{tokens.entries[match.start('W')].number}")
    return _set(match, tokens, 0.9, duration(str(number), unit_of(match, tokens)))


def _times(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`twice a week`, `trois fois par an`: TIMEX3 has the length of time as value."""
    some = match.groupdict().get("B")
    if some and tokens.entries[match.start("B")].text != "1":
        return None
    return _set(match, tokens, 0.9, duration("1", unit_of(match, tokens)))


def _every_day(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`every Monday morning`, `tous les lundis`, `les lundis`, `Mondays`."""
    day = match.start("W")
    named = lexicon.lower_case_months and tokens.text[tokens.starts[day]].isupper()
    if named and tokens.kind(day - 1) == "l":
        return None  # les Jeudis de la diplomatie
    part = f"T{tokens.entries[match.start('T')].text}" if match["T"] else ""
    return _set(match, tokens, 0.9, f"XXXX-WXX-{tokens.entries[match.start('W')].number}{part}")


def _weekends(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`on weekends`, `les week-ends`."""
    unit = tokens.entries[match.start("U")]
    return _set(match, tokens, 0.85, "XXXX-WXX-WE") if unit.text == "WE" and unit.number == 1 else None


def _every_part(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`every summer`, `chaque mois de juin`, `tous les matins`, `chaque Noël`."""
    entry = tokens.entries[match.start("E")]
    if match["U"] and tokens.entries[match.start("U")].text != "M":
        return None
    if entry.kind == CLASSES["daypart"]:
        return _set(match, tokens, 0.9, f"XXXX-XX-XXT{entry.text}")
    if entry.kind == CLASSES["holiday"]:
        day = re.fullmatch(r"\d\d-\d\d", entry.text)
        return _set(match, tokens, 0.9, f"XXXX-{entry.text}" if day else "P1Y")
    if entry.kind == CLASSES["month"]:
        return _set(match, tokens, 0.9, f"XXXX-{entry.number:02d}")
    return _set(match, tokens, 0.9, timex_value(f"2000-{entry.number}").replace("2000", "XXXX"))


def _every_date(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`chaque 14 juillet`, `every 4 July`."""
    day, month = tokens.entries[match.start("D")].number, tokens.entries[match.start("M")].number
    return _set(match, tokens, 0.9, f"XXXX-{month:02d}-{day:02d}") if 1 <= day <= 31 else None


def _monthly(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`every first Monday of the month`, `chaque dernier vendredi du mois`."""
    return _set(match, tokens, 0.9, "P1M") if unit_of(match, tokens) == "M" else None


def _day_of_month(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`le 15 de chaque mois`, `the first Monday of each month`."""
    number = tokens.entries[match.start("N")].number
    if tokens.entries[match.start("U")].text != "M" or not 1 <= number <= 31:
        return None
    return _set(match, tokens, 0.9, "P1M" if match["W"] else f"XXXX-XX-{number:02d}")


def _of_the_month(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`the first Monday of the month`, `le 5 du mois`: of every month."""
    number = tokens.entries[match.start("N")].number
    if tokens.entries[match.start("U")] != A_MONTH or not (number == -1 or 1 <= number <= 31):
        return None
    if match["W"]:
        return _set(match, tokens, 0.75, "P1M") if number <= _WEEKS else None
    plain = tokens.kind(match.start("N")) in "DOs" and number > 0
    return _set(match, tokens, 0.75, f"XXXX-XX-{number:02d}") if plain else None


def _mornings(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`Saturday mornings`."""
    return _every_day(match, tokens, lexicon) if tokens.word(match.start("T")) in lexicon.plurals else None


def _often(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    if tokens.kind(match.end()) == "z" and tokens.text[tokens.starts[match.start()]].isupper():
        return None  # the Daily Telegraph
    return _set(match, tokens, 0.75, tokens.entries[match.start()].text)


_N, _U = f"(?P<N>{NUMBER})", "(?P<U>unit|century)"
_W, _T = "(?P<W>weekday|weekdays)", "(?P<T>daypart)?"
_NTH = "cardinal|ordinal|spelled|spelledth|direction"
SETS = (
    ("v", "often", _often),
    ("R", f"multiple every {_N}? {_U}", _every_unit),
    ("R", f"multiple (per|(?P<B>some)|every) {_U}", _times),
    ("DSZqN", f"({NUMBER}) times every {_N}? {_U}", _every_unit),
    ("DSZqN", f"({NUMBER}) times (per|(?P<B>some)) {_U}", _times),
    ("DS", "(?P<N>cardinal|spelled) ((?P<W>weekday)|(?P<U>unit)) onein (?P<M>cardinal|spelled)", _one_in),
    ("kDOSs", f"(?P<N>{_NTH}) (?P<W>weekday)? of? every (?P<U>unit)", _day_of_month),
    ("DOSsr", f"(?P<N>{_NTH}) (?P<W>weekday)? of det? (?P<U>unit)(?!{GOES_ON})", _of_the_month),
    ("k", f"every (ordinal|spelledth|direction) {_W} of det? (?P<U>unit)", _monthly),
    ("k", f"every (?P<A>alternating|ordinal|spelledth)? {_U} (?!of? month)", _every_unit),
    ("k", f"every {_N} {_U}", _every_unit),
    ("k", f"every (alternating|ordinal|spelledth)? {_W} {_T}", _every_day),
    ("k", "every ((?P<U>unit) of)? (?P<E>season|month|holiday|daypart)(?!cardinal|ordinal)", _every_part),
    ("k", "every (?P<D>cardinal|ordinal) of? (?P<M>month)", _every_date),
    ("k", "every (?P<M>month) (?P<D>cardinal|ordinal)", _every_date),
    ("W", f"(?<=every weekday and) {_W} {_T}", _every_day),
    ("W", "(?P<W>weekday) (?P<T>daypart)", _mornings),
    ("lU", "det? (?P<U>unit)", _weekends),
    ("lV", f"det? (?P<W>weekdays) {_T}", _every_day),
)
