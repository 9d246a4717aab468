"""Names of one common word (`Commission`, "the Council"): the body of that word that their document names in full."""

from collections.abc import Sequence

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.entries import ShortRow
from pipeline.link.clusters import Clusters
from pipeline.link.collect import DocumentNames
from pipeline.link.local import local
from pipeline.link.senses import Senses


def place_generics(
    documents: Sequence[DocumentNames], nodes: list[list[str]], targets: list[list[str]], clusters: Clusters,
    gazetteer: Gazetteer, senses: Senses,
) -> None:  # fmt: skip
    """Give common words that name bodies their target, in place.

    It is the one body of the document that has the word at an end of its name, else what the gazetteer says that the
    word means beside other names of the document; else, or where there are several bodies, a body of this document
    only: `the Commission` of another document may be another. Its id holds the document's, so that it stays.
    """
    for number, document in enumerate(documents):
        row = targets[number]
        for index, use in enumerate(document.uses):
            if use.label != "ORGANIZATION":
                continue
            word, short = senses.bare(use.form), gazetteer.shorts.get(gazetteer.forms.key(use.form, use.label))
            if (word or short) and row[index] and row[index] == nodes[number][index] and not clusters.ruled(row[index]):
                full = {clusters.find(target) for target in _full(document, row, word, senses)} if word else set()
                if short and (short.means in full or not full) and _cued(short, row, gazetteer):
                    full = {short.means}
                row[index] = full.pop() if len(full) == 1 else local(document, word) if word else row[index]


def _full(document: DocumentNames, row: list[str], word: str, senses: Senses) -> set[str]:
    return {
        target
        for use, target in zip(document.uses, row, strict=True)
        if target and use.label == "ORGANIZATION" and word in senses.heads(use.form) and not senses.bare(use.form)
    }


def _cued(short: ShortRow, row: list[str], gazetteer: Gazetteer) -> bool:
    cues = {entry.id for cue in short.cues if (entry := gazetteer.find(cue))}
    return not cues.isdisjoint(row)
