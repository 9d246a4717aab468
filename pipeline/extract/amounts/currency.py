"""Money beside a number: symbols, ISO codes and names, and which currency a name means here."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

import msgspec

from pipeline.extract.amounts.families import CONTEXT, SETTLED, Families, Family, last_stop, next_stop
from pipeline.extract.amounts.lookback import LookBack
from pipeline.extract.numbers import any_of
from pipeline.extract.spelled import NumberLexicon
from pipeline.extract.wordtree import CLOSED, closed, written_as

_LARGE_SUM = re.compile(
    r"\s?[0-9]{1,3}(?:[.,][0-9]{1,2})?(?:[\s,][0-9]{3}(?![0-9])|\s?(?:m|bn|[mbt]r?illi(?:on|ard)s?)\b)", re.I
)
_STUCK_END = re.compile(r"\.?(?![\w'’.])")
_NEAR = 40
HUNDREDTH = Decimal("0.01")


class Former(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code of ISO 4217 that is withdrawn, and the year in which the one of today took its place."""

    code: str
    until: int


class CurrencyTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `gazetteers/currencies.toml`."""

    codes: tuple[str, ...]
    unwritten: tuple[str, ...]
    symbols: dict[str, str]
    leading: dict[str, str]
    guarded: tuple[str, ...]
    dated: tuple[str, ...]
    thousandths: tuple[str, ...]
    places: dict[str, tuple[str, ...]]
    former: dict[str, tuple[Former, ...]]
    families: dict[str, Family]


class Sense(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names that are no money where one of the cues (beginnings of words) stands near in the sentence."""

    names: tuple[str, ...]
    cues: tuple[str, ...]


class CurrencyLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `currencies.toml` of a language."""

    weak: tuple[str, ...]
    single: tuple[str, ...]
    weights: tuple[str, ...]
    other_senses: tuple[Sense, ...]
    links: tuple[str, ...]
    spent_in: tuple[str, ...]
    symbols: dict[str, str]
    names: dict[str, tuple[str, ...]]
    subunits: dict[str, tuple[str, ...]]
    stuck_subunits: dict[str, str]
    scaled_only: dict[str, str]
    demonyms: dict[str, tuple[str, ...]]


class Money(NamedTuple):
    """A currency in the text: where it stands, its code, the codes left open, and the short scale before it (M€).

    `weak`: the word means something else too; `guarded`: so does the symbol (COP 21); `family`: what the name may
    mean, when nothing beside it tells; `dated`: with a year it is an event (Euro 2016).
    """

    start: int
    end: int
    code: str | None
    alternatives: tuple[str, ...]
    confidence: float
    factor: Decimal = Decimal(1)
    weak: bool = False
    family: str | None = None
    guarded: bool = False
    dated: bool = False


class Currencies:
    """The currencies as one language writes them."""

    def __init__(self, lexicon: CurrencyLexicon, table: CurrencyTable, numbers: NumberLexicon) -> None:
        self.families = Families(table.families, lexicon.demonyms, table.places, lexicon.spent_in)
        self._scales = numbers.symbols
        self._symbols = {
            **{code: code for code in table.codes},
            **table.symbols,
            **lexicon.symbols,
            **lexicon.scaled_only,
        }
        self._names = {form.lower(): key for key, forms in lexicon.names.items() for form in forms}
        self._hundredths = frozenset(form.lower() for forms in lexicon.subunits.values() for form in forms)
        self._names |= {form.lower(): key for key, forms in lexicon.subunits.items() for form in forms}
        self._stuck = lexicon.stuck_subunits
        self._scaled_only = frozenset(lexicon.scaled_only)
        self._weak = frozenset(word.lower() for word in lexicon.weak)
        self._guarded, self._dated = frozenset(table.guarded), frozenset(table.dated)
        self._weights = frozenset(lexicon.weights)
        self._senses = {
            name: re.compile(rf"(?<!\w)(?:{any_of(sense.cues)})", re.I)
            for sense in lexicon.other_senses
            for name in sense.names
        }
        self._leading = table.leading
        self._compile(lexicon, numbers)

    def _compile(self, lexicon: CurrencyLexicon, numbers: NumberLexicon) -> None:
        scales = f"(?!{written_as(self._clashing())})(?:{written_as(self._scales)})"
        # Short words of the language (F, LE, DA) stand behind the number only: LE 5 MAI is no money.
        leading = written_as(
            form
            for form in self._symbols
            if not (form in {**lexicon.symbols, **lexicon.scaled_only} and form.rstrip(".").isalpha())
        )
        leading = f"{leading}|{written_as(self._leading)}"
        stems = {form for stem in self.families.stems for form in (stem, stem[0].upper() + stem[1:])}
        country = rf"{written_as(stems)}\w{{0,12}}(?:-[^\W\d_]{{1,12}}){{0,2}}"
        links = any_of(f"{link} " if link[-1].isalpha() else link for link in lexicon.links)
        self._of = re.compile(rf"\s{{1,3}}(?:{any_of(numbers.of)})\s{{1,3}}(?![A-Z])")
        before = rf"(?<![\w$€£])(?<![A-Z]-)(?:(?P<scale>{scales})\s?)?(?P<symbol>{leading})\s{{0,2}}\Z"
        symbols = [*self._symbols, *self._leading]
        scaled = (scale + form for scale in self._scales for form in symbols)
        longest = max(map(len, symbols)) + max(map(len, self._scales)) + 4
        self._prefix = LookBack(before, (*symbols, *scaled), flags=0, width=longest)
        opening = closed({**self._symbols, **self._leading}).replace(CLOSED, r"(?![^\W\d]|['’])")
        self._opening = re.compile(rf"(?:(?P<scale>{scales})\s?)?(?P<symbol>{opening})")
        self._symbol = re.compile(rf"(?:(?P<scale>{scales})\s?)?(?P<symbol>{closed(self._symbols)})")
        self._name = re.compile(
            rf"(?:(?P<before>{country})\s{{1,3}})?(?P<name>(?i:{any_of(self._names)}))(?!\w)"
            rf"(?:\s{{1,3}}(?:{links})?(?P<behind>{country})(?![\w$]))?"
        )

    def _clashing(self) -> Iterable[str]:
        """Symbols in letters that look like a scale and another one: `KSh.` are no thousands of `Sh.`."""
        for form in self._symbols:
            letters = form[0].isalpha() and form.replace(".", "").isalpha()
            if letters and any(form[len(scale) :] in self._symbols for scale in self._scales if form.startswith(scale)):
                yield form

    def heads(self) -> Iterable[str]:
        """What a currency behind a number may begin with."""
        return (*self._symbols, *self._names, *self.families.stems, *self._scales)

    def may_end(self, text: str, position: int) -> bool:
        """Whether a symbol or code ends right before this position."""
        return self._prefix.search(text, 0, position) is not None

    def before(self, text: str, floor: int, position: int, countries: Sequence[str]) -> Money | None:
        """The symbol or code that ends right before the number at this position."""
        found = self._prefix.search(text, floor, position)
        return self._symbolic(found, countries) if found else None

    def opening(self, text: str, position: int, countries: Sequence[str]) -> Money | None:
        """The symbol or code that stands at this position with a digit behind it."""
        found = self._opening.match(text, position)
        if found is None:
            return None
        space = len(text[found.end() : found.end() + 2]) - len(text[found.end() : found.end() + 2].lstrip())
        digit = text[found.end() + space : found.end() + space + 1]
        return self._symbolic(found, countries) if digit.isdigit() else None

    def after(self, text: str, position: int, countries: Sequence[str]) -> Money | None:
        """The symbol, code or name at this position."""
        found = self._symbol.match(text, position)
        symbol = self._symbolic(found, countries) if found else None
        named = self._named(text, position, countries)
        if symbol and (named is None or named.end <= symbol.end):
            return symbol
        return named or self._stuck_to(text, position, countries)

    def _stuck_to(self, text: str, position: int, countries: Sequence[str]) -> Money | None:
        """The sign of a hundredth right behind a digit: 89.5p."""
        key = self._stuck.get(text[position : position + 1])
        if key is None or not _stands_stuck(text, position):
            return None
        code, alternatives, sure = self.families.resolve(key, None, countries)
        family = key if key in self.families.table else None
        return Money(position, position + 1, code, alternatives, sure, HUNDREDTH, family=family)

    def _named(self, text: str, position: int, countries: Sequence[str]) -> Money | None:
        found = self._name.match(text, position)
        if found is None:
            return None
        if found["name"].lower() in self._weights and found["before"] is None and self._of.match(text, found.end()):
            return None
        families = self.families
        written = " ".join(found["name"].lower().split()).replace("’", "'")
        if found["before"] is None and self._is_other_thing(written, found):
            return None
        key = self._names[written]
        country, end = families.country(found["before"]), found.end("name")
        if (behind := families.country(found["behind"])) and families.code(key, behind) is not None:
            country, end = behind, found.end()
        code, alternatives, sure = families.resolve(key, country, families.beside(key, text, found.span(), countries))
        weak = written in self._weak and country is None and sure != CONTEXT
        start = found.start() if country else found.start("name")
        factor = HUNDREDTH if written in self._hundredths else Decimal(1)
        family = key if key in families.table and sure != SETTLED else None
        return Money(start, end, code, alternatives, min(sure, 0.96), factor, weak, family)

    def _is_other_thing(self, name: str, found: re.Match[str]) -> bool:
        """Whether the sentence shows that a name is no money: `a library of 4,000 livres`, `weighs 5 pounds`."""
        cue = self._senses.get(name)
        if cue is None or found["behind"]:
            return False
        before, behind = (
            found.string[max(0, found.start() - _NEAR) : found.start()],
            found.string[found.end() :][:_NEAR],
        )
        return bool(cue.search(before[last_stop(before) :]) or cue.search(behind[: next_stop(behind)]))

    def _symbolic(self, found: re.Match[str], countries: Sequence[str]) -> Money | None:
        written = " ".join(found["symbol"].split())
        if written in self._scaled_only and not found["scale"]:
            return None
        key = self._symbols.get(written) or self._leading[written]
        countries = self.families.beside(key, found.string, found.span(), countries)
        code, alternatives, confidence = self.families.resolve(key, None, countries, sign=True)
        doubtful = key in self.families.table and self.families.table[key].strict and confidence != CONTEXT
        if doubtful and not _LARGE_SUM.match(found.string, found.end()):
            return None
        factor = Decimal(self._scales[found["scale"]] if found["scale"] else 1)
        family = key if key in self.families.table else None
        return Money(
            found.start(),
            found.end("symbol"),
            code,
            alternatives,
            confidence,
            factor,
            family=family,
            guarded=written in self._guarded,
            dated=written in self._dated,
        )


def _stands_stuck(text: str, position: int) -> bool:
    """Whether a sign stands right behind a digit and ends there: 89.5p."""
    return position > 0 and text[position - 1].isdigit() and bool(_STUCK_END.match(text, position + 1))
