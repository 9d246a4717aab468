"""The rules of single expressions: `mardi 3 mars 2015`, `May 4`, `le 17 du mois prochain`, `mai 68`, a bare `6`.

They are tried in the order in which they stand at the end; the first that matches is the item's shape.
"""

import re

from pipeline.dates.calendar import valid_day
from pipeline.dates.classes import CLASSES, DAY, YEAR, compile_rule
from pipeline.dates.entries import Entry
from pipeline.dates.item import Item
from pipeline.dates.lexicon import DateLexicon
from pipeline.dates.numeric import parse_numeric
from pipeline.dates.periods import (
    century,
    century_alone,
    code,
    decade,
    decade_of_century,
    era_year,
    half_year,
    holiday,
    listed_decade,
    month_quarter,
    named,
    named_alone,
    part,
    season,
    spelled_decade,
    year_pair,
)
from pipeline.dates.rules import Builder, first_built, rule_table
from pipeline.dates.tokens import Tokens, number_in
from pipeline.dates.weeks import (
    first_units,
    nth_weekday,
    week_number,
    week_of_month,
    weekday_of_week,
    weekend,
    weeks_ahead,
)


_A_DAY = Entry(CLASSES["unit"], text="D")  # of `the fourth day of April`


def _day(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`mardi 3 mars 2015`, `the 3rd of May`, `May 4, 2014`."""
    month_at, day_at = match.start("M"), match.start("N")
    if month_at < day_at and not (lexicon.month_first and tokens.entries[day_at].kind in "DOs"):
        return None
    if tokens.kind(day_at - 1) == "/" and tokens.glued(day_at) and tokens.kind(day_at - 2) not in "DOZ":
        return None  # CHR/2 December 14, 2017
    day, month = tokens.entries[day_at], tokens.entries[month_at]
    year = number_in(match, tokens, "Y")
    groups = match.groupdict()
    if groups.get("U") and tokens.entries[match.start("U")] != _A_DAY:
        return None  # the first week of May
    if groups.get("O") and year is None and lexicon.month_first and tokens.kind(match.end()) in "DO":
        return None  # circular No. 14 of Aug. 3
    if groups.get("T"):
        year = _short_year(match.start("T"), tokens, lexicon)
        if year is None:
            return None
    if day.text == "roman" or not valid_day(year or 2000, month.number, day.number):
        return None
    spelled = day.kind in "Ss"
    if spelled and year is None and not _spelled_day_allowed(match, tokens, lexicon):
        return None
    ambiguous = tokens.word(month_at) in lexicon.ambiguous and not lexicon.lower_case_months
    if year is None and ambiguous and _lower(tokens, month_at):
        return None  # the parties may 5 times request a pause
    first_month = month_at < day_at
    return Item(
        "monthday" if first_month else "day",
        match.start(),
        match.end(),
        year=year,
        month=month.number,
        day=day.number,
        weekday=number_in(match, tokens, "W") if "W" in groups else None,
        spelled=spelled,
    )


def _short_year(index: int, tokens: Tokens, lexicon: DateLexicon) -> int | None:
    """A year in two digits (`mai 68`, `20-Feb-06`), unless it counts what stands after it."""
    counted = tokens.kind(index + 1) in "U$zxDNOZM" and tokens.word(index + 1) not in lexicon.day_followers
    if tokens.entries[index].kind == CLASSES["spelled"]:  # avril soixante et un
        number = tokens.entries[index].number
        return lexicon.full_year(number) if 40 <= number <= 99 and not counted else None
    if counted or tokens.ends[index] - tokens.starts[index] != 2:
        return None
    return lexicon.full_year(tokens.entries[index].number)


def _month_short(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`mai 68`, `fév. 06`; after a day the year follows it (`14 juil. 89`)."""
    number = tokens.entries[match.start("T")]
    padded = tokens.text[tokens.starts[match.start("T")]] == "0" and not lexicon.month_first
    ends = bool(match["N"]) and tokens.kind(match.end()) in " .;)" and not tokens.glued(match.end() + 1)
    year = _short_year(match.start("T"), tokens, lexicon) if number.kind in "ZS" or padded or ends else None
    if year is None or (
        match["N"] and not valid_day(year, tokens.entries[match.start("M")].number, number_in(match, tokens, "N") or 0)
    ):
        return None
    month, day = number_in(match, tokens, "M"), number_in(match, tokens, "N")
    return Item("day" if day else "month", match.start(), match.end(), year=year, month=month, day=day)


def _day_month(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`du 28/03 au 03/04`, `le 15/08`: two numbers and a slash after a determiner or the like."""
    one, two = tokens.entries[match.start("N")].number, tokens.entries[match.end() - 1].number
    last = match.end() - 1
    written = tokens.text[tokens.starts[match.start("N")] : tokens.ends[last]]
    before = match.start() - 1
    opened = tokens.kind(before) in "ltbfpW" or tokens.word(before) in lexicon.range_openers or match["W"] is not None
    two_digits = len(written) - written.index("/") == 3 or (opened and tokens.kind(match.end()) in " .,;)!t")
    if not (tokens.glued(last) and tokens.glued(last - 1) and two_digits and opened):
        return None
    readings = [(one, two), (two, one)] if lexicon.day_first or one > 12 else [(two, one), (one, two)]
    day, month = readings[0]
    if not valid_day(2000, month, day) or tokens.kind(match.end()) in "/$-":
        return None
    return Item(
        "day", match.start(), match.end(), month=month, day=day, weekday=number_in(match, tokens, "W"), figures=True
    )


def _of_month(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the 23rd of this month`, `le 17 du mois prochain`, `19th instant`: a day, and months from the anchor's."""
    day, groups = tokens.entries[match.start("N")], match.groupdict()
    if groups.get("U") and tokens.entries[match.start("U")].text != "M":
        return None
    entry = tokens.entries[match.start("R")]
    if entry.kind == CLASSES["modifier"] and (
        tokens.word(match.start("R")) not in lexicon.running or tokens.kind(match.end()) in "YMoE"
    ):
        return None  # le 5 courant; not le 5 fin mai, groupe 1 courant 2000
    steps = entry.number if entry.kind in (CLASSES["direction"], CLASSES["monthward"]) else 0
    if not 1 <= day.number <= 31:
        return None
    return Item("dayonly", match.start(), match.end(), day=day.number, steps=steps, unit="M")


def _spelled_day_allowed(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> bool:
    """`le deux mars`, `the second of May`, `premier mai`; not `The First March on Washington`, `un mai agité`."""
    between = tokens.kinds[match.start("N") + 1 : match.start("M")]
    if CLASSES["of"] in between or match["W"] or match.start("M") < match.start("N"):
        return True
    if lexicon.month_first:
        return False
    nth = tokens.entries[match.start("N")]
    return tokens.kind(match.start("N") - 1) in "letob" or nth.kind == "s" or (nth.number > 1 and not between)


def _lower(tokens: Tokens, index: int) -> bool:
    return tokens.text[tokens.starts[index]].islower()


def _month_year(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    if tokens.kind(match.start() - 1) in "DO":
        return None  # 29 février 2015: a day that does not exist
    name_like = tokens.kind(match.start() - 1) == "x" and not _lower(tokens, match.start())
    if name_like and lexicon.lower_case_months and tokens.word(match.start()) in lexicon.ambiguous:
        return None  # la mission Mars 2020
    return Item(
        "month", match.start(), match.end(), year=number_in(match, tokens, "Y"), month=number_in(match, tokens, "M")
    )


def _month(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    if tokens.entries[match.start()].short and not _SHORT_LIST.match(tokens.kinds, match.end()):
        return None
    if tokens.kind(match.start() - 1) in "DO" and not lexicon.month_first:
        return None
    return Item("month", match.start(), match.end(), month=number_in(match, tokens, "M"))


def _year(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    year = tokens.entries[match.start()].number
    return Item("year", match.start(), match.end(), year=year, spelled=match[0] == CLASSES["spelledyear"])


def fiscal(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the 2019 fiscal year`."""
    if not lexicon.attributive_year or tokens.entries[match.end() - 1].text:
        return None
    return Item("named", match.start(), match.end(), year=number_in(match, tokens, "Y"))


def _weekday_day(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    day = tokens.entries[match.start("N")]
    if not 1 <= day.number <= 31 or (match["W"] and day.kind == "S") or _of_clock(match.end(), tokens):
        return None  # jeudi une délégation; le 3 mai à 10 h 30
    return Item(
        "dayonly",
        match.start(),
        match.end(),
        year=number_in(match, tokens, "Y"),
        day=day.number,
        weekday=number_in(match, tokens, "W"),
        spelled=day.kind in "Ss",
        nth=day.kind in "Os",
    )


def _of_clock(index: int, tokens: Tokens) -> bool:
    """Whether the number before a token is an hour."""
    kind = tokens.kind(index)
    return kind in "2i" or (kind == "U" and tokens.entries[index].text == "Th")


def _weekday(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    entry, first = tokens.entries[match.start()], match.start()
    if entry.short and not _short_day(first, tokens, lexicon):
        return None
    return Item("weekday", match.start(), match.end(), weekday=entry.number)


def _short_day(index: int, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether `Sat`, `lun.` alone is a week day: a capital or a point, and words around it that speak of a time."""
    written = tokens.text[tokens.starts[index] : tokens.ends[index]]
    marked = written[-1] == "." or (written[0].isupper() and not lexicon.lower_case_months)
    return marked and (tokens.kind(index - 1) in "prck" or tokens.kind(index + 1) in "rT")


def _numeric(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    found = parse_numeric(tokens.word(match.start("Q")), day_first=lexicon.day_first, latest=lexicon.latest)
    if found is None:
        return None
    parts = [int(part) for part in found.edtf.split("-")]
    shape, day = ("day", parts[2]) if len(parts) == 3 else ("month", None)
    weekday = number_in(match, tokens, "W")
    other = None if lexicon.order_known else found.other
    return Item(
        shape,
        match.start(),
        match.end(),
        year=parts[0],
        month=parts[1],
        day=day,
        weekday=weekday,
        alternative=other,
        figures=True,
    )


_SHORT_LIST = compile_rule("(dash | slash | and | to) month")  # Oct.-Nov. 2012


def _rules() -> tuple[tuple[str, str, Builder[Item]], ...]:
    """Each rule with the classes of the tokens that it can begin with."""
    day, year, nth = DAY, YEAR, "ordinal|spelledth|direction"
    of_time = f"of det? unit? of? ((?P<M>month) of? (?P<Z>{year})? | (?P<Y>{year}))"
    running = "(this|direction) unit|unit direction"
    table: tuple[tuple[str, str, Builder[Item]], ...] = (
        ("QW", "(?P<W>weekday)? comma? det? (?P<Q>numeric)", _numeric),
        ("DW", "((?P<W>weekday) comma? det?)? (?P<N>cardinal) slash (cardinal)", _day_month),
        (
            "DW",
            "((?P<W>weekday) comma? det?)? (?P<N>cardinal) dash (?P<M>month) dash"
            "((?P<Y>year)|(?P<T>cardinal|twodigit))",
            _day,
        ),
        ("DOM", "((?P<N>cardinal|ordinal))? (?P<M>month) (?P<T>twodigit|cardinal|spelled)", _month_short),
        ("M", f"(?P<M>month) (?P<U>unit) (of? (?P<Y>{year}))?", month_quarter),
        ("M", "(?P<M>month) (?P<Y>year) (?P<U>unit)", month_quarter),
        (
            "DOSsW",
            f"((?P<W>weekday) comma? det?)? (?P<N>{day}) ((?P<U>unit)? (?P<O>of))? det? (?P<M>month)"
            f"((comma? of? | of? det? (unit|named) of?) (?P<Y>{year}))?",
            _day,
        ),
        ("Y", "(?P<Y>year) comma? (?P<M>month) (?P<N>cardinal|ordinal)", _day),
        ("MW", f"((?P<W>weekday) comma? det?)? (?P<M>month) det? (?P<N>{day}) (comma? (?P<Y>{year}))?", _day),
        ("M", f"(?P<M>month) (comma|of)? (?P<Y>{year})", _month_year),
        ("E", f"(?P<E>season) of? (?P<Y>{year}) ((dash|slash)(?P<Z>year|twodigit|cardinal))?", season),
        ("E", "(?P<E>season) of? (?P<T>twodigit)", season),
        ("Z", "(?<=unit twodigit and) twodigit", listed_decade),
        (
            "Osr",
            f"(?P<N>ordinal|spelledth|direction) (?P<U>unit) of? det? (?P<M>month) (comma? of? (?P<Y>{year}))?",
            week_of_month,
        ),
        ("Osr", f"(?P<N>{nth}) (?P<W>weekday) (of|prep) det? (?P<M>month) (comma? of? (?P<Y>{year}))?", nth_weekday),
        ("Osr", f"(?P<N>{nth}) (?P<W>weekday) of? det? (?P<R>{running}|monthward)", nth_weekday),
        (
            "Osr",
            "(?P<N>ordinal|spelledth|direction) (?P<U>unit) of? det? (?P<C>ordinal|spelledth) century",
            decade_of_century,
        ),
        ("DS", f"(?P<C>cardinal|spelled) (?P<N>{nth}) (?P<U>unit) {of_time}", first_units),
        ("Osr", f"(?P<N>{nth}) (?P<C>cardinal|spelled) (?P<U>unit) {of_time}", first_units),
        ("Os", f"(?P<N>ordinal|spelledth) (?P<U>unit) (of? det? unit? (?P<Y>{year}))?", week_number),
        ("U", f"(?P<U>unit) (?P<N>cardinal|twodigit) (comma? of? det? unit? (?P<Y>{year}))?", week_number),
        ("W", f"(?P<W>weekday) of? det? (?P<R>{running})", weekday_of_week),
        ("W", "(?P<W>weekday) (?P<A>weeksahead|unit)", weeks_ahead),
        ("5", "(?P<A>weeksahead) (?P<W>weekday)", weeks_ahead),
        ("U", "unit", weekend),
        ("YDZN", "(?P<N>cardinal|twodigit|count|year) (?P<B>era)", era_year),
        ("OsrD", f"(?P<N>ordinal|spelledth|direction)(?P<U>unit)(of? det? (named|unit)? (?P<Y>{year}))?", part),
        ("h", f"half (of? det? (named|unit)? (?P<Y>{year}))", half_year),
        ("X", f"(?P<X>quartercode) (of? named? (?P<Y>{year}))?", code),
        ("Y", "(?P<Y>year) dash? (?P<X>quartercode)", code),
        ("Y", "(?P<Y>year) named", fiscal),
        (
            "JU",
            f"(named|unit) of? (?P<Y>{year}|twodigit|spelled|cardinal) ((dash|slash)(?P<Z>year|twodigit|cardinal))?",
            named,
        ),
        ("J", "named", named_alone),
        ("K", "decade", decade),
        ("S", "(?P<N>spelled) dash? decade", spelled_decade),
        ("Os", "(?P<N>ordinal|spelledth) century (?P<B>era)?", century),
        ("s", "spelledth", century_alone),
        ("j", "(?P<B>era) (?P<N>cardinal|twodigit|count|year)", era_year),
        ("H", f"holiday ((dash|comma? of?) (?P<Y>{year}))?", holiday),
        ("Y", "year (dash|slash) (twodigit|cardinal)", year_pair),
        ("YP", "year|spelledyear", _year),
        ("DOSs", f"(?P<N>{day}) of? det? (?P<R>this|direction) (?P<U>unit)", _of_month),
        ("DOSs", f"(?P<N>{day}) of? det? (?P<U>unit) (?P<R>direction)", _of_month),
        ("DOSs", f"(?P<N>{day}) (?P<R>monthward|modifier)", _of_month),
        ("WDOSs", f"((?P<W>weekday) comma? det?)? (?P<N>{day}) (comma (?P<Y>year))?", _weekday_day),
        ("M", "(?P<M>month)", _month),
        ("E", "(?P<E>season) (?P<Y>year)? (?P<Z>year)?", season),
        ("W", "weekday", _weekday),
    )
    return table


_RULES = rule_table(_rules())
SHAPE_STARTS = frozenset(_RULES)


def read_shape(tokens: Tokens, index: int, lexicon: DateLexicon) -> Item | None:
    """The expression that begins at a token, by the first rule that builds one."""
    found = first_built(_RULES, tokens, index, lexicon)
    return found[0] if found else None
