"""The baselines: money by a regular expression, raw text, and scores that are kept with the hash of the gold."""

from pathlib import Path

import pytest
from fabricated import gold

from pipeline.evaluate import evaluate
from pipeline.evaluate.baselines import keep_baselines, kept_baselines
from pipeline.evaluate.baselines.finds import Day, Name, Sum, as_document
from pipeline.evaluate.baselines.first_script import money
from pipeline.evaluate.baselines.raw_text import raw_text


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("fr", "un prêt de 3,5 millions d'euros", "3500000", "EUR"),
        ("fr", "soit 12 %", "12", "%"),
        ("fr", "1 200 000 € versés", "1200000", "EUR"),
        ("en", "a loan of $2.5 billion", "2500000000", "USD"),
        ("en", "some 1,200,000 euros", "1200000", "EUR"),
        ("en", "9.5 per cent", "9.5", "%"),
    ],
)
def test_money(language: str, text: str, value: str, unit: str) -> None:
    (found,) = money(text, language)
    assert (found.value, found.unit) == (value, unit)


def test_no_money() -> None:
    assert list(money("le 3 mars 2014, article 12", "fr")) == []


def test_the_text_of_a_page_without_its_scripts(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<html><script>x()</script><body><nav>Menu</nav><p>Le traité</p></body></html>", encoding="utf-8")
    assert raw_text(page).split() == ["Menu", "Le", "traité"]


def test_finds_are_scored_like_ours() -> None:
    text = "Talon, 3 mai 2018, 12 M€"
    found = as_document("a.txt", "fr", text, [Name(0, 5, "PERSON"), Day(7, 17, "2018-05-03"), Sum(19, 24, "12", "EUR")])
    item = gold(
        entities=[{"text": "Talon", "type": "PERSON"}],
        dates=[{"text": "3 mai 2018", "value": "2018-05-03"}],
        amounts=[{"text": "12 M€", "value": 12000000, "unit": "EUR"}],
    )
    scores = {score.label: score.hits for score in evaluate({"a.txt": found}, [item]).scores if score.by == "total"}
    assert (scores["PERSON"], scores["DATE"], scores["AMOUNT"]) == (1, 1, 0)


def test_scores_are_kept_for_their_gold_only(tmp_path: Path) -> None:
    evaluation = evaluate({}, [gold()])
    assert kept_baselines(tmp_path, "one") is None
    keep_baselines(tmp_path, "one", {"script": {"dev": evaluation}})
    assert kept_baselines(tmp_path, "one") == {"script": {"dev": evaluation}}
    assert kept_baselines(tmp_path, "another") is None
