"""When and where a text was made, as its own lines say: mastheads, datelines, publication lines, closing clauses."""

import re
from collections.abc import Iterator, Sequence

from pipeline.ingest.datelines import Datelines
from pipeline.ingest.days import Day, Days
from pipeline.ingest.lexicon import Known
from pipeline.ingest.metadata.acts import Acts
from pipeline.ingest.metadata.date_cues import SIGNED, DateCues
from pipeline.ingest.metadata.lone_days import LoneDays
from pipeline.ingest.metadata.mastheads import HEAD_WORDS, Mastheads
from pipeline.ingest.metadata.occasions import MEETING, OCCASION, Occasions
from pipeline.ingest.metadata.openings import STAMP, Openings
from pipeline.ingest.metadata.parts import ENTRY, LINE, Paper, Part, head_length, is_body
from pipeline.ingest.metadata.places import NAME, Places
from pipeline.ingest.metadata.wording import plain, plain_cues
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources
from pipeline.records import BlockKind

_SIGNED_LINES = ("heading", "paragraph", "signature")
_TAIL = 8  # blocks at the end that speak of the document as a whole
_LAST = 3  # blocks at the end that may say at their own end when and by whom the document was made
_CLOSING = 16  # blocks at the end that may hold a closing clause: signatures and annexes follow it
_MASTHEAD_WORDS = 14  # of a masthead with the day of the week
_DASH = re.compile(r"\s*[-–—:|]\s")
_BYLINE = 60  # characters of a line that says who wrote and when
_CELLS = 2  # strokes of a row below the first line that may date the paper
_VISIT = 2  # blocks of the running text that may say of which days a communiqué is
_NEAR = 3  # blocks below the head among which a short line may still be of it: a deck may stand between
_STRONG = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*")  # of Markdown in a text that is none
_DECOR = " *_=#~<>«»•·"  # what lines are dressed up with
_SHORT = 90  # characters of the lines of a block that are read one by one
_OPENS = re.compile(r"\s+[|–—•·/-]\s")  # between the day and what a line is about: `12 March 2009 - Fishing talks`
_HOUR = re.compile(r",?\s(?:[^\W\d_]{1,3}\s)?\d{1,2}\s?[h:.]\s?\d\d\W?[^\W\d_]{0,2}(?:\s[A-Z]{2,4})?\Z")
_PLACE_YEAR = re.compile(rf"({NAME}), ((?:1[89]|20)\d\d)\.?")


