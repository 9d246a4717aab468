"""People known before any document is read: `models/gazetteers/people/*.toml`.

people.named("Poutine")       the ids of all whom a surname or mononym may mean when it stands alone
people.identify("V. Putin")   None: only whole names are looked up here
people.identify("Vladimir Poutine")   the id `figure-vladimir-putin`
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.gazetteer.entries import Entry, Located
from pipeline.gazetteer.forms import Forms
from pipeline.records import Names
from pipeline.toml import load_toml

FIGURE = "figure-"
_NUMBERED = re.compile(r"\S.* [IVX]{1,5}(?:er|re)?")


class PersonRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[person]]`: a public figure.

    `fr` and `en` are the usual names, `names` other spellings, `alone` what may stand alone for the person; `country`
    is of ISO 3166; `years` the first and last of public life, no last one where it goes on.
    """

    slug: str
    fr: str
    en: str
    names: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    country: str | None = None
    years: tuple[int, ...] = ()

    def forms(self) -> tuple[str, ...]:
        """Every whole name, each once."""
        return tuple(dict.fromkeys((self.fr, self.en, *self.names)))


class PeopleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `people/`."""

    person: tuple[PersonRow, ...] = ()


class KnownPeople:
    """Look-up by whole name, and by what may stand alone; titles, case, accents and hyphens make no difference."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._rows: dict[str, PersonRow] = {}
        self._whole: dict[str, str] = {}
        self._alone: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def identify(self, form: str) -> str | None:
        """The id of the person whose whole name a form is."""
        return self._whole.get(self._key(form))

    def named(self, form: str) -> tuple[str, ...]:
        """The ids of those for whom a form may stand alone, in the order of the files."""
        return self._alone.get(self._key(form), ())

    def is_distinctive(self, person: str) -> bool:
        """Whether hardly anybody else bears the whole name.

        A surname alone would do, it has a number, or each language has a spelling of its own for it.
        """
        row = self._rows[person]
        spelled = self._key(row.fr) != self._key(row.en)
        return bool(row.alone) or spelled or any(map(_NUMBERED.fullmatch, (row.fr, row.en)))

    def is_active(self, person: str, year: int) -> bool:
        """Whether a year is of the public life of a person; also where that is not known."""
        row = self._rows.get(person)
        if row is None or not row.years:
            return True
        return row.years[0] <= year <= (row.years[1] if len(row.years) > 1 else year)

    def entry(self, person: str) -> Entry | None:
        """The entry with this id."""
        row = self._rows.get(person)
        if row is None:
            return None
        names = Names(fr=row.fr, en=row.en)
        return Entry(id=person, label="PERSON", names=names, aliases=row.forms(), country=row.country)

    def whole_names(self) -> Iterator[tuple[str, str]]:
        """Every id with each form that names the person as a whole, in the order of the files."""
        for person, row in self._rows.items():
            yield from ((person, form) for form in row.forms() if self._is_whole(form, row))

    def names_alone(self) -> Iterator[str]:
        """Every form that may stand alone."""
        for row in self._rows.values():
            yield from row.alone

    def add(self, row: PersonRow, located: Located) -> None:
        """Take in a row.

        Raises:
            ConfigError: the person, or one of the whole names, stands here already.
        """
        if located.id in self._rows:
            raise located.error("", f"{located.id} stands here twice")
        self._rows[located.id] = row
        for form in filter(lambda form: self._is_whole(form, row), row.forms()):
            other = self._whole.setdefault(self._key(form), located.id)
            if other != located.id:
                raise located.error(form, f'"{form}" names {other} and {located.id}: keep one')
        for key in dict.fromkeys(map(self._key, row.alone)):
            self._alone[key] = (*self._alone.get(key, ()), located.id)

    def _is_whole(self, form: str, row: PersonRow) -> bool:
        """Whether a form says who is meant: not `Queen Juliana`, where but a given name is left without the title."""
        return form in row.alone or len(self._forms.person_words(form)) > 1

    def _key(self, form: str) -> str:
        return self._forms.key(form, "PERSON")


def is_figure(entity: str) -> bool:
    """Whether an id is of a known person."""
    return entity.startswith(FIGURE)


def load_people(
    folder: Path, forms: Forms, *, names: Callable[[str], str | None], countries: frozenset[str]
) -> KnownPeople:
    """All people of a folder.

    Args:
        folder: where the files are.
        forms: normalises names.
        names: the id of the country, place or body that a form names.
        countries: the codes that `country` may have.

    Raises:
        ConfigError: a file is wrong, a person stands twice, what stands alone is also a place or body; names file and
            line.
    """
    people = KnownPeople(forms)
    for path in sorted(folder.glob("*.toml")):
        for index, row in enumerate(load_toml(path, PeopleFile).person):
            located = Located(id=f"{FIGURE}{row.slug}", forms=row.forms(), path=path, table="person", index=index)
            _check(row, located, names, countries)
            people.add(row, located)
    return people


def _check(row: PersonRow, located: Located, names: Callable[[str], str | None], countries: frozenset[str]) -> None:
    if row.country is not None and row.country not in countries:
        raise located.error(row.country, f"{row.country} is no country code")
    if len(row.years) > 2 or list(row.years) != sorted(row.years):
        raise located.error("", "years: the first, or the first and the last")
    for form in row.alone:
        if other := names(form):
            raise _taken(located, form, other)


def _taken(located: Located, form: str, other: str) -> ConfigError:
    return located.error(form, f'"{form}" names {other}: it stands for nobody alone')
