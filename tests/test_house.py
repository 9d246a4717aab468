"""The house keeps its word: commands, help, README and folders agree."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from pipeline.cli import app

TARGETS = {
    "run", "ingest", "extract", "link", "topics", "emit", "report", "add", "show", "inspect", "evaluate", "bench",
    "train", "clean", "test", "lint", "check", "soak", "golden", "lock", "help",
}  # fmt: skip


@pytest.fixture(scope="module", params=["fr", "en"])
def help_text(root: Path, request: pytest.FixtureRequest) -> str:
    """What `make help` says where the terminal is set to a language."""
    terminal = os.environ | {"LC_ALL": {"fr": "fr_FR.UTF-8", "en": "C"}[request.param]}
    told = subprocess.run(["make", "-s", "help"], cwd=root, env=terminal, capture_output=True, text=True, check=True)
    assert told.stdout == (root / "docs" / f"help.{request.param}.txt").read_text()
    return told.stdout


def targets(text: str) -> set[str]:
    """The targets that a text names: `make x`, `make x|y`."""
    named = re.findall(r"\bmake ((?:[a-z]+\|)*[a-z]+)\b(?!=)", text)
    return {target for names in named for target in names.split("|")}


def test_make_knows_every_target(root: Path) -> None:
    database = subprocess.run(["make", "-pn", "help"], cwd=root, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^([a-z]+):", database, re.MULTILINE)) >= TARGETS


def test_help_lists_every_target(help_text: str) -> None:
    assert targets(help_text) | {"run", "help"} >= TARGETS


def test_both_helps_name_the_same_options(root: Path) -> None:
    french, english = ((root / "docs" / f"help.{code}.txt").read_text() for code in ("fr", "en"))
    named = re.compile(r"\b[A-Z_]{3,}=[\w/|]*|^make \S+", re.MULTILINE)
    assert sorted(named.findall(french)) == sorted(named.findall(english))


@pytest.mark.parametrize("name", ["README.md", "README.fr.md", "CONTRIBUTING.md"])
def test_readme_names_only_targets_that_exist(name: str, root: Path) -> None:
    parts = re.findall(r"```\w*\n(.*?)```|`([^`\n]+)`", (root / name).read_text(), re.DOTALL)
    code = "\n".join(part for pair in parts for part in pair)
    assert targets(code) - TARGETS == set()


def test_contributing_maps_the_whole_pipeline(root: Path) -> None:
    contributing = (root / "CONTRIBUTING.md").read_text()
    parts = {path.name for path in (root / "pipeline").iterdir() if not path.name.startswith("__")}
    assert {part for part in parts if f"`pipeline/{part}" not in contributing} == set()


def test_make_hands_over_every_option(root: Path) -> None:
    """A value on the command line of `make` reaches the command that has the option."""
    listed = re.search(r"^OPTIONS := (.*)$", (root / "Makefile").read_text(), re.MULTILINE)
    commands = get_command(app).commands.values()  # type: ignore[attr-defined]
    asked = {parameter.envvar for command in commands for parameter in command.params if parameter.envvar}
    assert listed
    assert asked == {f"DEPECHE_{name}" for name in listed[1].split()}


def test_the_two_readmes_show_the_same_commands(root: Path) -> None:
    def commands(name: str) -> list[str]:
        blocks = re.findall(r"```sh\n(.*?)```", (root / name).read_text(), re.DOTALL)
        lines = (line.split("#")[0].strip() for block in blocks for line in block.splitlines())
        return [line for line in lines if line]

    assert commands("README.md") == commands("README.fr.md")


def test_every_stage_and_command_has_help() -> None:
    listed = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "200"})
    assert listed.exit_code == 0
    for name in TARGETS - {"test", "lint", "check", "soak", "golden", "lock", "help"} | {"annotate"}:
        assert re.search(rf"\b{name}\b", listed.output), name
        assert CliRunner().invoke(app, [name, "--help"]).exit_code == 0


def test_values_with_blanks_and_quotes_reach_the_command(root: Path) -> None:
    """`make` hands values over through the environment, so no shell takes them apart."""
    said = subprocess.run(
        ["make", "-s", "show", "DOC=no 'such\" document $$(touch x).txt", "OUTPUTS=no such folder"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "no 'such\" document $(touch x).txt: no such document" in said.stderr
    assert not (root / "x").exists()


def test_the_lock_file_pins_what_the_project_asks_for(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=\[;]", item)[0].lower() for item in asked}
    lock = (root / "requirements.lock").read_text()
    pinned = set(re.findall(r"^([a-z0-9.-]+)==", lock, re.MULTILINE))
    assert names <= pinned
    assert lock.count("--hash=sha256:") > len(pinned)
    assert not re.search(r"https?://", lock)


def test_each_dependency_has_its_reason(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    asked = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.split(r"[<>=\[;]", item)[0].lower() for item in asked}
    _, _, table = (root / "CONTRIBUTING.md").read_text().partition("## Dependencies")
    given = {name for row in re.findall(r"^\| ([^|]*) \|", table, re.MULTILINE) for name in re.split(r"[,:]? ", row)}
    assert names - given == set()


def test_both_languages_have_the_same_lexicons(root: Path) -> None:
    lexicons = root / "models" / "lexicons"
    french, english = (sorted(p.name for p in (lexicons / code).iterdir()) for code in ("fr", "en"))
    assert french == english
    for name in french:
        keys = [_keys(tomllib.loads((lexicons / code / name).read_text())) for code in ("fr", "en")]
        assert keys[0] == keys[1], name


def _keys(table: dict[str, object]) -> set[str]:
    return set(table)


def test_no_language_in_the_code(root: Path) -> None:
    """Month names and other words of a language live in lexicons; here: the accented ones, docstrings aside."""
    code = re.compile(r'"""(?:.|\n)*?"""|#.*')
    word = re.compile(
        r"""["'](janvier|février|août|décembre|January|February|ministre|minister|millions?|environ)["']"""
    )
    found = {
        path.relative_to(root).as_posix(): word.findall(code.sub("", path.read_text()))
        for path in sorted((root / "pipeline").rglob("*.py"))
        if not {"bench", "baselines"} & {*path.parts}  # what others would write
    }
    assert {path: words for path, words in found.items() if words} == {}
