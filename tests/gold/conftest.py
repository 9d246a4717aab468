"""The gold corpus, run once for all tests of this folder."""

from pathlib import Path

import pytest

from pipeline.commands.evaluate import read_documents
from pipeline.config import Limits, Paths, default_jobs
from pipeline.evaluate import GoldDocument, load_gold
from pipeline.records import Document
from pipeline.runner import run


@pytest.fixture(scope="session")
def gold_folder(root: Path) -> Path:
    """The gold corpus."""
    return root / "corpus" / "gold"


@pytest.fixture(scope="session")
def gold(gold_folder: Path) -> list[GoldDocument]:
    """Its annotated documents."""
    return load_gold(gold_folder)


@pytest.fixture(scope="session")
def documents(gold_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """What the pipeline makes of its documents, by id."""
    outputs = tmp_path_factory.mktemp("gold")
    run(Paths(corpus=gold_folder / "documents", outputs=outputs), Limits(jobs=default_jobs()), until="emit")
    return dict(read_documents(outputs / "documents"))
