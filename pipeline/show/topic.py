"""A topic in the terminal: its terms, its trend, and the passages that are closest to it."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table

from pipeline.records import Document, Topic
from pipeline.report.words import ReportLexicon
from pipeline.show.terminal import MOST_PLACES, display_name, facts_table, plain, quoted, section


def render_topic(topic: Topic, documents: Iterable[Document], lexicon: ReportLexicon) -> RenderableType:
    """A topic: labels, terms, trend, citations, and its passages from these documents, the closest first."""
    words = lexicon.words
    facts = facts_table()
    facts.add_row(words["terms"], plain(f"fr  {', '.join(topic.terms.fr)}\nen  {', '.join(topic.terms.en)}"))
    facts.add_row(words["weight"], plain(f"{topic.weight:.2f}"))
    facts.add_row(words["documents"], plain(str(topic.documents)))
    best = sorted(topic.passages, key=lambda p: (-p.score, p.document, p.start))[:MOST_PLACES]
    wanted = {passage.document for passage in best}
    texts = {
        (document.id, p.start, p.end): document.text[p.start : p.end]
        for document in documents
        if document.id in wanted
        for p in best
        if p.document == document.id
    }
    passages = [(p, texts[p.document, p.start, p.end]) for p in best if (p.document, p.start, p.end) in texts]
    return Group(
        Rule(plain(f"{display_name(topic.label, topic.id, lexicon)}  {topic.id}", style="bold")),
        facts,
        *section(words["trend"], [_trend(topic)] if topic.trend else []),
        *section(words["citations"], (quoted(c.text, c.document) for c in topic.summary)),
        *section(words["passages"], (quoted(text, f"{p.document}  {p.score:.2f}") for p, text in passages)),
    )


def _trend(topic: Topic) -> Table:
    table, highest = facts_table(), max(max(point.weight for point in topic.trend), 0.0001)
    for point in topic.trend:
        bar = "█" * round(30 * max(point.weight, 0) / highest)
        table.add_row(plain(point.period), plain(f"{bar} {point.weight:.2f}"))
    return table
