"""Files are written whole or not at all, and only when their bytes differ."""

from pathlib import Path

import pytest

from pipeline.files import listing, remove, whole_text, write_if_changed


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ids.json"
    assert write_if_changed(path, b"one", sync=True)
    made = path.stat().st_ino
    assert not write_if_changed(path, b"one")
    assert path.stat().st_ino == made
    assert write_if_changed(path, b"two")
    assert [file.name for file in path.parent.iterdir()] == ["ids.json"]
    assert path.read_bytes() == b"two"


def test_what_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("old")

    def write_half() -> None:
        with whole_text(path) as file:
            file.write("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("table.csv", "old")]


def test_a_folder_is_listed_and_emptied(tmp_path: Path) -> None:
    for name in ("a.json", "sub/deep/b.json", "sub/c.html"):
        write_if_changed(tmp_path / name, b"{}")
    assert listing(tmp_path, ".json") == {"a": 2, "sub/deep/b": 2}
    remove(tmp_path, ["sub/deep/b", "gone"], ".json")
    assert listing(tmp_path, ".json") == {"a": 2}
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.json", "c.html", "sub"]
    assert listing(tmp_path / "nothing", ".json") == {}
