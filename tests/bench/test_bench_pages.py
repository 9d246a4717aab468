"""PDFs drawn for the bench hold its text."""

from pathlib import Path

import pytest

from pipeline.bench.corpus import generate_text
from pipeline.bench.pages import draw_pdf
from pipeline.ingest import ingest, load_ingest_resources


@pytest.mark.parametrize("columns", [1, 2])
def test_a_drawn_pdf_is_read_as_the_text_it_was_drawn_from(columns: int, models: Path) -> None:
    text = generate_text(4, 1500, "en")
    drawn = draw_pdf(text, columns)
    found, source = ingest(
        drawn.data, path="a.pdf", document_id="a", override=None, resources=load_ingest_resources(models)
    )
    assert len(source.page_starts) == drawn.pages > 1
    paragraphs = [part for part in text.split("\n\n") if len(part) > 200]
    kept = " ".join(found.text.split())
    assert sum(" ".join(part.split()) in kept for part in paragraphs) > 0.8 * len(paragraphs)
