"""`python -m pipeline annotate` in a pipe."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

LINES: list[dict[str, object]] = [
    {"id": "a", "text": "Il s'est rendu à Astana les 5 et 6 décembre 2014.", "lang": "fr"},
    {"id": 2, "text": "Trade reached €4.2 billion last year.", "lang": "en", "reference_date": "2015-06-10"},
    {
        "id": "c",
        "text": "𝔸 Le 3 mars, le ministre a reçu 50 étudiants.\n\nThe Minister left on 4 March 2015.",
        "reference_date": "2015-06",
    },
    {"id": "d", "text": ""},
    {"id": "e", "text": "x", "unknown": 1},
    {"id": "f", "text": "x", "reference_date": "yesterday"},
]


@pytest.fixture(scope="module")
def answers(root: Path) -> list[dict[str, object]]:
    stream = "\n".join([*(json.dumps(line) for line in LINES), "not json", "", '{"id": "last", "text": "In 1992."}'])
    made = subprocess.run(
        [sys.executable, "-m", "pipeline", "annotate"],
        input=stream,
        capture_output=True,
        text=True,
        cwd=root,
        check=True,
    )
    return [json.loads(line) for line in made.stdout.splitlines()]


def found(answer: dict[str, object], kind: str) -> list[tuple[str, object]]:
    values = {"date": "edtf", "amount": "value", "entity": "role"}
    mentions = answer["mentions"]
    assert isinstance(mentions, list)
    return [(m["text"], m["value"][values[kind]]) for m in mentions if m["kind"] == kind]


def test_one_answer_a_line_in_order(answers: list[dict[str, object]]) -> None:
    assert [a["id"] for a in answers] == ["a", 2, "c", "d", "e", "f", None, "last"]


def test_values_and_reference_date(answers: list[dict[str, object]]) -> None:
    assert found(answers[0], "date") == [("les 5 et 6 décembre 2014", "2014-12-05/2014-12-06")]
    assert found(answers[1], "date") == [("last year", "2014")]
    assert found(answers[1], "amount") == [("€4.2 billion", "4200000000")]
    assert found(answers[-1], "date") == [("1992", "1992")]


def test_spans_count_code_points_of_the_given_text(answers: list[dict[str, object]]) -> None:
    text = str(LINES[2]["text"])
    mentions = answers[2]["mentions"]
    assert isinstance(mentions, list)
    assert mentions
    assert all(text[m["start"] : m["end"]] == m["text"] for m in mentions)
    assert ("4 March 2015", "2015-03-04") in found(answers[2], "date")


def test_a_line_that_cannot_be_used_says_why_in_its_place(answers: list[dict[str, object]]) -> None:
    errors = [a["error"] for a in answers[4:7]]
    assert [e["code"] for e in errors if isinstance(e, dict)] == ["bad_line"] * 3
    assert "unknown" in str(errors[0])
    assert "reference_date" in str(errors[1])
    assert "line 7" in str(errors[2])
