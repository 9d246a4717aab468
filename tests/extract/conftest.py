"""What the tests of extraction share."""

from pathlib import Path

import pytest
from entity_resources import EntityResources


@pytest.fixture(scope="session")
def entities(models: Path) -> EntityResources:
    """Lexicons, gazetteer and, once asked for, the models of both languages."""
    return EntityResources(models)
