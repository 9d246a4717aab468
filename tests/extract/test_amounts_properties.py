"""What holds for all amounts: numbers read back from any style, true spans, time in proportion to length."""

import time
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ConfigError
from pipeline.extract.amounts import find_amounts, load_amount_lexicons
from pipeline.records import AmountMention, Language, Passage

ROOT = Path(__file__).parents[2]
LEXICONS = load_amount_lexicons(ROOT / "models")

# Marks of groups and decimals, and how money, percent and a counted noun are written around a number.
MARKS = {"fr": (["", " ", "\u00a0", "\u202f", "\u2009", ".", "'"], ","), "en": (["", ",", " ", "\u202f", "'"], ".")}
AROUND = {
    "fr": [("{} €", "EUR"), ("{}€", "EUR"), ("{} euros", "EUR"), ("{} USD", "USD"), ("{} %", "%"), ("CHF {}", "CHF")],
    "en": [
        ("€{}", "EUR"),
        ("EUR {}", "EUR"),
        ("{} euros", "EUR"),
        ("US$ {}", "USD"),
        ("{}%", "%"),
        ("{} per cent", "%"),
    ],
}
SCALES = {
    "fr": [("{} M€", 6), ("{} Md€", 9), ("{} millions d'euros", 6), ("{} milliards\u00a0d’euros", 9), ("{} k€", 3)],
    "en": [("€{}m", 6), ("€{}bn", 9), ("{} million euros", 6), ("EUR {} billion", 9), ("€{} trillion", 12)],
}


def find(text: str, language: Language, countries: tuple[str, ...] = ()) -> list[AmountMention]:
    passage = Passage(start=0, end=len(text), language=language, text=text)
    return find_amounts([passage], LEXICONS, countries=countries)


def grouped(whole: int, mark: str) -> str:
    return f"{whole:,}".replace(",", mark)


@st.composite
def written(draw: st.DrawFn) -> tuple[Literal["fr", "en"], str, Decimal, str]:
    """A language, an amount written in one of its styles, its value and its unit."""
    language: Literal["fr", "en"] = draw(st.sampled_from(["fr", "en"]))
    groups, decimal = MARKS[language]
    whole = draw(st.integers(2, 10**9))
    cents = draw(st.sampled_from(["", "5", "25", "07"]))
    form, unit = draw(st.sampled_from(AROUND[language]))
    number = grouped(whole, draw(st.sampled_from(groups))) + (decimal + cents if cents else "")
    return language, form.format(number), Decimal(f"{whole}.{cents or 0}"), unit


@settings(max_examples=300, deadline=None)
@given(written())
def test_a_written_amount_is_read_back(case: tuple[Literal["fr", "en"], str, Decimal, str]) -> None:
    language, text, value, unit = case
    (found,) = find(f"({text})", language)
    assert found.text == text
    assert Decimal(found.value.value or "NaN") == value
    assert found.value.unit == unit


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["fr", "en"]), st.integers(0, 4), st.integers(2, 999), st.integers(0, 9))
def test_scales_are_read_back(language: Literal["fr", "en"], form: int, whole: int, tenth: int) -> None:
    pattern, power = SCALES[language][form]
    number = f"{whole}{MARKS[language][1]}{tenth}" if tenth else str(whole)
    (found,) = find(pattern.format(number), language)
    assert Decimal(found.value.value or "NaN") == Decimal(f"{whole}.{tenth}") * 10**power
    assert "E" not in (found.value.value or "")


PIECES = ["1", "12", "3,5", "2014", " ", ".", ",", "-", "–", "€", "$", "%", "(", ")", "½", "İ", "\n", "d’", "USD", "M"]
PIECES += ["de ", "à ", "million ", "deux ", "two ", "and ", "entre ", "between ", "étudiants ", "students ", "sur "]
PIECES += ["one in ", "plus de ", "about ", "US$", "per cent ", "points "]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["fr", "en", "other", "unknown"]), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_spans_are_true_and_apart(language: Language, text: str) -> None:
    mentions = find_amounts([Passage(start=7, end=7 + len(text), language=language, text=text)], LEXICONS)
    end = 7
    for mention in mentions:
        assert end <= mention.start < mention.end
        assert text[mention.start - 7 : mention.end - 7] == mention.text
        assert mention.label == mention.value.unit_kind.upper()
        assert 0 < mention.confidence < 1
        end = mention.end


HOSTILE = ["1", "1.", "1 ", "123 ", "deux ", "two ", "un million ", "cent ", "1-", "3 à ", "centaines de ", "5 % "]
HOSTILE += ["5 (", "two hundred and ", "cinq (5) ", "12 nouveaux ", "2 new ", "EUR ", "$", "€1", "plus de ", "½", " "]
HOSTILE += ["article 1, 2 et ", "U.S. ", "one in ", "$-", "1/2 ", "deux virgule ", "two point ", "5 € ", "2 euros et "]
HOSTILE += [
    "2 dollars and ",
    "un demi-",
    "half a ",
    "moins ",
    "- 1 € ",
    "12 € 50 ",
    "1.-",
    ".5",
    ",",
    "\u00a0",
    "1 m 80 ",
    "1/",
    "le 5 et ",
    "million ",
    "XIV ",
    "((",
    "de 3 à 5 ",
    "from 3 to 5 ",
    "France $5 ",
    "États-Unis 5 dollars ",
]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length_only(language: Language, piece: str) -> None:
    """Four times the text takes about four times the time (quadratic would be sixteen)."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        times = []
        for _ in range(2):  # a collection of garbage may fall into one of them
            start = time.process_time()
            find(text, language)
            times.append(time.process_time() - start)
        return min(times)

    assert seconds(12_000) < 10 * seconds(3_000) + 0.05


def test_the_nearest_language_reads_an_unknown_passage() -> None:
    texts: list[tuple[Language, str]] = [("en", "Two."), ("unknown", "two new embassies"), ("other", "1,234.5 euros")]
    mentions = find_amounts([Passage(start=0, end=len(t), language=la, text=t) for la, t in texts], LEXICONS)
    assert [(m.value.value, m.value.unit) for m in mentions] == [("2", "embassies"), ("1234.5", "EUR")]


def test_countries_settle_a_currency_and_several_leave_it_open() -> None:
    (one,) = find("Une aide de 5 millions de couronnes.", "fr", ("NO",))
    assert (one.value.unit, one.value.alternatives) == ("NOK", ())
    (two,) = find("Une aide de 5 millions de couronnes.", "fr", ("NO", "SE", "FR"))
    assert (two.value.unit, two.value.alternatives) == ("NOK", ("NOK", "SEK"))
    assert one.confidence > two.confidence


def test_a_currency_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(ROOT / "models", tmp_path / "models")
    path = tmp_path / "models" / "lexicons" / "fr" / "currencies.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("[names]", '[names]\nQQQ = ["quid"]'), encoding="utf-8")
    with pytest.raises(ConfigError, match="QQQ"):
        load_amount_lexicons(tmp_path / "models")


@pytest.mark.parametrize("name", ["amounts", "numbers", "units", "currencies"])
def test_both_languages_have_the_same_tables(name: str) -> None:
    import tomllib

    keys = []
    for language in ("fr", "en"):
        data = tomllib.loads((ROOT / "models" / "lexicons" / language / f"{name}.toml").read_text(encoding="utf-8"))
        keys.append(list(data))
    assert sorted(keys[0]) == sorted(keys[1])
