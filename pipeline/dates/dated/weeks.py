"""The rules of weeks and week days: `première semaine de mai`, `week 23 of 2019`, `the first Monday in May`."""

import re
from datetime import date

from pipeline.dates.lexicon.classes import CLASSES, YEAR
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.lexicon.meanings import A_YEAR
from pipeline.dates.reading.tokens import Tokens, number_in
from pipeline.dates.rules.item import Item
from pipeline.dates.rules.matching import Rule
from pipeline.records import DateMod

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKS = 53
_OF_TRIAL = 5  # the fifth week may be that of a trial, the sixth too; one after these is that of a year


def _week_of_month(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`première semaine de mai`, `last week of June 2011`, `seconde quinzaine de mars 2004`."""
    unit, nth = tokens.entries[match.start("U")], tokens.entries[match.start("N")]
    if unit.text == "WE":
        return _weekend_of_month(match, tokens)
    size = {"W": 7, "F": 15, "F15": 15}.get(unit.text)
    if not size or unit.number or not (nth.number == -1 or 1 <= nth.number <= (5 if size == 7 else 2)):
        return None
    if nth.number == -1:
        part = (-size, -1)
    else:
        part = (size * (nth.number - 1) + 1, size * nth.number if size == 7 or nth.number == 1 else 31)
    return Item(
        "month",
        match.start(),
        match.end(),
        year=number_in(match, tokens, "Y"),
        month=number_in(match, tokens, "M"),
        days=part,
    )


def _weekend_of_month(match: re.Match[str], tokens: Tokens) -> Item | None:
    """`the last weekend of July`: its last Saturday, and the day after."""
    nth, month = tokens.entries[match.start("N")].number, tokens.entries[match.start("M")].number
    if not (nth == -1 or 1 <= nth <= _OF_TRIAL):
        return None
    year = number_in(match, tokens, "Y")
    return Item("holiday", match.start(), match.end(), year=year, rule=f"{month:02d}-sat{nth}", days=(1, 2))


def _first_units(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the first three months of 2015`, `les dix premiers jours de mai`, `the last two weeks of June 2015`."""
    count, nth = tokens.entries[match.start("C")].number, tokens.entries[match.start("N")].number
    unit = tokens.entries[match.start("U")].text
    if nth not in (1, -1):
        return None
    if match["M"]:
        size = count * {"D": 1, "W": 7}.get(unit, 0)
        part = (1, size) if nth == 1 else (-size, -1)
        month, year = number_in(match, tokens, "M"), number_in(match, tokens, "Z")
        return Item("month", match.start(), match.end(), year=year, month=month, days=part) if 0 < size < 29 else None
    year = number_in(match, tokens, "Y")
    if unit != "M" or not 2 <= count <= 11:
        return None
    return Item("literal", match.start(), match.end(), year=year, months=_months(count, nth))


def _first_of_running(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the first seven months of this year`; `les six premiers mois de l'année`, three too: a half-year, a quarter."""
    count, nth = tokens.entries[match.start("C")].number, tokens.entries[match.start("N")].number
    year = tokens.kinds.find(CLASSES["unit"], match.start("R"), match.end())
    months = tokens.entries[match.start("U")].text == "M" and tokens.entries[year] == A_YEAR
    parts = {(3, 1): 33, (3, -1): 36, (6, 1): 40, (6, -1): 41}
    if not months or nth not in (1, -1) or not 2 <= count <= 11:
        return None
    item = Item("part", match.start(), match.end(), steps=_direction(match, tokens))
    part = parts.get((count, nth))
    return item._replace(part=part) if part else item._replace(months=_months(count, nth))


def _months(count: int, nth: int) -> tuple[int, int]:
    """The first and last of so many months at the beginning of a year, or at its end where `nth` is -1."""
    return (1, count) if nth == 1 else (13 - count, 12)


def _opening(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the first months of 2015`, `les derniers jours de mai`: its beginning or end."""
    nth, unit = tokens.entries[match.start("N")].number, tokens.entries[match.start("U")]
    several = unit.number == 1 or tokens.word(match.start("N")) in lexicon.plurals
    if not several or nth not in (1, -1) or unit.text not in ("D", "W", "M"):
        return None
    month = number_in(match, tokens, "M")
    year = number_in(match, tokens, "Z" if month else "Y")
    mod: DateMod = "START" if nth == 1 else "END"
    return Item("month" if month else "year", match.start(), match.end(), year=year, month=month, mod=mod)


def _nth_weekday(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the first Monday in May 2016`, `dernier vendredi de juin`, `deuxième mardi du mois prochain`."""
    nth, weekday = tokens.entries[match.start("N")].number, tokens.entries[match.start("W")].number
    if not (nth == -1 or 1 <= nth <= 5):
        return None
    rule, groups = f"{_DAYS[weekday - 1]}{nth}", match.groupdict()
    if "R" in groups:
        unit = tokens.kinds.find(CLASSES["unit"], match.start("R"), match.end())
        if unit >= 0 and tokens.entries[unit].text != "M":
            return None
        return Item("holiday", match.start(), match.end(), rule=rule, steps=_direction(match, tokens), unit="M")
    month = tokens.entries[match.start("M")].number
    year = number_in(match, tokens, "Y")
    return Item("holiday", match.start(), match.end(), year=year, rule=f"{month:02d}-{rule}")


def _week_number(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`week 23 of 2019`, `la 23e semaine`: an ISO week."""
    number, year = tokens.entries[match.start("N")].number, number_in(match, tokens, "Y")
    unit = tokens.entries[match.start("U")]
    if unit.text != "W" or unit.number or not 1 <= number <= _WEEKS or tokens.entries[match.start("N")].text == "roman":
        return None
    if year is None and (number <= _OF_TRIAL or tokens.kind(match.end()) in "oU$"):
        return None
    return Item("holiday", match.start(), match.end(), year=year, rule=f"W{number:02d}")


def _last_week(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the last week of 2019`: the ISO week of 28 December."""
    unit, year = tokens.entries[match.start("U")], tokens.entries[match.start("Y")].number
    if unit.text != "W" or unit.number or tokens.entries[match.start()].number != -1:
        return None
    number = date(year, 12, 28).isocalendar().week
    return Item("holiday", match.start(), match.end(), year=year, rule=f"W{number:02d}")


def _weekday_of_week(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`Monday of next week`, `vendredi de la semaine dernière`, `Tuesday next week`."""
    unit = tokens.kinds.find(CLASSES["unit"], match.start("R"), match.end())
    if unit >= 0 and (tokens.entries[unit].text != "W" or tokens.entries[unit].number):
        return None
    weekday = tokens.entries[match.start("W")].number
    return Item("weekday", match.start(), match.end(), weekday=weekday, steps=_direction(match, tokens), unit="W")


def _weeks_ahead(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`lundi en huit`, `a week on Monday`, `Monday week`: so many weeks after the next one."""
    weekday, entry = tokens.entries[match.start("W")].number, tokens.entries[match.start("A")]
    if entry.kind == CLASSES["unit"] and (entry.text != "W" or entry.number or tokens.kind(match.end()) in "xzDOS"):
        return None
    weeks = entry.number or 1
    return Item("weekday", match.start(), match.end(), weekday=weekday, steps=weeks, unit="D")


def _weekday_in_weeks(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`samedi dans trois semaines`: so many weeks after the next one."""
    weekday, count = tokens.entries[match.start("W")].number, tokens.entries[match.start("N")].number
    weeks = tokens.entries[match.start("U")].text == "W" and tokens.word(match.start("P")) in lexicon.future_in
    return Item("weekday", match.start(), match.end(), weekday=weekday, steps=count, unit="D") if weeks else None


def _weekdays_away(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`two Mondays ago`, `il y a deux lundis`, `three Fridays from now`."""
    count, weekday = tokens.entries[match.start("N")].number, tokens.entries[match.start("W")].number
    said = tokens.entries[match.start("G")].text if match.groupdict().get("G") else "anchor-"
    if not said.startswith("anchor") or not 1 <= count <= _WEEKS:
        return None
    direction = 1 if said.endswith("+") else -1
    return Item("weekday", match.start(), match.end(), weekday=weekday, direction=direction, steps=count - 1, unit="D")


def _weekend(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`over the weekend`, `au week-end`: Saturday and Sunday."""
    if tokens.entries[match.start()].text != "WE" or tokens.entries[match.start()].number:
        return None
    return Item("weekday", match.start(), match.end(), weekday=6, days=(1, 2))


def _direction(match: re.Match[str], tokens: Tokens) -> int:
    """The steps that the word of direction in group R says; 0 for `this`."""
    kinds = (CLASSES["direction"], CLASSES["monthward"])
    return next((tokens.entries[i].number for i in range(*match.span("R")) if tokens.kinds[i] in kinds), 0)


_NTH = "(?P<N>ordinal|spelledth|direction)"
_OF_TIME = f"of det? unit? of? ((?P<M>month) of? (?P<Z>{YEAR})? | (?P<Y>{YEAR}))"
_RUNNING = "(this|direction) unit|unit direction"
WEEKS: tuple[Rule[Item], ...] = (
    ("Osr", f"{_NTH} (?P<U>unit) (of|prep)? det? (?P<M>month) (comma? of? (?P<Y>{YEAR}))?", _week_of_month),
    ("Osr", f"{_NTH} (?P<W>weekday) (of|prep) det? (?P<M>month) (comma? of? (?P<Y>{YEAR}))?", _nth_weekday),
    ("Osr", f"{_NTH} (?P<W>weekday) of? det? (?P<R>{_RUNNING}|monthward)", _nth_weekday),
    ("DS", f"(?P<C>cardinal|spelled) {_NTH} (?P<U>unit) {_OF_TIME}", _first_units),
    ("Osr", f"{_NTH} (?P<C>cardinal|spelled) (?P<U>unit) {_OF_TIME}", _first_units),
    ("r", f"direction (?P<U>unit) of? det? unit? (?P<Y>{YEAR})", _last_week),
    ("Osrq", f"some? {_NTH} some? (?P<U>unit) {_OF_TIME}", _opening),
    ("DS", f"(?P<C>cardinal|spelled) {_NTH} (?P<U>unit) of det? (?P<R>{_RUNNING}|unit)", _first_of_running),
    ("Osr", f"{_NTH} (?P<C>cardinal|spelled) (?P<U>unit) of det? (?P<R>{_RUNNING}|unit)", _first_of_running),
    ("Os", f"(?P<N>ordinal|spelledth) (?P<U>unit) (of? det? unit? (?P<Y>{YEAR}))?", _week_number),
    ("U", f"(?P<U>unit) (?P<N>cardinal|twodigit) (comma? of? det? unit? (?P<Y>{YEAR}))?", _week_number),
    ("W", f"(?P<W>weekday) of? det? (?P<R>{_RUNNING})", _weekday_of_week),
    ("W", "(?P<W>weekday) (?P<A>weeksahead|unit)", _weeks_ahead),
    ("5", "(?P<A>weeksahead) (?P<W>weekday)", _weeks_ahead),
    ("W", "(?P<W>weekday) comma? (?P<P>prep) (?P<N>cardinal|spelled) (?P<U>unit)", _weekday_in_weeks),
    ("DS", "(?P<N>cardinal|spelled) (?P<W>weekday|weekdays) (?P<G>later)", _weekdays_away),
    ("g", "ago (?P<N>cardinal|spelled) (?P<W>weekdays)", _weekdays_away),
    ("U", "unit", _weekend),
)
