"""Documents, entities and topics in the terminal, in colour: what `make show` prints."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text as RichText

from pipeline.emit.columns import pages, source_offsets
from pipeline.emit.context import parts
from pipeline.records import Document, Entity, Names, Reference, Topic
from pipeline.report.wording import date_words, former_words, mention_words, role_words, style_of
from pipeline.report.words import ReportLexicon

COLOURS = {
    "PERSON": "magenta",
    "LOCATION": "green",
    "ORGANIZATION": "blue",
    "EVENT": "yellow",
    "AGREEMENT": "bright_magenta",
    "date": "red",
    "amount": "cyan",
}
MOST_PLACES = 30
"""Mentions of an entity, and passages of a topic, that are listed."""
_HIDDEN = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


def render_document(
    document: Document, lexicon: ReportLexicon, entities: Mapping[str, Entity] | None = None
) -> RenderableType:
    """A document: what is known of it, its text with the mentions in colour, and a table of the mentions.

    `lexicon` is that of the reader's language; `entities` gives the names that mentions refer to.
    """
    words = lexicon.words
    return Group(
        Rule(plain(document.metadata.title or document.source.path, style="bold")),
        _facts(document, lexicon),
        *_section(words["summary"], (plain(f"• {sentence.text}") for sentence in document.summary)),
        *_section(words["text"], _blocks(document, lexicon)),
        *_section(words["mentions"], [_mentions(document, lexicon, entities or {})] if document.mentions else []),
        *_section(words["references"], (_reference(one, entities or {}, lexicon) for one in document.references)),
        *_section(
            words["dropped"],
            (_dropped(lexicon.say("reasons", item.reason), item.text) for item in document.dropped),
        ),
    )


def render_entity(entity: Entity, documents: Iterable[Document], lexicon: ReportLexicon) -> RenderableType:
    """An entity and the sentences that mention it, from these documents (those that mention it are enough)."""
    words = lexicon.words
    facts = _table()
    for name, value in (
        (words["kind"], lexicon.say("labels", entity.label)),
        (words["aliases"], " · ".join(entity.aliases)),
        (words["country"], entity.country),
        (words["former_names"], " · ".join(former_words(one, lexicon) for one in entity.former)),
        (words["seat_of"], " · ".join(one.entity for one in entity.related)),
        (words["roles"], " · ".join(role_words(one, lexicon) for one in entity.roles)),
        (words["mentions"], str(entity.mentions)),
        (words["documents"], str(entity.documents)),
    ):
        if value:
            facts.add_row(name, plain(value))
    places = list(islice(_places(entity, documents), MOST_PLACES))
    left = entity.mentions - len(places)
    more = [plain(f"… {left} {lexicon.noun(left, 'more_rows')} tables/mentions.csv", style="dim")]
    return Group(
        Rule(plain(f"{display_name(entity.names, entity.id, lexicon)}  {entity.id}", style="bold")),
        facts,
        *_section(words["where"], places),
        *(more if left > 0 else []),
    )


def render_topic(topic: Topic, documents: Iterable[Document], lexicon: ReportLexicon) -> RenderableType:
    """A topic: labels, terms, trend, citations, and its passages from these documents, the closest first."""
    words = lexicon.words
    facts = _table()
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
        *_section(words["trend"], [_trend(topic)] if topic.trend else []),
        *_section(words["citations"], (_quoted(c.text, c.document) for c in topic.summary)),
        *_section(words["passages"], (_quoted(text, f"{p.document}  {p.score:.2f}") for p, text in passages)),
    )


def plain(text: str, style: str = "") -> RichText:
    """Text as it stands: nothing in it is markup, and control characters can't reach the terminal."""
    return RichText(text.translate(_HIDDEN), style=style)


def display_name(names: Names, fallback: str, lexicon: ReportLexicon) -> str:
    """The name in the reader's language, else in the other, else the id."""
    ordered = (names.fr, names.en) if lexicon.language == "fr" else (names.en, names.fr)
    return ordered[0] or ordered[1] or fallback


