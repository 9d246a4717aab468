"""Which part may import which: cores know no shell, a stage knows no other stage, nothing goes round in a circle."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

STAGES = {"ingest", "extract", "link", "topics", "emit", "report"}
SHELLS = {"__main__", "cli", "commands", "runner", "store"}
TOOLS = {"evaluate", "train", "bench"}  # what measures or makes the models: the product runs without them
ALLOWED = {("report", "emit")}  # pages show the sentences and columns of the tables

# Inside `extract/entities`: each imports only those before it.
ENTITIES = ["tokens", "candidates", "model", "lexicon", "known", "text", "finders", "choice", "roles"]


@pytest.fixture(scope="module")
def arrows(root: Path) -> dict[str, set[str]]:
    """What each package or module right under `pipeline` imports of the others."""
    package = root / "pipeline"
    found: dict[str, set[str]] = {}
    for file in sorted(package.rglob("*.py")):
        part = file.relative_to(package).parts[0].removesuffix(".py")
        if part != "__init__":
            found.setdefault(part, set()).update(_imported(file))
    return {part: names - {part} for part, names in found.items()}


def test_there_is_no_circle(arrows: dict[str, set[str]]) -> None:
    assert set(TopologicalSorter(arrows).static_order()) >= arrows.keys()


def test_a_stage_imports_no_other_stage(arrows: dict[str, set[str]]) -> None:
    crossed = {(stage, other) for stage in STAGES for other in arrows[stage] & STAGES}
    assert crossed == ALLOWED


def test_only_shells_and_tools_import_shells(arrows: dict[str, set[str]]) -> None:
    cores = arrows.keys() - SHELLS - TOOLS
    assert {(core, shell) for core in cores for shell in arrows[core] & (SHELLS | TOOLS)} == set()


def test_stages_run_without_the_tools(arrows: dict[str, set[str]]) -> None:
    reached, waiting = set(), ["runner"]
    while waiting:
        part = waiting.pop()
        reached.add(part)
        waiting += arrows.get(part, set()) - reached
    assert reached >= STAGES
    assert reached & TOOLS == set()


def test_the_parts_of_entities_stand_in_order(root: Path) -> None:
    package = root / "pipeline" / "extract" / "entities"
    parts = {path.relative_to(package).parts[0].removesuffix(".py") for path in package.rglob("*.py")}
    assert parts == {"__init__", *ENTITIES}
    for at, part in enumerate(ENTITIES):
        files = sorted((package / part).rglob("*.py")) or [package / f"{part}.py"]
        names = set[str]().union(*(_imported(file, "pipeline.extract.entities") for file in files))
        assert names <= {*ENTITIES[: at + 1]}, part


def _imported(file: Path, package: str = "pipeline") -> set[str]:
    """The parts of a package that a file imports: `pipeline.dates.dated` counts as `dates`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == package:
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"{package}."):
            names.add(node.module.removeprefix(f"{package}.").split(".")[0])
    return {name for name in names if not name.startswith("__")}
