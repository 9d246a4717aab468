"""What a gazetteer entry is, and the files that people write them in.

An entry is a name bearer that is known before any document is read: a country, a place, an international body.
"""

import re
from pathlib import Path
from typing import Literal

import msgspec

from pipeline.errors import ConfigError
from pipeline.records import EntityLabel, Names, Record
from pipeline.toml import read_text


class Entry(Record, frozen=True, kw_only=True):
    """A known name bearer. `aliases` has every form, the canonical ones included."""

    id: str
    label: EntityLabel
    names: Names
    aliases: tuple[str, ...]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class _Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fr: str
    en: str
    names: tuple[str, ...] = ()

    def forms(self) -> tuple[str, ...]:
        """Every form of the row, each once."""
        return tuple(dict.fromkeys((self.fr, self.en, *self.names)))


class BodyRow(_Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[body]]` of bodies.toml: an international body, meeting or agreement; `names` has acronyms and other forms.

    `country` (ISO 3166) is that of a national body.
    """

    slug: str
    country: str | None = None
    label: Literal["ORGANIZATION", "EVENT", "AGREEMENT"]


class PlaceRow(_Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[place]]` of places.toml: a region, sea, former state … `country` (ISO 3166) where it lies in only one.

    `state` is the two-letter code of a state of the United States.
    """

    slug: str
    country: str | None = None
    state: str | None = None
    lat: float | None = None
    lon: float | None = None


class CityRow(_Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[city]]` of places.toml: a city of GeoNames that these forms name whatever other towns are called so."""

    geonameid: int


class CountryRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[country]]` of countries.toml: what CLDR lacks; `fr` and `en` replace its names as the canonical ones."""

    code: str
    fr: str | None = None
    en: str | None = None
    names: tuple[str, ...] = ()


class Candidate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the things a homonym may name, and the names in a document that speak for it."""

    id: str
    cues: tuple[str, ...] = ()


class HomonymRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[homonym]]` of places.toml: forms that several entries share.

    `default`: what they name where nothing in the document speaks for another candidate. `languages`: what they name
    in French or in English.
    """

    names: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    default: str | None = None
    languages: dict[Literal["fr", "en"], str] = {}


class ShortRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[short]]` of shorts.toml: common words that mean a body in a document that names one of the cues."""

    means: str
    names: tuple[str, ...]
    cues: tuple[str, ...]


class ShortsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """shorts.toml."""

    short: tuple[ShortRow, ...] = ()


class BodiesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """bodies.toml."""

    body: tuple[BodyRow, ...] = ()


class PlacesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """places.toml, states.toml and regions.toml."""

    place: tuple[PlaceRow, ...] = ()
    city: tuple[CityRow, ...] = ()
    homonym: tuple[HomonymRow, ...] = ()


class CountriesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """countries.toml. `excluded`: codes of CLDR that are no country or territory of ISO 3166."""

    excluded: tuple[str, ...] = ()
    country: tuple[CountryRow, ...] = ()


class Located(Record, frozen=True, kw_only=True):
    """Forms that name an entity, and where they were written: the `index`-th `[[table]]` of a file; -1 for nowhere."""

    id: str
    forms: tuple[str, ...]
    path: Path
    table: str
    index: int

    def error(self, form: str, reason: str) -> ConfigError:
        """The error that points at the line of this form."""
        return ConfigError(self.path, line_of(self.path, self.table, self.index, form), reason)


def body_entry(row: BodyRow) -> Entry:
    """The entry of a row of bodies.toml, id `body-<slug>`."""
    names = Names(fr=row.fr, en=row.en)
    return Entry(id=f"body-{row.slug}", label=row.label, names=names, aliases=row.forms(), country=row.country)


def place_entry(row: PlaceRow) -> Entry:
    """The entry of a row of places.toml, id `place-<slug>`."""
    return Entry(
        id=f"place-{row.slug}", label="LOCATION", names=Names(fr=row.fr, en=row.en), aliases=row.forms(),
        country=row.country, lat=row.lat, lon=row.lon,
    )  # fmt: skip


def line_of(path: Path, table: str, index: int, form: str | None = None) -> int | None:
    """The line of the `index`-th `[[table]]` of a file, or of the first line after it that has the form."""
    if index < 0:
        return None
    lines = read_text(path).splitlines()
    heads = [number for number, line in enumerate(lines, 1) if re.match(rf"\s*\[\[{table}\]\]", line)]
    if index >= len(heads):
        return None
    if form:
        for number in range(heads[index], len(lines) + 1):
            if f'"{form}"' in lines[number - 1]:
                return number
    return heads[index]
