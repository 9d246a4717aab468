"""Names of one common word (`Commission`, "the Council"): the body of that word that their document names in full."""

import hashlib
from collections.abc import Sequence

from pipeline.link.clusters import Clusters
from pipeline.link.collect import DocumentNames
from pipeline.link.senses import Senses

LOCAL = "local-"


def place_generics(
    documents: Sequence[DocumentNames], nodes: list[list[str]], targets: list[list[str]], clusters: Clusters,
    senses: Senses,
) -> None:  # fmt: skip
    """Give common words that name bodies their target, in place.

    It is the one body of the document that has the word at an end of its name; where there is none or there are
    several, a body of this document only: `the Commission` of another document may be another. Its id holds the
    document's, so that it stays.
    """
    for number, document in enumerate(documents):
        row = targets[number]
        for index, use in enumerate(document.uses):
            word = senses.bare(use.form) if use.label == "ORGANIZATION" else ""
            if word and row[index] and row[index] == nodes[number][index] and not clusters.ruled(row[index]):
                full = _full(document, row, word, senses)
                row[index] = full.pop() if len(full) == 1 else _local(document, word)


def _full(document: DocumentNames, row: list[str], word: str, senses: Senses) -> set[str]:
    return {
        target
        for use, target in zip(document.uses, row, strict=True)
        if target and use.label == "ORGANIZATION" and senses.of(use.form).size > 1 and word in senses.head(use.form)
    }


def _local(document: DocumentNames, word: str) -> str:
    digest = hashlib.blake2b(document.id.encode(), digest_size=4).hexdigest()
    return f"{LOCAL}{word.replace('_', '-')}-{digest}"
