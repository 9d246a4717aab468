"""When and where a text was made, as its own lines say: mastheads, datelines, publication lines, closing clauses."""

import re
from collections.abc import Iterator, Sequence

from pipeline.ingest.date_cues import DATED, SIGNED, DateCues, longest_first
from pipeline.ingest.datelines import Datelines
from pipeline.ingest.days import Day, Days
from pipeline.ingest.lexicon import Known
from pipeline.ingest.parts import Part, head_length, is_body
from pipeline.ingest.places import NAME, Places
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources
from pipeline.records import BlockKind

_TAIL = 8  # blocks at the end that speak of the document as a whole
_CLOSING = 16  # blocks at the end that may hold a closing clause: signatures and annexes follow it
_LINE = 300  # characters that a line about the document has at most
_CLAUSE = 300  # characters of a closing clause that are read
_HEAD_WORDS = 9  # of a running head that dates what it stands above
_MASTHEAD_WORDS = 14  # of a masthead with the day of the week
_DASH = re.compile(r"\s*[-–—:|]\s")
_MEETING = "text (days of a meeting)"
_DEED = 160  # characters within which the first paragraph of an act names its meeting
_NUMBERED = re.compile(r"(?:[^\W\d_]+\s){1,3}\d{1,5}[^\W\d_]{0,4}\s")  # `At the 6671st meeting`, `À sa 12e séance`
_NAME = re.compile(NAME)
_PRESS = re.compile(r"[.,]?\s*(?:\([^)]{1,30}\))?\s*(?:[-–—]{1,2}|:)\s")
_AGENCY = re.compile(r",[^.()]{3,30}\([A-Z][A-Za-z]{1,9}\)\s*[-–—]{1,2}\s")
_SYMBOL = re.compile(r"[A-Z]{1,8}/[\w/().-]*\d[\w/().-]*")  # the number of a document
_STAMP = re.compile(r"(?<!\d)(\d{2})\d{4}\s?(?:Z|GMT|UTC)\s([A-Z]{3,4})\.?\s((?:19|20)?\d\d)\b")  # `121654 GMT OCT 74`
_BYLINE = 60  # characters of a line that says who wrote and when
_NEAR = 3  # blocks below the head among which a short line may still be of it: a deck may stand between
_DECOR = " *_=#~<>«»•·"  # what lines are dressed up with
_FEW, _SHORT = 8, 90  # lines of a block that are read one by one, and their characters
_DATE_ALONE = 40  # characters of a heading that may be nothing but a date
_AFTER = re.compile(r"\s*(?:\.?\Z|[,;|/()–—-]|\d{1,2}\s?[:hH.]\s?\d\d|\d{4}\s)")
_BRACKET_END = re.compile(r"\s*[)\]]\s*[.»]?\s*\Z")
_PRICE = re.compile(r"\s+[£$€]?\d[\d.,]*\s?[^\W\d_]{0,8}\s*\Z")
_DAY_FIRST = re.compile(r"\d{1,2}\D{1,12}\d{2,4}|\d{4}-\d\d")
_OPENS = re.compile(r"\s+[|–—•·/-]\s")  # between the day and what a line is about: `12 March 2009 - Fishing talks`
_PLACE_YEAR = re.compile(rf"({NAME}), ((?:1[89]|20)\d\d)\.?")
_ENTRY = re.compile(r"\s*\(?(?:\d{1,2}|[IVX]{1,5}|[a-z])[.)]\s")  # the number of an item or of a note


