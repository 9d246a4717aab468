"""Where a text begins and ends, and which lines above and below it are about the document and not of it."""

import re
from collections.abc import Sequence

from pipeline.ingest.blocks.lines import is_bullet
from pipeline.ingest.blocks.units import Unit
from pipeline.ingest.boilerplate.body import Body
from pipeline.ingest.boilerplate.frame import Frame
from pipeline.ingest.boilerplate.menus import REACHED, plain
from pipeline.ingest.datelines import Datelines
from pipeline.ingest.resources import IngestResources

ABOUT = frozenset({"letterhead", "stamp", "reference", "masthead", "byline", "rubric", "running head", "imprint"})
"""Reasons of dropped lines that say what the document is, whose and when: metadata reads them."""
_ZONE = 16  # units at either end that may be about the document
_LINES = 8  # of a unit that is looked at line by line
_LINE = 120  # characters that a link, a byline or the like stays below
_COPY = 90  # one of those who get a copy
_TITLE = 250  # a title
_FOOT = 200  # the foot of a page
_LINES_OF_TEXT = frozenset({None, "heading", "paragraph"})  # kinds of units
_BELOW = _LINES_OF_TEXT | {"list_item"}
_NAMES = frozenset({"letterhead", "rubric", "stamp", "masthead", "running head"})
_HARD = frozenset({"letterhead", "running head"})
_PERSON = re.compile(r"[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]*){1,2}")
_WORD = re.compile(r"\w+")


