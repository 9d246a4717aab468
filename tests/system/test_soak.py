"""The long ones (`make soak`): damaged files of every format, and a corpus of thousands.

Random kills are in test_run.py. `SOAK_SECONDS` sets how long each reader is fuzzed (default 60).
"""

import os
import random
import time
from pathlib import Path

import pytest
from invariants import check_text

from pipeline.bench.corpus import generate_documents
from pipeline.bench.processes import watch
from pipeline.emit import public_document
from pipeline.errors import BadDocument
from pipeline.ingest import ingest, load_ingest_resources
from pipeline.records import DocumentLinks, DocumentTopics, Extracted, Provenance

pytestmark = [pytest.mark.soak, pytest.mark.model]

SECONDS = float(os.environ.get("SOAK_SECONDS", "60"))
LONGEST = 20.0  # seconds that a damaged file may take
SPLICES = (
    b"\x00",
    b"\xff\xfe",
    b"<",
    b"</p>",
    b"<![CDATA[",
    b"endobj",
    b"stream",
    b"PK\x03\x04",
    b"\n\n",
    b"-\n",
    b"&#x110000;",
)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".docx"])
def test_damaged_files_are_read_or_refused(suffix: str, root: Path) -> None:
    resources = load_ingest_resources(root / "models")
    samples = [p.read_bytes() for p in sorted((root / "corpus" / "documents").rglob(f"*{suffix}"))]
    assert samples
    chance = random.Random(suffix)
    ends = time.monotonic() + SECONDS
    tried = refused = 0
    while time.monotonic() < ends:
        data = _damaged(chance.choice(samples), chance)
        started = time.monotonic()
        try:
            ingested, source = ingest(data, path=f"x{suffix}", document_id="x", override=None, resources=resources)
        except BadDocument:
            refused += 1
        else:
            document = public_document(
                ingested,
                source,
                Extracted(id="x", mentions=()),
                DocumentLinks(id="x", entities={}),
                DocumentTopics(id="x", summary=(), topics=()),
                provenance=Provenance(pipeline="0", models={}, configuration="0"),
            )
            check_text(document, ingested, source)
        assert time.monotonic() - started < LONGEST
        tried += 1
    assert tried > max(refused, 10)  # most damage leaves something to read


def _damaged(data: bytes, chance: random.Random) -> bytes:
    """A file with bytes flipped, pieces cut out, doubled or put in."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(made) + 1)
        length = chance.randint(0, 200)
        kind = chance.randrange(5)
        if kind == 0 and made:
            made[at % len(made)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del made[at : at + length]
        elif kind == 2:
            made[at:at] = made[at : at + length] * chance.randint(1, 20)
        elif kind == 3:
            made[at:at] = chance.choice(SPLICES)
        elif at > len(made) // 2:
            del made[at:]
    return bytes(made)


def test_memory_of_the_workers_does_not_grow_with_the_corpus(tmp_path: Path) -> None:
    peaks: dict[int, float] = {}
    for count in (200, 2000):
        folder = tmp_path / str(count)
        generate_documents(folder / "corpus", count, 250)
        where = ("--corpus", str(folder / "corpus"), "--outputs", str(folder / "outputs"))
        watched = watch("-m", "pipeline", "run", "--strict", *where)
        assert watched.worker is not None
        peaks[count] = watched.worker
    assert peaks[2000] <= 1.05 * peaks[200]
