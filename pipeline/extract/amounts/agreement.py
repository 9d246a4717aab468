"""What the other amounts of a document say of one: a currency named in full settles its short name elsewhere."""

from collections.abc import Mapping, Sequence, Set

import msgspec

from pipeline.extract.amounts.families import CONTEXT, Family
from pipeline.extract.amounts.find import Found

_SIGNS = frozenset("$£")
_FEW = 3


def agreed(found: Sequence[tuple[str, Found]], families: Mapping[str, Family]) -> list[Found]:
    """The amounts (each with its text), with currencies settled by those that the document tells in full.

    Where it writes `DT`, its `dinars` are Tunisian; where it writes `£E` for one kind of pound, a bare `£` is the
    other.
    """
    told = {
        (one.value.unit, one.family, str(one.value.unit) in text)
        for text, one in found
        if one.value.unit_kind == "money" and _is_told(one, families)
    }
    return [
        _settled(text, one, families[one.family], _telling(told, one.family, sign=bool(_SIGNS & set(text))))
        if one.family
        else one
        for text, one in found
    ]


def _telling(told: Set[tuple[str | None, str | None, bool]], family: str, *, sign: bool) -> set[str | None]:
    """The currencies told in full; who writes `AUD` for one kind of dollar does not mean it by a bare sign."""
    return {unit for unit, other, coded in told if other != family and not (coded and sign)}


def _is_told(one: Found, families: Mapping[str, Family]) -> bool:
    """Whether the amount names its currency: in full, or by a short name of few (`FCFA`)."""
    return one.family is None or len(set(families[one.family].codes.values())) < _FEW


def _settled(text: str, one: Found, family: Family, told: set[str | None]) -> Found:
    code = None
    if family.default and one.value.unit != family.default and _SIGNS & set(text):
        code = family.default if one.value.unit in told else None
    elif one.confidence < CONTEXT - 0.05:
        codes = sorted(set(family.codes.values()) & told)
        code = codes[0] if len(codes) == 1 else None
    if code is None:
        return one
    value = msgspec.structs.replace(one.value, unit=code, alternatives=())
    return one._replace(value=value, confidence=CONTEXT)
