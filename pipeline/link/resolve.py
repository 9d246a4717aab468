"""From the names of all documents to clusters: what each use of each name refers to."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.gazetteer import Gazetteer
from pipeline.link.acronyms import expand
from pipeline.link.clusters import Clusters
from pipeline.link.collect import DocumentNames, Use
from pipeline.link.corrections import Corrections
from pipeline.link.figures import Figures
from pipeline.link.generics import place_generics
from pipeline.link.namesakes import Namesakes, doubts_of
from pipeline.link.people import parse
from pipeline.link.places import Doubt, adopt_cities, known
from pipeline.link.rulings import Rulings
from pipeline.link.senses import Senses
from pipeline.link.states import place_states
from pipeline.link.translated import join_translations, place_formal


class Resolution(NamedTuple):
    """For each document and use the cluster it refers to (empty: none); the doubts, by document; unused rulings."""

    targets: list[list[str]]
    doubts: list[tuple[int, Doubt]]
    unused: tuple[str, ...]


def resolve(documents: Sequence[DocumentNames], gazetteer: Gazetteer, corrections: Corrections) -> Resolution:
    """Rulings first, then the gazetteer, acronyms, persons (known ones first). Documents in the order of their ids."""
    rulings = Rulings(corrections, gazetteer)
    nodes = [_nodes(document, rulings) for document in documents]
    clusters = rulings.clusters()
    targets: list[list[str]] = []
    doubts: list[tuple[int, Doubt]] = []
    for number, document in enumerate(documents):
        free = ["" if node in rulings.barred else node for node in nodes[number]]
        found, unsure = known(gazetteer, document.uses, free)
        targets.append([target or node for target, node in zip(found, nodes[number], strict=True)])
        doubts += [(number, doubt) for doubt in unsure]
    free_nodes = [["" if node in rulings.barred else node for node in row] for row in nodes]
    doubts += expand(documents, free_nodes, targets, clusters, gazetteer)
    _by_sense(documents, free_nodes, targets, clusters, gazetteer)
    doubts += _people(documents, nodes, targets, clusters, gazetteer, rulings.barred)
    final = [[clusters.find(target) if target else "" for target in row] for row in targets]
    settled = [
        (number, doubt._replace(candidates=tuple(sorted({clusters.find(node) for node in doubt.candidates}))))
        for number, doubt in doubts
    ]
    return Resolution(final, settled, rulings.unused())


def _by_sense(
    documents: Sequence[DocumentNames], nodes: list[list[str]], targets: list[list[str]], clusters: Clusters,
    gazetteer: Gazetteer,
) -> None:  # fmt: skip
    senses = Senses(gazetteer)
    place_formal(documents, nodes, targets, senses)
    adopt_cities(documents, nodes, targets)
    place_states(documents, nodes, targets, clusters, gazetteer, senses)
    join_translations(documents, targets, clusters, gazetteer, senses)
    place_generics(documents, nodes, targets, clusters, gazetteer, senses)


def _nodes(document: DocumentNames, rulings: Rulings) -> list[str]:
    counts = Counter(index for _, index in document.mentions)
    return [rulings.node(use.label, use.form, counts[index]) for index, use in enumerate(document.uses)]


def _people(
    documents: Sequence[DocumentNames], nodes: list[list[str]], targets: list[list[str]], clusters: Clusters,
    gazetteer: Gazetteer, barred: frozenset[str],
) -> list[tuple[int, Doubt]]:  # fmt: skip
    forms: dict[str, str] = {}
    languages: dict[str, set[str]] = {}
    for document, row in zip(documents, nodes, strict=True):
        for use, node in zip(document.uses, row, strict=True):
            if _person(node):
                forms[node] = min(forms.get(node, use.form), use.form)
                languages.setdefault(node, set()).add(use.language)
    parsed = {node: parse(form, gazetteer.forms) for node, form in forms.items()}
    figures = Figures(gazetteer, {node: form for node, form in forms.items() if node not in barred}, parsed)
    figures.join(zip(nodes, targets, strict=True), clusters)
    family_first = gazetteer.forms.lexicon.family_first
    namesakes = Namesakes(parsed, clusters, family_first, languages, known=figures.alone)
    doubts: list[tuple[int, Doubt]] = []
    for number, row in enumerate(nodes):
        mine = _forms(documents[number].uses, row)
        found, unsure = namesakes.resolve(sorted(mine))
        for index, node in enumerate(row):
            if node in found and node not in barred:
                targets[number][index] = found[node]
        doubts += [(number, doubt) for doubt in doubts_of([item for item in unsure if item[0] not in barred], mine)]
    return doubts


def _person(node: str) -> bool:
    return node.startswith("PERSON:")


def _forms(uses: Sequence[Use], row: list[str]) -> dict[str, str]:
    """The person nodes of a document, each with its first form in the order of text."""
    forms: dict[str, str] = {}
    for use, node in zip(uses, row, strict=True):
        if _person(node):
            forms[node] = min(forms.get(node, use.form), use.form)
    return forms
