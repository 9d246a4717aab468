"""Numbers that a line about a document consists of: pages, issues, references, prices, job numbers of printers."""

import re
from collections.abc import Iterable

from pipeline.ingest.boilerplate.imprints import any_of
from pipeline.ingest.resources import IngestResources

_CODE = re.compile(
    r"\(?(?:[A-Z]{0,8}\d[\w.]*(?:[/-][\w.]+)+|[A-Z]{1,6}(?:/[A-Z0-9.()-]{1,12}){1,5}"
    r"|(?=\S*\d)[A-Z]{1,8}(?:/[A-Za-z0-9.()-]{1,12}){2,6})\)?"
)
_CODED = re.compile(r"[A-Z]{2,6} (?:\d{1,6}-[A-Z0-9]{1,4}|#\s?\d{1,6})")
_JOB = re.compile(r"\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{6})*(?:\s*\*\d{7}\*)?")  # `14-23991 (E)    210214`, of the UN
_NUMBER_END = re.compile(r"[\s,(]+\d{1,3}\)?\Z")
_CAPITALS = 60  # characters that a cell in capitals with a symbol stays below
_BRACKETED = 40  # one with something in brackets after it
_PRICE = re.compile(r"(?:[£$€]\s?\d+(?:[.,]\d\d)?|\d+(?:[.,]\d\d)?\s?(?:[£$€F]|FF|[A-Z]{3}))\Z")
_WIRE = re.compile(r"(?=.*[A-Z]\d)(?=.* )(?=.*/)[A-Z0-9 /.-]{8,50}")
_NUMBERED = re.compile(r"[A-Z][\w'’-]*(?: [\w'’-]+){0,3} \d{1,4}/(?:\d\d|(?:19|20)\d\d)")  # `Budget note 7/24`


class Numbering:
    """Knows how pages, issues and documents are numbered, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        lexicons = list(resources.lexicons.values())
        pages = any_of(word for lexicon in lexicons for word in lexicon.boilerplate.lines.page)
        of = any_of(word for lexicon in lexicons for word in lexicon.boilerplate.lines.of)
        issues = any_of(cue.strip() for lexicon in lexicons for cue in lexicon.metadata.issue)
        references = any_of(cue for lexicon in lexicons for cue in lexicon.metadata.reference)
        sessions = any_of(word for lexicon in lexicons for word in lexicon.boilerplate.frame.sessions)
        self._page = re.compile(rf"(?<!\w)(?:{pages})\s?\d{{1,3}}(?:\s\d{{3}})?(?:\s?/\s?\d{{1,3}})?\)?\Z", re.I)
        self._page_last = re.compile(
            rf"\s[\s.·|–—-]*(?:\d{{1,3}}/\d{{1,3}}|(?:{pages})\s?\d{{1,3}}(?:\s?(?:/|{of})\s?\d{{1,3}})?)\Z", re.I
        )
        self._page_first = re.compile(
            rf"\A(?:{pages})\s?\d{{1,3}}(?:\s?(?:/|{of})\s?\d{{1,3}})?[\s.·|–—-]+(?=\S)", re.I
        )
        self._issue = re.compile(rf"(?<!\w)(?:{issues}|n[°º])\s?\d[\d\s.,]*(?:[/-]\w[\w./-]*|\s?[–-]\s?\d{{4}})?", re.I)
        self._issued = re.compile(rf"[,–—|·-]\s*(?:{issues}|n[°º])\s?\d[\d.,]*(?:\s?\([^()]{{1,30}}\))?\Z", re.I)
        self._reference = re.compile(
            rf"(?:{references})\s*:?\s*(?:[A-Z][\w./-]*\s){{0,2}}\S*\d\S*(?:\s\([^)]{{1,20}}\))?\Z", re.I
        )
        self._session = re.compile(rf"(?:\d{{1,3}}\s?[^\W\d_]{{0,4}}|[IVXLC]{{1,6}}e?)\s(?:{sessions})", re.I)

    def ends_in_page(self, content: str) -> bool:
        """`Reports, page 7`."""
        return self._page.search(content) is not None

    def without_page(self, content: str) -> str:
        """The line without the number of its page at the end, or else at the start."""
        bare = self._page_last.sub("", content)
        return self._page_first.sub("", content) if bare == content else bare

    def is_issue(self, content: str) -> bool:
        """`No. 41,207` alone."""
        return self._issue.fullmatch(content) is not None

    def has_issue(self, content: str) -> bool:
        """Whether the number of an issue stands anywhere in the line."""
        return self._issue.search(content) is not None

    def ends_in_issue(self, content: str) -> bool:
        """`DIPLO-INFOS – n° 12`."""
        return self._issued.search(content) is not None

    def without_issue(self, content: str) -> str:
        """The line without the numbers of issues and of the page at its end."""
        return _NUMBER_END.sub("", self._issue.sub("", content))

    def is_price(self, content: str) -> bool:
        """`£1.20`, `2,50 €`."""
        return _PRICE.fullmatch(content) is not None

    def are_numbers(self, parts: Iterable[str]) -> bool:
        """Whether all are numbers of issues or prices, and there is one."""
        known = [self.is_issue(part) or self.is_price(part) for part in parts]
        return bool(known) and all(known)

    def is_numbered(self, content: str) -> bool:
        """`Budget note 7/24`."""
        return _NUMBERED.fullmatch(content) is not None

    def is_session(self, content: str) -> bool:
        """`68th session`, `XIIe législature`."""
        return self._session.fullmatch(content) is not None

    def is_code(self, content: str) -> bool:
        """The symbol of a document: `A/RES/68/1`, `COM 2014-12`, `14-23991 (E)`."""
        return any(pattern.fullmatch(content) for pattern in (_CODE, _CODED, _JOB))

    def begins_with_code(self, content: str) -> bool:
        """Whether a symbol stands first, with more behind it."""
        return _CODE.match(content) is not None

    def is_reference(self, cell: str) -> bool:
        """A symbol, the number of an issue or a telegram, or `Ref.:` with a number."""
        if _WIRE.fullmatch(cell) or self.is_issue(cell) or self._reference.match(cell) or self.is_code(cell):
            return True
        coded = cell != "" and _CODE.fullmatch(cell.split()[0]) is not None
        return coded and (
            (len(cell) < _CAPITALS and cell.upper() == cell) or (len(cell) < _BRACKETED and cell.endswith(")"))
        )
