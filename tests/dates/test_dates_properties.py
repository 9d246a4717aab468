"""Dates written in many styles come back as they were; any text keeps spans and order."""

import itertools
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dates import find_dates, load_date_lexicons
from pipeline.dates.calendar import shift
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
VOCABULARY = sorted(
    {word for lexicon in LEXICONS.values() for word, entry in lexicon.words.items() if entry.kind not in "xz"}
    | {
        "1",
        "3",
        "12",
        "31",
        "45",
        "98",
        "999",
        "2014",
        "00",
        "1st",
        "3e",
        "14:30",
        "10/06",
        "10/06/2015",
        "2012-13",
        "XIXe",
        "V",
        "Q3",
        "T2",
        "W23",
        "3Q",
        "1.5",
    }
)
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


TIME_STYLES: dict[Language, tuple[Callable[[int, int], str], ...]] = {
    "fr": (
        lambda h, m: f"à {h} h {m:02d}",
        lambda h, m: f"à {h}h{m:02d}",
        lambda h, m: f"à {h:02d}:{m:02d}",
        lambda h, m: f"à {h} heures {m:02d}",
        lambda h, m: f"à {h % 12 or 12} h {m:02d} {'du matin' if h < 12 else 'de l’après-midi'}",
    ),
    "en": (
        lambda h, m: f"at {h:02d}:{m:02d}",
        lambda h, m: f"at {h % 12 or 12}.{m:02d} {'a.m.' if h < 12 else 'p.m.'}",
        lambda h, m: f"at {h % 12 or 12}:{m:02d}{'am' if h < 12 else 'pm'}",
        lambda h, m: f"at {h:02d}{m:02d} hours",
    ),
}
_UNITS: dict[str, tuple[str, str]] = {
    "D": ("jours", "days"),
    "W": ("semaines", "weeks"),
    "M": ("mois", "months"),
    "Y": ("ans", "years"),
}
_OF_UNIT = st.sampled_from(sorted(_UNITS))


@given(LANGUAGES, st.integers(1, 23), st.integers(0, 59), st.integers(0, 99))
def test_a_time_comes_back(language: Language, hour: int, minute: int, pick: int) -> None:
    style = TIME_STYLES[language][pick % len(TIME_STYLES[language])]
    if language == "fr" and pick % len(TIME_STYLES[language]) == 4 and hour % 12 == 0:
        hour += 1  # midi is not 12 heures de l’après-midi
    (mention,) = find(FRAMES[language].format(style(hour, minute)), language)
    assert (mention.label, mention.value.timex.value) == ("TIME", f"T{hour:02d}:{minute:02d}")


@given(LANGUAGES, DAYS, st.integers(1, 23), st.integers(0, 59))
def test_a_time_takes_the_day_beside_it(language: Language, day: date, hour: int, minute: int) -> None:
    said, clock = STYLES[language][0](day, MONTHS[language]), TIME_STYLES[language][0](hour, minute)
    found = find(FRAMES[language].format(f"{said} {clock}"), language)
    assert [m.value.timex.value for m in found] == [day.isoformat(), f"{day.isoformat()}T{hour:02d}:{minute:02d}"]


@given(LANGUAGES, st.integers(2, 99), _OF_UNIT)
def test_a_duration_comes_back(language: Language, number: int, unit: str) -> None:
    words = f"pendant {number} {_UNITS[unit][0]}" if language == "fr" else f"for {number} {_UNITS[unit][1]}"
    (mention,) = find(FRAMES[language].format(words), language)
    assert (mention.label, mention.value.timex.value) == ("DURATION", f"P{number}{unit}")


@given(LANGUAGES, st.integers(2, 60), _OF_UNIT, DAYS)
def test_steps_back_from_the_anchor_come_back(language: Language, number: int, unit: str, day: date) -> None:
    words = f"il y a {number} {_UNITS[unit][0]}" if language == "fr" else f"{number} {_UNITS[unit][1]} ago"
    anchor = AnchorDate(kind="given", date=day.isoformat())
    (mention,) = find(FRAMES[language].format(words), language, anchor)
    assert mention.value.edtf == shift(day.isoformat(), -number, unit)


@given(LANGUAGES, st.integers(1900, 2099), st.integers(1, 52))
def test_a_week_comes_back(language: Language, year: int, number: int) -> None:
    words = f"la semaine {number} de {year}" if language == "fr" else f"in week {number} of {year}"
    (mention,) = find(FRAMES[language].format(words), language)
    assert mention.value.timex.value == f"{year}-W{number:02d}"


@given(LANGUAGES, st.integers(1900, 2099), st.integers(1, 4), st.integers(0, 2))
def test_a_quarter_comes_back(language: Language, year: int, number: int, pick: int) -> None:
    ordinal = ("1er", "2e", "3e", "4e")[number - 1], ("first", "second", "third", "fourth")[number - 1]
    styles = {
        "fr": (f"au {ordinal[0]} trimestre {year}", f"au T{number} {year}", f"au {ordinal[0]} trimestre de {year}"),
        "en": (f"in the {ordinal[1]} quarter of {year}", f"in Q{number} {year}", f"in {number}Q {year}"),
    }
    (mention,) = find(FRAMES[language].format(styles[language][pick]), language)
    assert mention.value.edtf == f"{year}-{32 + number}"


@given(LANGUAGES, st.integers(1900, 2099), st.integers(1, 12), st.integers(0, 6), st.integers(1, 4))
def test_an_nth_weekday_comes_back(language: Language, year: int, month: int, weekday: int, nth: int) -> None:
    ordinal = (
        ("premier", "deuxième", "troisième", "quatrième")[nth - 1],
        ("first", "second", "third", "fourth")[nth - 1],
    )
    name, words = MONTHS[language][month - 1], _WEEKDAYS[language][weekday]
    text = (
        f"le {ordinal[0]} {words} de {name} {year}"
        if language == "fr"
        else f"on the {ordinal[1]} {words} of {name} {year}"
    )
    days = [date(year, month, day) for day in range(7 * nth - 6, 7 * nth + 1)]
    wanted = next(day for day in days if day.weekday() == weekday)
    assert [m.value.edtf for m in find(FRAMES[language].format(text), language)] == [wanted.isoformat()]


@given(
    LANGUAGES,
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=10),
    st.sampled_from([None, "2015-06-10", "2015", "0001-01-01"]),
)
@settings(max_examples=300)
def test_any_words_of_the_lexicons_keep_spans_and_order(language: Language, words: list[str], day: str | None) -> None:
    text = " ".join(words)
    mentions = find(text, language, AnchorDate(kind="given", date=day) if day else None)
    assert all(text[m.start - 7 : m.end - 7] == m.text and m.value.timex.value for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


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
