"""From raw blocks to units: lines that are one paragraph, heading, list item or row, in reading order."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.ingest.blocks.footnotes import starts_note
from pipeline.ingest.blocks.lines import (
    ends_hyphen,
    ends_sentence,
    is_bullet,
    list_marker,
    part_cells,
    split_lines,
)
from pipeline.ingest.blocks.wrapping import LineWords, Wrapping, goes_on, is_open
from pipeline.ingest.raw import RawBlock
from pipeline.records import BlockKind

_LAST_WORD = re.compile(r"[\s'’(«“\"]")
RULE = "separator"
_MOST_NOTES = 12  # at the foot of one page
_OPENING = ("«", "“", '"', "‹")
_CLOSING = ("»", "”", '"', "›")


class Unit(NamedTuple):
    """The lines (start, end) of one block to be. `kind` is null until known; `reason` says why it is dropped."""

    lines: tuple[tuple[int, int], ...]
    kind: BlockKind | None = None
    main: bool = True
    reason: str | None = None

    def content(self, text: str) -> str:
        """The unit's text, its lines joined by blanks."""
        if len(self.lines) == 1:
            return text[self.lines[0][0] : self.lines[0][1]]
        return " ".join(text[start:end] for start, end in self.lines)


def make_units(text: str, blocks: Sequence[RawBlock], words: LineWords) -> list[Unit]:
    """The units of a document before anything is dropped or bridged."""
    units: list[Unit] = []
    for block in blocks:
        lines = split_lines(text, block.start, block.end)
        if block.kind is not None:
            if lines:
                units.append(Unit(tuple((line.start, line.end) for line in lines), block.kind, block.main))
            continue
        lines = part_cells(text, lines)
        for first, last in Wrapping(text, lines, words).groups():
            spans = tuple((line.start, line.end) for line in lines[first:last])
            units.append(Unit(spans, None, block.main))
    return units


def bridge(text: str, units: Sequence[Unit], words: LineWords) -> list[Unit]:
    """Join paragraphs that a column, a page, a pull quote or a dropped line cut in two; what stood between comes after.

    >>> text = "ce presti-\\n\\ngieux lieu."
    >>> [len(u.lines) for u in bridge(text, [Unit(((0, 10),)), Unit(((12, 24),))], LineWords(frozenset(), frozenset()))]
    [2]
    """
    result: list[Unit] = []
    taken: set[int] = set()
    for index, unit in enumerate(units):
        if index in taken:
            continue
        position = index
        insets: list[int] = []
        lines = list(unit.lines)
        while (found := _find_rest(text, units, position, unit, words)) is not None:
            insets += range(position + 1, found)
            taken.update(range(position + 1, found + 1))
            lines += units[found].lines
            unit = unit._replace(lines=(lines[0], lines[-1]))  # all that is asked of it: time stays linear
            position = found
        result.append(unit if position == index else unit._replace(lines=tuple(lines)))
        result += [units[i] for i in insets]
    return result


def _find_rest(text: str, units: Sequence[Unit], position: int, unit: Unit, words: LineWords) -> int | None:
    """The number of the unit that continues this one, looking past dropped lines and at most two insets."""
    if unit.kind is not None or unit.reason is not None:
        return None
    insets = 0
    for index in range(position + 1, min(len(units), position + 13)):
        candidate = units[index]
        if _continues(text, unit, candidate, words, apart=insets > 0):
            return index
        insets += candidate.reason is None and candidate.kind != "footnote"
        if insets > 2 or not (_is_inset(text, candidate) or _is_note(text, units, index)):
            return None
    return None


def _continues(text: str, unit: Unit, candidate: Unit, words: LineWords, *, apart: bool) -> bool:
    """Whether the candidate is the rest of the unit; `apart`: something stays in the text between them."""
    if candidate.kind is not None or candidate.reason is not None:
        return False
    above = text[slice(*unit.lines[-1])]
    below = text[slice(*candidate.lines[0])]
    if ends_hyphen(above):
        return below[0].islower() or (_is_name(above) and below[0].isupper() and _runs_on(candidate.content(text)))
    if not goes_on(above, below, words) or (apart and not below[0].islower()):
        return False
    if not below[0].islower() and not _runs_on(candidate.content(text)):
        return False  # a title may stand under an open line: `The Parties,` / `Article 1`
    first = text[slice(*unit.lines[0])]
    if first.isupper() or (is_bullet(first) and is_bullet(below)):
        return False
    return len(unit.lines) > 1 or len(above) > 60 or is_open(above, words)


def _is_name(above: str) -> bool:
    """Whether a line ends in the first part of a name: `à Saint-`, `the Franco-`."""
    return _LAST_WORD.split(above)[-1][:1].isupper()


def _runs_on(content: str) -> bool:
    """Whether a text that begins with a capital may be the end of a sentence, and is no title or quotation."""
    return not is_quoted(content) and (len(content) >= 60 or ends_sentence(content))


def _is_inset(text: str, unit: Unit) -> bool:
    """Something that may stand in the middle of a paragraph: a dropped line, pull quote, caption or head."""
    if unit.reason is not None or unit.kind in {"caption", "pull_quote", "footnote"}:
        return True
    if unit.kind is not None or len(unit.lines) > 6:
        return False
    content = unit.content(text)
    quoted = content.startswith(_OPENING) and content.endswith(_CLOSING)
    return quoted or (len(content) < 80 and content.isupper())


def _is_note(text: str, units: Sequence[Unit], index: int) -> bool:
    """Whether a unit is a note at the foot of a page: numbered, under a rule or under another such note."""
    if units[index].kind is not None or not starts_note(units[index].content(text)):
        return False
    for above in reversed(units[max(0, index - _MOST_NOTES) : index]):
        if above.reason is not None or not starts_note(above.content(text)):
            return above.reason == RULE
    return False


def is_quoted(content: str) -> bool:
    """Whether a text is one quotation from its first to its last character.

    >>> is_quoted("« Nous y sommes. »"), is_quoted("“Yes,” he said."), is_quoted("« Oui » et « non »")
    (True, False, False)
    """
    if not (content.startswith(_OPENING) and content.endswith(_CLOSING)) or len(content) < 3:
        return False
    return not any(sign in content[1:-1] for sign in _CLOSING[_OPENING.index(content[0])])


def is_listed(content: str) -> bool:
    """Whether a text begins as a list item does, with sign or number, and has no more than a sentence or two."""
    return list_marker(content) > 0 and (is_bullet(content) or len(content) < 400 or not ends_sentence(content))
