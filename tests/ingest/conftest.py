"""What the tests of ingest share."""

from pathlib import Path

import pytest

from pipeline.ingest import IngestResources, load_ingest_resources


@pytest.fixture(scope="session")
def resources(models: Path) -> IngestResources:
    """Lexicons and what else `ingest` needs, without a recogniser of images."""
    return load_ingest_resources(models)