class Surround:
    """Judges the lines above and below the running text."""

    def __init__(self, resources: IngestResources) -> None:
        self._frame = resources.tool(Frame)
        self._datelines = resources.tool(Datelines)
        self._labels = tuple(cue for lexicon in resources.lexicons.values() for cue in lexicon.boilerplate.lines.label)

    def split(self, text: str, units: Sequence[Unit], first: int, last: int) -> list[Unit]:
        """The units with the lines about the document parted from what they were taken to belong to."""
        found: list[Unit] = []
        for index, unit in enumerate(units):
            many = 1 < len(unit.lines) <= _LINES and unit.kind in {None, "heading"} and unit.reason is None
            if not many or first <= index <= last:
                found.append(unit)
                continue
            whole = self._of(unit.content(text), above=index < first)
            dated = whole and any(self._datelines.is_dateline(text[start:end], 0, 1) for start, end in unit.lines)
            if whole and not dated:
                found.append(unit)
            else:
                found += self._parted(text, unit, above=index < first)
        return found

    def _of(self, content: str, *, above: bool) -> str | None:
        return self._frame.above(content) if above else self._frame.below(content)

    def _parted(self, text: str, unit: Unit, *, above: bool) -> list[Unit]:
        """Runs of lines with a reason and without; a name in the middle of a title is part of it."""
        about: list[bool] = []
        reason: str | None = None
        for start, end in unit.lines:
            goes_on = reason == "letterhead" and all(about) and self._frame.issuers.goes_on(text[start:end])
            reason = "letterhead" if goes_on else self._of(text[start:end], above=above)
            about.append(reason is not None and (reason not in _HARD or all(about)))
        if not any(about):
            return [unit]
        runs: list[Unit] = []
        for number, line in enumerate(unit.lines):
            joined = f"{text[slice(*unit.lines[number - 1])]} {text[slice(*line)]}" if number and above else ""
            if number and not about[number - 1] and (not about[number] or self._frame.above(joined) == "masthead"):
                runs[-1] = runs[-1]._replace(lines=(*runs[-1].lines, line))
            else:
                runs.append(unit._replace(lines=(line,)))
        return runs

    def judge(self, body: Body, known: Sequence[str | None]) -> list[str | None]:
        """Why each unit is about the document; None where it is not, or where it stands inside the text.

        Args:
            body: the document.
            known: the reasons that units have already.
        """
        units, contents = body.units, body.contents
        reasons: list[str | None] = [None] * len(units)
        self._above(reasons, body, known)
        self._below(reasons, body, known)
        slugs = {content.split()[0].strip(",") for content in contents[:3] if self._frame.is_slug(content)}
        codes = {content for content, reason in zip(contents, reasons, strict=True) if reason == "reference"}
        for index, content in enumerate(contents):
            if content in codes and units[index].kind is None:
                reasons[index] = reasons[index] or "running head"
            if units[index].kind in _LINES_OF_TEXT and units[index].reason is None:
                reasons[index] = reasons[index] or self._inside(content, slugs)
        if len(contents) > 1 and contents[-1].isdecimal() and len(contents[-1]) < 4 and (known[-2] or reasons[-2]):
            reasons[-1] = "page number"
        return reasons

    def _inside(self, content: str, slugs: set[str]) -> str | None:
        """What is about the document wherever it stands: the foot of a page, the marks of an agency's story."""
        if len(content) > _FOOT:
            return None
        if self._frame.is_foot(content):
            return "running head"
        if content.split()[0].strip(",") in slugs and len(content.split()) < 6:
            return "slug"
        return "end mark" if self._frame.is_continued(content) else "byline" if self._frame.is_byline(content) else None

    def _above(self, reasons: list[str | None], body: Body, known: Sequence[str | None]) -> None:
        """Marks what stands above the running text and names the document or its issuer."""
        contents, end = body.contents, min(body.first, _ZONE)
        titles: list[int] = []
        for index in range(end):
            unit, content = body.units[index], contents[index]
            if known[index] == "page number" and titles == [0] and index == 1:
                reasons[0], titles = "running head", []  # the name of the paper and its page
            if unit.reason or known[index] or self._datelines.is_update(content):
                continue
            reason = self._of_line(unit, content, above=reasons[index - 1] if index else None, titled=bool(titles))
            if reason is None and titles and self._is_writer(contents, index):
                reason = "byline"
            if reason is None and self._repeats(content, [contents[i] for i in titles]):
                reason = "running head"
            dated = reason != "masthead" and self._datelines.is_dateline(content, index, len(contents))
            if dated or (reason in {"letterhead", "rubric"} and titles):
                continue
            numbered = reason == "masthead" or self._frame.is_issue(content)
            if numbered and titles == [0] and index <= 2 and self._is_name(contents, index):
                reasons[0], titles = "masthead", []  # the name of the paper
            reasons[index] = reason
            if reason is None and unit.kind in {None, "heading"} and self._is_title(content):
                titles.append(index)
        if not titles:
            for index in range(end):  # what names the document has to stay
                reasons[index] = None if reasons[index] in _NAMES else reasons[index]

    def _of_line(self, unit: Unit, content: str, *, above: str | None, titled: bool) -> str | None:
        """Why a unit is about the document by itself; `above` is the reason of the unit before it."""
        if unit.kind == "quote" and content.isupper() and not titled:
            return "masthead"  # the banner of a meeting
        reason = self._frame.above(content) if unit.kind in _LINES_OF_TEXT else None
        if reason is None and above == "letterhead" and self._frame.issuers.goes_on(content.split("|")[0]):
            return "letterhead"
        return reason

    def _is_writer(self, contents: Sequence[str], index: int) -> bool:
        """What a writer calls himself, or his name above it."""
        named = _PERSON.fullmatch(contents[index]) is not None and index + 1 < len(contents)
        return self._frame.is_role(contents[index]) or (named and self._frame.is_role(contents[index + 1]))

    def _is_name(self, contents: Sequence[str], index: int) -> bool:
        """Whether nothing but a day stands between the first line and the number of an issue."""
        return all(self._datelines.is_dateline(content, 1, len(contents)) for content in contents[1:index])

    def _is_title(self, content: str) -> bool:
        return (
            len(_WORD.findall(content)) > 1 and len(content) < _TITLE and not content.lower().startswith(self._labels)
        )

    def _repeats(self, content: str, titles: Sequence[str]) -> bool:
        """`A report on fishing 9`: the title again, with the number of the page."""
        head, _, number = content.rpartition(" ")
        key = plain(head)
        return number.isdecimal() and key.count(" ") > 1 and key in plain(" ".join(titles))

    def _below(self, reasons: list[str | None], body: Body, known: Sequence[str | None]) -> None:
        """Marks what stands below the running text: contacts, copies, the line of who wrote it."""
        units, contents = body.units, body.contents
        start = max(body.last + 1, len(units) - _ZONE)
        introduced = start > 0 and contents[start - 1].rstrip().endswith(":")
        heading: str | None = None
        for index in range(start, len(units)):
            unit, content = units[index], contents[index]
            if unit.reason or unit.kind not in _BELOW:
                continue
            reason = self._frame.below(content) or self._named(contents, reasons, known, index)
            if self._datelines.is_update(content) or (is_bullet(content) and reason == "contact"):
                reason = None
            if self._heads(contents, index):
                heading = reasons[index] = self._heading(content)
            elif known[index]:
                heading = None
            elif reason:
                reasons[index] = None if introduced and reason == "contact" else reason
            elif content.rstrip().endswith(":"):
                heading = None  # `Signataires :`
            elif heading and self._is_under(heading, content):
                reasons[index] = heading
            introduced = content.rstrip().endswith(":") or (introduced and reason == "contact")

    def _heading(self, content: str) -> str:
        if self._frame.heads_links(content):
            return "related links"
        return "distribution list" if self._frame.heads_copies(content) else "contact"

    def _named(
        self, contents: Sequence[str], reasons: Sequence[str | None], known: Sequence[str | None], index: int
    ) -> str | None:
        """The name of a body over its address, the name of the writer told again."""
        content = contents[index]
        if index + 1 < len(contents) and self._frame.issuers.names(content):
            below = known[index + 1] or self._frame.below(contents[index + 1])
            return "contact" if below in {"contact", "press contact"} else None
        name = f" {plain(content)} "
        if _PERSON.fullmatch(content) and index + 1 < len(contents) and self._frame.is_role(contents[index + 1]):
            return "byline"
        said = content.istitle() and any(
            name in f" {plain(contents[i])} "
            for i in range(index)
            if reasons[i] == "byline" and len(contents[i]) < _LINE
        )
        return "byline" if said else None

    def _is_under(self, heading: str, content: str) -> bool:
        """Whether a line goes with the dropped heading above it."""
        if heading == "contact":
            return REACHED.search(content) is not None
        if heading == "distribution list":
            return len(content) < _COPY and not content.rstrip().endswith(".")
        return len(content) < _LINE and content[-1] not in ".;:"

    def _heads(self, contents: Sequence[str], index: int) -> bool:
        """A heading over links or contacts that has some under it."""
        if (
            self._frame.heads_copies(contents[index])
            and not contents[index].rstrip().endswith(":")
            and ":" in contents[index]
        ):
            return True
        if index + 1 >= len(contents):
            return False
        if self._frame.heads_links(contents[index]) or self._frame.heads_copies(contents[index]):
            return len(contents[index + 1]) < _LINE
        return self._frame.heads_contacts(contents[index]) and any(
            self._frame.below(content) == "contact" or REACHED.search(content)
            for content in contents[index + 1 : index + 4]
        )
