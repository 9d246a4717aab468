"""Money beside a number: symbols, ISO codes and names, and which currency a name means here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import msgspec

from pipeline.extract.amounts.lookback import LookBack
from pipeline.extract.numbers import any_of
from pipeline.extract.spelled import NumberLexicon

SETTLED, CONTEXT, _DEFAULT, _OPEN = 0.97, 0.9, 0.75, 0.7
_NEAR = 100
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}")
_CAPITAL = re.compile(r"(?<![^\W\d_])[A-ZÀ-Þ][^\W\d_]{2,}")
_LARGE_SUM = re.compile(
    r"\s?[0-9]{1,3}(?:[.,][0-9]{1,2})?(?:[\s,][0-9]{3}(?![0-9])|\s?(?:m|bn|[mbt]r?illi(?:on|ard)s?)\b)", re.I
)
_HUNDREDTH = Decimal("0.01")


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Currencies that share a name; see `gazetteers/currencies.toml`."""

    codes: dict[str, str]
    context: tuple[str, ...]
    default: str | None = None
    near: bool = False
    strict: bool = False


class CurrencyTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `gazetteers/currencies.toml`."""

    codes: tuple[str, ...]
    unwritten: tuple[str, ...]
    symbols: dict[str, str]
    leading: dict[str, str]
    guarded: tuple[str, ...]
    thousandths: tuple[str, ...]
    families: dict[str, Family]


class CurrencyLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `currencies.toml` of a language."""

    weak: tuple[str, ...]
    links: tuple[str, ...]
    symbols: dict[str, str]
    names: dict[str, tuple[str, ...]]
    subunits: dict[str, tuple[str, ...]]
    stuck_subunits: dict[str, str]
    demonyms: dict[str, tuple[str, ...]]


