"""Any amount, range, bound or sum in two parts, written in any style of either language, is read back."""

from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from babel.numbers import get_currency_name
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_numbers_spelled import belgian, english, french

from pipeline.extract.amounts import find_amounts, load_amount_lexicons
from pipeline.records import AmountMention, Passage

ROOT = Path(__file__).parents[2]
LEXICONS = load_amount_lexicons(ROOT / "models")
Tongue = Literal["fr", "en"]
LANGUAGES: tuple[Tongue, ...] = ("fr", "en")
TONGUES = st.sampled_from(LANGUAGES)

GROUPS = {"fr": ["", " ", "\u00a0", "\u202f", ".", "'"], "en": ["", ",", " ", "\u202f", "'"]}
DECIMAL = {"fr": ",", "en": "."}
MONEY = {
    "fr": [("{} €", "EUR"), ("{} euros", "EUR"), ("{} USD", "USD"), ("CHF {}", "CHF"), ("{} livres sterling", "GBP")],
    "en": [("€{}", "EUR"), ("{} euros", "EUR"), ("USD {}", "USD"), ("CHF {}", "CHF"), ("{} pounds sterling", "GBP")],
}
UNITS = {
    "fr": [("{} %", "%"), ("{} pour cent", "%"), ("{} km", "km"), ("{} kilomètres", "km"), ("{} MW", "MW")],
    "en": [("{}%", "%"), ("{} per cent", "%"), ("{} km", "km"), ("{} kilometres", "km"), ("{} MW", "MW")],
}
RANGES = {
    "fr": ["de {} à {}", "entre {} et {}", "{} à {}", "{}-{}", "{} – {}"],
    "en": ["from {} to {}", "between {} and {}", "{} to {}", "{}-{}", "{} – {}"],
}
BOUNDS = {
    "fr": [
        ("plus de {}", "MORE_THAN"),
        ("moins de {}", "LESS_THAN"),
        ("jusqu'à {}", "EQUAL_OR_LESS"),
        ("au moins {}", "EQUAL_OR_MORE"),
        ("environ {}", "APPROX"),
        ("{} environ", "APPROX"),
        ("{} au maximum", "EQUAL_OR_LESS"),
    ],
    "en": [
        ("more than {}", "MORE_THAN"),
        ("less than {}", "LESS_THAN"),
        ("up to {}", "EQUAL_OR_LESS"),
        ("at least {}", "EQUAL_OR_MORE"),
        ("about {}", "APPROX"),
        ("{} or so", "APPROX"),
        ("{} at most", "EQUAL_OR_LESS"),
    ],
}
SCALES = {"fr": [("million", 6), ("milliard", 9)], "en": [("million", 6), ("billion", 9), ("trillion", 12)]}
HUNDREDTHS = {
    "fr": [
        ("{} euros et {} centimes", "EUR"),
        ("{} dollars et {} cents", "USD"),
        ("{} livres sterling et {} pence", "GBP"),
    ],
    "en": [("{} euros and {} cents", "EUR"), ("{} dollars and {} cents", "USD"), ("{} pounds and {} pence", "GBP")],
}
# Names of the CLDR that nobody writes: with the years of an old currency, with brackets, or misspelt there.
ODD = {"BTN", "CSK", "CUC", "ERN", "STN", "XAF", "XOF", "ZWD", "ZWL"}


def find(language: Tongue, text: str) -> list[AmountMention]:
    return find_amounts([Passage(start=0, end=len(text), language=language, text=text)], LEXICONS)


def figures(draw: st.DrawFn, language: Tongue, whole: int) -> tuple[str, Decimal]:
    """A number with a group mark and decimals of the language, and its value."""
    mark = draw(st.sampled_from(GROUPS[language]))
    cents = draw(st.sampled_from(["", "5", "25", "07"]))
    return f"{whole:,}".replace(",", mark) + (DECIMAL[language] + cents if cents else ""), Decimal(
        f"{whole}.{cents or 0}"
    )


