"""The inline markup of the gold corpus: a `.gold` file becomes a `GoldDocument` with offsets, or an error with a line.

The form is described in `corpus/gold/README.md`: a TOML head between two lines `+++`, then blocks separated by empty
lines, with marks `[text|LABEL value]` that nest.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import msgspec

from pipeline.errors import ConfigError
from pipeline.evaluate.gold import (
    GoldAmount,
    GoldBlock,
    GoldDate,
    GoldDocument,
    GoldEntity,
    GoldEvent,
    GoldItem,
    GoldSource,
    Span,
    Split,
)
from pipeline.evaluate.marks import Mark, is_edtf, make_item, read_spec

FENCE = "+++"
KINDS = {  # name in the file: kind of the block
    **{kind: kind for kind in ("heading", "paragraph", "quote", "pull_quote", "caption", "footnote", "dateline")},
    **{kind: kind for kind in ("signature", "boilerplate")},
    "item": "list_item",
    "row": "table",
}
BETWEEN = "\n\n"  # between two blocks of the gold text
UNSCORED = ("caption", "pull_quote", "footnote")  # kept as blocks of their kind, set apart from the running text

_BLOCK_HEAD = re.compile(r"@(?P<kind>[a-z_]+)(?::(?P<language>[a-z]{2,3}))?(?:\s+|$)")


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The TOML head of a `.gold` file."""

    language: str
    split: Split
    genre: str
    country: tuple[str, ...]
    decade: str
    topic: str
    title: str | None = None
    published: str | None = None
    place: str | None = None
    reference: str | None = None
    pair: str | None = None
    note: str | None = None
    events: tuple[GoldEvent, ...] = ()


@dataclass
class _Open:
    """A bracket that is not closed yet; `bars` are the places in the text where an unescaped bar stood."""

    start: int
    line: int
    bars: list[int] = field(default_factory=list)
    other_spans: list[tuple[Span, str]] = field(default_factory=list)


def parse(path: Path, source: str) -> GoldDocument:
    """Read one `.gold` file; `source` is the path of the document that it speaks of.

    Raises:
        ConfigError: anything in it that is not well formed, with the line.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(path, None, str(error)) from None
    if lines[0] != FENCE or FENCE not in lines[1:]:
        raise ConfigError(path, 1, f"a gold file begins with a TOML head between two lines {FENCE}")
    end = lines.index(FENCE, 1)
    head = _head(path, "\n".join(lines[1:end]))
    body = _Body(path, head.language)
    for number, raw in _raw_blocks(lines, end + 1):
        body.add(number, raw)
    return body.document(head, source)


def _head(path: Path, toml: str) -> Head:
    try:
        head = msgspec.convert(tomllib.loads(toml), Head)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigError(path, None, f"head: {error}") from None
    for value in (head.published, *(event.when for event in head.events)):
        if value is not None and not is_edtf(value):
            raise ConfigError(path, None, f"head: {value!r} is no EDTF date")
    return head


def _raw_blocks(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """Blocks as they stand, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*lines[first:], ""], first + 1):
        if line.strip():
            block.append(line.strip())
        elif block:
            yield number - len(block), "\n".join(block)
            block = []


