"""Days of the gold corpus rewritten in other styles, in the sentences they stand in, keep their values."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.dates import find_dates, load_date_lexicons
from pipeline.evaluate.markup import parse
from pipeline.records import Language, Passage
from pipeline.toml import load_toml

ROOT = Path(__file__).parents[2]
LEXICONS = load_date_lexicons(ROOT / "models")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = re.compile(r"(\d{1,2}|1er)(st|nd|rd|th)? \w+ \d{4}|\w+ \d{1,2}, \d{4}")


def _months(language: Language) -> list[str]:
    table = load_toml(ROOT / "models" / "lexicons" / language / "dates.toml", dict)["months"]
    names: dict[int, str] = {}
    for name, number in table.items():
        names.setdefault(number, name)
    return [names[number] if language == "fr" else names[number].capitalize() for number in range(1, 13)]


def _styles(day: date, language: Language) -> list[str]:
    month = _months(language)[day.month - 1]
    if language == "fr":
        return [
            f"{day.day} {month} {day.year}",
            f"{day:%d/%m/%Y}",
            f"{day:%d.%m.%Y}",
            f"{day}",
            f"{day.day}-{month}-{day.year}",
        ]
    return [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day}",
        f"{day.day}-{month[:3]}-{day.year}",
    ]


def _found(text: str, language: Language, start: int) -> str | None:
    """The value of the date that is found at a place of a passage."""
    passage = Passage(start=0, end=len(text), language=language, text=text)
    mentions = find_dates([passage], LEXICONS, anchor=None)
    return next((m.value.edtf for m in mentions if m.start <= start < m.end), None)


def _days(language: Language) -> Iterator[tuple[str, int, int, date]]:
    """Passages of the train and dev documents with a day said in full, its place and its value."""
    for path in sorted((ROOT / "corpus" / "gold" / "annotated" / language).glob("[td][rv]*.gold")):
        gold = parse(path, path.stem)
        for item in gold.dates:
            block = next(
                (b for b in gold.blocks if item.span and b.start <= item.span[0] and item.span[1] <= b.end), None
            )
            if not (block and item.span and item.value and _DAY.fullmatch(item.value) and _PLAIN.fullmatch(item.text)):
                continue
            text = gold.text[block.start : block.end]
            yield text, item.span[0] - block.start, item.span[1] - block.start, date.fromisoformat(item.value)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_day_of_the_corpus_keeps_its_value_in_every_style(language: Language) -> None:
    days = [one for one in _days(language) if _found(one[0], language, one[1]) == one[3].isoformat()]
    assert len(days) >= 50
    wrong = [
        (style, value)
        for text, start, end, day in days
        for style in _styles(day, language)
        if (value := _found(text[:start] + style + text[end:], language, start)) != day.isoformat()
    ]
    assert not wrong
