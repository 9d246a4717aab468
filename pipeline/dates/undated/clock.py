"""Clock times: `14 h 30`, `half past nine`, `8 heures du soir`, `from 9 to 5 pm`."""

import re

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import Found, of_match, replace
from pipeline.dates.rules.matching import Rule

_FIGURES = re.compile(r"\d{1,2}(?:[:.]\d\d){0,2}")
_AFTERNOON = 12  # the hour from which a clock count goes on after noon


def _time(match: re.Match[str], tokens: Tokens, hour: int, minute: int, seconds: str = "") -> Found | None:
    """A clock time; words after it such as `pm`, `du soir` say which half of the day is meant."""
    groups = match.groupdict()
    if groups.get("P"):
        minute += tokens.entries[match.start("P")].number
        hour, minute = hour + minute // 60, minute % 60
    if groups.get("I"):
        add = tokens.entries[match.start("I")].number
        hour = hour % 12 + add if hour <= 12 else hour
    if groups.get("T"):
        hour = _in_part(hour, tokens.entries[match.start("T")].text)
    if not 0 <= hour <= 24 or minute > 59:
        return None
    return of_match(match, tokens, 0.85, type="TIME", timex=f"T{hour:02d}:{minute:02d}{seconds}")


def _in_part(hour: int, part: str) -> int:
    """`8 heures du soir` is 20, `11 at night` 23, `2 at night` 2."""
    late = part in ("AF", "EV") or (part == "NI" and hour >= 6)
    return hour + 12 if late and hour < _AFTERNOON else hour


