"""The cores of the six stages, each on what the ones before it made of the text."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pipeline.bench.column import column
from pipeline.bench.corpus import TONGUES, Tongue
from pipeline.bench.text import BenchText
from pipeline.bench.timing import Subject
from pipeline.emit import encode, public_document, write_database, write_tables
from pipeline.extract import ExtractResources, extract
from pipeline.ingest import IngestResources, ingest, load_ingest_resources
from pipeline.link import Corrections, Linked, link, load_gazetteer
from pipeline.records import Document, Extracted, Ids, Ingested, Provenance, SourceText
from pipeline.report import ReportContext, corpus_pages, document_page, load_report_words
from pipeline.topics import CorpusTopics, find_topics, load_topic_lexicons

INGEST, REPAIR, EXTRACT, LINK = "ingest", "ingest of columns", "extract", "link"
TOPICS, EMIT, REPORT = "topics", "emit", "report"
PER_DOCUMENT = (INGEST, EXTRACT)
OF_CORPUS = (LINK, TOPICS, EMIT, REPORT)
_MADE_BY = Provenance(pipeline="bench", models={}, configuration="")

Work = Callable[[int], object]


class _Half(NamedTuple):
    """The documents of one language after ingest and extract."""

    ingested: list[tuple[Ingested, SourceText]]
    extracted: list[Extracted]


def stage_subjects(text: BenchText, models: Path, extraction: ExtractResources, scratch: Path) -> list[Subject]:
    """Every stage on the text; ingest and extract by language, the others on all of it.

    What the stages need of each other is made here, which also loads what they load at first use. `emit` writes into
    the folder `scratch`.
    """
    resources = load_ingest_resources(models)
    subjects: list[Subject] = []
    halves: list[_Half] = []
    for tongue in TONGUES:
        files = _files(text.documents[tongue], tongue)
        columns = _files([column(document) for document in text.documents[tongue]], tongue)
        ingested = _ingest(files, resources)
        extracted = [extract(document, extraction) for document, _ in ingested]
        _ingest(columns, resources)
        halves.append(_Half(ingested, extracted))
        words = text.words(tongue)
        subjects += [
            Subject(INGEST, tongue, words, lambda _, files=files: _ingest(files, resources)),
            Subject(REPAIR, tongue, words, lambda _, files=columns: _ingest(files, resources)),
            Subject(EXTRACT, tongue, words, lambda _, half=ingested: [extract(one, extraction) for one, _ in half]),
        ]
    words = sum(text.words(tongue) for tongue in TONGUES)
    works = _corpus_works(halves, models, scratch)
    return subjects + [Subject(name, "all", words, work) for name, work in works.items()]


def _files(texts: list[str], tongue: Tongue) -> list[tuple[str, bytes]]:
    return [(f"document-{number:04}-{tongue}.txt", text.encode()) for number, text in enumerate(texts, 1)]


def _ingest(files: list[tuple[str, bytes]], resources: IngestResources) -> list[tuple[Ingested, SourceText]]:
    return [ingest(data, path=path, document_id=path, override=None, resources=resources) for path, data in files]


def _corpus_works(halves: list[_Half], models: Path, scratch: Path) -> dict[str, Work]:
    """The stages that see the corpus, as functions of the round."""
    ingested = [one for half in halves for one, _ in half.ingested]
    sources = [source for half in halves for _, source in half.ingested]
    extracted = [one for half in halves for one in half.extracted]
    pairs = list(zip(ingested, extracted, strict=True))
    gazetteer, lexicons = load_gazetteer(models), load_topic_lexicons(models)

    def run_link(_: int) -> Linked:
        return link(pairs, gazetteer=gazetteer, ids=Ids(), corrections=Corrections())

    linked = run_link(0)
    links = {one.id: one for one in linked.documents}
    triples = [(one, found, links[one.id]) for one, found in pairs]

    def run_topics(_: int) -> CorpusTopics:
        return find_topics(triples, lexicons=lexicons, ids=Ids())

    topics = run_topics(0)
    weights = {one.id: one for one in topics.documents}
    parts = [(one, source, found, links[one.id], weights[one.id]) for (one, found), source in zip(pairs, sources, strict=True)]

    def run_emit(_: int) -> list[Document]:
        documents = [public_document(*part, provenance=_MADE_BY) for part in parts]
        for number, document in enumerate(documents):
            (scratch / f"{number}.json").write_bytes(encode(document))
        write_tables(scratch, documents, linked.entities, topics.topics)
        facts = (linked.entities, topics.topics, linked.duplicates, linked.unsure, ())
        write_database(scratch / "depeche.sqlite", documents, *facts)
        return documents

    documents = run_emit(0)
    return {LINK: run_link, TOPICS: run_topics, EMIT: run_emit, REPORT: _report_work(documents, linked, topics, models)}
