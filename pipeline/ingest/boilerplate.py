"""What stands around the body: navigation, share links, legal and cookie notices, running heads and page numbers.

Lines are judged by form, by the lexicons of both languages and by position: a word such as `Contact` is boilerplate in
the company of its like, before the body or after it, never inside it.
"""

import re
from collections.abc import Sequence

from pipeline.ingest.frame import Frame
from pipeline.ingest.lexicon import BoilerplateWords
from pipeline.ingest.lines import is_separator
from pipeline.ingest.menus import REACHED, fill_contacts, find_menus, plain
from pipeline.ingest.positions import by_position
from pipeline.ingest.resources import IngestResources
from pipeline.ingest.running_heads import find_bare_numbers, find_heads
from pipeline.ingest.surround import Surround
from pipeline.ingest.units import Unit

REASONS = {
    "navigation": "navigation",
    "share": "share links",
    "legal": "legal notice",
    "cookies": "cookie notice",
    "newsletter": "newsletter",
    "contact": "press contact",
    "ending": "end mark",
}
_JUDGED = frozenset({None, "heading", "list_item", "paragraph"})
_PARTS = re.compile(r"\s*(?:[|&·•/>›»]|\s[-–—]\s)\s*")
_CRUMBS = re.compile(r"\s(?:[>›»→]|::)\s")
_PAGE = re.compile(r"[-–—\s\[(]*(\d{1,4})[-–—\s\])]*")
# `(c)` alone may be the third point of a list: a year goes with it.
_RIGHTS = re.compile(r"©\s*(?:\d{4}|[^\W\d_])|\([cC]\)\s*(?:\d{4}|[^\W\d_][^;\n]{0,60}(?<!\d)\d{4}\s*\Z)")
_SIZE = re.compile(r"\s*\([^()]{1,30}\)\s*\Z")  # of a file: `Download (PDF, 412 KB)`
_COUNTED = re.compile(r"\A\d+ |\s\(?\d+\Z")  # `38 comments`, `Comments (12)`
_WIDE = re.compile(r"\s{2,}|\t")
_LONGEST_FORM = 6  # words


