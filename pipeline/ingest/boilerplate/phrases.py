"""What the lexicons of both languages and its form say of one line: navigation, share links, notices, page numbers."""

import re
from collections.abc import Sequence

from pipeline.ingest.boilerplate.menus import plain
from pipeline.ingest.boilerplate.page_forms import PageForms
from pipeline.ingest.lexicon import BoilerplateWords
from pipeline.ingest.resources import IngestResources

REASONS = {
    "navigation": "navigation",
    "share": "share links",
    "legal": "legal notice",
    "cookies": "cookie notice",
    "newsletter": "newsletter",
    "contact": "press contact",
    "ending": "end mark",
}
_PARTS = re.compile(r"\s*(?:[|&·•/>›»]|\s[-–—]\s|\t|\s{3,})\s*")
_CRUMBS = re.compile(r"\s(?:[>›»→]|::)\s")
_PAGE = re.compile(r"[-–—\s\[(]*(\d{1,4})[-–—\s\])]*")
# `(c)` alone may be the third point of a list: a year goes with it.
_RIGHTS = re.compile(r"©\s*(?:\d{4}|[^\W\d_])|\([cC]\)\s*(?:\d{4}|[^\W\d_][^;\n]{0,60}(?<!\d)\d{4}\s*\Z)")
_SIZE = re.compile(r"\s*\([^()]{1,30}\)\s*\Z")  # of a file: `Download (PDF, 412 KB)`
_COUNTED = re.compile(r"\A\d+ |\s\(?\d+\Z")  # `38 comments`, `Comments (12)`
_WIDE = re.compile(r"\s{2,}|\t")
_SHORT = 200  # characters that a link, a notice of rights stays below
_PARAGRAPH = 600  # a paragraph that begins as boilerplate does
_ROW = 160  # a row of names
_HEAD = 90  # a head with its page
_NUMBER = 24  # a page number with its words
_LONGEST_FORM = 6  # words


