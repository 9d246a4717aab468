"""Metadata that the text itself states: title, day and place, author, publisher, reference, type."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.ingest.days import Day, Days
from pipeline.ingest.lexicon import Known
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources
from pipeline.records import BlockKind

_HEAD, _TAIL = 12, 6  # blocks at the beginning and end that speak of the document as a whole
_PLACE = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:[ -][^\W\d_a-z][\w.'’-]*){0,3}")
_NAME_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
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

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.metadata for lexicon in resources.lexicons.values()]
        cues = [lexicon.boilerplate.lines for lexicon in resources.lexicons.values()]
        self._days = resources.tool(Days)
        self._published = tuple(cue for w in words for cue in w.published)
        self._dated = tuple(cue for w in words for cue in w.dated)
        joiners = "|".join(
            sorted({word for lexicon in resources.lexicons.values() for word in lexicon.boilerplate.joiners})
        )
        self._between = re.compile(rf"\A[\s,;.|()·•/–—-]*(?:(?:{joiners})\s)?")
        self._updated = tuple(cue for w in words for cue in w.updated)
        self._place_before = tuple(
            sorted({cue for w in words for cue in w.place_before}, key=lambda cue: (-len(cue), cue))
        )
        self._done = tuple(f"{cue} " for cue in self._place_before if " " in cue)
        self._weekdays = frozenset(day for w in words for day in w.weekdays)
        self._place_date = frozenset(cue for w in words for cue in w.place_date)
        self._byline = tuple(sorted({start for c in cues for start in c.byline}, key=lambda cue: (-len(cue), cue)))
        self._reference = tuple(sorted({cue for w in words for cue in w.reference}, key=lambda cue: (-len(cue), cue)))
        self._publisher = tuple(cue for w in words for cue in w.publisher)
        self._subject = tuple(cue for w in words for cue in w.subject)
        self._letterheads = frozenset(word for w in words for word in w.letterheads)
        self._small = frozenset().union(*resources.function_words.values())
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
            if part.text.lower().startswith(self._subject):
                yield Finding("title", part.text.partition(":")[2], "text (subject line)", 0.5)
            if part.kind == "heading" and len(part.text) > 3 and not part.text.endswith(":"):
                above = self._is_above_title(part.text.lower().strip(" .:")) or self._is_letterhead(part.text)
                yield Finding("title", part.text, "text", 0.4 if above else 0.6)
                if not above:
                    return
            if part.kind in {"paragraph", "quote"} and len(part.text) > (80 if part.text.endswith(".") else 200):
                return

    def _is_above_title(self, lower: str) -> bool:
        """Who writes, which sort of paper, a reference: lines that stand above titles."""
        known = lower in self._not_titles or any(lower == phrase for phrase, _ in self._types)
        return known or lower.startswith(self._reference)

    def _is_letterhead(self, text: str) -> bool:
        """The name of who writes: `Ministry of Foreign Affairs`, `GROUPE D'AMITIÉ FRANCE-TOGO`."""
        words = _NAME_WORD.findall(text)
        lower = [word.lower() for word in words]
        if not 1 < len(words) <= 10 or not all(w[0].isupper() or w in self._small for w in words):
            return False
        for index, word in enumerate(lower):
            following = lower[index + 1] if index + 1 < len(lower) else None
            if word in self._letterheads and (following is None or following in self._small or len(words) < 4):
                return True
        return False

    def _dates(self, parts: Sequence[Part], language: Known | None) -> Iterator[Finding]:
        for index, part in enumerate(parts):
            if part.kind != "dateline" and not (index >= len(parts) - _TAIL and self._is_done(part)):
                continue
            days = self._days.find(part.text, language)
            cued = [found for before, day in self._with_cues(part.text, days) if (found := self._cued(before, day))]
            yield from cued
            at_edge = index < _HEAD or index >= len(parts) - _TAIL
            if cued or not at_edge or len({day.edtf for day in days}) != 1:
                continue
            place = self._place(part.text, days[0])
            yield Finding("published", days[0].edtf, "text (dateline)", 0.8 if place else 0.7)
            if place:
                yield Finding("place", place, "text (dateline)", 0.8)

    def _is_done(self, part: Part) -> bool:
        """`Done at Ottawa on 3 March 1954, in duplicate.`: the last clause of a treaty."""
        return part.kind == "paragraph" and len(part.text) < 300 and part.text.lower().startswith(self._done)

    def _cued(self, before: str, day: Day) -> Finding | None:
        """What a line says of a day: `Mis à jour le`, `Published:`. The day of the text as it stands is the surest."""
        if before.startswith(self._updated):
            return Finding("published", day.edtf, "text (update line)", 0.97)
        if before.startswith(self._published):
            return Finding("published", day.edtf, "text (publication line)", 0.96)
        if before.startswith(self._dated):
            return Finding("published", day.edtf, "text (date line)", 0.8)
        return None

    def _with_cues(self, text: str, days: Sequence[Day]) -> Iterator[tuple[str, Day]]:
        """Each day with the words before it, from the day before on: a line may say `Published …, updated …`."""
        position = 0
        for day in days:
            yield self._between.sub("", text[position : day.start].lower(), count=1), day
            position = day.end

    def _place(self, text: str, day: Day) -> str | None:
        """The place before the date of a dateline: `Fait à Paris, le`, `Geneva,`."""
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
