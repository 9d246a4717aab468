"""Papers of an occasion: of a meeting, a speech, a briefing, whose day is theirs; and issues of a time."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.ingest.days import Days
from pipeline.ingest.lexicon import Known
from pipeline.ingest.metadata.date_cues import DateCues
from pipeline.ingest.metadata.mastheads import HEAD_WORDS, Mastheads
from pipeline.ingest.metadata.parts import LINE, Part, is_body
from pipeline.ingest.metadata.places import Places
from pipeline.ingest.metadata.wording import plain, plain_cues
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources

MEETING = "text (days of a meeting)"
"""Where a time was found that is that of a meeting or an issue, not of a day."""
OCCASION = "text (day of the occasion)"
"""Where a day was found that is that of what the heading names."""
BRACKETS = "text (day in brackets)"
"""Where a day was found with which a heading ends: that of the text, or of what it tells."""
VISIT = "text (days of the visit)"
"""Where the last day of a visit or a meeting was found, which a communiqué names in its first sentences."""
_BRACKET_END = re.compile(r"\s*[)\]]\s*[.»]?\s*\Z")
_YEAR = re.compile(r"(?<![\w./-])(?:1[5-9]|20)\d\d(?![\w-])(?!/\d{3})")
_SENTENCES = 700  # characters of a communiqué that say when the visit was
_LONGEST = timedelta(days=31)  # the longest
_YEAR_WORDS = 9  # of a line that has the number of an issue and its year


class Occasions:
    """Knows the lines that name an occasion and its time."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.metadata for lexicon in resources.lexicons.values()]
        self._days = resources.tool(Days)
        self._cues = resources.tool(DateCues)
        self._places = resources.tool(Places)
        self._mastheads = resources.tool(Mastheads)
        joint = "|".join(re.escape(cue) for cue in plain_cues(cue for w in words for cue in w.types["joint statement"]))
        named = "|".join(re.escape(cue) for cue in plain_cues(cue for w in words for cue in w.occasion))
        # `The speech made by …`, `Deuxième séance du`, `3504th meeting`
        self._opens = re.compile(rf"(?:\A\W*|[-:]\s)(?:[\w-]{{1,16}}[\s']){{0,3}}(?:{named})\b")
        self._we = tuple(f"{cue}," for w in words for cue in w.we)
        self._joint = re.compile(rf"\b(?:{joint})\b")
        self._names = re.compile(rf"\b(?:{named})\b")
        self._held = tuple(f" {cue}" for cue in plain_cues(cue for w in words for cue in w.held))
        self._treaties = plain_cues(phrase for w in words for phrase in w.types["treaty"])

    def opens(self, text: str) -> bool:
        """Whether a line begins with an occasion: `Point de presse du 10 juin`, `NATO: Remarks by …`."""
        return bool(self._opens.search(plain(text)))

    def visit(self, parts: Sequence[Part], language: Known | None) -> Iterator[Finding]:
        """The last of the days of the visit or the meeting that a communiqué or declaration names first.

        Joint ones say so; others are in the name of those who met: `We, the Ministers …, meeting in Oslo on 3 May`.
        """
        joint = any(self._joint.search(plain(part.text[:LINE])) for part in parts)
        for part in parts:
            text = part.text[:_SENTENCES]
            if not (joint or plain(text).startswith(self._we)):
                continue
            span = self._days.span(text, language)
            named = [*self._days.find(text, language), *([span] if span else [])]
            days = [date.fromisoformat(day.edtf) for day in named if len(day.edtf) == len("2010-11-25")]
            if is_body(part) and days:
                if max(days) - min(days) <= _LONGEST:
                    yield Finding("published", max(days).isoformat(), VISIT, 0.58)
                return

    def is_held(self, before: str) -> bool:
        """`14th session of the committee, held in Bergen on`."""
        lower = f" {plain(before)}"
        return any(cue in lower for cue in self._held)

    def names_issue_or_meeting(self, text: str) -> bool:
        """Whether a line says that what follows is of the time that it names."""
        if self.is_held(text) or self._mastheads.names_issue(text):
            return True
        named = self._names if len(text.split()) <= HEAD_WORDS else self._opens  # `Second meeting, Ottawa, 17-18 March`
        return bool(named.search(plain(text)))

    def of_the_day(self, text: str, language: Known | None, *, occasion: bool) -> Iterator[Finding]:
        """A line of the head that ends with a day apart from its phrase: `Opening - 12 March 2023`, `Talks (Oslo, …)`.

        It is the day of the document where the line or the head (`occasion`) names an occasion, or where a place
        stands in brackets with it.
        """
        days = self._cues.sift(text, self._days.find(text, language))
        if not days or plain(text).startswith(self._treaties):
            return
        day = days[-1]
        apart, place = self._places.parted(text[: day.start])
        if day.end < len(text.rstrip(" .)]»")) or not apart or not (len(days) == 1 or place):
            return
        bracketed = bool(_BRACKET_END.match(text, day.end)) and day.start > 0
        if occasion or self._names.search(plain(text)) or (bracketed and (place or text[day.end] == "]")):
            yield Finding("published", day.edtf, OCCASION, 0.72 if place else 0.7)
            if place:
                yield Finding("place", place, "text (dateline)", 0.7)
        elif bracketed:  # `The ambassador meets the press (27 May 2017)`
            yield Finding("published", day.edtf, BRACKETS, 0.6)
        elif self._places.has_body(text[: day.start]):  # `Africa Department – April 2011`
            yield Finding("published", day.edtf, "text (dateline)", 0.66)

    def of_its_time(self, text: str, language: Known | None, *, said: bool) -> Iterator[Finding]:
        """`Nairobi, 9-11 March 2005`, `No. 8, April-May 2003`: a paper of a meeting is of its last day.

        `said`: whether the line says that it is of a meeting or an issue; else it has to be nothing but its days.
        """
        span = self._days.span(text, language)
        if span is None:
            if said and self._mastheads.names_issue(text):
                yield from self._of_its_year(text)
            return
        if said or (span.end - span.start >= 0.7 * len(text) and _is_issue(span.edtf)):
            yield Finding("published", span.edtf, MEETING, 0.7)
            place = self._places.before_day(re.split(r"\d", text, maxsplit=1)[0])
            if place:
                yield Finding("place", place, MEETING, 0.7)

    def _of_its_year(self, text: str) -> Iterator[Finding]:
        """`Bulletin No. 12, 2011`: the one year that the line of an issue names."""
        years = set(_YEAR.findall(text))
        if len(years) == 1 and len(text.split()) <= _YEAR_WORDS:
            yield Finding("published", years.pop(), "masthead", 0.5)


def _is_issue(span: str) -> bool:
    """Whether a span that stands alone is that of an issue: one time, or two months; what is longer is what it covers.

    >>> _is_issue("2009-03/2009-04"), _is_issue("2011-21"), _is_issue("2009-01/2009-03")
    (True, True, False)
    """
    first, _, last = span.partition("/")
    return not last or (first[:4] == last[:4] and int(last[5:7]) - int(first[5:7]) == 1)
