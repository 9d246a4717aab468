"""Lines about a document and not of it: letterheads, stamps, mastheads, bylines, addresses, disclaimers.

They are told by their form and the lexicons of both languages, and only above the first running text or below the last.
A line of several cells (`SCAC Dakar     Fiche projet`) counts when every cell does.
"""

import re
from collections.abc import Sequence

from pipeline.ingest.boilerplate.imprints import CELLS, LONGEST, Imprints, any_of
from pipeline.ingest.boilerplate.issuers import Issuers
from pipeline.ingest.boilerplate.menus import plain
from pipeline.ingest.boilerplate.numbering import Numbering
from pipeline.ingest.days import Days
from pipeline.ingest.resources import IngestResources

_SLUG = re.compile(r"\(?(?:[A-Za-z]{2,4}(?:/[A-Za-z]{2,4}){1,3}|(?:[A-Z]\.[ -]?){2,3})\)?")
_BRACKETED = re.compile(r"(?:\[\s*[^\[\]]{2,40}\s*\]\s*){2,}\Z")
_CRUMB = re.compile(r"\s*[>›»→]\s*")
_SLASH = re.compile(r"\s+/\s+")
_BRACKETED_LINE = re.compile(r"\[[^\[\]]{3,80}\]")
_STORY = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){2,},? \d")
_WIDE = re.compile(r"\t|\s{3,}|\|")
_LINE = 120  # characters that a line about the document stays below, where its words alone do not tell
_STAMP = 80  # a row of cells with a stamp among them
_PAGED = 70  # a running head with the number of its page
_RUBRIC = 60  # a rubric with more cells


