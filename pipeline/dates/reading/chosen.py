"""The lexicon that each passage of a document is read with: its language, the order of its figures, its last year."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.numeric import parse_numeric
from pipeline.records import AnchorDate, Passage

_AHEAD = 10  # years that a document written today may speak of in two digits
_FIGURES = re.compile(r"\d(?<![\d/.-].)\d?[/-]\d{1,2}[/-]\d{2,4}(?![\d/-])")


def lexicons_of(
    passages: Sequence[Passage], lexicons: Mapping[str, DateLexicon], anchor: AnchorDate | None
) -> list[DateLexicon]:
    """The lexicon of each passage of a document, as its own dates and the day that it is of settle it."""
    return _by_passage(passages, _with_latest(_ordered_figures(passages, lexicons), anchor))


def _with_latest(lexicons: Mapping[str, DateLexicon], anchor: AnchorDate | None) -> Mapping[str, DateLexicon]:
    """The lexicons, two digits standing for a year up to ten years after the anchor."""
    if anchor is None or not anchor.date[:4].isdigit():
        return lexicons
    latest = int(anchor.date[:4]) + _AHEAD
    return {language: replace(lexicon, latest=latest) for language, lexicon in lexicons.items()}


def _by_passage(passages: Sequence[Passage], lexicons: Mapping[str, DateLexicon]) -> list[DateLexicon]:
    """The lexicon of each passage: its language's, else that of the nearest passage of a known one, else French."""
    known = [i for i, passage in enumerate(passages) if passage.language in lexicons]
    chosen: list[DateLexicon] = []
    position = 0
    for i in range(len(passages)):
        while position + 1 < len(known) and abs(known[position + 1] - i) < abs(known[position] - i):
            position += 1
        chosen.append(lexicons[passages[known[position]].language if known else "fr"])
    return chosen


def _ordered_figures(passages: Sequence[Passage], lexicons: Mapping[str, DateLexicon]) -> dict[str, DateLexicon]:
    """The lexicons with the order of day and month that the document's own unambiguous dates show."""
    votes = {"day": 0, "month": 0}
    for passage in passages:
        if passage.text.count("/") + passage.text.count("-") < 2:
            continue
        for match in _FIGURES.finditer(passage.text):
            figures = parse_numeric(match[0], day_first=True)
            if figures and figures.order:
                votes[figures.order] += 1
    if votes["day"] == votes["month"]:
        return dict(lexicons)
    return {
        language: replace(lexicon, day_first=votes["day"] > votes["month"], order_known=True)
        for language, lexicon in lexicons.items()
    }
