"""Pairing gold items with what the system found, one to one, without offsets.

Entities are unique surface forms with their label; dates and amounts are multisets of values. As many pairs as
possible are made; among those, required items come before optional ones and equal texts before different ones.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from pipeline.evaluate.forms import form
from pipeline.evaluate.gold import GoldAmount, GoldDate, GoldEntity
from pipeline.records import AmountMention, DateMention, EntityMention

FORBIDDEN, OPTIONAL = 1e9, 1e4  # a pair that may not be; a pair that only absorbs


class Matches(NamedTuple):
    """Indices: required gold items that were found, required ones that were missed, and finds that match nothing.

    Finds in none of the three lists were absorbed: they count neither way.
    """

    hits: tuple[int, ...]
    missed: tuple[int, ...]
    spurious: tuple[int, ...]


class _Item(Protocol):
    @property
    def optional(self) -> bool: ...
    @property
    def text(self) -> str: ...
    @property
    def alts(self) -> tuple[str, ...]: ...


G = TypeVar("G", bound=_Item)
M = TypeVar("M", EntityMention, DateMention, AmountMention)


def match_entities(gold: Sequence[GoldEntity], found: Sequence[EntityMention]) -> Matches:
    """Match unique forms (see `unique_forms`). A second accepted form of a gold item is absorbed."""

    def accepts(item: GoldEntity, mention: EntityMention) -> bool:
        return mention.label in (item.type, *item.alt_types) and form(mention.text) in _forms(item)

    matches = _match(gold, found, accepts)
    spurious = tuple(j for j in matches.spurious if not any(accepts(item, found[j]) for item in gold))
    return matches._replace(spurious=spurious)


def match_dates(gold: Sequence[GoldDate], found: Sequence[DateMention]) -> Matches:
    """Match by EDTF value and modifier. A find without a value is absorbed by an optional item of the same text."""

    def accepts(item: GoldDate, mention: DateMention) -> bool:
        if mention.value.edtf is None:
            return (item.optional or item.value is None) and form(mention.text) in _forms(item)
        return mention.value.edtf in (item.value, *item.alt_values) and mention.value.mod == item.mod

    return _match(gold, found, accepts)


def match_amounts(gold: Sequence[GoldAmount], found: Sequence[AmountMention]) -> Matches:
    """Match by value (or both ends of a range), unit and modifier."""

    def accepts(item: GoldAmount, mention: AmountMention) -> bool:
        return _same_number(item, mention) and _same_unit(item, mention) and _same_mod(item, mention)

    return _match(gold, found, accepts)


def unique_forms(mentions: Sequence[EntityMention]) -> list[EntityMention]:
    """The first mention of each surface form and label, in the order of the text."""
    first: dict[tuple[str, str], EntityMention] = {}
    for mention in mentions:
        first.setdefault((mention.label, form(mention.text)), mention)
    return list(first.values())


def _match(gold: Sequence[G], found: Sequence[M], accepts: Callable[[G, M], bool]) -> Matches:
    costs = np.full((len(gold), len(found)), FORBIDDEN)
    for i, item in enumerate(gold):
        for j, mention in enumerate(found):
            if accepts(item, mention):
                costs[i, j] = (OPTIONAL if item.optional else 0) + _distance(item, mention)
    pairs = [(int(i), int(j)) for i, j in zip(*linear_sum_assignment(costs), strict=True) if costs[i, j] < FORBIDDEN]
    paired, used = {i for i, _ in pairs}, {j for _, j in pairs}
    required = [i for i, item in enumerate(gold) if not item.optional]
    return Matches(
        hits=tuple(i for i in required if i in paired),
        missed=tuple(i for i in required if i not in paired),
        spurious=tuple(j for j in range(len(found)) if j not in used),
    )


def _forms(item: _Item) -> set[str]:
    return {form(text) for text in (item.text, *item.alts)}


def _distance(item: _Item, mention: EntityMention | DateMention | AmountMention) -> int:
    """0 for the same text (and label, where the item has one), then 1 for an accepted other, 2 for neither."""
    key = form(mention.text)
    far = 0 if key == form(item.text) else 1 if key in _forms(item) else 2
    return far + (isinstance(item, GoldEntity) and item.type != mention.label)


def _same_number(item: GoldAmount, mention: AmountMention) -> bool:
    value = mention.value
    if value.value is not None:
        return Decimal(value.value) in (item.value, *item.alt_values)
    return item.value is None and (_decimal(value.low), _decimal(value.high)) == (item.low, item.high)


def _decimal(number: str | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def _same_unit(item: GoldAmount, mention: AmountMention) -> bool:
    """Codes and signs must be equal; counted nouns may agree as written, by lemma, by their first word, or where one is
    the last word of the other (`jobs`, `new jobs`).
    """
    units = [unit for unit in (item.unit, *item.alt_units) if unit is not None]
    if mention.value.unit is None or not units:
        return mention.value.unit is None and item.unit is None
    if mention.value.unit_kind in ("money", "percent"):
        return mention.value.unit in units
    found = [mention.value.unit, *([mention.value.unit_lemma] if mention.value.unit_lemma else [])]
    return any(_same_noun(one, other) for one in units for other in found)


def _same_noun(one: str, other: str) -> bool:
    left, right = ([form(word) for word in unit.casefold().split()] for unit in (one, other))
    if not left or not right:
        return left == right
    return (
        form(one).casefold() == form(other).casefold()
        or left[0] == right[0]
        or left[-1:] == right
        or right[-1:] == left
    )


def _same_mod(item: GoldAmount, mention: AmountMention) -> bool:
    """`EQUAL_OR_MORE` counts as `MORE_THAN`, likewise less: the annotation rules know only the strict ones."""
    return _strict(item.mod) == _strict(mention.value.mod)


def _strict(mod: str | None) -> str | None:
    return {"EQUAL_OR_LESS": "LESS_THAN", "EQUAL_OR_MORE": "MORE_THAN"}.get(mod, mod) if mod else None
