"""The packages of `pipeline.dates` are the steps of one way: each imports only those before it."""

import ast
from pathlib import Path

STEPS = ({"lexicon"}, {"reading"}, {"rules"}, {"dated", "undated"}, {"evidence"}, {"scanning"}, {"resolving"})


def test_a_step_imports_itself_and_earlier_ones(root: Path) -> None:
    package = root / "pipeline" / "dates"
    earlier = {"calendar"}
    for steps in STEPS:
        for step in sorted(steps):
            assert _imported(package / step) <= earlier | {step}, step
        earlier |= steps
    assert {file.parent.name for file in package.glob("*/__init__.py")} == earlier - {"calendar"}


def _imported(package: Path) -> set[str]:
    """The parts of `pipeline.dates` that the modules of a package import something from."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted(package.glob("*.py"))]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {node.module.split(".")[2] for node in nodes if node.module and node.module.startswith("pipeline.dates.")}
