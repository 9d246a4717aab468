"""Fixtures of the ingest tests."""

from pathlib import Path

import pytest

from pipeline.ingest import IngestResources, load_ingest_resources


@pytest.fixture(scope="session")
def resources() -> IngestResources:
    return load_ingest_resources(Path(__file__).parents[2] / "models")
