"""From what was found to values: years that are not said, relative dates, bounds."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extract.dates.calendar import bounds, days, feast, precision, shift, timex_value, valid_day
from pipeline.extract.dates.found import Found
from pipeline.extract.dates.items import Item
from pipeline.extract.dates.lexicon import DateLexicon
from pipeline.records import AnchorDate, DateMod, DateValue, RangeMod, Timex

_SENTENCE = re.compile(r"[.!?…][»\"”’)\]]*\s+(?=[^\W\d_a-zà-ÿ]|[«“\"(\d])|\n\s*\n")
_CLOSE = 75  # days between a dated event and a neighbour that is taken to be of the same stay


@dataclass(frozen=True, slots=True)
class Placed:
    """A find with its passage and sentence (numbered through the document) and whether the sentence is about the future."""

    found: Found
    passage: int
    sentence: int
    future: bool


@dataclass(frozen=True, slots=True)
class Resolved:
    """EDTF with what it was resolved against; `edtf` null when it was not."""

    edtf: str | None
    anchor: AnchorDate | None = None
    timex: str | None = None
    confidence: float = 1.0


def place(found: Sequence[Found], text: str, lexicon: DateLexicon, *, passage: int, sentence: int) -> list[Placed]:
    """Number the sentences of a passage from `sentence` on and see which speak of the future."""
    cuts = [match.end() for match in _SENTENCE.finditer(text) if not _abbreviated(text, match.start(), lexicon)]
    edges = [0, *cuts, len(text)]
    placed: list[Placed] = []
    futures: dict[int, bool] = {}
    for one in found:
        number = bisect_right(cuts, one.start)
        if number not in futures:
            futures[number] = lexicon.future.search(text, edges[number], edges[number + 1]) is not None
        placed.append(Placed(one, passage, sentence + number, futures[number]))
    return placed


def _abbreviated(text: str, stop: int, lexicon: DateLexicon) -> bool:
    start = stop
    while start > 0 and stop - start < 6 and (text[start - 1].isalpha() or text[start - 1] == "."):
        start -= 1
    return text[start:stop].lower() in lexicon.abbreviations or stop - start == 1


class Resolver:
    """Resolves the finds of one document in order; remembers the last date said."""

    def __init__(self, placed: Sequence[Placed], anchor: AnchorDate | None) -> None:
        self.placed = placed
        self.anchor = anchor
        self.last: str | None = None
        self.last_mod: DateMod | None = None

    def run(self) -> list[DateValue]:
        """A value for each find."""
        values: list[DateValue] = []
        for index, one in enumerate(self.placed):
            value = self._value(index, one)
            values.append(value)
            if value.edtf and one.found.type == "DATE":
                self.last = value.edtf
                self.last_mod = value.mod if not isinstance(value.mod, RangeMod) else None
        return values

    def _value(self, index: int, placed: Placed) -> DateValue:
        found = placed.found
        if found.type != "DATE":
            return DateValue(edtf=None, timex=Timex(type=found.type, value=found.timex), mod=found.mod)
        if found.base:
            return self._relative(found)
        return self._dated(index, placed)

    def _relative(self, found: Found) -> DateValue:
        base = self.anchor if found.base == "anchor" else _mention(self.last)
        edtf = _step(base.date, found.steps, found.unit, whole=found.base == "mention") if base else None
        if edtf is None and base and found.unit == "D" and found.steps == 0:
            edtf = base.date
        fallback = found.timex or ("PRESENT_REF" if not found.steps else _reference(found.steps))
        low, high = bounds(edtf) if edtf else (None, None)
        return DateValue(
            edtf=edtf,
            timex=Timex(type="DATE", value=timex_value(edtf) if edtf else fallback),
            mod=found.mod if found.unit else self.last_mod,
            bound=found.bound,
            earliest=low,
            latest=high,
            anchor=base if edtf else None,
        )

    def _dated(self, index: int, placed: Placed) -> DateValue:
        found = placed.found
        assert found.item is not None
        first = self._item(index, placed, found.item)
        edtf, timex, against = first.edtf, first.timex, first.anchor
        mod: DateMod | RangeMod | None = found.item.mod
        if found.last is not None:
            last = self._end(index, placed, first)
            timex = f"{first.timex}/{last.timex}"
            edtf = f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None
            against = last.anchor or against
            ends = found.last.mod
            mod = RangeMod(start=found.item.mod, end=ends) if found.item.mod or ends else None
        low, high = _bounded(found, edtf)
        other = found.item.alternative
        return DateValue(
            edtf=edtf,
            timex=Timex(type="DATE", value=timex_value(edtf) if edtf else timex or ""),
            mod=mod,
            bound=found.bound,
            earliest=low,
            latest=high,
            anchor=against,
            alternatives=tuple(sorted((edtf, other))) if other and edtf and found.last is None else (),
        )

    def _end(self, index: int, placed: Placed, first: Resolved) -> Resolved:
        """The end of an interval; without a year of its own it is the first such day after the beginning."""
        last = placed.found.last
        assert last is not None
        if last.complete or first.edtf is None or last.shape == "weekday":
            return self._item(index, placed, last)
        year = int(first.edtf[:4])
        for candidate in (year, year + 1):
            edtf = edtf_of(replace(last, year=candidate))
            if edtf and edtf >= first.edtf:
                return Resolved(edtf, first.anchor, timex_value(edtf))
        return Resolved(None, None, unresolved(last))

    def _item(self, index: int, placed: Placed, item: Item) -> Resolved:
        if item.complete:
            edtf = edtf_of(item)
            return Resolved(edtf, None, timex_value(edtf) if edtf else unresolved(item))
        if item.shape == "weekday":
            return self._weekday(placed, item)
        if item.direction is None and (near := self._neighbour(index, placed, item)):
            return Resolved(near, _mention(near), timex_value(near))
        against = self.anchor
        edtf = _against(item, against.date, future=placed.future) if against else None
        if edtf is None and item.direction is None and self.last:
            edtf, against = _near(item, self.last), _mention(self.last)
        return Resolved(edtf, against, timex_value(edtf)) if edtf else Resolved(None, None, unresolved(item))

    def _neighbour(self, index: int, placed: Placed, item: Item) -> str | None:
        """The item in the year of a dated event in its sentence, or of the one in the sentence before."""
        for other in self._nearby(index, placed):
            edtf = _near(item, other)
            if edtf:
                return edtf
        return None

    def _nearby(self, index: int, placed: Placed) -> list[str]:
        same: list[tuple[int, str]] = []
        for step, near in ((-1, range(index - 1, max(index - 4, -1), -1)), (1, range(index + 1, index + 4))):
            for i in near:
                if i >= len(self.placed) or self.placed[i].passage != placed.passage:
                    break
                other, gap = self.placed[i].found, abs(self.placed[i].sentence - placed.sentence)
                if not _dates_others(other) or gap > (1 if step < 0 else 0):
                    continue
                same.append((gap, edtf_of(other.last or other.item) or "")) if (other.last or other.item) else None
                break
        return [edtf for gap, edtf in sorted(same, key=lambda pair: pair[0]) if edtf]

    def _weekday(self, placed: Placed, item: Item) -> Resolved:
        """The last such day not after the anchor; the next one when the wording says so."""
        unknown = Resolved(None, None, f"XXXX-WXX-{item.weekday}")
        if not self.anchor or precision(self.anchor.date) != "D" or item.weekday is None:
            return unknown
        today = date.fromisoformat(self.anchor.date)
        back = (today.isoweekday() - item.weekday) % 7
        forward = item.direction == 1 or (item.direction in (None, 0) and placed.future)
        steps = (7 - back if back or item.direction == 1 else 0) if forward else -(back or (7 if item.direction == -1 else 0))
        edtf = shift(self.anchor.date, steps, "D")
        return Resolved(edtf, self.anchor, edtf) if edtf else unknown


def edtf_of(item: Item | None) -> str | None:
    """EDTF of an item whose year is known; None for a day that no calendar has."""
    if item is None:
        return None
    if item.literal:
        return item.literal
    if item.year is None:
        return None
    if item.rule:
        return feast(item.rule, item.year)
    if item.part:
        return f"{item.year:04d}-{item.part}"
    if item.month is None:
        return f"{item.year:04d}"
    if item.day is None:
        return f"{item.year:04d}-{item.month:02d}"
    if not valid_day(item.year, item.month, item.day):
        return None
    return f"{item.year:04d}-{item.month:02d}-{item.day:02d}"


def unresolved(item: Item) -> str:
    """The TIMEX3 value of an item without its year."""
    if item.part:
        return timex_value(f"2000-{item.part}").replace("2000", "XXXX")
    if item.rule:
        return f"XXXX-{item.rule}" if item.rule[:2].isdigit() and item.rule[3:].isdigit() else "XXXX"
    day = f"-{item.day:02d}" if item.day else ""
    return f"XXXX-{item.month:02d}{day}" if item.month else "XXXX"


def _mention(edtf: str | None) -> AnchorDate | None:
    return AnchorDate(kind="mention", date=edtf) if edtf else None


def _reference(steps: int) -> str:
    return "FUTURE_REF" if steps > 0 else "PAST_REF"


def _step(base: str, steps: int, unit: str, *, whole: bool) -> str | None:
    if not unit:
        return base
    if steps == 0 and whole and unit == "D":
        return base if precision(base) == "D" else None
    return shift(base, steps, unit)


def _dates_others(found: Found) -> bool:
    """Whether a find can lend its year: a date with a year said."""
    item = found.last or found.item
    return found.type == "DATE" and item is not None and item.year is not None and not item.alternative


def _near(item: Item, other: str) -> str | None:
    """The item in the year of a neighbour, or in the next year to it when that is close (December and January)."""
    if not re.match(r"\d{4}", other):
        return None
    year = int(other[:4])
    same = edtf_of(replace(item, year=year))
    reference = days(other)
    if not reference or precision(other) not in ("D", "M") or "/" in other:
        return same
    for candidate in (year, year - 1, year + 1):
        edtf = edtf_of(replace(item, year=candidate))
        span = days(edtf) if edtf else None
        if span and abs((span[0] - reference[0]).days) <= _CLOSE and _weekday_fits(item, edtf):
            return edtf
    return same


def _weekday_fits(item: Item, edtf: str | None) -> bool:
    if item.weekday is None or edtf is None or precision(edtf) != "D":
        return True
    return date.fromisoformat(edtf).isoweekday() == item.weekday


def _against(item: Item, anchor: str, *, future: bool) -> str | None:
    """The last such day, month or season not after the anchor; the next one when the wording says so."""
    reference = days(anchor)
    if not reference:
        return None
    year = reference[1].year
    forward = item.direction == 1 or (item.direction is None and future)
    options: list[tuple[date, date, str]] = []
    for candidate in range(year - 8, year + 9):
        edtf = edtf_of(replace(item, year=candidate)) if candidate > 0 else None
        span = days(edtf) if edtf else None
        if edtf and span and _weekday_fits(item, edtf):
            options.append((*span, edtf))
    if item.direction == 0:
        return next((edtf for _, _, edtf in options if edtf.startswith(str(year))), None)
    if forward:
        return next((edtf for _, end, edtf in options if end >= reference[0] and end > reference[1]), None)
    past = [edtf for begin, end, edtf in options if begin <= reference[1] and not (item.direction == -1 and end >= reference[0] and item.day is None)]
    return past[-1] if past else None


def _bounded(found: Found, edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day, open where a bound leaves them open."""
    if edtf is None:
        return None, None
    low, high = bounds(edtf)
    if found.bound == "ON_OR_AFTER":
        return low, None
    if found.bound == "ON_OR_BEFORE":
        return None, high
    if found.bound == "AFTER":
        return (shift(high, 1, "D") if high else None), None
    if found.bound == "BEFORE":
        return None, (shift(low, -1, "D") if low else None)
    return low, high
