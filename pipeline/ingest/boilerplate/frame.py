"""Lines about a document and not of it: letterheads, stamps, mastheads, bylines, addresses, disclaimers.

They are told by their form and the lexicons of both languages, and only above the first running text or below the last.
A line of several cells (`SCAC Dakar     Fiche projet`) counts when every cell does.
"""

import re
from collections.abc import Sequence

from pipeline.ingest.boilerplate.imprints import CELLS, LONGEST, Imprints, any_of
from pipeline.ingest.boilerplate.issuers import Issuers
from pipeline.ingest.boilerplate.menus import plain
from pipeline.ingest.days import Days
from pipeline.ingest.resources import IngestResources

_CODE = re.compile(
    r"\(?(?:[A-Z]{0,8}\d[\w.]*(?:[/-][\w.]+)+|[A-Z]{1,6}(?:/[A-Z0-9.()-]{1,12}){1,5}"
    r"|(?=\S*\d)[A-Z]{1,8}(?:/[A-Za-z0-9.()-]{1,12}){2,6})\)?"
)
_CODED = re.compile(r"[A-Z]{2,6} (?:\d{1,6}-[A-Z0-9]{1,4}|#\s?\d{1,6})")
_SLUG = re.compile(r"\(?(?:[A-Za-z]{2,4}(?:/[A-Za-z]{2,4}){1,3}|(?:[A-Z]\.[ -]?){2,3})\)?")
_NUMBER_END = re.compile(r"[\s,(]+\d{1,3}\)?\Z")
_PRICE = re.compile(r"(?:[£$€]\s?\d+(?:[.,]\d\d)?|\d+(?:[.,]\d\d)?\s?(?:[£$€F]|FF|[A-Z]{3}))\Z")
_BRACKETED = re.compile(r"(?:\[\s*[^\[\]]{2,40}\s*\]\s*){2,}\Z")
_CRUMB = re.compile(r"\s*[>›»→]\s*")
_SLASH = re.compile(r"\s+/\s+")
_BRACKETED_LINE = re.compile(r"\[[^\[\]]{3,80}\]")
_STORY = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){2,},? \d")
_WIRE = re.compile(r"(?=.*[A-Z]\d)(?=.* )(?=.*/)[A-Z0-9 /.-]{8,50}")
_NUMBERED = re.compile(r"[A-Z][\w'’-]*(?: [\w'’-]+){0,3} \d{1,4}/(?:\d\d|(?:19|20)\d\d)")  # `Budget note 7/24`
_WIDE = re.compile(r"\t|\s{3,}|\|")


