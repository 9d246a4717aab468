"""Every reason that something can be dropped for has words in both languages: read from the code and from documents."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from pipeline.ingest import boilerplate, readers
from pipeline.records import BlockKind
from pipeline.report import ReportWords, load_report_words

NOT_REASONS = {*get_args(BlockKind)} - {"footnote"}


@pytest.fixture(scope="module")
def words(root: Path) -> ReportWords:
    return load_report_words(root / "models")


def said(node: ast.expr | None) -> Iterator[str]:
    """The strings that an expression may be, without those that are only compared or looked up."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*said(node.body), *said(node.orelse))
    elif isinstance(node, ast.BoolOp):
        yield from (word for value in node.values for word in said(value))


def reasons_in(path: Path) -> Iterator[str]:
    """What a module returns as a reason, notes under `reasons`, hands over as `reason`, or keeps in a table of them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    judges = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and is_judge(one, path)]
    for answer in (node for one in judges for node in ast.walk(one) if isinstance(node, ast.Return)):
        yield from said(answer.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AugAssign):
            yield from assigned(node)
        elif isinstance(node, ast.keyword) and node.arg == "reason":
            yield from said(node.value)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("RawDrop", "_named", "dict.fromkeys"):
            yield from said(node.args[-1])


def is_judge(function: ast.FunctionDef, path: Path) -> bool:
    """Whether a function answers with a reason or nothing."""
    answers = ast.unparse(function.returns) if function.returns else ""
    named = any(word in function.name for word in ("reason", "zone"))
    return answers == "str | None" and (named or path.parent.name == "boilerplate")


def assigned(node: ast.Assign | ast.AugAssign) -> Iterator[str]:
    target = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
    if target.startswith("reasons["):
        yield from said(node.value)
    elif any(table in target for table in ("REASONS", "_ZONES", "_ROLES")):
        yield from (word for value in getattr(node.value, "values", ()) for word in said(value))
    elif target == "self._lines" and isinstance(node.value, ast.DictComp):
        yield from said(node.value.value)
    elif target == "_DAMAGED":
        yield from said(node.value)


def coded() -> list[str]:
    folders = [Path(package.__path__[0]) for package in (boilerplate, readers)]
    found = {reason for folder in folders for path in folder.rglob("*.py") for reason in reasons_in(path)}
    return sorted(found - NOT_REASONS)


def test_the_code_says_its_reasons() -> None:
    assert {"navigation", "stamp", "page foot", "watermark", "comments", "not main text", "dialog"} <= {*coded()}


@pytest.mark.parametrize("reason", coded())
def test_a_reason_has_words_in_both_languages(reason: str, words: ReportWords) -> None:
    assert words.fr.reasons.get(reason), f'models/lexicons/fr/report.toml: [reasons] lacks "{reason}"'
    assert words.en.reasons.get(reason), f'models/lexicons/en/report.toml: [reasons] lacks "{reason}"'
