"""Head and foot of a saved web page: menus above the title, the title said twice, and the short lines below two pieces
of furniture in a row.

Only pages that show in other places that they are pages are looked at this way: a report may begin with short lines.
"""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.ingest.blocks.lines import ends_sentence, is_bullet, list_marker
from pipeline.ingest.blocks.units import Unit
from pipeline.ingest.boilerplate.body import Body
from pipeline.ingest.boilerplate.menus import plain
from pipeline.ingest.boilerplate.page_forms import PageForms
from pipeline.ingest.datelines import Datelines
from pipeline.ingest.resources import IngestResources

_FURNITURE = frozenset({
    "navigation", "share links", "cookie notice", "newsletter", "language switcher", "comments", "related links",
    "counter", "weather", "form", "advertisement", "about the site", "template", "picture",
})  # fmt: skip
_ENDING = _FURNITURE | {"legal notice", "imprint", "page foot"}
_FURNISHED = 2  # pieces of furniture that a page has
_CRUMBS = re.compile(r"\s(?:[>›»→/]|::)\s")
_ENTRY = 3  # words that an entry of a menu has at most
_ABOVE = 6  # words that a line above the bread crumbs has at most
_MENU = 4  # entries in a row that are a menu
_TWICE = 2  # lines said twice or glued that show a page by themselves
_FOOT = 120  # characters that a line of the foot has at most
_JUDGED = frozenset({None, "heading", "paragraph", "list_item"})


