"""The rules of what is said without its year or month: `le 17 du mois prochain`, `jeudi 6`, `in May`, a bare `6`."""

import re

from pipeline.dates.lexicon.classes import CLASSES, DAY, compile_rule
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens, number_in
from pipeline.dates.rules.item import Item
from pipeline.dates.rules.matching import Rule

_SHORT_LIST = compile_rule("(dash | slash | and | to) month")  # Oct.-Nov. 2012


def is_word(index: int, tokens: Tokens) -> bool:
    """Whether what looks like the short form of a week day is a word: `en mer le 31 juillet`."""
    written = tokens.text[tokens.starts[index] : tokens.ends[index]]
    return tokens.entries[index].short and written.islower() and written[-1] != "." and tokens.kind(index + 1) == "l"


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


def _month(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    if tokens.entries[match.start()].short and not _SHORT_LIST.match(tokens.kinds, match.end()):
        return None
    if tokens.kind(match.start() - 1) in "DO" and not lexicon.month_first:
        return None
    return Item("month", match.start(), match.end(), month=number_in(match, tokens, "M"))


def _weekday_day(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    day = tokens.entries[match.start("N")]
    if match["W"] and is_word(match.start("W"), tokens):
        return None
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


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a text ends with a token, or goes on with a capital."""
    after = tokens.text[tokens.starts[index + 1]] if index + 1 < len(tokens.starts) else "A"
    return after.isupper()


def _short_day(index: int, tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether `Sat`, `lun.` alone is a week day: a capital or a point, and words around it that speak of a time."""
    written = tokens.text[tokens.starts[index] : tokens.ends[index]]
    if written.islower() and written[-1] == "." and _ends_sentence(tokens, index):
        return False  # en mer.
    if written[-1] != "." and tokens.kind(index + 1) == CLASSES["proper"]:
        return False  # Sun City
    marked = written[-1] == "." or (written[0].isupper() and not lexicon.lower_case_months)
    return marked and (tokens.kind(index - 1) in "prck" or tokens.kind(index + 1) in "rT")


INCOMPLETE: tuple[Rule[Item], ...] = (
    ("DOSs", f"(?P<N>{DAY}) (of det? | det) (?P<R>this|direction) (?P<U>unit)", _of_month),
    ("DOSs", f"(?P<N>{DAY}) (of det? | det) (?P<U>unit) (?P<R>direction)", _of_month),
    ("DOSs", f"(?P<N>{DAY}) (?P<R>monthward|modifier)", _of_month),
    ("WDOSs", f"((?P<W>weekday) comma? det?)? (?P<N>{DAY}) (comma (?P<Y>year))?", _weekday_day),
    ("M", "(?P<M>month)", _month),
    ("W", "weekday", _weekday),
)