class Frame:
    """Knows the lines that stand above and below a text, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        lexicons = list(resources.lexicons.values())
        words = [lexicon.boilerplate.frame for lexicon in lexicons]
        self._days = resources.tool(Days)
        self.issuers = resources.tool(Issuers)
        self._imprints = resources.tool(Imprints)
        self._stamps = frozenset(form for frame in words for form in frame.stamps)
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
        pages = any_of(w for lex in lexicons for w in lex.boilerplate.lines.page)
        self._page = re.compile(rf"(?<!\w)(?:{pages})\s?\d{{1,3}}(?:\s\d{{3}})?(?:\s?/\s?\d{{1,3}})?\)?\Z", re.I)
        of = any_of(w for lex in lexicons for w in lex.boilerplate.lines.of)
        self._paged = re.compile(
            rf"\s[\s.·|–—-]*(?:\d{{1,3}}/\d{{1,3}}|(?:{pages})\s?\d{{1,3}}(?:\s?(?:/|{of})\s?\d{{1,3}})?)\Z", re.I
        )
        self._page_first = re.compile(
            rf"\A(?:{pages})\s?\d{{1,3}}(?:\s?(?:/|{of})\s?\d{{1,3}})?[\s.·|–—-]+(?=\S)", re.I
        )
        issues = any_of(cue.strip() for lex in lexicons for cue in lex.metadata.issue)
        self._issue = re.compile(rf"(?<!\w)(?:{issues}|n[°º])\s?\d[\d\s.,]*(?:[/-]\w[\w./-]*|\s?[–-]\s?\d{{4}})?", re.I)
        references = any_of(cue for lex in lexicons for cue in lex.metadata.reference)
        self._reference = re.compile(
            rf"(?:{references})\s*:?\s*(?:[A-Z][\w./-]*\s){{0,2}}\S*\d\S*(?:\s\([^)]{{1,20}}\))?\Z", re.I
        )
        self._issued = re.compile(rf"[,–—|·-]\s*(?:{issues}|n[°º])\s?\d[\d.,]*(?:\s?\([^()]{{1,30}}\))?\Z", re.I)
        sessions = any_of(w for frame in words for w in frame.sessions)
        self._sessions = re.compile(rf"(?:\d{{1,3}}\s?[^\W\d_]{{0,4}}|[IVXLC]{{1,6}}e?)\s(?:{sessions})", re.I)
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
        if stamped and len(content) < 120 and not self._days.find(content, None):
            return "stamp"
        named = "stamp" in reasons and all(len(cell.split()) < 5 and not any(map(str.isdigit, cell)) for cell in cells)
        if named and len(content) < 80 and not content.rstrip().endswith((".", ":")):
            return "stamp"  # `European Commission - Fact sheet`
        if len(content) < 70 and self._page.search(content) and len(content.split()) < 8:
            return "running head"
        if reasons and reasons[0] == "letterhead" and _go_with(cells[1:]):
            return "letterhead"
        return "rubric" if reasons and reasons[0] == "rubric" and len(cells) < 4 and len(content) < 60 else None

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
            or (len(content) < 120 and lower.startswith(self._bylines))
            or _SLUG.fullmatch(content)
        ):
            return "byline"
        if lower.strip(" ()-–—.") in self._continued:
            return "end mark"
        if len(content) < 120 and (plain(content) in self._stamps or lower.startswith(self._stamped)):
            return "stamp"
        if len(content) < 120 and (content.lower().lstrip().startswith(self._cross) or self._page.search(content)):
            return "cross reference"
        if self._imprints.mailing(content) or self._imprints.alerts(content):
            return "newsletter"
        cells = [cell for cell in CELLS.split(content.strip()) if cell]
        if cells and all(
            _PRICE.fullmatch(cell) or self._issue.fullmatch(cell) or _CODE.fullmatch(cell) or _CODED.fullmatch(cell)
            for cell in cells
        ):
            return "masthead"
        return self._row(content) or self._imprints.about(content) or self._imprints.contact(content)

    def is_foot(self, content: str) -> bool:
        """An address or the name of an issuer with the number of its page: `Town Hall, 3 High Street   1/2`."""
        bare = self._paged.sub("", content)
        if bare == content:
            bare = self._page_first.sub("", content)
        return bare != content and bool(self._imprints.contact(bare) or self._cell(bare) or _CODE.match(bare))

    def is_issue(self, content: str) -> bool:
        """The number of a paper that comes out in numbers: `No. 41,207`."""
        return "/" not in content and self._issue.fullmatch(content) is not None

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
        if len(content) > 120:
            return None
        if self._issued.search(content) or sum(map(self._is_number, CELLS.split(content))) > 1:
            return "masthead"
        if not self._days.find(content, None):
            return None
        cells = [cell for cell in CELLS.split(content) if cell]
        issue = self._issue.search(content) is not None
        numbered = (issue and (len(cells) > 2 or _WIDE.search(content))) or any(
            self._page.search(c) or _PRICE.fullmatch(c) for c in cells
        )
        return "masthead" if numbered and len(cells) > 1 else None

    def _is_number(self, cell: str) -> bool:
        """The number of an issue, of its volume, or its price."""
        parts = [part for part in cell.split(", ") if part]
        return bool(parts) and all(self._issue.fullmatch(part) or _PRICE.fullmatch(part) for part in parts)

    def _byline(self, content: str) -> str | None:
        lower = content.lower()
        if len(content) > 120:
            return None
        if lower.startswith(self._bylines) or self._reporters.match(content) or self._imprints.credit(content):
            return "byline"
        start = next((start for start in self._by if lower.startswith(start)), None)
        rest = content[len(start) :].split() if start else []
        if not rest or not rest[0][0].isupper() or rest[0].lower().strip(".") in self._civil or content[-1] in ".:;":
            return None
        return "byline" if 1 < len(rest) < 14 and rest[1][0].isupper() else None

    def _cell(self, cell: str) -> str | None:
        line = plain(cell)
        bare = plain(_NUMBER_END.sub("", self._issue.sub("", cell)))
        if line in self._stamps or bare in self._stamps or line.startswith(self._stamped):
            return "stamp"
        if line in self._rubrics or bare in self._rubrics:
            return "rubric"
        if self._page.search(cell) and len(cell.split()) < 7:
            return "running head"
        if _PRICE.fullmatch(cell) or _NUMBERED.fullmatch(cell):
            return "masthead"
        if (
            _WIRE.fullmatch(cell)
            or self._issue.fullmatch(cell)
            or self._reference.match(cell)
            or _CODE.fullmatch(cell)
            or _CODED.fullmatch(cell)
        ):
            return "reference"
        first = cell.split()[0] if cell else ""
        if len(cell) < 60 and _CODE.fullmatch(first) and cell.upper() == cell:
            return "reference"
        if _CODE.fullmatch(first) and cell.endswith(")") and len(cell) < 40:
            return "reference"
        return "letterhead" if self.issuers.names(cell) or self._sessions.fullmatch(cell) else None


def _go_with(cells: Sequence[str]) -> bool:
    """Whether the cells after the name of a body belong to it: names in capitals, or the rest of a state's motto."""
    if len(cells) == 2 and all(cell.istitle() and cell.isalpha() for cell in cells):
        return True
    return all(cell.isupper() and len(cell.split()) < 4 for cell in cells)
