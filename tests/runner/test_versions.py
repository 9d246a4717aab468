"""The version of a stage covers all that its result depends on: a change anywhere there makes it run again."""

import ast
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from pipeline.runner.versions import SHARED, STAGES, StageSpec

# They say how something is done and not what comes out, or come with a package that is named (thinc with spaCy).
WITHOUT_EFFECT = {"errors.py", "msgspec", "markupsafe", "threadpoolctl", "srsly", "thinc"}


@pytest.fixture(scope="module")
def package(root: Path) -> Path:
    return root / "pipeline"


@pytest.mark.parametrize("spec", STAGES, ids=lambda spec: spec.name)
def test_a_stage_names_what_it_imports(spec: StageSpec, package: Path) -> None:
    files = reached(package, sorted((package / spec.name).rglob("*.py")))
    parts = {file.relative_to(package).parts[0] for file in files}
    assert parts - {spec.name, *SHARED, *spec.modules} <= WITHOUT_EFFECT
    known = packages_distributions()
    names = {name for file in files for name, _ in imports(file) if name in known}
    named = {name for name in names if {one.lower() for one in known[name]} & {*spec.packages}}
    assert names - named <= WITHOUT_EFFECT


@pytest.mark.parametrize("spec", STAGES, ids=lambda spec: spec.name)
def test_what_a_stage_names_is_there(spec: StageSpec, root: Path) -> None:
    assert [name for name in (*SHARED, *spec.modules) if not (root / "pipeline" / name).exists()] == []
    assert [name for name in spec.knowledge if not (root / "models" / name).exists()] == []


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


def imports(file: Path, package: Path | None = None) -> Iterator[tuple[str, Path | None]]:
    """The packages that a file imports, with the file that is imported where it is ours."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name.partition(".")[0], None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            top = node.module.partition(".")[0]
            for alias in node.names:
                yield top, _file(package, f"{node.module}.{alias.name}") if package and top == "pipeline" else None


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
