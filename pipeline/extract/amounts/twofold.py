"""Amounts in two units of which the second is a part of the first: `5 ft 4 in`, `5'10"`, `£12 10s. 6d.`.

The value is in the smaller unit, but that of money in pounds.
"""

import re
from decimal import ROUND_HALF_EVEN, Decimal

from pipeline.extract.amounts.measure import Measure, Reader
from pipeline.extract.amounts.units import Unit
from pipeline.extract.numbers import Number

_SURE = 0.9
_FEET = re.compile(r"(?<![\w.,])([1-9][0-9]?)\s?['’′]\s?(1[01]|[0-9])\s?(?:\"|″|”|''|’’)")
_FEET_SIGNS, _SIGN_AT = frozenset("'’′"), 4  # and how far behind the first figure they stand
_INCHES = 12  # of a foot
_SHILLINGS, _PENCE = 20, 240  # of a pound
_PARTS = re.compile(r"\s?([0-9]{1,2})\s?s\b\.?(?:\s?([0-9]{1,2})\s?d\b\.?)?")
_EXACT = Decimal("0.0001")  # a penny is no round part of a pound


def feet_and_inches(text: str, position: int) -> Measure | None:
    """The length at this position whose units are told by signs: `5'10"`."""
    if not _FEET_SIGNS & set(text[position + 1 : position + _SIGN_AT]):
        return None
    found = _FEET.match(text, position)
    if found is None:
        return None
    number = Number(position, found.end(), Decimal(int(found[1]) * _INCHES + int(found[2])), figures=True)
    unit = Unit("quantity", "[in_i]", found.end(), _SURE)
    return Measure(position, found.end(), number, unit)


def with_smaller(reader: Reader, number: Number, unit: Unit) -> tuple[Number, Unit] | None:
    """The amount with the smaller unit told behind it: `5 feet 4 inches`, `six pounds and three ounces`."""
    smaller = reader.lexicon.units.smaller.get(unit.lemma or "")
    if smaller is None or number.value is None or number.value != int(number.value):
        return None
    begin = reader.lexicon.context.added(reader.text, unit.end)
    part = reader.opening(begin, unit.end) if begin is not None else None
    if part is None or begin != part.start or part.number.value is None or part.number.value >= smaller.count:
        return None
    end = _end_of(reader.text, part, smaller.part, smaller.forms)
    if end is None:
        return None
    value = number.value * smaller.count + part.number.value
    return number._replace(value=value, end=end), unit._replace(code=smaller.part, lemma=smaller.part, end=end)


def _end_of(text: str, part: Measure, name: str, forms: tuple[str, ...]) -> int | None:
    """Where the smaller unit ends; null when it is another one."""
    if part.unit and part.unit.lemma == name:
        return part.unit.end
    behind = text[part.number.end : part.number.end + 6].lstrip().split(" ")[0] if part.unit is None else ""
    form = max((form for form in forms if behind.rstrip(",;)") == form), key=len, default="")
    return text.index(form, part.number.end) + len(form) if form else None


def with_shillings(text: str, number: Number, unit: Unit) -> tuple[Number, Unit] | None:
    """Pounds with their shillings and pence: `£12 10s. 6d.`."""
    if unit.kind != "money" or "GBP" not in (unit.code, *unit.alternatives) or number.value is None:
        return None
    found = _PARTS.match(text, unit.end)
    if found is None or number.value != int(number.value) or int(found[1]) >= _SHILLINGS or unit.factor != 1:
        return None
    pence = int(found[1]) * (_PENCE // _SHILLINGS) + int(found[2] or 0)
    value = (number.value + Decimal(pence) / _PENCE).quantize(_EXACT, ROUND_HALF_EVEN)
    unit = unit._replace(code="GBP", alternatives=(), end=found.end())
    return number._replace(value=value, end=found.end()), unit
