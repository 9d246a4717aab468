"""The words on pages and in the terminal, from `models/lexicons/{fr,en}/report.toml`."""

from pathlib import Path
from typing import Literal, get_args

import msgspec
from markupsafe import Markup, escape

from pipeline.errors import ConfigError
from pipeline.report.slots import slots
from pipeline.toml import load_toml

Table = Literal[
    "words",
    "one",
    "many",
    "labels",
    "groups",
    "blocks",
    "languages",
    "modifiers",
    "anchors",
    "duplicates",
    "types",
    "reasons",
    "refusals",
    "steps",
    "evidence",
    "finders",
    "doubts",
    "stages",
    "rejections",
    "run",
]
TABLES: tuple[Table, ...] = get_args(Table)


class ReportLexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One language's words; those of the first part say how dates and numbers are written.

    `scales`: the zeros of a large number that has a name, largest first, and the noun of `one` and `many` for it.
    """

    language: Literal["fr", "en"]
    decimal_sign: str
    group_sign: str
    months: tuple[str, ...]
    seasons: tuple[str, ...]
    first_day: str
    day: str
    month: str
    season: str
    quarter: str
    first_quarter: str
    semester: str
    first_semester: str
    decade: str
    century: str
    range: str
    zero_is_singular: bool
    scales: tuple[tuple[int, str], ...]
    open_start: str
    open_end: str
    words: dict[str, str]
    one: dict[str, str]
    many: dict[str, str]
    labels: dict[str, str]
    groups: dict[str, str]
    blocks: dict[str, str]
    languages: dict[str, str]
    modifiers: dict[str, str]
    rates: dict[str, str]
    anchors: dict[str, str]
    duplicates: dict[str, str]
    types: dict[str, str]
    reasons: dict[str, str]
    refusals: dict[str, str]
    steps: dict[str, str]
    evidence: dict[str, str]
    finders: dict[str, str]
    doubts: dict[str, str]
    stages: dict[str, str]
    rejections: dict[str, str]
    run: dict[str, str]

    def noun(self, count: int, key: str) -> str:
        """The word for so many things: French says `0 document`, English `0 documents`."""
        return self.one[key] if count == 1 or (count == 0 and self.zero_is_singular) else self.many[key]

    def say(self, table: Table, key: str) -> str:
        """The words for a key of the data; a key that has none stands as it is.

        A key of the lexicon may have slots: `"meta {name}" = "la balise meta {name}"`.
        """
        entries: dict[str, str] = getattr(self, table)
        if key in entries:
            return entries[key]
        filled = (words.format(**found) for template, words in entries.items() if (found := slots(template, key)))
        return next(filled, key)


class ReportWords(msgspec.Struct, frozen=True):
    """Both languages."""

    fr: ReportLexicon
    en: ReportLexicon

    def both(self, table: Table, key: str) -> Markup:
        """The words for a key of the data in both languages; a key that has none stands as it is."""
        return pair(self.fr.say(table, key), self.en.say(table, key))


def pair(fr: str, en: str) -> Markup:
    """A text in both languages, of which the page shows the reader's.

    >>> pair("Dates", "Dates")
    Markup('Dates')
    >>> pair("Thèmes", "Topics")
    Markup('<span class="fr" lang="fr">Thèmes</span><span class="en" lang="en">Topics</span>')
    """
    if fr == en:
        return escape(fr)
    return Markup('<span class="fr" lang="fr">{}</span><span class="en" lang="en">{}</span>').format(fr, en)


def load_report_words(models: Path) -> ReportWords:
    """The words of both languages.

    Raises:
        ConfigError: a file is missing or wrong, or one has a key that its twin has not.
    """
    paths = {language: models / "lexicons" / language / "report.toml" for language in ("fr", "en")}
    words = ReportWords(*(load_toml(path, ReportLexicon) for path in paths.values()))
    for table in TABLES:
        fr, en = getattr(words.fr, table), getattr(words.en, table)
        for missing, path in ((fr.keys() - en.keys(), paths["en"]), (en.keys() - fr.keys(), paths["fr"])):
            if missing:
                raise ConfigError(path, None, f"[{table}] has no {min(missing)!r}, its twin has")
    for lexicon, path in ((words.fr, paths["fr"]), (words.en, paths["en"])):
        if (len(lexicon.months), len(lexicon.seasons)) != (12, 4):
            raise ConfigError(path, None, "there are 12 months and 4 seasons")
    return words
