"""The cores of the stages that see one document: `ingest` and `extract`."""

from functools import partial
from typing import NamedTuple

from pipeline.bench.column import column
from pipeline.bench.corpus import TONGUES, Tongue
from pipeline.bench.names import EXTRACT, INGEST, REPAIR
from pipeline.bench.text import BenchText
from pipeline.bench.timing import Subject
from pipeline.extract import ExtractResources, extract
from pipeline.ingest import IngestResources, ingest
from pipeline.records import Extracted, Ingested, SourceText


class Result(NamedTuple):
    """What the two stages make of a document."""

    ingested: Ingested
    source: SourceText
    extracted: Extracted


def results(text: BenchText, reading: IngestResources, finding: ExtractResources) -> list[Result]:
    """All documents through both stages, untimed, for the stages after them."""
    return [
        Result(ingested, source, extract(ingested, finding))
        for tongue in TONGUES
        for ingested, source in ingest_files(_files(text.documents[tongue], tongue), reading)
    ]


def stage_subjects(
    text: BenchText, made: list[Result], reading: IngestResources, finding: ExtractResources
) -> list[Subject]:
    """Both stages on each language; `ingest` also on the text in narrow columns, where it has to join words."""
    subjects: list[Subject] = []
    for tongue in TONGUES:
        files = _files(text.documents[tongue], tongue)
        columns = _files([column(document) for document in text.documents[tongue]], tongue)
        ingested = [one.ingested for one in made if one.ingested.id.endswith(f"-{tongue}.txt")]
        words = text.words(tongue)
        subjects += [
            Subject(INGEST, tongue, words, partial(ingest_files, files, reading)),
            Subject(REPAIR, tongue, words, partial(ingest_files, columns, reading)),
            Subject(EXTRACT, tongue, words, partial(_extract, ingested, finding)),
        ]
    return subjects


def _files(texts: list[str], tongue: Tongue) -> list[tuple[str, bytes]]:
    return [(f"document-{number:04}-{tongue}.txt", text.encode()) for number, text in enumerate(texts, 1)]


def ingest_files(files: list[tuple[str, bytes]], resources: IngestResources) -> list[tuple[Ingested, SourceText]]:
    """Each file, of which there are path and bytes, through `ingest`."""
    return [ingest(data, path=path, document_id=path, override=None, resources=resources) for path, data in files]


def _extract(documents: list[Ingested], resources: ExtractResources) -> list[Extracted]:
    return [extract(document, resources) for document in documents]
