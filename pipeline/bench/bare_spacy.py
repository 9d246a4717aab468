"""spaCy with nothing but `ner`: the fastest way to the same statistical entities without Dépêche."""

from collections.abc import Callable
from typing import Any

import spacy

from pipeline.bench.corpus import TONGUES
from pipeline.bench.text import BenchText
from pipeline.bench.timing import Subject
from pipeline.config import ModelsConfig
from pipeline.extract.entities.model import DotOps

BARE, DOT = "spaCy, ner only, as shipped", "spaCy, ner only, numpy products"


def bare_subjects(text: BenchText, config: ModelsConfig) -> list[Subject]:
    """The paragraphs of each language through `nlp.pipe`: with spaCy's own matrix products (blis) and with numpy's."""
    return [
        Subject(name, tongue, text.words(tongue), _pipe(load(config.of(tongue).package, dot=dot), text.paragraphs(tongue)))
        for tongue in TONGUES
        for name, dot in ((BARE, False), (DOT, True))
    ]


def load(package: str, *, dot: bool = False) -> Any:
    """A spaCy package with only its `ner`, on numpy's matrix products where `dot` asks for them."""
    nlp = spacy.load(package)
    for name in nlp.pipe_names:
        if name != "ner":
            nlp.remove_pipe(name)
    if dot:
        ops = DotOps()
        for node in nlp.get_pipe("ner").model.walk():
            node.ops = ops
    return nlp


def _pipe(nlp: Any, texts: list[str]) -> Callable[[int], object]:
    return lambda _: [[(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents] for doc in nlp.pipe(texts)]
