"""What a worker process does for one document: read, call the pure stage, pack the result."""

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import BadDocument
from pipeline.extract import ExtractResources, extract, load_extract_resources
from pipeline.ingest import IngestResources, ingest, load_ingest_resources
from pipeline.records import Ingested, Override
from pipeline.store import pack, unpack


class IngestJob(NamedTuple):
    """A file to ingest; `file` is where it is, `path` its printable path under the corpus folder."""

    id: str
    file: str
    path: str
    sha256: str
    override: Override | None
    models: str


class IngestDone(NamedTuple):
    """A document's packed records, and what the runner plans by."""

    ingested: bytes
    source: bytes
    words: int
    languages: str


# Read-only, loaded once a process: the price of loading is paid by the first document only.
@cache
def extract_resources(models: Path) -> ExtractResources:
    """What `extract` needs, loaded once in this process."""
    return load_extract_resources(models)


@cache
def ingest_resources(models: Path) -> IngestResources:
    """What `ingest` needs, loaded once in this process."""
    return load_ingest_resources(models)


def ingest_file(job: IngestJob) -> IngestDone:
    """Ingest one file.

    Raises:
        BadDocument: the document can't be processed, or changed since it was listed.
    """
    try:
        data = Path(job.file).read_bytes()
    except OSError as error:
        raise BadDocument("unreadable", f"can't be read: {error.strerror or error}") from None
    if hashlib.sha256(data).hexdigest() != job.sha256:
        raise BadDocument("changed", "changed while it was being read: run again")
    resources = ingest_resources(Path(job.models))
    ingested, source = ingest(data, path=job.path, document_id=job.id, override=job.override, resources=resources)
    languages = ",".join(sorted({block.language for block in ingested.blocks}))
    return IngestDone(pack(ingested), pack(source), len(ingested.text.split()), languages)


def extract_document(value: bytes, models: str) -> bytes:
    """Extract the mentions of one packed `Ingested`."""
    return pack(extract(unpack(value, Ingested), extract_resources(Path(models))))
