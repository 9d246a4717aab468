"""How good the topics of a gold corpus are, beside those of plain NMF and LDA on the same passages.

Agreement: adjusted mutual information of each document's first topic with the annotated one. Coherence: mean NPMI of
the first ten terms over the passages. Parallel pairs: how many have the same first topic. Growth: how many passages
keep their first topic when five documents join all others. Totals only: nothing here is of a single document.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from rich.table import Table

from pipeline.evaluate.gold import GoldDocument
from pipeline.records import DocumentLinks, Extracted, Ids, Ingested
from pipeline.topics import CorpusTopics, TopicLexicons, find_topics
from pipeline.topics.passages import cut_passages, read_sections
from pipeline.topics.quality import coherence

JOINING = 5
TOP = 10
WORD = r"[^\W\d_]{2,}"

Input = tuple[Ingested, Extracted, DocumentLinks]


class ModelFigures(NamedTuple):
    """Of one model: agreement with the annotated topics, coherence, share of parallel pairs with the same topic."""

    name: str
    topics: int
    agreement: float
    coherence: float
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
    coherent = [topic.coherence for topic in found.topics if topic.coherence is not None]
    ours = _figures("ours", len(found.topics), first, float(np.mean(coherent or [0.0])), labels, pairs)
    texts = [(document[0].id, text) for document in documents for text in _passages(document[0], lexicons)]
    others = [_baseline(name, texts, len(found.topics), labels, pairs, lexicons) for name in ("NMF", "LDA")]
    return TopicFigures([ours, *others], float(np.mean(stable or [0.0])), growth(documents, found, lexicons))


def render_topics(figures: TopicFigures) -> Table:
    """The figures as a table."""
    kept = f"when {JOINING} documents join, {figures.kept:.1%} of passages keep their topic"
    caption = f"Stability {figures.stability:.2f}; {kept}"
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


def _passages(document: Ingested, lexicons: TopicLexicons) -> list[str]:
    cut = [passage for section in read_sections(document, lexicons) for passage in cut_passages(section)]
    return [document.text[passage[0].start : passage[-1].end] for passage in cut]


def _baseline(
    name: str,
    texts: Sequence[tuple[str, str]],
    topics: int,
    labels: Mapping[str, str],
    pairs: Sequence[tuple[str, str]],
    lexicons: TopicLexicons,
) -> ModelFigures:
    """A textbook model: words that are no function words, as TF-IDF for NMF and as counts for LDA."""
    from sklearn.decomposition import NMF, LatentDirichletAllocation
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

    stop = sorted({word for lexicon in lexicons.values() for word in lexicon.stopwords.function_words})
    vectorizer = TfidfVectorizer if name == "NMF" else CountVectorizer
    matrix: Any = vectorizer(min_df=2, max_df=0.6, stop_words=stop, token_pattern=WORD).fit_transform(
        [text for _, text in texts]
    )
    if name == "NMF":
        model: Any = NMF(topics, init="nndsvda", random_state=0, max_iter=400)
    else:
        model = LatentDirichletAllocation(topics, random_state=0, max_iter=30)
    loadings = model.fit_transform(matrix)
    sums: dict[str, Any] = {}
    for (document, text), row in zip(texts, loadings, strict=True):
        sums[document] = sums.get(document, 0) + len(text) * row / max(row.sum(), 1e-12)
    tops = [np.argsort(-row, kind="stable")[:TOP] for row in model.components_]
    first = {document: int(np.argmax(row)) for document, row in sums.items()}
    return _figures(name, topics, first, float(np.mean(coherence(matrix, tops))), labels, pairs)
