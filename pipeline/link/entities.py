"""Clusters made into entities: canonical names, aliases, coordinates, counts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

import msgspec

from pipeline.gazetteer import Gazetteer
from pipeline.link.collect import DocumentNames
from pipeline.link.holders import Roles
from pipeline.link.identity import Claimant
from pipeline.link.states import country_of
from pipeline.records import Entity, EntityLabel, Names, RelatedEntity


class Cluster:
    """What is counted of a cluster: its forms by language, its documents and mentions, the roles of a person."""

    def __init__(self) -> None:
        self.forms: Counter[tuple[str, str]] = Counter()
        self.documents = 0
        self.mentions = 0
        self.most: dict[str, int] = {}
        self.roles = Roles()

    def count(self, mentions: int, group: str | None) -> None:
        """Count a document with its mentions; of a `group` of documents that say the same, the one with most."""
        before = self.most.get(group, 0) if group else 0
        if group:
            self.most[group] = max(before, mentions)
        self.documents += not before
        self.mentions += max(0, mentions - before)


def gather(
    documents: Sequence[DocumentNames], targets: list[list[str]], groups: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Cluster]:
    """The clusters by name, in order. `groups`: for each document that others repeat or that repeats one, which."""
    clusters: dict[str, Cluster] = {}
    for number, document in enumerate(documents):
        mentions: Counter[str] = Counter()
        for _, index in document.mentions:
            target, use = targets[number][index], document.uses[index]
            if target:
                mentions[target] += 1
                clusters.setdefault(target, Cluster()).forms[use.language, use.form] += 1
        for target, count in mentions.items():
            clusters[target].count(count, groups.get(document.id))
        for index, role, _ in document.roles:
            if target := targets[number][index]:
                clusters[target].roles.add(role, groups.get(document.id, document.id), document.published)
    return dict(sorted(clusters.items()))


def claimant(name: str, cluster: Cluster, gazetteer: Gazetteer) -> Claimant:
    """What the cluster brings to the question which id it gets; its name is the best of all languages."""
    fixed = "" if ":" in name else name
    label = _label(name, gazetteer)
    names = _names(name, cluster, label, gazetteer)
    canonical = (names.fr or names.en) if fixed else _best(cluster, None, label)
    return Claimant(name, label, canonical or "", _aliases(cluster), fixed)


def entity(identifier: str, name: str, cluster: Cluster, gazetteer: Gazetteer) -> Entity:
    """The public record of a cluster."""
    label = _label(name, gazetteer)
    entry = gazetteer.entry(name) if ":" not in name else None
    return Entity(
        id=identifier, label=label, names=_names(name, cluster, label, gazetteer), aliases=_aliases(cluster),
        country=entry.country if entry else country_of(name),
        lat=entry.lat if entry else None, lon=entry.lon if entry else None,
        documents=cluster.documents, mentions=cluster.mentions, former=gazetteer.history.former.get(name, ()),
        roles=cluster.roles.held(),
    )  # fmt: skip


def related(record: Entity, present: AbstractSet[str], gazetteer: Gazetteer) -> Entity:
    """The record with what it stands for, the nearest that is among the entities of the corpus."""
    nearest = next((one for one in gazetteer.history.seats.get(record.id, ()) if one in present), None)
    if nearest is None:
        return record
    return msgspec.structs.replace(record, related=(RelatedEntity(kind="seat_of", entity=nearest),))


def _label(name: str, gazetteer: Gazetteer) -> EntityLabel:
    entry = gazetteer.entry(name) if ":" not in name else None
    if entry:
        return entry.label
    if ":" not in name:  # a body of a state or of a document
        return "ORGANIZATION"
    return name.split(":")[0]  # type: ignore[return-value]


def _names(name: str, cluster: Cluster, label: EntityLabel, gazetteer: Gazetteer) -> Names:
    entry = gazetteer.entry(name) if ":" not in name else None
    known = entry.names if entry else Names()
    fr, en = known.fr or _best(cluster, "fr", label), known.en or _best(cluster, "en", label)
    if label == "LOCATION" and fr and en and fr.casefold() == en.casefold():  # `KINSHASA` of a head is Kinshasa
        fr, en = (en, en) if fr.isupper() else (fr, fr) if en.isupper() else (fr, en)
    return Names(fr=fr, en=en)


def _best(cluster: Cluster, language: str | None, label: EntityLabel) -> str | None:
    """The most frequent form of a language, the longest of equals; of a person a full name where there is one."""
    counts: Counter[str] = Counter()
    for (spoken, form), count in cluster.forms.items():
        if language in (None, spoken):
            counts[form] += count
    if not counts:
        return None
    person, place = label == "PERSON", label == "LOCATION"
    plain = {form.casefold() for form in counts if not form.isupper()}

    def rank(form: str) -> tuple[bool, bool, int, int, str]:
        shouted = _shouted(form) if person else place and form.isupper() and form.casefold() in plain
        return person and " " not in form, shouted, -counts[form], -len(form), form

    return min(counts, key=rank)


def _shouted(form: str) -> bool:
    """Whether a word of a name stands in capitals (`FABIUS Laurent`)."""
    return any(len(word) > 1 and "." not in word and word.isupper() for word in form.split())


def _aliases(cluster: Cluster) -> tuple[str, ...]:
    return tuple(sorted({form for _, form in cluster.forms}))
