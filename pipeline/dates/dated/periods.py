"""The rules of parts of a year: months, seasons, quarters, half-years (`l'automne 2013`, `T3 2016`)."""

import re

from pipeline.dates.lexicon.classes import CLASSES, GOES_ON, YEAR, compile_rule
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.lexicon.meanings import A_YEAR
from pipeline.dates.reading.tokens import Tokens, number_in
from pipeline.dates.rules.item import Item
from pipeline.dates.rules.matching import Rule
from pipeline.records import DateMod


def _month_year(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    if tokens.kind(match.start() - 1) in "DO":
        return None  # 29 février 2015: a day that does not exist
    name_like = tokens.kind(match.start() - 1) == "x" and tokens.text[tokens.starts[match.start()]].isupper()
    if name_like and lexicon.lower_case_months and tokens.word(match.start()) in lexicon.ambiguous:
        return None  # la mission Mars 2020
    return Item(
        "month", match.start(), match.end(), year=number_in(match, tokens, "Y"), month=number_in(match, tokens, "M")
    )


def _month_quarter(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the June quarter of 2017`, `March 2014 quarter`: the quarter that ends with the month."""
    unit, month = tokens.entries[match.start("U")], tokens.entries[match.start("M")].number
    if unit.text != "Q" or unit.number or month % 3:
        return None
    return Item("part", match.start(), match.end(), year=number_in(match, tokens, "Y"), part=32 + month // 3)


def _season(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`l'automne 2013`, `winter of 1962-63`."""
    year, end = number_in(match, tokens, "Y"), match.end()
    if "T" in match.re.groupindex:  # summer of 69
        if tokens.kind(end) in "xzU$":
            return None
        year = lexicon.full_year(tokens.entries[match.start("T")].number)
        return Item("part", match.start(), end, year=year, part=number_in(match, tokens, "E"))
    if match["Z"]:
        second = number_in(match, tokens, "Z")
        if year is None or second not in (year + 1, (year + 1) % 100):
            end = match.end("Y")
    named = tokens.kind(end) == CLASSES["dash"] and tokens.glued(end) and tokens.glued(end + 1) and not year
    if tokens.word(match.start() - 1) in lexicon.blockers or (named and tokens.kind(end + 1) == CLASSES["proper"]):
        return None  # Sir C. Spring-Rice
    return Item("part", match.start(), end, year=year, part=number_in(match, tokens, "E"))


def _part(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`premier trimestre 2014`, `the last quarter of 2014`, `second half of 2014`."""
    unit, nth = tokens.entries[match.start("U")], tokens.entries[match.start("N")]
    size = {"Q": 4, "H": 2}.get(unit.text)
    if not size or nth.text == "roman":
        return None
    number = size if nth.kind == CLASSES["direction"] and nth.number == -1 else nth.number
    running = "R" in match.re.groupindex  # of the year
    if running and tokens.entries[match.start("R")] != A_YEAR:
        return None
    if not 1 <= number <= size or (nth.kind == CLASSES["direction"] and not running and not match["Y"]):
        return None
    base = 32 if size == 4 else 39
    if running:
        return Item("part", match.start(), match.end(), part=base + number, steps=0)
    year = number_in(match, tokens, "Y")
    if year and match.re.groupindex.get("Z") and (second := number_in(match, tokens, "Z")):
        return _of_two_years(match, year, second, number, size)
    return Item("part", match.start(), match.end(), year=year, part=base + number)


def _of_two_years(match: re.Match[str], year: int, second: int, number: int, size: int) -> Item | None:
    """`premier semestre 2018/2019`: whose first month nobody knows, so only its beginning or end."""
    if second not in (year + 1, (year + 1) % 100):
        return None
    mod: DateMod | None = "START" if number == 1 else "END" if number == size else None
    return Item("literal", match.start(), match.end(), literal=f"{year:04d}/{year + 1:04d}", mod=mod)


def _half_year(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`première moitié de 2014`, `second half of 2014`."""
    return Item(
        "part",
        match.start(),
        match.end(),
        year=number_in(match, tokens, "Y"),
        part=39 + tokens.entries[match.start()].number,
    )


_CODES = compile_rule("(dash | slash | and | to | comma) quartercode")  # T1 et T2 2015


def _code(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`T3 2016`, `Q1`, `H1 2014`; alone only where the words around it speak of a time."""
    entry = tokens.entries[match.start("X")]
    if not match["Y"] and not (
        tokens.kind(match.start() - 1) in "ptbmf"
        or tokens.kinds[max(match.start() - 2, 0) : match.start()] == "mo"
        or lexicon.tenses.fullmatch(tokens.word(match.end()))
        or _CODES.match(tokens.kinds, match.end())
    ):
        return None
    year = number_in(match, tokens, "Y")
    if entry.text == "W":
        return Item("holiday", match.start(), match.end(), year=year, rule=f"W{entry.number:02d}")
    base = 32 if entry.text == "Q" else 39
    return Item("part", match.start(), match.end(), year=year, part=base + entry.number)


PERIODS: tuple[Rule[Item], ...] = (
    ("M", f"(?P<M>month) (?P<U>unit) (of? (?P<Y>{YEAR}))?", _month_quarter),
    ("M", "(?P<M>month) (?P<Y>year) (?P<U>unit)", _month_quarter),
    ("M", f"(?P<M>month) (comma|of)? (?P<Y>{YEAR})", _month_year),
    ("E", f"(?P<E>season) of? (?P<Y>{YEAR}) ((dash|slash)(?P<Z>year|twodigit|cardinal))?", _season),
    ("E", "(?P<E>season) of? (?P<T>twodigit)", _season),
    ("E", "(?P<E>season) (?P<Y>year)? (?P<Z>year)?", _season),
    ("OsrD", f"(?P<N>ordinal|spelledth|direction) (?P<U>unit) of det? (?P<R>unit)(?!{GOES_ON})", _part),
    (
        "Osr",
        f"(?P<N>ordinal|spelledth|direction) dash? (?P<U>unit) (of? det? (named|unit)? (?P<Y>{YEAR}))"
        "(slash|dash) (?P<Z>year|twodigit|cardinal)",
        _part,
    ),
    ("OsrD", f"(?P<N>ordinal|spelledth|direction) dash? (?P<U>unit) (of? det? (named|unit)? (?P<Y>{YEAR}))?", _part),
    ("h", f"half (of? det? (named|unit)? (?P<Y>{YEAR}))", _half_year),
    ("X", f"(?P<X>quartercode) (of? named? (?P<Y>{YEAR}))?", _code),
    ("Y", "(?P<Y>year) dash? (?P<X>quartercode)", _code),
)
