"""Markdown: the decoded file is the source text; its signs are taken out as edits."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.alignment import Edit
from pipeline.ingest.decode import decode
from pipeline.ingest.metadata.front_matter import read_front_matter
from pipeline.ingest.raw import Raw, RawBlock, RawDrop
from pipeline.ingest.readers.markdown.inline import find_labels, find_markup
from pipeline.ingest.readers.markdown.lines import is_prose, set_lines
from pipeline.ingest.repair.edits import merge_edits
from pipeline.ingest.resources import IngestResources
from pipeline.records import BlockKind, SourceText

if TYPE_CHECKING:
    from markdown_it.token import Token

STEP = "markup removed"
_DEEPEST = 100  # lists and quotations inside one another; what lies deeper is read line by line
_CONTAINERS = frozenset({"blockquote_open", "list_item_open"})
_NEWLINE = re.compile(r"\r\n|\n|\r")
_VISIBLE = re.compile(r"\S+(?:[^\S\n]+\S+)*")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]*)?")
_SUFFIX = re.compile(r"[ \t]+#+[ \t]*\Z")
_RULE = re.compile(r"[ \t>]*(?:=+|-+|`{3,}.{0,80}|~{3,}.{0,80})[ \t]*\Z")
_PIPES = re.compile(r"\A[ \t>]*\||\|[ \t]*\Z")
_BOLD = re.compile(r"(\*\*|__)(?![\s*_])[^\n*_]{2,140}\1:?\Z")
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:[ \t]*")
_NOTE_LINE = re.compile(r"^[ \t]{0,3}\[\^[^\]\s]{1,40}\]:", re.M)
_SPEAKER = re.compile(r"[ \t>]*(?:—|–|--)[ \t]?[^\W\d_][^\n]{2,200}\Z")
_FENCE = re.compile(r"[ \t>]*(?:`{3}|~{3}|    |\t)")
_CODE = frozenset({"fence", "code_block"})
_NOT_TEXT = re.compile(
    r"<!--(?:(?!-->).)*-->\s*\Z|<(script|style)\b(?:(?!</\1).)*</\1\s*>\s*\Z|\[TOC\]\s*\Z", re.I | re.S
)
_HTML_HEADING = re.compile(r"\s*<h[1-6][\s>]", re.I)
_BARE_HEADING = re.compile(
    r"(?:#{2,6}(?=[^\s#])|#(?=[^\s#]+[ \t]+\S))[^\n]{2,200}\Z"
)  # no blank, as older writers have it
_ANCHOR = re.compile(r"[ \t]*\{[#.:][^{}\n]{1,80}\}[ \t]*\Z")
_TASK = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(\[([ xX])\])(?=[ \t])")


def read_markdown(data: bytes, resources: IngestResources) -> Raw:
    """A Markdown file: front matter, headings, lists, quotes, tables, notes."""
    text, charset = decode(data, resources)
    front, findings = read_front_matter(text)
    blocks = [RawBlock(b.start + front, b.end + front, b.kind, b.main) for b in _blocks(text[front:])]
    markup = list(_markup(text, front, blocks))
    drops = (RawDrop(0, front, "front matter"),) if front else ()
    return Raw(SourceText(text=text), "markdown-it-py", tuple(blocks), drops, tuple(markup), tuple(findings), charset)


def _blocks(text: str) -> list[RawBlock]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("inline")
    starts = [0, *(match.end() for match in _NEWLINE.finditer(text)), len(text)]
    blocks: list[RawBlock] = []
    nested: list[str] = []
    for token in parser.parse(text):
        if token.nesting < 0:
            nested.pop()
        elif token.map and (kind := _kind(token, nested)) is not None:
            first, last = (starts[min(line, len(starts) - 1)] for line in token.map)
            block = RawBlock(first, last, kind, token.type not in _CODE)
            if token.type == "code_block" and blocks and blocks[-1].kind == "footnote":
                block = block._replace(kind="footnote", main=True)  # indented: the note goes on
            blocks += _named(text, block, quoted=bool(blocks) and blocks[-1].kind == "quote")
        elif token.map and token.type in _CONTAINERS and token.level + 1 >= _DEEPEST:
            borders = [starts[min(line, len(starts) - 1)] for line in range(token.map[0], token.map[1] + 1)]
            blocks += _too_deep(text, borders, "list_item" if "list_item_open" in (*nested, token.type) else "quote")
        if token.nesting > 0:
            nested.append(token.type)
    return blocks


def _too_deep(text: str, borders: list[int], kind: BlockKind) -> Iterator[RawBlock]:
    """The lines of a container whose content the parser leaves out: each a block, so that no text is lost."""
    for start, end in pairwise(borders):
        if any(map(str.isalnum, text[start:end])):
            yield RawBlock(start, end, kind)


def _named(text: str, block: RawBlock, *, quoted: bool) -> Iterator[RawBlock]:
    """A block as a reader sees it: code that is prose, a heading that is none, lines that stand by themselves.

    `quoted`: a quotation comes before it, so that a line with a dash names who said it.
    """
    content = text[block.start : block.end].strip()
    if _NOT_TEXT.match(content):
        return
    if not block.main:
        yield block._replace(kind=None, main=True) if is_prose(content) else block
    elif block.kind == "paragraph" and _BOLD.match(content):
        yield block._replace(kind=None)  # a heading, a dateline: by its words
    elif block.kind == "heading" and not content.startswith("#") and _is_underlined_prose(content):
        yield block._replace(kind="paragraph")
    elif block.kind == "paragraph" and (_BARE_HEADING.match(content) or _HTML_HEADING.match(content)):
        yield block._replace(kind="heading")
    elif block.kind == "paragraph" and _NOTE.match(content):
        starts = [match.start() for match in _NOTE_LINE.finditer(text, block.start, block.end)]
        borders = [block.start, *starts[1:], block.end]
        yield from (block._replace(start=start, end=end, kind="footnote") for start, end in pairwise(borders))
    elif block.kind in {"paragraph", "quote"}:
        lines = set_lines(text, block.start, block.end)
        for number, (start, end) in enumerate(lines):
            named = (quoted or number > 0) and _SPEAKER.match(text[start:end].rstrip())
            yield block._replace(
                start=start, end=end, kind="signature" if block.kind == "quote" and named else block.kind
            )
    else:
        yield block


def _is_underlined_prose(content: str) -> bool:
    """Whether a rule under a paragraph made it a heading: one that ends as a sentence does."""
    above = content.rpartition("\n")[0].rstrip()
    return len(above) > 150 or (len(above) > 40 and above.endswith("."))


def _kind(token: "Token", nested: list[str]) -> BlockKind | None:
    """The kind of a leaf token's block; None for the containers."""
    if token.type == "heading_open":
        return "heading"
    if token.type == "tr_open":
        return "table"
    if token.type in {"fence", "code_block", "html_block"}:
        return "paragraph"
    if token.type != "paragraph_open":
        return None
    if "list_item_open" in nested:
        return "list_item"
    return "quote" if "blockquote_open" in nested else "paragraph"


