"""Whether confidence means what it says: bins and their error, and totals alone of the closed split."""

import io

import msgspec
import pytest
from fabricated import date, document, entity, gold
from rich.console import Console

from pipeline.evaluate import evaluate
from pipeline.evaluate.reliability import Verdict, reliability, reliability_table
from pipeline.evaluate.report import totals_only


def judged(confidence: float, *right: bool, kind: str = "entities") -> list[Verdict]:
    return [Verdict(kind, "fr", confidence, one) for one in right]


@pytest.mark.parametrize(
    ("verdicts", "error"),
    [
        (judged(0.9, *[True] * 9, False), 0.0),
        (judged(0.9, *[False] * 10), 0.9),
        (judged(1.0, True, True) + judged(0.65, False, False), 0.325),
        (judged(0.61, True, False) + judged(0.69, True, False), 0.15),  # one bin: means are compared
    ],
)
def test_the_error_is_how_far_stated_and_right_are_apart(verdicts: list[Verdict], error: float) -> None:
    (row,) = reliability(verdicts)
    assert row.error == pytest.approx(error, abs=1e-4)
    assert row.mentions == sum(one.mentions for one in row.bins) == len(verdicts)


def test_kinds_and_languages_apart_in_order() -> None:
    rows = reliability([*judged(0.5, True, kind="amounts"), *judged(0.5, True), Verdict("entities", "en", 0.5, True)])
    assert [(row.kind, row.language) for row in rows] == [("entities", "en"), ("entities", "fr"), ("amounts", "fr")]
    assert reliability([]) == ()


def test_what_counts_is_what_is_scored() -> None:
    wanted = gold(
        entities=[{"text": "Kourou", "type": "LOCATION"}, {"text": "Sorbonne", "type": "LOCATION", "optional": True}],
        dates=[{"text": "2014", "value": "2014"}],
    )
    names = [entity("Kourou", "LOCATION"), entity("Sorbonne", "LOCATION"), entity("Régions", "LOCATION")]
    aside = entity("Cayenne", "LOCATION", main=False)
    found = document(*(msgspec.structs.replace(name, confidence=0.75) for name in names), aside, date("2014", "2013"))
    names_row, dates_row = evaluate({"a.txt": found}, [wanted]).reliability
    assert (names_row.mentions, names_row.confidence, names_row.right, names_row.error) == (2, 0.75, 0.5, 0.25)
    assert (dates_row.mentions, dates_row.right) == (1, 0.0)


def test_a_kind_that_the_gold_does_not_mark_is_neither_right_nor_wrong() -> None:
    found = document(entity("Kourou", "LOCATION"), date("2014", "2014"))
    rows = evaluate({"a.txt": found}, [gold(dates=[{"text": "2014", "value": "2014"}])]).reliability
    assert [(row.kind, row.right) for row in rows] == [("dates", 1.0)]


def test_of_the_closed_split_totals_only() -> None:
    evaluation = evaluate(
        {"a.txt": document(entity("Nice", "LOCATION"))}, [gold(entities=[{"text": "Lyon", "type": "LOCATION"}])]
    )
    (row,) = totals_only(evaluation).reliability
    assert (row.mentions, row.right, row.bins) == (1, 0.0, ())


def test_the_table_shows_each_bin() -> None:
    console = Console(file=io.StringIO(), width=160, color_system=None)
    console.print(reliability_table(reliability(judged(0.8, True, False, False, False) + judged(0.35, True))))
    assert isinstance(console.file, io.StringIO)
    assert "0.35 → 1.00 (1), 0.80 → 0.25 (4)" in console.file.getvalue()