def coloured(document: Document, start: int, end: int) -> RichText:
    """A stretch of the text with the mentions that begin in it in colour; dates, often inside others, underlined."""
    text = plain(document.text[start:end])
    first = bisect_left(document.mentions, start, key=lambda mention: mention.start)
    for mention in islice(document.mentions, first, None):
        if mention.start >= end:
            break
        style = Style(color=COLOURS.get(style_of(mention)), bold=True, underline=style_of(mention) == "date")
        text.stylize(style, mention.start - start, min(mention.end, end) - start)
    return text


def _blocks(document: Document, lexicon: ReportLexicon) -> Iterator[RenderableType]:
    for block in document.blocks:
        text = coloured(document, block.start, block.end)
        if block.kind == "heading":
            text.stylize("bold")
        if not block.main:
            text = plain(f"[{lexicon.blocks[block.kind]}] ", style="dim").append_text(text)
        yield Padding(text, (0, 0, 1, 2 if block.kind in ("list_item", "quote") else 0))


def _mentions(document: Document, lexicon: ReportLexicon, entities: Mapping[str, Entity]) -> Table:
    words = lexicon.words
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("text", "kind", "value", "entity", "in_source", "page"):
        table.add_column(words[column], overflow="fold")
    table.add_column(words["confidence"], justify="right")
    for mention in document.mentions:
        entity = entities.get(mention.entity or "")
        table.add_row(
            plain(mention.text, style=COLOURS.get(style_of(mention), "")),
            plain(lexicon.labels.get(mention.label, mention.label)),
            plain(mention_words(mention, lexicon)),
            plain(display_name(entity.names, entity.id, lexicon) if entity else mention.entity or ""),
            source_offsets(mention),
            pages(mention) or "",
            f"{mention.confidence:.2f}",
        )
    return table


def _reference(one: Reference, entities: Mapping[str, Entity], lexicon: ReportLexicon) -> RichText:
    """A role without a name and who is meant."""
    entity = entities.get(one.entity)
    meant = display_name(entity.names, entity.id, lexicon) if entity else one.entity
    return plain(f"{one.text} → {meant}").append_text(plain(f"  {source_offsets(one)}", style="dim"))


def _facts(document: Document, lexicon: ReportLexicon) -> Table:
    facts, meta = _table(), document.metadata
    for name in ("published", "publisher", "author", "place", "reference", "type", "url"):
        value = getattr(meta, name)
        if value is None:
            continue
        shown = date_words(value, lexicon) if name == "published" else lexicon.types.get(value, value)
        found = meta.evidence.get(name)
        note = (
            f"  {lexicon.words['evidence']} {lexicon.say('evidence', found.found)}, {found.confidence:.2f}"
            if found
            else ""
        )
        facts.add_row(lexicon.words[name], plain(shown).append_text(plain(note, style="dim")))
    facts.add_row(lexicon.words["language"], lexicon.languages[document.language])
    facts.add_row(lexicon.words["source"], plain(f"{document.source.path}  ({document.source.reader})"))
    return facts


def _places(entity: Entity, documents: Iterable[Document]) -> Iterator[RenderableType]:
    style = COLOURS.get(entity.label, "bold")
    for document in documents:
        for mention in document.mentions:
            if mention.entity == entity.id:
                before, text, after = parts(document, mention.start, mention.end)
                line = plain(before.lstrip()).append_text(plain(text, style=style)).append_text(plain(after.rstrip()))
                yield line.append_text(plain(f"\n  {document.id}  {source_offsets(mention)}", style="dim"))


def _trend(topic: Topic) -> Table:
    table, highest = _table(), max(max(point.weight for point in topic.trend), 0.0001)
    for point in topic.trend:
        bar = "█" * round(30 * max(point.weight, 0) / highest)
        table.add_row(plain(point.period), plain(f"{bar} {point.weight:.2f}"))
    return table


def _section(title: str, content: Iterable[RenderableType]) -> Sequence[RenderableType]:
    """Title and content, or nothing where there is nothing to show."""
    shown = list(content)
    return [plain(""), plain(title, style="bold underline"), *shown] if shown else []


def _quoted(text: str, origin: str) -> RichText:
    return plain(f"« {text} »").append_text(plain(f"\n  {origin}", style="dim"))


def _dropped(reason: str, text: str) -> RichText:
    line = " ".join(text.split())
    return plain(f"{reason}  ", style="dim").append_text(plain(line if len(line) <= 100 else line[:100] + "…"))


def _table() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    return table