def _clock(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`14:30`, `3.30 pm`, `at noon`, `midi et demi`."""
    if said := tokens.entries[match.start("N")].text:
        spoken = tokens.kind(match.start() - 1) in "tpbmnlBf" or match.start() == 0 or tokens.kind(match.end()) == ","
        if not (spoken and tokens.text[tokens.starts[match.start("N")]].islower()):
            return None
        return _time(match, tokens, int(said[1:3]), int(said[4:]))
    if not _FIGURES.fullmatch(tokens.word(match.start("N"))) or tokens.word(match.start() - 1) in lexicon.scriptures:
        return None
    word = re.split(r"[:.]", tokens.word(match.start("N")))
    seconds = f":{word[2]}" if len(word) > 2 and len(word[2]) == 2 else ""
    return _time(match, tokens, int(word[0]), int(word[1]) if len(word) > 1 else 0, seconds)


def _hour(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`14 h 30`, `à 15 heures`, `neuf heures moins le quart`, `5 o'clock`."""
    unit = tokens.entries[match.start("U")]
    clock = unit.kind == CLASSES["oclock"]
    if not clock and (unit.text != "Th" or not _is_clock(match, tokens, lexicon)):
        return None
    minute = tokens.entries[match.start("Z")].number if match.groupdict().get("Z") else 0
    return _time(match, tokens, tokens.entries[match.start("N")].number, minute)


def _is_clock(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether a number of hours says when, not how long."""
    before, word = tokens.kind(match.start() - 1), tokens.word(match.start() - 1)
    if match["T"] or match["I"]:
        return True
    if word in lexicon.lasting or (before == "o" and tokens.word(match.start() - 2) in lexicon.lasting):
        return False
    if word in lexicon.future_in and match["Z"]:
        return False  # dans 2 h 30
    if tokens.ends[match.start("U")] - tokens.starts[match.start("U")] == 1:
        return lexicon.hours_of_clock or match["Z"] is not None
    if not lexicon.hours_of_clock or tokens.kind(match.end()) == "o":
        return False  # à 3 heures de route
    if match["P"] and before in "tmbBe":
        return True
    return _opened(match, tokens, lexicon)


def _opened(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> bool:
    """Whether what stands before full hours makes them a clock time: `à 15 heures`, `de 9 heures à 17 heures`."""
    before, word_before = tokens.kind(match.start() - 1), tokens.word(match.start() - 1)
    if before == "t":
        return tokens.kind(match.start() - 2) not in "DSZ" or tokens.entries[match.start("N")].number > _AFTERNOON
    if before == "m":
        return (
            tokens.entries[match.start() - 1].text == "APPROX" and tokens.word(match.start() - 1) not in lexicon.lasting
        )
    if before == "b" and word_before in lexicon.past_bounds and tokens.kind(match.start("N")) == CLASSES["spelled"]:
        return False  # depuis trois heures
    if before == ",":  # jeudi 18 février 2021, 21 heures
        return tokens.kind(match.start() - 2) in "YMWQn" and tokens.kind(match.end()) != CLASSES["later"]
    if before in "bB" or tokens.word(match.start() - 1) in lexicon.hour_words:
        return tokens.word(match.start() - 1) not in lexicon.future_in
    if before == "e":
        return re.search("B[DS]U[DZ]?e$", tokens.kinds[max(match.start() - 5, 0) : match.start()]) is not None
    return before == "o" and re.match("t(I|[DSZ]U)", tokens.kinds[match.end() : match.end() + 3]) is not None


def _fraction(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`half past nine`, `a quarter to five`; not `the Empty Quarter after two cyclones`."""
    if match.start() and tokens.kind(match.start() - 1) == "z" and tokens.text[tokens.starts[match.start()]].isupper():
        return None
    hour, minutes = tokens.entries[match.start("N")].number, tokens.entries[match.start("F")].number
    opened = tokens.kind(match.start() - 1) in "pbmBt" or minutes in (15, 30, -15)
    if not 1 <= hour <= 12 or not opened:
        return None
    return _time(match, tokens, hour - (minutes < 0), minutes % 60)


def _military(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`at 1700 hours`, `0900 hrs`."""
    word, start = tokens.word(match.start("N")), match.start()
    if len(word) != 4 or not word.isdigit() or tokens.entries[match.start("U")].text != "Th":
        return None
    opened = tokens.kind(start - 1) in "pbBftm" and tokens.word(start - 1) not in lexicon.lasting
    return _time(match, tokens, int(word[:2]), int(word[2:])) if opened else None


def _spoken(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`at 8 in the evening`."""
    hour = tokens.entries[match.start("N")].number
    return _time(match, tokens, hour, 0) if tokens.kind(match.start() - 1) in "ptm" and hour <= 12 else None


def _hour_of_range(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """The 9 of `from 9 to 5 pm`, `de 9 à 17 heures`, and both numbers of `from 9 to 5 every day`."""
    opened = tokens.kind(match.start() - 1) in "foB" or tokens.kinds[max(match.start() - 3, 0) : match.start()] in (
        "fDt",
        "oDt",
    )
    hour = tokens.entries[match.start("N")].number
    marked = match.groupdict().get("I") is not None and tokens.kind(match.start() - 1) not in "$DNZ/-."
    if not (opened or marked) or hour > 24:
        return None
    if match.groupdict().get("U"):
        last = tokens.entries[match.start("M")].number
        if not lexicon.hours_of_clock or tokens.entries[match.start("U")].text != "Th" or last <= _AFTERNOON:
            return None
    closes = tokens.kind(match.start() - 1) == "t" and hour < tokens.entries[match.start() - 2].number
    late = closes or _same_half(match, tokens, hour)
    found = _time(match, tokens, hour + 12 if late and hour < _AFTERNOON else hour, 0)
    return replace(found, end=tokens.ends[match.start("N")]) if found else None


def _same_half(match: re.Match[str], tokens: Tokens, hour: int) -> bool:
    """Whether the `pm` of the second hour holds for the first too: `from 3 to 5 pm`, not `from 9 to 5 pm`."""
    if not match.groupdict().get("I"):
        return False
    last = tokens.entries[match.start("L")].number
    return hour < last < _AFTERNOON and tokens.entries[match.start("I")].number == _AFTERNOON


def _dotted_hour(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """Both hours of `every Wednesday from 16.00 to 19.00`: two figures of minutes, a day before them."""
    hour, minute = tokens.word(match.start("N")).partition(".")[::2]
    other = tokens.word(match.start("O")).partition(".")[2]
    if not (hour.isdigit() and len(minute) == len(other) == 2 and (minute + other).isdigit()):
        return None
    found = _time(match, tokens, int(hour), int(minute))
    span = match.start("N")
    return replace(found, start=tokens.starts[span], end=tokens.ends[span]) if found else None


def _hour_alone(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """The 5 of `tomorrow at 5`."""
    hour, before = tokens.entries[match.start("N")].number, match.start() - 1
    said = tokens.word(before) in lexicon.hour_words and tokens.kind(before) == "p" and tokens.kind(before - 1) in "nWT"
    return _time(match, tokens, hour, 0) if said and hour <= _AFTERNOON else None


def _named_hour(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`twelve noon`, `12 midnight`."""
    said = tokens.entries[match.start("N")].text
    named = said and tokens.entries[match.start("H")].number == _AFTERNOON
    return of_match(match, tokens, 0.85, type="TIME", timex=said) if named else None


_H = "(?P<N>cardinal|twodigit|spelled)"
_TAIL = "((of|prep|to) det? (?P<T>daypart))?"
_HABIT = "(comma? (every|often|weekdays|deictic|weekday|(prep|from) (weekday|weekdays)))"
CLOCK: tuple[Rule[Found], ...] = (
    (
        "DSZ",
        f"{_H} (?P<U>unit) (?P<Z>cardinal|twodigit|spelled)? (?P<P>plus)? (?P<I>meridiem)? {_TAIL} (?!unit)",
        _hour,
    ),
    ("DSZ", f"{_H} (?P<U>oclock) (?P<I>meridiem)? {_TAIL}", _hour),
    ("DINS", "(?P<N>clock|cardinal|count) (?P<I>meridiem)", _clock),
    ("I", f"(?P<N>clock) (?P<P>plus)? {_TAIL}", _clock),
    ("1", f"(?P<F>fraction) {_H} oclock? (?P<I>meridiem)? {_TAIL}", _fraction),
    ("YN", "(?P<N>year|count) (?P<U>unit)", _military),
    ("DS", f"{_H} (of|prep) det? (?P<T>daypart)", _spoken),
    ("D", "(?P<N>cardinal)(?=(to|bound|dash|and) (?P<L>cardinal) (?P<I>meridiem))", _hour_of_range),
    ("D", "(?P<N>cardinal)(?=to (?P<M>cardinal) (?P<U>unit))", _hour_of_range),
    ("D", f"(?P<N>cardinal)(?=(to cardinal)? {_HABIT})", _hour_of_range),
    ("N", "(?<=(weekday|weekdays)) (?P<N>count)(?=(dash|to) (?P<O>count))", _dotted_hour),
    ("N", "(?<=(weekday|weekdays) (from|of|comma)) (?P<N>count)(?=(dash|to) (?P<O>count))", _dotted_hour),
    ("N", "(?<=(weekday|weekdays) (?P<O>count) (dash|to)) (?P<N>count)", _dotted_hour),
    ("N", "(?<=(weekday|weekdays) (from|of|comma) (?P<O>count) (dash|to)) (?P<N>count)", _dotted_hour),
    ("D", "(?P<N>cardinal)(?=stop|sign|comma|close|$)", _hour_alone),
    ("DS", "(?P<H>cardinal|spelled) (?P<N>clock)", _named_hour),
)
