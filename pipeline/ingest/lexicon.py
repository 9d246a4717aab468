"""What ingest knows of French and English: the types of its lexicon files, checked on load."""

from pathlib import Path
from typing import Literal

import msgspec

from pipeline.toml import load_toml

Known = Literal["fr", "en"]
KNOWN: tuple[Known, ...] = ("fr", "en")


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the tables: frozen, unknown keys refused."""


class RepairWords(_Table, frozen=True):
    """`ingest.toml`: words that tell the language and how broken text goes together."""

    function_words: tuple[str, ...]
    open_words: tuple[str, ...]
    clause_words: tuple[str, ...]
    accented_words: tuple[str, ...]
    letters: str
    hyphen_first: tuple[str, ...]
    hyphen_last: tuple[str, ...]
    word_ends: tuple[str, ...]
    linking_vowels: tuple[str, ...]
    hanging: tuple[str, ...]
    elisions: tuple[str, ...]
    before_number: tuple[str, ...]


class Phrases(_Table, frozen=True):
    """Whole lines of one sort of boilerplate, and beginnings of such lines."""

    lines: tuple[str, ...]
    starts: tuple[str, ...]


class LineCues(_Table, frozen=True):
    """Beginnings of lines that stay as blocks of their own kind."""

    update: tuple[str, ...]
    caption: tuple[str, ...]
    byline: tuple[str, ...]
    closing: tuple[str, ...]
    footnote: tuple[str, ...]
    label: tuple[str, ...]
    you: tuple[str, ...]
    page: tuple[str, ...]
    of: tuple[str, ...]


class FrameWords(_Table, frozen=True):
    """Lines above and below a text that are about the document: words of letterheads, stamps, bylines, addresses."""

    issuers: tuple[str, ...]
    stamps: tuple[str, ...]
    urgencies: tuple[str, ...]
    stamped: tuple[str, ...]
    rubrics: tuple[str, ...]
    sessions: tuple[str, ...]
    bylines: tuple[str, ...]
    by: tuple[str, ...]
    civil: tuple[str, ...]
    at: tuple[str, ...]
    contacts: tuple[str, ...]
    streets: tuple[str, ...]
    boxes: tuple[str, ...]
    disclaims: tuple[str, ...]
    imprint: tuple[str, ...]
    printers: tuple[str, ...]
    cross: tuple[str, ...]
    site: tuple[str, ...]
    alerts: tuple[str, ...]
    mailing: tuple[str, ...]
    continued: tuple[str, ...]
    related: tuple[str, ...]
    reached: tuple[str, ...]


class BoilerplateWords(_Table, frozen=True):
    """`boilerplate.toml`: what stands around the body."""

    joiners: tuple[str, ...]
    navigation: Phrases
    share: Phrases
    legal: Phrases
    cookies: Phrases
    newsletter: Phrases
    contact: Phrases
    ending: Phrases
    lines: LineCues
    frame: FrameWords


class PageWords(_Table, frozen=True):
    """`pages.toml`: what the parts of a web page say around its text, and the small print of printed matter."""

    counted: tuple[str, ...]
    none: tuple[str, ...]
    ago: tuple[str, ...]
    since: tuple[str, ...]
    languages: tuple[str, ...]
    versions: tuple[str, ...]
    pictures: tuple[str, ...]
    ads: tuple[str, ...]
    read_also: tuple[str, ...]
    more: tuple[str, ...]
    comments: tuple[str, ...]
    answers: tuple[str, ...]
    commenting: tuple[str, ...]
    authors: tuple[str, ...]
    roles: tuple[str, ...]
    buttons: tuple[str, ...]
    copies: tuple[str, ...]
    makers: tuple[str, ...]
    annexes: tuple[str, ...]
    tops: tuple[str, ...]


class MetadataWords(_Table, frozen=True):
    """`metadata.toml`: words that tell date, place, author, reference and type."""

    weekdays: tuple[str, ...]
    published: tuple[str, ...]
    published_behind: tuple[str, ...]
    updated: tuple[str, ...]
    state: tuple[str, ...]
    dated: tuple[str, ...]
    made: tuple[str, ...]
    dated_papers: tuple[str, ...]
    dated_as: tuple[str, ...]
    other_days: tuple[str, ...]
    treaty_words: tuple[str, ...]
    held: tuple[str, ...]
    met: tuple[str, ...]
    today: tuple[str, ...]
    answers: tuple[str, ...]
    itself: tuple[str, ...]
    signed: tuple[str, ...]
    journals: tuple[str, ...]
    done: tuple[str, ...]
    of_the_year: tuple[str, ...]
    planned: tuple[str, ...]
    occasion: tuple[str, ...]
    acts: tuple[str, ...]
    of_day: tuple[str, ...]
    we: tuple[str, ...]
    sources: tuple[str, ...]
    place_date: tuple[str, ...]
    place_before: tuple[str, ...]
    byline: tuple[str, ...]
    reference: tuple[str, ...]
    issue: tuple[str, ...]
    publisher: tuple[str, ...]
    not_titles: tuple[str, ...]
    not_title_starts: tuple[str, ...]
    letterheads: tuple[str, ...]
    headers: tuple[str, ...]
    title_links: tuple[str, ...]
    subject: tuple[str, ...]
    papers: tuple[str, ...]
    types: dict[str, tuple[str, ...]]


class Lexicon(msgspec.Struct, frozen=True):
    """The four files of one language."""

    repair: RepairWords
    boilerplate: BoilerplateWords
    pages: PageWords
    metadata: MetadataWords


def load_lexicon(models: Path, language: Known) -> Lexicon:
    """The lexicon of one language.

    Raises:
        ConfigError: a file is missing or wrong.
    """
    folder = models / "lexicons" / language
    return Lexicon(
        load_toml(folder / "ingest.toml", RepairWords),
        load_toml(folder / "boilerplate.toml", BoilerplateWords),
        load_toml(folder / "pages.toml", PageWords),
        load_toml(folder / "metadata.toml", MetadataWords),
    )


def load_foreign(models: Path) -> dict[str, tuple[str, ...]]:
    """The commonest words of languages other than French and English, by language code."""
    return load_toml(models / "lexicons" / "foreign.toml", dict[str, tuple[str, ...]])