def _markup(text: str, front: int, blocks: list[RawBlock]) -> Iterator[Edit]:
    """Everything that is Markdown and not text, sorted: signs in the blocks, and what stands between blocks."""
    position = front
    labels = find_labels(text)
    for block in blocks:
        yield from _between(text, position, block.start)
        yield from _in_block(text, block, labels)
        position = max(position, block.end)
    yield from _between(text, position, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Edit]:
    for match in _VISIBLE.finditer(text, start, end):
        yield Edit(match.start(), match.end(), "", STEP)


def _in_block(text: str, block: RawBlock, labels: frozenset[str]) -> list[Edit]:
    edits: list[Edit] = []
    borders = [block.start, *(m.end() for m in _NEWLINE.finditer(text, block.start, block.end)), block.end]
    code = not block.main
    raw = code or (block.kind is None and _FENCE.match(text, block.start) is not None)
    for number, (low, high) in enumerate(pairwise(borders)):
        line = text[low:high].rstrip("\r\n")
        edits += (Edit(low + a, low + b, "", STEP) for a, b in _line_signs(line, block.kind, number, code=raw))
    if block.kind == "list_item" and (task := _TASK.match(text, block.start, block.end)):
        edits.append(Edit(*task.span(1), "☐" if task[2] == " " else "☑", STEP))
    return edits if raw else merge_edits(edits, find_markup(text, block.start, block.end, STEP, labels))


def _line_signs(line: str, kind: BlockKind | None, number: int, *, code: bool) -> Iterator[tuple[int, int]]:
    """The signs at the edges of one line: `>`, `#`, rules, fences, outer bars of a row."""
    if _RULE.match(line) and (code or (kind in {"heading", "paragraph"} and number)):
        if line:
            yield 0, len(line)
        return
    if code:
        return
    prefix = _PREFIX.match(line)
    length = prefix.end() if prefix and (kind in {"heading", "quote", "signature"} or ">" in prefix.group()) else 0
    if length:
        yield 0, length
    note = _NOTE.match(line) if kind == "footnote" else None
    if note:
        yield 0, note.end()
    if kind == "heading" and (suffix := _SUFFIX.search(line, length) or _ANCHOR.search(line, length)):
        yield suffix.span()
    if kind == "table" and not any(map(str.isalnum, line)):
        yield 0, len(line)
    elif kind == "table":
        yield from (match.span() for match in _PIPES.finditer(line))
