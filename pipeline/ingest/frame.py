"""Lines about a document and not of it: letterheads, stamps, mastheads, bylines, addresses, disclaimers.

They are told by their form and the lexicons of both languages, and only above the first running text or below the last.
A line of several cells (`SCAC Dakar     Fiche projet`) counts when every cell does.
"""

import re
import unicodedata

from pipeline.ingest.days import Days
from pipeline.ingest.menus import REACHED, plain
from pipeline.ingest.resources import IngestResources

_CELLS = re.compile(r"\s*(?:[|·•]|\t|\s[-–—]{1,2}\s|\s{3,})\s*")
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_CODE = re.compile(r"\(?(?:[A-Z]{0,8}\d[\w.]*(?:[/-][\w.]+)+|[A-Z]{1,6}(?:/[A-Z0-9.()-]{1,12}){1,5})\)?")
_CODED = re.compile(r"[A-Z]{2,6} \d{1,6}-[A-Z0-9]{1,4}")
_SLUG = re.compile(r"\(?(?:[A-Za-z]{2,4}(?:/[A-Za-z]{2,4}){1,3}|(?:[A-Z]\.[ -]?){2,3})\)?")
_PAGED = re.compile(r"\s(?:\d{1,3}/\d{1,3})\Z")
_NUMBER_END = re.compile(r"[\s,(]+\d{1,3}\)?\Z")
_PRICE = re.compile(r"(?:[£$€]\s?\d+(?:[.,]\d\d)?|\d+(?:[.,]\d\d)?\s?(?:[£$€F]|FF|[A-Z]{3}))\Z")
_BRACKETED = re.compile(r"(?:\[\s*[^\[\]]{2,40}\s*\]\s*){2,}\Z")
_CRUMB = re.compile(r"\s*[>›»→]\s*")
_SLASH = re.compile(r"\s+/\s+")
_POST_CODE = re.compile(r"(?<![\d,.])(?:[A-Z]-)?\d{4,5}\s+[A-Z][\w'’-]+")
_BRACKETED_LINE = re.compile(r"\[[^\[\]]{3,80}\]")
_STORY = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){2,},? \d")
_WIRE = re.compile(r"(?=.*[A-Z]\d)(?=.* )(?=.*/)[A-Z0-9 /.-]{8,50}")
_PHONE = re.compile(r"(?<!\d)(?:\d{3}-\d{3}-\d{4}|\(\d{3}\)\s?\d{3}[- ]\d{4}|\d(?:-\d{3}){2}-\d{4})(?!\d)")
_WIDE = re.compile(r"\t|\s{3,}|\|")
_LONGEST = 300  # characters
_NAME = 8  # words that the name of an issuer has at most
_WAYS = re.compile(r"(?:\d{3,}[\d\s().-]*\d{2,}|@)")


