"""Our own walk of a web page: its visible text, block by block, each with where it stands. No recursion."""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pipeline.records import BlockKind

_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "embed", "applet",
    "select", "option", "datalist", "textarea", "canvas", "audio", "video", "map"
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr"
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELL_BLOCKS = frozenset(
    {"table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "nav", "form", "center", "hr"}
)
_ZONES = {
    "nav": "navigation",
    "aside": "beside the text",
    "footer": "footer",
    "form": "form",
    "button": "form",
    "dialog": "dialog",
    "menu": "navigation",
}
_ROLES = {
    "navigation": "navigation",
    "contentinfo": "footer",
    "search": "form",
    "complementary": "beside the text",
    "banner": "page header",
    "dialog": "dialog",
    "menu": "navigation",
    "alertdialog": "dialog",
}
# Names that pages in any language give their parts, as words of class or id.
_MARKED = re.compile(
    r"(?:^|[\s_-])(?:(?P<cookie>cookies?|consent|gdpr|rgpd|cmp|tarteaucitron|onetrust)"
    r"|(?P<share>share|sharing|sharedaddy|social|addthis|addtoany|partage|partager)"
    r"|(?P<nav>breadcrumbs?|crumbs?|ariane|navbar|navigation|nav|menu|sitemap|pagination|pager|skip-?links?|skip|evitement|toolbar|outils"
    r"|tags|tags-links|cat-links|tags-row)|(?P<foot>footer|copyright|legal|colophon)"
    r"|(?P<beside>sidebar|related|relatedposts|newsletter|signup|comments?|promo|advert|ads?|ad-slot|rail|read-more|feedback|widget|chatbot|overlay))"
    r"(?=$|[\s_-])",
    re.I,
)
_PULLED = re.compile(r"(?:^|[\s_-])pull-?quote(?=$|[\s_-])", re.I)
_LINK_PAIRS = ({"a"}, {"a", "span"})
_MARK_REASONS = {
    "cookie": "cookie notice",
    "share": "share links",
    "nav": "navigation",
    "foot": "footer",
    "beside": "beside the text",
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LONG_CELL = 500  # characters that no cell of data has
_SPACE = re.compile(r"[ \t\n\r\f]+")


class WebBlock(NamedTuple):
    """A block of the page: its text (`\\n` where the page breaks the line) and what surrounds it.

    `path` has the numbers of the elements around it, outermost first; blocks of one element share its number.
    """

    text: str
    kind: BlockKind | None
    tag: str
    zone: str | None
    article: bool
    link_share: float
    path: tuple[int, ...]


@dataclass
class _Level:
    """What an open element means for the text inside."""

    tag: str
    kind: BlockKind | None
    zone: str | None
    article: bool
    inline: bool
    link: bool
    row: bool
    number: int


@dataclass
class Walk:
    """One walk over a page; `blocks` fills as it goes."""

    layout: frozenset[Any]
    blocks: list[WebBlock] = field(default_factory=list)
    _levels: list[_Level] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _linked: int = 0
    _opened: int = 0
    _closed: str = ""

    def run(self, walker: Any) -> list[WebBlock]:
        """All blocks of the page. `walker` is lxml's `iterwalk` with start and end events."""
        skipping: Any = None
        for event, element in walker:
            if event == "start":
                if not isinstance(element.tag, str) or _is_hidden(element):
                    skipping = element
                    walker.skip_subtree()
                    continue
                self._open(element)
                self._add(element.text)
            else:
                if element is skipping:
                    skipping = None
                elif self._levels:
                    self._close()
                self._add(element.tail)
        self._flush()
        return self.blocks

    def _open(self, element: Any) -> None:
        tag = element.tag.lower()
        above = self._levels[-1] if self._levels else _Level("", None, None, False, False, False, False, 0)
        inline = tag in _INLINE or (above.row and tag not in {"td", "th", "tr", "table"})
        if tag == "br":
            self._pieces.append("\n")
        elif tag in {"td", "th"} and above.row and self._has_text():
            self._pieces.append(" | ")
        elif (not inline and tag not in {"td", "th"}) or (tag in {"td", "th"} and not above.row):
            self._flush()
        elif (above.row and tag not in _INLINE) or ({tag, self._closed} in _LINK_PAIRS):
            self._pieces.append(" ")  # links side by side are apart on the page
        self._closed = ""
        self._opened += 1
        self._levels.append(
            _Level(
                tag,
                _kind(element, tag, above),
                _zone(element, tag, above),
                above.article or tag in {"main", "article"} or element.get("role") == "main",
                inline or (tag in {"td", "th", "br"} and above.row),
                above.link or (tag == "a" and element.get("href") is not None),
                (tag == "tr" and element not in self.layout) or (above.row and tag != "table"),
                above.number if inline else self._opened,
            )
        )

    def _close(self) -> None:
        level = self._levels[-1]
        self._closed = level.tag
        if not level.inline and level.tag != "br":
            self._flush()
        elif level.row and level.tag not in _INLINE:
            self._pieces.append(" ")
        self._levels.pop()

    def _add(self, text: str | None) -> None:
        if text and self._levels:
            self._closed = ""
            self._pieces.append(text if self._levels[-1].tag == "pre" else _SPACE.sub(" ", text))
            if self._levels[-1].link:
                self._linked += len(text.strip())

    def _has_text(self) -> bool:
        return any(piece.strip() for piece in self._pieces)

    def _flush(self) -> None:
        lines = (" ".join(line.split(" ")).strip() for line in "".join(self._pieces).split("\n"))
        text = "\n".join(re.sub(r" {2,}", " ", line) for line in lines).strip("\n |")
        linked, self._linked = self._linked, 0
        self._pieces.clear()
        if not text.strip():
            return
        level = next((one for one in reversed(self._levels) if not one.inline), self._levels[-1])
        share = min(1.0, linked / max(1, len(text)))
        path = tuple(dict.fromkeys(one.number for one in self._levels))
        self.blocks.append(WebBlock(text, level.kind, level.tag, level.zone, level.article, share, path))


def _kind(element: Any, tag: str, above: _Level) -> BlockKind | None:
    if above.kind == "pull_quote" or _PULLED.search((element.get("class") or "")[:500]):
        return "pull_quote"
    if tag in _HEADINGS:
        return "heading"
    if tag in {"figcaption", "caption"}:
        return "caption"
    if tag == "li" or above.kind == "list_item":
        return "list_item"
    if tag == "tr" or (above.row and tag != "table"):
        return "table"
    if tag == "blockquote" or above.kind == "quote":
        return "quote"
    return "caption" if above.kind == "caption" else None


def _zone(element: Any, tag: str, above: _Level) -> str | None:
    """Why the place of an element says that it is not body text; None where it says nothing."""
    if above.zone:
        return above.zone
    if tag in {"footer", "header"} and above.article:
        return None
    role = _ROLES.get((element.get("role") or "").lower())
    if tag in _ZONES or role:
        return role or _ZONES[tag]
    if tag == "header":
        return "page header"
    if tag in {"body", "html", "main", "article"} or tag in _HEADINGS:
        return None
    match = _MARKED.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:500])
    return _MARK_REASONS[match.lastgroup or "nav"] if match else None


def _is_hidden(element: Any) -> bool:
    if element.tag.lower() in _SKIPPED or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return element.tag.lower() == "input" or bool(_HIDDEN.search((element.get("style") or "")[:500]))


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
