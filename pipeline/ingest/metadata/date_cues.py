"""What the words before a day say of it: that it is the day of publication, of a change, of something else."""

import re
from collections.abc import Iterator, Sequence

from pipeline.ingest.days import Day
from pipeline.ingest.metadata.wording import plain, plain_cues
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources

_SUREST, _STEP = 0.97, 0.0005  # the lexicon has the surest cue first
DATED = "text (date line)"
"""Where a day was found that stands after the plain word for a date."""
SIGNED = "text (day of signature)"
"""Where a day was found that is the document's own if it is a treaty."""
PUBLISHED, UPDATED = "text (publication line)", "text (update line)"
"""Where a day was found that a cue says to be that of publication, or of the last change."""
_LABEL = 60  # characters of a line that ends with a label: `Security Council      Distr.: General`
_PAGE = re.compile(r"\b[pS]\.\s?\d")
_PLACE = 5  # words between the cue of a signature and its day: `…, signée à Halden le`
_JOURNAL_WORDS = 14  # of the running head of an official journal


class DateCues:
    """Reads the cues of the lexicons beside the days of a line."""

    def __init__(self, resources: IngestResources) -> None:
        lexicons = resources.lexicons.values()
        words = [lexicon.metadata for lexicon in lexicons]
        self._rank = {plain(cue): rank for w in words for rank, cue in enumerate(w.published)}
        self._published = plain_cues(self._rank)
        self._behind = tuple(f"{cue} " for cue in plain_cues(cue for w in words for cue in w.published_behind))
        self._labels = tuple(f" {cue}" for cue in self._rank if " " in cue)
        self._updated = plain_cues(cue for w in words for cue in w.updated)
        self._state = plain_cues(cue for w in words for cue in w.state)
        self._dated = frozenset(plain_cues(cue for w in words for cue in w.dated))
        self._made = plain_cues(cue for w in words for cue in w.made)
        self._papers = plain_cues(cue for w in words for cue in w.dated_papers)
        self._dated_as = tuple(f" {cue}" for cue in plain_cues(cue for w in words for cue in w.dated_as))
        self._other = plain_cues(cue for w in words for cue in w.other_days)
        self._others, self._others_end = frozenset(self._other), tuple(f" {cue}" for cue in self._other)
        self._itself = plain_cues(cue for w in words for cue in w.itself)
        signed = "|".join(map(re.escape, plain_cues(cue for w in words for cue in w.signed)))
        self._signs = re.compile(rf"(?:\A|, )(?:{signed})(?!\w)(?: [^ ]+){{0,{_PLACE}}}\Z|\A(?:{signed})(?!\w)")
        self._told = re.compile(rf", (?:{signed})(?!\w)")
        journals = plain_cues(cue for w in words for cue in w.journals)
        self._journals = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, journals))})(?!\w)")
        joiners = "|".join(plain_cues(word for lexicon in lexicons for word in lexicon.boilerplate.joiners))
        self._between = re.compile(rf"\A[\s,;.|()·•/>*–—-]*(?:(?:{joiners})\s)?")

    def is_told_after(self, after: str) -> bool:
        """Whether a cue of publication stands right behind a day: `7 Aug 2019 Posted in Press releases`."""
        return len(after) <= _LABEL and f"{plain(after).strip()} ".startswith(self._behind)

    def is_label(self, text: str) -> bool:
        """Whether a line is nothing but a cue, such as `Date answered`, as in a list of terms.

        A label speaks of what is below it, whatever it says.
        """
        if len(text) > 2 * _LABEL:
            return False
        label = plain(text).strip(" :*_|")
        if label in self._rank or label in self._updated or label in self._dated or label in self._other:
            return True
        return len(label) <= _LABEL and label.endswith(self._labels)

    def tells_signing(self, text: str) -> bool:
        """Whether a line says where and when something was signed: `Convention on …, signed at Halden on 4 July`."""
        return bool(self._told.search(plain(text)))

    def sift(self, text: str, days: Sequence[Day]) -> list[Day]:
        """The days of a line without those that are said to be of something else: deadlines, next meetings, births."""
        said = self._befores(text, days)
        return [day for day, before, labelled in said if not self._is_other(before, labelled=labelled)]

    def read(self, text: str, days: Sequence[Day], *, sentence: bool = False) -> list[Finding]:
        """What a line says of its days: `Publié le`, `Last updated:`. A line may say both.

        In a sentence of the running text (`the bill tabled on 3 May`) a cue counts only where it begins, unless the
        sentence is about the document itself (`This chronology was compiled on …`).
        """
        if not days:
            return []
        if len(days) == 1 and self._is_journal(text):
            return [Finding("published", days[0].edtf, "text (official journal)", 0.95)]
        first = sentence and not plain(text).startswith(self._itself)
        found = [
            finding
            for day, before, labelled in self._befores(text, days)
            for finding in self._cue(before, day, labelled=labelled, sentence=first)
        ]
        return [*self._beside_update(text, days, found), *found]

    def _beside_update(self, text: str, days: Sequence[Day], found: Sequence[Finding]) -> Iterator[Finding]:
        """The first day of a line that says of another when it was updated: `13.02.2014 à 17h07 - Mis à jour le …`."""
        said = {finding.value for finding in found}
        others = [day for day in days if day.edtf not in said]
        if len(found) == len(others) == 1 and found[0].found == UPDATED and others[0].edtf <= found[0].value:
            yield from (Finding("published", day.edtf, PUBLISHED, 0.91) for day in self.sift(text, others))

    def _befores(self, text: str, days: Sequence[Day]) -> Iterator[tuple[Day, str, bool]]:
        """Each day with the words between it and the day before it, and whether they end with a colon."""
        if not days:
            return  # most lines
        starts = [0, *(day.end for day in days)]
        folded = plain(text)
        for start, day in zip(starts, days, strict=False):
            labelled = text[start : day.start].rstrip().endswith(":")
            before = self._between.sub("", folded[start : day.start], count=1).strip(" :.,*_|")
            yield day, before, labelled

    def _is_other(self, before: str, *, labelled: bool) -> bool:
        """Whether the nearest cue before a day says that it is another's day: the whole label, its beginning or end."""
        if not (
            before in self._others or before.endswith(self._others_end) or (labelled and before.startswith(self._other))
        ):
            return False  # most lines
        said = next(
            (
                cue
                for cue in self._other
                if before == cue or before.endswith(f" {cue}") or (labelled and before.startswith(f"{cue} "))
            ),
            None,
        )
        return said is not None and not any(len(own) > len(said) and _stands(own, before) for own in self._published)

    def _cue(self, before: str, day: Day, *, labelled: bool, sentence: bool) -> Iterator[Finding]:
        if self._is_other(before, labelled=labelled):
            return
        if before.startswith(self._updated):
            yield Finding("published", day.edtf, UPDATED, 0.9)
        elif any(before == cue or before.endswith((f"({cue}", f", {cue}", f"- {cue}")) for cue in self._state):
            yield Finding("published", day.edtf, UPDATED, 0.76)
        elif not sentence and before.endswith(self._updated):
            yield Finding("published", day.edtf, UPDATED, 0.85)
        elif cue := self._published_cue(before, sentence=sentence):
            surest = _SUREST - _STEP * self._rank[cue]
            yield Finding("published", day.edtf, PUBLISHED, round(surest, 4))
        elif before in self._dated or (before.startswith(self._papers) and before.endswith(self._dated_as)):
            yield Finding("published", day.edtf, DATED, 0.8)
        elif any(self._names(cue, before, sentence=sentence) for cue in self._made):
            yield Finding("published", day.edtf, "text (day it was made)", 0.74)
        elif self._signs.search(before):
            yield Finding("published", day.edtf, SIGNED, 0.74)

    def _published_cue(self, before: str, *, sentence: bool) -> str | None:
        if not before.startswith(self._published) and not before.endswith(self._published):
            return None  # most lines
        return next((cue for cue in self._published if _stands(cue, before, first=sentence)), None)

    def _names(self, cue: str, before: str, *, sentence: bool) -> bool:
        """Whether a line begins with a deed (`Adopted by …, on`), has it in two words, or tells it of itself."""
        if before.startswith(cue):
            return len(before) == len(cue) or not before[len(cue)].isalnum()
        return f" {cue} " in f" {before} " and (" " in cue or (not sentence and before.startswith(self._itself)))

    def _is_journal(self, text: str) -> bool:
        """The running head of an official journal: `11.7.2008 EN Official Journal L 184/12`."""
        if len(text.split()) > _JOURNAL_WORDS or _PAGE.search(text):
            return False  # `OJ L 123, 3.5.2001, p. 4`: what is cited
        return bool(self._journals.search(plain(text)))


def _stands(cue: str, before: str, *, first: bool = False) -> bool:
    """Whether a cue begins or (unless it has to be `first`) ends the words before a day, as words of their own."""
    if before.endswith(cue) and (not first or before == cue):
        return len(before) == len(cue) or not before[-len(cue) - 1].isalnum()
    return before.startswith(cue) and not before[len(cue)].isalnum()
