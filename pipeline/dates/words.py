"""The lexicon files of the dates engine as they are written: twin TOML files, one pair a language."""

from typing import Literal

import msgspec

from pipeline.records import Bound, DateMod


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`dates.toml` as written; the comments there say what each table is for."""

    month_first: bool
    attributive_year: bool
    numeric_order: Literal["day", "month"]
    lower_case_months: bool
    spaced_suffixes: list[str]
    ordinal_suffixes: list[str]
    decade_suffixes: list[str]
    range_openers: list[str]
    of: list[str]
    from_: list[str] = msgspec.field(name="from")
    determiners: list[str]
    conjunctions: list[str]
    range_words: list[str]
    between: list[str]
    prepositions: list[str]
    future_in: list[str]
    demonstratives: list[str]
    there: list[str]
    ago: list[str]
    every: list[str]
    onward: list[str]
    identifiers: list[str]
    numbered: list[str]
    era: list[str]
    centuries: list[str]
    century_signs: list[str]
    millennia: list[str]
    eras_after: list[str]
    oclock: list[str]
    hours_of_clock: bool
    times: list[str]
    per: list[str]
    alternating: list[str]
    one_in: list[str]
    lasting: list[str]
    hour_words: list[str]
    ahead: list[str]
    superlatives: list[str]
    habitual_weekdays: bool
    speakers: list[str]
    scriptures: list[str]
    zones: list[str]
    coming: list[str]
    named_after: list[str]
    function_words: list[str]
    day_openers: list[str]
    day_openers_alone: list[str]
    day_followers: list[str]
    counted: list[str]
    counted_exceptions: list[str]
    moved: list[str]
    fixed: list[str]
    given_names: list[str]
    present_auxiliaries: list[str]
    participle_endings: list[str]
    future_words: list[str]
    future_endings: list[str]
    past_words: list[str]
    past_auxiliaries: list[str]
    day_list_openers: list[str]
    running: list[str]
    plurals: list[str]
    past_endings: list[str]
    subordinators: list[str]
    past_bounds: list[str]
    deadlines: list[str]
    abbreviations: list[str]
    ambiguous_months: list[str]
    ambiguous_seasons: list[str]
    season_blockers: list[str]
    months: dict[str, int]
    month_abbreviations: dict[str, int]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    seasons: dict[str, int]
    cardinals: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    dayparts: dict[str, str]
    weekdays_plural: dict[str, int]
    weeks_ahead: dict[str, int]
    plus: dict[str, int]
    clock_fractions: dict[str, int]
    multiples: dict[str, int]
    units: dict[str, str]
    units_plural: dict[str, str]
    year_nouns: dict[str, str]
    quarter_codes: dict[str, str]
    halves: dict[str, int]
    modifiers: dict[str, DateMod]
    bounds: dict[str, Bound]
    directions: dict[str, int]
    month_words: dict[str, int]
    sequences: dict[str, int]
    anaphors: dict[str, str]
    deictics: dict[str, str]
    later: dict[str, str]
    frequencies: dict[str, str]
    quantities: dict[str, str]
    meridiems: dict[str, int]
    clock_words: dict[str, str]


class NamedDays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`calendar.toml`: named days with the rule that gives their day in a year."""

    days: dict[str, str]
