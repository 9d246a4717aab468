"""How good the topics of a gold corpus are, beside those of plain NMF and LDA on the same passages.

Agreement: adjusted mutual information of each document's first topic with the annotated one; with so few documents it
changes by about .05 when a few of them are left out. Coherence: mean NPMI of a topic's terms, those of each language
over its passages; a baseline is judged by as many terms as our topics show on average. The two are not chosen alike:
ours among a topic's features for occurring together in the very passages that they are judged on, a baseline's by
weight. So the column tells how the terms read that are shown, not which model is the more coherent. Parallel pairs:
how many have the same first topic. Growth: how many passages keep their first topic when five documents join all
others. Totals only: nothing here is of a single document.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from rich.table import Table

from pipeline.evaluate.baselines.topics import NAMES, Passage, plain_topics
from pipeline.evaluate.gold import GoldDocument
from pipeline.records import DocumentLinks, Extracted, Ids, Ingested
from pipeline.topics import CorpusTopics, TopicLexicons, find_topics
from pipeline.topics.passages import cut_passages, read_sections

JOINING = 5

Input = tuple[Ingested, Extracted, DocumentLinks]


class ModelFigures(NamedTuple):
    """Of one model: agreement with the annotated topics, coherence, share of parallel pairs with the same topic."""

    name: str
    topics: int
    agreement: float
    coherence: float
    pairs: float


class TopicFigures(NamedTuple):
    """Of all models, judged by so many `terms` a topic; `stability` and `kept` (after growth) of ours."""

    models: list[ModelFigures]
    terms: int
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
    coherent = [topic.coherence for topic in found.topics if topic.coherence is not None]
    ours = _figures("ours", len(found.topics), first, float(np.mean(coherent or [0.0])), labels, pairs)
    passages = [passage for document in documents for passage in _passages(document[0], lexicons)]
    others: list[ModelFigures] = []
    for name in NAMES:
        plain = plain_topics(name, passages, len(found.topics), _shown(found), lexicons)
        others.append(_figures(name, len(found.topics), plain.first, plain.coherence, labels, pairs))
    return TopicFigures(
        [ours, *others], _shown(found), float(np.mean(stable or [0.0])), growth(documents, found, lexicons)
    )


def render_topics(figures: TopicFigures) -> Table:
    """The figures as a table."""
    kept = f"when {JOINING} documents join, {figures.kept:.1%} of passages keep their topic"
    judged = f"NPMI of {figures.terms} terms a topic: ours chosen to occur together in these passages, others by weight"
    caption = f"Stability {figures.stability:.2f}; {kept}. {judged}"
    table = Table(title="Topics", title_justify="left", caption=caption)
    for name in ("model", "topics", "agreement (AMI)", "coherence (NPMI)", "pairs with the same topic"):
        table.add_column(name, justify="left" if name == "model" else "right")
    for model in figures.models:
        table.add_row(
            model.name, str(model.topics), f"{model.agreement:.3f}", f"{model.coherence:.3f}", f"{model.pairs:.0%}"
        )
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
    coherent: float,
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


def _shown(found: CorpusTopics) -> int:
    """How many terms our topics have in a language, on average."""
    counts = [len(terms) for topic in found.topics for terms in (topic.terms.fr, topic.terms.en) if terms]
    return max(2, round(float(np.mean(counts or [0]))))
