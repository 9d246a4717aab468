"""Metadata that the text itself states: title, day and place, author, publisher, reference, type."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.ingest.days import Day, Days
from pipeline.ingest.lexicon import Known
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources
from pipeline.records import BlockKind

_HEAD = 12  # blocks at the beginning that speak of the document as a whole
_PLACE = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:[ -][^\W\d_a-z][\w.'’-]*){0,3}")
_PRESS = re.compile(r"\s*(?:\([^)]{1,30}\))?\s*[-–—:]\s")
_SYMBOL = re.compile(r"\b[A-Z]{1,6}(?:/[A-Z0-9.()-]{1,12}){1,5}\b")
_REFERENCE = re.compile(r"\s*:?\s*([\w./()-]*\d[\w./()-]*(?:\s?[\w./-]*\d[\w./()-]*)?)")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,|–-]*([^\d|©–]{3,90}?)\s*(?:[-–|,.]|\d{4}|\Z)",
    re.I,
)
_URL = re.compile(r"(?:[^\W\d_]{2,12}\s?:\s*)?(https?://[^\s<>\"]{4,300})\Z")


class Part(NamedTuple):
    """A block as metadata sees it."""

    kind: BlockKind
    text: str


class TextMetadata:
    """Reads metadata from the blocks of a document."""

    def __init__(self, resources: IngestResources, days: Days) -> None:
        words = [lexicon.metadata for lexicon in resources.lexicons.values()]
        cues = [lexicon.boilerplate.lines for lexicon in resources.lexicons.values()]
        self._days = days
        self._published = tuple(cue for w in words for cue in w.published)
        self._updated = tuple(cue for w in words for cue in w.updated)
        self._place_before = tuple(
            sorted({cue for w in words for cue in w.place_before}, key=lambda cue: (-len(cue), cue))
        )
        self._weekdays = frozenset(day for w in words for day in w.weekdays)
        self._place_date = frozenset(cue for w in words for cue in w.place_date)
        self._byline = tuple(sorted({start for c in cues for start in c.byline}, key=lambda cue: (-len(cue), cue)))
        self._reference = tuple(sorted({cue for w in words for cue in w.reference}, key=lambda cue: (-len(cue), cue)))
        self._publisher = tuple(cue for w in words for cue in w.publisher)
        self._not_titles = frozenset(form for w in words for form in w.not_titles)
        types = {(phrase, name) for w in words for name, phrases in w.types.items() for phrase in phrases}
        self._types = sorted(types, key=lambda item: (-len(item[0]), item))

    def find(self, parts: Sequence[Part], dropped: Sequence[str], language: Known | None) -> list[Finding]:
        """What the text says of the document, each with where and how sure."""
        found = [*self._title(parts), *self._dates(parts, language), *self._inline_dateline(parts, language)]
        found += self._heads(parts)
        for text in [*(part.text for part in parts[-4:]), *dropped]:
            publisher = self._rights(text)
            if publisher:
                found.append(Finding("publisher", publisher, "text", 0.7))
                break
        return found

    def _title(self, parts: Sequence[Part]) -> Iterator[Finding]:
        for part in parts[:_HEAD]:
            if part.kind == "heading" and len(part.text) > 3 and not part.text.endswith(":"):
                above = self._is_above_title(part.text.lower().strip(" .:"))
                yield Finding("title", part.text, "text", 0.4 if above else 0.6)
                if not above:
                    return
            if part.kind in {"paragraph", "quote"} and len(part.text) > 200:
                return

    def _is_above_title(self, lower: str) -> bool:
        """Who writes, which sort of paper, a reference: lines that stand above titles."""
        known = lower in self._not_titles or any(lower == phrase for phrase, _ in self._types)
        return known or lower.startswith(self._reference)

    def _dates(self, parts: Sequence[Part], language: Known | None) -> Iterator[Finding]:
        for index, part in enumerate(parts):
            if part.kind != "dateline":
                continue
            days = self._days.find(part.text, language)
            if len({day.edtf for day in days}) != 1:
                continue
            lower = part.text.lower()
            place = self._place(part.text, days[0])
            at_edge = index < _HEAD or index >= len(parts) - 6
            if lower.startswith(self._updated):
                yield Finding("published", days[0].edtf, "text (update line)", 0.75)
            elif lower.startswith(self._published):
                yield Finding("published", days[0].edtf, "text (publication line)", 0.9)
            elif at_edge:
                yield Finding("published", days[0].edtf, "text (dateline)", 0.8 if place else 0.7)
            if place and at_edge:
                yield Finding("place", place, "text (dateline)", 0.8)

    def _place(self, text: str, day: Day) -> str | None:
        """The place before the date of a dateline: `Fait à Paris, le`, `Geneva,`."""
        if text.lower().startswith((*self._published, *self._updated)):
            return None
        before = text[: day.start].strip(" ,.-–—(")
        for cue in self._place_before:
            if before.lower().startswith(f"{cue} "):
                before = before[len(cue) :].strip()
                break
        head, _, last = before.rpartition(" ")
        if last.lower() in self._place_date:
            before = head.strip(" ,")
        before = before.split(",")[0].strip()
        if before.lower() in self._weekdays:
            return None
        return before if _PLACE.fullmatch(before) else None

    def _inline_dateline(self, parts: Sequence[Part], language: Known | None) -> Iterator[Finding]:
        """`GENEVA, 12 May 2015 – The Council …`: agency style, at the beginning of the first paragraph."""
        first = next((part.text for part in parts[:_HEAD] if part.kind == "paragraph" and len(part.text) > 60), "")
        for day in self._days.find(first[:90], language)[:1]:
            place = _PLACE.match(first)
            between = first[place.end() : day.start].strip(" ,(") if place else ""
            if (
                place
                and place.end() <= day.start
                and (not between or between.lower() in self._place_date)
                and _PRESS.match(first[day.end :])
            ):
                name = place.group()
                yield Finding("published", day.edtf, "text (dateline)", 0.8)
                yield Finding("place", name.title() if name.isupper() else name, "text (dateline)", 0.75)

    def _heads(self, parts: Sequence[Part]) -> Iterator[Finding]:
        for part in parts[:_HEAD]:
            if len(part.text) > 160:
                continue
            lower = part.text.lower()
            yield from self._type(lower)
            if part.kind == "signature":
                start = next((cue for cue in self._byline if lower.startswith(cue)), None)
                if start:
                    yield Finding("author", part.text[len(start) :].strip(" .,:"), "text (byline)", 0.6)
            yield from self._symbol(part.text, lower)
            url = _URL.match(part.text)
            if url:
                yield Finding("url", url[1], "text", 0.6)

    def _type(self, lower: str) -> Iterator[Finding]:
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
        symbol = _SYMBOL.match(text)
        if symbol and any(char.isdigit() for char in symbol.group()) and len(text) < 60:
            yield Finding("reference", symbol.group(), "text", 0.6)

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
