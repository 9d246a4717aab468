"""Why a character is gone: the steps of repair and the mentions they touched."""

from pathlib import Path

import msgspec
from msgspec.structs import replace
from rich.console import Group
from test_show import shown

from pipeline.alignment import Alignment, Edit
from pipeline.records import Document, SourceSlice
from pipeline.report import load_report_words
from pipeline.show.repairs import render_repairs, steps, touched

CASES = Path(__file__).parents[1] / "emit" / "cases"
WORDS = load_report_words(Path(__file__).parents[2] / "models")
DOCUMENT = msgspec.json.decode((CASES / "documents.json").read_bytes(), type=tuple[Document, ...])[1]


def cut(document: Document) -> tuple[Document, str, Alignment]:
    """The document as if its first mention had been cut at a line end, with the source and the alignment of that."""
    mention = document.mentions[0]
    place = mention.start + 2
    source = document.text[:place] + "-\n" + document.text[place:]
    text, alignment = Alignment.identity(len(source)).apply(source, [Edit(place, place + 2, "", "hyphen joined")])
    assert text == document.text
    slices = tuple(SourceSlice(start=s, end=e) for s, e in alignment.source_spans(mention.start, mention.end))
    return replace(document, mentions=(replace(mention, source=slices),)), source, alignment


def test_steps_with_their_counts_and_an_example() -> None:
    _, source, alignment = cut(DOCUMENT)
    (step,) = steps(source, DOCUMENT.text, alignment)
    assert (step.name, step.times) == ("hyphen joined", 1)
    assert "-⏎" in step.before
    assert step.before.replace("-⏎", "") == step.after


def test_a_mention_says_what_was_done_to_its_source() -> None:
    document, source, alignment = cut(DOCUMENT)
    text = document.mentions[0].text
    assert list(touched(document, source, alignment)) == [(text, f"{text[:2]}-⏎{text[2:]}", ["hyphen joined"])]


def test_the_terminal_shows_both_in_the_readers_language() -> None:
    made = cut(DOCUMENT)
    french, english = (shown(Group(*render_repairs(*made, words))) for words in (WORDS.fr, WORDS.en))
    assert "Ce que la réparation a changé" in french
    assert "mot coupé réuni" in french
    assert "What repair changed" in english
    assert "hyphen joined" in english


def test_reasons_of_dropped_lines_are_no_repair() -> None:
    source = "Menu\nA treaty."
    text, alignment = Alignment.identity(len(source)).apply(source, [Edit(0, 5, "", "navigation")])
    assert steps(source, text, alignment, frozenset({"navigation"})) == []
    assert (
        render_repairs(replace(DOCUMENT, text="A.", mentions=(), dropped=()), "A.", Alignment.identity(2), WORDS.en)
        == ()
    )
