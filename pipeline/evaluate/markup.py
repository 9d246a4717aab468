"""The inline markup of the gold corpus: a `.gold` file becomes a `GoldDocument` with offsets, or an error with a line.

The form is described in `corpus/gold/README.md`: a TOML head between two lines `+++`, then blocks separated by empty
lines, with marks `[text|LABEL value]` that nest.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, get_args

import msgspec

from pipeline.dates.calendar import bounds
from pipeline.errors import ConfigError
from pipeline.evaluate.gold import (
    GoldAmount,
    GoldBlock,
    GoldDate,
    GoldDocument,
    GoldEntity,
    GoldEvent,
    GoldSource,
    Span,
    Split,
)
from pipeline.records import AmountMod, DateMod, EntityLabel, RangeMod

FENCE = "+++"
KINDS = {  # name in the file: kind of the block
    **{kind: kind for kind in ("heading", "paragraph", "quote", "pull_quote", "caption", "footnote", "dateline")},
    **{kind: kind for kind in ("signature", "boilerplate")},
    "item": "list_item",
    "row": "table",
}
BETWEEN = "\n\n"  # between two blocks of the gold text
UNSCORED = ("caption", "pull_quote", "footnote")  # kept as blocks of their kind, set apart from the running text

ENTITY_LABELS: tuple[str, ...] = get_args(EntityLabel)
DATE_MODS: tuple[str, ...] = get_args(DateMod)
AMOUNT_MODS: tuple[str, ...] = get_args(AmountMod)

_BLOCK_HEAD = re.compile(r"@(?P<kind>[a-z_]+)(?::(?P<language>[a-z]{2,3}))?(?:\s+|$)")
_SPEC = re.compile(r"(?P<label>[A-Z]+)(?P<flag>[?~]?)(?:\s+(?P<rest>.*))?", re.DOTALL)
_ID = re.compile(r"[A-Z]{2}|[a-z0-9]+(?:-[a-z0-9]+)*(?:-[A-Z]{2})?")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


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


class Spec(NamedTuple):
    """What a mark says after its bar."""

    label: str
    flag: str
    words: list[str]  # the value, without options
    options: dict[str, list[str]]  # alt=…, or=…


@dataclass
class _Open:
    """A bracket that is not closed yet; `bars` are the places in the text where an unescaped bar stood."""

    start: int
    line: int
    bars: list[int] = field(default_factory=list)
    other_spans: list[tuple[Span, str]] = field(default_factory=list)


class _Mark(NamedTuple):
    span: Span
    spec: Spec
    line: int
    other_spans: list[tuple[Span, str]]


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
        self.marks: list[_Mark] = []

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
        spec = self._spec(specification, line)
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
            self.marks.append(_Mark(span, spec, line, mine))
        return at - bar

    def _spec(self, specification: str, line: int) -> Spec:
        match = _SPEC.fullmatch(specification.strip())
        if match is None or match["label"] not in (*ENTITY_LABELS, "DATE", "AMOUNT"):
            self.fail(line, f"not a mark: {specification!r}")
        words: list[str] = []
        options: dict[str, list[str]] = {}
        for word in (match["rest"] or "").split():
            name, equals, value = word.partition("=")
            if equals and name in ("alt", "or"):
                options.setdefault(name, []).append(value)
            else:
                words.append(word)
        return Spec(match["label"], match["flag"], words, options)

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

    def _item(self, mark: _Mark) -> GoldEntity | GoldDate | GoldAmount:
        common = {
            "text": self.text[slice(*mark.span)],
            "span": mark.span,
            "spans": tuple(span for span, _ in mark.other_spans),
            "alts": tuple(self.text[slice(*span)] for span, _ in mark.other_spans),
            "optional": mark.spec.flag == "?" or self._unscored(mark.span),
        }
        if mark.spec.label in ENTITY_LABELS:
            return self._entity(mark, common)
        return self._date(mark, common) if mark.spec.label == "DATE" else self._amount(mark, common)

    def _unscored(self, span: Span) -> bool:
        return any(block.start <= span[0] < block.end and block.kind in UNSCORED for block in self.blocks)

    def _entity(self, mark: _Mark, common: dict[str, Any]) -> GoldEntity:
        spec = mark.spec
        if len(spec.words) != 1 or not _ID.fullmatch(spec.words[0]):
            self.fail(mark.line, f"{common['text']!r}: a name has one canonical id (FR, the-hague), not {spec.words}")
        if unknown := [label for label in spec.options.get("alt", ()) if label not in ENTITY_LABELS]:
            self.fail(mark.line, f"{common['text']!r}: no such label: {', '.join(unknown)}")
        alts = spec.options.get("alt", [])
        return msgspec.convert(
            {**common, "type": spec.label, "canonical": spec.words[0], "alt_types": alts}, GoldEntity
        )

    def _date(self, mark: _Mark, common: dict[str, Any]) -> GoldDate:
        spec = mark.spec
        value, mods = (spec.words[0] if spec.words else ""), spec.words[1:]
        others = spec.options.get("or", [])
        wrong = [edtf for edtf in (value, *others) if not is_edtf(edtf) and (edtf != "-" or spec.flag != "?")]
        if wrong or len(mods) > 1:
            self.fail(mark.line, f"{common['text']!r}: not EDTF with at most one modifier: {' '.join(spec.words)}")
        mod = self._date_mod(mods[0], mark.line) if mods else None
        return GoldDate(**common, value=None if value == "-" else value, mod=mod, alt_values=tuple(others))

    def _date_mod(self, word: str, line: int) -> DateMod | RangeMod:
        start, slash, end = word.partition("/")
        if any(part not in (*DATE_MODS, "-") for part in (start, *([end] if slash else []))) or word == "-":
            self.fail(line, f"no such modifier: {word} (known: {', '.join(DATE_MODS)}, or two with /, - for none)")
        if not slash:
            mod: DateMod = msgspec.convert(start, DateMod)
            return mod
        ends = {"start": None if start == "-" else start, "end": None if end == "-" else end}
        return msgspec.convert(ends, type=RangeMod)

    def _amount(self, mark: _Mark, common: dict[str, Any]) -> GoldAmount:
        spec = mark.spec
        words = list(spec.words)
        mod = words.pop() if words and words[-1] in AMOUNT_MODS else None
        number = words.pop(0) if words else ""
        unit = " ".join(words) or None
        parts = number.split("..")
        known = all(_NUMBER.fullmatch(part) for part in parts) and len(parts) <= 2
        if unit is None or not (known or (number == "-" and spec.flag == "?")):
            self.fail(mark.line, f"{common['text']!r}: an amount is a number and a unit, not {' '.join(spec.words)!r}")
        numbers = [_decimal(part) for part in parts]
        return GoldAmount(
            **common,
            value=numbers[0] if len(numbers) == 1 else None,
            low=numbers[0] if len(numbers) == 2 else None,
            high=numbers[-1] if len(numbers) == 2 else None,
            unit=unit,
            mod=msgspec.convert(mod, AmountMod | None),
            alt_units=tuple(spec.options.get("or", ())),
        )

    def fail(self, line: int, reason: str) -> NoReturn:
        raise ConfigError(self.path, line, reason)


def is_edtf(value: str) -> bool:
    """Whether it is a date, a partial date or an interval of them in the EDTF that the project writes."""
    try:
        return bounds(value) != (None, None)
    except (ValueError, KeyError, IndexError):
        return False


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
