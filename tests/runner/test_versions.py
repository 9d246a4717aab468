"""The version of a stage covers all that its result depends on: a change anywhere there makes it run again."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from pipeline.config import load_models_config
from pipeline.runner.versions import SHARED, STAGES, StageSpec, stage_versions

# They say how something is done and not what comes out, or come with a package that is named (thinc with spaCy).
WITHOUT_EFFECT = {"errors.py", "msgspec", "markupsafe", "threadpoolctl", "srsly", "thinc"}


@pytest.fixture(scope="module")
def package(root: Path) -> Path:
    return root / "pipeline"


@pytest.fixture(scope="module")
def known() -> Mapping[str, list[str]]:
    """The installed packages, with the distributions that they come from."""
    return packages_distributions()


@pytest.mark.parametrize("spec", STAGES, ids=lambda spec: spec.name)
def test_a_stage_names_what_it_imports(spec: StageSpec, package: Path, known: Mapping[str, list[str]]) -> None:
    files = reached(package, sorted((package / spec.name).rglob("*.py")))
    parts = {file.relative_to(package).parts[0] for file in files}
    assert parts - {spec.name, *SHARED, *spec.modules} <= WITHOUT_EFFECT
    names = {name for file in files for name, _ in imports(file, package) if name in known}
    named = {name for name in names if {one.lower() for one in known[name]} & {*spec.packages}}
    assert names - named <= WITHOUT_EFFECT


@pytest.mark.parametrize("spec", STAGES, ids=lambda spec: spec.name)
def test_what_a_stage_names_is_there(spec: StageSpec, root: Path) -> None:
    assert [name for name in (*SHARED, *spec.modules) if not (root / "pipeline" / name).exists()] == []
    assert [name for name in spec.knowledge if not list((root / "models").glob(name))] == []


@pytest.mark.model
def test_a_stage_names_what_it_reads(root: Path, tmp_path: Path) -> None:
    """No stage opens a file of the models that its version does not cover; none runs again for what it never opens."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("The minister met her team in Paris on 3 May 2019.")
    program = [sys.executable, str(Path(__file__).with_name("what_stages_read.py"))]
    program += [str(tmp_path / "corpus"), str(tmp_path / "outputs")]
    told = subprocess.run(program, cwd=root, env={"PYTHONPATH": str(root)}, capture_output=True, text=True, check=True)
    opened = {stage: {*files} for stage, *files in map(str.split, told.stdout.splitlines())}
    for spec in STAGES:
        covers = {name: named(root / "models", name) for name in spec.knowledge}
        unknown = opened[spec.name] - {"models.toml"}.union(*covers.values())  # the settings of every run
        unread = [name for name, files in covers.items() if not files & opened[spec.name]]
        assert (spec.name, unknown, unread) == (spec.name, set(), [])


def named(models: Path, pattern: str) -> set[str]:
    """The files that a pattern of a stage's knowledge names."""
    files = (file for path in models.glob(pattern) for file in (path, *path.rglob("*")) if file.is_file())
    return {file.relative_to(models).as_posix() for file in files}


def test_an_edit_concerns_the_stages_that_read_it(root: Path, tmp_path: Path) -> None:
    models = tmp_path / "models"
    shutil.copytree(root / "models", models, ignore=shutil.ignore_patterns("*.npz", "people"))
    config = load_models_config(models)
    for edited, stages in {
        "lexicons/fr/report.toml": {"report"},
        "lexicons/en/dates.toml": {"ingest", "extract"},
        "lexicons/concepts/law.toml": {"topics"},
        "casing/fr.toml": {"extract"},
        "gazetteers/places.toml": {"extract", "link"},
    }.items():
        before = stage_versions(models, config)
        with (models / edited).open("a") as file:
            file.write("# edited\n")
        after = stage_versions(models, config)
        assert (edited, {stage for stage in before if before[stage] != after[stage]}) == (edited, stages)


def reached(package: Path, files: list[Path]) -> set[Path]:
    """The files and all of ours that they import, and those in turn."""
    seen: set[Path] = set()
    waiting = list(files)
    while waiting:
        file = waiting.pop()
        if file not in seen:
            seen.add(file)
            waiting += [ours for name, ours in imports(file, package) if name == "pipeline" and ours]
    return seen


@cache
def imports(file: Path, package: Path) -> tuple[tuple[str, Path | None], ...]:
    """The packages that a file imports, with the file that is imported where it is ours."""
    return tuple(_imports(file, package))


def _imports(file: Path, package: Path) -> Iterator[tuple[str, Path | None]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name.partition(".")[0], None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            top = node.module.partition(".")[0]
            for alias in node.names:
                yield top, _file(package, f"{node.module}.{alias.name}") if top == "pipeline" else None


def _file(package: Path, dotted: str) -> Path | None:
    """The file of a module, or of the module that defines a name."""
    path = package.parent.joinpath(*dotted.split("."))
    candidates = (
        path.with_suffix(".py"),
        path / "__init__.py",
        path.parent.with_suffix(".py"),
        path.parent / "__init__.py",
    )
    return next((candidate for candidate in candidates if candidate.is_file()), None)