class PageEdges:
    """Judges the short lines above and below the text of a page."""

    def __init__(self, resources: IngestResources) -> None:
        self._datelines = resources.tool(Datelines)
        self._forms = resources.tool(PageForms)
        words = [lexicon.pages for lexicon in resources.lexicons.values()]
        self._annexes = tuple(word for page in words for word in page.annexes)
        self._tops = frozenset(word for page in words for word in page.tops)

    def judge(self, text: str, body: Body, reasons: list[str | None]) -> None:
        """Adds the reasons of the units that stand in the head or the foot of a page."""
        units, contents, first = body.units, body.contents, body.first
        self._drop_tail(units, contents, reasons, body.last)
        self._drop_foot(units, contents, reasons, body.last)
        if first >= len(units):
            return
        title = self._find_title(units, contents, reasons, first)
        if title is None:
            return
        furnished = sum(reason in _FURNITURE for reason in reasons) >= _FURNISHED
        self._drop_repeats(contents, reasons, title, 0 if furnished else title - 1)
        if furnished:
            self._drop_menus(text, units, reasons, title)
            for index in (*range(title + 1, first), *range(body.last + 1, len(units))):
                if reasons[index] is None and self._forms.is_file(contents[index]):
                    reasons[index] = "form"

    def _find_title(
        self, units: Sequence[Unit], contents: Sequence[str], reasons: Sequence[str | None], first: int
    ) -> int | None:
        """The line above the text with most words, below the bread crumbs; or the last that says the same again."""
        crumbs = _last_crumbs(contents, reasons, first)
        lines = [
            i
            for i in range(crumbs + 1, first + (not ends_sentence(contents[first])))
            if reasons[i] is None
            and units[i].kind in _JUDGED
            and (len(contents[i].split()) > _ABOVE or not self._is_dated(contents[i], i, len(contents)))
        ]
        heads = [i for i in lines if units[i].kind == "heading"]
        words = {i: len(contents[i].split()) for i in heads or lines}
        again = [
            i for i in words if words[i] > 1 and any(plain(contents[i]) == plain(contents[j]) for j in lines if j < i)
        ]
        best = max(again or words, key=lambda i: (words[i], i if again else -i), default=None)
        return best if best is not None and words[best] > 2 - bool(again) else None

    def _is_dated(self, content: str, index: int, count: int) -> bool:
        return self._datelines.is_update(content) or self._datelines.is_dateline(content, index, count)

    def _drop_repeats(self, contents: Sequence[str], reasons: list[str | None], title: int, start: int) -> None:
        """The title that a page has said before: in its head, or right above."""
        said = plain(contents[title])
        for index in range(max(0, start), title):
            if not list_marker(contents[title]) and reasons[index] is None and plain(contents[index]) == said:
                reasons[index] = "repeated title"

    def _drop_menus(self, text: str, units: Sequence[Unit], reasons: list[str | None], title: int) -> None:
        """Runs of short names above the title, those that are known counted in."""
        contents = [unit.content(text) for unit in units[: title + 1]]
        run: list[int] = []
        crumbs = _last_crumbs(contents, reasons, title)
        for index in range(title + 1):
            size = _ABOVE if index < crumbs else _ENTRY
            known = reasons[index] or all(_is_entry(text[start:end], size) for start, end in units[index].lines)
            if index < title and units[index].kind in _JUDGED and known:
                run.append(index)
                continue
            end = max((i for i in run if reasons[i]), default=-1)
            names = [i for i in run if not reasons[i] and not self._is_dated(contents[i], i, len(contents))]
            for i in names:
                if i < end or len(names) >= _MENU:
                    reasons[i] = "navigation"
            run = []

    def _drop_foot(self, units: Sequence[Unit], contents: Sequence[str], reasons: list[str | None], last: int) -> None:
        """Below two dropped lines in a row, after the last running text, short lines belong to the foot of the page."""
        for index in range(last + 2, len(units)) if last >= 0 else ():
            if not (reasons[index - 1] and self._closes(contents, reasons, index - 1, last)) or reasons[index]:
                continue
            content = contents[index]
            if plain(content).startswith(self._annexes) or units[index].kind not in _JUDGED:
                continue
            if len(content) < _FOOT and not self._is_dated(content, index, len(contents)) and not _is_noted(content):
                reasons[index] = "page foot"

    def _drop_tail(self, units: Sequence[Unit], contents: Sequence[str], reasons: list[str | None], last: int) -> None:
        """Lines between two pieces of furniture below the text; a line said twice there is one of them."""
        tail = range(last + 1, len(units)) if last >= 0 else range(0)
        said = Counter(plain(contents[i]) for i in tail if units[i].kind in _JUDGED)
        marks = [
            i
            for i in tail
            if reasons[i] in _ENDING
            or (reasons[i] is None and (said[plain(contents[i])] > 1 or self._forms.is_glued(contents[i])))
        ]
        if sum(reasons[i] in _FURNITURE for i in marks) + (len(marks) > _TWICE) < 1 or len(marks) < _FURNISHED:
            return
        for i in range(marks[0], marks[-1] + 1):
            if plain(contents[i]).startswith(self._annexes) or units[i].kind not in _JUDGED:
                continue
            if reasons[i] is None and len(contents[i]) < _FOOT and not _is_noted(contents[i]):
                reasons[i] = "page foot"

    def _closes(self, contents: Sequence[str], reasons: Sequence[str | None], index: int, last: int) -> bool:
        """Whether a dropped line ends what may be text: the second in a row, or `Back to top`."""
        two = index - 1 > last and reasons[index - 1] is not None
        return (two and not {reasons[index], reasons[index - 1]}.isdisjoint(_ENDING)) or plain(
            contents[index]
        ) in self._tops


def _last_crumbs(contents: Sequence[str], reasons: Sequence[str | None], end: int) -> int:
    """The last line of bread crumbs above a place; -1 where there is none."""
    return max((i for i in range(end) if reasons[i] == "navigation" and _CRUMBS.search(contents[i])), default=-1)


def _is_entry(content: str, size: int) -> bool:
    return len(content.split()) <= size and len(content) < 50 and content[-1] not in ".;:?!"


def _is_noted(content: str) -> bool:
    """A numbered note or point under the text."""
    return not is_bullet(content) and content[:1].isdigit() and content.rstrip().endswith((".", ";"))
