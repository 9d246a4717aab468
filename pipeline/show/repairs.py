"""What repair did to a document: each step with its count and an example, and the mentions that it touched."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import RenderableType
from rich.table import Table

from pipeline.alignment import Alignment, Change
from pipeline.records import Document
from pipeline.report.words import ReportLexicon
from pipeline.show.terminal import plain

_AROUND = 12  # characters shown on either side of a change
_LONGEST = 160
_WIDE = re.compile(r" {5,}")
_SIGNS = {ord("\n"): "⏎", ord("\r"): None, ord("\f"): "⏎", ord("\t"): "⇥"}
MOST_MENTIONS = 40
"""Mentions whose source differs that are listed."""


class Step(NamedTuple):
    """A step of repair: how many times it changed the text, and the first change in its place, before and after."""

    name: str
    times: int
    before: str
    after: str


def steps(source: str, text: str, alignment: Alignment, dropped: frozenset[str] = frozenset()) -> list[Step]:
    """The steps of repair, the commonest first; not those that left out lines, whose reasons are `dropped`.

    >>> from pipeline.alignment import Edit
    >>> source = "the trea-\\nty of May"
    >>> text, alignment = Alignment.identity(len(source)).apply(source, [Edit(8, 10, "", "hyphen joined")])
    >>> steps(source, text, alignment)
    [Step(name='hyphen joined', times=1, before='the trea-⏎ty of May', after='the treaty of May')]
    """
    changes = [one for one in alignment.changes(0, len(source)) if one.step not in dropped]
    first: dict[str, Change] = {}
    for change in changes:
        first.setdefault(change.step, change)
    counts = Counter(change.step for change in changes)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Step(name, count, *_example(source, text, alignment, first[name])) for name, count in ranked]


def _example(source: str, text: str, alignment: Alignment, change: Change) -> tuple[str, str]:
    """What stood around a change in the source, and what stands there now."""
    low, high = max(0, change.start - _AROUND), min(len(source), change.end + _AROUND)
    span = alignment.cleaned_span(low, high)
    return _shown(source[low:high]), _shown(text[span[0] : span[1]]) if span else ""


def touched(document: Document, source: str, alignment: Alignment) -> Iterator[tuple[str, str, list[str]]]:
    """The mentions whose source is not what they say: text, source, and the steps that made the one of the other.

    Blanks that became others are no difference.
    """
    for mention in document.mentions:
        low = min(piece.start for piece in mention.source)
        high = max(piece.end for piece in mention.source)
        written = source[low:high]
        if written.split() != mention.text.split() and high - low < 4 * len(mention.text) + 80:
            names = [c.step for c in alignment.changes(low, high) if low < c.end and c.start < high]
            yield mention.text, _shown(written), sorted(set(names), key=names.index)


def render_repairs(
    document: Document, source: str, alignment: Alignment, lexicon: ReportLexicon
) -> Sequence[RenderableType]:
    """The tables of steps and of touched mentions, with their titles; nothing where nothing was repaired."""
    reasons = frozenset(drop.reason for drop in document.dropped)
    found = steps(source, document.text, alignment, reasons)
    table = _table()
    for step in found:
        table.add_row(
            plain(str(step.times)),
            plain(lexicon.steps.get(step.name, step.name)),
            plain(step.before),
            plain(f"→ {step.after}"),
        )
    mentions = list(touched(document, source, alignment))[:MOST_MENTIONS]
    changed = _table()
    for text, written, names in mentions:
        changed.add_row(
            plain(text), plain(f"← {written}"), plain(", ".join(lexicon.steps.get(n, n) for n in names), style="dim")
        )
    if not found:
        return ()
    title = plain(lexicon.words["repairs"], style="bold underline")
    return (plain(""), title, table, *((plain(""), changed) if mentions else ()))


def _shown(text: str) -> str:
    """The text on one line, its line ends as signs; of a long one the beginning and the end."""
    text = _WIDE.sub(" … ", text)
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"
    return short.translate(_SIGNS)


def _table() -> Table:
    table = Table.grid(padding=(0, 2))
    for _ in range(4):
        table.add_column(overflow="fold")
    return table
