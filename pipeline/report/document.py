"""The page of one document: its text with everything found in it, and where each thing comes from."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from pipeline.emit.columns import short, source_offsets
from pipeline.records import (
    AmountMention,
    AnchorDate,
    DateMention,
    Document,
    Dropped,
    EntityMention,
    Evidence,
    Mention,
    PublicBlock,
    Reference,
    SourceSlice,
)
from pipeline.report.context import ReportContext
from pipeline.report.highlight import highlight
from pipeline.report.links import page_path, range_fragment
from pipeline.report.utf16 import Utf16
from pipeline.report.wording import style_of

MOST_ROWS = 5000
"""Mentions and dropped pieces listed on a page; the JSON has them all."""
LONGEST_DROPPED = 300
METADATA = ("title", "published", "publisher", "author", "place", "reference", "type", "url")


class BlockView(NamedTuple):
    """A block to show; `offset` in UTF-16 units."""

    block: PublicBlock
    offset: int
    html: Markup


class Fact(NamedTuple):
    """A value of the metadata with its evidence."""

    name: str
    value: str
    evidence: Evidence | None


class MentionView(NamedTuple):
    """A row of the list of mentions."""

    mention: Mention
    style: str
    value: str
    offsets: str
    pages: tuple[int, ...]
    role: str | None
    alternatives: tuple[str, ...]
    anchor: AnchorDate | None


class ReferenceView(NamedTuple):
    """A row of the list of roles that refer to somebody."""

    reference: Reference
    href: str
    offsets: str
    pages: tuple[int, ...]


class Quote(NamedTuple):
    """A sentence and the link that marks it in the text."""

    text: str
    href: str


def document_page(document: Document, context: ReportContext) -> bytes:
    """The page of a document, for `page_path(document.id)`."""
    units = Utf16(document.text)
    styles = Counter(style_of(mention) for mention in document.mentions)
    return context.render(
        "document.html",
        page_path(document.id),
        document=document,
        title=document.metadata.title or document.source.path,
        facts=[fact for fact in _facts(document) if fact.name != "title"],
        title_evidence=document.metadata.evidence.get("title"),
        blocks=list(_blocks(document, units, context)),
        styles=sorted(styles.items(), key=lambda item: (-item[1], item[0])),
        summary=[Quote(s.text, range_fragment(units(s.start), units(s.end))) for s in document.summary],
        topics=[(weight, context.topics.get(weight.id)) for weight in document.topics],
        mentions=[_mention(mention) for mention in document.mentions[:MOST_ROWS]],
        more_mentions=max(len(document.mentions) - MOST_ROWS, 0),
        references=[_reference(one, units) for one in document.references],
        entities=context.entities,
        dropped=[_shortened(item) for item in document.dropped[:MOST_ROWS]],
        more_dropped=max(len(document.dropped) - MOST_ROWS, 0),
        duplicate_of=context.duplicate_of.get(document.id),
    )


def _facts(document: Document) -> Iterator[Fact]:
    for name in METADATA:
        value = getattr(document.metadata, name)
        if value is not None:
            yield Fact(name, value, document.metadata.evidence.get(name))


def _blocks(document: Document, units: Utf16, context: ReportContext) -> Iterator[BlockView]:
    """The blocks, each with the mentions that begin in it."""
    starts = [mention.start for mention in document.mentions]
    for block in document.blocks:
        inside = document.mentions[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        html = highlight(document.text, block.start, block.end, inside, context.tip)
        yield BlockView(block, units(block.start), html)


def _mention(mention: Mention) -> MentionView:
    return MentionView(
        mention=mention,
        style=style_of(mention),
        value="" if isinstance(mention, EntityMention) else short(mention),
        offsets=source_offsets(mention),
        pages=_pages(mention.source),
        role=mention.value.role if isinstance(mention, EntityMention) else None,
        alternatives=mention.value.alternatives if isinstance(mention, (DateMention, AmountMention)) else (),
        anchor=mention.value.anchor if isinstance(mention, DateMention) else None,
    )


def _reference(one: Reference, units: Utf16) -> ReferenceView:
    href = range_fragment(units(one.start), units(one.end))
    return ReferenceView(one, href, source_offsets(one), _pages(one.source))


def _pages(pieces: Iterable[SourceSlice]) -> tuple[int, ...]:
    """The pages of the source that pieces lie on, in order."""
    return tuple(sorted({piece.page for piece in pieces if piece.page is not None}))


def _shortened(item: Dropped) -> tuple[Dropped, str]:
    text = item.text if len(item.text) <= LONGEST_DROPPED else item.text[:LONGEST_DROPPED] + "…"
    return item, text
