"""The gate: floors are kept, raised, and never lowered on the same gold."""

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.evaluate.floors import FILE, Floor, Floors, below, load_floors, raised, save_floors


def floor(errors: int) -> Floor:
    return Floor(f1=round(1 - errors / 100, 4), errors=errors, gold=100)


def test_more_than_two_errors_more_are_below() -> None:
    floors = {("fr", "DATE"): floor(5), ("en", "DATE"): floor(5)}
    assert list(below({("fr", "DATE"): floor(7), ("en", "DATE"): floor(0)}, floors)) == []
    lines = list(below({("fr", "DATE"): floor(8)}, floors))
    assert len(lines) == 2
    assert "fr DATE: F1 0.920 with 8 errors" in lines[0]
    assert "nothing was scored" in lines[1]


def test_floors_are_raised_and_never_lowered() -> None:
    old = Floors("gold", {("fr", "DATE"): floor(5), ("fr", "AMOUNT"): floor(5)})
    new = Floors("gold", {("fr", "DATE"): floor(3), ("fr", "AMOUNT"): floor(9)})
    assert raised(old, new).floors == {("fr", "DATE"): floor(3), ("fr", "AMOUNT"): floor(5)}
    assert raised(None, new) == new
    assert raised(old, new._replace(gold="another")).floors == new.floors


def test_floors_are_written_and_read(tmp_path: Path) -> None:
    floors = Floors("gold", {("en", "DATE"): floor(5), ("fr", "DATE"): floor(3)})
    assert load_floors(tmp_path) is None
    save_floors(tmp_path, floors)
    assert load_floors(tmp_path) == floors
    (tmp_path / FILE).write_text("[fr]\nDATE = 3\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="floors"):
        load_floors(tmp_path)
