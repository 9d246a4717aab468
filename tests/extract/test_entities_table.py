"""The table of finders is whole: what is written as a finder runs."""

import ast
import re
from pathlib import Path

LATER = {"find_by_rules", "find_defined_acronyms"}  # the table's own door, and what asks for names that are chosen


def test_every_finder_is_in_the_table(root: Path) -> None:
    folder = root / "pipeline" / "extract" / "entities" / "finders"
    written = {name for file in folder.rglob("*.py") for name in re.findall(r"^def (find_\w+)", file.read_text(), re.M)}
    table = ast.parse((folder / "table.py").read_text())
    used = {node.id for node in ast.walk(table) if isinstance(node, ast.Name)}
    assert written - LATER <= used
