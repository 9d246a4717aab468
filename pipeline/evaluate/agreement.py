"""How far two independent annotators of the gold corpus agree, layer by layer.

Both passes are kept under `passes/first` and `passes/second` of the gold corpus, as they were before anybody compared
them; `annotated` is what a third reading made of the two.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.evaluate.gold import GoldAmount, GoldDate, GoldDocument, GoldEntity, GoldItem
from pipeline.evaluate.load import SUFFIX
from pipeline.evaluate.markup import parse

FIRST, SECOND = "passes/first", "passes/second"
LAYERS = ("entities: spans", "entities: labels", "entities: ids", "dates: spans", "dates: values",
          "amounts: spans", "amounts: values", "events")  # fmt: skip


class Layer(NamedTuple):
    """Agreement on one layer: items of each pass, those both have, and their F1.

    Only items that neither pass calls optional count; `disagreements` are those that one pass alone has.
    """

    name: str
    first: int
    second: int
    both: int

    @property
    def f1(self) -> float:
        """F1 of one pass against the other; the same whichever is taken for right."""
        return round(2 * self.both / (self.first + self.second), 4) if self.first + self.second else 1.0

    @property
    def disagreements(self) -> int:
        """Items that only one of the passes has."""
        return self.first + self.second - 2 * self.both


def agreement(folder: Path) -> list[Layer]:
    """The agreement of the two passes of a gold corpus."""
    counts: Counter[tuple[str, str]] = Counter()
    for first, second in passes(folder):
        for layer in LAYERS:
            one, other = (Counter(_layer(layer, document, optional)) for document, optional in (
                (first, _optional(second)), (second, _optional(first))
            ))  # fmt: skip
            counts[layer, "first"] += one.total()
            counts[layer, "second"] += other.total()
            counts[layer, "both"] += (one & other).total()
    return [Layer(name, *(counts[name, part] for part in ("first", "second", "both"))) for name in LAYERS]


def passes(folder: Path) -> Iterator[tuple[GoldDocument, GoldDocument]]:
    """The two passes of each document that has both; the texts are the same."""
    for path in sorted((folder / FIRST).rglob(f"*{SUFFIX}")):
        other = folder / SECOND / path.relative_to(folder / FIRST)
        if other.is_file():
            name = path.relative_to(folder / FIRST).as_posix()
            yield parse(path, name), parse(other, name)


def _items(document: GoldDocument) -> Sequence[GoldItem]:
    return (*document.entities, *document.dates, *document.amounts)


def _optional(document: GoldDocument) -> set[tuple[int, int]]:
    return {item.span for item in _items(document) if item.optional and item.span}


def _layer(layer: str, document: GoldDocument, optional: set[tuple[int, int]]) -> Iterator[tuple[object, ...]]:
    if layer == "events":
        yield from ((event.type, event.when) for event in document.events)
        return
    kind, _, what = layer.partition(": ")
    types = {"entities": GoldEntity, "dates": GoldDate, "amounts": GoldAmount}
    for item in _items(document):
        if isinstance(item, types[kind]) and not item.optional and item.span not in optional:
            yield (item.span, *_detail(item, what))


def _detail(item: GoldItem, what: str) -> tuple[object, ...]:
    if what == "spans":
        return ()
    if isinstance(item, GoldEntity):
        return (item.type,) if what == "labels" else (item.canonical,)
    if isinstance(item, GoldDate):
        return item.value, item.mod
    return item.value, item.low, item.high, item.unit, item.mod
