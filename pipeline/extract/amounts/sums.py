"""Sums told in two parts: `two dollars and fifty cents`, `12 € 50`; lengths too: `1 m 80`."""

import re
from decimal import Decimal

from pipeline.extract.amounts.counts import counted
from pipeline.extract.amounts.measure import HUNDREDTH, Measure, Reader
from pipeline.extract.amounts.units import Unit
from pipeline.extract.numbers import Number

_CENTS = range(1, 100)
_BARE = range(5, 100)  # below ten with a zero: 12 € 05
_PRICES = frozenset("059")  # the last figure of hundredths that stand without their name
_SPACE = re.compile(r"\s{0,2}")


def with_hundredths(reader: Reader, measure: Measure, unit: Unit) -> tuple[Number, int] | None:
    """The number with the hundredths told behind its currency, and where they end; null when there are none."""
    number = measure.number
    if number.value is None or number.value != int(number.value) or unit.factor != 1:
        return None
    if unit.kind != "money" and unit.code != "m":
        return None
    found = _named(reader, unit) or (None if measure.prefix else _bare(reader, unit))
    if found is None:
        return None
    cents, end = found
    return number._replace(value=number.value + cents * HUNDREDTH), end


def _named(reader: Reader, unit: Unit) -> tuple[Decimal, int] | None:
    """Hundredths with their name: `et cinquante centimes`."""
    begin = reader.lexicon.context.added(reader.text, unit.end)
    second = reader.opening(begin, unit.end) if begin is not None else None
    if second is None or second.unit is None or second.unit.kind != "money" or second.unit.factor != HUNDREDTH:
        return None
    value = second.number.value
    fits = second.unit.code == unit.code or second.unit.family is not None
    return (value, second.end) if value and value in _CENTS and fits and second.start == begin else None


def _bare(reader: Reader, unit: Unit) -> tuple[Decimal, int] | None:
    """Two figures, or a number in words, right behind the currency, that count nothing else: `12 € 50`."""
    text, lexicon = reader.text, reader.lexicon
    space = _SPACE.match(text, unit.end)
    begin = space.end() if space else unit.end
    number = lexicon.numbers.read(text, begin) if lexicon.numbers.trigger.match(text, begin) else None
    if number is None or number.value is None or number.value not in _BARE or number.start != begin or number.linked:
        return None
    if number.figures and not text[begin : number.end].isdigit():
        return None
    if unit.kind == "money" and str(int(number.value))[-1] not in _PRICES:
        return None
    if (number.end - begin != 2) if number.figures else (number.value < 10 or begin == unit.end):
        return None
    behind = text[number.end : number.end + 1]
    if behind.isalnum() or behind in "-–/:%°" or (behind == " " and text[number.end + 1 : number.end + 2] in "%–-€$/"):
        return None
    second = Measure(begin, number.end, number, None)
    nouns = lexicon.nouns
    if reader.unit(number) or nouns.is_time(text, number.end) or counted(reader, second, modified=False):
        return None
    return number.value or Decimal(0), number.end
