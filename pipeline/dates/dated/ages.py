"""The rules of decades, centuries and eras: `les années 60 et 70`, `the nineties`, `au XIXe siècle`, `44 BC`."""

import re

from pipeline.dates.lexicon.classes import compile_rule
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item
from pipeline.dates.rules.matching import Rule
from pipeline.records import DateMod

_SHORT = 3  # characters of `30s`
_PART_BEFORE = compile_rule("modifier of? det?$")
_LAST_HUNDREDS = 1800  # `the 1800s` are a century, `the 1900s` may be ten years


def _listed_decade(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """The 70 of `les années 60 et 70`, the 1970 of `les années 1960 et 1970`."""
    number, noun = tokens.entries[match.start()].number, tokens.entries[match.start() - 3]
    if noun.text != "Y" or noun.number != 1 or number % 10:
        return None
    value = number if number > 99 else 1900 + number
    return Item("literal", match.start(), match.end(), literal=f"{value // 10}X")


def _spelled_decade(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the nineteen-nineties`."""
    hundreds, tens = tokens.entries[match.start("N")].number, tokens.entries[match.end() - 1].number % 100 // 10
    if not 10 <= hundreds <= 21:
        return None
    return Item("literal", match.start(), match.end(), literal=f"{hundreds:02d}{tens}X")


def _decade(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the 1990s`, `the sixties`."""
    entry, at = tokens.entries[match.start()], tokens.starts[match.start()]
    short = tokens.ends[match.start()] - at == _SHORT and tokens.text[at].isdigit()
    if short and (tokens.kind(match.start() - 1) in "DZNx" and tokens.kind(match.end()) == "."):
        return None  # £2 10s., paid 30s. a week
    before = match.start() - 1
    while short and tokens.kind(before) in "m-":
        before -= 1
    if short and tokens.word(before) in lexicon.not_decades:
        return None  # in her late 40s, in the upper 70s
    literal = f"{entry.number // 10:03d}X"
    if entry.number % 100 == 0 and entry.number <= _LAST_HUNDREDS:
        literal = f"{entry.number // 100:02d}XX"
    return Item("literal", match.start(), match.end(), literal=literal, spelled=not entry.text)


def _decade_of_century(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the last decade of the 20th century`, `première décennie du XXIe siècle`."""
    nth, which = tokens.entries[match.start("N")], tokens.entries[match.start("C")].number
    number = 10 if nth.number == -1 else nth.number
    unit = tokens.entries[match.start("U")].text
    if unit == "Q" and number in (1, 4, 10) and 1 <= which <= 30:  # the first quarter of the 20th century
        mod: DateMod = "START" if number == 1 else "END"
        return Item("literal", match.start(), match.end(), literal=f"{which - 1:02d}XX", mod=mod)
    if unit != "DE" or not (1 <= number <= 10 and 1 <= which <= 30):
        return None
    return Item("literal", match.start(), match.end(), literal=f"{which - 1:02d}{number - 1}X")


def _century(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`XXIe siècle`, `the 19th century`."""
    number = tokens.entries[match.start("N")].number
    if not 1 <= number <= 30:
        return None
    sign = "-" if match["B"] and not tokens.entries[match.start("B")].number else ""
    return Item("literal", match.start(), match.end(), literal=f"{sign}{number - 1:02d}XX")


def _millennium(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`IIIe millénaire`, `the second millennium BC`."""
    number = tokens.entries[match.start("N")].number
    if not 1 <= number <= 9:
        return None
    sign = "-" if match["B"] and not tokens.entries[match.start("B")].number else ""
    return Item("literal", match.start(), match.end(), literal=f"{sign}{number - 1}XXX")


def _millennium_alone(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`at the turn of the millennium`: the one that began in 2000."""
    turn = _PART_BEFORE.search(tokens.kinds, max(match.start() - 3, 0), match.start())
    return Item("literal", match.start(), match.end(), literal="2XXX") if turn else None


def _century_alone(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`à la fin du XIXe`: a Roman ordinal after a part of something long is a century."""
    entry, before = tokens.entries[match.start()], tokens.kinds[max(match.start() - 2, 0) : match.start()]
    if (
        entry.text != "roman"
        or not 5 <= entry.number <= 21
        or before not in ("mo", "ho")
        or tokens.kind(match.end()) in "xz"
    ):
        return None
    return Item("literal", match.start(), match.end(), literal=f"{entry.number - 1:02d}XX")


def _era_year(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`44 BC`, `476 apr. J.-C.`: the year before 1 is 0000 in EDTF."""
    year, era = tokens.entries[match.start("N")].number, tokens.entries[match.start("B")].number
    if match.start("B") < match.start("N") and not (era and tokens.text[tokens.starts[match.start("B")]].isupper()):
        return None  # AD 476
    if not 0 < year < 10000:
        return None
    literal = f"{year:04d}" if era else f"-{year - 1:04d}" if year > 1 else "0000"
    return Item("literal", match.start(), match.end(), literal=literal)


AGES: tuple[Rule[Item], ...] = (
    ("ZY", "(?<=unit (twodigit|year) and) (twodigit|year)", _listed_decade),
    (
        "Osr",
        "(?P<N>ordinal|spelledth|direction) (?P<U>unit) of? det? (?P<C>ordinal|spelledth) century",
        _decade_of_century,
    ),
    ("YDZN", "(?P<N>cardinal|twodigit|count|year) (?P<B>era)", _era_year),
    ("j", "(?P<B>era) (?P<N>cardinal|twodigit|count|year)", _era_year),
    ("K", "decade", _decade),
    ("S", "(?P<N>spelled) dash? decade", _spelled_decade),
    ("Os", "(?P<N>ordinal|spelledth) dash? (century|centurysign) (?P<B>era)?", _century),
    ("Osr", "(?P<N>ordinal|spelledth) dash? millennium (?P<B>era)?", _millennium),
    ("s", "spelledth", _century_alone),
    ("7", "millennium", _millennium_alone),
)
