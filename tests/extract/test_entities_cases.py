"""The entity cases of both languages: spans, labels and roles exactly as marked, and nothing else."""

import msgspec
import pytest
import yaml
from entity_resources import ROOT, EntityResources, unmarked

from pipeline.records import Language


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    model: bool = False
    fooled: bool = False  # a known fault: the model errs and outvotes the rules, or no rule knows better
    note: str = ""


def load_cases(language: str) -> list[Case]:
    path = ROOT / "tests" / "cases" / language / "entities.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), list[Case])


LANGUAGES: tuple[Language, ...] = ("fr", "en")
FOOLED = pytest.mark.xfail(reason="a known fault: the model errs", strict=True)
CASES = [
    pytest.param(language, case, id=case.text, marks=[FOOLED] if case.fooled else [])
    for language in LANGUAGES
    for case in load_cases(language)
]
RULES = [
    pytest.param(language, case, id=case.text)
    for language in LANGUAGES
    for case in load_cases(language)
    if not case.model
]


@pytest.mark.parametrize(("language", "case"), RULES)
def test_rules_alone(language: Language, case: Case, entities: EntityResources) -> None:
    text, marks = unmarked(case.text)
    found = entities.find(text, language=language)
    assert [(m.text, m.label, m.value.role) for m in found] == marks


@pytest.mark.model
@pytest.mark.parametrize(("language", "case"), CASES)
def test_with_the_model(language: Language, case: Case, entities: EntityResources) -> None:
    text, marks = unmarked(case.text)
    found = entities.find(text, language=language, model=entities.model)
    assert [(m.text, m.label, m.value.role) for m in found] == marks


@pytest.mark.parametrize("language", LANGUAGES)
def test_enough_cases_and_a_third_without_entities(language: str) -> None:
    cases = load_cases(language)
    negative = [case for case in cases if "[[" not in case.text]
    assert len(cases) >= 200
    assert len(negative) * 3 >= len(cases)
    assert len({case.text for case in cases}) == len(cases)


def test_languages_are_equals() -> None:
    french, english = load_cases("fr"), load_cases("en")
    assert len(french) == len(english)
    assert sum("[[" in case.text for case in french) == sum("[[" in case.text for case in english)


def test_a_finder_that_finds_nothing_fails_the_positive_cases() -> None:
    nothing: list[tuple[str, str, str | None]] = []
    failed = [case.text for language in LANGUAGES for case in load_cases(language) if unmarked(case.text)[1] != nothing]
    assert len(failed) >= 70
    assert all("[[" in text for text in failed)
