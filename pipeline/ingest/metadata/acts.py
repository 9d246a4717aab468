"""Acts that are named by their day: `Arrêté du 18 janvier 2006 portant …`, `Commission Decision of 3 May 2004`."""

import re
from collections.abc import Iterator

from pipeline.ingest.days import Days
from pipeline.ingest.lexicon import Known
from pipeline.ingest.metadata.wording import plain, plain_cues
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources

_LINK, _OPENING = 20, 60  # characters of a line in which a link, and the day behind it, stand
_NAME = 60  # characters between the word for an act and its day: who made it, its number


class Acts:
    """Reads the days in the names of acts."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.metadata for lexicon in resources.lexicons.values()]
        self._days = resources.tool(Days)
        acts = "|".join(re.escape(cue) for cue in plain_cues(cue for w in words for cue in w.acts))
        links = "|".join(re.escape(cue) for cue in plain_cues(cue for w in words for cue in w.of_day))
        # `Council Regulation (EC) No 44/2001 of`, `Arrêté royal du`
        self._named = re.compile(rf"\W*(?:[^\W\d_]+ ){{0,2}}(?:{acts})\b[^;:!?]{{0,{_NAME}}}? (?:{links})\Z")
        self._opens = re.compile(rf"\W*(?:{links})\b")
        self._of_day = re.compile(rf"\W*(?:{links})(?: \w+)?")  # `DU VENDREDI`

    def find(self, text: str, language: Known | None) -> Iterator[Finding]:
        """The day of the act that a line names."""
        days = self._days.find(text, language)
        if days and self._named.match(plain(text[: days[0].start]).rstrip()):
            yield Finding("published", days[0].edtf, "text (day of the act)", 0.68)

    def goes_on(self, text: str, language: Known | None) -> bool:
        """Whether a line goes on with the day in the name that the line above begins: `DU 13 FEVRIER 2016`."""
        if not self._opens.match(plain(text[:_LINK])):
            return False  # most lines
        days = self._days.find(text[:_OPENING], language)
        return bool(days) and self._of_day.fullmatch(plain(text[: days[0].start]).rstrip()) is not None
