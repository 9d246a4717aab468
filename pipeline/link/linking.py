"""The link stage as one function of all documents."""

from collections.abc import Iterable

from pipeline.gazetteer import Gazetteer
from pipeline.link.collect import DocumentNames, collect
from pipeline.link.corrections import Corrections
from pipeline.link.duplicates import Sketch, group, sketch
from pipeline.link.entities import claimant, entity, gather, related
from pipeline.link.identity import identify
from pipeline.link.references import Holders
from pipeline.link.resolve import Resolution, resolve
from pipeline.records import (
    DocumentLinks,
    DuplicateGroup,
    Entity,
    EntityLabel,
    Extracted,
    Ids,
    Ingested,
    Record,
    Unsure,
)  # fmt: skip


class Linked(Record, frozen=True, kw_only=True):
    """The facts of a corpus: everything sorted by id or form. `unused_corrections` are `kind: name`."""

    entities: tuple[Entity, ...]
    documents: tuple[DocumentLinks, ...]
    duplicates: tuple[DuplicateGroup, ...]
    unsure: tuple[Unsure, ...]
    ids: Ids
    unused_corrections: tuple[str, ...] = ()


def link(
    documents: Iterable[tuple[Ingested, Extracted]], *, gazetteer: Gazetteer, ids: Ids, corrections: Corrections
) -> Linked:
    """Which mentions of a corpus refer to the same thing, and which documents say the same.

    Documents are read once, in any order; of each only names and shingles are kept. The result does not depend on
    their order, and linking again with the returned `ids` gives the same result.
    """
    names: list[DocumentNames] = []
    sketches: list[Sketch] = []
    for ingested, extracted in documents:
        names.append(collect(ingested, extracted, gazetteer.forms.lexicon))
        sketches += [item for item in (sketch(ingested),) if item]
    names.sort(key=lambda document: document.id)
    found = resolve(names, gazetteer, corrections)
    duplicates = group(sketches)
    groups = {document: one.representative for one in duplicates for document in one.documents}
    clusters = gather(names, found.targets, groups)
    given, known = identify([claimant(*item, gazetteer) for item in clusters.items()], ids, gazetteer.forms)
    records = sorted((entity(given[name], name, c, gazetteer) for name, c in clusters.items()), key=_id)
    present = {record.id for record in records}
    return Linked(
        entities=tuple(related(record, present, gazetteer) for record in records),
        documents=_links(names, found, given, duplicates, gazetteer),
        duplicates=duplicates,
        unsure=_unsure(names, found, given),
        ids=known,
        unused_corrections=found.unused,
    )


def _id(record: Entity) -> str:
    return record.id


def _links(
    names: list[DocumentNames],
    found: Resolution,
    given: dict[str, str],
    duplicates: tuple[DuplicateGroup, ...],
    gazetteer: Gazetteer,
) -> tuple[DocumentLinks, ...]:
    copies = ((name, item.representative) for item in duplicates for name in item.documents)
    original = {name: first for name, first in copies if name != first}
    used = [[given[target] if target else "" for target in targets] for targets in found.targets]
    holders = Holders(names, used, gazetteer)
    made = []
    for number, document in enumerate(names):
        made.append(
            DocumentLinks(
                id=document.id,
                entities={mention: used[number][index] for mention, index in document.mentions if used[number][index]},
                references=tuple(holders.references(number, document)),
                duplicate_of=original.get(document.id),
            )
        )
    return tuple(made)


def _unsure(names: list[DocumentNames], found: Resolution, given: dict[str, str]) -> tuple[Unsure, ...]:
    """One record for each form, label, reason and set of candidates."""
    documents: dict[tuple[str, EntityLabel, tuple[str, ...], str], set[str]] = {}
    for number, doubt in found.doubts:
        candidates = tuple(sorted({given.get(candidate, candidate) for candidate in doubt.candidates}))
        label: EntityLabel = doubt.node.split(":")[0]  # type: ignore[assignment]
        documents.setdefault((doubt.form, label, candidates, doubt.reason), set()).add(names[number].id)
    return tuple(
        Unsure(form=form, label=label, candidates=candidates, reason=reason, documents=tuple(sorted(ids)))
        for (form, label, candidates, reason), ids in sorted(documents.items())
    )
