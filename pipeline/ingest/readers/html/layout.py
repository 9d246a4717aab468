"""Tables of a web page that only lay it out, told from those that have data."""

from dataclasses import dataclass, field
from typing import Any

_CELL_BLOCKS = frozenset(
    {"table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "nav", "form", "center", "hr"}
)
_LONG_CELL = 500  # characters that no cell of data has


def layout_rows(walker: Any) -> frozenset[Any]:
    """Rows of tables that only lay out the page: cells with tables, lists, headings, paragraphs or long text."""
    tables: list[_Table] = []
    found: set[Any] = set()
    for event, element in walker:
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.lower()
        if event == "end":
            if tag == "table" and tables:
                table = tables.pop()
                found.update(table.rows if table.lays_out else ())
                if tables:
                    tables[-1].length = 0  # counted by the table inside
            continue
        if tag == "table":
            if tables:
                tables[-1].blocks = True
            tables.append(_Table(element.get("role") == "presentation" or element.get("border") == "0"))
        elif tables:
            tables[-1].enter(element, tag)
    return frozenset(found)


@dataclass
class _Table:
    """What tells a table that lays out a page from one that has data."""

    plain: bool
    blocks: bool = False
    data: bool = False
    columns: int = 0
    paragraphs: int = 0
    length: int = 0
    longest: int = 0
    rows: list[Any] = field(default_factory=list)

    def enter(self, element: Any, tag: str) -> None:
        """An element inside opens."""
        if tag == "tr":
            self.rows.append(element)
            self.columns = max(self.columns, sum(child.tag in {"td", "th"} for child in element))
        elif tag in {"th", "caption", "thead"}:
            self.data = True
        elif tag == "td":
            self.length = self.paragraphs = 0
        elif tag in _CELL_BLOCKS:
            self.blocks = True
        self.paragraphs += tag == "p"
        self.blocks = self.blocks or self.paragraphs > 1
        self.length += len(element.text or "") + len(element.tail or "")
        self.longest = max(self.longest, self.length)

    @property
    def lays_out(self) -> bool:
        """Whether it has no data of its own."""
        single = self.columns == 1 and not self.data
        return (self.blocks and not self.data) or (self.plain and (single or self.longest > _LONG_CELL)) or single
