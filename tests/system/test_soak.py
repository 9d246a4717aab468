"""The long ones (`make soak`): damaged files of every format, and a corpus of thousands.

Random kills are in test_run.py. `SOAK_SECONDS` sets how long each reader is fuzzed (default 600).
"""

import os
from pathlib import Path

import pytest
from fuzz import SUFFIXES, fuzz

from pipeline.bench.corpus import generate_documents
from pipeline.bench.processes import watch

pytestmark = [pytest.mark.soak, pytest.mark.model]

SECONDS = float(os.environ.get("SOAK_SECONDS", "600"))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_damaged_files_are_read_or_refused(suffix: str, tmp_path: Path) -> None:
    assert [find.with_name(f"{find.name}.why").read_text() for find in fuzz(suffix, SECONDS, tmp_path)] == []


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
