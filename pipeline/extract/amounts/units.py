"""What a number is of, apart from counted nouns: percent, points, money, physical units; and what it is per."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

import msgspec

from pipeline.extract.amounts.lookback import Heads
from pipeline.extract.numbers import any_of
from pipeline.extract.spelled import NumberLexicon
from pipeline.extract.wordtree import closed, written_as
from pipeline.records import AmountMod, UnitKind

_SURE = 0.95


class ScaledUnit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms that are a scale and a unit in one (`bcm`), and what their amounts are per, if that too (`mb/d`)."""

    forms: tuple[str, ...]
    unit: str
    times: int
    per: str | None = None


class SmallerUnit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit as written, the smaller one told behind it (`5 ft 4 in`) with short forms, and how many of them it has."""

    unit: str
    part: str
    count: int
    forms: tuple[str, ...]


class UnitLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `units.toml` of a language: code → forms."""

    percent: dict[str, tuple[str, ...]]
    points: dict[str, tuple[str, ...]]
    symbols: dict[str, tuple[str, ...]]
    names: dict[str, tuple[str, ...]]
    written: dict[str, tuple[str, ...]]
    smaller: tuple[SmallerUnit, ...]
    scaled: tuple[ScaledUnit, ...]
    per: dict[str, tuple[str, ...]]
    not_per: tuple[str, ...]
    not_single: tuple[str, ...]


class Unit(NamedTuple):
    """A unit in the text.

    `factor`: the short scale before it or in it; `lemma`: of a unit as written; `loose`: plain points; `mod`: a
    modifier between number and unit; `family`: the currencies that its name may mean (see `currency`); `weak`: a word
    that is a currency only where the context says so.
    """

    kind: UnitKind
    code: str | None
    end: int
    confidence: float
    factor: Decimal = Decimal(1)
    alternatives: tuple[str, ...] = ()
    lemma: str | None = None
    loose: bool = False
    per: str | None = None
    mod: AmountMod | None = None
    family: str | None = None
    weak: bool = False


class Units:
    """The units as one language writes them."""

    def __init__(self, lexicon: UnitLexicon, numbers: NumberLexicon) -> None:
        self.smaller = {one.unit: one for one in lexicon.smaller}
        self._codes: dict[str, dict[str, str]] = {
            "percent": _inverse(lexicon.percent),
            "point": _inverse(lexicon.points),
            "symbol": _inverse(lexicon.symbols, lower=False),
            "name": _inverse(lexicon.names),
            "written": _inverse(lexicon.written),
            "per": _inverse(lexicon.per),
        }
        self._scaled = {form: unit for unit in lexicon.scaled for form in unit.forms}
        self._scales, self._not_single = dict(numbers.symbols), frozenset(lexicon.not_single)
        percent, names = any_of(self._codes["percent"]), any_of(self._codes["name"])
        points, symbols = any_of(self._codes["point"]), closed(self._codes["symbol"])
        written, scaled = any_of(self._codes["written"]), closed(self._scaled)
        self._pattern = re.compile(
            rf"(?P<percent>[%‰]|(?i:{percent})(?!\w))(?!\s(?i:{points})\b)|(?P<point>(?i:{points}))(?!\w)|"
            rf"(?P<scaled>{scaled})|(?P<symbol>{symbols})|(?P<name>(?i:{names}))(?!\w)|"
            rf"(?P<written>(?i:{written}))(?!\w)"
        )
        # A full stop after it is its own where the sentence goes on: 3 mio. de francs.
        stop = r"(?:\.(?=\s[^\W\d_A-ZÀ-Þ]|[,;:)]))?"
        self._scale = re.compile(rf"\s{{0,2}}(?P<scale>{written_as(self._scales)})(?!\w){stop}")
        self._scales |= numbers.money_symbols
        self._money_scale = re.compile(rf"\s{{0,2}}(?P<scale>{written_as(self._scales)})(?!\w){stop}")
        of = any_of(f"{word} " if word[-1].isalpha() else word for word in numbers.of)
        self._link = re.compile(rf"\s{{1,3}}(?:{of})", re.I)
        self._per_heads = Heads(self._codes["per"])
        self._per = re.compile(
            rf"\s{{0,3}}(?P<per>(?i:{any_of(self._codes['per'])}))(?!\w)(?!\s{{1,3}}(?i:{any_of(lexicon.not_per)})\b)"
        )

    def heads(self) -> Iterable[str]:
        """What a unit may begin with."""
        yield from (form for group, forms in self._codes.items() if group != "per" for form in forms)
        yield from self._scaled

    def singles(self, *, loose: bool) -> Iterable[str]:
        """What may stand behind the word for one; `loose`: behind that for a half, where no word is anything else."""
        groups = ("percent", "point", "name", "written")
        forms = (form for group in groups for form in self._codes[group])
        return forms if loose else (form for form in forms if form not in self._not_single)

    def after(self, text: str, position: int) -> Unit | None:
        """The unit at this position."""
        found = self._pattern.match(text, position)
        if found is None:
            return None
        group = found.lastgroup or ""
        form = " ".join(found[group].split()).replace("’", "'")
        if group == "scaled":
            scaled = self._scaled[form]
            return Unit("quantity", scaled.unit, found.end(), _SURE, Decimal(scaled.times), per=scaled.per)
        code = self._codes[group].get(form) or self._codes[group][form.lower()]
        if group == "written":
            return Unit("quantity", form, found.end(), _SURE, lemma=code)
        kind: UnitKind = "percent" if group == "percent" else "point" if group == "point" else "quantity"
        lemma = (form if code == "bp" else "point") if kind == "point" else None
        return Unit(kind, code, found.end(), 0.99 if kind == "percent" else _SURE, lemma=lemma, loose=code == "point")

    def scale(self, text: str, position: int, *, money: bool = False) -> tuple[int, int] | None:
        """The short scale behind figures (`k`, `M`, `bn`): its value and its end; `money`: a currency stands before."""
        found = (self._money_scale if money else self._scale).match(text, position)
        return (self._scales[found["scale"]], found.end()) if found else None

    def link(self, text: str, position: int) -> int:
        """The position behind `of` after `millions`; the same position when it does not stand there."""
        found = self._link.match(text, position)
        return found.end() if found else position

    def per(self, text: str, position: int) -> tuple[str, int] | None:
        """What the amount is per (`year`) and where that ends."""
        found = self._per.match(text, position) if self._per_heads.may_follow(text, position) else None
        if found is None:
            return None
        return self._codes["per"][" ".join(found["per"].lower().split()).replace("’", "'")], found.end()


def _inverse(table: Mapping[str, tuple[str, ...]], *, lower: bool = True) -> dict[str, str]:
    return {form.lower() if lower else form: code for code, forms in table.items() for form in forms}
