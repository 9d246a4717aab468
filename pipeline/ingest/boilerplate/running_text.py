"""Where the running text of a document is: what stands above it and below it is judged by other rules than itself."""

from collections.abc import Mapping, Sequence

from pipeline.ingest.blocks.lines import ends_sentence
from pipeline.ingest.blocks.units import Unit
from pipeline.ingest.boilerplate.body import Body
from pipeline.ingest.boilerplate.frame import Frame
from pipeline.ingest.boilerplate.menus import REACHED
from pipeline.ingest.boilerplate.page_sections import PageSections
from pipeline.ingest.boilerplate.phrases import Phrases
from pipeline.ingest.boilerplate.positions import fill_between, is_mark
from pipeline.ingest.boilerplate.surround import Surround
from pipeline.ingest.resources import IngestResources

JUDGED = frozenset({None, "heading", "list_item", "paragraph"})
"""Kinds of the units that are looked at: what a reader of a format knows to be a table or a note is none."""
_LINES = 60  # of a unit that is looked at line by line
_SHORT = 90  # characters
_LINE = 170  # characters of a line of a stack
_BLOCK = 5  # lines of an imprint
_PROSE = 160  # characters of a line that is running text whatever it says
_SENTENCE = 9  # words of a sentence that is


class RunningText:
    """Finds the running text, and the lines around it that were taken for a part of something longer."""

    def __init__(self, resources: IngestResources) -> None:
        self._frame = resources.tool(Frame)
        self._surround = resources.tool(Surround)
        self._phrases = resources.tool(Phrases)
        self._sections = resources.tool(PageSections)

    def find(self, text: str, units: Sequence[Unit]) -> Body:
        """The units with what form and lexicon find in them, and the ends of the running text.

        Lines about the document that were taken for a part of another unit are units of their own.
        """
        units = [part for unit in units for part in self._parted(text, unit)]
        contents, found = self._read(text, units, {})
        before, seen = (units, found), dict(zip(units, found, strict=True))
        ends = self._ends(text, units, contents, found)
        units = self._surround.split(text, units, *ends)
        contents, found = self._read(text, units, seen)
        sections = self._sections.find(units, contents, found, _prose(units, contents, found))
        found = fill_between([sections.get(index) or reason for index, reason in enumerate(found)], contents)
        if (units, found) != before:  # mostly nothing has moved
            ends = self._ends(text, units, contents, found)
        return Body(units, contents, found, *ends)

    def _read(
        self, text: str, units: Sequence[Unit], seen: Mapping[Unit, str | None]
    ) -> tuple[list[str], list[str | None]]:
        """What units say and why they may be boilerplate; those that were `seen` are not looked at again."""
        contents = [unit.content(text) for unit in units]
        pairs = zip(units, contents, strict=True)
        return contents, [seen[unit] if unit in seen else self._reason(unit, content) for unit, content in pairs]

    def _reason(self, unit: Unit, content: str) -> str | None:
        """Why a unit may be boilerplate, by form and lexicon; only of units that are still in question."""
        if unit.reason is not None or unit.kind not in JUDGED:
            return None
        found = self._phrases.reason(content)
        if found is None and len(unit.lines) > 1 and len(content) < 300 and REACHED.search(content):
            first = self._phrases.reason(content[: unit.lines[0][1] - unit.lines[0][0]])
            return first if first == "press contact" else None
        return found

    def is_imprint(self, text: str, unit: Unit) -> bool:
        """Short lines, half of them on who answers for it and how to reach him: first or last page of a book."""
        lines = [text[start:end] for start, end in unit.lines]
        begun = sum(not line[0].islower() for line in lines)
        if len(lines) < _BLOCK or max(map(len, lines)) > _SHORT or 4 * begun < 3 * len(lines):
            return False
        about = [bool(self._frame.below(line) or self._phrases.reason(line)) for line in lines]
        return 2 * sum(about) >= len(lines)

    def _parted(self, text: str, unit: Unit) -> list[Unit]:
        """A unit of short lines with those that the lexicons know on their own."""
        if unit.kind is not None or unit.reason is not None or not 1 < len(unit.lines) <= _LINES:
            return [unit]
        lines = [text[start:end] for start, end in unit.lines]
        begun = sum(not line[0].islower() for line in lines)
        if max(map(len, lines)) > _LINE or 2 * begun < len(lines):
            return [unit]  # wrapped lines of a paragraph begin anywhere
        known = [self._phrases.reason(line) is not None for line in lines]
        alone = [known[i] and _stands_alone(lines, known, i) for i in range(len(lines))]
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

    def _ends(
        self, text: str, units: Sequence[Unit], contents: Sequence[str], found: Sequence[str | None]
    ) -> tuple[int, int]:
        """The first and the last unit of running text; past the ends where there is none."""
        prose = _prose(units, contents, found)
        begun = (i for i in prose if not self._frame.above(contents[i]) and not self.is_imprint(text, units[i]))
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
        return below or self.is_imprint(text, unit)


def _prose(units: Sequence[Unit], contents: Sequence[str], found: Sequence[str | None]) -> list[int]:
    """The places of the units of running text."""
    return [i for i, unit in enumerate(units) if _is_prose(contents[i], unit) and not found[i]]


def _stands_alone(lines: Sequence[str], known: Sequence[bool], index: int) -> bool:
    """Whether a known line is no piece of a paragraph: what is above has ended, what is below begins."""
    above = index == 0 or known[index - 1] or ends_sentence(lines[index - 1]) or lines[index][0].isupper()
    below = index + 1 == len(lines) or known[index + 1] or not lines[index + 1][0].islower()
    return above and below


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
        and (
            len(content) > _PROSE
            or (words >= _SENTENCE and content.rstrip(' "»”)').endswith((".", "!", "?", "…", ":")))
        )
    )
