"""What the other amounts of a document say of one: a currency named in full settles its short name elsewhere."""

from collections.abc import Mapping, Sequence

import msgspec

from pipeline.extract.amounts.currency import CONTEXT, Family
from pipeline.extract.amounts.find import Found


def agreed(found: Sequence[Found], families: Mapping[str, Family]) -> list[Found]:
    """The amounts, with currencies left open settled where the document writes out just one that fits (`DT`, `dinars`)."""
    told = {one.value.unit for one in found if one.value.unit_kind == "money" and one.family is None}
    return [_settled(one, families[one.family], told) if one.family else one for one in found]


def _settled(one: Found, family: Family, told: set[str | None]) -> Found:
    if one.confidence >= CONTEXT - 0.05:
        return one
    codes = sorted(set(family.codes.values()) & told)
    if len(codes) != 1:
        return one
    value = msgspec.structs.replace(one.value, unit=codes[0], alternatives=())
    return one._replace(value=value, confidence=CONTEXT)
