"""Currencies that share a name, and which of them it means: by the country beside it, or those of the document."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from pipeline.extract.numbers import any_of
from pipeline.extract.wordtree import word_tree

SETTLED, CONTEXT, _DEFAULT, _OPEN = 0.97, 0.9, 0.75, 0.7
_NEAR = 100
_STOP = re.compile(r"[.;:!?]\s")
_HEAD = re.compile(r"[^\W\d_]{3}")
_CAPITAL = re.compile(r"(?<![^\W\d_])[A-ZÀ-Þ][^\W\d_]{2}")

Resolved = tuple[str | None, tuple[str, ...], float]


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Currencies that share a name; see `gazetteers/currencies.toml`."""

    codes: dict[str, str]
    context: tuple[str, ...]
    default: str | None = None
    written: dict[str, str] = {}
    near: bool = False
    strict: bool = False
    loose: bool = False


class Families:
    """The families of currencies, and the words of one language for the countries that settle them."""

    def __init__(
        self,
        families: Mapping[str, Family],
        demonyms: Mapping[str, tuple[str, ...]],
        places: Mapping[str, tuple[str, ...]],
        spent_in: Sequence[str],
    ) -> None:
        self.table = families
        self._spent_in = re.compile(rf"\s(?:{any_of(f'{word} ' if word[-1].isalpha() else word for word in spent_in)})")
        self._places: dict[str, list[tuple[str, str]]] = {}
        for country, names in places.items():
            for name in names:
                self._places.setdefault(name[:3], []).append((name, country))
        stems = [(stem, country) for country, forms in demonyms.items() for stem in forms]
        self._stems = sorted(stems, key=lambda pair: (-len(pair[0]), pair))
        self._heads: dict[str, list[tuple[str, str]]] = {}
        for stem, country in self._stems:
            self._heads.setdefault(stem[:3].lower(), []).append((stem, country))

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        """Where a country may be named: its places and the stems of its adjectives, small or with capitals."""
        names = (name for known in (self._heads, self._places) for listed in known.values() for name, _ in listed)
        words = [name for name in names if _HEAD.match(name)]
        forms = {form for word in words for form in (word, word[0].upper() + word[1:], word.upper())}
        return re.compile(rf"(?<![^\W\d_])(?={word_tree(forms)})[^\W\d_]{{3}}")

    @property
    def stems(self) -> list[str]:
        """How the adjectives and names of countries begin, the longest first."""
        return [stem for stem, _ in self._stems]

    def kin(self, family: str | None) -> frozenset[str]:
        """The currencies that a short name may mean."""
        return frozenset(self.table[family].codes.values()) if family else frozenset()

    def countries_in(self, text: str, *, small: bool = False) -> Iterator[str]:
        """The countries that a text names, in order, as ISO 3166 codes; `small`: by adjectives too (`tunisien`)."""
        for found in self._beginnings.finditer(text):
            head = found[0]
            if (small or head[0].isupper()) and (country := self._named(text, found.start(), head)):
                yield country

    def _named(self, text: str, begin: int, head: str) -> str | None:
        """The country that an adjective or place beginning with these three letters stands for."""
        for stem, country in self._heads.get(head.lower(), ()):
            written = text[begin : begin + len(stem)]
            if written == stem or (written.lower() == stem.lower() and written[0].isupper()):
                return country
        for name, country in self._places.get(head, ()):
            end = begin + len(name)
            if text.startswith(name, begin) and not text[end : end + 1].isalpha():
                return country
        return None

    def country(self, written: str | None) -> str | None:
        """The country that an adjective or name means."""
        if not written:
            return None
        plain = " ".join(written.split()).lower()
        return next((country for stem, country in self._stems if plain.startswith(stem.lower())), None)

    def code(self, key: str, country: str | None) -> str | None:
        """The currency of a country by a name: of a family, or the country's own (ISO 4217 begins with its code)."""
        if country is None:
            return None
        if key in self.table:
            return self.table[key].codes.get(country)
        return key if key.startswith(country) else None

    def beside(self, key: str, text: str, place: tuple[int, int], countries: Sequence[str]) -> Sequence[str]:
        """The country that settles the currency which stands at `place`, else those of the document.

        It is the one the amount is spent in (`300 000 FCFA au Gabon`), the one named last in the sentence before it, or
        the one named first behind it.
        """
        family = self.table.get(key)
        if family is None or not (family.near or (family.loose and family.context[0] not in countries)):
            return countries
        position, end = place
        if (spent := self._spent(text, end)) in family.codes:
            return (str(spent),)
        window = text[max(0, position - _NEAR) : position]
        named = [code for code in self.countries_in(window[last_stop(window) :], small=True) if code in family.codes]
        if named:
            return (named[-1],)
        window = text[position : position + _NEAR]
        window = window[: next_stop(window)]
        behind = (code for code in self.countries_in(window, small=True) if code in family.codes)
        first = next(behind, None)
        return (first,) if first else countries

    def _spent(self, text: str, end: int) -> str | None:
        """The country right behind a currency that ends here, with the word for `in` between."""
        link = self._spent_in.match(text, end)
        word = _CAPITAL.match(text, link.end()) if link else None
        return self._named(text, word.start(), word[0]) if word else None

    def resolve(self, key: str, country: str | None, countries: Sequence[str], *, sign: bool = False) -> Resolved:
        """The code that a name or `sign` stands for, the codes left open, and how sure."""
        family = self.table.get(key)
        if family is None:
            return key, (), SETTLED
        if country and (code := family.codes.get(country)):
            return code, (), SETTLED
        named = {family.codes[c] for c in countries if c in family.context and c in family.codes}
        settling = family.codes if family.near and (len(countries) == 1 or not family.default) else family.context
        if family.default and not family.near and (sign or not family.loose or family.context[0] in countries):
            countries = countries[:1]  # a strong convention: only the country a document is about goes against it
        spoken = _distinct(family.codes[c] for c in countries if c in settling and c in family.codes)
        if spoken:
            return spoken[0], spoken if len(spoken) > 1 else (), CONTEXT if len(spoken) == 1 else _DEFAULT
        if family.default and named == {family.default}:
            return family.default, (), CONTEXT  # of all that use such a currency the text names its own country alone
        every = _distinct(family.codes[c] for c in family.context)
        if len(every) == 1:
            return every[0], (), _DEFAULT
        return family.default, every, _DEFAULT if family.default else _OPEN


def last_stop(window: str) -> int:
    """Where the last sentence of a piece of text begins."""
    return max(window.rfind(mark) for mark in (". ", "; ", ": ", "! ", "? ")) + 1


def next_stop(window: str) -> int:
    """Where the first sentence of a piece of text ends."""
    stop = _STOP.search(window)
    return stop.start() if stop else len(window)


def _distinct(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
