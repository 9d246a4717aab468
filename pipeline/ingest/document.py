"""One document through all parts of ingest, in their order."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from pipeline import __version__
from pipeline.alignment import Alignment
from pipeline.errors import BadDocument
from pipeline.ingest.blocks.kinds import Kinds
from pipeline.ingest.blocks.units import Unit, bridge, make_units
from pipeline.ingest.boilerplate.judge import Boilerplate
from pipeline.ingest.boilerplate.surround import ABOUT
from pipeline.ingest.days import Days
from pipeline.ingest.language import LanguageJudge, main_language, shares
from pipeline.ingest.lexicon import KNOWN, Known
from pipeline.ingest.metadata.parts import FEW_LINES, Part
from pipeline.ingest.metadata.text import TextMetadata
from pipeline.ingest.metadata.titles import Titles
from pipeline.ingest.metadata.weigh import weigh
from pipeline.ingest.raw import Finding, Raw, RawBlock
from pipeline.ingest.readers import READERS
from pipeline.ingest.repair.characters import mend_characters
from pipeline.ingest.repair.edits import merge_edits
from pipeline.ingest.repair.hyphens import Hyphens
from pipeline.ingest.repair.inline import InlineRepair, join_letters
from pipeline.ingest.repair.lost_breaks import has_lost_breaks
from pipeline.ingest.repair.note_marks import find_note_marks
from pipeline.ingest.repair.render import Rendered, Renderer, Shift
from pipeline.ingest.resources import IngestResources
from pipeline.ingest.sniff import sniff
from pipeline.records import Block, Dropped, Ingested, Language, Metadata, Override, Source, SourceSlice, SourceText

_NEARLY_ALL = 0.8  # share of the characters
_GENERIC = 0.35  # how sure a title is that names only the site or the sort of paper
_VERSIONED = re.compile(r" \d")
_WIDE = re.compile(r"[ \t]{3,}|\t")  # between the cells of a line


def ingest(
    data: bytes, *, path: str, document_id: str, override: Override | None, resources: IngestResources
) -> tuple[Ingested, SourceText]:
    """A file's cleaned text, blocks, language and metadata, and the source text that their offsets lead back to.

    Raises:
        BadDocument: the file cannot be mined; code and reason say why and what to do.
    """
    with resources.tool(Days).remembering():
        return _ingest(data, path, document_id, override, resources)


def _ingest(
    data: bytes, path: str, document_id: str, override: Override | None, resources: IngestResources
) -> tuple[Ingested, SourceText]:
    media_type = sniff(data, path)
    reader = next(reader for reader in READERS if reader.media_type == media_type)
    raw = reader.read(data, resources)
    said = override.language if override else None
    cleaned = _clean(raw, resources, said or main_language(raw.source.text, resources))
    if not cleaned.units:
        raise BadDocument("empty", "the file has no visible text: put a document with text in its place or remove it")
    blocks = _blocks(cleaned, resources.tool(LanguageJudge), said)
    languages = shares([block.language for block in blocks], [block.end - block.start for block in blocks])
    ingested = Ingested(
        id=document_id,
        source=_source(data, path, media_type, raw),
        metadata=_metadata(raw, cleaned, blocks, override, resources),
        language=_largest(languages),
        languages=languages,
        text=cleaned.rendered.text,
        blocks=blocks,
        dropped=cleaned.dropped,
        alignment=cleaned.rendered.alignment,
    )
    return ingested, raw.source


class _Cleaned(NamedTuple):
    """The cleaned text, the units that stand in it (one a span), what was dropped, and the lines of each unit."""

    rendered: Rendered
    units: tuple[Unit, ...]
    dropped: tuple[Dropped, ...]
    lines: tuple[tuple[str, ...], ...]


def _clean(raw: Raw, resources: IngestResources, language: Known) -> _Cleaned:
    """Repair characters, find the units, judge them, and write those that stay."""
    source = raw.source.text
    edits = merge_edits(raw.markup, mend_characters(source), join_letters(source), find_note_marks(source))
    text, alignment = Alignment.identity(len(source)).apply(source, edits)
    units = _units(raw, Shift(edits), text, resources)
    wrapped = any(len(unit.lines) > 1 for unit in units)
    hyphens = Hyphens(text, language, resources) if wrapped or has_lost_breaks(text) else None
    renderer = Renderer(InlineRepair(resources.lexicons[language]), hyphens)
    dropped = tuple(_dropped(unit, raw, alignment) for unit in units if unit.reason)
    kept = tuple(unit for unit in units if not unit.reason)
    lines = tuple(_few_lines(text, unit) for unit in kept)
    return _Cleaned(renderer.render(text, alignment, units), kept, dropped, lines)


def _few_lines(text: str, unit: Unit) -> tuple[str, ...]:
    """The lines of a unit of few, as a letterhead or a signature is: metadata reads them one by one."""
    return tuple(text[start:end].strip() for start, end in unit.lines) if 1 < len(unit.lines) <= FEW_LINES else ()


def _units(raw: Raw, shift: Shift, text: str, resources: IngestResources) -> list[Unit]:
    """The units of a document in reading order, judged: kind, or reason to drop."""
    pieces = sorted([*((b, None) for b in raw.blocks), *((RawBlock(d.start, d.end), d.reason) for d in raw.drops)])
    units: list[Unit] = []
    for block, reason in pieces:
        moved = block._replace(start=shift.start(block.start), end=shift.end(block.end))
        made = make_units(text, [moved], resources.line_words)
        if reason and made:
            made = [Unit((made[0].lines[0][:1] + made[-1].lines[-1][1:],), reason=reason)]
        units += made
    judged = resources.tool(Boilerplate).judge(text, units)
    return resources.tool(Kinds).name(text, bridge(text, judged, resources.line_words))


def _dropped(unit: Unit, raw: Raw, alignment: Alignment) -> Dropped:
    spans = alignment.source_spans(unit.lines[0][0], unit.lines[-1][1])
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    starts = raw.source.page_starts
    page = bisect_right(starts, start) if starts else None
    text = raw.source.text[start:end]
    return Dropped(source=SourceSlice(start=start, end=end, page=page), reason=unit.reason or "", text=text)


def _blocks(cleaned: _Cleaned, judge: LanguageJudge, said: Known | None) -> tuple[Block, ...]:
    text = cleaned.rendered.text
    spans = cleaned.rendered.spans
    heads = frozenset(index for index, unit in enumerate(cleaned.units) if unit.kind == "heading")
    languages = judge.judge_all([text[start:end] for start, end in spans], said, heads)
    return tuple(
        Block(start=start, end=end, kind=unit.kind or "paragraph", language=language, main=unit.main)
        for unit, (start, end), language in zip(cleaned.units, spans, languages, strict=True)
    )


def _largest(languages: dict[str, float]) -> Language:
    """The language with most characters; one that is known before one that is not."""
    order: tuple[Language, ...] = ("fr", "en", "other", "unknown")
    return max(order, key=lambda code: (languages.get(code, 0.0), -order.index(code)))


def _source(data: bytes, path: str, media_type: str, raw: Raw) -> Source:
    return Source(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        charset=raw.charset,
        bytes=len(data),
        pages=len(raw.source.page_starts) or None,
        reader=_with_versions(raw.reader),
    )


def _with_versions(reader: str) -> str:
    """The reader with the versions of its packages: `lxml 6.1.3 + trafilatura 2.3.1`; our own has the project's.

    A program that is no package says its version itself.
    """
    named = [name if _VERSIONED.search(name) else f"{name} {_version(name)}" for name in reader.split(" + ")]
    return " + ".join(named)


@cache
def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return __version__


def _metadata(
    raw: Raw, cleaned: _Cleaned, blocks: Sequence[Block], override: Override | None, resources: IngestResources
) -> Metadata:
    days = resources.tool(Days)
    text = cleaned.rendered.text
    parts = [
        Part(block.kind, text[block.start : block.end], lines)
        for block, lines in zip(blocks, cleaned.lines, strict=True)
    ]
    language = _mainly(blocks)
    named = next((finding.value for finding in raw.findings if finding.found == "title tag"), None)
    dropped = [drop.text for drop in cleaned.dropped]
    lines = _lines(cleaned, blocks, parts)
    found = resources.tool(TextMetadata).find(parts, dropped, language, named=named, lines=lines)
    said = [_without_names(finding, resources.tool(Titles)) for finding in raw.findings]
    return weigh([*said, *found], override, days)


def _mainly(blocks: Sequence[Block]) -> Known | None:
    """The language that nearly all of a document is in; None where it is in both."""
    found = {code: sum(block.end - block.start for block in blocks if block.language == code) for code in KNOWN}
    best = max(KNOWN, key=lambda code: found[code])
    return best if found[best] and found[best] >= _NEARLY_ALL * sum(found.values()) else None


def _lines(cleaned: _Cleaned, blocks: Sequence[Block], parts: Sequence[Part]) -> list[Part]:
    """The blocks with the dropped lines that speak of the document (its number, sort, author), each in its place."""
    alignment = cleaned.rendered.alignment
    placed = [
        (_source_start(alignment, block), index, part)
        for index, (block, part) in enumerate(zip(blocks, parts, strict=True))
    ]
    about = [drop for drop in cleaned.dropped if drop.reason in ABOUT]
    placed += [
        (
            drop.source.start,
            -1,
            Part("signature" if drop.reason == "byline" else "heading", _WIDE.sub(" | ", drop.text)),
        )
        for drop in about
    ]
    return [part for _, _, part in sorted(placed)]


def _source_start(alignment: Alignment, block: Block) -> int:
    first = alignment.source_spans(block.start, block.start + 1)  # nothing where it was inserted
    return (first or alignment.source_spans(block.start, block.end))[0][0]


def _without_names(finding: Finding, titles: Titles) -> Finding:
    """A title tag that names only the site or the sort of paper counts for little."""
    if finding.found == "title tag" and titles.is_generic(finding.value):
        return finding._replace(confidence=_GENERIC)
    return finding
