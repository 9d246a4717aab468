"""A document in the terminal: what is known of it, its text in colour, a table of its mentions."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import islice

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text as RichText

from pipeline.emit.columns import pages, source_offsets
from pipeline.records import Document, Entity, Reference
from pipeline.report.wording import date_words, mention_words, style_of
from pipeline.report.words import ReportLexicon
from pipeline.show.terminal import COLOURS, display_name, facts_table, plain, section


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
        *section(words["summary"], (plain(f"• {sentence.text}") for sentence in document.summary)),
        *section(words["text"], _blocks(document, lexicon)),
        *section(words["mentions"], [_mentions(document, lexicon, entities or {})] if document.mentions else []),
        *section(words["references"], (_reference(one, entities or {}, lexicon) for one in document.references)),
        *section(
            words["dropped"],
            (_dropped(lexicon.say("reasons", item.reason), item.text) for item in document.dropped),
        ),
    )


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
    facts, meta = facts_table(), document.metadata
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


def _dropped(reason: str, text: str) -> RichText:
    line = " ".join(text.split())
    return plain(f"{reason}  ", style="dim").append_text(plain(line if len(line) <= 100 else line[:100] + "…"))
