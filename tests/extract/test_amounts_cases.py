"""The cases of tests/cases/{fr,en}/amounts.yaml: which amounts a sentence has, with span and value, and no others."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec
import pytest
import yaml

from pipeline.extract.amounts import AmountLexicon, find_amounts, load_amount_lexicons
from pipeline.records import AmountMention, AmountValue, Passage

ROOT = Path(__file__).parents[2]
MARK = re.compile(r"\[\[(?P<span>[^|]+)\|(?P<fields>.*?)\]\](?!/)")
LANGUAGES: tuple[Literal["fr", "en"], ...] = ("fr", "en")


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cases: str
    note: str = ""
    countries: tuple[str, ...] = ()


class Expected(NamedTuple):
    start: int
    end: int
    value: dict[str, object]


class Case(NamedTuple):
    language: Literal["fr", "en"]
    text: str
    expected: tuple[Expected, ...]
    countries: tuple[str, ...]


def fields_of(written: str) -> dict[str, object]:
    """The value that `value unit;key=value` writes down."""
    head, *rest = written.split(";")
    value, _, unit = head.partition(" ")
    options = dict(item.split("=") for item in rest)
    kind = "money" if re.fullmatch("[A-Z]{3}", unit) else "percent" if unit == "%" else "count"
    low, dots, high = value.partition("..")
    return {
        "value": None if dots or value == "-" else value,
        "low": low if dots else None,
        "high": high if dots else None,
        "unit": None if unit == "-" else unit,
        "unit_kind": options.get("kind", kind),
        "per": options.get("per"),
        "mod": options.get("mod"),
        "alternatives": tuple(options["alternatives"].split(",")) if "alternatives" in options else (),
    }


def parse(line: str, language: Literal["fr", "en"], countries: tuple[str, ...]) -> Case:
    text, expected, last = "", [], 0
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        expected.append(Expected(len(text), len(text) + len(mark["span"]), fields_of(mark["fields"])))
        text += mark["span"]
        last = mark.end()
    return Case(language, text + line[last:], tuple(expected), countries)


def cases_of(language: Literal["fr", "en"]) -> list[Case]:
    raw = yaml.safe_load((ROOT / "tests" / "cases" / language / "amounts.yaml").read_text(encoding="utf-8"))
    groups = msgspec.convert(raw, dict[str, Group])
    lines = ((line, group.countries) for group in groups.values() for line in group.cases.splitlines() if line)
    return [parse(line, language, countries) for line, countries in lines]


CASES = {language: cases_of(language) for language in LANGUAGES}
ALL = [case for language in LANGUAGES for case in CASES[language]]


@pytest.fixture(scope="module")
def lexicons() -> dict[str, AmountLexicon]:
    return load_amount_lexicons(ROOT / "models")


Extractor = Callable[..., Sequence[AmountMention]]


def seen(value: AmountValue) -> dict[str, object]:
    return {name: getattr(value, name) for name in fields_of("1 x")}


def check(case: Case, find: Extractor, lexicons: Mapping[str, AmountLexicon]) -> None:
    passage = Passage(start=0, end=len(case.text), language=case.language, text=case.text)
    found = find([passage], lexicons, countries=case.countries)
    assert [Expected(m.start, m.end, seen(m.value)) for m in found] == list(case.expected), [m.text for m in found]


@pytest.mark.parametrize("case", ALL, ids=[f"{case.language}: {case.text}" for case in ALL])
def test_case(case: Case, lexicons: dict[str, AmountLexicon]) -> None:
    check(case, find_amounts, lexicons)


def test_an_extractor_that_finds_nothing_fails_every_positive_case(lexicons: dict[str, AmountLexicon]) -> None:
    for case in (case for case in ALL if case.expected):
        with pytest.raises(AssertionError):
            check(case, lambda passages, lexicons, countries: [], lexicons)


def test_both_languages_have_as_many_cases_and_a_third_are_negative() -> None:
    numbers = {language: (len(cases), sum(not c.expected for c in cases)) for language, cases in CASES.items()}
    assert numbers["fr"] == numbers["en"]
    assert numbers["fr"][0] >= 250
    assert numbers["fr"][1] * 3 >= numbers["fr"][0]
