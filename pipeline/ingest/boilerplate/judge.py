"""What stands around the body: navigation, share links, legal and cookie notices, running heads and page numbers.

Lines are judged by form, by the lexicons of both languages and by position: a word such as `Contact` is boilerplate in
the company of its like, before the body or after it, never inside it.
"""

from collections.abc import Sequence

from pipeline.ingest.blocks.lines import is_separator
from pipeline.ingest.blocks.units import Unit
from pipeline.ingest.boilerplate.body import Body
from pipeline.ingest.boilerplate.frame import Frame
from pipeline.ingest.boilerplate.menus import fill_contacts, find_menus
from pipeline.ingest.boilerplate.page_edges import PageEdges
from pipeline.ingest.boilerplate.phrases import Phrases
from pipeline.ingest.boilerplate.positions import by_position
from pipeline.ingest.boilerplate.running_heads import find_bare_numbers, find_heads
from pipeline.ingest.boilerplate.running_text import JUDGED, RunningText
from pipeline.ingest.boilerplate.surround import Surround
from pipeline.ingest.resources import IngestResources

_SEPARATING = frozenset({None, "paragraph", "list_item"})
_NUMBER = 4  # characters that a page number stays below


class Boilerplate:
    """Knows boilerplate when it sees it, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        self._running_text = resources.tool(RunningText)
        self._frame = resources.tool(Frame)
        self._surround = resources.tool(Surround)
        self._phrases = resources.tool(Phrases)
        self._edges = resources.tool(PageEdges)

    def judge(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The units with a reason on those that are boilerplate."""
        body = self._running_text.find(text, units)
        reasons = by_position(body)
        fill_contacts(reasons, body)
        find_menus(reasons, body)
        self._mark_page_ends(text, body, reasons)
        self._mark_links(body, reasons)
        self._mark_imprints(text, body, reasons)
        about = self._surround.judge(body, reasons)
        reasons = [reason or other for reason, other in zip(reasons, about, strict=True)]
        self._edges.judge(text, body, reasons)
        judged = [unit._replace(reason=unit.reason or reason) for unit, reason in zip(body.units, reasons, strict=True)]
        # Where nothing would be left, it is what the document is about.
        return judged if any(unit.reason is None for unit in judged) else list(body.units)

    def _mark_page_ends(self, text: str, body: Body, reasons: list[str | None]) -> None:
        """Rules between parts, page numbers and running heads, wherever they stand."""
        units, contents = body.units, body.contents
        numbers = find_bare_numbers(units, contents) | self._page_numbers(body)
        heads = find_heads(text, units, contents, numbers | self._phrases.paged(contents))
        for index, content in enumerate(contents):
            beside_head = content.isdecimal() and len(content) < _NUMBER and {index - 1, index + 1} & heads
            if is_separator(content) and units[index].kind in _SEPARATING:
                reasons[index] = "separator"
            elif index in numbers or beside_head:
                reasons[index] = reasons[index] or "page number"
            elif index in heads:
                reasons[index] = reasons[index] or "running head"

    def _page_numbers(self, body: Body) -> frozenset[int]:
        """Lines that say themselves that they number a page."""
        return frozenset(
            index
            for index, (unit, content) in enumerate(zip(body.units, body.contents, strict=True))
            if unit.kind is None and self._phrases.is_page_number(content) and not self._frame.is_continued(content)
        )

    def _mark_links(self, body: Body, reasons: list[str | None]) -> None:
        """Rows of links around the text; not those beside another row, which are a table."""
        for index in body.outside():
            if reasons[index] or body.units[index].kind not in JUDGED:
                continue
            beside = [i for i in (index - 1, index + 1) if 0 <= i < len(body.units)]
            in_table = any("|" in body.contents[i] and not reasons[i] for i in beside)
            if not in_table and self._phrases.is_row_of_links(body.contents[index]):
                reasons[index] = "navigation"

    def _mark_imprints(self, text: str, body: Body, reasons: list[str | None]) -> None:
        """Blocks around the text on who answers for the document and how to reach him."""
        for index in body.outside():
            if reasons[index] is None and self._running_text.is_imprint(text, body.units[index]):
                reasons[index] = "imprint"
