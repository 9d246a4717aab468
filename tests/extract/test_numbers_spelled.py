"""Spelled numbers are read back: every number to 1,099 and a spread of larger ones, in French and English."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.extract.numbers import load_numbers

LEXICONS = Path(__file__).parents[2] / "models" / "lexicons"
FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
)
FRENCH_SMALL = [*FRENCH.split(), "dix-neuf"]
FRENCH_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
BELGIAN_TENS = {**FRENCH_TENS, 7: "septante", 8: "huitante", 9: "nonante"}
ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
ENGLISH_SMALL = [*ENGLISH.split(), "seventeen", "eighteen", "nineteen"]
ENGLISH_TENS = dict(enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2))


def french(n: int, *, last: bool = True) -> str:
    """The number in the words of France; `last`: nothing follows, so `cents` and `vingts` take their s."""
    if n < 20:
        return FRENCH_SMALL[n]
    if n < 70:
        return tens(n, FRENCH_TENS)
    if n < 80:
        return "soixante et onze" if n == 71 else f"soixante-{french(n - 60)}"
    if n < 100:
        return ("quatre-vingts" if last else "quatre-vingt") if n == 80 else f"quatre-vingt-{french(n - 80)}"
    return larger(n, french, last=last)


def belgian(n: int, *, last: bool = True) -> str:
    if n < 20:
        return FRENCH_SMALL[n]
    return tens(n, BELGIAN_TENS) if n < 100 else larger(n, belgian, last=last)


def tens(n: int, names: dict[int, str]) -> str:
    ten, unit = divmod(n, 10)
    return names[ten] + ("" if not unit else " et un" if unit == 1 else f"-{FRENCH_SMALL[unit]}")


def larger(n: int, below: Callable[..., str], *, last: bool) -> str:
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        head = "cent" if hundreds == 1 else f"{FRENCH_SMALL[hundreds]} cent{'s' if last and not rest else ''}"
    elif n < 10**6:
        thousands, rest = divmod(n, 1000)
        head = "mille" if thousands == 1 else f"{below(thousands, last=False)} mille"
    else:
        millions, rest = divmod(n, 10**6)
        head = f"{below(millions)} million{'s' if millions > 1 else ''}"
    return f"{head} {below(rest, last=last)}" if rest else head


def english(n: int) -> str:
    if n < 20:
        return ENGLISH_SMALL[n]
    if n < 100:
        ten, unit = divmod(n, 10)
        return ENGLISH_TENS[ten] + (f"-{ENGLISH_SMALL[unit]}" if unit else "")
    size, name = (100, "hundred") if n < 1000 else (1000, "thousand") if n < 10**6 else (10**6, "million")
    count, rest = divmod(n, size)
    joined = " and " if rest < 100 else " "
    return f"{english(count)} {name}" + (joined + english(rest) if rest else "")


@pytest.mark.parametrize(("language", "spell"), [("fr", french), ("fr", belgian), ("en", english)])
def test_spelled_numbers_are_read_back(language: str, spell: Callable[[int], str]) -> None:
    numbers = load_numbers(LEXICONS / language / "numbers.toml")
    for n in (*range(2, 1100), *range(1100, 10**8, 73_939)):
        text = spell(n)
        trigger = numbers.trigger.search(text)
        assert trigger is not None
        found = numbers.read(text, trigger.start())
        assert found is not None
        assert (text[found.start : found.end], found.value) == (text, Decimal(n))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "un million et demi", "1500000"),
        ("en", "a million and a half", "1500000"),
        ("fr", "un demi-milliard", "500000000"),
        ("en", "half a billion", "500000000"),
        ("fr", "deux billions", "2000000000000"),
        ("en", "two billion", "2000000000"),
        ("fr", "364.731", "364731"),
        ("en", "364.731", "364.731"),
        ("fr", "364,731", "364.731"),
        ("en", "364,731", "364731"),
        ("fr", "1 234\u202f567,5", "1234567.5"),
        ("en", "1,234,567.5", "1234567.5"),
        ("fr", "3½ millions", "3500000"),
        ("en", "3½ million", "3500000"),
        ("fr", "trente-cinq (35) millions", "35000000"),
        ("en", "thirty-five (35) million", "35000000"),
    ],
)
def test_forms_of_one_language(language: str, text: str, value: str) -> None:
    numbers = load_numbers(LEXICONS / language / "numbers.toml")
    trigger = numbers.trigger.search(text)
    assert trigger is not None
    found = numbers.read(text, trigger.start())
    assert found is not None
    assert (text[found.start : found.end], found.value) == (text, Decimal(value))
