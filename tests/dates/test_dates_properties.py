"""Dates written in many styles come back as they were; any text keeps spans and order."""

import itertools
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dates import find_dates, load_date_lexicons
from pipeline.records import AnchorDate, DateMention, Language, Passage
from pipeline.toml import load_toml

Months = list[str]
Style = Callable[[date, Months], str]
IntervalStyle = Callable[[date, date, Months], str]


def _name(day: date, months: Months) -> str:
    return months[day.month - 1]


def _first(day: int) -> str:
    return "1er" if day == 1 else str(day)


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

STYLES: dict[Language, tuple[Style, ...]] = {
    "fr": (
        lambda d, m: f"le {_first(d.day)} {_name(d, m)} {d.year}",
        lambda d, m: f"le {_WEEKDAYS['fr'][d.weekday()]} {_first(d.day)} {_name(d, m)} {d.year}",
        lambda d, m: f"le {d.day} {_name(d, m).upper()} {d.year}",
        lambda d, m: f"le {d:%d/%m/%Y}",
        lambda d, m: f"le {d:%d.%m.%Y}",
        lambda d, m: f"({d.isoformat()})",
        lambda d, m: f"en date du {d.day} {_name(d, m)}\n{d.year}",
    ),
    "en": (
        lambda d, m: f"on {d.day} {_name(d, m)} {d.year}",
        lambda d, m: f"on {_name(d, m)} {d.day}, {d.year}",
        lambda d, m: f"on {_WEEKDAYS['en'][d.weekday()]}, {_name(d, m)} {_ordinal(d.day)}, {d.year}",
        lambda d, m: f"on the {_ordinal(d.day)} of {_name(d, m)} {d.year}",
        lambda d, m: f"on {d.day} {_name(d, m).upper()} {d.year}",
        lambda d, m: f"on {d:%d.%m.%Y}",
        lambda d, m: f"({d.isoformat()})",
    ),
}

MONTH_STYLES: dict[Language, tuple[Style, ...]] = {
    "fr": (
        lambda d, m: f"en {_name(d, m)} {d.year}",
        lambda d, m: f"au mois de {_name(d, m)} {d.year}",
        lambda d, m: f"({_name(d, m)} {d.year})",
    ),
    "en": (
        lambda d, m: f"in {_name(d, m)} {d.year}",
        lambda d, m: f"in {_name(d, m)}, {d.year}",
        lambda d, m: f"in the month of {_name(d, m)} {d.year}",
    ),
}


def _shared(first: date, last: date, months: Months) -> str:
    """The beginning without what it shares with the end."""
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day)
    if first.year == last.year:
        return f"{first.day} {_name(first, months)}"
    return f"{first.day} {_name(first, months)} {first.year}"


def _full(day: date, months: Months) -> str:
    return f"{day.day} {_name(day, months)} {day.year}"


INTERVAL_STYLES: dict[Language, tuple[IntervalStyle, ...]] = {
    "fr": (
        lambda a, b, m: f"du {_shared(a, b, m)} au {_full(b, m)}",
        lambda a, b, m: f"du {_full(a, m)} au {_full(b, m)}",
        lambda a, b, m: f"entre le {_shared(a, b, m)} et le {_full(b, m)}",
        lambda a, b, m: f"({_shared(a, b, m)} – {_full(b, m)})",
    ),
    "en": (
        lambda a, b, m: f"from {_shared(a, b, m)} to {_full(b, m)}",
        lambda a, b, m: f"between {_full(a, m)} and {_full(b, m)}",
        lambda a, b, m: f"({_shared(a, b, m)}–{_full(b, m)})",
        lambda a, b, m: f"from {_name(a, m)} {a.day}, {a.year} through {_name(b, m)} {b.day}, {b.year}",
    ),
}

MODELS = Path(__file__).parents[2] / "models"
LEXICONS = load_date_lexicons(MODELS)
ANCHOR = AnchorDate(kind="given", date="2015-06-10")
FRAMES: dict[Language, str] = {
    "fr": "La délégation, reçue {}, a salué ce texte.",
    "en": "The envoys, received {}, left.",
}


def find(text: str, language: Language, anchor: AnchorDate | None = None) -> list[DateMention]:
    passage = Passage(start=7, end=7 + len(text), language=language, text=text)
    return find_dates([passage], LEXICONS, anchor=anchor)


def months(language: Language) -> list[str]:
    """The months in full, in order, as the lexicon has them."""
    table = load_toml(MODELS / "lexicons" / language / "dates.toml", dict)["months"]
    names: dict[int, str] = {}
    for name, number in table.items():
        names.setdefault(number, name)
    return [names[number] if language == "fr" else names[number].capitalize() for number in range(1, 13)]


MONTHS: dict[Language, list[str]] = {"fr": months("fr"), "en": months("en")}
LANGUAGES = st.sampled_from(("fr", "en"))
DAYS = st.dates(min_value=date(1700, 1, 1), max_value=date(2099, 12, 31))


@given(LANGUAGES, DAYS, st.integers(0, 99))
def test_a_day_comes_back(language: Language, day: date, pick: int) -> None:
    style = STYLES[language][pick % len(STYLES[language])]
    text = FRAMES[language].format(style(day, MONTHS[language]))
    assert [mention.value.edtf for mention in find(text, language)] == [day.isoformat()]


@given(LANGUAGES, DAYS, st.integers(0, 99))
def test_a_month_comes_back(language: Language, day: date, pick: int) -> None:
    style = MONTH_STYLES[language][pick % len(MONTH_STYLES[language])]
    text = FRAMES[language].format(style(day, MONTHS[language]))
    assert [mention.value.edtf for mention in find(text, language)] == [f"{day:%Y-%m}"]


@given(LANGUAGES, DAYS, st.integers(1, 400), st.integers(0, 99))
def test_an_interval_comes_back(language: Language, first: date, length: int, pick: int) -> None:
    last = first + timedelta(days=length)
    style = INTERVAL_STYLES[language][pick % len(INTERVAL_STYLES[language])]
    text = FRAMES[language].format(style(first, last, MONTHS[language]))
    assert [mention.value.edtf for mention in find(text, language)] == [f"{first}/{last}"]


@given(LANGUAGES, DAYS, st.sampled_from([" ", "\xa0", "\u202f", "\n", "\t", "  \n "]))
def test_any_white_space_separates(language: Language, day: date, space: str) -> None:
    text = f"{day.day}{space}{MONTHS[language][day.month - 1]}{space}{day.year}"
    assert [(m.text, m.value.edtf) for m in find(text, language)] == [(text, day.isoformat())]


@given(LANGUAGES, st.text(max_size=200) | st.text(alphabet="0123456789 /.-–mayi,e2014()d'", max_size=200))
@settings(max_examples=200)
def test_any_text_keeps_spans_and_order(language: Language, text: str) -> None:
    mentions = find(text, language, ANCHOR)
    assert all(text[m.start - 7 : m.end - 7] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert all(m.value.timex.value and 0 < m.confidence < 1 for m in mentions)
    assert mentions == find(text, language, ANCHOR)
