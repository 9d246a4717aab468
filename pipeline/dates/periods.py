"""The rules of longer times and named days: seasons, quarters, decades, centuries, holidays."""

import re

from pipeline.dates.classes import CLASSES
from pipeline.dates.item import Item
from pipeline.dates.lexicon import DateLexicon
from pipeline.dates.tokens import Tokens, number_in

_LAST_HUNDREDS = 1800  # `the 1800s` are a century, `the 1900s` may be ten years


def month_quarter(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the June quarter of 2017`, `March 2014 quarter`: the quarter that ends with the month."""
    unit, month = tokens.entries[match.start("U")], tokens.entries[match.start("M")].number
    if unit.text != "Q" or unit.number or month % 3:
        return None
    return Item("part", match.start(), match.end(), year=number_in(match, tokens, "Y"), part=32 + month // 3)


def named_alone(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`à la rentrée`: a noun that stands for a month."""
    noun = tokens.entries[match.start()].text
    alone = tokens.kind(match.start() - 1) == "l" and tokens.kind(match.start() - 2) in "tpb"
    alone = alone and tokens.kind(match.end()) != CLASSES["of"]
    return Item("named", match.start(), match.end(), month=int(noun)) if noun and alone else None


def season(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
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
    if tokens.word(match.start() - 1) in lexicon.blockers:
        return None
    return Item("part", match.start(), end, year=year, part=number_in(match, tokens, "E"))


def part(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`premier trimestre 2014`, `the last quarter of 2014`, `second half of 2014`."""
    unit, nth = tokens.entries[match.start("U")], tokens.entries[match.start("N")]
    size = {"Q": 4, "H": 2}.get(unit.text)
    if not size or nth.text == "roman":
        return None
    number = size if nth.kind == CLASSES["direction"] and nth.number == -1 else nth.number
    if not 1 <= number <= size or (nth.kind == CLASSES["direction"] and not match["Y"]):
        return None
    base = 32 if size == 4 else 39
    return Item("part", match.start(), match.end(), year=number_in(match, tokens, "Y"), part=base + number)


def half_year(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`première moitié de 2014`, `second half of 2014`."""
    return Item(
        "part",
        match.start(),
        match.end(),
        year=number_in(match, tokens, "Y"),
        part=39 + tokens.entries[match.start()].number,
    )


def code(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`T3 2016`, `Q1`, `H1 2014`; alone only where the words around it speak of a time."""
    entry = tokens.entries[match.start("X")]
    if not match["Y"] and not (
        tokens.kind(match.start() - 1) in "ptbmf"
        or tokens.kinds[max(match.start() - 2, 0) : match.start()] == "mo"
        or lexicon.tenses.fullmatch(tokens.word(match.end()))
        or tokens.kinds[match.end() : match.end() + 2] == "-X"
    ):
        return None
    year = number_in(match, tokens, "Y")
    if entry.text == "W":
        return Item("holiday", match.start(), match.end(), year=year, rule=f"W{entry.number:02d}")
    base = 32 if entry.text == "Q" else 39
    return Item("part", match.start(), match.end(), year=year, part=base + entry.number)


def named(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`rentrée 2014`, `l'an 2000`, `années 90`: a noun and its year or decade."""
    noun, number = tokens.entries[match.start()], tokens.entries[match.start("Y")]
    if noun.kind == CLASSES["unit"] and noun.text == "DE" and number.kind == "Y" and number.number % 10 == 0:
        return Item("literal", match.start(), match.end("Y"), literal=f"{number.number // 10:03d}X")
    if noun.kind == CLASSES["unit"] and noun.text != "Y":
        return None
    plural = noun.kind == CLASSES["unit"] and noun.number == 1
    last = number_in(match, tokens, "Z")
    if last and last < 100 and plural:  # the years 1930-34
        last += number.number // 100 * 100
    if plural and number.kind == "Y" and last and last > number.number:  # les années 2010-2015
        return Item("span", match.start(), match.end(), literal=f"{number.number:04d}/{last:04d}")
    if number.kind in "ZDS" or (plural and number.number % 10 == 0):
        value = number.number if number.number > 99 else 1900 + number.number
        if not plural or value % 10:
            return None
        return Item("literal", match.start(), match.end(), literal=f"{value // 10:03d}X")
    month = int(noun.text) if noun.kind == CLASSES["named"] and noun.text else None
    if match["Z"]:
        second = number_in(match, tokens, "Z")
        if second in (number.number + 1, (number.number + 1) % 100):
            pair = f"{number.number:04d}/{number.number + 1:04d}"
            return Item("named", match.start(), match.end(), literal=pair)
    return Item("named", match.start(), match.end("Y"), year=number.number, month=month)


def listed_decade(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """The 70 of `les années 60 et 70`."""
    number, noun = tokens.entries[match.start()].number, tokens.entries[match.start() - 3]
    if noun.text != "Y" or noun.number != 1 or number % 10:
        return None
    return Item("literal", match.start(), match.end(), literal=f"19{number // 10}X")


def century_alone(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`à la fin du XIXe`: a Roman ordinal after a part of something long is a century."""
    entry, before = tokens.entries[match.start()], tokens.kinds[max(match.start() - 2, 0) : match.start()]
    if entry.text != "roman" or not 5 <= entry.number <= 21 or before != "mo" or tokens.kind(match.end()) in "xz":
        return None
    return Item("literal", match.start(), match.end(), literal=f"{entry.number - 1:02d}XX")


def decade(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the 1990s`, `the sixties`."""
    entry = tokens.entries[match.start()]
    literal = f"{entry.number // 10:03d}X"
    if entry.number % 100 == 0 and entry.number <= _LAST_HUNDREDS:
        literal = f"{entry.number // 100:02d}XX"
    return Item("literal", match.start(), match.end(), literal=literal, spelled=not entry.text)


def century(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`XXIe siècle`, `the 19th century`."""
    number = tokens.entries[match.start("N")].number
    if not 1 <= number <= 30:
        return None
    sign = "-" if match["B"] and not tokens.entries[match.start("B")].number else ""
    return Item("literal", match.start(), match.end(), literal=f"{sign}{number - 1:02d}XX")


def holiday(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`Noël 2014`, `Easter, 1955`."""
    rule = tokens.entries[match.start()].text
    if rule[:4].isdigit():  # once and for all: 9/11, the interwar period
        return Item("literal", match.start(), match.start() + 1, literal=rule)
    return Item("holiday", match.start(), match.end(), year=number_in(match, tokens, "Y"), rule=rule)


def spelled_decade(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the nineteen-nineties`."""
    hundreds, tens = tokens.entries[match.start("N")].number, tokens.entries[match.end() - 1].number % 100 // 10
    if not 10 <= hundreds <= 21:
        return None
    return Item("literal", match.start(), match.end(), literal=f"{hundreds:02d}{tens}X")


def decade_of_century(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the last decade of the 20th century`, `première décennie du XXIe siècle`."""
    nth, which = tokens.entries[match.start("N")], tokens.entries[match.start("C")].number
    number = 10 if nth.number == -1 else nth.number
    if tokens.entries[match.start("U")].text != "DE" or not (1 <= number <= 10 and 1 <= which <= 30):
        return None
    return Item("literal", match.start(), match.end(), literal=f"{which - 1:02d}{number - 1}X")


def era_year(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`44 BC`, `476 apr. J.-C.`: the year before 1 is 0000 in EDTF."""
    year, era = tokens.entries[match.start("N")].number, tokens.entries[match.start("B")].number
    if match.start("B") < match.start("N") and not (era and tokens.text[tokens.starts[match.start("B")]].isupper()):
        return None  # AD 476
    if not 0 < year < 10000:
        return None
    literal = f"{year:04d}" if era else f"-{year - 1:04d}" if year > 1 else "0000"
    return Item("literal", match.start(), match.end(), literal=literal)


def year_pair(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`1992-93`, `2013/14`: the second year in two digits."""
    first, second = tokens.entries[match.start()].number, tokens.entries[match.end() - 1].number
    last = match.end() - 1
    if not (tokens.glued(last) and tokens.glued(last - 1)) or tokens.ends[last] - tokens.starts[last] != 2:
        return None
    gap = (second - first) % 100
    if gap == 0 or (first % 100 > second and gap != 1) or (tokens.kinds[last - 1] == "/" and gap != 1):
        return None
    return Item("span", match.start(), match.end(), literal=f"{first:04d}/{first + gap:04d}")
