"""spaCy with nothing but `ner`: the fastest way to the same statistical entities without Dépêche."""

from functools import partial
from typing import Any

import spacy

from pipeline.bench.corpus import TONGUES
from pipeline.bench.names import BARE, DOT, OURS
from pipeline.bench.text import BenchText
from pipeline.bench.timing import Subject
from pipeline.extract import ExtractResources
from pipeline.extract.entities.model.ner import DotOps

OTHER_PIPES = ("tok2vec", "morphologizer", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")


def bare_subjects(text: BenchText, finding: ExtractResources) -> list[Subject]:
    """The paragraphs of each language through `nlp.pipe`.

    With spaCy's own matrix products (blis); with numpy's; and as `extract` runs it, with numpy's and in small batches.
    """
    subjects: list[Subject] = []
    for tongue in TONGUES:
        texts = text.paragraphs(tongue)
        for name, dot in ((BARE, False), (DOT, True)):
            nlp = load(finding.config.of(tongue).package, dot=dot)
            subjects.append(Subject(name, tongue, text.words(tongue), partial(entities, nlp, texts)))
        ours = partial(finding.model(tongue).find, texts)
        subjects.append(Subject(OURS, tongue, text.words(tongue), ours))
    return subjects


def load(package: str, *, dot: bool = False) -> Any:
    """A spaCy package with only its `ner`, on numpy's matrix products where `dot` asks for them."""
    nlp: Any = spacy.load(package, exclude=OTHER_PIPES)
    if dot:
        ops = DotOps()
        for node in nlp.get_pipe("ner").model.walk():
            node.ops = ops
    return nlp


def entities(nlp: Any, texts: list[str]) -> list[list[tuple[int, int, str]]]:
    """The entities of each text, in the batches that spaCy makes."""
    return [[(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] for doc in nlp.pipe(texts)]
