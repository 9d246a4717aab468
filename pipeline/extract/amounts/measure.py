"""One number with its unit, at one place of the text."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.amounts.currency import HUNDREDTH, Money
from pipeline.extract.amounts.families import CONTEXT
from pipeline.extract.amounts.lexicon import AmountLexicon
from pipeline.extract.amounts.units import Unit
from pipeline.extract.numbers import Number

__all__ = ["HUNDREDTH", "Measure", "Reader", "plain"]

_LARGE = 1000
_HUNDREDS = (10**5, 10**7, 10**12)  # lakh, crore, lakh crore
_APOSTROPHE = re.compile(r"[0-9]['’][0-9]")
_GAP = 3
_ANNOUNCED = 60


class Measure(NamedTuple):
    """A number and its unit (null when there is none); `prefix`: the currency stands before the number."""

    start: int
    end: int
    number: Number
    unit: Unit | None
    negative: bool = False
    prefix: bool = False

    @property
    def factor(self) -> Decimal:
        """What the short scale of the unit makes of the number."""
        return self.unit.factor if self.unit else Decimal(1)

    @property
    def value(self) -> Decimal | None:
        """The value with its sign and short scale."""
        if self.number.value is None:
            return None
        return self.number.value * self.factor * (-1 if self.negative else 1)


class Reader:
    """Reads measures out of one text in one language."""

    def __init__(self, text: str, lexicon: AmountLexicon, countries: Sequence[str]) -> None:
        self.text, self.lexicon, self.countries = text, lexicon, countries

    def measure(self, position: int, floor: int, *, joined: bool = False) -> Measure | None:
        """The number at this trigger with its unit; null when it is no number or a part of a name.

        Args:
            position: where the trigger stands.
            floor: what is before it belongs to something else.
            joined: the text before it is known to be part of the same amount.
        """
        number = self.lexicon.numbers.read(self.text, position)
        if number is None or number.start < floor:
            return None
        money = self.lexicon.currencies.before(self.text, floor, number.start, self.countries)
        if money is None and (below := self._signed(number, floor)):
            return below
        if money is None and not joined and self._attached(number) and not self._beside(number, floor):
            return None
        if money and money.guarded and number.scale == 1 and (number.value or 0) < _LARGE:
            return None
        if money and money.dated and self.lexicon.context.is_year(self.text, number, modified=False):
            return None
        unit = self._priced(number, money) if money else self.unit(number)
        number = self._regrouped(number, unit)
        unit = self._shown(number, unit) if unit and unit.family and unit.confidence < CONTEXT else unit
        start = money.start if money else number.start
        minus = self._minus(start, floor, known=unit is not None) if number.figures or unit else 0
        if money is None and unit is None and minus:
            if start > minus and self.text[start - minus - 1] != "\n":
                return None
            minus = 0  # - 3 chairs: an item of a list
        end = unit.end if unit else number.end
        return Measure(start - minus, end, number, unit, minus > 0, prefix=money is not None)

    def _signed(self, number: Number, floor: int) -> Measure | None:
        """Money with its minus between symbol and figures: $-5."""
        sign = number.start - 1
        if sign < 1 or self.text[sign] not in "-−":
            return None
        money = self.lexicon.currencies.before(self.text, floor, sign, self.countries)
        if money is None or money.end != sign:
            return None
        unit = self._priced(number, money)
        return Measure(money.start, unit.end, number, unit, True, prefix=True)

    def _shown(self, number: Number, unit: Unit) -> Unit:
        """The unit with the currency that the way of writing the number shows: `18'000 francs`, `2 crore rupees`."""
        family = self.lexicon.families[unit.family or ""]
        apostrophe = number.figures and _APOSTROPHE.search(self.text, number.start, number.end)
        style = "apostrophe" if apostrophe else "hundreds" if number.scale in _HUNDREDS else ""
        code = family.written.get(style)
        return unit._replace(code=code, alternatives=(), confidence=CONTEXT, family=None) if code else unit

    def _regrouped(self, number: Number, unit: Unit | None) -> Number:
        """The number read with groups of three where three decimals make no sense: things counted, most money."""
        if number.grouped is None or (unit and (unit.factor != 1 or unit.kind in ("percent", "point"))):
            return number
        if unit and unit.code in self.lexicon.thousandths:
            return number
        if unit and number.grouped % 100:
            return number
        return number._replace(value=number.grouped)

    def opening(self, position: int, floor: int) -> Measure | None:
        """The measure that begins exactly here, with a symbol, a digit or a number word."""
        money = self.lexicon.currencies.opening(self.text, position, self.countries)
        if money:
            gap = self.text[money.end : money.end + 2]
            position = money.end + len(gap) - len(gap.lstrip())
        elif not self.lexicon.trigger.match(self.text, position):
            return None
        return self.measure(position, floor, joined=True)

    def unit(self, number: Number) -> Unit | None:
        """The unit behind a number, apart from counted nouns."""
        text, position = self.text, number.end
        gap = self._gap(position)
        linked = self.lexicon.units.link(text, position) if number.linked else position
        found = self._known(linked if linked > position else gap, number)
        if found is None and (bracketed := self._bracketed(number)):
            return bracketed
        scale = self.lexicon.units.scale(text, position) if number.figures else None
        if scale is None or (found and not self._is_short(found, scale[1], position)):
            return found
        factor, end = scale
        linked = self.lexicon.units.link(text, end)
        found = self._known(linked if linked > end else self._gap(end), number._replace(scale=Decimal(factor)))
        scaled = found is not None and found.kind in ("money", "quantity")
        return found._replace(factor=found.factor * factor) if found and scaled else None

    def _bracketed(self, number: Number) -> Unit | None:
        """The currency in brackets behind a number: `950 millions (francs belges)`."""
        if not self.text.startswith((" (", "("), number.end):
            return None
        money = self._known(self.text.index("(", number.end) + 1, number)
        if money is None or money.kind != "money" or not self.text.startswith(")", money.end):
            return None
        return money._replace(end=money.end + 1)

    def announced(self, start: int) -> Unit | None:
        """The currency that the words before a sum name for it: `compte en yens : 116,5 milliards`."""
        window = self.text[max(0, start - _ANNOUNCED) : start]
        window = window[max(window.rfind(mark) for mark in (". ", "; ", "! ", "? ")) + 1 :]
        for found in reversed(list(self.lexicon.numbers.heads.finditer(window))):
            money = self.lexicon.currencies.after(self.text, start - len(window) + found.end(), self.countries)
            if money and not money.weak:
                return _money_unit(money, money.end)
        return None

    def known(self, position: int, number: Number) -> Unit | None:
        """The currency or unit at a position that is not right behind its number (`20 or so per cent`)."""
        return self._known(self._gap(position), number)

    def _is_short(self, unit: Unit, end: int, position: int) -> bool:
        """Whether a symbol stuck to the figures is short for a scale and not a unit: `1.2m`, `1,500m. cubic feet`."""
        stuck = end - unit.end in (0, 1) and not self.text[position].isspace()
        return unit.kind == "quantity" and (stuck or self.lexicon.context.are_heads(self.text, end))

    def _known(self, position: int, number: Number) -> Unit | None:
        if not self.lexicon.heads.may_stand(self.text, position):
            return None
        unit = self.lexicon.units.after(self.text, position)
        money = self.lexicon.currencies.after(self.text, position, self.countries)
        if money and (unit is None or money.end - unit.loose >= unit.end):
            large = number.scale >= _LARGE or (number.value or 0) >= _LARGE
            return None if money.weak and not large else _money_unit(money, money.end)
        return unit

    def _priced(self, number: Number, money: Money) -> Unit:
        """Money whose symbol stands before the number: a short scale may follow (`$5m`)."""
        open_scale = number.figures and number.scale == 1 and money.factor == 1
        scale = self.lexicon.units.scale(self.text, number.end, money=True) if open_scale else None
        factor, end = scale if scale else (1, number.end)
        again = self.lexicon.currencies.after(self.text, self._gap(end), self.countries)
        stands = again is not None and not self.text[again.end : again.end + 2].strip()[:1].isdigit()  # $12bn-$14bn
        if (
            again
            and stands
            and (again.code == money.code or again.code in self.lexicon.currencies.families.kin(money.family))
        ):
            money = money._replace(code=again.code, alternatives=again.alternatives, confidence=again.confidence)
            end = again.end
        return _money_unit(money._replace(factor=money.factor * factor), end)

    def _gap(self, position: int) -> int:
        """The position behind white space or a hyphen (`10-million-euro`)."""
        end = position
        while end < len(self.text) and end - position < _GAP and (self.text[end].isspace() or self.text[end] in "-‐‑"):
            end += 1
        return end

    def _attached(self, number: Number) -> bool:
        """Whether the number is stuck to what stands before it: COVID-19, G20, A/RES/70, 12.3.4."""
        if number.start == 0:
            return False
        last, before = self.text[number.start - 1], self.text[max(0, number.start - 2) : number.start - 1]
        if last.isalnum() or last in "_/@#&\\":
            return True
        if not number.figures:
            return last in "-‐‑" and before.isalnum()
        return last in "-‐‑–.,:'’·" and before.isalnum() and not (last in "'’" and before.isalpha())

    def _beside(self, number: Number, floor: int) -> bool:
        """Whether a slash parts the number from an amount that ends before it (`15 MW/30 MWh`), not per so many."""
        slash = number.start - 1
        if not number.figures or slash != floor or self.text[slash] != "/" or floor == 0:
            return False
        unit = self.unit(number)
        return unit is not None and not _is_round(number)

    def _minus(self, start: int, floor: int, *, known: bool) -> int:
        """How many characters a minus takes: a sign stuck to the amount, the sign itself, the word before a unit."""
        if known and (word := self.lexicon.context.minus(self.text, floor, start)) is not None:
            return start - word
        if start >= 2 and self.text[start - 2] in "-–−" and self.text[start - 1].isspace():
            below = self.text[start - 2] == "−" or (known and self.lexicon.context.may_be_below(self.text, start - 2))
            return 2 if below else 0
        if start == 0 or self.text[start - 1] not in "-−":
            return 0
        return int(start == 1 or self.text[start - 2].isspace() or self.text[start - 2] in "(")


def _is_round(number: Number) -> bool:
    """Whether the number is 1, 10, 100 …: what rates are told for (`8 l/100 km`)."""
    return number.value is not None and format(number.value.normalize(), "E").startswith("1E")


def _money_unit(money: Money, end: int) -> Unit:
    factor, family = Decimal(money.factor), money.family
    return Unit("money", money.code, end, money.confidence, factor, money.alternatives, family=family)


def plain(number: Decimal) -> str:
    """The number without exponent and without zeros that say nothing.

    >>> plain(Decimal("4.220E+9")), plain(Decimal("6.40"))
    ('4220000000', '6.4')
    """
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
