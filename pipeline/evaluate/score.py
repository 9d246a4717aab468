"""Precision, recall and F1 of the whole evaluation."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

from pipeline.evaluate.checks import check
from pipeline.evaluate.compare import compare
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.results import Check, Evaluation, Finding, Score
from pipeline.records import Document, EntityLabel

ENTITY_LABELS: tuple[str, ...] = get_args(EntityLabel)
LABELS = (*ENTITY_LABELS, "ENTITY", "DATE", "AMOUNT", "ALL")

By = Literal["total", "language", "format", "document"]
Group = tuple[By, str]
Cell = tuple[Group, str, str]  # group, label, "hit" | "missed" | "spurious"


def evaluate(documents: Mapping[str, Document], gold: Sequence[GoldDocument]) -> Evaluation:
    """Compare the documents (by id) with the gold, which speaks of all or some of them.

    A gold document is found by the hash of its source, else by its path. Only mentions of the running text count, and
    of dates only those of type DATE: durations, sets and clock times are neither right nor wrong.
    """
    counts: Counter[Cell] = Counter()
    findings: list[Finding] = []
    checks: list[Check] = []
    missing: list[str] = []
    groups: set[Group] = set()
    for item in gold:
        document = _document(item, documents)
        if document is None:
            missing.append(item.source.file)
        hits, errors = compare(item, document)
        outcomes = [(label, "hit") for label in hits] + [(error.label, error.kind) for error in errors]
        for group in _groups(item, document):
            groups.add(group)
            counts.update((group, name, kind) for label, kind in outcomes for name in _sums(label))
        findings += errors
        checks += check(item, document)
    return Evaluation(
        documents=len(gold),
        missing=tuple(missing),
        scores=tuple(_scores(counts, groups)),
        checks=tuple(checks),
        findings=tuple(findings),
    )


def _document(gold: GoldDocument, documents: Mapping[str, Document]) -> Document | None:
    ordered = [documents[key] for key in sorted(documents)]
    for document in ordered:
        if gold.source.sha256 is not None and document.source.sha256 == gold.source.sha256:
            return document
    return next((document for document in ordered if document.source.path == gold.source.file), None)


def _groups(gold: GoldDocument, document: Document | None) -> tuple[Group, ...]:
    media_type = document.source.media_type if document else "none"
    return ("total", "all"), ("language", gold.lang), ("format", media_type), ("document", gold.source.file)


def _sums(label: str) -> tuple[str, ...]:
    return (label, "ENTITY", "ALL") if label in ENTITY_LABELS else (label, "ALL")


def _scores(counts: Counter[Cell], groups: set[Group]) -> Iterator[Score]:
    for group in sorted(groups, key=lambda group: (get_args(By).index(group[0]), group[1])):
        for label in LABELS:
            hits, missed, spurious = (counts[group, label, kind] for kind in ("hit", "missed", "spurious"))
            if hits + missed + spurious:
                yield _score(group, label, gold=hits + missed, found=hits + spurious, hits=hits)


def _score(group: Group, label: str, *, gold: int, found: int, hits: int) -> Score:
    return Score(
        by=group[0],
        group=group[1],
        label=label,
        gold=gold,
        found=found,
        hits=hits,
        precision=round(hits / found, 4) if found else None,
        recall=round(hits / gold, 4) if gold else None,
        f1=round(2 * hits / (gold + found), 4),
    )