class Frame:
    """Knows the lines that stand above and below a text, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        lexicons = list(resources.lexicons.values())
        words = [lexicon.boilerplate.frame for lexicon in lexicons]
        self._days = resources.tool(Days)
        self._small = frozenset().union(*resources.function_words.values())
        self._issuers = frozenset(_fold(w) for lex in lexicons for w in lex.metadata.letterheads) | {
            _fold(word) for frame in words for word in frame.issuers
        }
        self._types = frozenset(
            _fold(p.split()[0]) for lex in lexicons for phrases in lex.metadata.types.values() for p in phrases
        )
        self._types -= self._issuers
        self._stamps = frozenset(form for frame in words for form in frame.stamps)
        self._stamped = tuple(form for frame in words for form in frame.stamped)
        self._rubrics = frozenset(form for frame in words for form in frame.rubrics)
        self._bylines = tuple(form for frame in words for form in frame.bylines)
        self._by = tuple(form for frame in words for form in frame.by)
        self._civil = frozenset(form for frame in words for form in frame.civil)
        self._contacts = tuple(form for frame in words for form in frame.contacts)
        self._streets = re.compile(rf"(?<!\w)(?:{_any(w for frame in words for w in frame.streets)})(?!\w)", re.I)
        self._boxes = re.compile(rf"(?<!\w)(?:{_any(w for frame in words for w in frame.boxes)})\s?\d", re.I)
        self._disclaims = tuple(form for frame in words for form in frame.disclaims)
        self._imprint = tuple(form for frame in words for form in frame.imprint)
        self._printers = tuple(form for frame in words for form in frame.printers)
        self._cross = tuple(form for frame in words for form in frame.cross)
        self._site = tuple(form for frame in words for form in frame.site)
        self._alerts = tuple(form for frame in words for form in frame.alerts)
        self._related = frozenset(form for frame in words for form in frame.related)
        self._reached = frozenset(form for frame in words for form in frame.reached)
        self._continued = frozenset(form for frame in words for form in frame.continued)
        pages = _any(w for lex in lexicons for w in lex.boilerplate.lines.page)
        self._page = re.compile(rf"(?<!\w)(?:{pages})\s?\d{{1,3}}(?:\s?/\s?\d{{1,3}})?\)?\Z", re.I)
        issues = _any(cue.strip() for lex in lexicons for cue in lex.metadata.issue)
        self._issue = re.compile(rf"(?<!\w)(?:{issues}|n[°º])\s?\d[\d\s.,]*(?:[/-]\w[\w./-]*)?", re.I)
        references = _any(cue for lex in lexicons for cue in lex.metadata.reference)
        self._reference = re.compile(rf"(?:{references})\s*:?\s*\S*\d\S*(?:\s\([^)]{{1,20}}\))?\Z", re.I)
        links = _any(w for lex in lexicons for w in lex.boilerplate.joiners)
        at = _any(w for frame in words for w in frame.at)
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
        if len(content) > _LONGEST:
            return None
        reason = self._row(content) or self._masthead(content) or self._byline(content) or self._cells(content)
        if reason or _BRACKETED_LINE.fullmatch(content):
            return reason or "stamp"
        lower = content.lower()
        alert = lower.startswith(self._alerts) or (
            len(content) < 40 and any(f" {cue}" in lower for cue in self._alerts)
        )
        if len(content) < 80 and alert and content[-1] != ".":
            return "newsletter"
        return self._about(content) or self._contact(content)

    def _cells(self, content: str) -> str | None:
        """The reason of a line every cell of which has one, or of which one cell says enough for all."""
        cells = [cell for cell in _CELLS.split(content.strip()) if cell]
        reasons = [self._cell(cell) for cell in cells]
        known = [reason for reason in reasons if reason]
        if known and all(
            reason or (cell.isdigit() and len(cell) < 4) for cell, reason in zip(cells, reasons, strict=True)
        ):
            return known[0]
        stamped = any(cell.lower().startswith(self._stamped) for cell in cells)
        if stamped and len(content) < 120 and not self._days.find(content, None):
            return "stamp"
        if len(content) < 70 and self._page.search(content) and len(content.split()) < 8:
            return "running head"
        if reasons and reasons[0] == "letterhead" and all(c.isupper() and len(c.split()) < 4 for c in cells[1:]):
            return "letterhead"
        return "rubric" if reasons and reasons[0] == "rubric" and len(cells) < 4 and len(content) < 60 else None

    def is_slug(self, content: str) -> bool:
        """The key word of an agency's story: `Malta-ferry-talks, 2nd lead`."""
        return _STORY.match(content) is not None and len(content.split()) < 6

    def is_byline(self, content: str) -> bool:
        """`From our correspondent`, at the side of a report or above its second part."""
        return content.lower().startswith(self._bylines) and len(content.split()) < 9 and content[-1] not in ".:;,"

    def is_continued(self, content: str) -> bool:
        """`(more follows)`: the end of a piece."""
        return content[0] in "([-" and content[-1] in ")]-" and plain(content) in self._continued

    def goes_on(self, content: str) -> bool:
        """The second line of a letterhead: `IN THE REPUBLIC OF MALTA`."""
        return content.isupper() and content.split()[0].lower() in self._small and len(content.split()) < 9

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
        if len(content) > 2 * _LONGEST:
            return None
        lower = content.lower().lstrip(" (-–—*")
        if (
            self.is_byline(content)
            or (len(content) < 120 and lower.startswith(self._bylines))
            or _SLUG.fullmatch(content)
        ):
            return "byline"
        if lower.strip(" ()-–—.") in self._continued:
            return "end mark"
        if len(content) < 120 and (content.lower().lstrip().startswith(self._cross) or self._page.search(content)):
            return "cross reference"
        if lower.startswith(self._alerts):
            return "newsletter"
        cells = [cell for cell in _CELLS.split(content.strip()) if cell]
        if cells and all(
            _PRICE.fullmatch(cell) or self._issue.fullmatch(cell) or _CODE.fullmatch(cell) for cell in cells
        ):
            return "masthead"
        return self._row(content) or self._about(content) or self._contact(content)

    def is_foot(self, content: str) -> bool:
        """An address or the name of an issuer with the number of its page: `Town Hall, 3 High Street   1/2`."""
        bare = _PAGED.sub("", content)
        return bare != content and (bool(self._contact(bare)) or self._is_issuer(bare) or bool(_CODE.match(bare)))

    def heads_links(self, content: str) -> bool:
        """A heading over links to other pages."""
        return plain(content) in self._related

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
        if len(content) > 120 or not self._days.find(content, None):
            return None
        cells = [cell for cell in _CELLS.split(content) if cell]
        issue = self._issue.search(content) is not None
        numbered = (issue and (len(cells) > 2 or _WIDE.search(content))) or any(
            self._page.search(c) or _PRICE.fullmatch(c) for c in cells
        )
        return "masthead" if numbered and len(cells) > 1 else None

    def _byline(self, content: str) -> str | None:
        lower = content.lower()
        if len(content) > 120:
            return None
        if lower.startswith(self._bylines) or self._reporters.match(content):
            return "byline"
        start = next((start for start in self._by if lower.startswith(start)), None)
        rest = content[len(start) :].split() if start else []
        if not rest or not rest[0][0].isupper() or rest[0].lower().strip(".") in self._civil or content[-1] in ".:;":
            return None
        return "byline" if 1 < len(rest) < 14 and rest[1][0].isupper() else None

    def _cell(self, cell: str) -> str | None:
        line = plain(cell)
        bare = plain(self._issue.sub("", _NUMBER_END.sub("", cell)))
        if line in self._stamps or bare in self._stamps or line.startswith(self._stamped):
            return "stamp"
        if line in self._rubrics or bare in self._rubrics:
            return "rubric"
        if self._page.search(cell) and len(cell.split()) < 7:
            return "running head"
        if _PRICE.fullmatch(cell):
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
        return "letterhead" if self._is_issuer(cell) else None

    def _is_issuer(self, content: str) -> bool:
        if any(c.isdigit() for c in content) or content.rstrip()[-1:] in (".", ":", ";", "?", "!", ","):
            return False
        words = _WORD.findall(content)
        folded = [_fold(word) for word in words]
        for head in ("l'", "d'"):
            folded = [word.removeprefix(head) for word in folded]
        if not 1 < len(words) <= _NAME + 4 or self._types & set(folded):
            return False
        if not all(self._fits(words, index) for index in range(len(words))):
            return False
        telling = [word for word in folded if word not in self._small]
        if folded[-1] in self._small:
            return False  # the name goes on below
        first_small = (len(folded) > 1 and folded[1] in self._small) or len(telling) < 4
        return bool(telling) and (telling[-1] in self._issuers or (telling[0] in self._issuers and first_small))

    def _fits(self, words: list[str], index: int) -> bool:
        """A capital, a small word, or what stands after one: `Service de presse`, `Ministère de l’Énergie`."""
        word = words[index]
        return (
            word[0].isupper()
            or word.lower() in self._small
            or _elided(word)
            or (index > 0 and words[index - 1].lower() in self._small)
        )

    def _about(self, content: str) -> str | None:
        """What a line says of the publication: who answers for it, how many copies, how to look at the site."""
        lower = content.lower().replace("’", "'")
        if any(cue in lower for cue in self._disclaims):
            return "legal notice"
        if len(content) < 160 and any(cue in lower for cue in self._site):
            return "about the site"
        cells = [cell for cell in _CELLS.split(lower.strip()) if cell]
        said = any(cell.startswith(self._imprint) for cell in cells) or any(cue in lower for cue in self._printers)
        return "imprint" if len(content) < 160 and said else None

    def _contact(self, content: str) -> str | None:
        """An address, a telephone number: said as a label or in bits, not as a sentence."""
        lower = content.lower().lstrip(" (-–—*").replace("’", "'")
        if len(content) > _LONGEST:
            return None
        cued = lower.startswith(self._contacts)
        reached = bool(REACHED.search(content) or _PHONE.search(content) or (cued and _WAYS.search(content)))
        if cued and (reached or (len(content) < 160 and ":" in lower)):
            return "contact"
        if content.rstrip().endswith((".", "!", "?", ";", ":")) and len(content.split()) > 6:
            return None
        if reached:
            return "contact"
        placed = self._streets.search(content) and any(c.isdigit() for c in content)
        if len(content) < 160 and (
            self._boxes.search(content) or (placed and ("," in content or _POST_CODE.search(content)))
        ):
            return "contact"
        return None


def _any(words: object) -> str:
    """An alternation of words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))  # type: ignore[call-overload]


def _elided(word: str) -> bool:
    """`l’Environnement`, `d'Information`."""
    parts = re.split(r"['’]", word, maxsplit=1)
    return len(parts) == 2 and len(parts[0]) < 3 and parts[1][:1].isupper()


def _fold(word: str) -> str:
    """A word in lower case without its accents, which capitals often lack."""
    folded = unicodedata.normalize("NFD", word.lower().replace("’", "'"))
    return "".join(c for c in folded if not unicodedata.combining(c))
