"""Text with its mentions marked, as HTML."""

import heapq
from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from pipeline.records import Mention
from pipeline.report.links import anchor
from pipeline.report.wording import style_of

Tip = Callable[[Mention], str]


def safe_text(text: str) -> Markup:
    """Text that a browser shows, and counts, character by character.

    A browser would read a lone carriage return as a line feed and drop the character zero.
    """
    return Markup(str(escape(text)).replace("\r", "&#13;").replace("\0", "�"))


def highlight(text: str, start: int, end: int, mentions: Sequence[Mention], tip: Tip) -> Markup:
    """`text[start:end]` with a `<mark>` around each mention that begins in it; nested ones nest.

    Mentions that cross each other are cut where they cross: the second part has no id. `tip` gives the words that
    appear when the pointer rests on a mention.
    """
    waiting = [
        (max(m.start, start), -min(m.end, end), number, True)
        for number, m in enumerate(mentions)
        if start <= m.start < min(m.end, end)
    ]
    heapq.heapify(waiting)
    pieces: list[str] = []
    open_ends: list[int] = []
    position = start
    while waiting:
        low, negative, number, first = heapq.heappop(waiting)
        position = _close(text, position, low, open_ends, pieces)
        high = -negative
        if open_ends and open_ends[-1] < high:
            heapq.heappush(waiting, (open_ends[-1], negative, number, False))
            high = open_ends[-1]
        pieces += (safe_text(text[position:low]), _opening(mentions[number], tip, first=first))
        open_ends.append(high)
        position = low
    position = _close(text, position, end, open_ends, pieces)
    pieces.append(safe_text(text[position:end]))
    return Markup("".join(pieces))


def _close(text: str, position: int, until: int, open_ends: list[int], pieces: list[str]) -> int:
    """End the marks that end before `until`; returns where the text has got to."""
    while open_ends and open_ends[-1] <= until:
        pieces += (safe_text(text[position : open_ends[-1]]), "</mark>")
        position = open_ends.pop()
    return position


def _opening(mention: Mention, tip: Tip, *, first: bool) -> Markup:
    name = Markup(' id="{}"').format(anchor("m", mention.id)) if first else ""
    return Markup('<mark{} class="{}" data-m="{}" title="{}">').format(
        name, style_of(mention), anchor("d", mention.id), tip(mention)
    )