class Written(NamedTuple):
    language: Tongue
    text: str
    values: tuple[Decimal, ...]
    unit: str
    mod: str | None = None


@st.composite
def ranges(draw: st.DrawFn) -> Written:
    language: Tongue = draw(TONGUES)
    low, high = sorted(draw(st.lists(st.integers(2, 10**6), min_size=2, max_size=2, unique=True)))
    assume(not 1000 <= low <= 2199)  # what may be a year opens no range for sure
    unit_form, unit = draw(st.sampled_from(UNITS[language]))
    mark = draw(st.sampled_from(GROUPS[language]))
    one, two = (f"{n:,}".replace(",", mark) for n in (low, high))
    written = draw(st.sampled_from(RANGES[language])).format(one, two)
    values = (Decimal(low), Decimal(high))
    if low < 1000 and not high % 1000 and low * 1000 < high:  # 20 à 30 000: the first leaves its zeros out
        values = (Decimal(low * 1000), Decimal(high))
    return Written(language, unit_form.format(written), values, unit)


@st.composite
def bounds(draw: st.DrawFn) -> Written:
    language: Tongue = draw(TONGUES)
    number, value = figures(draw, language, draw(st.integers(2, 10**8)))
    form, unit = draw(st.sampled_from(MONEY[language]))
    bound, mod = draw(st.sampled_from(BOUNDS[language]))
    return Written(language, bound.format(form.format(number)), (value,), unit, mod)


@st.composite
def spelled(draw: st.DrawFn) -> Written:
    language: Tongue = draw(TONGUES)
    whole = draw(st.integers(2, 999))
    scale, power = draw(st.sampled_from(SCALES[language]))
    spell = english if language == "en" else draw(st.sampled_from([french, belgian]))
    words = f"{spell(whole)} {scale}" + (" d'euros" if whole == 1 else "s d'euros") * (language == "fr")
    words += " euros" * (language == "en")
    return Written(language, words, (Decimal(whole) * 10**power,), "EUR")


@st.composite
def sums(draw: st.DrawFn) -> Written:
    language: Tongue = draw(TONGUES)
    whole, cents = draw(st.integers(2, 5000)), draw(st.integers(2, 99))
    form, unit = draw(st.sampled_from(HUNDREDTHS[language]))
    if draw(st.booleans()):
        return Written(language, form.format(whole, cents), (Decimal(whole) + Decimal(cents) / 100,), unit)
    spell = english if language == "en" else french
    cents = max(cents, 20)  # deux cents are two hundred in words
    return Written(language, form.format(spell(whole), spell(cents)), (Decimal(whole) + Decimal(cents) / 100,), unit)


@settings(max_examples=400, deadline=None)
@given(st.one_of(ranges(), bounds(), spelled(), sums()), st.sampled_from(["({}).", "Ici {}.", "{}, puis"]))
def test_a_written_amount_is_read_back(case: Written, around: str) -> None:
    (found,) = find(case.language, around.format(case.text))
    assert found.text == case.text
    value = found.value
    read = (value.value,) if value.low is None else (value.low, value.high)
    assert tuple(Decimal(number or "NaN") for number in read) == case.values
    assert (value.unit, value.mod) == (case.unit, case.mod)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_names_of_the_cldr_are_known(language: Tongue) -> None:
    """Every currency of the gazetteer by its name in the plural, with nothing left open."""
    import tomllib

    table = tomllib.loads((ROOT / "models" / "gazetteers" / "currencies.toml").read_text(encoding="utf-8"))
    verb = {"fr": "Il reste dix mille {} ici.", "en": "There are ten thousand {} here."}[language]
    unread = []
    for code in sorted({*table["codes"], "ALL", "TOP"} - ODD):
        name = get_currency_name(code, count=2, locale=language)
        if any(sign in name for sign in "(0123456789"):
            continue
        found = find(language, verb.format(name))
        if [(m.value.unit, m.value.alternatives, m.text.endswith(name)) for m in found] != [(code, (), True)]:
            unread.append((code, name, [(m.text, m.value.unit) for m in found]))
    assert not unread
