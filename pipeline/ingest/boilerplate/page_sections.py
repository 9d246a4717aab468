"""What follows the text on a web page and is none of it: comments of readers, links to other texts, who wrote it.

Each begins with a line that names it. How far it goes is told by the form of what follows: comments to the end of the
page, links as long as lines look like links, words on the author for two lines at most.
"""

import re
from collections.abc import Sequence

from pipeline.ingest.blocks.lines import is_bullet
from pipeline.ingest.blocks.units import Unit
from pipeline.ingest.boilerplate.frame import Frame
from pipeline.ingest.boilerplate.menus import plain
from pipeline.ingest.boilerplate.page_forms import PageForms
from pipeline.ingest.resources import IngestResources

_COUNT = re.compile(r"\A\d[\d .,]*\s+|\s*\(?\d[\d .,]*\)?\Z")
_QUOTED = re.compile(r"\s(?:sur|on|to|à)\s+[«“\"].*\Z")
_HEADING = 60  # characters that a heading over links has at most
_LINK = 170  # characters that a link to another text has at most
_TEASER = 260  # characters of the words under such a link
_BODY = 150  # characters of running text that stand before the comments of readers
_LINKS = 3  # links in a row that need no heading above them
_JUDGED = frozenset({None, "heading", "paragraph", "list_item"})


