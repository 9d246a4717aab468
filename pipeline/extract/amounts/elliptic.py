"""Sums that leave out their currency, completed by those around them: `dont 250 millions`."""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from pipeline.extract.amounts.families import last_stop
from pipeline.extract.amounts.find import Found
from pipeline.records import Passage

_FAR, _NEAR = 1000, 100

Placed = tuple[Passage, Found]


def completed(found: Sequence[Placed]) -> list[Placed]:
    """The amounts of a document, with the sums that leave out their currency completed, or left out themselves."""
    result: list[Placed] = []
    for place, (passage, one) in enumerate(found):
        source = (_before(result, passage, one) or _after(found, place)) if one.elliptic else None
        if source:
            value = msgspec.structs.replace(one.value, unit=source.value.unit, alternatives=source.value.alternatives)
            sure = round(one.confidence * source.confidence, 4)
            one = one._replace(value=value, confidence=sure, family=source.family, elliptic=False)
        if not one.elliptic:
            result.append((passage, one))
    return result


def _before(found: Sequence[Placed], passage: Passage, one: Found) -> Found | None:
    """The nearest money before; in another passage only where all money near it is in the same currency."""
    nearest: Placed | None = None
    for place, other in reversed(found):
        if passage.start + one.start - place.start - other.end >= _FAR:
            break
        if nearest is None and _may_hold(other, one):
            return None
        if other.value.unit_kind != "money":
            continue
        if place is passage:
            return other if nearest is None else nearest[1]
        if nearest and nearest[1].value.unit != other.value.unit:
            return None
        nearest = nearest or (place, other)
    return nearest[1] if nearest else None


def _may_hold(other: Found, one: Found) -> bool:
    """Whether the sum may be a part of things counted before it: `20 millions d'habitants, dont 12 millions`."""
    if other.value.unit_kind in ("money", "percent", "point", "ratio"):
        return False
    largest = other.value.high or other.value.value
    return largest is None or Decimal(largest) >= Decimal(one.value.value or 0)


def _after(found: Sequence[Placed], place: int) -> Found | None:
    """The money right behind it in the same sentence: `de 3 millions en 2010 à 5 millions d'euros`."""
    passage, one = found[place]
    if place + 1 == len(found):
        return None
    behind, after = found[place + 1]
    if behind is not passage or after.elliptic or after.value.unit_kind != "money" or after.start - one.end > _NEAR:
        return None
    return None if last_stop(passage.text[one.end : after.start]) else after