class Frame:
    """Knows the lines that stand above and below a text, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        lexicons = list(resources.lexicons.values())
        words = [lexicon.boilerplate.frame for lexicon in lexicons]
        self._days = resources.tool(Days)
        self.issuers = resources.tool(Issuers)
        self._imprints = resources.tool(Imprints)
        self._numbers = resources.tool(Numbering)
        self._stamps = frozenset(form for frame in words for form in frame.stamps)
        self._urgencies = frozenset(form for frame in words for form in frame.urgencies)
        self._stamped = tuple(form for frame in words for form in frame.stamped)
        self._rubrics = frozenset(form for frame in words for form in frame.rubrics)
        self._bylines = tuple(form for frame in words for form in frame.bylines)
        self._by = tuple(form for frame in words for form in frame.by)
        self._civil = frozenset(form for frame in words for form in frame.civil)
        self._roles = frozenset(word for lexicon in lexicons for word in lexicon.pages.roles)
        self._cross = tuple(form for frame in words for form in frame.cross)
        self._related = frozenset(form for frame in words for form in frame.related)
        self._reached = frozenset(form for frame in words for form in frame.reached)
        self._continued = frozenset(form for frame in words for form in frame.continued)
        links = any_of(w for lex in lexicons for w in lex.boilerplate.joiners)
        at = any_of(w for frame in words for w in frame.at)
        name = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,2}"
        reporter = rf"{name} (?:{at}) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
        self._reporters = re.compile(rf"{reporter}(?:(?:,| (?:{links})) {reporter}){{1,4}}\Z")

    def above(self, content: str) -> str | None:
        """Why a line above the text is about the document; None where it is not.

        >>> from pathlib import Path
        >>> from pipeline.ingest.resources import load_ingest_resources
        >>> frame = Frame(load_ingest_resources(Path("models")))
        >>> frame.above("AMBASSADE DE FRANCE"), frame.above("PROVISIONAL TRANSLATION"), frame.above("N° 11/E.P.")
        ('letterhead', 'stamp', 'reference')
        >>> frame.above("Visite du ministre à Lisbonne"), frame.above("Lisbonne, le 3 mars 2014")
        (None, None)
        """
        if len(content) > LONGEST:
            return None
        reason = self._row(content) or self._masthead(content) or self._byline(content) or self._cells(content)
        if reason or _BRACKETED_LINE.fullmatch(content):
            return reason or "stamp"
        if self._imprints.mailing(content) or self._imprints.has_alert(content):
            return "newsletter"
        return self._imprints.about(content) or self._imprints.contact(content)

    def _cells(self, content: str) -> str | None:
        """The reason of a line every cell of which has one, or of which one cell says enough for all."""
        cells = [cell for cell in CELLS.split(content.strip()) if cell]
        reasons = [self._cell(cell) for cell in cells]
        known = [reason for reason in reasons if reason]
        if known and all(
            reason or (cell.isdigit() and len(cell) < 4) for cell, reason in zip(cells, reasons, strict=True)
        ):
            return known[0]
        stamped = any(cell.lower().startswith(self._stamped) for cell in cells)
        if stamped and len(content) < _LINE and not self._days.find(content, None):
            return "stamp"
        named = "stamp" in reasons and all(len(cell.split()) < 5 and not any(map(str.isdigit, cell)) for cell in cells)
        if named and len(content) < _STAMP and not content.rstrip().endswith((".", ":")):
            return "stamp"  # `European Commission - Fact sheet`
        if len(content) < _PAGED and self._numbers.ends_in_page(content) and len(content.split()) < 8:
            return "running head"
        if reasons and reasons[0] == "letterhead" and _go_with(cells[1:]):
            return "letterhead"
        return "rubric" if reasons and reasons[0] == "rubric" and len(cells) < 4 and len(content) < _RUBRIC else None

    def is_slug(self, content: str) -> bool:
        """The key word of an agency's story: `Malta-ferry-talks, 2nd lead`."""
        return _STORY.match(content) is not None and len(content.split()) < 6

    def is_role(self, content: str) -> bool:
        """What a writer calls himself, without his name: `Diplomatic Correspondent, The Mercury`."""
        cells = [cell.split() for cell in re.split(r",\s*", plain(content)) if cell]
        named = bool(cells) and (cells[0][-1] in self._roles or cells[0][0] in self._roles)
        return named and sum(map(len, cells)) < 7 and content[-1] not in ".:;?!"

    def is_byline(self, content: str) -> bool:
        """`From our correspondent`, at the side of a report or above its second part."""
        return content.lower().startswith(self._bylines) and len(content.split()) < 9 and content[-1] not in ".:;,"

    def is_continued(self, content: str) -> bool:
        """`(more follows)`: the end of a piece."""
        return content[0] in "([-" and content[-1] in ")]-" and plain(content) in self._continued

    def below(self, content: str) -> str | None:
        """Why a line below the text is about the document; None where it is not.

        >>> from pathlib import Path
        >>> from pipeline.ingest.resources import load_ingest_resources
        >>> frame = Frame(load_ingest_resources(Path("models")))
        >>> frame.below("For inquiries: Press Division, Tel. +351 21 000 0000"), frame.below("vm/jc")
        ('contact', 'byline')
        >>> frame.below("The talks go on."), frame.below("You may ring the consulate on 020 7946 0000.")
        (None, None)
        """
        if len(content) > 2 * LONGEST:
            return None
        lower = content.lower().lstrip(" (-–—*")
        if (
            self.is_byline(content)
            or self.is_role(content)
            or (len(content) < _LINE and lower.startswith(self._bylines))
            or _SLUG.fullmatch(content)
        ):
            return "byline"
        if lower.strip(" ()-–—.") in self._continued:
            return "end mark"
        if len(content) < _LINE and (self._is_stamp(content) or lower.startswith(self._stamped)):
            return "stamp"
        turns = len(content) < _LINE and ". " not in content
        if turns and (content.lower().lstrip().startswith(self._cross) or self._numbers.ends_in_page(content)):
            return "cross reference"
        if self._imprints.mailing(content) or self._imprints.alerts(content):
            return "newsletter"
        cells = [cell for cell in CELLS.split(content.strip()) if cell]
        if cells and all(self._numbers.are_numbers([cell]) or self._numbers.is_code(cell) for cell in cells):
            return "masthead"
        return self._row(content) or self._imprints.about(content) or self._imprints.contact(content)

    def is_foot(self, content: str) -> bool:
        """An address or the name of an issuer with the number of its page: `Town Hall, 3 High Street   1/2`."""
        bare = self._numbers.without_page(content)
        about = self._imprints.contact(bare) or self._cell(bare) or self._numbers.begins_with_code(bare)
        return bare != content and bool(about)

    def is_issue(self, content: str) -> bool:
        """The number of a paper that comes out in numbers: `No. 41,207`."""
        return "/" not in content and self._numbers.is_issue(content)

    def heads_links(self, content: str) -> bool:
        """A heading over links to other pages."""
        return plain(content) in self._related

    def heads_copies(self, content: str) -> bool:
        """A heading over those who get a copy of the paper."""
        return self._imprints.heads_copies(content)

    def heads_contacts(self, content: str) -> bool:
        """A heading over persons and numbers to ask."""
        return plain(content) in self._reached

    def _row(self, content: str) -> str | None:
        """`[ Print ] [ Send ]`, `A > B > C`."""
        if _BRACKETED.fullmatch(content.strip()) and not content.rstrip().endswith("."):
            return "navigation"
        for pattern, least in ((_CRUMB, 3), (_SLASH, 3)):
            parts = [part for part in pattern.split(content.strip()) if part]
            short = len(parts) >= least and all(len(part.split()) <= 6 for part in parts)
            if short and not content.rstrip().endswith((".", ";", ":")):
                named = pattern is _CRUMB or any(plain(p) in self._rubrics or plain(p) in self._stamps for p in parts)
                return "navigation" if named else None
        return None

    def _masthead(self, content: str) -> str | None:
        """A day with the number of the issue, of a page, or the price, in cells: the head of a newspaper."""
        if len(content) > _LINE:
            return None
        numbers = [self._numbers.are_numbers(filter(None, cell.split(", "))) for cell in CELLS.split(content)]
        if self._numbers.ends_in_issue(content) or sum(numbers) > 1:
            return "masthead"
        if not self._days.find(content, None):
            return None
        cells = [cell for cell in CELLS.split(content) if cell]
        issue = self._numbers.has_issue(content)
        numbered = (issue and (len(cells) > 2 or _WIDE.search(content))) or any(
            self._numbers.ends_in_page(c) or self._numbers.is_price(c) for c in cells
        )
        return "masthead" if numbered and len(cells) > 1 else None

    def _byline(self, content: str) -> str | None:
        lower = content.lower()
        if len(content) > _LINE:
            return None
        if lower.startswith(self._bylines) or self._reporters.match(content) or self._imprints.credit(content):
            return "byline"
        start = next((start for start in self._by if lower.startswith(start)), None)
        rest = content[len(start) :].split() if start else []
        if not rest or not rest[0][0].isupper() or rest[0].lower().strip(".") in self._civil or content[-1] in ".:;":
            return None
        return "byline" if 1 < len(rest) < 14 and rest[1][0].isupper() else None

    def _is_stamp(self, content: str) -> bool:
        """Whether a line is a stamp or, in capitals, several in a row: `IMMEDIATE TOP SECRET PERSONAL`."""
        line = plain(content)
        if line in self._stamps or not content.isupper():
            return line in self._stamps
        words, stamped = line.split(), False
        while words:
            starts = [" ".join(words[:size]) for size in range(len(words), 0, -1)]
            first = next((start for start in starts if start in self._stamps or start in self._urgencies), "")
            if not first:
                return False
            stamped = stamped or first in self._stamps
            words = words[len(first.split()) :]
        return stamped

    def _cell(self, cell: str) -> str | None:
        line, numbers = plain(cell), self._numbers
        bare = plain(numbers.without_issue(cell))
        if self._is_stamp(cell) or bare in self._stamps or line.startswith(self._stamped):
            return "stamp"
        if line in self._rubrics or bare in self._rubrics:
            return "rubric"
        if len(cell.split()) < 7 and numbers.ends_in_page(cell):
            return "running head"
        if numbers.is_price(cell) or numbers.is_numbered(cell):
            return "masthead"
        if numbers.is_reference(cell):
            return "reference"
        return "letterhead" if self.issuers.names(cell) or numbers.is_session(cell) else None


def _go_with(cells: Sequence[str]) -> bool:
    """Whether the cells after the name of a body belong to it: names in capitals, or the rest of a state's motto."""
    if len(cells) == 2 and all(cell.istitle() and cell.isalpha() for cell in cells):
        return True
    return all(cell.isupper() and len(cell.split()) < 4 for cell in cells)
