"""Showing an evaluation: tables for the terminal, JSON for programs."""

from collections import Counter

import msgspec
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.evaluate.results import Check, Evaluation, Finding, Score

MARKS = {"missed": "-", "spurious": "+"}


def render(evaluation: Evaluation, *, errors: bool = False) -> RenderableType:
    """Tables of the scores and checks; with `errors`, every missed (-) and spurious (+) item with its sentence."""
    parts: list[RenderableType] = [_score_table(evaluation), _check_table(evaluation)]
    if evaluation.missing:
        parts.append(Text(f"No document for: {', '.join(evaluation.missing)}", style="bold red"))
    if errors:
        parts += [_failed(check) for check in evaluation.checks if not check.passed]
        parts += [_error(finding) for finding in evaluation.findings]
    return Group(*parts)


def to_json(evaluation: Evaluation) -> bytes:
    """The evaluation as indented JSON, the same bytes for the same evaluation."""
    return msgspec.json.format(msgspec.json.encode(evaluation), indent=2) + b"\n"


def _score_table(evaluation: Evaluation) -> Table:
    table = Table(title=f"{evaluation.documents} gold documents", title_justify="left")
    table.add_column("group", overflow="fold")
    table.add_column("label", no_wrap=True)
    for name in ("gold", "found", "hits", "precision", "recall", "F1"):
        table.add_column(name, justify="right")
    for score in evaluation.scores:
        if score.by != "document":
            table.add_row(*_cells(score), end_section=score.label == "ALL")
        elif score.label == "ALL":  # one line each: what is wrong where is in the list of errors
            table.add_row(*_cells(score))
    return table


def _cells(score: Score) -> tuple[str, ...]:
    counts = (str(score.gold), str(score.found), str(score.hits))
    return (score.group, score.label, *counts, *map(_measure, (score.precision, score.recall, score.f1)))


def _measure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _check_table(evaluation: Evaluation) -> Table:
    table = Table(title="Checks of text and metadata", title_justify="left")
    table.add_column("check")
    table.add_column("passed", justify="right")
    table.add_column("of", justify="right")
    asked = Counter(check.kind for check in evaluation.checks)
    passed = Counter(check.kind for check in evaluation.checks if check.passed)
    for kind in sorted(asked):
        table.add_row(kind, str(passed[kind]), str(asked[kind]))
    return table


def _failed(check: Check) -> Text:
    got = f"  (got: {check.got})" if check.got is not None else ""
    return Text(f"! {check.document}  {check.kind}: {check.expected}{got}")


def _error(finding: Finding) -> Text:
    value = f" = {finding.value}" if finding.value else ""
    got = f"  (got: {finding.got})" if finding.got else ""
    where = "not in the text" if finding.sentence is None else finding.sentence
    head = f"{MARKS[finding.kind]} {finding.document}  {finding.label}  {finding.text}{value}{got}"
    return Text(f"{head}\n    {where}")
