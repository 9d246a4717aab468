"""The entity lexicons: twin files, and mistakes in them are told with file and line."""

import shutil
import tomllib
from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.extract.entities import load_entity_lexicons

FILES = [
    "entities.toml",
    "people.toml",
    "places.toml",
    "events.toml",
    "agreements.toml",
    "bodies.toml",
    "things.toml",
    "frames.toml",
    "press.toml",
]


def keys(path: Path) -> list[str]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return [f"{key}.{inner}" for key, value in data.items() for inner in (value if isinstance(value, dict) else [""])]


@pytest.mark.parametrize("name", FILES)
def test_twin_files_have_the_same_keys_in_the_same_order(models: Path, name: str) -> None:
    french, english = (keys(models / "lexicons" / language / name) for language in ("fr", "en"))
    assert french == english


@pytest.fixture
def copied(models: Path, tmp_path: Path) -> Path:
    for language in ("fr", "en"):
        (tmp_path / "lexicons" / language).mkdir(parents=True)
        for name in FILES:
            shutil.copy(models / "lexicons" / language / name, tmp_path / "lexicons" / language)
    shutil.copy(models / "lexicons" / "foreign_bodies.toml", tmp_path / "lexicons")
    shutil.copytree(models / "casing", tmp_path / "casing")
    (tmp_path / "gazetteers").mkdir()
    shutil.copy(models / "gazetteers" / "currencies.toml", tmp_path / "gazetteers")
    return tmp_path


def broken(copied: Path, old: str, new: str) -> tuple[str, int]:
    """The error that a changed English lexicon gives, and the line that was changed."""
    path = copied / "lexicons" / "en" / "entities.toml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    line = text[: text.index(old)].count("\n") + 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_entity_lexicons(copied)
    return str(caught.value), line


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("head_last = true", "head_lost = true", "head_lost"),
        ("head_last = true", 'head_last = "yes"', "bool"),
        ('"treaty"', '"Treaty"', "lower case"),
        ('"ballet"', '"treaty"', "stands under"),
        ('"academy", ', '"academy", "academy", ', "stands twice"),
        ("lower_links = [", "lower_links = [,", "Invalid"),
        ('"bundestag"', '"h’m"', "apostrophes"),
    ],
)
def test_a_mistake_is_named_with_its_line(copied: Path, old: str, new: str, reason: str) -> None:
    message, line = broken(copied, old, new)
    where, _, said = message.partition(": ")
    assert reason in said
    number = int(where.rpartition("entities.toml:")[2])
    assert number == line or reason == "stands under"  # the second of the two places is told


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"lexicons.fr.entities\.toml"):
        load_entity_lexicons(tmp_path)
