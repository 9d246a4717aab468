"""The invariants of a document, checked on records: used on every document that the tests make."""

import re
from datetime import date

from rebuilding import rebuilt

from pipeline.emit import encode
from pipeline.records import AmountMention, DateMention, Document, Ingested, Mention, SourceText


def check(document: Document, ingested: Ingested, source: SourceText) -> None:
    """All that must hold for any document."""
    check_text(document, ingested, source)
    check_mentions(document)
    for mention in document.mentions:
        if isinstance(mention, DateMention):
            check_date(mention)
        if isinstance(mention, AmountMention):
            check_amount(mention)
    assert encode(document).decode("utf-8")


def check_text(document: Document, ingested: Ingested, source: SourceText) -> None:
    """Every span leads back to the source, and nothing of the source is lost without a reason."""
    assert document.text == ingested.text
    for mention in document.mentions:
        assert document.text[mention.start : mention.end] == mention.text
        check_slices(mention, ingested, source)
    previous = 0
    for block in document.blocks:
        assert previous <= block.start < block.end <= len(document.text)
        assert not document.text[previous : block.start].strip()
        assert document.text[block.start : block.end].strip() == document.text[block.start : block.end]
        previous = block.end
    for dropped in document.dropped:
        assert source.text[dropped.source.start : dropped.source.end] == dropped.text
        assert dropped.reason
    covered = {i for low, high, _ in ingested.alignment.segments(0, len(ingested.text)) for i in range(low, high)}
    covered |= {i for low, high, _ in ingested.alignment.cuts for i in range(low, high)}
    covered |= {i for d in document.dropped for i in range(d.source.start, d.source.end)}
    lost = [c for i, c in enumerate(source.text) if i not in covered and not c.isspace()]
    assert not lost


def check_slices(mention: Mention, ingested: Ingested, source: SourceText) -> None:
    """The source slices of a mention, with the declared edits applied, give its text; equal to it without edits."""
    pieces = [source.text[s.start : s.end] for s in mention.source]
    align = ingested.alignment
    assert rebuilt(align, source.text, ingested.text, mention.start, mention.end) == mention.text
    steps = [step for _, _, step in align.segments(mention.start, mention.end)]
    if not any(steps):
        assert "".join(pieces) == mention.text
    for piece in mention.source:
        assert (piece.page is None) == (not source.page_starts)


def check_mentions(document: Document) -> None:
    """In order, numbered once each, none overlapping another of its kind, each on a visible span."""
    assert len({m.id for m in document.mentions}) == len(document.mentions)
    last: dict[type, int] = {}
    for mention in document.mentions:
        assert mention.text.strip() == mention.text != ""
        assert mention.start >= last.get(type(mention), 0)
        last[type(mention)] = mention.end
        assert 0 <= mention.confidence <= 1
        assert round(mention.confidence, 4) == mention.confidence


def check_date(mention: DateMention) -> None:
    """Partial stays partial: `earliest` and `latest` bound exactly what the EDTF says, on the sides that are closed."""
    value = mention.value
    days = [day for day in (value.earliest, value.latest) if day]
    assert all(date.fromisoformat(day) for day in days)
    assert days == sorted(days)
    if value.edtf is None:
        assert value.timex.value
        return
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value.edtf) and value.bound is None:
        assert (value.earliest, value.latest) == (value.edtf, value.edtf)
    if re.fullmatch(r"\d{4}", value.edtf) and value.bound is None and value.mod is None:
        assert (value.earliest, value.latest) == (f"{value.edtf}-01-01", f"{value.edtf}-12-31")
    year = re.match(r"\d{4}", value.edtf)
    assert year or "X" in value.edtf
    if year and year[0] not in mention.text and value.anchor is None:
        assert re.search(r"[^\W\d]|\d", mention.text)  # spelled, two-digit or of a neighbour: something said it


def check_amount(mention: AmountMention) -> None:
    """Exact decimals without exponent; a range has both its ends and no single value."""
    value = mention.value
    for number in (value.value, value.low, value.high):
        assert number is None or re.fullmatch(r"-?\d+(\.\d+)?", number)
    if value.low is not None and value.high is not None:
        assert value.value is None
