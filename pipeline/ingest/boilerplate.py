"""What stands around the body: navigation, share links, legal and cookie notices, running heads and page numbers.

Lines are judged by form, by the lexicons of both languages and by position: a word such as `Contact` is boilerplate in
the company of its like, before the body or after it, never inside it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.ingest.lexicon import BoilerplateWords
from pipeline.ingest.resources import IngestResources
from pipeline.ingest.units import Unit

REASONS = {
    "navigation": "navigation",
    "share": "share links",
    "legal": "legal notice",
    "cookies": "cookie notice",
    "newsletter": "newsletter",
}
_SURE = frozenset({"share links", "legal notice", "cookie notice"})
_JUDGED = frozenset({None, "heading", "list_item", "paragraph"})
_EDGES = ' \t\u00a0\u202f:;.,!?…•·|>»›<«‹→←↑↓▲▼■-–—*+#"“”()[]'
_PARTS = re.compile(r"\s*(?:[|&·•/>›»]|\s[-–—]\s)\s*")
_CRUMBS = re.compile(r"\s(?:[>›»→]|::)\s")
_PAGE = re.compile(r"[-–—\s\[(]*(\d{1,4})[-–—\s\])]*")
_RIGHTS = re.compile(r"(?:©|\(c\)|\(C\))\s*(?:\d{4}|[^\W\d_])")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONG = 90


class Boilerplate:
    """Knows boilerplate when it sees it, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.boilerplate for lexicon in resources.lexicons.values()]
        self._lines = {form: reason for lexicon in words for form, reason in _forms(lexicon)}
        self._starts = tuple(
            sorted(
                (start, reason)
                for lexicon in words
                for name, reason in REASONS.items()
                for start in getattr(lexicon, name).starts
            )
        )
        self._first = frozenset(start[:3] for start, _ in self._starts)
        joiners = "|".join(sorted({re.escape(word) for lexicon in words for word in lexicon.joiners}))
        self._joiner = re.compile(rf"\s+(?:{joiners})\s+")
        pages = "|".join(
            sorted({re.escape(word) for lexicon in words for word in lexicon.lines.page}, key=len, reverse=True)
        )
        of = "|".join(sorted({re.escape(word) for lexicon in words for word in lexicon.lines.of}))
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
        plain = _plain(content)
        if plain in self._lines:
            return self._lines[plain]
        if plain[:3] in self._first:
            for start, reason in self._starts:
                if plain.startswith(start.strip()) and _at_word_end(plain, start):
                    return reason if len(content) < 600 else None
        if len(content) < 200 and _RIGHTS.match(content.lstrip()) and not content.rstrip().endswith("."):
            return "legal notice"
        return self._compound(content) if len(content) < 160 else None

    def _compound(self, content: str) -> str | None:
        """`Legal notice & privacy`, `Home | News | Contact`: every part in the lexicon, or bread crumbs."""
        parts = [part for piece in _PARTS.split(content) for part in self._joiner.split(_plain(piece)) if part]
        reasons = [self._lines.get(_plain(part)) for part in parts]
        if len(parts) > 1 and all(reasons):
            return max(reason for reason in reasons if reason) if len(set(reasons)) == 1 else "navigation"
        known = sum(reason is not None for reason in reasons)
        if len(parts) > 2 and known * 2 >= len(parts):
            return "navigation"
        crumbs = len(_CRUMBS.findall(content))
        return "navigation" if known and crumbs >= 2 and not content.rstrip().endswith(".") else None

    def is_page_number(self, content: str) -> bool:
        """`Page 3 of 12`, `- 3 -`, `3/12`."""
        if len(content) > 24:
            return False
        return self._page.fullmatch(content) is not None or (
            len(content) > 2 and content[0] in "-–—" and bool(_PAGE.fullmatch(content))
        )

    def _found(self, unit: Unit, content: str) -> str | None:
        """The reason that form and lexicon give, of units that are still in question."""
        return self.reason(content) if unit.reason is None and unit.kind in _JUDGED else None

    def judge(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The units with a reason on those that are boilerplate."""
        contents = [unit.content(text) for unit in units]
        found = [self._found(unit, content) for unit, content in zip(units, contents, strict=True)]
        body = [i for i, unit in enumerate(units) if found[i] is None and _is_prose(contents[i], unit)]
        first, last = (body[0], body[-1]) if body else (len(units), -1)
        reasons = _by_position(found, contents, first, last)
        heads, numbers = _running_heads(contents, units), _bare_numbers(contents, units)
        for index, content in enumerate(contents):
            if units[index].kind is None and (index in numbers or self.is_page_number(content)):
                reasons[index] = reasons[index] or "page number"
            elif index in heads:
                reasons[index] = reasons[index] or "running head"
        judged = [unit._replace(reason=unit.reason or reason) for unit, reason in zip(units, reasons, strict=True)]
        # Where nothing would be left, it is what the document is about.
        return judged if any(unit.reason is None for unit in judged) else list(units)


def _forms(words: BoilerplateWords) -> list[tuple[str, str]]:
    return [(_plain(line), reason) for name, reason in REASONS.items() for line in getattr(words, name).lines]


def _plain(content: str) -> str:
    return " ".join(content.strip(_EDGES).replace("’", "'").lower().split())


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


def _by_position(found: Sequence[str | None], contents: Sequence[str], first: int, last: int) -> list[str | None]:
    """Drop what the lexicon knows: sure reasons anywhere, others around the body or beside their like."""
    reasons: list[str | None] = [None] * len(found)
    for index, reason in enumerate(found):
        if reason is None:
            continue
        outside = index < first or index > last
        company = any(found[i] for i in (index - 1, index + 1) if 0 <= i < len(found))
        whole = reason in _SURE and len(contents[index]) > 8
        if outside or company or whole:
            reasons[index] = reason
    _fill_menus(reasons, contents, first, last)
    return reasons


def _fill_menus(reasons: list[str | None], contents: Sequence[str], first: int, last: int) -> None:
    """Short lines between two dropped lines outside the body are entries of the same menu."""
    for low, high in ((0, first), (last + 1, len(contents))):
        known = [i for i in range(low, min(high, len(contents))) if reasons[i]]
        for before, after in pairwise(known):
            run = range(before + 1, after)
            if len(run) <= 6 and all(_is_entry(contents[i]) for i in run):
                for i in run:
                    reasons[i] = "navigation"


def _is_entry(content: str) -> bool:
    return (
        content.count(" ") < 4
        and len(content) < 40
        and not any(c.isdigit() for c in content)
        and content[-1] not in ".!?…;,"
    )


def _running_heads(contents: Sequence[str], units: Sequence[Unit]) -> frozenset[int]:
    """Short lines that come back three times or more, but for their numbers, far apart: heads and feet of pages.

    One among the first lines stays: it may be the title.
    """
    shapes: dict[str, list[int]] = {}
    for index, (content, unit) in enumerate(zip(contents, units, strict=True)):
        if unit.kind is None and 3 < len(content) < _LONG and _WORD.search(content) and content[-1] not in ".!?…;:,":
            shapes.setdefault(_DIGITS.sub("#", content), []).append(index)
    heads: set[int] = set()
    for places in shapes.values():
        if len(places) >= 3 and all(b - a >= 3 for a, b in pairwise(places)):
            heads.update(place for place in places if place > 2)
    return frozenset(heads)


def _bare_numbers(contents: Sequence[str], units: Sequence[Unit]) -> frozenset[int]:
    """Numbers alone on their line that count up by one, two at least: page numbers."""
    places = [i for i, c in enumerate(contents) if len(c) < 4 and c.isdecimal() and units[i].kind is None]
    steps = [(a, b) for a, b in pairwise(places) if int(contents[b]) == int(contents[a]) + 1 and b - a > 1]
    return frozenset(place for step in steps for place in step)
