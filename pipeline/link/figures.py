"""Which persons of a corpus are known ones: by whole names, then by a surname that its document gives nobody else.

A whole name that others may bear too (`Paul Martin`) is the known person's where a document names the country.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.forms import Forms
from pipeline.gazetteer.people import KnownPeople
from pipeline.link.clusters import Clusters
from pipeline.link.people import PersonName, agree, parse

_SHORTEST = 3  # letters of a surname that is compared by its sound; the numbers of rulers are shorter
_Key = tuple[str, str]


class Figures:
    """The known people among the person nodes of a corpus; made before names are compared with each other."""

    def __init__(self, gazetteer: Gazetteer, forms: Mapping[str, str], names: Mapping[str, PersonName]) -> None:
        """`forms`: a form of each person node; `names`: its parts."""
        self._gazetteer = gazetteer
        self._people = gazetteer.people
        spelled = _spellings(gazetteer.people, gazetteer.forms)
        self._whole = {
            node: found
            for node, form in forms.items()
            if (found := self._people.identify(form) or self._by_sound(names[node], spelled))
        }
        self._alone = {node: self._people.named(_surname(form)) for node, form in forms.items()}

    def join(self, documents: Iterable[tuple[Sequence[str], Sequence[str]]], clusters: Clusters) -> None:
        """Join the nodes of whole names to the people they name.

        `documents`: for each the nodes of its names and what the places and bodies among them are.
        """
        doubtful = {node for node, found in self._whole.items() if not self._people.is_distinctive(found)}
        for nodes, targets in documents:
            named = doubtful.intersection(nodes)
            countries = set(self._countries(targets)) if named else set()
            doubtful -= {node for node in named if self._country(self._whole[node]) in {None, *countries}}
        for node, found in sorted(self._whole.items()):
            if node not in doubtful:
                clusters.join(found, node)

    def alone(self, node: str, name: PersonName) -> str:
        """The one known person whom a surname, perhaps behind initials, may mean; empty for several or none."""
        fitting = [found for found in self._alone.get(node, ()) if not name.given or self._agrees(found, name)]
        return fitting[0] if len(fitting) == 1 and not name.full else ""

    def _by_sound(self, name: PersonName, spelled: Mapping[_Key, frozenset[str]]) -> str:
        found = spelled.get((name.given[0].group, name.surname), frozenset()) if name.full else frozenset()
        return next(iter(found)) if len(found) == 1 and self._agrees(min(found), name) else ""

    def _agrees(self, person: str, name: PersonName) -> bool:
        entry = self._people.entry(person)
        forms = self._gazetteer.forms
        return entry is not None and any(agree(parse(alias, forms), name) for alias in entry.aliases)

    def _countries(self, targets: Iterable[str]) -> Iterator[str]:
        entries = (self._gazetteer.entry(target) for target in set(targets) if ":" not in target)
        return (entry.country for entry in entries if entry and entry.country)

    def _country(self, person: str) -> str | None:
        entry = self._people.entry(person)
        return entry.country if entry else None


@lru_cache(maxsize=2)
def _spellings(people: KnownPeople, forms: Forms) -> dict[_Key, frozenset[str]]:
    """Whom a given name and a surname may name, by their sounds; the same for every corpus."""
    found: dict[_Key, set[str]] = {}
    for person, form in people.whole_names():
        name = parse(form, forms)
        if name.full and len(name.surname) >= _SHORTEST:
            found.setdefault((name.given[0].group, name.surname), set()).add(person)
    return {key: frozenset(several) for key, several in found.items()}


def _surname(form: str) -> str:
    """A name without the initials before it: `Macron` of `E. Macron`."""
    words = form.split()
    while len(words) > 1 and words[0].endswith("."):
        words = words[1:]
    return " ".join(words)
