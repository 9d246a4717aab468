"""`clean` removes what runs write, and nothing else."""

from pathlib import Path

import pytest

from pipeline.commands.clean import clean_outputs
from pipeline.errors import UserError


def test_what_a_run_made_goes_and_the_ids_stay(tmp_path: Path) -> None:
    for name in ("documents/a.json", "tables/dates.csv", "report/index.html", "evaluation/work.sqlite"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    made = ("entities.json", "rejections.json", "depeche.sqlite", "work.sqlite", "work.sqlite-wal", ".datasette.json")
    kept = ("ids.json", "README.md", "notes.txt")
    for name in (*made, *kept):
        (tmp_path / name).write_text("x")
    clean_outputs(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(kept)
    with pytest.raises(UserError, match="no such folder"):
        clean_outputs(tmp_path / "nowhere")