class _Body:
    """The text as it grows, block by block, and the marks in it."""

    def __init__(self, path: Path, language: str) -> None:
        self.path = path
        self.language = language
        self.text = ""
        self.blocks: list[GoldBlock] = []
        self.marks: list[Mark] = []

    def add(self, line: int, raw: str) -> None:
        head = _BLOCK_HEAD.match(raw)
        name = head["kind"] if head else "paragraph"
        if name not in KINDS:
            self.fail(line, f"no such kind of block: {name} (known: {', '.join(KINDS)})")
        if self.text:
            self.text += BETWEEN
        start = len(self.text)
        marks = len(self.marks)
        self._scan(line + raw.count("\n", 0, head.end() if head else 0), raw[head.end() :] if head else raw)
        if KINDS[name] == "boilerplate" and len(self.marks) > marks:
            self.fail(line, "boilerplate has no marks")
        language = head["language"] if head and head["language"] else self.language
        block = {"start": start, "end": len(self.text), "kind": KINDS[name], "language": language}
        self.blocks.append(msgspec.convert(block, GoldBlock))

    def _scan(self, line: int, raw: str) -> None:
        """Add the text of a block without its marks, and note these."""
        stack: list[_Open] = []
        pieces: list[str] = []
        at = len(self.text)
        position = 0
        while position < len(raw):
            character = raw[position]
            if character == "\\" and raw[position + 1 : position + 2] in tuple("[]|\\"):
                position += 1
                character = raw[position]
            elif character == "[":
                stack.append(_Open(at, line))
                position += 1
                continue
            elif character == "]":
                if not stack:
                    self.fail(line, "] without [ (write \\] for a bracket of the text)")
                at -= self._close(stack, pieces, at, line)
                position += 1
                continue
            elif character == "|" and stack:
                stack[-1].bars.append(at)
            line += character == "\n"
            pieces.append(" " if character == "\n" else character)
            at += 1
            position += 1
        if stack:
            self.fail(stack[-1].line, "[ without ] (write \\[ for a bracket of the text)")
        self.text += "".join(pieces)

    def _close(self, stack: list[_Open], pieces: list[str], at: int, line: int) -> int:
        """End a mark; returns how many characters at the end of the pieces were its specification."""
        mark = stack.pop()
        if not mark.bars:
            self.fail(mark.line, "a mark without a bar: [text|LABEL value]")
        bar = mark.bars[-1]
        specification = "".join(pieces[len(pieces) - (at - bar) + 1 :])
        del pieces[len(pieces) - (at - bar) :]
        span = (mark.start, bar)
        text = "".join(pieces[len(pieces) - (bar - mark.start) :])
        if not text or text != text.strip():
            self.fail(line, f"the text of a mark is empty or has blanks at its ends: {text!r}")
        try:
            spec = read_spec(specification)
        except ValueError as error:
            self.fail(line, str(error))
        if spec.flag == "~":
            if not stack:
                self.fail(line, f"{text!r}: ~ is another span of a mark around it, and there is none")
            stack[-1].other_spans.append((span, spec.label))
        else:
            mine = [other for other in mark.other_spans if other[1] == spec.label]
            if stack:  # spans that were meant for a mark further out
                stack[-1].other_spans += [other for other in mark.other_spans if other[1] != spec.label]
            elif len(mine) != len(mark.other_spans):
                self.fail(line, f"{text!r}: a ~ of another label than the mark around it")
            self.marks.append(Mark(span, spec, line, mine))
        return at - bar

    def document(self, head: Head, source: str) -> GoldDocument:
        """The finished document, its items in the order of the text."""
        items = [self._item(mark) for mark in sorted(self.marks, key=lambda mark: (mark.span[0], -mark.span[1]))]
        about = {name: getattr(head, name) for name in Head.__struct_fields__ if name != "language"}
        return GoldDocument(
            source=GoldSource(file=source),
            lang=head.language,
            text=self.text,
            blocks=tuple(self.blocks),
            entities=tuple(item for item in items if isinstance(item, GoldEntity)),
            dates=tuple(item for item in items if isinstance(item, GoldDate)),
            amounts=tuple(item for item in items if isinstance(item, GoldAmount)),
            **about,
        )

    def _item(self, mark: Mark) -> GoldItem:
        unscored = any(block.start <= mark.span[0] < block.end and block.kind in UNSCORED for block in self.blocks)
        try:
            return make_item(mark, self.text, optional=unscored)
        except ValueError as error:
            self.fail(mark.line, str(error))

    def fail(self, line: int, reason: str) -> NoReturn:
        raise ConfigError(self.path, line, reason)
