"""Acronyms that documents define: `Commission mixte de coopération (CMC)` … `la CMC`."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from pipeline.gazetteer.forms import Forms, fold
from pipeline.link.clusters import Clusters
from pipeline.link.collect import DocumentNames
from pipeline.link.places import Doubt

# How alike (0 to 100) two long forms of one acronym must be to be one body: word order and spelling may differ.
ALIKE = 88.0
MOST = 50


def expand(
    documents: Sequence[DocumentNames],
    nodes: list[list[str]],
    targets: list[list[str]],
    clusters: Clusters,
    forms: Forms,
) -> list[tuple[int, Doubt]]:
    """Give the uses of acronyms the target of what they stand for, in place; the doubtful ones by document.

    A document's own definition wins; without one, the corpus's where it knows only one.
    """
    local, corpus = _definitions(documents, targets, clusters, forms)
    doubts: list[tuple[int, Doubt]] = []
    for number, document in enumerate(documents):
        for index, use in enumerate(document.uses):
            node, target = nodes[number][index], targets[number][index]
            if not node or use.label == "PERSON":
                continue
            key = forms.key(use.form, "ORGANIZATION")
            found = {clusters.find(long) for long in local[number].get(key, ())}
            if not found and target == node:
                found = {clusters.find(long) for long in corpus.get(key, ())}
            found = {long for long in found if not clusters.apart(long, node)}
            if len(found) == 1:
                targets[number][index] = found.pop()
            elif found:
                doubts.append((number, Doubt(node, use.form, tuple(sorted(found)), "several_expansions")))
    return doubts


Defined = dict[str, set[str]]


def _definitions(
    documents: Sequence[DocumentNames], targets: list[list[str]], clusters: Clusters, forms: Forms
) -> tuple[list[Defined], Defined]:
    local: list[Defined] = []
    corpus: Defined = {}
    names: dict[str, str] = {}
    for number, document in enumerate(documents):
        mine: Defined = {}
        where = {use: index for index, use in enumerate(document.uses)}
        for definition in document.definitions:
            long = targets[number][where[definition.long]]
            key = forms.key(definition.acronym, "ORGANIZATION")
            if long and key != forms.key(definition.long.form, "ORGANIZATION"):
                mine.setdefault(key, set()).add(long)
                corpus.setdefault(key, set()).add(long)
                names[long] = min(names.get(long, definition.long.form), definition.long.form)
        local.append(mine)
    for key in sorted(corpus):
        _join_alike(sorted(corpus[key])[:MOST], names, clusters)
    return local, corpus


def _join_alike(longs: list[str], names: dict[str, str], clusters: Clusters) -> None:
    for index, one in enumerate(longs):
        for other in longs[index + 1 :]:
            same_label = one.split(":")[0] == other.split(":")[0]
            if same_label and fuzz.token_sort_ratio(fold(names[one]), fold(names[other])) >= ALIKE:
                clusters.join(one, other)
