"""What stands around the body: navigation, share links, legal and cookie notices, running heads and page numbers.

Lines are judged by form, by the lexicons of both languages and by position: a word such as `Contact` is boilerplate in
the company of its like, before the body or after it, never inside it.
"""

import re
from collections.abc import Sequence

from pipeline.ingest.frame import Frame
from pipeline.ingest.lexicon import BoilerplateWords
from pipeline.ingest.lines import ends_sentence, is_separator
from pipeline.ingest.menus import REACHED, fill_contacts, find_menus, plain
from pipeline.ingest.page_edges import PageEdges
from pipeline.ingest.page_forms import PageForms
from pipeline.ingest.page_sections import PageSections
from pipeline.ingest.positions import by_position, fill_between, is_mark
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
_PARTS = re.compile(r"\s*(?:[|&·•/>›»]|\s[-–—]\s|\t|\s{3,})\s*")
_CRUMBS = re.compile(r"\s(?:[>›»→]|::)\s")
_PAGE = re.compile(r"[-–—\s\[(]*(\d{1,4})[-–—\s\])]*")
# `(c)` alone may be the third point of a list: a year goes with it.
_RIGHTS = re.compile(r"©\s*(?:\d{4}|[^\W\d_])|\([cC]\)\s*(?:\d{4}|[^\W\d_][^;\n]{0,60}(?<!\d)\d{4}\s*\Z)")
_SIZE = re.compile(r"\s*\([^()]{1,30}\)\s*\Z")  # of a file: `Download (PDF, 412 KB)`
_COUNTED = re.compile(r"\A\d+ |\s\(?\d+\Z")  # `38 comments`, `Comments (12)`
_WIDE = re.compile(r"\s{2,}|\t")
_LONGEST_FORM = 6  # words
_LINES = 60  # of a unit that is looked at line by line
_SHORT = 90  # characters
_LINE = 170  # characters of a line of a stack
_BLOCK = 5  # lines of an imprint


