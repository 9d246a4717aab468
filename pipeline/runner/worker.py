"""What a worker process does for one document: read, call the pure stage, pack the result.

The stages are imported when they are first needed: the runner's own process, which only plans, never loads them.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import BadDocument
from pipeline.records import Ingested, Override
from pipeline.store import pack, unpack

if TYPE_CHECKING:
    from pipeline.extract import ExtractResources
    from pipeline.ingest import IngestResources


class IngestJob(NamedTuple):
    """A file to ingest; `file` is where it is, `path` its printable path under the corpus folder."""

    id: str
    file: str
    path: str
    sha256: str
    override: Override | None
    models: str
    ocr: bool = False


class IngestDone(NamedTuple):
    """A document's packed records, and what the runner plans by."""

    ingested: bytes
    source: bytes
    words: int
    languages: str


# Read-only, loaded once a process: the price of loading is paid by the first document only.
@cache
def extract_resources(models: Path) -> "ExtractResources":
    """What `extract` needs, loaded once in this process."""
    from pipeline.extract import load_extract_resources

    return load_extract_resources(models)


@cache
def ingest_resources(models: Path, *, ocr: bool = False) -> "IngestResources":
    """What `ingest` needs, loaded once in this process."""
    from pipeline.ingest import load_ingest_resources
    from pipeline.ingest.recognise import find_tesseract

    return load_ingest_resources(models, find_tesseract() if ocr else None)


def ingest_file(job: IngestJob) -> IngestDone:
    """Ingest one file.

    Raises:
        BadDocument: the document can't be processed, or changed since it was listed.
    """
    from pipeline.ingest import ingest

    try:
        data = Path(job.file).read_bytes()
    except OSError as error:
        raise BadDocument("unreadable", f"can't be read: {error.strerror or error}") from None
    if hashlib.sha256(data).hexdigest() != job.sha256:
        raise BadDocument("changed", "changed while it was being read: run again")
    resources = ingest_resources(Path(job.models), ocr=job.ocr)
    ingested, source = ingest(data, path=job.path, document_id=job.id, override=job.override, resources=resources)
    languages = ",".join(sorted({block.language for block in ingested.blocks}))
    return IngestDone(pack(ingested), pack(source), len(ingested.text.split()), languages)


def extract_document(value: bytes, models: str) -> bytes:
    """Extract the mentions of one packed `Ingested`."""
    from pipeline.extract import extract

    return pack(extract(unpack(value, Ingested), extract_resources(Path(models))))
