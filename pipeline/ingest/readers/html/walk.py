"""Our own walk of a web page: its visible text, block by block, each with where it stands. No recursion."""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pipeline.ingest.blocks.lines import list_marker
from pipeline.ingest.raised import RAISED
from pipeline.ingest.readers.html.lists import Counter
from pipeline.ingest.readers.html.marks import called, is_mark, is_power
from pipeline.ingest.readers.html.zones import HEADINGS, find_zone
from pipeline.ingest.readers.set_apart import NOTE, STRUCK, Signs, plain, set_apart
from pipeline.records import BlockKind

_SKIPPED = frozenset({
    "script", "style", "noscript", "noframes", "template", "svg", "head", "iframe", "object", "embed", "applet",
    "annotation", "annotation-xml", "select", "option", "datalist", "textarea", "canvas", "audio", "video", "map"
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "math", "semantics", "mrow", "mi", "mn", "mo", "mtext", "msup",
    "msub", "mfrac", "msqrt"
})  # fmt: skip
_PULLED = re.compile(r"(?:^|[\s_-])pull-?quote(?=$|[\s_-])", re.I)
_LINK_PAIRS = ({"a"}, {"a", "span"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_UNSEEN = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-reader(?:-text)?|assistive-text|element-invisible)(?=$|\s)", re.I
)
_STRUCK = frozenset({"del", "s", "strike"})
_NOTE_TAGS = frozenset({"li", "p", "dd", "td", "div", "span", "aside"})
_NOTE_LENGTH = 2000  # characters: what is longer is no note, though a number leads to it
_SPACE = re.compile(r"[ \t\n\r\f]+")


class WebBlock(NamedTuple):
    """A block of the page: its text (`\\n` where the page breaks the line) and what surrounds it.

    `path` has the numbers of the elements around it, outermost first; blocks of one element share its number.
    `number` is what the browser sets before the text: the number of a list's item.
    """

    text: str
    kind: BlockKind | None
    tag: str
    zone: str | None
    article: bool
    link_share: float
    path: tuple[int, ...]
    number: str = ""


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
    apart: Signs | None = None
    raised: bool = False
    counter: Counter | None = None


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
    _item: str = ""
    _called: set[str] = field(default_factory=set)

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
        apart, raised = self._above_line(element, tag)
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
                "footnote" if self._is_note(element, tag) else _kind(element, tag, above),
                above.zone or find_zone(element, tag, in_article=above.article),
                above.article or tag in {"main", "article"} or element.get("role") == "main",
                inline or (tag in {"td", "th", "br"} and above.row),
                above.link or (tag == "a" and element.get("href") is not None),
                (tag == "tr" and element not in self.layout) or (above.row and tag != "table"),
                above.number if inline else self._opened,
                above.apart or apart,
                raised or above.raised,
                Counter(element) if tag == "ol" else None,
            )
        )
        if tag == "li":
            self._item = above.counter.count(element) if above.counter else ""
        elif tag == "q":
            self._pieces.append("“")

    def _above_line(self, element: Any, tag: str) -> tuple[Signs | None, bool]:
        """Whether the text of an element is set apart from the line, and whether it is raised above it."""
        if tag in _STRUCK:
            return STRUCK, False
        if tag not in {"a", "sup"}:
            return None, False
        before = "".join(self._pieces[-3:]).rpartition("\n")[2]
        if is_mark(element, before):
            self._called.add(called(element))
            return NOTE, False
        raised = tag == "sup" and before[-1:].isalnum() and is_power(element)
        if raised and before[-1:].isdigit():
            self._pieces.append("^")
        return None, raised and not before[-1:].isdigit()

    def _is_note(self, element: Any, tag: str) -> bool:
        """Whether it is a note that a mark above leads to."""
        if tag not in _NOTE_TAGS or not self._called:
            return False
        name = element.get("id")
        if not name or name not in self._called:
            return False
        self._called.discard(name)
        return sum(len(text) for text in element.itertext()) < _NOTE_LENGTH

    def _close(self) -> None:
        level = self._levels[-1]
        self._closed = level.tag
        if level.tag == "q":
            self._pieces.append("”")
        if not level.inline and level.tag != "br":
            self._flush()
        elif level.row and level.tag not in _INLINE:
            self._pieces.append(" ")
        self._levels.pop()

    def _add(self, text: str | None) -> None:
        if text and self._levels:
            self._closed = ""
            level = self._levels[-1]
            text = plain(text if level.tag == "pre" else _SPACE.sub(" ", text))
            if level.apart and text.strip():
                text = set_apart(text, level.apart)
            self._pieces.append(text.translate(RAISED) if level.raised else text)
            if level.link:
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
        kind = "footnote" if text.startswith(NOTE.start) and level.kind in {None, "list_item"} else level.kind
        number, self._item = self._item, ""
        if kind != "list_item" or list_marker(text):
            number = ""
        self.blocks.append(WebBlock(text, kind, level.tag, level.zone, level.article, share, path, number))


def _kind(element: Any, tag: str, above: _Level) -> BlockKind | None:
    if above.kind == "pull_quote" or _PULLED.search((element.get("class") or "")[:500]):
        return "pull_quote"
    if tag in HEADINGS:
        return "heading"
    if tag in {"figcaption", "caption", "figure"}:
        return "caption"
    if above.kind == "footnote":
        return "footnote"
    if tag == "li" or above.kind == "list_item":
        return "list_item"
    if tag == "tr" or (above.row and tag != "table"):
        return "table"
    if above.kind == "signature" or (above.kind == "quote" and tag == "footer"):
        return "signature"  # who said it
    if tag == "blockquote" or above.kind == "quote":
        return "quote"
    if above.kind == "caption":
        return "caption"
    return "paragraph" if tag in {"dd", "address"} or above.tag == "address" else None


def _is_hidden(element: Any) -> bool:
    if element.tag.lower() in _SKIPPED or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _UNSEEN.search((element.get("class") or "")[:500]):
        return True
    return element.tag.lower() == "input" or bool(_HIDDEN.search((element.get("style") or "")[:500]))
