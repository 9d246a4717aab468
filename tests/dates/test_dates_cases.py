"""The date cases of both languages: spans and values exactly as marked, and nothing else."""

import re
from pathlib import Path

import msgspec
import pytest
import yaml

from pipeline.dates import DateLexicon, find_dates, load_date_lexicons
from pipeline.records import AnchorDate, DateMention, Passage, RangeMod

ROOT = Path(__file__).parents[2]
_MARK = re.compile(r"\[\[(.+?)\|(.*?)\]\]", re.DOTALL)


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    anchor: str | None = None
    note: str = ""


def load_cases(language: str) -> list[Case]:
    path = ROOT / "tests" / "cases" / language / "dates.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), list[Case])


CASES = [(language, case) for language in ("fr", "en") for case in load_cases(language)]


@pytest.fixture(scope="module")
def lexicons() -> dict[str, DateLexicon]:
    return load_date_lexicons(ROOT / "models")


def expected(case: Case) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """The plain sentence and what must be found in it."""
    marks: list[tuple[str, dict[str, str]]] = []
    for span, value in _MARK.findall(case.text):
        edtf, *more = value.split(";")
        marks.append((span, {"edtf": edtf, **dict(part.split("=", 1) for part in more)}))
    return _MARK.sub(r"\1", case.text), marks


def described(mention: DateMention, wanted: dict[str, str]) -> dict[str, str]:
    """The mention in the words of the markup; the TIMEX3 value only where the case asks for it."""
    value = mention.value
    mod = value.mod
    mod_text = f"{mod.start or ''}/{mod.end or ''}" if isinstance(mod, RangeMod) else mod or ""
    said = {"edtf": value.edtf or "", "mod": mod_text, "bound": value.bound or "", "alt": ",".join(value.alternatives)}
    if mention.label != "DATE":
        said["type"] = mention.label
    if "timex" in wanted:
        said["timex"] = value.timex.value
    return {key: text for key, text in said.items() if text or key == "edtf"}


def found_in(language: str, text: str, anchor: str | None, lexicons: dict[str, DateLexicon]) -> list[DateMention]:
    passage = Passage(start=0, end=len(text), language="fr" if language == "fr" else "en", text=text)
    return find_dates([passage], lexicons, anchor=AnchorDate(kind="given", date=anchor) if anchor else None)


@pytest.mark.parametrize(("language", "case"), CASES, ids=lambda value: value if isinstance(value, str) else value.text)
def test_case(language: str, case: Case, lexicons: dict[str, DateLexicon]) -> None:
    text, marks = expected(case)
    mentions = found_in(language, text, case.anchor, lexicons)
    blank: dict[str, str] = {}
    padded = [wanted for _, wanted in marks] + [blank] * len(mentions)
    said = [(mention.text, described(mention, padded[i])) for i, mention in enumerate(mentions)]
    assert said == marks
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text


def test_positive_cases_fail_an_extractor_that_finds_nothing() -> None:
    nothing: list[DateMention] = []
    positive = [case for _, case in CASES if "[[" in case.text]
    assert all([(m.text, {}) for m in nothing] != expected(case)[1] for case in positive)
    assert len(positive) >= 500


@pytest.mark.parametrize("language", ["fr", "en"])
def test_enough_cases_and_a_third_without_dates(language: str) -> None:
    cases = load_cases(language)
    negative = [case for case in cases if "[[" not in case.text]
    assert len(cases) >= 400
    assert len(negative) * 3 >= len(cases)


def test_languages_are_equals() -> None:
    assert len(load_cases("fr")) == len(load_cases("en"))
