"""What only looks like a name, in the terminal: each with the reason and its sentence."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table

from pipeline.emit.context import parts
from pipeline.extract.entities.choice.refusals import Refused
from pipeline.records import Document
from pipeline.report.words import ReportLexicon
from pipeline.show.terminal import COLOURS, plain


def render_refused(document: Document, refused: Sequence[Refused], lexicon: ReportLexicon) -> RenderableType:
    """A line for each: the words, as what they were taken, why they are no name, the sentence."""
    words = lexicon.words
    title = Rule(plain("  ".join((words["refused"], document.id)), style="bold"))
    if not refused:
        return Group(title, plain(words["nothing_refused"]))
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("text", "kind", "reason", "sentence"):
        table.add_column(words[column], overflow="fold")
    for one in refused:
        before, text, after = parts(document, one.start, one.end)
        table.add_row(
            plain(text, style=COLOURS[one.label]),
            plain(lexicon.labels[one.label]),
            plain(lexicon.refusals.get(one.reason, one.reason)),
            plain(before.lstrip()).append_text(plain(text, style="bold")).append_text(plain(after.rstrip())),
        )
    return Group(title, table)
