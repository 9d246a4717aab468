"""What every view is put together from: text that is safe to print, colours, tables and sections."""

from collections.abc import Iterable, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as RichText

from pipeline.records import Names
from pipeline.report.words import ReportLexicon

COLOURS = {
    "PERSON": "magenta",
    "LOCATION": "green",
    "ORGANIZATION": "blue",
    "EVENT": "yellow",
    "AGREEMENT": "bright_magenta",
    "date": "red",
    "amount": "cyan",
}
MOST_PLACES = 30
"""Mentions of an entity, and passages of a topic, that are listed."""
_HIDDEN = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


def plain(text: str, style: str = "") -> RichText:
    """Text as it stands: nothing in it is markup, and control characters can't reach the terminal."""
    return RichText(text.translate(_HIDDEN), style=style)


def display_name(names: Names, fallback: str, lexicon: ReportLexicon) -> str:
    """The name in the reader's language, else in the other, else the id."""
    ordered = (names.fr, names.en) if lexicon.language == "fr" else (names.en, names.fr)
    return ordered[0] or ordered[1] or fallback


def section(title: str, content: Iterable[RenderableType]) -> Sequence[RenderableType]:
    """Title and content, or nothing where there is nothing to show."""
    shown = list(content)
    return [plain(""), plain(title, style="bold underline"), *shown] if shown else []


def quoted(text: str, origin: str) -> RichText:
    """The words of a document, and under them where they stand."""
    return plain(f"« {text} »").append_text(plain(f"\n  {origin}", style="dim"))


def facts_table() -> Table:
    """A table of names and what they are."""
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="dim")
    facts.add_column(overflow="fold")
    return facts
