"""How clean the text is: words of the main text that were kept, and of the boilerplate that were not dropped."""

from typing import NamedTuple

from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.markup import UNSCORED
from pipeline.evaluate.place import Placement, words
from pipeline.evaluate.results import Cleaning
from pipeline.records import Document


class CleaningCounts(NamedTuple):
    """Words: `main` of the gold's main text, `kept` of these; `found` in the document's main text, `right` of these."""

    main: int
    kept: int
    found: int
    right: int
    boilerplate: int
    boilerplate_kept: int


def compare_text(gold: GoldDocument, document: Document | None, placement: Placement) -> CleaningCounts:
    """Count words. One of the gold is kept when all of it stands in the main text; captions and notes do not count."""
    kinds: list[tuple[int, int, str]] = [(block.start, block.end, block.kind) for block in gold.blocks]
    text = document.text if document else ""
    blocks = [block for block in document.blocks if block.main] if document else []
    ours = [
        placement.to_gold(word.start + block.start, word.end + block.start)
        for block in blocks
        for word in words(text[block.start : block.end])
        if word.key.isalnum()
    ]
    theirs = [(word, _kind(kinds, word.start)) for word in words(gold.text) if word.key.isalnum()]
    covered = {i for place in ours if place for i in range(*place.span)}
    main = [word for word, kind in theirs if kind not in (*UNSCORED, "boilerplate")]
    boilerplate = [word for word, kind in theirs if kind == "boilerplate"]
    counted = [place for place in ours if place is None or _kind(kinds, place.span[0]) not in UNSCORED]
    return CleaningCounts(
        main=len(main),
        kept=sum(all(i in covered for i in range(word.start, word.end)) for word in main),
        found=len(counted),
        right=sum(place is not None and _kind(kinds, place.span[0]) != "boilerplate" for place in counted),
        boilerplate=len(boilerplate),
        boilerplate_kept=sum(any(i in covered for i in range(word.start, word.end)) for word in boilerplate),
    )


def cleaning(counts: list[CleaningCounts]) -> Cleaning | None:
    """The measures over all documents; None without any."""
    if not counts:
        return None
    total = CleaningCounts(*(sum(column) for column in zip(*counts, strict=True)))
    precision = total.right / total.found if total.found else None
    recall = total.kept / total.main if total.main else None
    f1 = 2 * precision * recall / (precision + recall) if precision and recall else None
    kept = total.boilerplate_kept / total.boilerplate if total.boilerplate else None
    return Cleaning(
        words=total.main,
        precision=_round(precision),
        recall=_round(recall),
        f1=_round(f1),
        boilerplate=total.boilerplate,
        boilerplate_kept=_round(kept),
    )


def _kind(kinds: list[tuple[int, int, str]], at: int) -> str:
    return next((kind for start, end, kind in kinds if start <= at < end), "boilerplate")


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
