"""Ids of entities, which never change their meaning: known ones are kept, new ones made from label and name.

`country-FR`, `place-2988507`, `body-nato` and `figure-kofi-annan` come with the gazetteer, `state-fr-senate` with the
country, and `local-commission-1f3a5b7c` with the document; all others are `<kind>-<slug>`.
"""

import hashlib
from typing import NamedTuple

from pipeline.gazetteer.forms import Forms, fold
from pipeline.records import EntityLabel, Ids, KnownEntity

KINDS: dict[EntityLabel, str] = {
    "PERSON": "person", "LOCATION": "location", "ORGANIZATION": "org", "EVENT": "event", "AGREEMENT": "agreement",
}  # fmt: skip
GAZETTEER = ("country-", "place-", "body-", "figure-", "state-", "local-")
LONGEST = 80


class Claimant(NamedTuple):
    """A cluster that needs an id: its label, canonical name, all forms; `fixed` is the gazetteer's id, or empty."""

    cluster: str
    label: EntityLabel
    name: str
    forms: tuple[str, ...]
    fixed: str = ""


def identify(claimants: list[Claimant], ids: Ids, forms: Forms) -> tuple[dict[str, str], Ids]:
    """An id for each cluster, and all ids known from now on.

    A cluster takes the id under which its name is known; where it owns several, the one that shares the most names,
    then the first in order, and the others say `merged_into`. Ids of the gazetteer belong to its own clusters only.
    """
    owned = _owned(claimants, ids, forms)
    known = dict(ids.entities)
    given: dict[str, str] = {}
    for claimant in sorted(claimants, key=lambda claimant: claimant.cluster):
        mine = owned.get(claimant.cluster, [])
        chosen = claimant.fixed or (mine[0] if mine else _fresh(claimant, known))
        given[claimant.cluster] = chosen
        known[chosen] = KnownEntity(label=claimant.label, name=claimant.name, aliases=claimant.forms)
        for other in mine:
            if other != chosen:
                known[other] = _merged(ids.entities[other], chosen)
    return given, Ids(entities=dict(sorted(known.items())), topics=ids.topics)


def _owned(claimants: list[Claimant], ids: Ids, forms: Forms) -> dict[str, list[str]]:
    """The known ids that each cluster owns, the best first; an id has one owner at most."""
    holders: dict[tuple[EntityLabel, str], set[int]] = {}
    keys = [frozenset(forms.key(form, claimant.label) for form in claimant.forms) for claimant in claimants]
    for number, claimant in enumerate(claimants):
        for key in keys[number]:
            holders.setdefault((claimant.label, key), set()).add(number)
    claims: list[tuple[bool, float, str, str]] = []
    for known, entity in ids.entities.items():
        if entity.merged_into or known.startswith(GAZETTEER):
            continue
        name = forms.key(entity.name, entity.label)
        aliases = frozenset(forms.key(alias, entity.label) for alias in entity.aliases) | {name}
        for number in {number for key in aliases for number in holders.get((entity.label, key), ())}:
            claimant = claimants[number]
            if name in keys[number] or forms.key(claimant.name, claimant.label) in aliases:
                overlap = len(keys[number] & aliases) / len(keys[number] | aliases)
                claims.append((claimant.name != entity.name, -overlap, known, claimant.cluster))
    return _settle(claims)


def _settle(claims: list[tuple[bool, float, str, str]]) -> dict[str, list[str]]:
    taken: set[str] = set()
    owned: dict[str, list[str]] = {}
    for _, _, known, cluster in sorted(claims):
        if known not in taken:
            taken.add(known)
            owned.setdefault(cluster, []).append(known)
    return owned


def _merged(entity: KnownEntity, into: str) -> KnownEntity:
    return KnownEntity(label=entity.label, name=entity.name, aliases=entity.aliases, merged_into=into)


def _fresh(claimant: Claimant, known: dict[str, KnownEntity]) -> str:
    base = f"{KINDS[claimant.label]}-{slug(claimant.name)}"
    if base not in known:
        return base
    number = 2
    while f"{base}-{number}" in known:
        number += 1
    return f"{base}-{number}"


def slug(name: str) -> str:
    """The part of an id that says the name, in ASCII; a digest where no letter is left.

    >>> slug("Serik Akhmetov"), slug("Commission mixte de coopération économique")
    ('serik-akhmetov', 'commission-mixte-de-cooperation-economique')
    """
    words = fold(name).encode("ascii", "ignore").decode().split()
    text = "-".join(words)[:LONGEST].rstrip("-")
    return text or hashlib.sha256(name.encode()).hexdigest()[:12]
