"""Days in the first paragraph of a text, in its closing clause and in the stamps of telegrams."""

import re
from collections.abc import Iterator, Sequence

from pipeline.ingest.days import Day, Days
from pipeline.ingest.lexicon import Known
from pipeline.ingest.metadata.date_cues import DATED, DateCues
from pipeline.ingest.metadata.parts import Part, is_body
from pipeline.ingest.metadata.places import NAME, Places
from pipeline.ingest.metadata.wording import longest_first, plain, plain_cues
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources

_SHORT = 60  # characters of a line that is no paragraph
_CLAUSE = 300  # characters of a closing clause that are read
_DEED = 160  # characters within which the first paragraph of an act names its meeting
_DATE_ALONE = 40  # characters of a heading that may be nothing but a date
_NUMBERED = re.compile(r"(?:[^\W\d_]+\s){1,3}\d{1,5}[^\W\d_]{0,4}\s")  # `At the 6671st meeting`, `À sa 12e séance`
_COLOPHON = 200  # characters at the end of a block
_SENTENCES = re.compile(r"(?<=[.!?»”)])\s*(?=[^\W\d_a-zà-ÿ])|(?<=[.!?»”)])\s+")
_NAME = re.compile(NAME)
_PRESS = re.compile(
    r"(?:,?\s\d{1,2}\s?[h:.]\s?\d\d)?[.,]?\s*(?:\([^)]{1,30}\)|/[^/]{1,30}/)?[.,]?\s*(?:[-–—]{1,2}|:)\s"
)  # `… 2014 /PRNewswire/ -- `
_BRACKET = re.compile(r"[(\[]([^()\[\]]{6,60})[)\]]\s")  # `(Paris, 7 juillet 2011) – `, `(No. 12 - May 3, 2012)`
_SAYING = 4  # letters of the words with a small letter that a bracket with a dateline has not: `(see the note of …)`
_OPENING_DAY = 40  # characters before the day on which the first sentence of minutes begins
_SENTENCE = 240  # characters within which that sentence says that they met
_BY_AGENCY = re.compile(r"\([A-Z][A-Za-z]{1,9}\)\s*[-–—]*")  # `ABIDJAN (AFP) - 13/02/2014 17h07 - `
_AGENCY = re.compile(r",[^.()]{3,30}\([A-Z][A-Za-z]{1,9}\)\s*[-–—]{1,2}\s")
_DAY_FIRST = re.compile(r"\d{1,2}\D{1,12}\d{2,4}|\d{4}-\d\d")
STAMP = re.compile(r"(?<!\d)(\d{2})\d{4}\s?(?:Z|GMT|UTC)\s([A-Z]{3,4})\.?\s((?:19|20)?\d\d)\b")  # `121654 GMT OCT 74`
"""When a telegram was sent: `121654 GMT OCT 74`."""


