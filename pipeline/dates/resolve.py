"""From what was found to values: years that are not said, relative dates, bounds."""

from collections.abc import Sequence
from datetime import date

from pipeline.dates.assumed import assumed_anchor, likeliest_year
from pipeline.dates.calendar import bounds, days, precision, shift, timex_value
from pipeline.dates.found import Found
from pipeline.dates.item import Item, replace
from pipeline.dates.neighbours import future_said, shared_month, shared_year
from pipeline.dates.resolved import Resolved, following, in_month, mention, unknown
from pipeline.dates.sentences import Placed
from pipeline.dates.values import bounded, on_its_day, reference, step, typed
from pipeline.dates.weekdays import weekday_edtf
from pipeline.dates.years import BY, OPEN, PAST, TO_COME, UNLIKELY, against, edtf_of, month_of, of_year, unresolved
from pipeline.records import AnchorDate, DateMod, DateValue, RangeMod, Timex

_ENDS = ("ON_OR_BEFORE", "BEFORE")
_DAYS = ("day", "monthday", "weekday")
_AROUND = 40  # finds before and after one without its year that are weighed for it
_TOLD = 4  # finds, clock times among them, over which the days of a sentence go on


class Resolver:
    """Resolves the finds of one document in order; remembers the last date said."""

    def __init__(self, placed: Sequence[Placed], anchor: AnchorDate | None) -> None:
        self.placed = placed
        self.anchor = anchor
        self.assumed = anchor or assumed_anchor(placed)
        # Where days without a year are told from; what is said of the present (`yesterday`) needs the true anchor.
        self.told_from = self.assumed if self.assumed and precision(self.assumed.date) == "D" else anchor
        self.said: list[str | None] = []
        self.last: str | None = None
        self.last_mod: DateMod | None = None

    def run(self) -> list[DateValue]:
        """A value for each find."""
        values: list[DateValue] = []
        for index, one in enumerate(self.placed):
            value = self._value(index, one)
            values.append(value)
            self.said.append(value.edtf)
            if value.edtf and one.found.type == "DATE" and not (one.found.past and self.last):
                self.last = value.edtf
                self.last_mod = value.mod if not isinstance(value.mod, RangeMod) else None
        return [on_its_day(value, values, index, self.placed[index].found) for index, value in enumerate(values)]

    def _value(self, index: int, placed: Placed) -> DateValue:
        found = placed.found
        if placed.weekly and found.item:
            days_of_week = [f"XXXX-WXX-{item.weekday}" for item in (found.item, found.last) if item]
            return DateValue(edtf=None, timex=Timex(type="SET", value="/".join(days_of_week) + found.part))
        if found.type != "DATE":
            return DateValue(edtf=None, timex=Timex(type=found.type, value=found.timex), mod=found.mod)
        if found.base:
            return self._relative(found)
        if found.item is None:
            return DateValue(edtf=None, timex=Timex(type="DATE", value=found.timex), mod=found.mod)
        return self._dated(index, placed)

    def _relative(self, found: Found) -> DateValue:
        base = self.anchor if found.base == "anchor" else mention(self.last)
        edtf = step(base.date, found.steps, found.unit, whole=found.base == "mention") if base else None
        if edtf is None and base and found.unit == "D" and found.steps == 0:
            edtf = base.date if found.base == "anchor" else None
        if edtf and base and found.until is not None and (last := step(base.date, found.until, "D", whole=False)):
            edtf = f"{edtf}/{last}"
        fallback = found.timex or ("PRESENT_REF" if not found.steps else reference(found.steps))
        low, high = bounds(edtf) if edtf else (None, None)
        return DateValue(
            edtf=edtf,
            timex=typed(found, timex_value(edtf) if edtf else fallback, edtf),
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
        if placed.tense < 0 and found.last and first.anchor is self.told_from:
            first = self._told_whole(placed, first)
        edtf, timex, base = first.edtf, first.timex, first.anchor
        mod: DateMod | RangeMod | None = found.item.mod
        if found.last is not None:
            last = self._end(index, placed, first)
            timex = f"{first.timex}/{last.timex}"
            ends_at = (first.edtf or "").split("/")[0], (last.edtf or "").split("/")[-1]
            edtf = "/".join(ends_at) if all(ends_at) else None
            base = last.anchor or base
            ends = found.last.mod
            mod = RangeMod(start=found.item.mod, end=ends) if found.item.mod or ends else None
        if found.offset:
            edtf = shift(edtf, found.offset, "D") if edtf else None
            timex = None
        low, high = bounded(found, edtf)
        other = found.item.alternative
        return DateValue(
            edtf=edtf,
            timex=typed(found, timex_value(edtf) if edtf else timex or "", edtf),
            mod=mod,
            bound=found.bound,
            earliest=low,
            latest=high,
            anchor=base,
            alternatives=tuple(sorted((edtf, other))) if other and edtf and found.last is None else (),
        )

    def _told_whole(self, placed: Placed, first: Resolved) -> Resolved:
        """The beginning of what is told of the past, a year earlier where its end would be to come."""
        item, last = placed.found.item, placed.found.last
        today = days(self.told_from.date) if self.told_from else None
        if not (item and last and today and first.edtf) or item.complete or last.complete or last.month is None:
            return first
        year = int(first.edtf[:4])
        ends = days(edtf_of(replace(last, year=year)) or "")
        earlier = edtf_of(replace(item, year=year - 1)) if ends and ends[0] > today[1] else None
        return Resolved(earlier, first.anchor, timex_value(earlier)) if earlier else first

    def _end(self, index: int, placed: Placed, first: Resolved) -> Resolved:
        """The end of an interval; without a year of its own it is the first such day after the beginning."""
        last = placed.found.last
        assert last is not None
        if last.unit == "T":
            return following(last, first.edtf)
        if last.shape == "weekday" and first.edtf and precision(first.edtf) == "D":
            return self._next_weekday(last, first.edtf)
        if last.complete or first.edtf is None or last.shape == "weekday" or last.unit:
            return self._item(index, placed, last)
        if last.shape == "dayonly":
            edtf = f"{first.edtf[:8]}{last.day:02d}" if days(f"{first.edtf[:8]}{last.day:02d}") else None
            return Resolved(edtf, first.anchor, edtf or f"XXXX-XX-{last.day:02d}")
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
            return self._weekday(index, placed, item)
        if item.steps is not None:
            return self._stepped(item)
        if item.shape == "dayonly":
            return self._day_only(index, placed, item)
        if item.direction is None and (shared := shared_year(index, item, self.placed, self.said, self.told_from)):
            return Resolved(shared, mention(shared), timex_value(shared))
        return self._by_anchor(index, placed, item)

    def _by_anchor(self, index: int, placed: Placed, item: Item) -> Resolved:
        base = self.told_from if item.direction is None or item.month else self.anchor
        if base is None and item.direction is None and self.assumed:
            return self._in_assumed_year(index, item)
        edtf = against(item, base.date, ahead=self._ahead(index, placed)) if base else None
        return Resolved(edtf, base, timex_value(edtf)) if edtf else unknown(item)

    def _in_assumed_year(self, index: int, item: Item) -> Resolved:
        """In the year that what the document tells makes likeliest; as its week day wants."""
        before = self.said[index - 1] if index else None
        running = before if before and precision(before) != "other" and not self.placed[index - 1].found.bound else None
        around = self.placed[max(index - _AROUND, 0) : index + _AROUND]
        told = likeliest_year(item, around, int(running[:4]) if running else None)
        year = told or int(self.assumed.date[:4] if self.assumed else 0)
        edtf = against(item, f"{year:04d}", ahead=OPEN) if item.weekday else of_year(item, year)
        return Resolved(edtf, mention(f"{year:04d}"), timex_value(edtf)) if edtf else unknown(item)

    def _ahead(self, index: int, placed: Placed) -> float:
        """What the words make a day ahead count against a day ago."""
        found, ends = placed.found, _ahead(placed.found)
        if found.past:
            return PAST
        if placed.tense:
            return TO_COME if placed.tense > 0 else UNLIKELY if ends else PAST  # has waived it until 31 August
        if found.bound in _ENDS or future_said(index, self.placed, self.told_from):
            return BY
        return UNLIKELY if found.attributive else OPEN

    def _day_only(self, index: int, placed: Placed, item: Item) -> Resolved:
        """`mercredi 6` against the anchor; `le 9` in the month of a neighbour, else against the anchor."""
        unknown = Resolved(None, None, f"XXXX-XX-{item.day:02d}")
        if item.weekday is None:
            near = shared_month(index, item, self.placed, self.said, self.told_from)
            if near or not self.told_from:
                return Resolved(near, mention(near), near) if near else Resolved(None, timex="")
        ahead = placed.tense > 0 or (placed.tense == 0 and _ahead(placed.found))
        edtf = month_of(item, self.told_from.date, future=ahead) if self.told_from else None
        return Resolved(edtf, self.told_from, edtf) if edtf else unknown

    def _stepped(self, item: Item) -> Resolved:
        """`en mai de l'année dernière`: the year counts from the anchor's; `le 17 du mois prochain`: the month."""
        if item.unit == "T":
            return following(item, self.last)
        if item.unit == "Y":
            told = shift(self.last, item.steps or 0, "Y") if self.last else None
            edtf = edtf_of(replace(item, year=int(told))) if told else None
            return Resolved(edtf, mention(self.last), timex_value(edtf)) if edtf else unknown(item)
        if item.unit == "M":
            month = shift(self.anchor.date, item.steps or 0, "M") if self.anchor else None
            edtf = in_month(item, month) if month else None
            known = edtf is not None and days(edtf) is not None
            return Resolved(edtf, self.anchor, edtf) if known else Resolved(None, None, f"XXXX-XX-{item.day or 0:02d}")
        year = shift(self.anchor.date, item.steps or 0, "Y") if self.anchor else None
        edtf = edtf_of(replace(item, year=int(year))) if year else None
        return Resolved(edtf, self.anchor, timex_value(edtf)) if edtf else Resolved(None, None, unresolved(item))

    def _next_weekday(self, item: Item, start: str) -> Resolved:
        """The end of `Monday to Friday`: the first such day after the beginning."""
        edtf = shift(start, ((item.weekday or 0) - date.fromisoformat(start).isoweekday()) % 7, "D")
        return Resolved(edtf, self.anchor, edtf)

    def _coming_day(self, index: int, placed: Placed, item: Item) -> str | None:
        """The day to come that was told last in the sentence: `lands on Sunday, 2 April, and leaves on Tuesday`."""
        if placed.tense < 0 or item.direction is not None or item.steps is not None or item.days:
            return None
        dates = (i for i in range(index - 1, max(index - _TOLD, 0) - 1, -1) if self.placed[i].found.item)
        before = self.placed[last] if (last := next(dates, None)) is not None else None
        if last is None or before is None or before.sentence != placed.sentence:
            return None
        found, edtf = before.found, (self.said[last] or "").split("/")[-1]
        told = found.item and found.item.shape in _DAYS and not found.bound and (found.last or not found.attributive)
        ahead = self.anchor is not None and precision(self.anchor.date) == "D" and edtf > self.anchor.date
        return edtf if told and ahead and precision(edtf) == "D" else None

    def _weekday(self, index: int, placed: Placed, item: Item) -> Resolved:
        if day := self._coming_day(index, placed, item):
            return self._next_weekday(item, day)
        ahead = _ahead(placed.found) or future_said(index, self.placed, self.told_from)
        edtf = weekday_edtf(item, self.anchor, tense=placed.tense, ahead=ahead)
        timex = f"XXXX-WXX-{'WE' if item.days else item.weekday}"
        return Resolved(edtf, self.anchor, timex_value(edtf)) if edtf else Resolved(None, None, timex)


def _ahead(found: Found) -> bool:
    return found.ahead or found.bound in _ENDS
