"""An amount of the gold corpus (train and dev) rewritten in another style keeps its value and unit where it stands."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

from pipeline.extract.amounts import find_amounts, load_amount_lexicons
from pipeline.extract.amounts.measure import plain
from pipeline.records import AmountMention, Passage

ROOT = Path(__file__).parents[2]
LEXICONS = load_amount_lexicons(ROOT / "models")
MARKED = re.compile(r"\[([^|\[\]]+)\|[^\]]*\]")
Tongue = Literal["fr", "en"]

# How money and percentages are written, with the group and decimal marks of each language.
MARKS = {"fr": ([" ", "\u202f", "."], ","), "en": ([",", " ", "'"], ".")}
MONEY = {"fr": ["{} {code}", "{code} {}"], "en": ["{code} {}", "{} {code}", "{code}{}"]}
EUROS = {"fr": ["{} €", "{}€", "{} euros"], "en": ["€{}", "€ {}", "{} euros"]}
MILLIONS = {"fr": ["{} M€", "{} MEUR", "{} millions d'euros"], "en": ["€{}m", "EUR {} million", "{} million euros"]}
PERCENT = {"fr": ["{} %", "{}%", "{} pour cent", "{} p. 100"], "en": ["{}%", "{} %", "{} per cent", "{} percent"]}


class Place(NamedTuple):
    """A line of a gold document with an amount in it."""

    language: Tongue
    line: str
    mention: AmountMention


def find(language: Tongue, text: str) -> list[AmountMention]:
    return find_amounts([Passage(start=0, end=len(text), language=language, text=text)], LEXICONS)


def places() -> Iterator[Place]:
    for language in ("fr", "en"):
        folder = ROOT / "corpus" / "gold" / "annotated" / language
        for path in sorted((*folder.glob("tr*.gold"), *folder.glob("dv*.gold"))):
            body = path.read_text(encoding="utf-8").partition("\n+++\n")[2]
            for line in {MARKED.sub(r"\1", line) for line in body.splitlines() if "|AMOUNT" in line}:
                yield from (Place(language, line, m) for m in find(language, line) if _plain(m))


def _plain(mention: AmountMention) -> bool:
    value = mention.value
    if value.value is None or value.mod or value.alternatives or value.value.startswith("-"):
        return False
    return value.unit_kind == "percent" or (value.unit_kind == "money" and value.unit is not None)


def number(value: Decimal, language: Tongue, mark: str) -> str:
    whole, _, decimals = plain(value).partition(".")
    return f"{int(whole):,}".replace(",", mark) + (MARKS[language][1] + decimals if decimals else "")


def rewritten(place: Place) -> Iterator[str]:
    """The amount in every other style."""
    language, value = place.language, Decimal(place.mention.value.value or 0)
    unit = place.mention.value.unit or ""
    percent = place.mention.value.unit_kind == "percent"
    forms = PERCENT[language] if percent else [*MONEY[language], *(EUROS[language] if unit == "EUR" else [])]
    for mark in MARKS[language][0]:
        yield from (form.format(number(value, language, mark), code=unit) for form in forms)
    if unit == "EUR" and value >= 10_000:
        yield from (form.format(number(value / 10**6, language, "")) for form in MILLIONS[language])


PLACES = list(places())


def test_there_are_enough_amounts() -> None:
    assert len(PLACES) >= 300


@pytest.mark.parametrize("language", ["fr", "en"])
def test_another_style_keeps_value_and_unit(language: Tongue) -> None:
    lost = []
    for place in (place for place in PLACES if place.language == language):
        start, end, wanted = place.mention.start, place.mention.end, place.mention.value
        for form in rewritten(place):
            text = place.line[:start] + form + place.line[end:]
            found = [m for m in find(language, text) if m.start < start + len(form) and m.end > start]
            if [(m.value.value, m.value.unit) for m in found] != [(wanted.value, wanted.unit)]:
                lost.append((form, text[max(0, start - 40) : start + len(form) + 30], [m.text for m in found]))
    assert not lost
