"""The words of one language that the dates engine reads, loaded once and made ready for look-up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.files import DateWords, NamedDays
from pipeline.dates.lexicon.folding import fold
from pipeline.dates.lexicon.lookup import Lookup
from pipeline.dates.lexicon.meanings import SIGNS, Entry, entries_of
from pipeline.dates.lexicon.patterns import Phrases, clauses, options, phrases, suffixes
from pipeline.errors import ConfigError
from pipeline.toml import load_toml

_PIECES = re.compile(r"\d+|[^\W\d_]+'?|[^\w\s]")


@dataclass(frozen=True)
class DateLexicon:
    """One language's words, ready for look-up; all keys folded (lower case, plain apostrophe and hyphen)."""

    words: Mapping[str, Entry]
    short_months: Mapping[str, Entry]  # month abbreviations that are number words too (`27 sept`)
    days: Mapping[str, Entry]  # named days in figures (9/11)
    phrases: Mapping[str, "Phrases"]  # by first word: the rest
    lookup: Lookup
    suffix: re.Pattern[str]
    decade_suffix: re.Pattern[str] | None
    codes: Mapping[str, str]
    identifiers: frozenset[str]
    numbered: frozenset[str]
    counted: frozenset[str]
    function_words: frozenset[str]
    day_openers: frozenset[str]
    day_openers_alone: frozenset[str]
    day_followers: frozenset[str]
    day_list_openers: frozenset[str]
    running: frozenset[str]
    plurals: frozenset[str]
    past_auxiliaries: frozenset[str]
    blockers: frozenset[str]
    abbreviations: frozenset[str]
    ambiguous: frozenset[str]
    range_openers: frozenset[str]
    tenses: re.Pattern[str]  # words of the future in the group of that name, else of the past
    subordinate: re.Pattern[str]  # a comma and a word that opens a clause beside the main one
    relative: re.Pattern[str]  # such a word right before a verb
    present: re.Pattern[str]  # an auxiliary right before a participle that is then no past
    past_bounds: frozenset[str]
    spelled_year_openers: frozenset[str]
    vague_units: frozenset[str]
    prenominal_sequences: frozenset[str]
    deadlines: frozenset[str]
    status_bounds: frozenset[str]
    future_in: frozenset[str]
    ahead: frozenset[str]
    lasting: frozenset[str]
    hour_words: frozenset[str]
    superlatives: frozenset[str]
    habitual_weekdays: bool  # the determiner makes a week day every one: « le samedi »
    speakers: re.Pattern[str]  # who writes and who is written to
    opening: re.Pattern[str]  # words of notices that tell when something is open
    not_decades: frozenset[str]
    makes: frozenset[str]
    changes: frozenset[str]
    scriptures: frozenset[str]
    zones: frozenset[str]
    coming: frozenset[str]
    named_after: frozenset[str]
    moved: frozenset[str]
    fixed: frozenset[str]
    given_names: frozenset[str]
    participle_endings: tuple[str, ...]
    hours_of_clock: bool
    month_first: bool
    attributive_year: bool
    day_first: bool
    order_known: bool  # whether figures such as 03/04/2015 can be read in one order only
    lower_case_months: bool
    latest: int = 2035  # the last year that two digits can stand for

    def full_year(self, short: int) -> int:
        """The year that two digits stand for."""
        return 1900 + short + (100 if 2000 + short <= self.latest else 0)


def load_date_lexicons(models: Path) -> dict[str, DateLexicon]:
    """The lexicons of both languages from `models/lexicons/{fr,en}/`.

    Raises:
        ConfigError: a file is missing or malformed, or a word has two meanings in it.
    """
    found: dict[str, DateLexicon] = {}
    for language in ("fr", "en"):
        folder = models / "lexicons" / language
        path = folder / "dates.toml"
        found[language] = _build(load_toml(path, DateWords), load_toml(folder / "calendar.toml", NamedDays), path)
    return found


def _build(words: DateWords, named: NamedDays, path: Path) -> DateLexicon:
    single, several = _by_pieces(words, named, path)
    plain = SIGNS | {word: entry for word, entry in single.items() if not word[0].isdigit()}
    return DateLexicon(
        words=plain,
        days={word: entry for word, entry in single.items() if word[0].isdigit()},
        short_months={
            fold(word): Entry(CLASSES["month"], number, short=True)
            for word, number in words.month_abbreviations.items()
            if word in words.cardinals
        },
        phrases={first: phrases(rest) for first, rest in several.items()},
        lookup=_lookup(words, plain, several),
        codes={fold(code): unit for code, unit in words.quarter_codes.items()},
        counted=_folded(words.counted) - _folded(words.counted_exceptions),
        blockers=_folded(words.season_blockers),
        ambiguous=_folded((*words.ambiguous_months, *words.ambiguous_seasons)),
        hours_of_clock=words.hours_of_clock,
        habitual_weekdays=words.habitual_weekdays,
        month_first=words.month_first,
        attributive_year=words.attributive_year,
        day_first=words.numeric_order != "month",
        order_known=words.numeric_order == "day",
        lower_case_months=words.lower_case_months,
        **suffixes(words),
        **clauses(words),
        **_sets(words),
    )


_SETS = (  # plain sets of words, in the lexicon under the name that they have in the file
    "identifiers",
    "numbered",
    "function_words",
    "day_openers",
    "day_openers_alone",
    "day_followers",
    "day_list_openers",
    "running",
    "plurals",
    "past_auxiliaries",
    "abbreviations",
    "range_openers",
    "past_bounds",
    "spelled_year_openers",
    "vague_units",
    "prenominal_sequences",
    "deadlines",
    "status_bounds",
    "future_in",
    "ahead",
    "lasting",
    "hour_words",
    "superlatives",
    "not_decades",
    "makes",
    "changes",
    "scriptures",
    "zones",
    "coming",
    "named_after",
    "moved",
    "fixed",
    "given_names",
)
_Pieces = tuple[str, ...]


def _sets(words: DateWords) -> dict[str, Any]:
    return {name: _folded(getattr(words, name)) for name in _SETS}


def _by_pieces(
    words: DateWords, named: NamedDays, path: Path
) -> tuple[dict[str, Entry], dict[str, list[tuple[_Pieces, Entry]]]]:
    """The entries of one word, and by their first word those of several."""
    single: dict[str, Entry] = {}
    several: dict[str, list[tuple[_Pieces, Entry]]] = {}
    seen: dict[str, Entry] = {}
    for written, entry in entries_of(words, named):
        pieces = tuple(_PIECES.findall(fold(written)))
        if written[0].isdigit() and not any(piece.isalpha() for piece in pieces):
            pieces = (written,)  # 9/11
        key = " ".join(pieces)
        if key in seen and seen[key] != entry:
            raise ConfigError(path, None, f"`{written}` is both {_class(seen[key])} and {_class(entry)}")
        seen[key] = entry
        if len(pieces) == 1:
            single[pieces[0]] = entry
        else:
            several.setdefault(pieces[0], []).append((pieces[1:], entry))
    return single, several


def _lookup(words: DateWords, single: dict[str, Entry], several: dict[str, list[tuple[_Pieces, Entry]]]) -> Lookup:
    """What a word means wherever it stands; those that begin several words are left to `phrases`."""
    openers = {first: tuple(sorted({pieces[0] for pieces, _ in rest})) for first, rest in several.items()}
    return Lookup(single, openers, re.compile(rf"([ivxlc]{{1,7}})(?:{options(words.ordinal_suffixes)})"))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _class(entry: Entry) -> str:
    return next(name for name, char in CLASSES.items() if char == entry.kind)
