"""The rules of days with their month: `mardi 3 mars 2015`, `May 4, 2014`, `14 juil. 89`, `15/08`, `2015-06-10`."""

import re

from pipeline.dates.calendar import valid_day
from pipeline.dates.dated.incomplete import is_word
from pipeline.dates.lexicon.classes import CLASSES, DAY, YEAR
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.lexicon.meanings import A_DAY
from pipeline.dates.reading.numeric import parse_numeric
from pipeline.dates.reading.tokens import Tokens, number_in
from pipeline.dates.rules.item import Item
from pipeline.dates.rules.matching import Rule


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
    if groups.get("W") and is_word(match.start("W"), tokens):
        return None
    if groups.get("B") and not tokens.entries[match.start("B")].number:
        return None
    if groups.get("U") and tokens.entries[match.start("U")] != A_DAY:
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
    opened = opened or (_padded(written) and tokens.word(before) in ("", ":", "|"))
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


def _padded(written: str) -> bool:
    """Whether day or month is filled up with a zero, as in no fraction."""
    return len(written) == 5 and "0" in (written[0], written[3])


def _spelled_day_allowed(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> bool:
    """`le deux mars`, `the second of May`, `premier mai`; not `The First March on Washington`, `un mai agité`."""
    between = tokens.kinds[match.start("N") + 1 : match.start("M")]
    if CLASSES["of"] in between or match["W"] or match.start("M") < match.start("N"):
        return True
    if lexicon.month_first:
        return False
    nth = tokens.entries[match.start("N")]
    if nth.number == 1 and nth.kind == "S" and tokens.kind(match.start("N") - 1) != "l":
        return False  # après un avril pluvieux
    return tokens.kind(match.start("N") - 1) in "letob" or nth.kind == "s" or (nth.number > 1 and not between)


def _lower(tokens: Tokens, index: int) -> bool:
    return tokens.text[tokens.starts[index]].islower()


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


def _roman_month(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`12.III.2014`, `12 III 2014`: the same sign on both sides of the month, or white space."""
    middle = next(i for i in range(match.start() + 1, match.end()) if tokens.kind(i) == "s")
    day, month, year = (tokens.entries[i] for i in (match.start(), middle, match.end() - 1))
    first, second = tokens.kinds[match.start() + 1 : middle], tokens.kinds[middle + 1 : match.end() - 1]
    bare = tokens.ends[middle] - tokens.starts[middle] == len(tokens.word(middle).rstrip("ercdnstm"))
    if first != second or month.text != "roman" or not bare or not valid_day(year.number, month.number, day.number):
        return None
    return Item("day", match.start(), match.end(), year=year.number, month=month.number, day=day.number)


_WEEKDAY = "((?P<W>weekday) comma? det?)?"
FULL_DAYS: tuple[Rule[Item], ...] = (
    ("QW", "(?P<W>weekday)? comma? det? (?P<Q>numeric)", _numeric),
    ("DW", f"{_WEEKDAY} (?P<N>cardinal) slash (cardinal)", _day_month),
    ("DW", f"{_WEEKDAY} (?P<N>cardinal) dash (?P<M>month) dash ((?P<Y>year)|(?P<T>cardinal|twodigit))", _day),
    ("DOM", "((?P<N>cardinal|ordinal))? (?P<M>month) (?P<T>twodigit|cardinal|spelled)", _month_short),
    (
        "DOSsW",
        f"{_WEEKDAY} (?P<N>{DAY}) ((?P<U>unit)? (?P<O>of))? det? (?P<M>month)"
        f"((comma? of? (?P<B>era)? | (of|prep)? det? (unit|named) of?) (?P<Y>{YEAR}))?",
        _day,
    ),
    ("D", "cardinal (stop|slash|dash)? spelledth (stop|slash|dash)? year", _roman_month),
    ("Y", "(?P<Y>year) comma? (?P<M>month) (?P<N>cardinal|ordinal)", _day),
    ("MW", f"{_WEEKDAY} (?P<M>month) (?P<N>cardinal) clock proper? (?P<Y>year)", _day),
    ("MW", f"{_WEEKDAY} (?P<M>month) det? (?P<N>{DAY}) (comma? (?P<B>era)? (?P<Y>{YEAR}))?", _day),
)
