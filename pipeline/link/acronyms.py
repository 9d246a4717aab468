"""Acronyms that documents define: `Commission mixte de coopération (CMC)` … `la CMC`."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.forms import fold
from pipeline.link.clusters import Clusters
from pipeline.link.collect import DocumentNames, initials
from pipeline.link.places import Doubt

# How alike (0 to 100) two long forms of one acronym must be to be one body: word order and spelling may differ.
ALIKE = 88.0
MOST = 50
_WORD = re.compile(r"\w+")


def expand(
    documents: Sequence[DocumentNames],
    nodes: list[list[str]],
    targets: list[list[str]],
    clusters: Clusters,
    gazetteer: Gazetteer,
) -> list[tuple[int, Doubt]]:
    """Give the uses of acronyms the target of what they stand for, in place; the doubtful ones by document.

    A document's own definition wins; without one, the corpus's where it knows only one. What stands in brackets behind
    a name may abbreviate its end alone, `sommet de l'Union africaine (UA)`: where that end is no known body, such a
    definition holds for what has the label of the whole and is not known by itself.
    """
    forms = gazetteer.forms
    local, corpus = _definitions(documents, targets, clusters, gazetteer)
    doubts: list[tuple[int, Doubt]] = []
    for number, document in enumerate(documents):
        for index, use in enumerate(document.uses):
            node, target = nodes[number][index], targets[number][index]
            if not node or use.label == "PERSON":
                continue
            key = forms.key(use.form, "ORGANIZATION")
            longs = local[number].get((key, ""))
            if not longs and target == node:
                partial = (key, use.label)
                longs = local[number].get(partial) or corpus.get((key, "")) or corpus.get(partial)
            found = {clusters.find(long) for long in longs or ()}
            found = {long for long in found if not clusters.apart(long, node)}
            if len(found) == 1:
                targets[number][index] = found.pop()
            elif found:
                doubts.append((number, Doubt(node, use.form, tuple(sorted(found)), "several_expansions")))
    return doubts


# What acronyms stand for, by their key and the label that they have where they stand for it; empty: any.
Defined = dict[tuple[str, str], set[str]]


def _definitions(
    documents: Sequence[DocumentNames], targets: list[list[str]], clusters: Clusters, gazetteer: Gazetteer
) -> tuple[list[Defined], Defined]:
    forms = gazetteer.forms
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
                whole = is_of_all(definition.acronym, definition.long.form)
                body = "" if whole else _known_end(definition.acronym, definition.long.form, gazetteer)
                held = "" if whole or body else definition.long.label
                long = body or long
                mine.setdefault((key, held), set()).add(long)
                corpus.setdefault((key, held), set()).add(long)
                names[long] = min(names.get(long, definition.long.form), definition.long.form)
        local.append(mine)
    for meant in sorted(corpus):
        _join_alike(sorted(corpus[meant])[:MOST], names, clusters)
    return local, corpus


def is_of_all(acronym: str, name: str) -> bool:
    """Whether an acronym begins as the first word of a name does, numbers aside: it stands for all of it, not its end.

    >>> is_of_all("ONU", "Organisation des Nations unies"), is_of_all("UA", "28e sommet de l'Union africaine")
    (True, False)
    """
    words = [word for word in fold(name).split() if not word[0].isdigit()]
    return bool(words) and words[0][0] == fold(acronym)[:1]


def _known_end(acronym: str, name: str, gazetteer: Gazetteer) -> str:
    """The id of the known body that the end of a name, and an acronym behind it, stand for; empty for none."""
    for match in _WORD.finditer(name):
        end = name[match.start() :]
        entry = gazetteer.find(end) if initials(acronym, end) and is_of_all(acronym, end) else None
        if entry and entry.label == "ORGANIZATION":
            return entry.id
    return ""


def _join_alike(longs: list[str], names: dict[str, str], clusters: Clusters) -> None:
    for index, one in enumerate(longs):
        for other in longs[index + 1 :]:
            same_label = one.split(":")[0] == other.split(":")[0]
            if same_label and fuzz.token_sort_ratio(fold(names[one]), fold(names[other])) >= ALIKE:
                clusters.join(one, other)
