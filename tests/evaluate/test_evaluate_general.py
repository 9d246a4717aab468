"""Names in marked text: the figure is of sentences or passages, by language and domain; no folder, no figure."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.evaluate import Report, render
from pipeline.evaluate.general import general_scores, passage_scores
from pipeline.extract import load_extract_resources


@pytest.mark.model
def test_sentences_are_scored_by_language_and_domain(models: Path, tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text("sport\tMme [Anne Duval|PERSON] court à [Paris|LOCATION].\n", encoding="utf-8")
    (tmp_path / "en.txt").write_text("law\tHe lives in [Paris|LOCATION].\nsport\tNobody won.\n", encoding="utf-8")
    scores = general_scores(tmp_path, load_extract_resources(models))
    counted = {(score.group, score.label): (score.gold, score.hits) for score in scores}
    assert counted[("fr", "ENTITY")] == (2, 2)
    assert counted[("en", "LOCATION")] == (1, 1)
    assert counted[("sport", "ENTITY")] == (2, 2)
    shown = StringIO()
    Console(file=shown, width=120).print(render(Report(gold="", splits={}, general=scores)))
    assert "outside the field" in shown.getvalue()


@pytest.mark.model
def test_passages_are_scored_as_documents_by_half(models: Path, tmp_path: Path) -> None:
    texts = {
        "fr": "Mme [Anne Duval|PERSON] parle.\n\nRien.",
        "en": "Mr [Ian Cole|PERSON] left.\n\nHe saw [Paris|LOCATION].",
    }
    for language, text in texts.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "press.txt").write_text(text, encoding="utf-8")
    scores = passage_scores(tmp_path, load_extract_resources(models))
    counted = {(half, one.group, one.label): (one.gold, one.hits) for half in scores for one in scores[half]}
    assert counted[("dev", "fr", "PERSON")] == counted[("dev", "en", "PERSON")] == (1, 1)
    assert counted[("dev", "press", "ENTITY")] == (2, 2)
    assert counted[("test", "en", "LOCATION")] == counted[("test", "press", "ENTITY")] == (1, 1)
    shown = StringIO()
    Console(file=shown, width=120).print(render(Report(gold="", splits={}, passages=scores)))
    assert "dev" in shown.getvalue()
    assert "test" in shown.getvalue()


def test_no_folder_no_figure(models: Path, tmp_path: Path) -> None:
    assert general_scores(tmp_path / "none", load_extract_resources(models)) == ()
    assert passage_scores(tmp_path / "none", load_extract_resources(models)) == {}
