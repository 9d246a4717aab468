"""The dates of EDS-NLP, a French library for clinical texts: rules over calendar expressions."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from pipeline.evaluate.baselines.finds import Day


class EdsNlp:
    """EDS-NLP with its own tokenizer, sentences, normalizer and dates, as its documentation shows them."""

    def __init__(self) -> None:
        import edsnlp

        self._nlp = edsnlp.blank("eds")
        for pipe in ("eds.sentences", "eds.normalizer", "eds.dates"):
            self._nlp.add_pipe(pipe)

    def finds(self, text: str, published: str | None) -> Iterator[Day]:
        """The dates; relative ones are resolved against the publication date, where the gold knows it."""
        anchor = date.fromisoformat(published) if published and len(published) == len("2014-03-24") else None
        for span in self._nlp(text).spans["dates"]:
            yield Day(span.start_char, span.end_char, _edtf(span._.date, anchor))


def _edtf(value: Any, anchor: date | None) -> str | None:
    if value.mode.value == "relative":
        past = -1 if value.direction.value == "past" else 1
        days = 365 * (value.year or 0) + 30 * (value.month or 0) + 7 * (value.week or 0) + (value.day or 0)
        if anchor is None:
            return None
        day = (anchor + past * timedelta(days)).isoformat()
        return day[:4] if value.year else day[:7] if value.month else day
    year = value.year or (anchor.year if anchor else None)
    if year is None:
        return None
    parts = [f"{year:04}", *(f"{part:02}" for part in (value.month, value.day) if part)]
    return "-".join(parts)
