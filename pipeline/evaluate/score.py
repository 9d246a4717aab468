"""Precision, recall and F1 of the whole evaluation."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluate.checks import check
from pipeline.evaluate.clean import cleaning
from pipeline.evaluate.compare import MEASURES, Comparison, compare
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.link import linking
from pipeline.evaluate.reliability import reliability
from pipeline.evaluate.results import By, Check, Confusion, Evaluation, Measure, Score
from pipeline.records import Document, EntityLabel

ENTITY_LABELS: tuple[str, ...] = get_args(EntityLabel)
LABELS = (*ENTITY_LABELS, "ENTITY", "DATE", "AMOUNT", "ALL")
MARKED = ("entities", "dates", "amounts")  # kinds of mentions; some gold marks only one or two of them
RESAMPLES, SEED = 1000, 20

Group = tuple[By, str]
Counts = tuple[int, int, int]  # hits, missed, spurious
Cell = tuple[Group, Measure, str]  # group, measure, label


def evaluate(documents: Mapping[str, Document], gold: Sequence[GoldDocument]) -> Evaluation:
    """Compare the documents (by id) with the gold, which speaks of all or some of them.

    A gold document is found by the hash of its source, else by its path. Only mentions of the running text count, and
    of dates only those that are a day or longer: durations, sets and clock times are neither right nor wrong.
    """
    found = [_document(item, documents) for item in gold]
    compared = [compare(item, document) for item, document in zip(gold, found, strict=True)]
    checks: list[Check] = []
    for item, document in zip(gold, found, strict=True):
        checks += check(item, document)
    marked = {kind for item in gold for kind in MARKED if getattr(item, kind)}
    confusion = Counter(pair for comparison in compared for pair in comparison.confusion)
    return Evaluation(
        documents=len(gold),
        missing=tuple(item.source.file for item, document in zip(gold, found, strict=True) if document is None),
        scores=tuple(_scores(gold, compared)),
        linking=linking([pair for comparison in compared for pair in comparison.pairs]),
        cleaning=cleaning([comparison.cleaning for comparison in compared if comparison.cleaning]),
        confusion=tuple(
            Confusion(gold=pair[0], found=pair[1], count=confusion[pair])
            for pair in sorted(confusion, key=lambda pair: (pair[0] or "~", pair[1] or "~"))
        ),
        checks=tuple(checks),
        findings=tuple(finding for comparison in compared for finding in comparison.findings),
        reliability=reliability(
            verdict for comparison in compared for verdict in comparison.verdicts if verdict.kind in marked
        ),
    )


def _document(gold: GoldDocument, documents: Mapping[str, Document]) -> Document | None:
    ordered = [documents[key] for key in sorted(documents)]
    for document in ordered:
        if gold.source.sha256 is not None and document.source.sha256 == gold.source.sha256:
            return document
    return next((document for document in ordered if document.source.path == gold.source.file), None)


def _groups(gold: GoldDocument) -> tuple[Group, ...]:
    genre: tuple[Group, ...] = (("genre", gold.genre),) if gold.genre else ()
    suffix = PurePosixPath(gold.source.file).suffix.lstrip(".").lower() or "none"
    return ("total", "all"), ("language", gold.lang), *genre, ("format", suffix), ("document", gold.source.file)


def _sums(label: str) -> tuple[str, ...]:
    return (label, "ENTITY", "ALL") if label in ENTITY_LABELS else (label, "ALL")


def _scores(gold: Sequence[GoldDocument], compared: Sequence[Comparison]) -> Iterator[Score]:
    """Scores of all groups, measures and labels that have anything."""
    cells: dict[Cell, dict[int, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for number, (item, comparison) in enumerate(zip(gold, compared, strict=True)):
        for measure, label, kind in comparison.outcomes:
            for group in _groups(item):
                for name in _sums(label):
                    cells[group, measure, name][number][kind] += 1
    groups = {group for group, _, _ in cells}
    sizes = Counter(group for item in gold for group in _groups(item))
    for group in sorted(groups, key=lambda group: (get_args(By).index(group[0]), group[1])):
        for measure in MEASURES:
            for label in LABELS:
                if documents := cells.get((group, measure, label)):
                    yield _score(group, measure, label, list(documents.values()), sizes[group])


def _score(group: Group, measure: Measure, label: str, documents: list[Counter[str]], size: int) -> Score:
    """The score of one cell; `documents` are those of the group's `size` documents that have anything of it."""
    counts = np.array(
        [[document[kind] for kind in ("hit", "missed", "spurious")] for document in documents], dtype=np.float64
    )
    hits, lost, extra = (int(n) for n in counts.sum(axis=0))
    gold, found = hits + lost, hits + extra
    return Score(
        by=group[0],
        group=group[1],
        measure=measure,
        label=label,
        gold=gold,
        found=found,
        hits=hits,
        precision=round(hits / found, 4) if found else None,
        recall=round(hits / gold, 4) if gold else None,
        f1=round(2 * hits / (gold + found), 4),
        interval=_interval(counts, size) if group[0] in ("total", "language") and size > 1 else None,
    )


def _interval(counts: NDArray[np.float64], size: int) -> tuple[float, float]:
    """Where 95 % of the F1 lie when the documents are drawn anew, with replacement, many times."""
    full = np.zeros((size, 3))
    full[: len(counts)] = counts
    weights = np.random.default_rng(SEED).multinomial(size, np.full(size, 1 / size), size=RESAMPLES)
    hits, lost, extra = (weights @ full).T
    everything = 2 * hits + lost + extra
    f1 = np.divide(2 * hits, everything, out=np.ones_like(hits), where=everything > 0)
    low, high = np.percentile(f1, [2.5, 97.5])
    return round(float(low), 4), round(float(high), 4)