class Published:
    """Finds the day of publication and the place of issue."""

    def __init__(self, resources: IngestResources) -> None:
        lexicons = list(resources.lexicons.values())
        words = [lexicon.metadata for lexicon in lexicons]
        self._days = resources.tool(Days)
        self._cues = resources.tool(DateCues)
        self._places = resources.tool(Places)
        self._datelines = resources.tool(Datelines)
        occasion = "|".join(
            sorted({re.escape(cue) for w in words for cue in w.occasion}, key=lambda cue: (-len(cue), cue))
        )
        self._occasion = re.compile(rf"(?:\A\W*|[-–—:]\s)(?:{occasion})\b", re.I)
        years = "|".join(longest_first(cue for w in words for cue in w.of_the_year))
        self._year = re.compile(rf",?\s(?:{years})\s", re.I)
        self._planned = tuple(cue for w in words for cue in w.planned)
        self._held = tuple(cue for w in words for cue in w.held)
        self._answers = tuple(cue for w in words for cue in w.answers)
        self._treaties = tuple(phrase for w in words for phrase in w.types["treaty"])
        self._treaty_words = frozenset(word for w in words for word in w.treaty_words)
        self._weekdays = frozenset(day for w in words for day in w.weekdays)
        self._place_date = frozenset(cue for w in words for cue in w.place_date)
        pages = "|".join(longest_first(cue for lex in lexicons for cue in lex.boilerplate.lines.page))
        self._page = re.compile(rf"\W*(?:{pages})\s?\d", re.I)
        self._issue = tuple(cue for w in words for cue in w.issue)
        self._small = frozenset().union(*resources.function_words.values())

    def find(self, parts: Sequence[Part], dropped: Sequence[str], language: Known | None) -> Iterator[Finding]:
        """Days and places, each with where it was found and how sure.

        `dropped` are lines that are not in the text, such as mastheads and running heads.
        """
        language = self._days.as_written([*(part.text for part in parts), *dropped], language)
        head = head_length(parts)
        entries = self._entries(parts, language)
        treaty = any(self._names_treaty(part.text.lower()) for part in parts[: head + 1])
        planned = any(part.text.lower().startswith(self._planned) for part in parts[:head])
        occasion = any(self._occasion.search(part.text) for part in parts[:head])
        for index, part in enumerate(parts):
            at_head = index < head or (index < head + _NEAR and len(part.text) <= _BYLINE)
            at_tail = index >= len(parts) - _TAIL
            if index in entries:
                continue
            if index == 0 and "|" in part.text:
                yield from self._row(part.text, language)
            if at_head and (year := _PLACE_YEAR.fullmatch(part.text)) and self._places.name(year[1]):
                yield Finding("published", year[2], "text (place and year)", 0.5)
                yield Finding("place", self._places.name(year[1]) or "", "text (place and year)", 0.6)
            if index < head and part.kind != "dateline":
                yield from self._of_the_day(part.text, language, occasion=occasion)
            if at_head or at_tail or part.kind == "dateline":
                said = self._said(parts, index, language, at_head=at_head, at_tail=at_tail)
                barred = {_MEETING} if planned else set() if treaty else {SIGNED}
                yield from (one for one in said if one.found not in barred)
            ends = index >= max(head, len(parts) - _CLOSING) or (at_tail and not at_head)
            if ends or (index >= head and treaty and self._places.opens_closing(part.text)):
                yield from self._closing(part.text, language)
        for text in dropped:
            if len(text) <= _LINE:
                yield from self._dropped(text, language)
        yield from self._inline(parts, head, language)

    def _names_treaty(self, lower: str) -> bool:
        return lower.startswith(self._treaties) or lower.strip(" .:") in self._treaty_words

    def _said(
        self, parts: Sequence[Part], index: int, language: Known | None, *, at_head: bool, at_tail: bool
    ) -> Iterator[Finding]:
        """What a line says, read with the label above it if there is one; an answer goes before its question."""
        part, above = parts[index], parts[index - 1].text if index else ""
        if self._cues.is_label(above):
            part = part._replace(text=f"{above} {part.text}")
        for finding in self._lines(part, language, at_head=at_head, at_tail=at_tail):
            answered = finding.field == "published" and above.lower().startswith(self._answers)
            yield finding._replace(confidence=round(finding.confidence + 0.01, 4)) if answered else finding

    def _lines(self, part: Part, language: Known | None, *, at_head: bool, at_tail: bool) -> Iterator[Finding]:
        """What a block says as a whole and, where it is of a few short lines, in each of them."""
        yield from self._line(part, language, at_head=at_head, at_tail=at_tail)
        if 1 < len(part.lines) <= _FEW and all(len(line) <= _SHORT for line in part.lines):
            for line, above in zip(part.lines, ("", *part.lines), strict=False):
                if any(character.isdigit() for character in line):
                    said = f"{above} {line}" if self._cues.is_label(above) else line
                    kind: BlockKind = "dateline" if self._datelines.is_dateline(line, 0, 1) else "heading"
                    yield from self._line(Part(kind, said), language, at_head=at_head, at_tail=at_tail)

    def _line(self, part: Part, language: Known | None, *, at_head: bool, at_tail: bool) -> Iterator[Finding]:
        text = part.text.strip(_DECOR)
        if len(text) > _LINE or _ENTRY.match(text) or part.kind == "caption":
            return
        if stamp := _STAMP.search(text):
            yield from self._stamp(stamp)
            return
        found = self._days.find(text, language)
        if cued := self._cues.read(text, found, sentence=is_body(part)):
            yield from cued
            return
        if any(cue in text.lower() for cue in self._planned):
            return
        days = self._cues.sift(text, found)
        if len({day.edtf for day in days}) != 1:
            if at_head and not found:
                said = part.kind == "dateline" or self._names_issue_or_meeting(text)
                yield from self._meeting(text, language, said=said)
            return
        before, after = text[: days[0].start], text[days[0].end :]
        if part.kind == "dateline" and (at_head or at_tail):
            yield from self._dateline(before, days[0], 0.75 if at_head else 0.7)
        elif at_head and self._is_masthead(part, before, after, days[0]):
            yield from self._dateline(before, days[0], 0.72)
        elif at_head and _DASH.match(after) and before.rstrip().endswith((",", " le", " on")) and self._place(before):
            yield from self._dateline(before, days[0], 0.7)
        elif at_head and days[0].start == 0 and _OPENS.match(after) and part.kind == "heading":
            yield Finding("published", days[0].edtf, "text (dateline)", 0.7)
        elif at_head and (self._occasion.search(text) or self._is_held(before)):
            yield Finding("published", days[0].edtf, "text (day of the occasion)", 0.71)

    def _is_held(self, before: str) -> bool:
        """`14th session of the committee, held in Bergen on`."""
        return any(f" {cue}" in f" {before.lower()}" for cue in self._held)

    def _names_issue_or_meeting(self, text: str) -> bool:
        return bool(self._occasion.search(text)) or self._is_held(text) or any(cue in f" {text.lower()}" for cue in self._issue)

    def _entries(self, parts: Sequence[Part], language: Known | None) -> set[int]:
        """Headings that are nothing but a date, where there are several: the entries of a chronology, days of a visit."""
        short = [
            (i, part)
            for i, part in enumerate(parts)
            if part.kind in ("heading", "dateline") and len(part.text) <= _DATE_ALONE
        ]
        found = {
            i: days[0].edtf
            for i, part in short
            if (days := self._days.find(part.text, language))
            and days[0].end - days[0].start >= 0.7 * len(part.text)
        }
        return set(found) if len(set(found.values())) > 1 else set()

    def _of_the_day(self, text: str, language: Known | None, *, occasion: bool) -> Iterator[Finding]:
        """A line of the head that ends with a day apart from its phrase: `Opening - 12 March 2023`, `Talks (Oslo, …)`.

        It is the day of the document where the head names an occasion, or where a place stands in brackets with it.
        """
        days = self._days.find(text, language) if len(text) <= _LINE and not _ENTRY.match(text) else []
        days = self._cues.sift(text, days)
        if not days or text.lower().startswith(self._treaties):
            return
        day = days[-1]
        apart, place = self._places.parted(text[: day.start])
        bracketed = bool(_BRACKET_END.match(text, day.end)) and day.start > 0
        ends = day.end >= len(text.rstrip(" .)]»"))
        if ends and apart and (len(days) == 1 or place) and (occasion or (bracketed and (place or text[day.end] == "]"))):
            yield Finding("published", day.edtf, "text (day of the occasion)", 0.72 if place else 0.7)
            if place:
                yield Finding("place", place, "text (dateline)", 0.7)

    def _row(self, text: str, language: Known | None) -> Iterator[Finding]:
        """The first line of a page, with a cell that is nothing but a day: `THE HARBOURIST | MARCH 5th 1994 | 47`."""
        for cell in text.split("|"):
            days = self._days.find(cell.strip(), language)
            if days and days[0].start == 0 and days[0].end == len(cell.strip()):
                yield Finding("published", days[0].edtf, "masthead", 0.68)
                return

    def _closing(self, text: str, language: Known | None) -> Iterator[Finding]:
        """The last clause of a treaty or a declaration."""
        clause = self._year.sub(", ", self._places.closing(text)[:_CLAUSE])
        days = self._days.find(clause, language) if clause else []
        if len({day.edtf for day in days}) == 1:
            place = self._places.of_closing(clause[: days[0].start], clause[days[0].end :])
            yield Finding("published", days[0].edtf, "text (closing clause)", 0.85 if place else 0.8)
            if place:
                yield Finding("place", place, "text (closing clause)", 0.8)

    def _stamp(self, stamp: re.Match[str]) -> Iterator[Finding]:
        """When a telegram or an agency's story was sent, with a year in two figures: of the last century from 40 on."""
        day, month, year = stamp.groups()
        century = "" if len(year) == 4 else "19" if int(year) >= 40 else "20"
        for found in self._days.find(f"{int(day)} {month.title()} {century}{year}", None)[:1]:
            yield Finding("published", found.edtf, "text (time stamp)", 0.78)

    def _meeting(self, text: str, language: Known | None, *, said: bool) -> Iterator[Finding]:
        """`Nairobi, 9-11 March 2005`, `No. 8, April-May 2003`: a paper of a meeting is of its last day.

        `said`: whether the line says that it is of a meeting or an issue; else it has to be nothing but its days.
        """
        span = self._days.span(text, language)
        alone = span is not None and span.end - span.start >= 0.7 * len(text) and "/" not in span.edtf
        if span and (said or alone):
            yield Finding("published", span.edtf, _MEETING, 0.7)
            place = self._place(re.split(r"\d", text, maxsplit=1)[0])
            if place:
                yield Finding("place", place, _MEETING, 0.7)

    def _dropped(self, text: str, language: Known | None) -> Iterator[Finding]:
        found = self._days.find(text, language)
        days = self._cues.sift(text, found)
        if cued := self._cues.read(text, found):
            yield from (one for one in cued if one.found != SIGNED)
        elif not found and len(text.split()) <= _MASTHEAD_WORDS:
            yield from self._meeting(text, language, said=self._names_issue_or_meeting(text))
        elif len({day.edtf for day in days}) == 1:
            words, issue = len(text.split()), any(cue in f" {text.lower()}".replace("\u00a0", " ") for cue in self._issue)
            weekday = self._has_weekday(text[days[0].start : days[0].end])
            if issue or (words <= _MASTHEAD_WORDS and (weekday or self._names_issue_or_meeting(text))):
                yield Finding("published", days[0].edtf, "masthead", 0.68)
            elif words <= _HEAD_WORDS:
                yield Finding("published", days[0].edtf, "running head", 0.58)

    def _dateline(self, before: str, day: Day, confidence: float) -> Iterator[Finding]:
        place = self._place(before)
        yield Finding("published", day.edtf, "text (dateline)", round(confidence + (0.05 if place else 0.0), 4))
        if place:
            yield Finding("place", place, "text (dateline)", 0.8)

    def _is_masthead(self, part: Part, before: str, after: str, day: Day) -> bool:
        """A line of names, numbers and the day: `No. 14 - Ankara, 28 March 2008`, `MARDI 25 JUILLET 1989 … PAGE 5`."""
        said = part.text[day.start : day.end]
        if self._page.match(after) and len(before.split()) <= _HEAD_WORDS and self._is_parted(before, said, part.kind):
            return True
        after = _PRICE.sub("", after)
        if after.lstrip().startswith(",") and len(after.split()) <= 6:
            after = ","  # the hour, spelled or not
        numbered = any(cue in f" {before.lower()}" for cue in self._issue)
        if numbered and not after.strip(" )") and len(before.split()) <= _HEAD_WORDS and self._is_parted(before, said, part.kind):
            return True
        words = re.findall(r"[^\W\d_]+", f"{before} {after}")
        ends = part.text.rstrip().endswith((".", ";", "!", "?"))
        if len(words) > (6 if ends else 12):
            return False
        if not all(word[0].isupper() or word.lower() in self._small or len(word) < 3 for word in words):
            return False
        return self._is_parted(before, said, part.kind) and (self._has_weekday(said) or bool(_AFTER.match(after)))

    def _has_weekday(self, day: str) -> bool:
        return day.split()[0].lower().strip(",.") in self._weekdays

    def _is_parted(self, before: str, day: str, kind: BlockKind) -> bool:
        """Whether what is before the day ends before it: a comma, a dash, a column, a word such as `le`, or nothing."""
        weekday = self._has_weekday(day)
        stripped = before.rstrip()
        if stripped.endswith("|") and kind == "heading" and before.count("|") == 1 and "  " not in before.strip():
            return True
        if stripped.endswith("|") or "  " in before.strip():  # a row of a table, unless it says that it is a masthead
            return weekday or any(cue in f" {before.lower()}" for cue in self._issue)
        if _SYMBOL.fullmatch(stripped):
            return True
        if not stripped or stripped[-1] in ",-–—/:(":
            return bool(stripped) or weekday or not before
        last = stripped.split()[-1].lower()
        return weekday or last in self._place_date or last in self._weekdays

    def _place(self, before: str) -> str | None:
        return self._places.before_day(before)

    def _inline(self, parts: Sequence[Part], head: int, language: Known | None) -> Iterator[Finding]:
        """The beginning of the first paragraph: agency style (`GENEVA, 12 May 2015 – The Council …`), and acts that
        name their meeting (`At the 6671st meeting of the Council, held on …`)."""
        first = next((part.text for part in parts[: head + 1] if part.kind == "paragraph" and len(part.text) > 60), "")
        if len(opened := [part for part in parts if _DAY_FIRST.match(part.text)]) == 1 and opened[0].text == first:
            for day in self._days.find(first[:_DATE_ALONE], language)[:1]:
                if day.start == 0 and _PRESS.match(first[day.end :]):
                    yield Finding("published", day.edtf, "text (dateline)", 0.72)
        place = _NAME.match(first)
        name = self._places.name(place.group()) if place else None
        for day in self._days.find(first[:_DEED], language)[:1]:
            yield from (one for one in self._cues.read(first[:_DEED], [day], sentence=True) if one.found == DATED)
            if first[: day.start].lower().rstrip().endswith(self._held) and _NUMBERED.match(first):
                yield Finding("published", day.edtf, "text (day of the meeting)", 0.74)
            if not place or place.end() > day.start or not _PRESS.match(first[day.end :]):
                continue
            between = first[place.end() : day.start].strip(" ,(").lower()
            if not between or between in self._place_date or between in self._weekdays:
                yield Finding("published", day.edtf, "text (dateline)", 0.8)
                if name:
                    yield Finding("place", name, "text (dateline)", 0.75)
                return
        if place and name and place.group().isupper() and _AGENCY.match(first, place.end()):
            yield Finding("place", name, "text (dateline)", 0.7)
