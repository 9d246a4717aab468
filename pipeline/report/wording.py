"""Normalised values in words: `2013-23` → automne 2013, `364731.5` → 364 731,5."""

import re
from decimal import Decimal

from pipeline.emit.columns import kind_of, modifier
from pipeline.records import AmountValue, DateValue, FormerName, HeldRole, Mention
from pipeline.report.words import ReportLexicon

_PART = re.compile(r"(?P<year>-?[0-9]{2,4}X{0,2})(?:-(?P<middle>[0-9]{2}))?(?:-(?P<day>[0-9]{2}))?")
_DURATION = re.compile(r"(P)([0-9]{1,9})([YMWD])|(PT)([0-9]{1,9})([HM])")
_FEW_DECIMALS = 3
_EXACT = 25  # digits that Decimal holds without rounding
_NUMBER = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?")


def date_words(edtf: str, lexicon: ReportLexicon) -> str:
    """An EDTF value in words; a form this doesn't know stands as it is.

    Partial dates stay partial: a month never gets a day.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _one(edtf, lexicon)
    if start in ("", ".."):
        return lexicon.open_start.format(end=_one(end, lexicon))
    if end in ("", ".."):
        return lexicon.open_end.format(start=_one(start, lexicon))
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{_day(start[8:], lexicon)}–{_one(end, lexicon)}"
    return lexicon.range.format(start=_one(start, lexicon), end=_one(end, lexicon))


def _one(edtf: str, lexicon: ReportLexicon) -> str:
    found = _PART.fullmatch(edtf)
    if not found:
        return edtf
    year, middle, day = found["year"], found["middle"], found["day"]
    if "X" in year:
        form = lexicon.century if year.endswith("XX") else lexicon.decade
        return form.format(year=year.replace("X", "0")) if middle is None and len(year) == 4 else edtf
    if middle is None:
        return year
    if day is not None:
        number = int(middle)
        month = lexicon.months[number - 1] if 1 <= number <= 12 else ""
        return lexicon.day.format(day=_day(day, lexicon), month=month, year=year) if month else edtf
    return _part_of_year(year, int(middle), lexicon) or edtf


def _part_of_year(year: str, number: int, lexicon: ReportLexicon) -> str | None:
    """Months, and the seasons, quarters and halves of EDTF level 2."""
    if 1 <= number <= 12:
        return lexicon.month.format(month=lexicon.months[number - 1], year=year)
    if 21 <= number <= 24:
        return lexicon.season.format(season=lexicon.seasons[number - 21], year=year)
    if 33 <= number <= 36:
        return (lexicon.first_quarter if number == 33 else lexicon.quarter).format(number=number - 32, year=year)
    if 40 <= number <= 41:
        return (lexicon.first_semester if number == 40 else lexicon.semester).format(number=number - 39, year=year)
    return None


def _day(day: str, lexicon: ReportLexicon) -> str:
    return lexicon.first_day if day == "01" else str(int(day))


def number_words(value: str, lexicon: ReportLexicon) -> str:
    """A decimal string as the language writes numbers; four digits stand together."""
    found = _NUMBER.fullmatch(value)
    if not found:
        return value
    sign, whole, fraction = found.groups()
    if len(whole) > 4:
        head = len(whole) % 3 or 3
        groups = [whole[:head], *(whole[i : i + 3] for i in range(head, len(whole), 3))]
        whole = lexicon.group_sign.join(groups)
    return f"{'−' if sign else ''}{whole}{lexicon.decimal_sign + fraction if fraction else ''}"


def short_number_words(value: str, lexicon: ReportLexicon) -> str:
    """A large number in millions and more where that says it all in few digits; others as they are written out."""
    exact = _NUMBER.fullmatch(value) and len(value) <= _EXACT
    number = Decimal(value) if exact else Decimal()
    for zeros, noun in lexicon.scales:
        scaled = number.scaleb(-zeros).normalize()
        if abs(scaled) >= 1 and int(scaled.as_tuple().exponent) >= -_FEW_DECIMALS:
            return f"{number_words(f'{scaled:f}', lexicon)} {lexicon.noun(int(abs(scaled)), noun)}"
    return number_words(value, lexicon)


def amount_words(value: AmountValue, lexicon: ReportLexicon, *, short: bool = False) -> str:
    """An amount in words: `plus de 6 000 000 000 EUR` (in short `plus de 6 milliards EUR`), `about 40 students`."""
    in_words = short_number_words if short else number_words
    words = [lexicon.modifiers.get(value.mod, value.mod)] if value.mod else []
    if value.value is None and (value.low or value.high):
        words.append("–".join(in_words(end, lexicon) if end else "…" for end in (value.low, value.high)))
    elif value.value is not None:
        words.append(in_words(value.value, lexicon))
    words += [value.unit] if value.unit else []
    words += [lexicon.words["per"], lexicon.rates.get(value.per, value.per)] if value.per else []
    return " ".join(words)


def duration_words(timex: str, lexicon: ReportLexicon) -> str:
    """A duration of one unit in words, `3 ans` for `P3Y`; other TIMEX values stand as they are."""
    found = _DURATION.fullmatch(timex)
    if not found:
        return timex
    start, number, unit = (part for part in found.groups() if part)
    return f"{number_words(number, lexicon)} {lexicon.noun(int(number), start + unit)}"


def date_value_words(value: DateValue, lexicon: ReportLexicon) -> str:
    """A date with its modifier and bound in words; a duration, or the TIMEX value, where there is no EDTF."""
    if value.edtf is None:
        return duration_words(value.timex.value, lexicon)
    tags = [value.bound, *(modifier(value.mod) or "").split("/")]
    notes = [lexicon.modifiers.get(tag, tag) for tag in tags if tag]
    text = date_words(value.edtf, lexicon)
    return f"{text} ({', '.join(notes)})" if notes else text


def mention_words(mention: Mention, lexicon: ReportLexicon, *, short: bool = False) -> str:
    """What a mention means, in words; of a name the role stated. `short`: large amounts in millions and more."""
    value = mention.value
    if isinstance(value, DateValue):
        return date_value_words(value, lexicon)
    if isinstance(value, AmountValue):
        return amount_words(value, lexicon, short=short)
    return value.role or ""


def former_words(name: FormerName, lexicon: ReportLexicon) -> str:
    """A former name with the dates between which it was the official one."""
    return f"{name.name} ({_span(name.since, name.until, lexicon)})"


def role_words(held: HeldRole, lexicon: ReportLexicon) -> str:
    """A role with the dates that the documents show it on."""
    return f"{held.role} ({_span(held.first, held.last, lexicon)})" if held.first else held.role


def _span(first: str | None, last: str | None, lexicon: ReportLexicon) -> str:
    """Two dates in words, or one where they are the same or one is not known."""
    known = [date_words(date, lexicon) for date in (first, last) if date]
    return f"{'… – ' if first is None else ''}{' – '.join(dict.fromkeys(known))}"


def style_of(mention: Mention) -> str:
    """What a mention is coloured by: the label of a name, else its kind."""
    kind = kind_of(mention)
    return mention.label if kind == "entity" else kind
