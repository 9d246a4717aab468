"""The numbers that Word sets before paragraphs: they are shown and cited, but stand in no text of the file.

A paragraph, or its style, names a list (`w:num`) and a level of it; the list leads to its definition (`w:abstractNum`),
which has each level's format, pattern (`%1.%2`) and start. Paragraphs count up in the order of the document: ISO/IEC
29500-1, 17.9. Bullets are no numbers and are left out.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.ingest.readers.docx.walk import SKIPPED, W, is_off
from pipeline.ingest.readers.list_numbers import format_number

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LONGEST = 60  # characters of a pattern
_DEEPEST = 30  # styles that are based on each other
_INTEGER = re.compile(r"-?\d{1,9}")


class _Level(NamedTuple):
    """A level of a list: its first number, format, pattern, and the level above (from 1) that begins it anew."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


class _List(NamedTuple):
    """A list as paragraphs name it: whose counters it shares, its levels, the levels that it starts at a number."""

    shared: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._styles = {style.get(f"{W}styleId"): style for style in styles.iterchildren(f"{W}style")}
        found = [] if numbering is None else list(numbering)
        self._abstract = {_id(one, "abstractNumId"): one for one in found if one.tag == f"{W}abstractNum"}
        self._nums = {_id(one, "numId"): one for one in found if one.tag == f"{W}num"}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def markers(self, body: Any) -> dict[Any, str]:
        """The numbers of all paragraphs under an element, in their order; those without one are not there."""
        return {one: marker for one in _paragraphs(body) if (marker := self._marker(one))} if self._nums else {}

    def _marker(self, paragraph: Any) -> str:
        list_id, level = self._place(paragraph)
        found = self._list(list_id)
        if found is None or level not in found.levels:
            return ""
        counts = self._count(list_id, found, level)
        here = found.levels[level]

        def written(match: re.Match[str]) -> str:
            number = int(match[1]) - 1
            one = found.levels.get(number, _Level())
            value = counts[number]
            return format_number(one.start if value is None else value, "decimal" if here.legal else one.form)

        return "" if here.form == "bullet" else _PLACE.sub(written, here.pattern).strip()

    def _count(self, list_id: str, found: _List, level: int) -> list[int | None]:
        """Count a paragraph of a level: the numbers of all levels from now on."""
        counts = self._counts.setdefault(found.shared, [None] * _LEVELS)
        value = counts[level]
        if level in found.starts and (list_id, level) not in self._begun:
            self._begun.add((list_id, level))
            counts[level] = found.starts[level]
        else:
            counts[level] = found.levels[level].start if value is None else value + 1
        for below in range(level + 1, _LEVELS):
            restart = found.levels.get(below, _Level()).restart
            if restart is None or level < restart:
                counts[below] = None
        return counts

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and the level of a paragraph, its own or its style's; `0` is none."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        list_id, level = _value(own, "numId"), _value(own, "ilvl")
        style_id = _value(paragraph.find(f"{W}pPr"), "pStyle")
        if not list_id:
            list_id, said = self._of_style(style_id)
            level = level or said or self._linked(list_id, style_id)
        return list_id, _whole(level, 0)

    def _linked(self, list_id: str, style_id: str) -> str:
        """The level of a list that names the style."""
        found = self._list(list_id)
        return next((str(number) for number, one in found.levels.items() if one.style == style_id), "") if found else ""

    def _of_style(self, style_id: str) -> tuple[str, str]:
        """The list and the level that a style or one that it is based on gives."""
        level = ""
        for _ in range(_DEEPEST):
            style = self._styles.get(style_id)
            if style is None:
                break
            properties = style.find(f"{W}pPr/{W}numPr")
            level = level or _value(properties, "ilvl")
            if list_id := _value(properties, "numId"):
                return list_id, level
            style_id = _value(style, "basedOn")
        return "", ""

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._resolved(list_id)
        return self._lists[list_id]

    def _resolved(self, list_id: str) -> _List | None:
        num = self._nums.get(list_id)
        shared = _value(num, "abstractNumId")
        definition = self._abstract.get(shared)
        for _ in range(_DEEPEST):  # a definition may be that of a style of lists
            linked = _value(definition, "numStyleLink")
            if not linked:
                break
            shared = _value(self._nums.get(self._of_style(linked)[0]), "abstractNumId")
            definition = self._abstract.get(shared)
        if num is None or definition is None:
            return None
        levels = dict(_levels(definition))
        starts: dict[int, int] = {}
        for override in num.iterchildren(f"{W}lvlOverride"):
            level = _whole(override.get(f"{W}ilvl"), -1)
            levels.update(_levels(override))
            if (start := override.find(f"{W}startOverride")) is not None and 0 <= level < _LEVELS:
                starts[level] = _whole(start.get(f"{W}val"), 1)
        return _List(shared, levels, starts)


def _levels(definition: Any) -> Iterator[tuple[int, _Level]]:
    for element in definition.iterchildren(f"{W}lvl"):
        number = _whole(element.get(f"{W}ilvl"), -1)
        restart = _value(element, "lvlRestart")
        legal = element.find(f"{W}isLgl")
        if 0 <= number < _LEVELS:
            yield (
                number,
                _Level(
                    start=_whole(_value(element, "start"), 0),
                    form=_value(element, "numFmt") or "decimal",
                    pattern=_value(element, "lvlText")[:_LONGEST],
                    restart=_whole(restart, number) if restart else None,
                    legal=legal is not None and not is_off(legal),
                    style=_value(element, "pStyle"),
                ),
            )


def _paragraphs(body: Any) -> Iterator[Any]:
    """The paragraphs that count, in order: not those whose end is struck or hidden, for they are not shown as such."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}p" and not _is_struck(element):
            yield element
        if element.tag not in SKIPPED:
            waiting += reversed(element)


def _is_struck(paragraph: Any) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    if mark is None:
        return False
    hidden = mark.find(f"{W}vanish")
    return mark.find(f"{W}del") is not None or (hidden is not None and not is_off(hidden))


def _id(element: Any, name: str) -> str:
    return element.get(f"{W}{name}") or ""


def _value(element: Any, name: str) -> str:
    """What a property says; empty where there is none."""
    found = None if element is None else element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val") or ""


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and _INTEGER.fullmatch(text) else otherwise