class Boilerplate:
    """Knows boilerplate when it sees it, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.boilerplate for lexicon in resources.lexicons.values()]
        self._frame = resources.tool(Frame)
        self._surround = resources.tool(Surround)
        self._lines = {form: reason for lexicon in words for form, reason in _forms(lexicon)}
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
            rf"[-–—\s|]*(?:{pages})\s*\d{{1,4}}(?:\s*(?:/|{of})\s*\d{{1,4}})?[-–—\s|]*|\d{{1,4}}\s*/\s*\d{{1,4}}", re.I
        )

    def reason(self, content: str) -> str | None:
        """Why a line or paragraph looks like boilerplate, by form and lexicon alone; None where it does not.

        >>> from pathlib import Path
        >>> from pipeline.ingest.resources import load_ingest_resources
        >>> boilerplate = Boilerplate(load_ingest_resources(Path("models")))
        >>> boilerplate.reason("PLAN DU SITE"), boilerplate.reason("Skip to main content")
        ('navigation', 'navigation')
        >>> boilerplate.reason("Les contacts entre les deux pays sont anciens.")
        """
        line = _COUNTED.sub("", plain(content, self._words))
        if line in self._lines:
            return self._lines[line]
        for stripped, start, reason in self._by_first.get(line[:3], ()):
            if line.startswith(stripped) and _at_word_end(line, start):
                return reason if len(content) < 600 else None
        if len(content) < 200 and _RIGHTS.match(content.lstrip()) and not content.rstrip().endswith("."):
            return "legal notice"
        return self._compound(content) if len(content) < 160 else None

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
        crumbs = len(_CRUMBS.findall(content))
        return "navigation" if known and crumbs >= 2 and not content.rstrip().endswith(".") else None

    def _joined(self, piece: str) -> list[str]:
        """`Legal notice and privacy` is two parts; who holds the rights is one."""
        return [piece] if _RIGHTS.match(piece) else self._joiner.split(plain(_SIZE.sub("", piece)))

    def _part(self, part: str) -> str | None:
        if _RIGHTS.match(part):
            return "legal notice"
        return "navigation" if self.is_page_number(part) else self._lines.get(plain(part))

    def _is_row_of_links(self, content: str) -> bool:
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
        if len(content) > 24:
            return False
        return self._page.fullmatch(content) is not None or (
            len(content) > 2 and content[0] in "-–—" and bool(_PAGE.fullmatch(content))
        )

    def _paged(self, contents: Sequence[str]) -> frozenset[int]:
        """Short lines that end or begin with their page: `Bulletin, page 3`."""
        return frozenset(
            index
            for index, content in enumerate(contents)
            if len(content) < 90 and content[-1].isdigit() and self._page_end.search(content)
        )

    def _found(self, unit: Unit, content: str) -> str | None:
        """The reason that form and lexicon give, of units that are still in question."""
        if unit.reason is not None or unit.kind not in _JUDGED:
            return None
        found = self.reason(content)
        if found is None and len(unit.lines) > 1 and len(content) < 300 and REACHED.search(content):
            first = self.reason(content[: unit.lines[0][1] - unit.lines[0][0]])
            return first if first == "press contact" else None
        return found

    def _body(self, text: str, units: Sequence[Unit]) -> tuple[list[Unit], list[str], list[str | None], int, int]:
        """The units, what they say and what the lexicon finds in them, with the first and the last of the running text.

        Lines about the document that were taken for a part of another unit are units of their own.
        """
        contents, found = self._read(text, units)
        ends = self._ends(text, units, contents, found)
        parted = self._surround.split(text, units, *ends)
        if len(parted) != len(units):
            contents, found = self._read(text, parted)
            ends = self._ends(text, parted, contents, found)
        return parted, contents, found, *ends

    def _read(self, text: str, units: Sequence[Unit]) -> tuple[list[str], list[str | None]]:
        """What the units say, and what the lexicon finds in each."""
        contents = [unit.content(text) for unit in units]
        return contents, [self._found(unit, content) for unit, content in zip(units, contents, strict=True)]

    def _ends(
        self, text: str, units: Sequence[Unit], contents: Sequence[str], found: Sequence[str | None]
    ) -> tuple[int, int]:
        """The first and the last unit of running text; past the ends where there is none."""
        prose = [i for i, unit in enumerate(units) if _is_prose(contents[i], unit) and not found[i]]
        first = next((i for i in prose if not self._frame.above(contents[i])), len(units))
        last = next((i for i in reversed(prose) if not self._is_below(text, units[i])), -1)
        return first, last

    def _is_below(self, text: str, unit: Unit) -> bool:
        """Whether a unit, or each of its lines, is about the document."""
        lines = [text[start:end] for start, end in unit.lines[:8]]
        return bool(self._frame.below(unit.content(text))) or (len(lines) > 1 and all(map(self._frame.below, lines)))

    def judge(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The units with a reason on those that are boilerplate."""
        units, contents, found, first, last = self._body(text, units)
        reasons = by_position(found, contents, first, last)
        fill_contacts(reasons, contents, last)
        find_menus(reasons, contents, first, last)
        numbers = find_bare_numbers(units, contents) | {
            index
            for index, unit in enumerate(units)
            if unit.kind is None
            and self.is_page_number(contents[index])
            and not self._frame.is_continued(contents[index])
        }
        heads = find_heads(text, units, contents, numbers | self._paged(contents))
        for index, content in enumerate(contents):
            if is_separator(content) and units[index].kind in {None, "paragraph", "list_item"}:
                reasons[index] = "separator"
            elif index in numbers or (content.isdecimal() and len(content) < 4 and {index - 1, index + 1} & heads):
                reasons[index] = reasons[index] or "page number"
            elif index in heads:
                reasons[index] = reasons[index] or "running head"
        for index in (*range(first), *range(last + 1, len(units))):
            beside = [
                i for i in (index - 1, index + 1) if 0 <= i < len(units) and "|" in contents[i] and not reasons[i]
            ]
            if (
                units[index].kind in _JUDGED
                and not beside
                and not reasons[index]
                and self._is_row_of_links(contents[index])
            ):
                reasons[index] = "navigation"
        about = self._surround.judge(units, contents, reasons, first, last)
        reasons = [reason or other for reason, other in zip(reasons, about, strict=True)]
        judged = [unit._replace(reason=unit.reason or reason) for unit, reason in zip(units, reasons, strict=True)]
        # Where nothing would be left, it is what the document is about.
        return judged if any(unit.reason is None for unit in judged) else list(units)


def _forms(words: BoilerplateWords) -> list[tuple[str, str]]:
    return [(plain(line), reason) for name, reason in REASONS.items() for line in getattr(words, name).lines]


def _at_word_end(plain: str, start: str) -> bool:
    size = len(start.strip())
    return len(plain) == size or not plain[size].isalnum() or not start.strip()[-1].isalnum() or start[-1].isdigit()


def _is_prose(content: str, unit: Unit) -> bool:
    """Running text: a long line, or a sentence of some length."""
    words = content.count(" ") + 1
    return (
        unit.main
        and unit.reason is None
        and (len(content) > 160 or (words >= 9 and content.rstrip(' "»”)').endswith((".", "!", "?", "…", ":"))))
    )
