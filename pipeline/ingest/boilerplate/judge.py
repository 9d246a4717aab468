"""What stands around the body: navigation, share links, legal and cookie notices, running heads and page numbers.

Lines are judged by form, by the lexicons of both languages and by position: a word such as `Contact` is boilerplate in
the company of its like, before the body or after it, never inside it.
"""

from collections.abc import Sequence

from pipeline.ingest.blocks.lines import ends_sentence, is_separator
from pipeline.ingest.blocks.units import Unit
from pipeline.ingest.boilerplate.frame import Frame
from pipeline.ingest.boilerplate.menus import REACHED, fill_contacts, find_menus
from pipeline.ingest.boilerplate.page_edges import PageEdges
from pipeline.ingest.boilerplate.page_sections import PageSections
from pipeline.ingest.boilerplate.phrases import Phrases
from pipeline.ingest.boilerplate.positions import by_position, fill_between, is_mark
from pipeline.ingest.boilerplate.running_heads import find_bare_numbers, find_heads
from pipeline.ingest.boilerplate.surround import Surround
from pipeline.ingest.resources import IngestResources

_JUDGED = frozenset({None, "heading", "list_item", "paragraph"})
_LINES = 60  # of a unit that is looked at line by line
_SHORT = 90  # characters
_LINE = 170  # characters of a line of a stack
_BLOCK = 5  # lines of an imprint


