"""Metadata that the text itself states: title, day and place, author, publisher, reference, type."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.ingest.lexicon import Known
from pipeline.ingest.metadata.lone_days import ONLY_DAY
from pipeline.ingest.metadata.occasions import BRACKETS, VISIT
from pipeline.ingest.metadata.parts import Part, head_length
from pipeline.ingest.metadata.published import Published
from pipeline.ingest.metadata.timeline import is_before_its_text, named_years
from pipeline.ingest.metadata.titles import Titles
from pipeline.ingest.metadata.unsaid import UnsaidYears
from pipeline.ingest.raw import Finding
from pipeline.ingest.readers.created import is_likely
from pipeline.ingest.resources import IngestResources

_PLACED = frozenset({"text (dateline)", "masthead", "running head"})  # days known by their position alone
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_YEAR_TOLD = "its year from what is told"
_LIKELY = 0.65  # how sure a day is at most whose year is not said with it
_HEAD = 12  # blocks at the beginning that speak of the document as a whole
# `A/RES/61/214`, `S/RES/1912 (2009)`, `COM(2011) 248 final`, `E-004512/2013(ASW)`
_SYMBOL = re.compile(
    r"(?:[A-Z]{1,6}(?:/[A-Za-z0-9.()-]{1,12}){1,5}(?:\s\(\d{4}(?:[-–]\d{2,4})?\))?"
    r"|[A-Z]{1,4}\s?\(\d{4}\)\s?\d{1,5}(?:\sfinal(?:/\d)?)?|[A-Z]-\d{4,6}/\d{2,4}(?:\([A-Z]{2,4}\))?)(?![\w/])"
)
_WHOLE = re.compile(r"\d{4,5}/\d{2}(?:\s(?:REV|ADD|COR|INIT)\.?\s?\d{0,2}){0,2}")  # the number of a paper of a council
_BEFORE_SYMBOL = 5  # words before it
_SYMBOL_LINE = 60  # characters of a line that the number of a paper stands in
_REFERENCE = re.compile(r"\s*:?\s*([\w./()-]*\d[\w./()-]*(?:\s?[\w./-]*\d[\w./()-]*)?)")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,|–-]*([^\d|©–]{3,90}?)\s*(?:[-–|,.]|\d{4}|\Z)",
    re.I,
)
_RIGHTS_YEAR = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(\d{4})(?!\s?[-–]\s?\d)", re.I)
_AFTER_NAME = re.compile(r"\s[-–—|•·]\s|\s+\|?\s*\d|,\s(?=\d)|\t|\s{3,}")  # the day, the counters of a page
_URL = re.compile(r"(?:[^\W\d_]{2,12}\s?:\s*)?(https?://[^\s<>\"]{4,300})\Z")


class TextMetadata:
    """Reads metadata from the blocks of a document."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.metadata for lexicon in resources.lexicons.values()]
        cues = [lexicon.boilerplate.lines for lexicon in resources.lexicons.values()]
        self._titles = resources.tool(Titles)
        self._published = resources.tool(Published)
        self._unsaid = resources.tool(UnsaidYears)
        self._byline = tuple(sorted({start for c in cues for start in c.byline}, key=lambda cue: (-len(cue), cue)))
        self._reference = tuple(sorted({cue for w in words for cue in w.reference}, key=lambda cue: (-len(cue), cue)))
        self._publisher = tuple(cue for w in words for cue in w.publisher)
        types = {(phrase, name) for w in words for name, phrases in w.types.items() for phrase in phrases}
        self._types = sorted(types, key=lambda item: (-len(item[0]), item))
        self._phrases = tuple(phrase for phrase, _ in self._types)

    def find(
        self,
        parts: Sequence[Part],
        dropped: Sequence[str],
        language: Known | None,
        *,
        named: str | None = None,
        lines: Sequence[Part] | None = None,
    ) -> list[Finding]:
        """What the text says of the document, each with where and how sure.

        `dropped`: what is not in the text; `named`: the title that a page gives itself; `lines`: the parts and,
        among them, the dropped lines that speak of the document.
        """
        lines = parts if lines is None else lines
        found = [*self._titles.find(parts, named), *self._days(parts, lines, dropped, language)]
        found += self._heads(lines)
        found += [kind for one in found if one.field == "title" for kind in self._type(one.value.lower())]
        found += [Finding("reference", text, "text", 0.55) for text in dropped[:_HEAD] if _is_paper(text)]
        return found + self._of_rights(parts, dropped)

    def _of_rights(self, parts: Sequence[Part], dropped: Sequence[str]) -> list[Finding]:
        """Who holds the rights, and since which year: the year of publication at best."""
        for text in [*(part.text for part in parts[-4:]), *dropped]:
            if publisher := self._rights(text):
                year = _RIGHTS_YEAR.search(text)
                told = " ".join(part.text for part in parts if part.text != text)
                dated = [year[1]] if year and is_likely(int(year[1]), told) else []
                findings = [Finding("published", value, "text (copyright)", 0.3) for value in dated]
                return [Finding("publisher", publisher, "text", 0.7), *findings]
        return []

    def _days(
        self, parts: Sequence[Part], lines: Sequence[Part], dropped: Sequence[str], language: Known | None
    ) -> Iterator[Finding]:
        """Days and places; where the head says no day with its year, those without one in the year that is told."""
        told = named_years(part.text for part in parts if part.kind in ("paragraph", "list_item", "quote"))
        found = list(self._fitting(self._published.find(lines, dropped, language), told))
        yield from found
        if any(one.field == "published" and _DAY.match(one.value) and one.found != VISIT for one in found):
            return
        completed = self._unsaid.complete(lines, head_length(lines), dropped, language)
        for one in self._fitting(self._published.find(completed, (), language), told) if completed else ():
            if one.field == "published" and _DAY.match(one.value):
                yield one._replace(found=f"{one.found}, {_YEAR_TOLD}", confidence=min(one.confidence, _LIKELY))
            elif one.field == "place":
                yield one

    def _fitting(self, findings: Iterable[Finding], told: Sequence[int]) -> Iterator[Finding]:
        """The findings without days that nothing but their position makes the document's and that its text belies."""
        for finding in findings:
            placed = finding.field == "published" and finding.found in _PLACED
            told_of = finding.field == "published" and finding.found in (BRACKETS, ONLY_DAY)
            if (placed and is_before_its_text(finding.value, told)) or (
                told_of and is_before_its_text(finding.value, told, least=1)
            ):
                continue
            yield finding

    def _heads(self, parts: Sequence[Part]) -> Iterator[Finding]:
        for part in parts[:_HEAD]:
            if len(part.text) > 160:
                continue
            lower = part.text.lower()
            yield from self._type(lower)
            if part.kind == "signature":
                start = next((cue for cue in self._byline if lower.startswith(cue)), "")
                author = _AFTER_NAME.split(part.text[len(start) :], maxsplit=1)[0].strip(" .,:") if start else ""
                if author:
                    yield Finding("author", author, "text (byline)", 0.6)
            yield from self._symbol(part.text, lower)
            url = _URL.match(part.text)
            if url:
                yield Finding("url", url[1], "text", 0.6)

    def _type(self, lower: str) -> Iterator[Finding]:
        if not lower.startswith(self._phrases):
            return  # most lines
        for phrase, name in self._types:
            if lower.startswith(phrase) and not lower[len(phrase) : len(phrase) + 1].isalpha():
                yield Finding("type", name, "text", 0.6)
                return

    def _symbol(self, text: str, lower: str) -> Iterator[Finding]:
        for cue in self._reference:
            if lower.startswith(cue):
                match = _REFERENCE.match(text, len(cue))
                if match:
                    yield Finding("reference", match[1].rstrip(".,;"), "text", 0.7)
                return
        if len(text) >= _SYMBOL_LINE or text.startswith("["):
            return
        if _is_paper(text):
            yield Finding("reference", text, "text", 0.6)
        for symbol in _SYMBOL.finditer(text):
            alone = symbol.start() == 0 or (text[symbol.start() - 1].isspace() and symbol.end() == len(text.rstrip()))
            if (
                alone
                and len(text[: symbol.start()].split()) <= _BEFORE_SYMBOL
                and any(char.isdigit() for char in symbol.group())
            ):
                yield Finding("reference", symbol.group(), "text", 0.6)
                return

    def _rights(self, text: str) -> str | None:
        """Who holds the rights: `Tous droits réservés - Ministère … - 2015`, `© 2015 The Commission`."""
        if len(text) > 300:
            return None
        lower = text.lower()
        for cue in self._publisher:
            if lower.startswith(cue):
                parts = [part.strip(" .,©") for part in re.split(r"\s[-–—|]\s|©|\d{4}", text[len(cue) :])]
                return next((part for part in parts if len(part) > 2), None)
        match = _RIGHTS.match(text.strip())
        name = match[1].strip(" .,-–") if match else ""
        return (
            name
            if len(name) > 2
            and name[0].isupper()
            and "copyright" not in name.lower()
            and not name.lower().startswith(self._publisher)
            else None
        )


def _is_paper(text: str) -> bool:
    """The number of a paper of the year: `7311/16`, and not a page of so many, `3/16`."""
    return bool(_WHOLE.fullmatch(text)) and int(text.split("/")[0]) > int(text.split("/")[1][:2])