class Openings:
    """Reads the paragraphs that say when and where a text was made."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.metadata for lexicon in resources.lexicons.values()]
        self._days = resources.tool(Days)
        self._cues = resources.tool(DateCues)
        self._places = resources.tool(Places)
        years = "|".join(longest_first(cue for w in words for cue in w.of_the_year))
        self._year = re.compile(rf",?\s(?:{years})\s", re.I)
        self._held = plain_cues(cue for w in words for cue in w.held)
        self._met = re.compile(rf"\b(?:{'|'.join(plain_cues(cue for w in words for cue in w.met))})\b")
        self._today = re.compile(rf"\b(?:{'|'.join(plain_cues(cue for w in words for cue in w.today))})[\s,(]*\Z")
        self._sources = plain_cues(cue for w in words for cue in w.sources)
        self._between = frozenset(cue for w in words for cue in (*w.place_date, *w.weekdays))

    def closing(self, text: str, language: Known | None) -> Iterator[Finding]:
        """The last clause of a treaty or a declaration."""
        whole = self._places.closing(text)
        clause = self._year.sub(", ", whole[:_CLAUSE])
        days = self._days.find(clause, language) if clause else []
        if len({day.edtf for day in days}) == 1:
            place = self._places.of_closing(clause[: days[0].start], clause[days[0].end :])
            if len(whole) > _CLAUSE and not place:
                return  # a story that begins with `Signed on 3 May by …`
            yield Finding("published", days[0].edtf, "text (closing clause)", 0.85 if place else 0.8)
            if place:
                yield Finding("place", place, "text (closing clause)", 0.8)

    def last_words(self, text: str, language: Known | None) -> Iterator[Finding]:
        """The end of a colophon or of a source: `… Printed in Oslo. June 2013.`, `… Source: the Bar, 3 May 2007`."""
        words = _SENTENCES.split(text[-_COLOPHON:])[-1]
        if len(words) == len(text):
            return
        for day in self._days.find(words, language)[-1:]:
            ends = day.end >= len(words.rstrip(" .)"))
            if ends and (day.start <= 1 or plain(words).startswith(self._sources)):
                yield Finding("published", day.edtf, "text (last words)", 0.6)

    def stamp(self, stamp: re.Match[str]) -> Iterator[Finding]:
        """When a telegram or an agency's story was sent, with a year in two figures: of the last century from 40 on."""
        day, month, year = stamp.groups()
        century = "" if len(year) == 4 else "19" if int(year) >= 40 else "20"
        for found in self._days.find(f"{int(day)} {month.title()} {century}{year}", None)[:1]:
            yield Finding("published", found.edtf, "text (time stamp)", 0.78)

    def first_paragraph(
        self, parts: Sequence[Part], head: int, language: Known | None, *, occasion: bool
    ) -> Iterator[Finding]:
        """The beginning of the first paragraph, in the style of agencies, of acts or of minutes.

        Agencies: `GENEVA, 12 May 2015 – The Council …`, `(Paris, 7 juillet 2011) – …`; acts that name their meeting:
        `At the 6671st meeting of the Council, held on …`; minutes, where the head names an `occasion` or there is no
        head: `Le vingt février deux mille dix, le conseil s'est réuni …`.
        """
        long = [part for part in parts[: head + 1] if part.kind == "paragraph" and len(part.text) > _SHORT]
        first = next((part.text for part in long if is_body(part)), long[0].text if long else "")
        yield from self._day_first(parts, first, language)
        if bracket := _BRACKET.match(first):
            yield from self._bracket(bracket[1], language)
        day = next(iter(self._days.find(first[:_DEED], language)), None)
        if day:
            yield from self._meeting(first, day, occasion=occasion)
        yield from self._agency(first, day)

    def _day_first(self, parts: Sequence[Part], first: str, language: Known | None) -> Iterator[Finding]:
        """`12 May 2015 – The Council …`, where no other part begins so."""
        opened = [part.text for part in parts if _DAY_FIRST.match(part.text)]
        if opened != [first]:
            return
        for day in self._days.find(first[:_DATE_ALONE], language)[:1]:
            if day.start == 0 and _PRESS.match(first[day.end :]):
                yield Finding("published", day.edtf, "text (dateline)", 0.72)

    def _meeting(self, first: str, day: Day, *, occasion: bool) -> Iterator[Finding]:
        """The day of what is minuted, done in a meeting or told as that day's news (`met this Friday, 3 May 2014`)."""
        before = plain(first[: day.start])
        yield from (one for one in self._cues.read(first[:_DEED], [day], sentence=True) if one.found == DATED)
        if before.rstrip().endswith(self._held) and _NUMBERED.match(first):
            yield Finding("published", day.edtf, "text (day of the meeting)", 0.74)
        if self._today.search(before):
            yield Finding("published", day.edtf, "text (day of the news)", 0.7)
        if occasion and day.start <= _OPENING_DAY and self._met.search(plain(first[day.end : _SENTENCE])):
            yield Finding("published", day.edtf, "text (day of the meeting)", 0.72)

    def _bracket(self, text: str, language: Known | None) -> Iterator[Finding]:
        days = self._days.find(text, language)
        words = re.findall(r"[^\W\d_]+", text[: days[0].start]) if len(days) == 1 else []
        if len(days) == 1 and not any(word[0].islower() and len(word) >= _SAYING for word in words):
            yield Finding("published", days[0].edtf, "text (dateline)", 0.74)
            if place := self._places.before_day(text[: days[0].start]):
                yield Finding("place", place, "text (dateline)", 0.7)

    def _agency(self, first: str, day: Day | None) -> Iterator[Finding]:
        """Place and day before the dash with which the text begins, or the place alone (`OSLO, May 3 (Reuters) – `)."""
        place = _NAME.match(first)
        name = self._places.name(place.group()) if place else None
        if place and day and place.end() <= day.start and _PRESS.match(first[day.end :]):
            between = _BY_AGENCY.sub("", first[place.end() : day.start]).strip(" ,(").lower()
            if not between or between in self._between:
                yield Finding("published", day.edtf, "text (dateline)", 0.8)
                if name:
                    yield Finding("place", name, "text (dateline)", 0.75)
                return
        if place and name and place.group().isupper() and _AGENCY.match(first, place.end()):
            yield Finding("place", name, "text (dateline)", 0.7)
