"""Countries and territories of ISO 3166 under their names in both languages (Unicode CLDR, through Babel)."""

from pathlib import Path

from babel import Locale

from pipeline.errors import ConfigError
from pipeline.gazetteer.entries import CountriesFile, CountryRow, Entry, Located, line_of
from pipeline.records import Names
from pipeline.toml import load_toml


def read_countries(path: Path) -> tuple[list[Entry], list[Located]]:
    """All countries, ids `country-<ISO 3166 code>`; countries.toml adds names and replaces canonical ones.

    Raises:
        ConfigError: the file is wrong or names a code that CLDR does not have.
    """
    file = load_toml(path, CountriesFile)
    french, english = _territories("fr"), _territories("en")
    indices: dict[str, int] = {}
    for index, row in enumerate(file.country):
        if row.code not in french or row.code in indices:
            reason = "stands here twice" if row.code in indices else "is no country code"
            raise ConfigError(path, line_of(path, "country", index), f"{row.code} {reason}")
        indices[row.code] = index
    codes = sorted(code for code in french if len(code) == 2 and code.isalpha() and code not in file.excluded)
    entries, located = [], []
    for code in codes:
        at = indices.get(code, -1)
        entry = _entry(file.country[at] if at >= 0 else CountryRow(code=code), french[code], english[code])
        entries.append(entry)
        located.append(Located(id=entry.id, forms=entry.aliases, path=path, table="country", index=at))
    return entries, located


def _entry(row: CountryRow, french: str, english: str) -> Entry:
    fr, en = row.fr or french, row.en or english
    forms = tuple(dict.fromkeys((fr, en, french, english, *row.names)))
    return Entry(id=f"country-{row.code}", label="LOCATION", names=Names(fr=fr, en=en), aliases=forms, country=row.code)


def _territories(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale(language).territories.items()}
