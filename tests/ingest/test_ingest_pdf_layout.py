"""The reading order and the paragraphs of PDFs in columns, measured."""

import itertools
import sys
from pathlib import Path

import pytest

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

sys.path.insert(0, str(Path(__file__).parent))
from pdf_pages import Drawn, Look, draw


def read(data: bytes, resources: IngestResources) -> Ingested:
    return ingest(data, path="a.pdf", document_id="a.pdf", override=None, resources=resources)[0]


def runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[i : i + 4]) for i in range(len(words) - 3)}


def score(drawn: Drawn, done: Ingested) -> tuple[float, float]:
    """The share of the true runs of four words that are read, and the F1 of whole paragraphs."""
    true = [" ".join(paragraph.split()) for paragraph in drawn.paragraphs]
    read = [" ".join(done.text[block.start : block.end].split()) for block in done.blocks]
    wanted = set().union(*map(runs, true))
    got = set().union(*map(runs, read))
    hits = len(set(true) & set(read))
    return len(wanted & got) / len(wanted), 2 * hits / (len(set(true)) + len(set(read)))
