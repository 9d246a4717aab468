"""What is shown of an evaluation."""

import json

from fabricated import date, document, entity, gold
from rich.console import Console

from pipeline.evaluate import Report, evaluate, render, to_json


def example() -> Report:
    one = document(entity("Paris", "LOCATION"), date("fin [2012]", "2012"))
    french = gold(
        title="Titre",
        entities=[{"text": "Paris", "type": "LOCATION"}],
        dates=[{"text": "fin [2012]", "value": "2012", "mod": "END"}],
    )
    english = gold(file="lost.txt", sha256="1", lang="en", entities=[{"text": "UN", "type": "ORGANIZATION"}])
    return Report(gold="00", splits={"": evaluate({one.id: one}, [french, english])})


def shown(*, errors: bool) -> str:
    console = Console(width=80, record=True, file=None, quiet=False)
    with console.capture() as capture:
        console.print(render(example(), errors=errors))
    return capture.get()


def test_table_has_measures_by_group_and_names_lost_documents() -> None:
    text = shown(errors=False)
    rows = [line.replace("│", " ").split() for line in text.splitlines()]
    assert ["all", "LOCATION", "1", "1", "1.000", "1.000", "1.000", "1.00–1.00", "–", "–"] in rows
    assert ["en", "ALL", "1", "0", "–", "0.000", "0.000", "–", "–"] in rows
    assert ["lost.txt", "1", "0", "–", "0.000", "0.000", "–", "–"] in rows
    assert "No document for: lost.txt" in text
    assert "Voici fin [2012] ici." not in text


def test_errors_list_items_with_value_and_sentence() -> None:
    lines = [line.rstrip() for line in shown(errors=True).splitlines()]
    assert "! a.txt  title: Titre" in lines
    missed = lines.index("- a.txt  DATE  fin [2012] = 2012 END  (got: DATE 2012)")
    assert lines[missed + 1] == "    Voici fin [2012] ici."
    assert "+ a.txt  DATE  fin [2012] = 2012" in lines
    assert lines[lines.index("- lost.txt  ORGANIZATION  UN") + 1] == "    not in the text"


def test_json_is_complete_and_stable() -> None:
    data = json.loads(to_json(example()))["splits"][""]
    assert set(data) >= {"documents", "missing", "scores", "linking", "cleaning", "confusion", "checks", "findings"}
    assert data["scores"][0] == {
        "by": "total", "group": "all", "measure": "value", "label": "LOCATION", "gold": 1, "found": 1, "hits": 1,
        "precision": 1.0, "recall": 1.0, "f1": 1.0, "interval": [1.0, 1.0],
    }  # fmt: skip
    assert to_json(example()) == to_json(example())
