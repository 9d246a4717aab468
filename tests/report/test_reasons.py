"""Reasons of rejections in both languages: every sentence that the sources can give has its twin."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.ingest.boilerplate.page_edges import _FURNITURE
from pipeline.ingest.boilerplate.phrases import REASONS
from pipeline.ingest.boilerplate.surround import ABOUT
from pipeline.ingest.readers.html.zones import _MARK_REASONS
from pipeline.ingest.readers.pdf.read import _NO_TEXT, _NOT_RECOGNISED
from pipeline.ingest.sniff import _UNSUPPORTED, _ZIPPED
from pipeline.report import load_report_words
from pipeline.report.reasons import reason_words
from pipeline.report.slots import slots

ROOT = Path(__file__).parents[2]
WORDS = load_report_words(ROOT / "models")
GIVERS = {"BadDocument": 1, "Failure": 1, "rejection": 2}  # the position of the reason among the arguments


@pytest.mark.parametrize(
    ("reason", "french"),
    [
        ("the PDF has no pages: export or print it again as PDF", "le PDF n’a pas de pages"),
        (
            "this is an RTF file: save it as .docx, or run: soffice FILE",
            "c’est un fichier RTF : enregistrez-le en .docx",
        ),
        ("this is an XML file (rss): convert it to HTML or text first", "c’est un fichier XML (rss) : convertissez-le"),
        ("can't be read: Permission denied", "ne peut être lu : accès refusé"),
        ("can't be read: Is a directory", "ne peut être lu : Is a directory"),
        ("took longer than its time limit: raise TIMEOUT= or cut the document in parts", "a dépassé le temps permis"),
        ("convert it first: a, then b", "convertissez-le d’abord : a, puis b"),
        ("of no catalogue: {braces}", "of no catalogue: {braces}"),
    ],
)
def test_reasons_in_french(reason: str, french: str) -> None:
    assert reason_words(reason, WORDS, WORDS.fr).startswith(french)
    assert reason_words(reason, WORDS, WORDS.en) == reason


@pytest.mark.parametrize("text", ["", "more than MB", "more than 3 MB and", "less than 3 MB"])
def test_a_template_fits_only_what_it_made(text: str) -> None:
    assert slots("more than {count} MB", text) is None


def given_reasons() -> Iterator[tuple[str, str]]:
    """The sentences that reject a document, each slot filled with dots: (place, sentence)."""
    package = ROOT / "pipeline"
    for path in sorted([*package.glob("*.py"), *package.glob("ingest/**/*.py"), *package.glob("runner/*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for text in sentences(node):
                sentence = "".join(map(filled, getattr(text, "values", [text])))
                if " " in sentence and (": " in sentence or isinstance(node, ast.Call)):  # no name of a kind of text
                    yield f"{path.name}:{text.lineno}", sentence


def sentences(node: ast.AST) -> Iterator[ast.expr]:
    """The texts, written out, that are a call's reason or are called `reason`."""
    value: ast.expr | None = None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) > GIVERS.get(node.func.id, 99):
        value = node.args[GIVERS[node.func.id]]
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "reason":
        value = node.value
    if isinstance(value, ast.JoinedStr) or (isinstance(value, ast.Constant) and isinstance(value.value, str)):
        yield value


def filled(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "…"


GIVEN = dict(given_reasons())


@pytest.mark.parametrize("place", GIVEN)
def test_every_reason_has_words_in_both_languages(place: str) -> None:
    assert reason_words(GIVEN[place], WORDS, WORDS.fr) != GIVEN[place], GIVEN[place]


def test_the_sources_are_read() -> None:
    assert len(GIVEN) > 30


@pytest.mark.parametrize(
    "text", [*{text for row in (*_UNSUPPORTED, *_ZIPPED) for text in row[1:]}, _NO_TEXT, _NOT_RECOGNISED]
)
def test_every_format_and_remedy_has_words_in_both_languages(text: str) -> None:
    assert reason_words(text, WORDS, WORDS.fr) != text


def test_both_languages_have_the_same_slots() -> None:
    for name, template in WORDS.en.rejections.items():
        values = dict.fromkeys(slots(template, template) or {}, "…")
        assert WORDS.fr.rejections[name].count("{") == len(values), name
        assert WORDS.fr.rejections[name].format(**values)


@pytest.mark.parametrize(
    "reason", sorted({*REASONS.values(), *ABOUT, *_FURNITURE, *_MARK_REASONS.values(), "damaged page"})
)
def test_what_was_dropped_has_words_in_both_languages(reason: str) -> None:
    assert {reason} <= WORDS.fr.reasons.keys() & WORDS.en.reasons.keys()


def test_a_key_with_a_slot() -> None:
    assert WORDS.fr.say("evidence", "meta og:title") == "la balise meta og:title"
    assert WORDS.fr.say("evidence", "no such evidence") == "no such evidence"
