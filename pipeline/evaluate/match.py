"""Pairing gold items with what the system found, one to one.

With offsets, a mention is paired with the item that stands at its place. Without, entities are unique surface forms
with their label, and dates and amounts are multisets of values. As many pairs as possible are made; among those,
required items come before optional ones and equal texts before different ones.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from pipeline.dates.calendar import bounds
from pipeline.evaluate.forms import form
from pipeline.evaluate.gold import GoldAmount, GoldDate, GoldEntity, GoldItem, Span
from pipeline.evaluate.place import Placed
from pipeline.evaluate.results import Measure
from pipeline.records import AmountMention, DateMention, EntityMention, Mention

FORBIDDEN, OPTIONAL = 1e9, 1e4  # a pair that may not be; a pair that only absorbs


G = TypeVar("G", bound=GoldItem)


class Matches(NamedTuple):
    """Indices: required gold items that were found, required ones that were missed, and finds that match nothing.

    Finds in none of `spurious` and the second halves of `pairs` were absorbed: they count neither way.
    """

    pairs: tuple[tuple[int, int], ...]  # required gold item, find
    missed: tuple[int, ...]
    spurious: tuple[int, ...]


class Found(NamedTuple):
    """A mention of the system and where it stands in the gold text, if it does."""

    mention: Mention
    place: Placed | None


def match_places(gold: Sequence[GoldItem], found: Sequence[Found], measure: Measure) -> Matches:
    """Match by place. `strict`: the same span; `relaxed`: spans that overlap; both with the same label for names.

    `value` asks of names what `strict` asks, of dates and amounts an overlap and the right value. Whatever overlaps an
    optional item of its label is absorbed.
    """

    def accepts(item: GoldItem, find: Found) -> bool:
        exact = measure == "strict" or (measure == "value" and isinstance(item, GoldEntity))
        return (
            _same_kind(item, find.mention)
            and (_same_place if exact else _overlap)(item, find.place)
            and (measure != "value" or _same_value(item, find.mention))
        )

    def absorbs(item: GoldItem, find: Found) -> bool:
        return item.optional and _same_kind(item, find.mention) and _overlap(item, find.place)

    matches = _match(gold, found, accepts, _place_distance)
    spurious = tuple(j for j in matches.spurious if not any(absorbs(item, found[j]) for item in gold))
    return matches._replace(spurious=spurious)


def match_labels(gold: Sequence[GoldEntity], found: Sequence[Found]) -> list[tuple[int, int]]:
    """Pairs of names and mentions that overlap, whatever their labels."""

    def accepts(item: GoldEntity, find: Found) -> bool:
        return _overlap(item, find.place)

    return list(_match(gold, found, accepts, _place_distance).pairs)


def match_forms(gold: Sequence[GoldEntity], found: Sequence[Found]) -> Matches:
    """Match unique forms (see `unique_forms`). A second accepted form of a gold item is absorbed."""

    def accepts(item: GoldEntity, find: Found) -> bool:
        return _same_kind(item, find.mention) and form(find.mention.text) in _forms(item)

    matches = _match(gold, found, accepts, _form_distance)
    spurious = tuple(j for j in matches.spurious if not any(accepts(item, found[j]) for item in gold))
    return matches._replace(spurious=spurious)


def match_values(gold: Sequence[GoldDate] | Sequence[GoldAmount], found: Sequence[Found]) -> Matches:
    """Match dates or amounts by value alone."""
    items: Sequence[GoldItem] = gold

    def accepts(item: GoldItem, find: Found) -> bool:
        return _same_value(item, find.mention)

    return _match(items, found, accepts, _form_distance)


def unique_forms(mentions: Sequence[EntityMention]) -> list[EntityMention]:
    """The first mention of each surface form and label, in the order of the text."""
    first: dict[tuple[str, str], EntityMention] = {}
    for mention in mentions:
        first.setdefault((mention.label, form(mention.text)), mention)
    return list(first.values())


def _match(
    gold: Sequence[G],
    found: Sequence[Found],
    accepts: Callable[[G, Found], bool],
    distance: Callable[[G, Found], float],
) -> Matches:
    costs = np.full((len(gold), len(found)), FORBIDDEN)
    for i, item in enumerate(gold):
        for j, find in enumerate(found):
            if accepts(item, find):
                costs[i, j] = (OPTIONAL if item.optional else 0) + distance(item, find)
    pairs = [(int(i), int(j)) for i, j in zip(*linear_sum_assignment(costs), strict=True) if costs[i, j] < FORBIDDEN]
    paired, used = {i for i, _ in pairs}, {j for _, j in pairs}
    return Matches(
        pairs=tuple((i, j) for i, j in pairs if not gold[i].optional),
        missed=tuple(i for i, item in enumerate(gold) if not item.optional and i not in paired),
        spurious=tuple(j for j in range(len(found)) if j not in used),
    )


def _forms(item: GoldItem) -> set[str]:
    return {form(text) for text in (item.text, *item.alts)}


def _form_distance(item: GoldItem, find: Found) -> float:
    """0 for the same text (and label, where the item has one), then 1 for an accepted other, 2 for neither."""
    key = form(find.mention.text)
    far = 0 if key == form(item.text) else 1 if key in _forms(item) else 2
    return far + (isinstance(item, GoldEntity) and item.type != find.mention.label)


def _spans(item: GoldItem) -> tuple[Span, ...]:
    return (item.span, *item.spans) if item.span else ()


def _same_place(item: GoldItem, place: Placed | None) -> bool:
    return place is not None and place.exact and place.span in _spans(item)


def _overlap(item: GoldItem, place: Placed | None) -> bool:
    return place is not None and any(place.span[0] < end and start < place.span[1] for start, end in _spans(item))


def _place_distance(item: GoldItem, find: Found) -> float:
    """How far the ends are from those of the nearest accepted span."""
    if find.place is None:
        return 0.0
    low, high = find.place.span
    return min(min(abs(low - start) + abs(high - end), 999) for start, end in _spans(item))


def _same_kind(item: GoldItem, mention: Mention) -> bool:
    if isinstance(item, GoldEntity):
        return isinstance(mention, EntityMention) and mention.label in (item.type, *item.alt_types)
    # Durations are optional dates and optional amounts: either kind is absorbed by either.
    if item.optional:
        return not isinstance(mention, EntityMention)
    return isinstance(mention, DateMention if isinstance(item, GoldDate) else AmountMention)


def _same_value(item: GoldItem, mention: Mention) -> bool:
    """Dates: the same days (`2016-33` is `2016-01/2016-03`) and modifier; amounts: number, unit and modifier."""
    if isinstance(item, GoldDate) and isinstance(mention, DateMention):
        if mention.value.edtf is None:  # absorbed by an optional item of the same text
            return (item.optional or item.value is None) and form(mention.text) in _forms(item)
        days = {bounds(value) for value in (item.value, *item.alt_values) if value}
        return bounds(mention.value.edtf) in days and mention.value.mod == item.mod
    if isinstance(item, GoldAmount) and isinstance(mention, AmountMention):
        return _same_number(item, mention) and _same_unit(item, mention) and _same_mod(item, mention)
    return isinstance(item, GoldEntity)


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
