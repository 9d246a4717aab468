"""What a name means by the gazetteer, in the light of the other names of its document."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.cities import City
from pipeline.gazetteer.entries import HomonymRow
from pipeline.link.collect import DocumentNames, Use

# A town this small is meant only where its country is named: its name may be a word or a building.
SMALL = 50_000
SHOWN = 5
PLACE = "place-"


class Doubt(NamedTuple):
    """A use that may mean several things: its node, the targets it may have, why."""

    node: str
    form: str
    candidates: tuple[str, ...]
    reason: str


class Context(NamedTuple):
    """What a document names without doubt: keys of all its forms, ids of entries, their countries."""

    keys: frozenset[str]
    ids: frozenset[str]
    countries: frozenset[str]


def known(gazetteer: Gazetteer, uses: Sequence[Use], nodes: Sequence[str]) -> tuple[list[str], list[Doubt]]:
    """For each use the id of what the gazetteer says it means, or its own node; and the doubtful ones."""
    targets = list(nodes)
    for index, use in enumerate(uses):
        if nodes[index] and use.label != "PERSON":
            entry = gazetteer.find(use.form)
            city = entry is not None and entry.id not in gazetteer.entries
            if entry and not (city and use.label != "LOCATION"):
                targets[index] = entry.id
    context = _context(gazetteer, uses, targets)
    doubts: list[Doubt] = []
    for index, use in enumerate(uses):
        if nodes[index] and use.label == "LOCATION":
            targets[index] = _in_context(gazetteer, use, targets[index], context, doubts)
    return targets, doubts


def _context(gazetteer: Gazetteer, uses: Sequence[Use], targets: list[str]) -> Context:
    ids = frozenset(target for target in targets if ":" not in target)
    keys = frozenset(gazetteer.forms.key(use.form, "LOCATION") for use in uses)
    return Context(keys, ids, _countries(ids))


def _in_context(gazetteer: Gazetteer, use: Use, target: str, context: Context, doubts: list[Doubt]) -> str:
    key = gazetteer.forms.key(use.form, "LOCATION")
    if use.following and (city := _qualified(gazetteer, key, use.following)):
        return city.id
    if ":" not in target:
        return target
    homonym = gazetteer.homonym(use.form)
    if homonym:
        meant = _meant(gazetteer, homonym, use, context)
        if not meant:
            doubts.append(Doubt(target, use.form, tuple(c.id for c in homonym.candidates), "several_places"))
        return meant or target
    candidates = gazetteer.cities.candidates(key)
    found = gazetteer.cities.meant(candidates, context.countries)
    if found and (found.population >= SMALL or found.countrycode in context.countries):
        return found.id
    if len(candidates) > 1 and not found:
        doubts.append(
            Doubt(target, use.form, tuple(candidate.city.id for candidate in candidates[:SHOWN]), "several_places")
        )
    return target


def _qualified(gazetteer: Gazetteer, key: str, following: str) -> City | None:
    """The city of a name in the state or country that stands right after it."""
    entry, homonym = gazetteer.find(following), gazetteer.homonym(following)
    ids = {entry.id} if entry else {candidate.id for candidate in homonym.candidates} if homonym else set()
    states = {("US", gazetteer.states[place]) for place in ids if place in gazetteer.states}
    countries = _countries(ids)
    for city, _ in gazetteer.cities.candidates(key) if states or countries else []:
        if city.countrycode in countries or (city.countrycode, city.admin1code) in states:
            return city
    return None


def _countries(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(place.removeprefix("country-") for place in ids if place.startswith("country-"))


def _meant(gazetteer: Gazetteer, homonym: HomonymRow, use: Use, context: Context) -> str | None:
    if use.language in homonym.languages:
        return homonym.languages[use.language]
    cued = {
        candidate.id
        for candidate in homonym.candidates
        if candidate.id in context.ids
        or any(gazetteer.forms.key(cue, "LOCATION") in context.keys for cue in candidate.cues)
    }
    if homonym.default is None:
        return cued.pop() if len(cued) == 1 else None
    return homonym.default if cued <= {homonym.default} else None


def adopt_cities(documents: Sequence[DocumentNames], nodes: list[list[str]], targets: list[list[str]]) -> None:
    """A town too small to be meant without its country, in place: it is meant where another document means it.

    Only where all documents that are sure mean one town.
    """
    sure: dict[str, set[str]] = {}
    for row, found in zip(nodes, targets, strict=True):
        for node, target in zip(row, found, strict=True):
            if target != node and target.startswith(PLACE):
                sure.setdefault(node, set()).add(target)
    for number, document in enumerate(documents):
        for index, use in enumerate(document.uses):
            node = nodes[number][index]
            if use.label == "LOCATION" and node and targets[number][index] == node and len(sure.get(node, ())) == 1:
                targets[number][index] = next(iter(sure[node]))
