"""Pages and papers saved as text: the main text stays, what stands around it goes, each piece of it with a reason.

In `tests/cases/ingest/saved` a line that begins with `~` is what a careful reader drops, with `?` what he may keep or
drop; the marks are taken out before the text is read.
"""

import re
from pathlib import Path

import pytest

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

TEXTS = sorted((Path(__file__).parents[1] / "cases" / "ingest" / "saved").glob("*.txt"))
_WORD = re.compile(r"\w+")


def marked(path: Path) -> tuple[str, list[str]]:
    """The text without its marks, and the mark of each of its characters."""
    lines = path.read_text("utf-8").split("\n")
    marks: list[str] = []
    for line in lines:
        mark = line[:1] if line[:1] in ("~", "?") else ""
        marks += [mark] * (len(line) - len(mark) + 1)
    return "\n".join(line.removeprefix("~") if line[:1] == "~" else line.removeprefix("?") for line in lines), marks


def kept(done: Ingested, size: int) -> list[bool]:
    """For each character of the source whether it stands in the main text."""
    stays = [True] * size
    for drop in done.dropped:
        stays[drop.source.start : drop.source.end] = [False] * (drop.source.end - drop.source.start)
    for block in done.blocks:
        for start, end in () if block.main else done.alignment.source_spans(block.start, block.end):
            stays[start:end] = [False] * (end - start)
    return stays


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_saved_text(path: Path, resources: IngestResources) -> None:
    text, marks = marked(path)
    done, _ = ingest(text.encode(), path="a.txt", document_id="a", override=None, resources=resources)
    stays = kept(done, len(text) + 1)
    words = [match.start() for match in _WORD.finditer(text)]
    main = [start for start in words if marks[start] == ""]
    rest = [start for start in words if marks[start] == "~"]
    wrong = [start for start in rest if stays[start]]
    assert not [text[start : start + 20] for start in main if not stays[start]]
    assert len(wrong) <= 0.02 * len(rest) or len(wrong) <= ALLOWED.get(path.stem, 0), [text[i : i + 20] for i in wrong]
    assert all(drop.reason and drop.text.strip() for drop in done.dropped)


ALLOWED = {
    "fr-journal": 6,  # the writer's name and function without a label
    "fr-traite": 7,  # the number of a bulletin and the name of who prints it
}