class PageSections:
    """Finds the parts of a page that are not its text by the lines that open them."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.pages for lexicon in resources.lexicons.values()]
        self._forms = resources.tool(PageForms)
        self._frame = resources.tool(Frame)
        self._comments = frozenset(line for page in words for line in page.comments)
        self._commenting = tuple(cue for page in words for cue in page.commenting)
        self._answers = frozenset(word for page in words for word in page.answers)
        self._none = tuple(f"{word} " for page in words for word in page.none)
        self._more = tuple(sorted({cue for page in words for cue in page.more}))
        self._ends = tuple(f" {cue}" for cue in self._more if " " in cue)
        self._authors = frozenset(line for page in words for line in page.authors)
        self._annexes = tuple(word for page in words for word in page.annexes)

    def find(
        self, units: Sequence[Unit], contents: Sequence[str], found: Sequence[str | None], prose: Sequence[int]
    ) -> dict[int, str]:
        """The units of such parts, each with its reason.

        Args:
            units: the units in the order of the text.
            contents: what each of them says.
            found: what form and lexicon say of each.
            prose: the numbers of those that are running text.
        """
        if not prose:
            return {}
        parts = _Parts(units, contents, found, frozenset(prose))
        reasons: dict[int, str] = {}
        end = self._find_comments(parts, reasons)
        for index in range(prose[0] + 1, end):
            content = contents[index]
            if index in reasons:
                continue
            if units[index].kind in _JUDGED and self.heads_links(content):
                self._find_links(parts, reasons, index, end)
            elif plain(content) in self._authors and index + 1 < end:
                size = 2 + (index + 2 < end and index + 1 not in parts.prose and len(contents[index + 2]) < 2 * _TEASER)
                reasons.update(dict.fromkeys(range(index, index + size), "byline"))
        return reasons

    def heads_links(self, content: str) -> bool:
        """A heading over links to other texts: `Most read`, `More from the region`, `Les plus lus – Politique`."""
        if len(content) > _HEADING or content[-1] in ".;,?!" or self._frame.is_issue(content):
            return False
        line = plain(content)
        cue = next((cue for cue in self._more if line.startswith(cue)), None) if line.startswith(self._more) else None
        if cue is None or (len(line) > len(cue) and line[len(cue)].isalnum()):
            ends = line.endswith(self._ends) and len(line.split()) < 8
            return ends or self._frame.heads_links(content)
        return len(line[len(cue) :].split()) < 4 and ":" not in content[:-1]

    def _find_comments(self, parts: "_Parts", reasons: dict[int, str]) -> int:
        """Marks all from the line that opens the comments; gives the place where the rest ends."""
        count = len(parts.contents)
        before = 0
        total = sum(len(parts.contents[i]) for i in parts.prose)
        for index, content in enumerate(parts.contents):
            if before >= _BODY and self._opens_comments(content):
                sure = any(self._is_commenting(one) for one in parts.contents[index : index + 40])
                bare = " " not in plain(content)  # `Comments` may head a part of a report
                if total - before <= before * (3 if sure else 0 if bare else 1):
                    reasons.update(dict.fromkeys(range(index, count), "comments"))
                    return index
            before += len(content) if index in parts.prose else 0
        return count

    def _opens_comments(self, content: str) -> bool:
        if len(content) > 120:
            return False
        line = plain(_QUOTED.sub("", content))
        bare = plain(_COUNT.sub("", line))
        if bare in self._answers:
            return bare != line
        if any(line.startswith(word) for word in self._none):
            bare = line.split(" ", 1)[1]
        return bare in self._comments or f"{bare}s" in self._comments or self._asks(content)

    def _is_commenting(self, content: str) -> bool:
        return self._asks(content) or (len(content) < _HEADING and self._forms.is_ago(content))

    def _asks(self, content: str) -> bool:
        """What the form for a comment says: `Required fields are marked *`."""
        lower = content.lower().replace("’", "'")
        return len(content) < 300 and any(cue in lower for cue in self._commenting)

    def _find_links(self, parts: "_Parts", reasons: dict[int, str], index: int, end: int) -> None:
        """Marks a heading over links, the links under it and those in a list right above it."""
        last = self._last_link(parts, index, end)
        inside = any(i > last for i in parts.prose if i < end)
        if inside and last - index > 1 and not is_bullet(parts.contents[last]) and len(parts.contents[last]) < _HEADING:
            last -= not parts.found[last]  # a heading of the text may stand under the links
        if last == index and inside:
            return
        first = self._first_link(parts, index)
        reasons.update(dict.fromkeys(range(first, last + 1), "related links"))

    def _last_link(self, parts: "_Parts", index: int, end: int) -> int:
        """The last of the lines under a heading that look like links, or like the words under one."""
        last = index
        for below in range(index + 1, end):
            content = parts.contents[below]
            if plain(content).startswith(self._annexes) or parts.units[below].kind not in _JUDGED:
                break
            link = parts.is_link(below) or parts.found[below] is not None
            teaser = below > index + 1 and parts.is_link(below - 1) and len(content) < _TEASER and parts.is_tail(below)
            if not link and not teaser:
                break
            last = below
        return last

    def _first_link(self, parts: "_Parts", index: int) -> int:
        """Where a list of links begins that stands between the text and the heading over more of them."""
        first = index
        while first > 0 and parts.is_link(first - 1) and is_bullet(parts.contents[first - 1]):
            first -= 1
        above = parts.contents[first - 1] if first else ""
        listed = index - first >= _LINKS and first - 1 in parts.prose and not above.rstrip().endswith(":")
        return first if listed else index


class _Parts:
    """The units of a page, what they say and which of them are running text."""

    def __init__(
        self,
        units: Sequence[Unit],
        contents: Sequence[str],
        found: Sequence[str | None],
        prose: frozenset[int],
    ) -> None:
        self.units, self.contents, self.found, self.prose = units, contents, found, prose
        bodies = [i for i in prose if len(contents[i]) >= _TEASER or {i - 1, i + 1} & prose]
        self._last_body = max(bodies, default=-1)

    def is_link(self, index: int) -> bool:
        """Short, and no sentence."""
        content = self.contents[index]
        ends = content.rstrip(" \"'»”)")[-1:] not in (".", ";", ":", "!") or content.endswith(("...", "…"))
        return index not in self.prose and len(content) < _LINK and ends

    def is_tail(self, index: int) -> bool:
        """Whether no running text of any length follows."""
        return index > self._last_body
