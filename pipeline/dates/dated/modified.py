"""One date expression with what stands directly around it: `fin 2012`, `mars prochain`, `mai de cette année`."""

import re
from datetime import date

from pipeline.dates.calendar import valid_day
from pipeline.dates.dated.table import DATED_STARTS, read_dated
from pipeline.dates.lexicon.classes import CLASSES, GOES_ON, compile_rule
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.lexicon.meanings import A_YEAR
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import MODS
from pipeline.dates.rules.item import Item, replace

ITEM_STARTS = DATED_STARTS | {CLASSES[name] for name in ("modifier", "direction", "this", "half", "sequence")}
_PREFIX = compile_rule("(?P<M>modifier dash? ((of|to)? det?)? of?)? (?P<D>direction|this|sequence)?")
_THERE = f"{CLASSES['dash']}?{CLASSES['there']}"  # ce vendredi-là
_WEEK = compile_rule("unit (of|modifier|bound|comma)? det?")
_HALF_PREFIX = compile_rule("(?P<M>half of det?)")
_BARE_YEAR = compile_rule(f"of det? unit(?!{GOES_ON})")
_TAILS = (
    compile_rule("of? det? (?P<D>this|direction|sequence) (?P<U>unit)"),
    compile_rule("of? det? (?P<U>unit) (?P<D>direction|sequence)"),
)


def read_item(tokens: Tokens, index: int, lexicon: DateLexicon) -> Item | None:
    """The item that begins at a token, or None."""
    if tokens.kind(index) == CLASSES["unit"]:
        item = _week(tokens, index, lexicon) or read_dated(tokens, index, lexicon)
        return replace(item, core=index) if item else None
    if tokens.kind(index) == CLASSES["direction"] and (item := read_dated(tokens, index, lexicon)):
        return replace(item, core=index)  # last quarter of 1979, last Friday of June
    half = _HALF_PREFIX.match(tokens.kinds, index)
    prefix = half or _PREFIX.match(tokens.kinds, index)
    start = prefix.end() if prefix else index
    item = read_dated(tokens, start, lexicon)
    if item is None and half:
        return _half_of_running(tokens, index)
    if item is None:
        return None
    directed = prefix is not None and not half and bool(prefix["D"])
    if prefix and directed and tokens.kind(prefix.start("D")) == CLASSES["sequence"] and _is_number(item):
        return None  # suivant deux axes
    if item.complete and prefix and directed and not prefix["M"]:
        return replace(item, core=start)  # this fourth day of April, 1949
    item = replace(item, first=index, core=start)
    if half:
        return _half(item, tokens.entries[index].number)
    return _finished(_begun(item, prefix, tokens), tokens)


def _is_number(item: Item) -> bool:
    """Whether an item is but a number that a day of a month may have."""
    return item.shape == "dayonly" and item.weekday is None and item.steps is None


def _begun(item: Item, prefix: re.Match[str] | None, tokens: Tokens) -> Item:
    """The item with what the words before it say: `fin 2012`, `next May`, `the following May`."""
    if prefix and prefix["M"]:
        item = replace(item, mod=MODS[tokens.entries[prefix.start("M")].text])
    if not prefix or not prefix["D"]:
        return item
    entry = tokens.entries[prefix.start("D")]
    if entry.kind == CLASSES["sequence"]:
        if item.part and item.part < 30 and not item.complete and not entry.number:
            return replace(item, steps=0, unit="Y")  # that autumn
        goes_on = entry.number and not item.complete
        return replace(item, steps=entry.number, unit="T") if goes_on else replace(item, first=item.core)
    there = re.match(_THERE, tokens.kinds[item.last : item.last + 2])
    if entry.kind == CLASSES["this"] and there and not item.complete and (item.weekday or item.part):
        return replace(item, last=item.last + there.end(), steps=0, unit="L" if item.weekday else "Y")
    return replace(item, direction=entry.number if entry.kind == CLASSES["direction"] else 0)


def _finished(item: Item, tokens: Tokens) -> Item:
    """The item with what the words after it say: `mai de cette année`, `au printemps suivant`, `mars prochain`."""
    if item.complete or item.steps is not None:
        return item
    long = bool(item.month or item.part or item.rule)
    if item.direction is None and long and (tail := _year_after(tokens, item.last)):
        told = CLASSES["sequence"] in tokens.kinds[item.last : tail[1]]
        return replace(item, steps=tail[0], last=tail[1], unit="Y" if told else None)
    after = tokens.entries[item.last] if item.last < len(tokens.entries) else None
    if after and after.kind == CLASSES["sequence"] and long and after.number:
        return replace(item, steps=after.number, unit="T", last=item.last + 1)
    if after and after.kind == CLASSES["direction"] and item.year is None and item.direction in (None, 0):
        return replace(item, direction=after.number, last=item.last + 1)
    return item


def _week(tokens: Tokens, index: int, lexicon: DateLexicon) -> Item | None:
    """`week of 14 June`, `semaine du 21 mars`, `week beginning 14th February`: seven days from that day."""
    prefix = _WEEK.match(tokens.kinds, index)
    unit = tokens.entries[index]
    if not prefix or unit.text not in ("W", "WE") or unit.number or prefix.end() == index + 1:
        return None
    item = read_dated(tokens, prefix.end(), lexicon)
    if item is None or item.day is None or (item.month is None and unit.text != "WE"):
        return None
    if unit.text == "WE" and tokens.kind(item.last) in "e-t" and tokens.kind(item.last + 1) in "DO":
        return replace(item, first=index, core=index)  # the weekend of 5 and 6 June
    if unit.text == "WE":
        return replace(item, first=index, core=index, days=_weekend(item))
    ends = tokens.entries[index + 1].text == "ON_OR_BEFORE"
    if ends and tokens.entries[index + 1].number:
        return None  # the week until 31 October
    return replace(item, first=index, core=index, days=(-7, -1) if ends else (1, 7))


def _weekend(item: Item) -> tuple[int, int]:
    """Saturday and Sunday of the week that a day is in, counted from it; by its year where it is said."""
    if item.year is None or not valid_day(item.year, item.month or 0, item.day or 0):
        return (1, 2)
    saturday = 6 - date(item.year, item.month or 1, item.day or 1).isoweekday()
    return (saturday + 1, saturday + 2)


def _year_after(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """`de cette année`, `of last year`: steps from the anchor's year, and the token after."""
    tail = _TAILS[0].match(tokens.kinds, index) or _TAILS[1].match(tokens.kinds, index)
    if not tail or tokens.entries[tail.start("U")].text != "Y":
        return None
    entry = tokens.entries[tail.start("D")]
    return (0 if entry.kind == CLASSES["this"] else entry.number), tail.end()


def _running_year(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """`de l'année`: no steps from the anchor's year, and the token after."""
    tail = _BARE_YEAR.match(tokens.kinds, index)
    return (0, tail.end()) if tail and tokens.entries[tail.end() - 1] == A_YEAR else None


def _half_of_running(tokens: Tokens, index: int) -> Item | None:
    """`second half of this year`, `première moitié de l'année`."""
    tail = _year_after(tokens, index + 1) or _running_year(tokens, index + 1)
    part = 39 + tokens.entries[index].number
    return Item("part", index, tail[1], part=part, steps=tail[0], core=index) if tail else None


def _half(item: Item, number: int) -> Item | None:
    """First or second half of a year is a semester; of a longer or shorter time, its beginning or end."""
    if item.shape == "year" and item.year is not None:
        return replace(item, shape="part", part=39 + number)
    return replace(item, mod="START" if number == 1 else "END")
