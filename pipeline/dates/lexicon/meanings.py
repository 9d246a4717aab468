"""Every word of a dates lexicon with what it means: its class, a number, a text; signs likewise."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.files import DateWords, NamedDays


class Entry(NamedTuple):
    """What a word means: its class character, a number (month, steps …) and a text (unit, mod, rule …)."""

    kind: str
    number: int = 0
    text: str = ""
    short: bool = False


OTHER, PROPER, SIGN = (Entry(CLASSES[name]) for name in ("other", "proper", "sign"))
A_DAY, A_MONTH, A_YEAR = (Entry(CLASSES["unit"], text=unit) for unit in "DMY")  # one of them: of the *day*, *year*
_SIGNS = {",": "comma", "-": "dash", "/": "slash", "(": "open", "[": "open", ")": "close", "]": "close", ".": "stop"}
SIGNS = {sign: Entry(CLASSES[name]) for sign, name in _SIGNS.items()} | {
    sign: Entry(CLASSES["symbol"]) for sign in "%€$£¥°‰"
}


def entries_of(words: DateWords, named: NamedDays) -> Iterator[tuple[str, Entry]]:
    """Every word of the lexicon with its meaning."""
    for name, listed in (
        ("of", words.of),
        ("from", words.from_),
        ("det", words.determiners),
        ("and", words.conjunctions),
        ("to", [word for word in words.range_words if word not in words.bounds]),
        ("between", words.between),
        ("this", words.demonstratives),
        ("there", words.there),
        ("here", words.here),
        ("ago", words.ago),
        ("every", words.every),
        ("onward", words.onward),
        ("era", words.era),
        ("century", words.centuries),
        ("centurysign", words.century_signs),
        ("millennium", words.millennia),
        ("oclock", words.oclock),
        ("times", words.times),
        ("per", words.per),
        ("alternating", words.alternating),
        ("onein", words.one_in),
        ("prep", words.prepositions),
    ):
        for word in listed:
            yield word, Entry(CLASSES[name], text="future" if word in words.future_in else "")
    for name, numbers in (
        ("month", words.months),
        ("weekday", words.weekdays),
        ("season", words.seasons),
        ("spelled", words.cardinals),
        ("spelledth", words.ordinals),
        ("decade", words.decades),
        ("half", words.halves),
        ("direction", words.directions),
        ("monthward", words.month_words),
        ("sequence", words.sequences),
        ("meridiem", words.meridiems),
        ("weekdays", words.weekdays_plural),
        ("weeksahead", words.weeks_ahead),
        ("plus", words.plus),
        ("fraction", words.clock_fractions),
        ("multiple", words.multiples),
        ("era", dict.fromkeys(words.eras_after, 1)),
    ):
        for word, number in numbers.items():
            yield word, Entry(CLASSES[name], number)
    for name, short in (("month", words.month_abbreviations), ("weekday", words.weekday_abbreviations)):
        for word, number in short.items():
            if word not in words.cardinals:
                yield word, Entry(CLASSES[name], number, short=True)
    for word, unit in words.units_plural.items():
        yield word, Entry(CLASSES["unit"], 1, unit)
    for name, texts in _texts(words, named):
        for word, text in texts.items():
            joins = name == "bound" and word in words.range_words
            yield word, Entry(CLASSES[name], int(joins), text)


def _texts(words: DateWords, named: NamedDays) -> Iterator[tuple[str, Mapping[str, str]]]:
    yield "unit", words.units
    yield "named", words.year_nouns
    yield "modifier", words.modifiers
    yield "bound", words.bounds
    yield "anaphor", words.anaphors
    yield "deictic", words.deictics
    yield "later", words.later
    yield "often", words.frequencies
    yield "some", words.quantities
    yield "holiday", named.days
    yield "clock", words.clock_words
    yield "daypart", words.dayparts
