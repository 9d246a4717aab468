"""Bodies that every state has: which country's `Sénat`, `ministère de la Défense` or "Government" a document means.

Their ids are `state-<country>-<body>`, an embassy's `state-<country>-embassy-<host>`: the same in both languages and
in every run; a body that the gazetteer has under such a name (the Foreign Office is `ministère britannique des Affaires
étrangères`) keeps the gazetteer's. A name of which no country is sure is that of its document alone:
`the Ministry of Defence` of another may be another state's.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType

from pipeline.gazetteer import Gazetteer
from pipeline.link.clusters import Clusters
from pipeline.link.collect import DocumentNames
from pipeline.link.local import local
from pipeline.link.senses import COUNTRY, EMBASSY, Senses

STATE = "state-"
# How many times as often as any other a country must be named for bodies without a country to be its own.
AHEAD = 3.0
LEAST = 3

State = tuple[str, tuple[str, ...]]


def place_states(
    documents: Sequence[DocumentNames], nodes: list[list[str]], targets: list[list[str]], clusters: Clusters,
    gazetteer: Gazetteer, senses: Senses,
) -> None:  # fmt: skip
    """Give the bodies of states their target, in place. A known entity or a ruling of the user goes first."""
    titled = _titled(gazetteer)
    for number, document in enumerate(documents):
        row = targets[number]
        free = {
            index: state
            for index, use in enumerate(document.uses)
            if nodes[number][index] == row[index] and row[index] and use.label == "ORGANIZATION"
            if not clusters.ruled(row[index]) and (state := senses.state(use.form))
        }
        if free:
            countries = _countries(document, row, gazetteer, senses)
            for index, state in free.items():
                target = _target(state, list(free.values()), countries)
                row[index] = titled.get(target, target) or _unsure(state, row[index], document)


def _unsure(state: State, node: str, document: DocumentNames) -> str:
    """What a body means whose country is not sure; its node where that tells it from the bodies of other states."""
    body, own = state
    return node if own or body == EMBASSY else local(document, body)


@lru_cache(maxsize=2)
def _titled(gazetteer: Gazetteer) -> MappingProxyType[str, str]:
    """The bodies of states that the gazetteer knows under a name of their own, by the id they would have here."""
    senses = Senses(gazetteer)
    known: dict[str, str] = {}
    for entity, entry in gazetteer.entries.items():
        for form in entry.aliases if entry.label == "ORGANIZATION" and entry.country else ():
            state = senses.state(form, known=False)
            if state and state[1] == (entry.country,):
                known[_target(state, (), Counter())] = entity
    return MappingProxyType(known)


def country_of(entity: str) -> str | None:
    """The country of a state's body, by its id.

    >>> country_of("state-bj-ministry-foreign-affairs"), country_of("body-nato")
    ('BJ', None)
    """
    return entity.split("-")[1].upper() if entity.startswith(STATE) else None


def _target(state: State, named: Sequence[State], countries: Counter[str]) -> str:
    """The id of a body: its own country, else that of the same body in the document, else the document's."""
    body, own = state
    if body == EMBASSY:
        host = own[1] if len(own) > 1 else (own and _host(own[0], named)) or (own and _ahead(countries, own[0]))
        return f"{STATE}{own[0]}-{EMBASSY}-{host}".lower() if host else ""
    elsewhere = {other[1][0] for other in named if other[0] == body and other[1]}
    if not own and len(elsewhere) > 1:
        return ""
    country = own[0] if own else elsewhere.pop() if elsewhere else _ahead(countries)
    return f"{STATE}{country}-{body}".lower() if country else ""


def _host(owner: str, named: Sequence[State]) -> str:
    hosts = {own[1] for body, own in named if body == EMBASSY and len(own) > 1 and own[0] == owner}
    return hosts.pop() if len(hosts) == 1 else ""


def _countries(document: DocumentNames, row: list[str], gazetteer: Gazetteer, senses: Senses) -> Counter[str]:
    """How often a document names each country, its cities and bodies included."""
    counts: Counter[str] = Counter()
    for _, index in document.mentions:
        use, target = document.uses[index], row[index]
        if use.label == "PERSON" or not target:
            continue
        entry = gazetteer.entry(target) if ":" not in target else None
        if entry and entry.country:
            counts[entry.country] += 1
        elif not target.startswith(COUNTRY):
            counts.update(set(senses.of(use.form).countries))
    return counts


def _ahead(countries: Counter[str], owner: str = "") -> str:
    """The country that a document is about; for the host of an embassy other than its own."""
    ranked = sorted(((-count, code) for code, count in countries.items() if code != owner))
    if not ranked or -ranked[0][0] < LEAST or (len(ranked) > 1 and -ranked[0][0] < -AHEAD * ranked[1][0]):
        return ""
    return ranked[0][1]