class Boilerplate:
    """Knows boilerplate when it sees it, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        self._frame = resources.tool(Frame)
        self._surround = resources.tool(Surround)
        self._phrases = resources.tool(Phrases)
        self._sections = resources.tool(PageSections)
        self._edges = resources.tool(PageEdges)

    def _found(self, unit: Unit, content: str) -> str | None:
        """The reason that form and lexicon give, of units that are still in question."""
        if unit.reason is not None or unit.kind not in _JUDGED:
            return None
        found = self._phrases.reason(content)
        if found is None and len(unit.lines) > 1 and len(content) < 300 and REACHED.search(content):
            first = self._phrases.reason(content[: unit.lines[0][1] - unit.lines[0][0]])
            return first if first == "press contact" else None
        return found

    def _body(self, text: str, units: Sequence[Unit]) -> tuple[list[Unit], list[str], list[str | None], int, int]:
        """The units, what they say and what the lexicon finds in them, with the first and the last of the running text.

        Lines about the document that were taken for a part of another unit are units of their own.
        """
        units = [part for unit in units for part in self._parted(text, unit)]
        contents = [unit.content(text) for unit in units]
        found = [self._found(unit, content) for unit, content in zip(units, contents, strict=True)]
        seen, first_look = dict(zip(units, found, strict=True)), found
        ends = self._ends(text, units, contents, found)
        parted = self._surround.split(text, units, *ends)
        contents = [unit.content(text) for unit in parted]
        found = [
            seen[unit] if unit in seen else self._found(unit, content)
            for unit, content in zip(parted, contents, strict=True)
        ]
        prose = self._prose(parted, contents, found)
        sections = self._sections.find(parted, contents, found, prose)
        found = fill_between([sections.get(index) or reason for index, reason in enumerate(found)], contents)
        if parted != units or found != first_look:
            ends = self._ends(text, parted, contents, found)
        return parted, contents, found, *ends

    def _parted(self, text: str, unit: Unit) -> list[Unit]:
        """A unit of short lines with those that the lexicons know on their own."""
        if unit.kind is not None or unit.reason is not None or not 1 < len(unit.lines) <= _LINES:
            return [unit]
        lines = [text[start:end] for start, end in unit.lines]
        begun = sum(not line[0].islower() for line in lines)
        if max(map(len, lines)) > _LINE or 2 * begun < len(lines):
            return [unit]  # wrapped lines of a paragraph begin anywhere
        known = [self._phrases.reason(line) is not None for line in lines]
        alone = [known[i] and self._stands_alone(lines, known, i) for i in range(len(lines))]
        if sum(alone) > 1 and _is_stack(lines):
            alone = [True] * len(lines)
        if not any(alone):
            return [unit]
        runs: list[Unit] = []
        for i, line in enumerate(unit.lines):
            if i and not alone[i] and not alone[i - 1]:
                runs[-1] = runs[-1]._replace(lines=(*runs[-1].lines, line))
            else:
                runs.append(unit._replace(lines=(line,)))
        return runs

    def _stands_alone(self, lines: Sequence[str], known: Sequence[bool], index: int) -> bool:
        """Whether a known line is no piece of a paragraph: what is above has ended, what is below begins."""
        above = index == 0 or known[index - 1] or ends_sentence(lines[index - 1]) or lines[index][0].isupper()
        below = index + 1 == len(lines) or known[index + 1] or not lines[index + 1][0].islower()
        return above and below

    def _prose(self, units: Sequence[Unit], contents: Sequence[str], found: Sequence[str | None]) -> list[int]:
        """The units of running text."""
        return [i for i, unit in enumerate(units) if _is_prose(contents[i], unit) and not found[i]]

    def _ends(
        self, text: str, units: Sequence[Unit], contents: Sequence[str], found: Sequence[str | None]
    ) -> tuple[int, int]:
        """The first and the last unit of running text; past the ends where there is none."""
        prose = self._prose(units, contents, found)
        begun = (i for i in prose if not self._frame.above(contents[i]) and not self._is_imprint(text, units[i]))
        first = next(begun, len(units))
        last = next((i for i in reversed(prose) if not self._is_below(text, units[i])), -1)
        marks = [
            i for i in range(first + 1, last) if found[i] == "end mark" and is_mark(contents[i])
        ]  # `# # #`: the body is over
        for mark in marks[:1]:
            before = sum(len(contents[i]) for i in prose if i < mark)
            if sum(len(contents[i]) for i in prose if i > mark) < before:
                last = max(i for i in prose if i < mark)
        return first, last

    def _is_below(self, text: str, unit: Unit) -> bool:
        """Whether a unit, or each of its lines, is about the document."""
        lines = [text[start:end] for start, end in unit.lines[:8]]
        below = bool(self._frame.below(unit.content(text))) or (len(lines) > 1 and all(map(self._frame.below, lines)))
        return below or self._is_imprint(text, unit)

    def _is_imprint(self, text: str, unit: Unit) -> bool:
        """Short lines, half of them on who answers for it and how to reach him: first or last page of a book."""
        lines = [text[start:end] for start, end in unit.lines]
        begun = sum(not line[0].islower() for line in lines)
        if len(lines) < _BLOCK or max(map(len, lines)) > _SHORT or 4 * begun < 3 * len(lines):
            return False
        about = [bool(self._frame.below(line) or self._phrases.reason(line)) for line in lines]
        return 2 * sum(about) >= len(lines)

    def judge(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The units with a reason on those that are boilerplate."""
        units, contents, found, first, last = self._body(text, units)
        reasons = by_position(found, contents, first, last)
        fill_contacts(reasons, contents, last)
        find_menus(reasons, contents, first, last)
        numbers = find_bare_numbers(units, contents) | {
            index
            for index, unit in enumerate(units)
            if unit.kind is None
            and self._phrases.is_page_number(contents[index])
            and not self._frame.is_continued(contents[index])
        }
        heads = find_heads(text, units, contents, numbers | self._phrases.paged(contents))
        for index, content in enumerate(contents):
            if is_separator(content) and units[index].kind in {None, "paragraph", "list_item"}:
                reasons[index] = "separator"
            elif index in numbers or (content.isdecimal() and len(content) < 4 and {index - 1, index + 1} & heads):
                reasons[index] = reasons[index] or "page number"
            elif index in heads:
                reasons[index] = reasons[index] or "running head"
        for index in (*range(first), *range(last + 1, len(units))):
            beside = [
                i for i in (index - 1, index + 1) if 0 <= i < len(units) and "|" in contents[i] and not reasons[i]
            ]
            if (
                units[index].kind in _JUDGED
                and not beside
                and not reasons[index]
                and self._phrases.is_row_of_links(contents[index])
            ):
                reasons[index] = "navigation"
        for index in (*range(first), *range(last + 1, len(units))):
            if (
                reasons[index] is None
                and self._found(units[index], "") is None
                and self._is_imprint(text, units[index])
            ):
                reasons[index] = "imprint"
        about = self._surround.judge(units, contents, reasons, first, last)
        reasons = [reason or other for reason, other in zip(reasons, about, strict=True)]
        self._edges.judge(text, units, contents, reasons, first, last)
        judged = [unit._replace(reason=unit.reason or reason) for unit, reason in zip(units, reasons, strict=True)]
        # Where nothing would be left, it is what the document is about.
        return judged if any(unit.reason is None for unit in judged) else list(units)


def _is_stack(lines: Sequence[str]) -> bool:
    """Lines each of which begins anew and ends without a full stop: no paragraph, however long."""
    begun = sum(not line[0].islower() for line in lines)
    ended = sum(ends_sentence(line) for line in lines)
    return len(lines) > 2 and begun >= 0.9 * len(lines) and ended <= 0.3 * len(lines)


def _is_prose(content: str, unit: Unit) -> bool:
    """Running text: a long line, or a sentence of some length."""
    words = content.count(" ") + 1
    return (
        unit.main
        and unit.reason is None
        and (len(content) > 160 or (words >= 9 and content.rstrip(' "»”)').endswith((".", "!", "?", "…", ":"))))
    )
