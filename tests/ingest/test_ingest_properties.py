"""What must hold of every document, whatever is in it."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rebuilding import rebuilt

from pipeline.errors import BadDocument
from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested, SourceText

PIECES = st.sampled_from(
    [
        *(
            "le",
            "la",
            "de",
            "et",
            "à",
            "the",
            "of",
            "and",
            "to",
            "Ka-",
            "zakhstan",
            "di-",
            "plomatiques",
            "Almaty-",
            "Rennes",
        ),
        *(
            "prési\u00ad",
            "dent",
            "ofﬁciel",
            "Ã©tat",
            "e\u0301",
            "l’",
            "L'État",
            "«",
            "»",
            "“",
            "”",
            "15",
            "et16",
            "10.06.15",
        ),
        *(
            "6\u00a0Md€",
            "1\u202f234",
            "•",
            "-",
            "–",
            "*",
            "1.",
            "a)",
            "|",
            "\t",
            ".",
            ",",
            ":",
            ";",
            "!",
            "?",
            "…",
            "Home",
            "PLAN",
        ),
        *(
            "MENTIONS",
            "LÉGALES",
            "© 2015",
            "#",
            ">",
            "**",
            "[a](b)",
            "&amp;",
            "<b>",
            "---",
            "😀",
            "МИД",
            "M I N I S T È R E",
            "mot,mot",
        ),
    ]
)
GAPS = st.sampled_from([" ", " ", " ", "\n", "\n", "\n\n", "\r\n", "  ", "\u00a0", "\f", "-\n", "\n- "])
TEXTS = st.lists(st.tuples(PIECES, GAPS), min_size=1, max_size=120).map(lambda pairs: "".join(a + b for a, b in pairs))
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=200) | st.text(string.printable, max_size=200)


def check(done: Ingested, source: SourceText) -> None:
    """The invariants of `Ingested`."""
    text, align = done.text, done.alignment
    assert align.length == len(text)
    position = 0
    for block in done.blocks:
        assert position <= block.start < block.end <= len(text)
        assert not text[position : block.start].strip()
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        position = block.end
        assert rebuilt(align, source.text, text, block.start, block.end) == text[block.start : block.end]
        middle = (block.start + block.end) // 2
        assert rebuilt(align, source.text, text, block.start, middle) == text[block.start : middle]
    assert not text[position:].strip()
    if done.blocks:
        assert text == text.strip()
    assert abs(sum(done.languages.values()) - 1) < 0.001
    for drop in done.dropped:
        assert source.text[drop.source.start : drop.source.end] == drop.text
        assert drop.reason
    assert not lost(done, source), "nothing disappears without a reason"


def lost(done: Ingested, source: SourceText) -> str:
    """Visible source characters that are neither in the text nor cut by a named step."""
    align = done.alignment
    covered = bytearray(len(source.text))
    for low, high in zip(align.source_starts, align.source_ends, strict=True):
        covered[low:high] = b"\1" * (high - low)
    for low, high, _ in align.cuts:
        covered[low:high] = b"\1" * (high - low)
    return "".join(char for char, seen in zip(source.text, covered, strict=True) if not seen and not char.isspace())


def run(data: bytes, path: str, resources: IngestResources) -> None:
    found = outcome(data, path, resources)
    assert found == outcome(data, path, resources)
    if isinstance(found, str):
        assert found.strip(": ")
    else:
        check(*found)


def outcome(data: bytes, path: str, resources: IngestResources) -> str | tuple[Ingested, SourceText]:
    """What ingest makes of a file, or the code and reason of its refusal."""
    try:
        return ingest(data, path=path, document_id=path, override=None, resources=resources)
    except BadDocument as error:
        return f"{error.code}: {error.reason}"


SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SETTINGS
@given(TEXTS)
def test_text_keeps_the_invariants(resources: IngestResources, text: str) -> None:
    run(text.encode(), "a.txt", resources)


@SETTINGS
@given(TEXTS)
def test_markdown_keeps_the_invariants(resources: IngestResources, text: str) -> None:
    run(text.encode(), "a.md", resources)


@SETTINGS
@given(ANYTHING)
def test_any_text_keeps_the_invariants(resources: IngestResources, text: str) -> None:
    run(text.encode(), "a.txt", resources)
    run(text.encode(), "a.md", resources)


@SETTINGS
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "h1", "li", "td", "tr", "table", "nav", "div", "span", "a", "pre", "br"]), PIECES
        ),
        max_size=40,
    )
)
def test_html_keeps_the_invariants(resources: IngestResources, parts: list[tuple[str, str]]) -> None:
    page = "<html><body>" + "".join(f"<{tag}>{text}" for tag, text in parts)
    run(page.encode(), "a.html", resources)


@SETTINGS
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(resources: IngestResources, data: bytes) -> None:
    for path in ("a.txt", "a.html", "a.pdf", "a.docx"):
        run(data, path, resources)


@pytest.mark.parametrize("prefix", [b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"---\n"])
@SETTINGS
@given(data=st.binary(max_size=200))
def test_any_bytes_after_a_known_beginning(resources: IngestResources, prefix: bytes, data: bytes) -> None:
    run(prefix + data, "a.txt", resources)
