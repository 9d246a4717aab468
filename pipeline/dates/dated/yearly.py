"""The rules of years and what comes once in each: `2014`, `1992-93`, `rentrée 2014`, `FY 2019`, `Noël 2014`."""

import re

from pipeline.dates.lexicon.classes import CLASSES, YEAR
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens, number_in
from pipeline.dates.rules.found import MODS
from pipeline.dates.rules.item import Item
from pipeline.dates.rules.matching import Rule


def _fiscal(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`the 2019 fiscal year`."""
    if not lexicon.attributive_year or tokens.entries[match.end() - 1].text:
        return None
    return Item("named", match.start(), match.end(), year=number_in(match, tokens, "Y"))


def _named(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`rentrée 2014`, `l'an 2000`, `années 90`: a noun and its year or decade."""
    noun, number = tokens.entries[match.start()], tokens.entries[match.start("Y")]
    if noun.kind == CLASSES["unit"] and noun.text == "DE" and number.kind == "Y" and number.number % 10 == 0:
        return Item("literal", match.start(), match.end("Y"), literal=f"{number.number // 10:03d}X")
    if noun.kind == CLASSES["unit"] and noun.text != "Y":
        return None
    plural = noun.kind == CLASSES["unit"] and noun.number == 1
    if number.kind == CLASSES["count"]:  # l'an 800
        early = noun.kind == CLASSES["unit"] and not plural and 100 <= number.number <= 999
        return Item("named", match.start(), match.end("Y"), year=number.number) if early else None
    last = number_in(match, tokens, "Z")
    if last and last < 100 and plural:  # the years 1930-34
        last += number.number // 100 * 100
    if plural and number.kind == "Y" and last and last > number.number:  # les années 2010-2015
        return Item("span", match.start(), match.end(), literal=f"{number.number:04d}/{last:04d}")
    from_to = number.kind == "Y" and tokens.kind(match.end("Y")) in "t-"  # the years 1960 to 1975
    if number.kind in "ZDS" or (plural and number.number % 10 == 0 and not from_to):
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


def _year_end(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`year-end 2014`."""
    if tokens.entries[match.start("U")].text != "Y":
        return None
    mod = MODS[tokens.entries[match.start("M")].text]
    return Item("year", match.start(), match.end(), year=number_in(match, tokens, "Y"), mod=mod)


def _named_alone(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`à la rentrée`: a noun that stands for a month."""
    noun = tokens.entries[match.start()].text
    alone = tokens.kind(match.start() - 1) == "l" and tokens.kind(match.start() - 2) in "tpb"
    alone = alone and tokens.kind(match.end()) != CLASSES["of"]
    return Item("named", match.start(), match.end(), month=int(noun)) if noun and alone else None


def _holiday(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`Noël 2014`, `Easter, 1955`."""
    rule = tokens.entries[match.start()].text
    if rule[:3].isdigit():  # once and for all: 9/11, the interwar period, the roaring twenties
        return Item("literal", match.start(), match.start() + 1, literal=rule)
    return Item("holiday", match.start(), match.end(), year=number_in(match, tokens, "Y"), rule=rule)


def _year_pair(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    """`1992-93`, `2013/14`: the second year in two digits."""
    first, second = tokens.entries[match.start()].number, tokens.entries[match.end() - 1].number
    last = match.end() - 1
    if not (tokens.glued(last) and tokens.glued(last - 1)) or tokens.ends[last] - tokens.starts[last] != 2:
        return None
    gap = (second - first) % 100
    if gap == 0 or (first % 100 > second and gap != 1) or (tokens.kinds[last - 1] == "/" and gap != 1):
        return None
    return Item("span", match.start(), match.end(), literal=f"{first:04d}/{first + gap:04d}")


def _year(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Item | None:
    year = tokens.entries[match.start()].number
    return Item("year", match.start(), match.end(), year=year, spelled=match[0] == CLASSES["spelledyear"])


YEARLY: tuple[Rule[Item], ...] = (
    ("Y", "(?P<Y>year) named", _fiscal),
    (
        "JU",
        f"(named|unit) of? (?P<Y>{YEAR}|twodigit|spelled|cardinal|count) ((dash|slash)(?P<Z>year|twodigit|cardinal))?",
        _named,
    ),
    ("U", f"(?P<U>unit) dash (?P<M>modifier) (?P<Y>{YEAR})", _year_end),
    ("J", "named", _named_alone),
    ("H", f"holiday ((dash|comma? of?) (?P<Y>{YEAR}))?", _holiday),
    ("Y", "year (dash|slash) (twodigit|cardinal)", _year_pair),
    ("YP", "year|spelledyear", _year),
)
