"""Lines that are nothing but a day: heads of the entries of a chronology, or the one day that a head names."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.ingest.days import Day, Days
from pipeline.ingest.lexicon import Known
from pipeline.ingest.metadata.date_cues import DateCues
from pipeline.ingest.metadata.parts import ENTRY, LINE, SENTENCE, Paper, Part
from pipeline.ingest.metadata.places import Places
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources

ONLY_DAY = "text (only day of the head)"
"""Where a day was found that nothing but its place makes that of the document."""
_ALONE = 40  # characters of a heading that may be nothing but a date
_MOSTLY = 0.7  # share of such a line that the date takes
_TOP = 16  # blocks among which a line that is nothing but a day may date the document, below what a page puts first
_GAP = re.compile(r"\s{3,}|\t")  # in a letterhead: `Africa Department            14 September 1982`
# Of a photograph: `La ministre, à Oslo, le 7 février 2022. AFP`.
_CREDIT = re.compile(r",.*\d{4}\.\s(?:© ?)?[A-ZÀ-Þ][A-ZÀ-Þ/ ]{1,30}\Z")
_ENDS = re.compile(r"\s*[,;.:)\]|–—-]")


class LoneDays:
    """Reads the days that stand alone on their lines."""

    def __init__(self, resources: IngestResources) -> None:
        self._days = resources.tool(Days)
        self._cues = resources.tool(DateCues)
        self._places = resources.tool(Places)

    def entries(self, parts: Sequence[Part], language: Known | None) -> frozenset[int]:
        """Headings that are nothing but a date, where several have text below: entries of a chronology or a visit."""
        found = {
            index: day.edtf
            for index, part in enumerate(parts)
            if part.kind in ("heading", "dateline")
            and not part.text.startswith("(")  # `(3 May 2004)`: the day of a question and of its answer
            and (day := self._alone(part.text, language))
        }
        ends = pairwise((*found, len(parts)))
        texts = sum(not all(self._cues.is_label(part.text) for part in parts[one + 1 : after]) for one, after in ends)
        return frozenset(found) if texts > 1 and len(set(found.values())) > 1 else frozenset()

    def find(self, paper: Paper) -> Iterator[Finding]:
        """The one day or month that the lines before the running text name, if it stands apart from their words.

        Where they name none, the one day that has a line for itself below what a page puts first.
        """
        parts = [part for index, part in enumerate(paper.parts) if index < _TOP and index not in paper.entries]
        head = sum(index not in paper.entries for index in range(paper.head))
        top = [part for part in parts[:head] if part.kind in ("heading", "dateline", "paragraph")]
        lines = [cell for part in top for line in part.lines or (part.text,) for cell in _GAP.split(line) if cell]
        lines = [text for text in lines if len(text) <= LINE and not (ENTRY.match(text) or SENTENCE.search(text))]
        lines = [text for text in lines if not _CREDIT.search(text)]
        days = [(text, day) for text in lines for day in self._days.find(text, paper.language)]
        if not days:
            texts = [part.text for part in parts[head:] if part.kind in ("heading", "dateline")]
            days = [(text, day) for text in texts if (day := self._alone(text, paper.language))]
        if len({day.edtf for _, day in days}) == 1 and self._stands_apart(*days[0]):
            yield Finding("published", days[0][1].edtf, ONLY_DAY, 0.5)

    def is_day(self, text: str) -> bool:
        """Whether a short line is nothing but a day: `(3 May 2004)`."""
        return self._alone(text, None) is not None

    def _alone(self, text: str, language: Known | None) -> Day | None:
        """The day that a short line is nothing but."""
        days = self._days.find(text, language) if len(text) <= _ALONE else []
        return days[0] if days and days[0].end - days[0].start >= _MOSTLY * len(text) else None

    def _stands_apart(self, text: str, day: Day) -> bool:
        """Whether a day stands between the ends of a line or its signs, and is not said to be of something else."""
        before, after = text[: day.start], text[day.end :]
        parted = not before or (self._places.parted(before)[0] and not before.rstrip().endswith(":"))
        return parted and (not after or bool(_ENDS.match(after))) and bool(self._cues.sift(text, [day]))
