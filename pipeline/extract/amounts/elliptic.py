"""Sums that leave out their currency (`3 milliards d'euros, dont 250 millions`), completed from their neighbours."""

from typing import NamedTuple

import msgspec

from pipeline.extract.amounts.currency import last_stop
from pipeline.records import AmountValue

_FAR, _NEAR = 1000, 100  # characters back to the sum that tells the currency, and on to it


class Found(NamedTuple):
    """An amount in a passage, by the passage's offsets.

    `family`: its currency has only a short name (`dollars`); `elliptic`: it has none yet.
    """

    start: int
    end: int
    value: AmountValue
    confidence: float
    family: str | None = None
    elliptic: bool = False


def completed(text: str, found: list[Found]) -> list[Found]:
    """The amounts, with sums that leave out their currency completed by the nearest one that has it."""
    result: list[Found] = []
    for place, one in enumerate(found):
        source = _neighbour(text, result, found, place) if one.elliptic else None
        if source:
            value = msgspec.structs.replace(one.value, unit=source.value.unit, alternatives=source.value.alternatives)
            sure = round(one.confidence * source.confidence, 4)
            result.append(one._replace(value=value, confidence=sure, family=source.family, elliptic=False))
        elif not one.elliptic:
            result.append(one)
    return result


def _neighbour(text: str, before: list[Found], found: list[Found], place: int) -> Found | None:
    one = found[place]
    last = next((other for other in reversed(before) if other.value.unit_kind not in ("percent", "point")), None)
    if last and one.start - last.end < _FAR:
        return last if last.value.unit_kind == "money" else None
    after = found[place + 1] if place + 1 < len(found) else None
    if after is None or after.elliptic or after.value.unit_kind != "money" or after.start - one.end > _NEAR:
        return None
    return None if last_stop(text[one.end : after.start]) else after
