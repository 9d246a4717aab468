"""How much the names of the gold suffer when its text comes changed: F1 by split, language and change."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.evaluate.changes import CHANGES
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.match import Found, match_places
from pipeline.evaluate.place import Placed
from pipeline.records import EntityMention, Passage

UNSCORED = ("boilerplate", "caption", "pull_quote")
Find = Callable[[Sequence[Passage]], Iterable[EntityMention]]


class Robustness(NamedTuple):
    """The strict, typed F1 of all names of a language in one split, under one change; totals only."""

    split: str
    language: str
    change: str
    f1: float
    lost: float


def robustness(gold: Sequence[GoldDocument], find: Find) -> Iterator[Robustness]:
    """The F1 of each split and language under each change, and what it lost against the text as it is.

    `find` gives the entities of a document's passages. The blocks of the gold text are what is searched, so that
    nothing but the change differs.
    """
    groups: dict[tuple[str, str], list[GoldDocument]] = defaultdict(list)
    for document in gold:
        if document.text:
            groups[document.split or "all", document.lang].append(document)
    for (split, language), documents in sorted(groups.items()):
        scores = {name: _f1(documents, find, change) for name, change in CHANGES.items()}
        plain = next(iter(scores.values()))
        for name, f1 in scores.items():
            yield Robustness(split, language, name, f1, plain - f1)


def _f1(documents: Sequence[GoldDocument], find: Find, change: Callable[[str], str]) -> float:
    hits = total = 0
    for document in documents:
        text = change(document.text)
        found = [Found(m, Placed((m.start, m.end), True)) for m in find(list(_passages(document, text)))]
        matches = match_places(document.entities, found, "strict")
        hits += len(matches.pairs)
        total += 2 * len(matches.pairs) + len(matches.missed) + len(matches.spurious)
    return round(2 * hits / total, 4) if total else 1.0


def _passages(document: GoldDocument, text: str) -> Iterator[Passage]:
    for block in document.blocks:
        if block.kind not in UNSCORED:
            language = block.language if block.language in ("fr", "en") else document.lang
            yield Passage(start=block.start, end=block.end, language=language, text=text[block.start : block.end])  # type: ignore[arg-type]
