"""Progress: plain lines off a terminal, and an interrupt that was lost stops the run at the next document."""

import io

import pytest

from pipeline.runner.progress import Progress


def test_plain_lines_and_counts_off_a_terminal() -> None:
    stream = io.StringIO()
    progress = Progress(stream, every=0.0)
    assert list(progress.track("abc", "ingest", 3)) == ["a", "b", "c"]
    assert "ingest: 2 of 3" in stream.getvalue()
    assert [(name, count) for name, count, _ in progress.stages] == [("ingest", 3)]


def test_an_interrupt_stops_between_documents_and_before_a_stage() -> None:
    progress = Progress(io.StringIO())
    items = progress.track("abc", "ingest", 3)
    assert next(items) == "a"
    progress.interrupted = True
    with pytest.raises(KeyboardInterrupt):
        next(items)
    with pytest.raises(KeyboardInterrupt):
        next(progress.track("abc", "extract", 3))
