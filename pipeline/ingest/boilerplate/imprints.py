"""Lines that say how to reach those who publish, what they answer for, and how their letter comes and stops coming."""

import re
from collections.abc import Iterable

from pipeline.ingest.boilerplate.menus import REACHED
from pipeline.ingest.resources import IngestResources

CELLS = re.compile(r"\s*(?:[|·•]|\t|\s[-–—]{1,2}\s|\s{3,})\s*")
"""What stands between the cells of a line."""
_POST_CODE = re.compile(r"(?<![\d,.])(?:[A-Z]-)?\d{4,5}\s+[A-Z][\w'’-]+")
_PHONE = re.compile(r"(?<!\d)(?:\d{3}-\d{3}-\d{4}|\(\d{3}\)\s?\d{3}[- ]\d{4}|\d(?:-\d{3}){2}-\d{4})(?!\d)")
_WAYS = re.compile(r"(?:\d{3,}[\d\s().-]*\d{2,}|@)")
_PERSON = r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,2}"
_LEAD = " (-–—*"
LONGEST = 300
"""Characters of a line about the document at most."""
_LINE = 160  # characters that one stays below whose words alone do not tell
_ALERT = 80  # an invitation to subscribe
_BRIEF = 40  # one that has its words anywhere


class Imprints:
    """Knows imprints, disclaimers, addresses and the small print of letters by mail, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.boilerplate.frame for lexicon in resources.lexicons.values()]
        self._contacts = tuple(form for frame in words for form in frame.contacts)
        self._streets = re.compile(rf"(?<!\w)(?:{any_of(w for frame in words for w in frame.streets)})(?!\w)", re.I)
        self._boxes = re.compile(rf"(?<!\w)(?:{any_of(w for frame in words for w in frame.boxes)})\s?\d", re.I)
        self._disclaims = tuple(form for frame in words for form in frame.disclaims)
        self._imprint = tuple(form for frame in words for form in frame.imprint)
        self._printers = tuple(form for frame in words for form in frame.printers)
        makers = any_of(w for lexicon in resources.lexicons.values() for w in lexicon.pages.makers)
        self._maker = re.compile(rf"(?:{makers})\s?:\s", re.I)
        self._credit = re.compile(rf"(?:{makers})\s{_PERSON}(?:,? (?:&|[a-z]{{2,3}}) {_PERSON})?\Z", re.I)
        copies = any_of(w for lexicon in resources.lexicons.values() for w in lexicon.pages.copies)
        self._copies = re.compile(rf"(?:{copies})\s?(?::|\Z)", re.I)
        self._site = tuple(form for frame in words for form in frame.site)
        self._alerts = tuple(form for frame in words for form in frame.alerts)
        self._mailing = tuple(form for frame in words for form in frame.mailing)

    def mailing(self, content: str) -> bool:
        """The small print of a letter by mail: who gets it, how to read it on the web, how to stop it."""
        return len(content) < LONGEST and _has(_lower(content), self._mailing)

    def alerts(self, content: str) -> bool:
        """`Get our news by email`, at the beginning of a line."""
        return _lower(content).lstrip(_LEAD).startswith(self._alerts)

    def has_alert(self, content: str) -> bool:
        """The same, or inside a short line that is no sentence."""
        lower = content.lower()
        said = lower.startswith(self._alerts) or (
            len(content) < _BRIEF and any(f" {cue}" in lower for cue in self._alerts)
        )
        return len(content) < _ALERT and said and content[-1] != "."

    def about(self, content: str) -> str | None:
        """What a line says of the publication: who answers for it, how many copies, how to look at the site."""
        lower = _lower(content)
        if _has(lower, self._disclaims):
            return "legal notice"
        if len(content) >= _LINE:
            return None
        if _has(lower, self._site):
            return "about the site"
        cells = [cell.lstrip(_LEAD) for cell in CELLS.split(lower.strip()) if cell]
        said = any(cell.startswith(self._imprint) or self._maker.match(cell) for cell in cells)
        return "imprint" if said or _has(lower, self._printers) else None

    def credit(self, content: str) -> bool:
        """Who made the words or the pictures: `WORDS Anna Rozite`; the label stands apart by its form."""
        label = content.split(" ", 1)[0]
        return label.isupper() and not content.isupper() and self._credit.match(content) is not None

    def heads_copies(self, content: str) -> bool:
        """A heading over those who get a copy, or a line that names them: `Distribution:`, `Copie : M. Diallo`."""
        return len(content) < _LINE and self._copies.match(content.lstrip(_LEAD)) is not None

    def contact(self, content: str) -> str | None:
        """An address, a telephone number: said as a label or in bits, not as a sentence."""
        lower = _lower(content).lstrip(_LEAD)
        if len(content) > LONGEST:
            return None
        cued = lower.startswith(self._contacts)
        reached = bool(REACHED.search(content) or _PHONE.search(content) or (cued and _WAYS.search(content)))
        if cued and (reached or (len(content) < _LINE and ":" in lower)):
            return "contact"
        if content.rstrip().endswith((".", "!", "?", ";", ":")) and len(content.split()) > 6:
            return None
        if reached:
            return "contact"
        if len(content) >= _LINE or not any(map(str.isdigit, content)):
            return None
        placed = self._streets.search(content) and ("," in content or _POST_CODE.search(content))
        return "contact" if placed or self._boxes.search(content) else None


def _has(text: str, cues: Iterable[str]) -> bool:
    return any(map(text.__contains__, cues))


def _lower(content: str) -> str:
    return content.lower().replace("’", "'")


def any_of(words: Iterable[str]) -> str:
    """An alternation of words for a regular expression, the longest first.

    >>> any_of(["p.", "page"])
    'page|p\\\\.'
    """
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))
