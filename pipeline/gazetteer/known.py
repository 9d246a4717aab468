"""The names known before any document is read: countries, places, cities, international bodies, people.

gazetteer.find("Allemagne")                   the entry `country-DE`, as for `Germany`
gazetteer.find("OTAN")                        the entry `body-nato`
gazetteer.homonym("Congo")                    forms that several entries share
gazetteer.cities.candidates("springfield")    cities of this name
gazetteer.people.identify("Vladimir Putin")   the id of a person
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.gazetteer.cities import Cities
from pipeline.gazetteer.countries import read_countries
from pipeline.gazetteer.entries import (
    BodiesFile,
    Entry,
    HomonymRow,
    Located,
    PlacesFile,
    ShortRow,
    ShortsFile,
    body_entry,
    place_entry,
)  # fmt: skip
from pipeline.gazetteer.forms import Forms
from pipeline.gazetteer.history import History, load_history
from pipeline.gazetteer.lexicon import load_names
from pipeline.gazetteer.people import KnownPeople, load_people
from pipeline.gazetteer.translations import Translations, load_translations
from pipeline.records import EntityLabel
from pipeline.toml import load_toml

PLACE_FILES = ("places.toml", "states.toml", "regions.toml")
BODY_FILES = ("bodies.toml", "institutions.toml", "press.toml")


class Gazetteer:
    """Look-up of known names. Forms are compared normalised, whatever language they are in."""

    def __init__(
        self, forms: Forms, entries: Iterable[Entry], located: Iterable[Located], files: tuple[PlacesFile, ...],
        translations: Translations,
    ) -> None:  # fmt: skip
        self.forms = forms
        self.translations = translations
        self.shorts: dict[str, ShortRow] = {}
        self.entries = {entry.id: entry for entry in entries}
        self.states = {f"place-{row.slug}": row.state for file in files for row in file.place if row.state}
        self.history = History()
        self.people = KnownPeople(forms)
        self.cities = Cities(forms, tuple(row for file in files for row in file.city))
        homonyms = [row for file in files for row in file.homonym]
        self._homonyms = {self._key(name): row for row in homonyms for name in row.names}
        self._by_key: dict[str, Located] = {}
        for item in located:
            self._add(item)

    def find(self, form: str) -> Entry | None:
        """The country, place, body or well-known city that a form names; None when unknown or shared by several."""
        found = self._by_key.get(self._key(form))
        return self.entry(found.id) if found else None

    def identify(self, form: str) -> str | None:
        """The id of what a form names; None when unknown or shared by several."""
        return self.of_key(self._key(form))

    def of_key(self, key: str) -> str | None:
        """The id of what a normalised form names; None when unknown or shared by several."""
        found = self._by_key.get(key)
        return found.id if found else None

    def homonym(self, form: str) -> HomonymRow | None:
        """What is known of a form that several entries share."""
        return self._homonyms.get(self._key(form))

    def entry(self, entity: str) -> Entry | None:
        """The entry with this id, cities and people included."""
        found = self.entries.get(entity) or self.people.entry(entity)
        number = entity.removeprefix("place-")
        if found is None and number != entity and number.isascii() and number.isdigit():
            return self.cities.entry(int(number))
        return found

    def label(self, form: str) -> EntityLabel | None:
        """The label of what a form names, None when it is not known; cities count whichever of one name is meant."""
        entry = self.find(form)
        if entry:
            return entry.label
        key = self._key(form)
        return "LOCATION" if key in self._homonyms or self.cities.candidates(key) else None

    def names(self) -> Iterator[tuple[str, EntityLabel]]:
        """Every form of countries, places and bodies with its label, without the cities; in order of ids."""
        for entity in sorted(self.entries):
            entry = self.entries[entity]
            for alias in entry.aliases:
                yield alias, entry.label

    def _add(self, item: Located) -> None:
        for form in item.forms:
            key = self._key(form)
            other = self._by_key.setdefault(key, item)
            if other.id != item.id:
                raise item.error(form, f'"{form}" names {other.id} and {item.id}: keep one, or make it a [[homonym]]')
            if key in self._homonyms:
                del self._by_key[key]

    def _key(self, form: str) -> str:
        return self.forms.key(form, "LOCATION")


def load_gazetteer(models: Path) -> Gazetteer:
    """What `models/gazetteers` knows, with the countries of CLDR and the cities of GeoNames (read when asked for).

    Raises:
        ConfigError: a file is missing or wrong, or one form is the alias of two entries; names file and line.
    """
    folder = models / "gazetteers"
    entries, located = read_countries(folder / "countries.toml")
    files = {folder / name: load_toml(folder / name, PlacesFile) for name in PLACE_FILES}
    for path, file in files.items():
        made = [place_entry(row) for row in file.place]
        entries += made
        located += _located(path, "place", made)
        cities = enumerate(file.city)
        located += [
            Located(id=f"place-{row.geonameid}", forms=row.forms(), path=path, table="city", index=i)
            for i, row in cities
        ]
    for path in (folder / name for name in BODY_FILES):
        made = [body_entry(row) for row in load_toml(path, BodiesFile).body]
        entries += made
        located += _located(path, "body", made)
    gazetteer = Gazetteer(
        Forms(load_names(models)), _unique(entries, located), located, tuple(files.values()), load_translations(models)
    )
    for path, file in files.items():
        _check_homonyms(gazetteer, path, file)
    _add_shorts(gazetteer, folder / "shorts.toml")
    gazetteer.history = load_history(
        folder / "history.toml", gazetteer.identify, lambda entity: gazetteer.entry(entity) is not None
    )
    codes = frozenset(entry.country for entry in entries if entry.country and entry.id.startswith("country-"))
    gazetteer.people = load_people(folder / "people", gazetteer.forms, names=gazetteer.identify, countries=codes)
    return gazetteer


def _located(path: Path, table: str, made: list[Entry]) -> list[Located]:
    return [Located(id=e.id, forms=e.aliases, path=path, table=table, index=i) for i, e in enumerate(made)]


def _unique(entries: list[Entry], located: list[Located]) -> list[Entry]:
    seen: set[str] = set()
    for item in located:
        if item.id in seen:
            raise item.error("", f"{item.id} stands here twice")
        seen.add(item.id)
    return entries


def _check_homonyms(gazetteer: Gazetteer, path: Path, file: PlacesFile) -> None:
    for index, row in enumerate(file.homonym):
        named = [candidate.id for candidate in row.candidates] + [*row.languages.values()]
        for entity in [*named, *([row.default] if row.default else [])]:
            if entity not in gazetteer.entries and not entity.removeprefix("place-").isdigit():
                item = Located(id=entity, forms=row.names, path=path, table="homonym", index=index)
                raise item.error("", f"no such entry: {entity}")


def _add_shorts(gazetteer: Gazetteer, path: Path) -> None:
    for index, row in enumerate(load_toml(path, ShortsFile).short):
        item = Located(id=row.means, forms=row.names, path=path, table="short", index=index)
        if row.means not in gazetteer.entries:
            raise item.error("", f"no such entry: {row.means}")
        for form in row.cues:
            if gazetteer.find(form) is None:
                raise item.error(form, f"no entry is called {form}")
        for form in row.names:
            if gazetteer.shorts.setdefault(gazetteer.forms.key(form, "ORGANIZATION"), row) is not row:
                raise item.error(form, f'"{form}" stands here twice')
