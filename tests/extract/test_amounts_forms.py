"""The forms of tests/cases/{fr,en}/amount_forms.yaml: every way to write an amount, each within a sentence."""

import re
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
import yaml
from test_amounts_cases import fields_of, seen

from pipeline.extract.amounts import find_amounts, load_amount_lexicons
from pipeline.records import Passage

ROOT = Path(__file__).parents[2]
LEXICONS = load_amount_lexicons(ROOT / "models")
CARRIERS = {"fr": "Le rapport cite {} à ce sujet.", "en": "The report cites {} in this regard."}


class Form(NamedTuple):
    language: Literal["fr", "en"]
    kind: str
    form: str
    value: dict[str, object]
    countries: tuple[str, ...]


def forms_of(language: Literal["fr", "en"]) -> list[Form]:
    path = ROOT / "tests" / "cases" / language / "amount_forms.yaml"
    table: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [read(language, kind, line) for kind, lines in table.items() for line in lines.splitlines()]


def read(language: Literal["fr", "en"], kind: str, line: str) -> Form:
    form, value = line.split(" | ")
    country = re.search(r";countries=(\w+)", value)
    value = value.replace(country[0], "") if country else value
    return Form(language, kind, form, fields_of(value), (country[1],) if country else ())


FORMS = [form for language in ("fr", "en") for form in forms_of(language)]


@pytest.mark.parametrize("form", FORMS, ids=[f"{f.language}: {f.form}" for f in FORMS])
def test_form(form: Form) -> None:
    text = CARRIERS[form.language].format(form.form)
    span = re.search(r"\{(.*?)\}", text)
    text = text.replace("{", "").replace("}", "")
    passage = Passage(start=0, end=len(text), language=form.language, text=text)
    found = find_amounts([passage], LEXICONS, countries=form.countries)
    got = [(mention.text, {**seen(mention.value), "alternatives": ()}) for mention in found]
    assert got == [(span[1] if span else form.form, form.value)]


def test_both_languages_have_the_same_kinds() -> None:
    kinds = [list(dict.fromkeys(form.kind for form in FORMS if form.language == language)) for language in ("fr", "en")]
    assert kinds[0] == kinds[1]
