"""Goes through a passage from number to number and makes amounts of them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.amounts.counts import counted, find_ratio
from pipeline.extract.amounts.lexicon import AmountLexicon
from pipeline.extract.amounts.measure import Measure, Reader, plain
from pipeline.extract.amounts.ranges import find_range
from pipeline.extract.amounts.sums import with_hundredths
from pipeline.extract.amounts.twofold import feet_and_inches, with_shillings, with_smaller
from pipeline.extract.amounts.units import Unit
from pipeline.extract.numbers import Number
from pipeline.records import AmountValue

_RANGE_DOUBT = 0.03
_RATIO_SURE = 0.85
_SUM = 1_000_000


class Found(NamedTuple):
    """An amount in a passage, by the passage's offsets; `family`: its currency has only a short name (`dollars`)."""

    start: int
    end: int
    value: AmountValue
    confidence: float
    family: str | None = None
    elliptic: bool = False


def find_in(text: str, lexicon: AmountLexicon, countries: Sequence[str]) -> Iterator[Found]:
    """The amounts of a text in one language, in order, without overlap; `elliptic` are those that lack a currency."""
    reader = Reader(text, lexicon, countries)
    trigger = lexicon.trigger
    position = floor = 0
    while match := trigger.search(text, position):
        idle = lexicon.idle.end(text, match.start())
        if idle is not None:
            position = idle
            continue
        if text[max(match.start() - 1, 0) : match.start()] == "%":
            position = match.end()  # a character of an address: `%2F`, `%20`
            continue
        measure = reader.measure(match.start(), floor)
        if measure is None or measure.unit is None:
            measure = feet_and_inches(text, match.start()) or measure
        if measure is None:
            position = max(lexicon.numbers.skip(text, match.start()), match.end())
            continue
        position = max(measure.number.end, match.end())
        for found in _amounts(reader, measure, floor):
            yield found
            floor = found.end
            position = max(position, found.end)


def _amounts(reader: Reader, measure: Measure, floor: int) -> Iterator[Found]:
    ends = find_range(reader, measure, floor)
    if ends is None:
        single = _single(reader, measure, floor)
        if single:
            yield single
    elif ends.change:
        yield _finish(reader, ends.first, ends.unit, (ends.low if ends.low else Decimal(0), None), floor)
        yield _finish(reader, ends.second, ends.unit, (ends.high, None), ends.first.end)
    else:
        start = ends.first.start if ends.opener is None else ends.opener
        whole = ends.first._replace(start=start, end=ends.unit.end)
        yield _finish(reader, whole, ends.unit, (ends.low, ends.high), floor)


def _single(reader: Reader, measure: Measure, floor: int) -> Found | None:
    mod, _ = reader.lexicon.context.before(reader.text, floor, measure.start)
    unit = measure.unit
    if unit and unit.loose and _is_listed(reader, measure):
        unit = None
    if unit is None:
        unit = counted(reader, measure, modified=mod is not None)
        if ratio := find_ratio(reader, measure, unit, floor):
            return Found(*ratio, _RATIO_SURE)
    if unit is None:
        return _elliptic(reader, measure, floor)
    if unit.kind == "quantity" and _is_reference(reader, measure):
        return None
    if measure.number.value is None and unit.kind == "money" and _is_table_head(reader.text, measure.start, unit.end):
        return None
    if unit.kind != "percent" and (more := reader.lexicon.numbers.fraction(reader.text, unit.end)):
        share, end = more
        measure = measure._replace(number=_more(measure.number, share))
        unit = unit._replace(end=end)
    if parts := with_hundredths(reader, measure, unit):
        number, end = parts
        measure, unit = measure._replace(number=number), unit._replace(end=end)
    if both := with_smaller(reader, measure.number, unit) or with_shillings(reader.text, measure.number, unit):
        number, unit = both
        measure = measure._replace(number=number)
    value = None if measure.number.value is None else measure.number.value * unit.factor
    measure = measure._replace(end=unit.end)
    if value is not None and measure.negative:
        value = -value
    elif value is not None and (low := reader.lexicon.context.one_to(reader.text, floor, measure.start)) is not None:
        one = measure.number.scale * unit.factor
        return _finish(reader, measure._replace(start=low), unit, (one, value), floor) if one < value else None
    return _finish(reader, measure, unit, (value, None), floor)


def _is_reference(reader: Reader, measure: Measure) -> bool:
    """Whether a letter stuck to figures belongs to a reference and is no unit: `column 1044W`."""
    number = measure.number
    stuck = number.figures and reader.text[number.end : number.end + 1].isalpha()
    return stuck and reader.lexicon.context.is_identifier(reader.text, number)


def _is_listed(reader: Reader, measure: Measure) -> bool:
    """Whether points are items of a list: told in words, or with a determiner; half a point is none."""
    value = measure.number.value
    if value is not None and value != int(value):
        return False
    return not measure.number.figures or reader.lexicon.context.is_item(reader.text, measure.start)


def _is_table_head(text: str, start: int, end: int) -> bool:
    """Whether brackets or ends of lines on both sides show the unit of a table: `(milliards de FCFA)`."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return before in ("", "(", "[", "\n") and behind in ("", ")", "]", "\n")


def _more(number: Number, share: Decimal) -> Number:
    """The number with a fraction that stands behind its unit: `seize mètres et demi`."""
    whole = number.value is not None and number.value == int(number.value)
    return number._replace(value=(number.value or 0) + share * number.scale) if whole else number


def _elliptic(reader: Reader, measure: Measure, floor: int) -> Found | None:
    """A large round sum without its currency, for `elliptic` to complete: `dont 250 millions`."""
    number = measure.number
    context = reader.lexicon.context
    if number.value is None or number.scale < _SUM or context.is_identifier(reader.text, number):
        return None
    money = reader.announced(measure.start)
    if money is None and context.counts_heads(reader.text, measure.start):
        return None
    unit = money._replace(end=number.end) if money else Unit("money", None, number.end, _RATIO_SURE)
    found = _finish(reader, measure._replace(end=number.end), unit, (number.value, None), floor)
    return found._replace(elliptic=money is None)


def _finish(
    reader: Reader, measure: Measure, unit: Unit, values: tuple[Decimal | None, Decimal | None], floor: int
) -> Found:
    """The amount with what it is per and its modifiers; `values`: the value, or the two ends of a range."""
    context, text = reader.lexicon.context, reader.text
    per, behind = reader.lexicon.units.per(text, measure.end) or (unit.per, measure.end)
    mod, start = context.before(text, floor, measure.start)
    mod = mod or unit.mod
    late, last = context.after(text, behind) if mod in (None, "APPROX") else (None, behind)
    end = last if late else measure.end  # what the amount is per stands behind it
    mod = late or mod  # estimated at 20 million or more
    if mod is None and not measure.number.figures:
        mod = context.within(text[measure.number.start : measure.number.end])
    if mod is None and (measure.number.value is None or measure.number.round):
        mod = "APPROX"
    first, second = values
    value = AmountValue(
        value=plain(first) if second is None and first is not None else None,
        low=plain(first) if second is not None and first is not None else None,
        high=plain(second) if second is not None else None,
        unit=unit.code,
        unit_kind=unit.kind,
        unit_lemma=unit.lemma,
        per=per,
        mod=mod,
        alternatives=unit.alternatives,
    )
    doubt = _RANGE_DOUBT if second is not None else 0.0
    return Found(start, end, value, round(unit.confidence - doubt, 4), unit.family)
