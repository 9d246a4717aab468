"""The pages in a real browser, when one is installed."""

import re
import shutil
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import msgspec
import pytest

from pipeline.records import Document
from pipeline.report import ReportContext, document_page, load_report_words, page_path
from pipeline.report.links import document_href, range_fragment

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium on this machine")

CASES = Path(__file__).parents[1] / "emit" / "cases"
DOCUMENTS = msgspec.json.decode((CASES / "documents.json").read_bytes(), type=tuple[Document, ...])
CONTEXT = ReportContext(load_report_words(Path(__file__).parents[2] / "models"))
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--virtual-time-budget=3000", "--dump-dom"),
)
Open = Callable[[Document, str, str], str]


@pytest.fixture
def dom(tmp_path: Path) -> Open:
    """Opens a document's page at a fragment and returns what the browser made of it, after an optional probe ran.

    The page's policy lets no probe run, so it is taken out for those.
    """

    def run(document: Document, fragment: str, probe: str) -> str:
        page = tmp_path / page_path(document.id)
        page.parent.mkdir(parents=True, exist_ok=True)
        text = document_page(document, CONTEXT).decode()
        if probe:
            text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
            script = f"<script>addEventListener('load', () => document.title = String(eval({probe!r})))</script>"
            text = text.replace("</body>", f"{script}</body>")
        page.write_text(text, encoding="utf-8")
        address = f"{tmp_path.as_uri()}/{document_href(document.id)}{fragment}"
        command = [str(BROWSER), *OPTIONS, f"--user-data-dir={tmp_path / 'profile'}", address]
        return subprocess.run(command, capture_output=True, timeout=90, check=True).stdout.decode()

    return run


def title(dom: str) -> str:
    """What the probe said."""
    found = re.search(r"<title>(.*?)</title>", dom, re.DOTALL)
    assert found
    return unescape(found[1])


def test_a_link_marks_exactly_the_sentence_behind_an_astral_character(dom: Open) -> None:
    document = DOCUMENTS[1]
    sentence = document.summary[0]
    probe = "[...CSS.highlights.get('target')].map((range) => range.toString()).join('|')"
    assert title(dom(document, range_fragment(sentence.start + 1, sentence.end + 1), probe)) == sentence.text


def test_a_mention_opens_its_card(dom: Open) -> None:
    probe = "document.querySelector('mark.date').click() || document.querySelector('#card dl').textContent"
    card = title(dom(DOCUMENTS[1], "", probe))
    assert "le 14 mars 2024" in card
    assert "95..110" in card


def test_the_tongue_button_shows_the_other_language(dom: Open) -> None:
    probe = (
        "document.querySelector('[data-tongue=en]').click() || document.querySelector('.top nav').innerText"
        ".split(/\\s+/).join(' ')"
    )
    assert title(dom(DOCUMENTS[0], "", probe)) == "Overview Entities Timeline Amounts Topics"


def test_a_hostile_document_opens_at_its_address_and_brings_no_script(dom: Open) -> None:
    assert title(dom(DOCUMENTS[3], "", "document.scripts.length")) == "2"  # ours and the probe
    assert title(dom(DOCUMENTS[3], "", "")) == f"{DOCUMENTS[3].metadata.title} — Dépêche"


def test_our_script_runs_under_its_own_policy(dom: Open) -> None:
    page = dom(DOCUMENTS[1], "", "")
    assert "Content-Security-Policy" in page
    assert page.count('<button type="button"><span class="fr"') == 6  # the script made the column titles into buttons
