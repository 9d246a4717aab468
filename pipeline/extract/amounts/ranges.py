"""Two measures joined to a range (`de 3 à 5 millions d'euros`), or to a change (`rose from 3 to 5 million euros`)."""

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.amounts.counts import counted
from pipeline.extract.amounts.measure import Measure, Reader
from pipeline.extract.amounts.units import Unit

_THOUSAND = 1000
_APART = 10  # two sums with their own units, the second so many times the first, are no range: lost 2 € to 81 €


class Ends(NamedTuple):
    """The ends of a range or change, with their common unit; `opener`: where the range begins before the first."""

    first: Measure
    second: Measure
    unit: Unit
    low: Decimal
    high: Decimal
    opener: int | None
    change: bool


def find_range(reader: Reader, first: Measure, floor: int) -> Ends | None:
    """The range or change that begins with this measure, if a second number with a fitting unit is joined to it."""
    context, text = reader.lexicon.context, reader.text
    if first.number.value is None:
        return None
    if first.unit is None and (scaled := _with_scale(reader, first)):
        ends = find_range(reader, scaled, floor)
        return ends if ends and ends.unit.factor == scaled.number.scale else None
    if not context.may_join(text, first.end):
        return None
    opener = context.opener(text, floor, first.start)
    joined = context.joiner(text, first.end, opener)
    second = reader.opening(joined[0], first.end) if joined else None
    if joined is None or second is None:
        return None
    if not _fits(reader, first, second, joined[0], opener):
        return None
    unit = _common_unit(reader, first, second)
    if unit is None:
        return None
    change = context.is_change(text, opener)
    low, high = _values(first, second, unit, change=change)
    opened = opener is not None and joined[1]
    if change or (low > high and opened):
        return Ends(first, second._replace(end=unit.end), unit, low, high, None, True)
    if low >= high:
        return None
    return Ends(first, second, unit, low, high, opener.start() if opener and opened else None, False)


def _with_scale(reader: Reader, first: Measure) -> Measure | None:
    """The measure with the short scale behind its figures: what `1.2m` is in `from 1.2m to 1.8m barrels`."""
    number = first.number
    scale = reader.lexicon.units.scale(reader.text, number.end) if number.figures and number.scale == 1 else None
    if scale is None or number.value is None:
        return None
    factor, end = scale
    return first._replace(end=end, number=number._replace(value=number.value * factor, scale=Decimal(factor), end=end))


def _fits(reader: Reader, first: Measure, second: Measure, begin: int, opener: re.Match[str] | None) -> bool:
    """Whether the second number may be the other end of what begins with the first."""
    if second.number.value is None or second.start < begin or (opener is None and _are_apart(first, second)):
        return False
    return first.unit is not None or _is_low_end(reader, first, opener)


def _values(first: Measure, second: Measure, unit: Unit, *, change: bool) -> tuple[Decimal, Decimal]:
    """Both ends; the first takes the scale of the second where it has none of its own (`3 à 5 millions`)."""
    one, two = first.number.value or Decimal(0), second.number.value or Decimal(0)
    high = two * unit.factor * (-1 if second.negative else 1)
    own = one * first.factor
    scaled = one * unit.factor * (_shared_scale(first, second) if first.number.scale == 1 else 1)
    if scaled == own and _is_short_for_thousands(first, second):
        scaled *= _THOUSAND
    short = first.number.scale == 1 and (first.unit is None or one < _THOUSAND)
    low = scaled if first.factor == 1 and (scaled < high or (change and short)) else own
    return (-low if first.negative else low), high


def _are_apart(first: Measure, second: Measure) -> bool:
    """Whether two amounts, each with its own unit, are too far apart for a range: `perdu 2 dollars à 81 dollars`."""
    if first.unit is None or second.unit is None or first.value is None or second.value is None:
        return False
    if (first.factor < 1) != (second.factor < 1):  # cents and dollars
        return True
    alike = first.factor == second.factor and first.number.scale == second.number.scale
    return alike and second.value > _APART * first.value


def _is_low_end(reader: Reader, first: Measure, opener: re.Match[str] | None) -> bool:
    """Whether a bare number may begin a range: no year (`the forecast for 1977 to 279,000`), no number of a thing."""
    context, text = reader.lexicon.context, reader.text
    if context.is_identifier(text, first.number):
        return False
    return context.is_spoken(opener) or not context.is_year(text, first.number, modified=False)


def _shared_scale(first: Measure, second: Measure) -> Decimal:
    """What both numbers are counted in: thousands in `two to three thousand`, hundreds of them before `hundred`."""
    number = second.number
    hundreds, rest = divmod((number.value or Decimal(0)) / number.scale, 100)
    if number.figures or number.scale == 1 or rest or not (first.number.value or Decimal(0)) < hundreds < 10:
        return number.scale
    return number.scale * 100


def _is_short_for_thousands(first: Measure, second: Measure) -> bool:
    """Whether the first of two figures leaves its three zeros to the second: `20 à 30 000 manifestants`."""
    low, high = first.number.value or Decimal(0), second.number.value or Decimal(0)
    plain_figures = first.number.figures and second.number.figures and first.unit is None
    return plain_figures and low == int(low) and high % _THOUSAND == 0 and low * _THOUSAND < high


def _common_unit(reader: Reader, first: Measure, second: Measure) -> Unit | None:
    """The unit of both ends; null when they have none in common."""
    one, two = first.unit, second.unit
    if one and two is None and first.prefix and second.number.figures:
        scale = reader.lexicon.units.scale(reader.text, second.number.end, money=True)
        if scale:  # $10-15m
            return one._replace(end=scale[1], factor=Decimal(scale[0]))
    if two is None:
        two = counted(reader, second._replace(start=first.start), modified=False)
    if two is None:
        return one._replace(end=second.end) if one and first.prefix else None
    if one is None or (one.kind, one.code) == (two.kind, two.code):
        return two
    return None
