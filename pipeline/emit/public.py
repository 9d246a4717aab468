"""The public document: what was found in a document, each span with the source characters it came from."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from pipeline.records import (
    Document,
    DocumentLinks,
    DocumentTopics,
    EntityMention,
    Extracted,
    Ingested,
    Mention,
    Provenance,
    PublicBlock,
    SourceSlice,
    SourceText,
    sort_mentions,
)


def public_document(
    ingested: Ingested,
    source_text: SourceText,
    extracted: Extracted,
    links: DocumentLinks,
    topics: DocumentTopics,
    *,
    provenance: Provenance,
) -> Document:
    """Join what the stages know of one document.

    Mentions and blocks get the slices of the source text they came from, entity mentions the entity they refer to.
    """
    tracer = Tracer(ingested, source_text)
    return Document(
        id=ingested.id,
        source=ingested.source,
        metadata=ingested.metadata,
        language=ingested.language,
        languages=ingested.languages,
        text=ingested.text,
        blocks=tracer.blocks(),
        dropped=ingested.dropped,
        mentions=sort_mentions(tracer.mention(mention, links) for mention in extracted.mentions),
        references=tuple(replace(one, source=tracer.slices(one.start, one.end)) for one in links.references),
        summary=tuple(replace(part, source=tracer.slices(part.start, part.end)) for part in topics.summary),
        topics=topics.topics,
        keywords=topics.keywords,
        provenance=provenance,
    )


class Tracer:
    """Leads spans of one document's text back to its source text."""

    def __init__(self, ingested: Ingested, source_text: SourceText) -> None:
        self._ingested = ingested
        self._page_starts = source_text.page_starts

    def blocks(self) -> tuple[PublicBlock, ...]:
        """The document's blocks with their source."""
        return tuple(
            PublicBlock(
                start=block.start,
                end=block.end,
                kind=block.kind,
                language=block.language,
                main=block.main,
                source=self.slices(block.start, block.end),
            )
            for block in self._ingested.blocks
        )

    def mention(self, mention: Mention, links: DocumentLinks) -> Mention:
        """The mention with its source and, for a name, its entity."""
        source = self.slices(mention.start, mention.end)
        if isinstance(mention, EntityMention):
            return replace(mention, source=source, entity=links.entities.get(mention.id))
        return replace(mention, source=source)

    def slices(self, start: int, end: int) -> tuple[SourceSlice, ...]:
        """The source slices of a span, in the order of the span; none lies on two pages."""
        spans = self._ingested.alignment.source_spans(start, end)
        return tuple(piece for low, high in spans for piece in split_at_pages(low, high, self._page_starts))


def split_at_pages(start: int, end: int, page_starts: Sequence[int]) -> list[SourceSlice]:
    """The source span as one slice a page.

    >>> [(s.start, s.end, s.page) for s in split_at_pages(90, 110, (0, 100))]
    [(90, 100, 1), (100, 110, 2)]
    >>> split_at_pages(90, 110, ())
    [SourceSlice(start=90, end=110, page=None)]
    """
    if not page_starts:
        return [SourceSlice(start=start, end=end)]
    slices: list[SourceSlice] = []
    page = max(bisect_right(page_starts, start), 1)
    while start < end:
        page_end = page_starts[page] if page < len(page_starts) else end
        if page_end > start:  # else the page is empty
            slices.append(SourceSlice(start=start, end=min(end, page_end), page=page))
            start = min(end, page_end)
        page += 1
    return slices
