"""Paragraphs, headings, lists, tables and repairs, as data."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.ingest import IngestResources, ingest

FILE = Path(__file__).parents[1] / "cases" / "ingest" / "paragraphs.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_paragraphs(case: dict[str, Any], newline: str, resources: IngestResources) -> None:
    data = case["input"].replace("\n", newline).encode()
    done, _ = ingest(data, path="a.txt", document_id="a", override=None, resources=resources)
    assert [[block.kind, done.text[block.start : block.end]] for block in done.blocks] == case["blocks"]
    assert done.dropped == ()
    off_stage = {"pull_quote", "caption"}
    assert all(block.main == (block.kind not in off_stage) for block in done.blocks)


def test_separators(resources: IngestResources) -> None:
    data = b"Two points:\n\n- trade;\n- culture.\n\nThe end of the text comes here."
    done, _ = ingest(data, path="a.txt", document_id="a", override=None, resources=resources)
    assert done.text == "Two points:\n\ntrade;\nculture.\n\nThe end of the text comes here."


def test_steps_are_named(resources: IngestResources) -> None:
    data = "Les relations di-\nplomatiques de l'of\ufb01ciel  les 15 et16 mai.".encode()
    done, source = ingest(data, path="a.txt", document_id="a", override=None, resources=resources)
    assert {"hyphen joined", "ligature expanded", "spaces joined", "space inserted"} <= set(done.alignment.names)
    start = done.text.index("diplomatiques")
    pieces = done.alignment.source_spans(start, start + len("diplomatiques"))
    assert [source.text[low:high] for low, high in pieces] == ["di", "plomatiques"]