class Phrases:
    """Knows the lines that pages and papers have beside their text, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.boilerplate for lexicon in resources.lexicons.values()]
        self._forms = resources.tool(PageForms)
        pages_words = [lexicon.pages for lexicon in resources.lexicons.values()]
        self._read_also = tuple(cue for page in pages_words for cue in page.read_also)
        self._lines = {plain(line): "form" for page in pages_words for line in (*page.buttons, *page.commenting)}
        self._lines |= {form: reason for lexicon in words for form, reason in _forms(lexicon)}
        self._lines |= {plain(line): "comments" for page in pages_words for line in page.comments if " " in line}
        self._lines |= {plain(line): "advertisement" for page in pages_words for line in page.ads}
        self._starts = tuple(
            sorted(
                (start.strip(), start, reason)
                for lexicon in words
                for name, reason in REASONS.items()
                for start in getattr(lexicon, name).starts
            )
        )
        self._by_first = {
            start[:3]: tuple(other for other in self._starts if start.startswith(other[0][:3]))
            for start, _, _ in self._starts
        }
        self._words = 3 + max(form.count(" ") for form in (*self._lines, *(start for start, _, _ in self._starts)))
        joiners = "|".join(sorted({re.escape(word) for lexicon in words for word in lexicon.joiners}))
        self._joiner = re.compile(rf"\s+(?:{joiners})\s+")
        pages = "|".join(
            sorted({re.escape(word) for lexicon in words for word in lexicon.lines.page}, key=len, reverse=True)
        )
        of = "|".join(sorted({re.escape(word) for lexicon in words for word in lexicon.lines.of}))
        self._page_end = re.compile(rf"\b(?:{pages})\s*\d{{1,4}}(?:\s*(?:/|{of})\s*\d{{1,4}})?\Z", re.I)
        self._page = re.compile(
            rf"[-–—\s|]*(?:{pages})\s*:?\s*\d{{1,4}}(?:\s*(?:/|{of})\s*\d{{1,4}})?[-–—\s|]*|\d{{1,4}}\s*/\s*\d{{1,4}}",
            re.I,
        )

    def reason(self, content: str) -> str | None:
        """Why a line or paragraph looks like boilerplate, by form and lexicon alone; None where it does not.

        >>> from pathlib import Path
        >>> from pipeline.ingest.resources import load_ingest_resources
        >>> phrases = Phrases(load_ingest_resources(Path("models")))
        >>> phrases.reason("PLAN DU SITE"), phrases.reason("Skip to main content")
        ('navigation', 'navigation')
        >>> phrases.reason("Les contacts entre les deux pays sont anciens.")
        """
        line = _COUNTED.sub("", plain(content, self._words))
        if line in self._lines:
            return self._lines[line]
        if len(content) < _SHORT and content.lower().replace("’", "'").startswith(self._read_also):
            return "related links"
        for stripped, start, reason in self._by_first.get(line[:3], ()):
            if line.startswith(stripped) and _at_word_end(line, start):
                return reason if len(content) < _PARAGRAPH else None
        if len(content) < _SHORT and _RIGHTS.match(content.lstrip()) and not content.rstrip().endswith("."):
            return "legal notice"
        return self._forms.reason(content) or (self._compound(content) if len(content) < _ROW else None)

    def _compound(self, content: str) -> str | None:
        """`Legal notice & privacy`, `Home | News | Contact`: every part in the lexicon, or bread crumbs."""
        parts = [part for piece in _PARTS.split(content) for part in self._joined(piece) if part]
        reasons = [self._part(part) for part in parts]
        if len(parts) > 1 and all(reasons):
            return max(reason for reason in reasons if reason) if len(set(reasons)) == 1 else "navigation"
        if self._is_row_of_forms(content):
            return "navigation"
        known = sum(reason is not None for reason in reasons)
        if len(parts) > 2 and known * 2 >= len(parts):
            return "navigation"
        if "counter" in reasons and all(len(part.split()) < _LONGEST_FORM for part in parts) and content[-1] != ".":
            return "counter"
        crumbs = len(_CRUMBS.findall(content))
        return "navigation" if known and crumbs >= 2 and not content.rstrip().endswith(".") else None

    def _joined(self, piece: str) -> list[str]:
        """`Legal notice and privacy` is two parts; who holds the rights is one."""
        return [piece] if _RIGHTS.match(piece) else self._joiner.split(plain(_SIZE.sub("", piece)))

    def _part(self, part: str) -> str | None:
        if _RIGHTS.match(part):
            return "legal notice"
        if self.is_page_number(part):
            return "navigation"
        return self._lines.get(plain(part)) or ("counter" if " " in part and self._forms.counts(part) else None)

    def is_row_of_links(self, content: str) -> bool:
        """`Give · Download the sheet (PDF) · Site map`: short parts in a row, one of them known."""
        parts = [part for part in re.split(r"\s*[|·•]\s*", content) if part]
        return (
            len(parts) > 2
            and all(len(part.split()) < 7 and part[-1] not in ".;:" for part in parts)
            and any(plain(part) in self._lines for part in parts)
        )

    def _is_row_of_forms(self, content: str) -> bool:
        """`Facebook  X  LinkedIn  Imprimer`: known lines in a row, with wide gaps between them or three at least."""
        parts = _WIDE.split(content.strip())
        if len(parts) > 1 and all(plain(part) in self._lines for part in parts):
            return True
        words = plain(content).split()
        start = count = 0
        while start < len(words):
            size = next(
                (n for n in range(_LONGEST_FORM, 0, -1) if " ".join(words[start : start + n]) in self._lines), 0
            )
            if not size:
                return False
            start, count = start + size, count + 1
        return count > 2

    def is_page_number(self, content: str) -> bool:
        """`Page 3 of 12`, `- 3 -`, `3/12`."""
        if len(content) > _NUMBER:
            return False
        return self._page.fullmatch(content) is not None or (
            len(content) > 2 and content[0] in "-–—" and bool(_PAGE.fullmatch(content))
        )

    def paged(self, contents: Sequence[str]) -> frozenset[int]:
        """Short lines that end or begin with their page: `Bulletin, page 3`."""
        return frozenset(
            index
            for index, content in enumerate(contents)
            if len(content) < _HEAD and content[-1].isdigit() and self._page_end.search(content)
        )


def _forms(words: BoilerplateWords) -> list[tuple[str, str]]:
    return [(plain(line), reason) for name, reason in REASONS.items() for line in getattr(words, name).lines]


def _at_word_end(plain: str, start: str) -> bool:
    size = len(start.strip())
    return len(plain) == size or not plain[size].isalnum() or not start.strip()[-1].isalnum() or start[-1].isdigit()
