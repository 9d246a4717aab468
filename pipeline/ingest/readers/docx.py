"""x."""

from pipeline.ingest.raw import Raw
from pipeline.ingest.resources import IngestResources


def read_docx(data: bytes, resources: IngestResources) -> Raw:
    """X."""
    raise NotImplementedError
