"""Showing an evaluation in the terminal."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.evaluate.reliability import reliability_table
from pipeline.evaluate.report import MARK, Report
from pipeline.evaluate.results import Check, Evaluation, Finding, Linking, Score

MARKS = {"missed": "-", "spurious": "+"}
FEW = 5  # documents that have a line of their own without being asked for


def render(report: Report, *, errors: bool = False) -> RenderableType:
    """Tables of each split; with `errors`, every missed (-) and spurious (+) item with its sentence."""
    parts: list[RenderableType] = []
    for name, evaluation in report.splits.items():
        baselines = {base: splits[name] for base, splits in report.baselines.items() if name in splits}
        parts += _split(name, evaluation, baselines, documents=errors or evaluation.documents <= FEW)
    if report.general:
        parts.append(_marked_table("Names in sentences outside the field", report.general))
    for split, scores in report.passages.items():
        parts.append(_marked_table(f"Names in passages of the field, {split}", scores))
    if report.note:
        parts.append(Text(report.note, style="yellow"))
    if errors:
        for evaluation in report.splits.values():
            parts += [_failed(check) for check in evaluation.checks if not check.passed]
            parts += [_error(finding) for finding in evaluation.findings]
    return Group(*parts)


def _split(
    name: str, evaluation: Evaluation, baselines: Mapping[str, Evaluation], *, documents: bool
) -> Iterator[RenderableType]:
    title = f"{name}: {evaluation.documents} gold documents" if name else f"{evaluation.documents} gold documents"
    yield _score_table(title, [score for score in evaluation.scores if documents or score.by != "document"])
    if baselines:
        yield _baseline_table(evaluation, baselines)
    if evaluation.confusion:
        yield _confusion_table(evaluation)
    if lines := [*_linking(evaluation.linking), *_cleaning(evaluation)]:
        yield Text("\n".join(lines))
    if evaluation.reliability:
        yield reliability_table(evaluation.reliability)
    if evaluation.checks:
        yield _check_table(evaluation)
    if evaluation.missing:
        yield Text(f"No document for: {', '.join(evaluation.missing)}", style="bold red")


def _score_table(title: str, scores: Sequence[Score]) -> Table:
    """One line a label: counts and measures of `value`, and the F1 of the other measures; fits 80 columns."""
    table = Table(title=title, title_justify="left", box=None, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("", no_wrap=True, max_width=22)
    for column in ("gold", "found", "P", "R", "F1", "95 %", "strict", "relaxed"):
        table.add_column(column, justify="right", no_wrap=True)
    others = {(s.by, s.group, s.measure, s.label): s.f1 for s in scores}
    for score in scores:
        # A line for each label of totals and languages; one line each for the rest: what is wrong is in the errors.
        if score.measure == "value" and (score.by in ("total", "language") or score.label == MARK):
            strict, relaxed = (
                others.get((score.by, score.group, measure, score.label)) for measure in ("strict", "relaxed")
            )
            last = score.by in ("total", "language") and score.label == MARK
            table.add_row(*_cells(score), _measure(strict), _measure(relaxed))
            if last:
                table.add_row()
    return table


def _cells(score: Score) -> tuple[str, ...]:
    name = f"{score.group} {score.label}" if score.by in ("total", "language") else score.group
    interval = f"{score.interval[0]:.2f}–{score.interval[1]:.2f}" if score.interval else ""
    measures = map(_measure, (score.precision, score.recall, score.f1))
    return (name, str(score.gold), str(score.found), *measures, interval)


def _measure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _baseline_table(evaluation: Evaluation, baselines: Mapping[str, Evaluation]) -> Table:
    table = Table(title="F1 beside the baselines (measure: value)", title_justify="left")
    table.add_column("language")
    table.add_column("label", no_wrap=True)
    for name in ("Dépêche", *baselines):
        table.add_column(name, justify="right")
    columns = [
        {(s.group, s.label): s.f1 for s in one.scores if s.by == "language" and s.measure == "value"}
        for one in (evaluation, *baselines.values())
    ]
    for group, label in columns[0]:
        table.add_row(group, label, *(_measure(column.get((group, label))) for column in columns))
    return table


def _marked_table(title: str, scores: Sequence[Score]) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column("", no_wrap=True)
    for column in ("gold", "found", "P", "R", "F1"):
        table.add_column(column, justify="right")
    for score in scores:
        name = f"{score.group} {score.label}" if score.by == "language" else score.group
        measures = map(_measure, (score.precision, score.recall, score.f1))
        table.add_row(name, str(score.gold), str(score.found), *measures)
    return table


def _confusion_table(evaluation: Evaluation) -> Table:
    counts = {(one.gold, one.found): one.count for one in evaluation.confusion}
    labels = sorted({label for pair in counts for label in pair if label})
    table = Table(title="Names: label in the gold (lines), label found (columns)", title_justify="left")
    table.add_column("gold")
    for label in (*labels, "none"):
        table.add_column(label, justify="right")
    for gold in (*labels, None):
        cells = (counts.get((gold, found), 0) for found in (*labels, None))
        table.add_row(gold or "none", *(str(n) if n else "" for n in cells))
    return table


def _linking(linking: Linking | None) -> Iterator[str]:
    if linking is None:
        return
    measures = {"B³": linking.b_cubed, "CEAF-e": linking.ceaf_e, "French–English pairs": linking.pairs}
    for name, triple in measures.items():
        if triple:
            values = f"P {triple[0]:.3f} R {triple[1]:.3f} F1 {triple[2]:.3f}"
            yield f"Linking of {linking.mentions} mentions, {name}: {values}"


def _cleaning(evaluation: Evaluation) -> Iterator[str]:
    if clean := evaluation.cleaning:
        measures = " ".join(
            f"{name} {_measure(value)}"
            for name, value in (("P", clean.precision), ("R", clean.recall), ("F1", clean.f1))
        )
        yield f"Words of the main text ({clean.words}): {measures}"
        yield f"Boilerplate kept, of {clean.boilerplate} words: {_measure(clean.boilerplate_kept)}"


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
