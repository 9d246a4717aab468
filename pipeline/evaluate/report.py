"""What `evaluate` says of a whole gold: an evaluation for each split, and the baselines beside it.

The test split is looked at as totals only: its errors, checks and single documents are not in the report.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.load import ANNOTATED, DOCUMENTS
from pipeline.evaluate.results import Evaluation, Score
from pipeline.evaluate.score import evaluate
from pipeline.records import Document, Record

SPLITS = ("train", "dev", "test")
CLOSED = "test"  # the split that nobody looks into
MARK = "ALL"  # the label that sums all others


class Report(Record, frozen=True, kw_only=True):
    """Evaluations by split (one without a name for gold that has no splits), and those of the baselines by name.

    `gold` is the hash of the gold; `note` says what a reader should know of the baselines. `general`: names in
    sentences outside the field; `passages`: in running text of the field, by split.
    """

    gold: str
    splits: dict[str, Evaluation]
    baselines: dict[str, dict[str, Evaluation]] = msgspec.field(default_factory=dict)
    note: str | None = None
    general: tuple[Score, ...] = ()
    passages: dict[str, tuple[Score, ...]] = msgspec.field(default_factory=dict)


def evaluate_splits(
    documents: Mapping[str, Document], gold: Sequence[GoldDocument], splits: Sequence[str] = SPLITS
) -> dict[str, Evaluation]:
    """An evaluation for each of the splits that the gold has; gold without splits has one, under an empty name."""
    if all(item.split is None for item in gold):
        return {"": evaluate(documents, gold)}
    parts = {name: [item for item in gold if item.split == name] for name in splits}
    evaluations = {name: evaluate(documents, part) for name, part in parts.items() if part}
    return {name: totals_only(one) if name == CLOSED else one for name, one in evaluations.items()}


def totals_only(evaluation: Evaluation) -> Evaluation:
    """The evaluation without anything of a single document."""
    return msgspec.structs.replace(
        evaluation,
        scores=tuple(score for score in evaluation.scores if score.by in ("total", "language")),
        checks=tuple(msgspec.structs.replace(check, document="", expected="", got=None) for check in evaluation.checks),
        findings=(),
        reliability=tuple(msgspec.structs.replace(one, bins=()) for one in evaluation.reliability),
    )


def gold_hash(folder: Path) -> str:
    """One hash for all annotated and source files of a gold corpus, or for the JSON files of the other form."""
    parts = [folder / ANNOTATED, folder / DOCUMENTS]
    files = [path for part in parts for path in part.rglob("*") if path.is_file()] or list(folder.glob("*.json"))
    digest = sha256()
    for path in sorted(files):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def to_json(report: Report) -> bytes:
    """The report as indented JSON, the same bytes for the same report."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"
