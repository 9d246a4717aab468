"""Web pages: text by our own walk, trafilatura as the vote on what is main text, metadata from the head."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from pipeline.alignment import Edit
from pipeline.ingest.decode import decode
from pipeline.ingest.raw import Raw, RawBlock, RawDrop
from pipeline.ingest.readers.html.depth import flatten, trim_tags
from pipeline.ingest.readers.html.layout import layout_rows
from pipeline.ingest.readers.html.main import judge_blocks
from pipeline.ingest.readers.html.metadata import find_metadata
from pipeline.ingest.readers.html.walk import Walk, WebBlock
from pipeline.ingest.readers.line_breaks import part_lines
from pipeline.ingest.readers.set_apart import take_apart
from pipeline.ingest.resources import IngestResources
from pipeline.records import SourceText

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_WORD = re.compile(r"\w+")
_DECLARATION = re.compile(
    r"\A\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!DOCTYPE[^<>\[\]]{0,300}\[[^\[\]]{0,20000}\]\s*>)?", re.I
)
_WIDEST = 5_000  # cells
_MINIMUM = 0.15  # of the page's text: a vote for less is no vote


def read_html(data: bytes, resources: IngestResources) -> Raw:
    """A web page; what is no main text is dropped with the reason that its place or the vote gives."""
    from lxml import etree

    declared = _CHARSET.search(data[:4096]) or _XML_CHARSET.search(data[:200])
    text, charset = decode(data, resources, declared=declared[1].decode("ascii") if declared else None)
    markup = flatten(trim_tags(_DECLARATION.sub("", text.replace("\0", ""), count=1)))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    root = etree.fromstring(markup.encode("utf-8", errors="replace"), parser)
    blocks = [] if root is None else _walk(root)
    findings = [] if root is None else find_metadata(root)
    votes = [False] * len(blocks) if root is None or _is_too_wide(root) else _vote(markup, blocks)
    reasons = judge_blocks(blocks, votes, resources)
    return _composed(blocks, reasons)._replace(findings=tuple(findings), charset=charset)


def _walk(root: Any) -> list[WebBlock]:
    from lxml import etree

    events = ("start", "end")
    layout = layout_rows(etree.iterwalk(root, events=events))
    return Walk(layout).run(etree.iterwalk(root, events=events))


def _is_too_wide(root: Any) -> bool:
    """Whether a row has more cells than trafilatura takes in linear time."""
    return any(len(row) > _WIDEST for row in root.iter("tr"))


def _vote(markup: str, blocks: Sequence[WebBlock]) -> list[bool]:
    """For each block whether trafilatura has it in its main text; all False where it finds next to nothing."""
    import trafilatura

    try:
        main = trafilatura.extract(markup, include_comments=False, include_tables=True, favor_recall=True) or ""
    except (RecursionError, ValueError, TypeError, AttributeError):
        main = ""  # a page that it cannot take: our own rules decide
    lines = {_key(line) for line in main.split("\n")}
    whole = " ".join(_key(line) for line in main.split("\n"))
    total = sum(len(block.text) for block in blocks)
    if len(main) < _MINIMUM * total:
        return [False] * len(blocks)
    return [(key := _key(block.text)) in lines or (len(key) > 25 and key in whole) for block in blocks]


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _composed(blocks: Sequence[WebBlock], reasons: Sequence[str | None]) -> Raw:
    """The source text, an empty line between blocks, with the blocks' places in it and what is set apart there."""
    pieces: list[str] = []
    kept: list[RawBlock] = []
    drops: list[RawDrop] = []
    markup: list[Edit] = []
    position = 0
    for reason, group in groupby(zip(blocks, reasons, strict=True), key=lambda pair: pair[1]):
        first = position
        for block, _ in group:
            number = f"{block.number} " if block.number and reason is None else ""
            text, edits = take_apart(number + block.text, position)
            if reason is None:
                kept += _placed(block, text, position)
            markup += edits
            pieces.append(text)
            position += len(text) + 2
        if reason is not None:
            drops.append(RawDrop(first, position - 2, reason))
    source = SourceText(text="\n\n".join(pieces))
    return Raw(source, "lxml + trafilatura", tuple(kept), tuple(drops), tuple(markup))


def _placed(block: WebBlock, text: str, position: int) -> list[RawBlock]:
    """A block of the page; several where line breaks part its text."""
    main = block.kind not in {"caption", "pull_quote"}
    spans = part_lines(text) if block.kind in {None, "paragraph"} else [(0, len(text))]
    return [RawBlock(position + start, position + end, block.kind, main) for start, end in spans]
