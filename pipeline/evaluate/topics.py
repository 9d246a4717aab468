"""How good the topics of a gold corpus are, beside those of plain NMF and LDA on the same passages.

Agreement: adjusted mutual information of each document's first topic with the annotated one; with so few documents it
changes by about .05 when a few of them are left out. Coherence: mean NPMI of ten terms by weight, and of those among
the ten that occur together, by one rule for all models (`coherence`). Parallel pairs: how many have the same first
topic; a document's topics are read with those of the documents most like it, its translation among them. Growth: how
many passages keep their first topic when five documents join all others. Totals only: nothing here is of a single
document.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from rich.table import Table

from pipeline.evaluate.baselines.topics import NAMES, Passage, plain_topics
from pipeline.evaluate.coherence import TERMS, Coherence, coherence_of
from pipeline.evaluate.gold import GoldDocument
from pipeline.records import DocumentLinks, Extracted, Ids, Ingested
from pipeline.topics import CorpusTopics, TopicLexicons, find_topics
from pipeline.topics.digest import digest
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import TONGUES
from pipeline.topics.matrix import build_matrix, read_occurrences
from pipeline.topics.passages import cut_passages, read_sections
from pipeline.topics.together import Together

JOINING = 5

Input = tuple[Ingested, Extracted, DocumentLinks]


class ModelFigures(NamedTuple):
    """Of one model: agreement with the annotated topics, coherence, share of parallel pairs with the same topic."""

    name: str
    topics: int
    agreement: float
    coherence: Coherence
    pairs: float


class TopicFigures(NamedTuple):
    """Of all models; `stability` and `kept` (after growth) of ours."""

    models: list[ModelFigures]
    stability: float
    kept: float


def topic_figures(documents: Sequence[Input], gold: Sequence[GoldDocument], lexicons: TopicLexicons) -> TopicFigures:
    """The figures of the documents that have an annotated topic."""
    found = find_topics(documents, lexicons=lexicons, ids=Ids())
    labels = {item.source.file: item.topic for item in gold if item.topic}
    stems = {name.rsplit(".", 1)[0]: name for name in labels}
    pairs = sorted(
        (item.source.file, stems[item.pair]) for item in gold if item.pair in stems and item.source.file in labels
    )
    first = {document.id: document.topics[0].id for document in found.documents if document.topics}
    stable = [topic.stability for topic in found.topics if topic.stability is not None]
    ours = _figures("ours", len(found.topics), first, _coherence(documents, found, lexicons), labels, pairs)
    passages = [passage for document in documents for passage in _passages(document[0], lexicons)]
    others: list[ModelFigures] = []
    for name in NAMES:
        plain = plain_topics(name, passages, len(found.topics), lexicons)
        others.append(_figures(name, len(found.topics), plain.first, plain.coherence, labels, pairs))
    return TopicFigures([ours, *others], float(np.mean(stable or [0.0])), growth(documents, found, lexicons))


def render_topics(figures: TopicFigures) -> Table:
    """The figures as a table."""
    kept = f"when {JOINING} documents join, {figures.kept:.1%} of passages keep their topic"
    judged = (
        f"NPMI: of the {TERMS} terms of most weight, and of those of the {TERMS} that occur together, for all alike"
    )
    caption = f"Stability {figures.stability:.2f}; {kept}. {judged}"
    table = Table(title="Topics", title_justify="left", caption=caption)
    for name in ("model", "topics", "agreement (AMI)", "NPMI by weight", "NPMI chosen", "pairs with the same topic"):
        table.add_column(name, justify="left" if name == "model" else "right")
    for model in figures.models:
        coherent = (f"{value:.3f}" for value in model.coherence)
        table.add_row(model.name, str(model.topics), f"{model.agreement:.3f}", *coherent, f"{model.pairs:.0%}")
    return table


def growth(documents: Sequence[Input], found: CorpusTopics, lexicons: TopicLexicons) -> float:
    """The share of passages that keep their first topic when the last documents join the others."""
    before = find_topics(documents[:-JOINING], lexicons=lexicons, ids=Ids())
    after = find_topics(documents, lexicons=lexicons, ids=before.ids)
    old, new = _best(before), _best(after)
    return sum(new.get(place) == topic for place, topic in old.items()) / max(len(old), 1)


def _best(found: CorpusTopics) -> dict[tuple[str, int], str]:
    best: dict[tuple[str, int], tuple[float, str]] = {}
    for topic in found.topics:
        for passage in topic.passages:
            place = (passage.document, passage.start)
            best[place] = max(best.get(place, (0.0, "")), (passage.score, topic.id))
    return {place: name for place, (_, name) in best.items()}


def _figures(
    name: str,
    topics: int,
    first: Mapping[str, object],
    coherent: Coherence,
    labels: Mapping[str, str],
    pairs: Sequence[tuple[str, str]],
) -> ModelFigures:
    from sklearn.metrics import adjusted_mutual_info_score

    names = sorted(labels)
    agreement = adjusted_mutual_info_score([labels[n] for n in names], [str(first.get(n)) for n in names])
    same = [float(first.get(one) == first.get(other)) for one, other in pairs]
    return ModelFigures(name, topics, float(agreement), coherent, float(np.mean(same or [0.0])))


def _passages(document: Ingested, lexicons: TopicLexicons) -> Iterator[Passage]:
    for section in read_sections(document, lexicons):
        for cut in cut_passages(section):
            yield Passage(document.id, section.tongue, document.text[cut[0].start : cut[-1].end])


def _coherence(documents: Sequence[Input], found: CorpusTopics, lexicons: TopicLexicons) -> Coherence:
    keys = {tongue: Keys(tongue, lexicons[tongue]) for tongue in TONGUES}
    digests = [digest(document, lexicons, keys) for document in documents]
    passages = [passage for one in digests for passage in one.passages]
    counted = np.array([not one.duplicate for one in digests for _ in one.passages], dtype=bool)
    tongues = [passage.tongue for passage in passages]
    matrix = build_matrix(read_occurrences(passages, counted), tongues, counted, lexicons["fr"].themes)
    terms = [found.ids.topics[topic.id].terms for topic in found.topics]
    return coherence_of(terms, Together(matrix, tongues, counted))
