"""The marks of notes that a file has as raised figures: no part of the sentence that they stand in."""

import re

from pipeline.alignment import Edit
from pipeline.ingest.raised import FIGURES, LOWERED, calls_note

_NUMBER = rf"⁽?[{FIGURES}]{{1,3}}⁾?"
_MARKS = re.compile(rf"(?<=[\w»”’\"')\].,;:!?…%*]){_NUMBER}(?:[,⁾⁻–-]\s?{_NUMBER}){{0,4}}(?![\w⁺⁻])")
_FIRST = re.compile(f"[⁽{FIGURES}]")
_BEFORE = 24  # characters that tell a unit, a formula or a year


def find_note_marks(text: str) -> list[Edit]:
    """The edits that take out the marks, sorted.

    >>> [(e.start, e.end) for e in find_note_marks("Fitch¹ a vu 30 km² en 2015³, soit 10⁶ m²; l'ONU².⁴")]
    [(5, 6), (26, 27), (47, 48), (49, 50)]
    """
    if not _FIRST.search(text):
        return []
    return [
        Edit(mark.start(), mark.end(), "", "note mark removed")
        for mark in _MARKS.finditer(text)
        if calls_note(text[max(0, mark.start() - _BEFORE) : mark.start()], mark[0].translate(LOWERED))
    ]