class Boilerplate:
    """Knows boilerplate when it sees it, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.boilerplate for lexicon in resources.lexicons.values()]
        self._frame = resources.tool(Frame)
        self._surround = resources.tool(Surround)
        self._forms = resources.tool(PageForms)
        self._sections = resources.tool(PageSections)
        self._edges = resources.tool(PageEdges)
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
        >>> boilerplate = Boilerplate(load_ingest_resources(Path("models")))
        >>> boilerplate.reason("PLAN DU SITE"), boilerplate.reason("Skip to main content")
        ('navigation', 'navigation')
        >>> boilerplate.reason("Les contacts entre les deux pays sont anciens.")
        """
        line = _COUNTED.sub("", plain(content, self._words))
        if line in self._lines:
            return self._lines[line]
        if len(content) < 200 and content.lower().replace("’", "'").startswith(self._read_also):
            return "related links"
        for stripped, start, reason in self._by_first.get(line[:3], ()):
            if line.startswith(stripped) and _at_word_end(line, start):
                return reason if len(content) < 600 else None
        if len(content) < 200 and _RIGHTS.match(content.lstrip()) and not content.rstrip().endswith("."):
            return "legal notice"
        return self._forms.reason(content) or (self._compound(content) if len(content) < 160 else None)

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
        units = [part for unit in units for part in self._parted(text, unit)]
        contents = [unit.content(text) for unit in units]
        found = [self._found(unit, content) for unit, content in zip(units, contents, strict=True)]
        seen = dict(zip(units, found, strict=True))
        parted = self._surround.split(text, units, *self._ends(text, units, contents, found))
        contents = [unit.content(text) for unit in parted]
        found = [
            seen[unit] if unit in seen else self._found(unit, content)
            for unit, content in zip(parted, contents, strict=True)
        ]
        prose = self._prose(parted, contents, found)
        sections = self._sections.find(parted, contents, found, prose)
        found = fill_between([sections.get(index) or reason for index, reason in enumerate(found)], contents)
        return parted, contents, found, *self._ends(text, parted, contents, found)

    def _parted(self, text: str, unit: Unit) -> list[Unit]:
        """A unit of short lines with those that the lexicons know on their own."""
        if unit.kind is not None or unit.reason is not None or not 1 < len(unit.lines) <= _LINES:
            return [unit]
        lines = [text[start:end] for start, end in unit.lines]
        begun = sum(not line[0].islower() for line in lines)
        if max(map(len, lines)) > _LINE or 2 * begun < len(lines):
            return [unit]  # wrapped lines of a paragraph begin anywhere
        known = [self.reason(line) is not None for line in lines]
        alone = [known[i] and self._stands_alone(lines, known, i) for i in range(len(lines))]
        if sum(alone) > 1 and _is_stack(lines):
            alone = [True] * len(lines)
        if not any(alone):
            return [unit]
        runs: list[Unit] = []
        for i, line in enumerate(unit.lines):
            if i and not alone[i] and not alone[i - 1]:
                runs[-1] = runs[-1]._replace(lines=(*runs[-1].lines, line))
            else:
                runs.append(unit._replace(lines=(line,)))
        return runs

    def _stands_alone(self, lines: Sequence[str], known: Sequence[bool], index: int) -> bool:
        """Whether a known line is no piece of a paragraph: what is above has ended, what is below begins."""
        above = index == 0 or known[index - 1] or ends_sentence(lines[index - 1]) or lines[index][0].isupper()
        below = index + 1 == len(lines) or known[index + 1] or not lines[index + 1][0].islower()
        return above and below

    def _prose(self, units: Sequence[Unit], contents: Sequence[str], found: Sequence[str | None]) -> list[int]:
        """The units of running text."""
        return [i for i, unit in enumerate(units) if _is_prose(contents[i], unit) and not found[i]]

    def _ends(
        self, text: str, units: Sequence[Unit], contents: Sequence[str], found: Sequence[str | None]
    ) -> tuple[int, int]:
        """The first and the last unit of running text; past the ends where there is none."""
        prose = self._prose(units, contents, found)
        above = [i for i in prose if not self._frame.above(contents[i]) and not self._is_imprint(text, units[i])]
        first = next(iter(above), len(units))
        last = next((i for i in reversed(prose) if not self._is_below(text, units[i])), -1)
        marks = [i for i in range(first + 1, last) if self._ends_text(contents[i])]
        for mark in marks[:1]:
            before = sum(len(contents[i]) for i in prose if i < mark)
            if sum(len(contents[i]) for i in prose if i > mark) < before:
                last = max(i for i in prose if i < mark)
        return first, last

    def _ends_text(self, content: str) -> bool:
        """`ENDS`, `# # #`, `- 30 -`: set apart by its form, the body is over."""
        return self._lines.get(plain(content)) == "end mark" and is_mark(content)

    def _is_below(self, text: str, unit: Unit) -> bool:
        """Whether a unit, or each of its lines, is about the document."""
        lines = [text[start:end] for start, end in unit.lines[:8]]
        below = bool(self._frame.below(unit.content(text))) or (len(lines) > 1 and all(map(self._frame.below, lines)))
        return below or self._is_imprint(text, unit)

    def _is_imprint(self, text: str, unit: Unit) -> bool:
        """Short lines, half of them on who answers for it and how to reach him: first or last page of a book."""
        lines = [text[start:end] for start, end in unit.lines]
        begun = sum(not line[0].islower() for line in lines)
        if len(lines) < _BLOCK or max(map(len, lines)) > _SHORT or 4 * begun < 3 * len(lines):
            return False
        about = [bool(self._frame.below(line) or self.reason(line)) for line in lines]
        return 2 * sum(about) >= len(lines)

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
        for index in (*range(first), *range(last + 1, len(units))):
            if (
                reasons[index] is None
                and self._found(units[index], "") is None
                and self._is_imprint(text, units[index])
            ):
                reasons[index] = "imprint"
        about = self._surround.judge(units, contents, reasons, first, last)
        reasons = [reason or other for reason, other in zip(reasons, about, strict=True)]
        self._edges.judge(text, units, contents, reasons, first, last)
        judged = [unit._replace(reason=unit.reason or reason) for unit, reason in zip(units, reasons, strict=True)]
        # Where nothing would be left, it is what the document is about.
        return judged if any(unit.reason is None for unit in judged) else list(units)


def _forms(words: BoilerplateWords) -> list[tuple[str, str]]:
    return [(plain(line), reason) for name, reason in REASONS.items() for line in getattr(words, name).lines]


def _is_stack(lines: Sequence[str]) -> bool:
    """Lines each of which begins anew and ends without a full stop: no paragraph, however long."""
    begun = sum(not line[0].islower() for line in lines)
    ended = sum(ends_sentence(line) for line in lines)
    return len(lines) > 2 and begun >= 0.9 * len(lines) and ended <= 0.3 * len(lines)


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
