"""Pages and texts made to be slow: each is read in time that grows with its length and no faster."""

import pytest
from time_limit import grows_like_length, within

from pipeline.ingest import IngestResources, ingest

PARAGRAPH = "<p>The minister met the press in Geneva on Monday, and spoke at length about the harbour.</p>"
FRENCH = "Le président de la République s’est rendu à Astana où il a été reçu par son homologue. L’œuvre coûte 10 €.\n"


@pytest.mark.parametrize(
    "body",
    [
        "<p></p>" * 30_000,
        f"<table><tr>{'<td>x</td>' * 40_000}</tr></table>",
        f"<ol>{'<li>item of the list' * 4_000}",
        f"<p>{'word<sup>1</sup> ' * 15_000}</p>",
        f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>text</p>",
        f"<p class='{'a ' * 500_000}' style='{'x' * 500_000}'>text</p>",
        f"<p>{'the harbour<br>' * 8_000}",
        "<del>" * 50_000 + "x",
        "<" * 500_000,
        "<!--" * 100_000,
        "&#xD800;&#9999999999;&#0;" * 10_000,
    ],
    ids=lambda body: body[:16],
)
def test_no_slow_page(body: str, resources: IngestResources) -> None:
    data = f"<html><body>{PARAGRAPH}{body}".encode()
    with within(8):
        done, _ = ingest(data, path="a.html", document_id="a", override=None, resources=resources)
    assert "met the press" in done.text


HOSTILE = [
    "a" * 1_000_000,
    "a-\n" * 37_000,
    "- \n" * 25_000,
    " " * 62_000 + "x" + " " * 62_000,
    "a\u0301" * 37_000,
    "e" + "\u0301" * 62_000,
    "Ã©" * 37_000,
    "| " * 37_000,
    "« " * 37_000,
    "1 " * 37_000,
    "A " * 37_000,
    "l' " * 25_000,
    "mot," * 25_000,
    "© " * 25_000,
    "> " * 25_000,
    "x\t\t\ty   " * 12_000,
    "Le ministre\n\n" * 7_000,
    "« Le ministre a dit oui »\n\n" * 2_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_no_slow_text(text: str, resources: IngestResources) -> None:
    with within(8):
        ingest(text.encode(), path="a.txt", document_id="a", override=None, resources=resources)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "**a" * 50_000, "> " * 50_000, "`a" * 60_000, "<a" * 60_000, "[a](" * 40_000, "* " * 50_000]
)
def test_no_slow_markdown(text: str, resources: IngestResources) -> None:
    with within(8):
        ingest(f"Un mot.\n\n{text}\n".encode(), path="a.md", document_id="a", override=None, resources=resources)


def test_one_long_line_takes_linear_time(resources: IngestResources) -> None:
    def read(size: int) -> None:
        data = (FRENCH.strip() + " ").encode() * (size // len(FRENCH))
        ingest(data, path="a.txt", document_id="a", override=None, resources=resources)

    assert grows_like_length(read, 250_000)