class Money(NamedTuple):
    """A currency in the text: where it stands, its code, the codes left open, and the short scale before it (M€).

    `weak`: the word means something else too; `guarded`: so does the symbol (COP 21); `family`: what the name may
    mean, when nothing beside it tells.
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


class Currencies:
    """The currencies as one language writes them."""

    def __init__(self, lexicon: CurrencyLexicon, table: CurrencyTable, numbers: NumberLexicon) -> None:
        self._families, self._scales = table.families, numbers.symbols
        self._symbols = {**{code: code for code in table.codes}, **table.symbols, **lexicon.symbols}
        self._names = {form.lower(): key for key, forms in lexicon.names.items() for form in forms}
        self._hundredths = frozenset(form.lower() for forms in lexicon.subunits.values() for form in forms)
        self._names |= {form.lower(): key for key, forms in lexicon.subunits.items() for form in forms}
        self._stuck = lexicon.stuck_subunits
        self._weak = frozenset(word.lower() for word in lexicon.weak)
        stems = [(stem, country) for country, forms in lexicon.demonyms.items() for stem in forms]
        self._stems = sorted(stems, key=lambda pair: (-len(pair[0]), pair))
        self._heads: dict[str, list[tuple[str, str]]] = {}
        for stem, country in self._stems:
            self._heads.setdefault(stem[:3].lower(), []).append((stem.lower(), country))
        self._guarded = frozenset(table.guarded)
        self._leading = table.leading
        self._compile(lexicon)

    def _compile(self, lexicon: CurrencyLexicon) -> None:
        scales = f"(?!{written_as(self._clashing())})(?:{written_as(self._scales)})"
        # Short words of the language (F, LE, DA) stand behind the number only: LE 5 MAI is no money.
        leading = written_as(form for form in self._symbols if not (form in lexicon.symbols and form.isalpha()))
        leading = f"{leading}|{written_as(self._leading)}"
        country = rf"(?:{'|'.join(_either_case(stem) for stem, _ in self._stems)})\w{{0,12}}(?:-[^\W\d_]{{1,12}})?"
        links = any_of(f"{link} " if link[-1].isalpha() else link for link in lexicon.links)
        before = rf"(?<![\w$€£])(?:(?P<scale>{scales})\s?)?(?P<symbol>{leading})\s{{0,2}}\Z"
        tails = [*self._symbols, *self._leading]
        self._prefix = LookBack(before, [*tails, *(scale + form for scale in self._scales for form in tails)], flags=0)
        opening = closed({**self._symbols, **self._leading}).replace(r"(?![\w'’])", r"(?![^\W\d]|['’])")
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
        return (*self._symbols, *self._names, *(stem for stem, _ in self._stems), *self._scales)

    def kin(self, family: str | None) -> frozenset[str]:
        """The currencies that a short name may mean."""
        return frozenset(self._families[family].codes.values()) if family else frozenset()

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
        if (found := self._symbol.match(text, position)) and (money := self._symbolic(found, countries)):
            return money
        if (key := self._stuck.get(text[position : position + 1])) and _stands_stuck(text, position):
            code, alternatives, sure = self._resolve(key, None, countries)
            family = key if key in self._families else None
            return Money(position, position + 1, code, alternatives, sure, _HUNDREDTH, family=family)
        found = self._name.match(text, position)
        if found is None:
            return None
        written = " ".join(found["name"].lower().split())
        country, end = self._country(found["before"]), found.end("name")
        key = self._names[written]
        if (behind := self._country(found["behind"])) and self._code(key, behind) is not None:
            country, end = behind, found.end()
        code, alternatives, confidence = self._resolve(key, country, self._beside(key, text, position, countries))
        weak = written in self._weak and country is None and confidence != CONTEXT
        start = found.start() if country else found.start("name")
        factor = _HUNDREDTH if written in self._hundredths else Decimal(1)
        family = key if key in self._families and confidence != SETTLED else None
        return Money(start, end, code, alternatives, min(confidence, 0.96), factor, weak, family)

    def _symbolic(self, found: re.Match[str], countries: Sequence[str]) -> Money | None:
        written = " ".join(found["symbol"].split())
        key = self._symbols.get(written) or self._leading[written]
        countries = self._beside(key, found.string, found.start(), countries)
        code, alternatives, confidence = self._resolve(key, None, countries)
        doubtful = key in self._families and self._families[key].strict and confidence != CONTEXT
        if doubtful and not _LARGE_SUM.match(found.string, found.end()):
            return None
        factor = Decimal(self._scales[found["scale"]] if found["scale"] else 1)
        family = key if key in self._families else None
        return Money(
            found.start(),
            found.end("symbol"),
            code,
            alternatives,
            confidence,
            factor,
            family=family,
            guarded=written in self._guarded,
        )

    def _beside(self, key: str, text: str, position: int, countries: Sequence[str]) -> Sequence[str]:
        """The country named last in the sentence before the amount, then those of the document."""
        family = self._families.get(key)
        if family is None or not family.near:
            return countries
        window = text[max(0, position - _NEAR) : position]
        named = [code for code in self.countries_in(window[last_stop(window) :], small=True) if code in family.codes]
        return (named[-1],) if named else countries

    def countries_in(self, text: str, *, small: bool = False) -> Iterator[str]:
        """The countries that a text names, in order, as ISO 3166 codes; `small`: by adjectives too (`tunisien`)."""
        for found in (_WORD if small else _CAPITAL).finditer(text):
            for stem, country in self._heads.get(found[0][:3].lower(), ()):
                if text[found.start() : found.start() + len(stem)].lower() == stem:
                    yield country
                    break

    def _country(self, written: str | None) -> str | None:
        if not written:
            return None
        plain = " ".join(written.split()).lower()
        return next((country for stem, country in self._stems if plain.startswith(stem.lower())), None)

    def _code(self, key: str, country: str) -> str | None:
        return self._families[key].codes.get(country) if key in self._families else None

    def _resolve(
        self, key: str, country: str | None, countries: Sequence[str]
    ) -> tuple[str | None, tuple[str, ...], float]:
        """The code that a name stands for, the codes left open, and how sure."""
        family = self._families.get(key)
        if family is None:
            return key, (), SETTLED
        if country and (code := family.codes.get(country)):
            return code, (), SETTLED
        settling = family.codes if family.near and len(countries) == 1 else family.context
        if (
            family.default and not family.near
        ):  # a strong convention: only the country a document is about goes against it
            countries = countries[:1]
        spoken = _distinct(family.codes[c] for c in countries if c in settling and c in family.codes)
        if spoken:
            return spoken[0], spoken if len(spoken) > 1 else (), CONTEXT if len(spoken) == 1 else _DEFAULT
        every = _distinct(family.codes[c] for c in family.context)
        if len(every) == 1:
            return every[0], (), _DEFAULT
        return family.default, every, _DEFAULT if family.default else _OPEN


def _stands_stuck(text: str, position: int) -> bool:
    """Whether a sign stands right behind a digit and ends there: 89.5p."""
    behind = text[position + 1 : position + 2]
    return position > 0 and text[position - 1].isdigit() and not (behind.isalnum() or behind in "'’.")


def written_as(forms: Iterable[str]) -> str:
    """A pattern for any of the forms exactly as written, longest first; a space is any white space."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace("\\ ", r"\s") for form in ordered) or r"(?!)"


def closed(forms: Iterable[str]) -> str:
    """The same for forms that stand alone: no letter or digit follows one that ends in a letter or digit."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(f).replace("\\ ", r"\s") + (r"(?![\w'’])" if f[-1].isalnum() else "") for f in ordered)


def _either_case(stem: str) -> str:
    first = stem[0]
    return (f"[{first}{first.upper()}]" if first.islower() else re.escape(first)) + re.escape(stem[1:]).replace(
        "\\ ", r"\s"
    )


def last_stop(window: str) -> int:
    """Where the last sentence of a piece of text begins."""
    return max(window.rfind(mark) for mark in (". ", "; ", ": ", "! ", "? ")) + 1


def _distinct(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