class Published:
    """Finds the day of publication and the place of issue."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.metadata for lexicon in resources.lexicons.values()]
        self._days = resources.tool(Days)
        self._cues = resources.tool(DateCues)
        self._places = resources.tool(Places)
        self._datelines = resources.tool(Datelines)
        self._occasions = resources.tool(Occasions)
        self._acts = resources.tool(Acts)
        self._lone_days = resources.tool(LoneDays)
        self._planned = plain_cues(cue for w in words for cue in w.planned)
        self._answers = plain_cues(cue for w in words for cue in w.answers)
        self._longest_answer = len(self._answers[0]) if self._answers else 0
        self._treaties = plain_cues(phrase for w in words for phrase in w.types["treaty"])
        self._treaty_words = frozenset(plain_cues(word for w in words for word in w.treaty_words))
        self._mastheads = resources.tool(Mastheads)
        self._openings = resources.tool(Openings)

    def find(self, parts: Sequence[Part], dropped: Sequence[str], language: Known | None) -> Iterator[Finding]:
        """Days and places, each with where it was found and how sure.

        `dropped` are lines that are not in the text, such as mastheads and running heads.
        """
        parts = [part._replace(text=self._mastheads.without_number(_STRONG.sub("", part.text))) for part in parts]
        paper = self._paper(parts, self._days.as_written([*(part.text for part in parts), *dropped], language))
        language, head = paper.language, paper.head
        blocks = [index for index in range(len(parts)) if index not in paper.entries]
        for index in blocks:
            yield from self._block(paper, index)
        for text in dropped:
            if len(text) <= LINE:
                yield from self._dropped(text, language)
        yield from self._openings.first_paragraph(parts, head, language, occasion=paper.occasion or not head)
        if not paper.treaty and not paper.planned:
            yield from self._lone_days.find(paper)
            yield from self._occasions.visit(parts[: head + _VISIT], language)

    def _paper(self, parts: Sequence[Part], language: Known | None) -> Paper:
        head = head_length(parts)
        return Paper(
            parts=parts,
            language=language,
            head=head,
            entries=self._lone_days.entries(parts, language),
            treaty=any(self._names_treaty(plain(part.text)) for part in parts[: head + 1]),
            planned=any(plain(part.text).startswith(self._planned) for part in parts[:head]),
            occasion=any(self._occasions.opens(part.text) for part in parts[:head]),
        )

    def _block(self, paper: Paper, index: int) -> Iterator[Finding]:
        """What a block says by its place: in the head, at the tail, or as a dateline anywhere."""
        part, head, language = paper.parts[index], paper.head, paper.language
        at_head = index < head or (index < head + _NEAR and len(part.text) <= _BYLINE)
        at_tail = index >= len(paper.parts) - _TAIL
        above = paper.parts[index - 1].text if index else ""
        if "|" in part.text and (
            index == 0 or ((index < head or index == len(paper.parts) - 1) and "\n" not in part.text)
        ):
            yield from self._row(part.text, language, first=index == 0)
        if at_head and (year := _PLACE_YEAR.fullmatch(part.text)) and self._places.name(year[1]):
            yield Finding("published", year[2], "text (place and year)", 0.5)
            yield Finding("place", self._places.name(year[1]) or "", "text (place and year)", 0.6)
        if index < head and part.kind != "dateline" and len(part.text) <= LINE and not ENTRY.match(part.text):
            yield from self._occasions.of_the_day(part.text, language, occasion=paper.occasion)
        if index <= head:
            yield from self._acts.find(self._with_above(part.text[:LINE], above, language), language)
        if at_head or at_tail or part.kind == "dateline" or self._opens_answer(part.text):
            said = self._said(paper, index, at_head=at_head, at_tail=at_tail)
            barred = {MEETING} if paper.planned else set() if paper.treaty else {SIGNED}
            yield from (one for one in said if one.found not in barred)
        ends = index >= max(head, len(paper.parts) - _CLOSING) or (at_tail and not at_head)
        if ends or (index >= head and paper.treaty and self._places.opens_closing(part.text)):
            yield from self._openings.closing(part.text, language)
        if index >= len(paper.parts) - _LAST:
            yield from self._openings.last_words(part.text, language)

    def _names_treaty(self, lower: str) -> bool:
        if lower.startswith(self._treaties) or lower.strip(" .:") in self._treaty_words:
            return True
        return lower.split(" ", 1)[0] in self._treaty_words and self._cues.tells_signing(lower)

    def _said(self, paper: Paper, index: int, *, at_head: bool, at_tail: bool) -> Iterator[Finding]:
        """What a block says as a whole and, where it is of a few short lines, in each of them.

        A line is read with the one above it if that is its label or the name that it goes on with; an answer goes
        before its question.
        """
        for part, above in self._readings(paper.parts, index):
            answers = self._opens_answer(part.text)
            below = self._opens_answer(above)
            if (answers and len(part.text.split()) <= _MASTHEAD_WORDS) or (below and self._lone_days.is_day(part.text)):
                days = self._cues.sift(part.text, self._days.find(part.text, paper.language))
                yield from (Finding("published", day.edtf, "text (day of the answer)", 0.94) for day in days[:1])
            read = part._replace(text=self._with_above(part.text, above, paper.language))
            for finding in self._line(read, paper.language, at_head=at_head, at_tail=at_tail):
                answered = (answers or below) and finding.field == "published"
                yield finding._replace(confidence=round(finding.confidence + 0.01, 4)) if answered else finding

    def _readings(self, parts: Sequence[Part], index: int) -> Iterator[tuple[Part, str]]:
        """A block and its short lines, each with the line above it."""
        part = parts[index]
        yield part, parts[index - 1].text if index else ""
        if part.lines and all(len(line) <= _SHORT for line in part.lines):
            for line, above in zip(part.lines, ("", *part.lines), strict=False):
                if any(character.isdigit() for character in line):
                    kind: BlockKind = "dateline" if self._datelines.is_dateline(line, 0, 1) else "heading"
                    yield Part(kind, line), above

    def _with_above(self, text: str, above: str, language: Known | None) -> str:
        goes_on = above and (self._cues.is_label(above) or self._acts.goes_on(text, language))
        return f"{above} {text}" if goes_on and len(above) <= LINE else text

    def _opens_answer(self, text: str) -> bool:
        return plain(text[: self._longest_answer]).startswith(self._answers)

    def _line(self, part: Part, language: Known | None, *, at_head: bool, at_tail: bool) -> Iterator[Finding]:
        text = part.text.strip(_DECOR)
        if len(text) > LINE or ENTRY.match(text) or part.kind == "caption":
            return
        if stamp := STAMP.search(text):
            yield from self._openings.stamp(stamp)
            return
        found = self._days.find(text, language)
        if not found and not at_head:
            return  # most lines
        if cued := self._cues.read(text, found, sentence=is_body(part)):
            yield from cued
            return
        lower = plain(text)
        if any(cue in lower for cue in self._planned) or (part.kind == "list_item" and text.endswith((".", ";"))):
            return
        days = self._cues.sift(text, found)
        if len({day.edtf for day in days}) != 1:
            if at_head and not found:
                said = part.kind == "dateline" or self._occasions.names_issue_or_meeting(text)
                yield from self._occasions.of_its_time(text, language, said=said)
            return
        before, after = text[: days[0].start], text[days[0].end :]
        if part.kind == "dateline" and (at_head or at_tail):
            yield from self._dateline(before, days[0], 0.75 if at_head else 0.7)
        elif at_head and self._mastheads.dates(part, before, after, days[0]):
            yield from self._dateline(before, days[0], 0.72)
        elif (
            at_tail
            and not at_head
            and part.kind in _SIGNED_LINES
            and self._mastheads.dates(part, before, after, days[0])
        ):
            yield from self._dateline(before, days[0], 0.55)  # `J. Harrow, Consular Department, 14.6.61`
        elif at_head and _DASH.match(after) and before.rstrip().endswith((",", " le", " on")) and self._place(before):
            yield from self._dateline(before, days[0], 0.7)
        elif at_head and days[0].start == 0 and part.kind == "heading" and self._cues.is_told_after(after):
            yield Finding("published", days[0].edtf, "text (publication line)", 0.8)  # `7 Aug 2019 Posted in …`
        elif at_head and days[0].start == 0 and _OPENS.match(after) and part.kind == "heading":
            yield Finding("published", days[0].edtf, "text (dateline)", 0.7)
        elif at_head and (self._occasions.opens(text) or self._occasions.is_held(before)):
            yield Finding("published", days[0].edtf, OCCASION, 0.71)
        elif at_head and part.kind == "heading" and self._mastheads.ends_with_day(text, days[0]):
            yield Finding("published", days[0].edtf, OCCASION, 0.6)

    def _dropped(self, text: str, language: Known | None) -> Iterator[Finding]:
        text = self._mastheads.without_number(text)
        found = self._days.find(text, language)
        days = self._cues.sift(text, found)
        if cued := self._cues.read(text, found):
            yield from (one for one in cued if one.found != SIGNED)
        elif not found and len(text.split()) <= _MASTHEAD_WORDS:
            yield from self._occasions.of_its_time(text, language, said=self._occasions.names_issue_or_meeting(text))
        elif len({day.edtf for day in days}) == 1:
            words, issue = len(text.split()), self._mastheads.names_issue(text)
            weekday = self._mastheads.has_weekday(text[days[0].start : days[0].end])
            if (
                issue
                or self._occasions.opens(text)
                or (words <= _MASTHEAD_WORDS and (weekday or self._occasions.names_issue_or_meeting(text)))
            ):
                yield Finding("published", days[0].edtf, "masthead", 0.68)
            elif words <= HEAD_WORDS:
                yield Finding("published", days[0].edtf, "running head", 0.58)

    def _dateline(self, before: str, day: Day, confidence: float) -> Iterator[Finding]:
        place = self._place(before)
        yield Finding("published", day.edtf, "text (dateline)", round(confidence + (0.05 if place else 0.0), 4))
        if place:
            yield Finding("place", place, "text (dateline)", 0.8)

    def _place(self, before: str) -> str | None:
        return self._places.before_day(before)

    def _row(self, text: str, language: Known | None, *, first: bool) -> Iterator[Finding]:
        """A row of the head with a cell that is nothing but a day: `THE HARBOURIST | MARCH 5th 1994 | 47`.

        Below the first line it has three cells or the hour (`BERGEN | Thu Feb 13, 2014 5:07pm`): two are a table's.
        """
        found: list[Day] = []
        for cell in map(str.strip, text.split("|")):
            for day in self._days.find(cell, language):
                timed = bool(_HOUR.match(cell[day.end :]))
                whole = day.end == len(cell) and (first or text.count("|") >= _CELLS)
                if day.start == 0 and (timed or whole):
                    found.append(day)
        if len(found) == 1:
            yield Finding("published", found[0].edtf, "masthead", 0.68)
