"""The cores of the stages that see the corpus: `link`, `topics`, `emit`, `report`."""

from pathlib import Path

from pipeline.bench.names import EMIT, LINK, REPORT, TOPICS
from pipeline.bench.stages import Result
from pipeline.bench.timing import Subject
from pipeline.emit import encode, public_document, write_database, write_tables
from pipeline.link import Corrections, Linked, link, load_gazetteer
from pipeline.records import Document, Ids, Provenance
from pipeline.report import ReportContext, corpus_pages, document_page, load_report_words
from pipeline.topics import CorpusTopics, find_topics, load_topic_lexicons

_MADE_BY = Provenance(pipeline="bench", models={}, configuration="")


class CorpusStages:
    """Each stage as a method that can be run again and again; `emit` writes into the folder `scratch`."""

    def __init__(self, made: list[Result], models: Path, scratch: Path) -> None:
        self._made = sorted(made, key=lambda one: one.ingested.id)
        self._scratch = scratch
        self._gazetteer = load_gazetteer(models)
        self._lexicons = load_topic_lexicons(models)
        self._words = load_report_words(models)
        self._linked = self.link()
        self._links = {links.id: links for links in self._linked.documents}
        self._topics = self.topics()
        self._documents = self.emit()

    def subjects(self, words: int) -> list[Subject]:
        """The stages in order, as subjects on so many words."""
        works = {LINK: self.link, TOPICS: self.topics, EMIT: self.emit, REPORT: self.report}
        return [Subject(name, "all", words, work) for name, work in works.items()]

    def link(self) -> Linked:
        """Link all documents, from a fresh start."""
        pairs = ((one.ingested, one.extracted) for one in self._made)
        return link(pairs, gazetteer=self._gazetteer, ids=Ids(), corrections=Corrections())

    def topics(self) -> CorpusTopics:
        """Find the topics, from a fresh start."""
        linked = ((one.ingested, one.extracted, self._links[one.ingested.id]) for one in self._made)
        return find_topics(linked, lexicons=self._lexicons, ids=Ids())

    def emit(self) -> list[Document]:
        """Write the public documents, the tables and the database."""
        topics = {topics.id: topics for topics in self._topics.documents}
        documents: list[Document] = []
        for one in self._made:
            name = one.ingested.id
            facts = (self._links[name], topics[name])
            document = public_document(one.ingested, one.source, one.extracted, *facts, provenance=_MADE_BY)
            (self._scratch / f"{name}.json").write_bytes(encode(document))
            documents.append(document)
        linked, found = self._linked, self._topics.topics
        write_tables(self._scratch, documents, linked.entities, found)
        rest = (linked.duplicates, linked.unsure, ())
        write_database(self._scratch / "depeche.sqlite", documents, linked.entities, found, *rest)
        return documents

    def report(self) -> int:
        """Make all pages; their bytes."""
        linked = self._linked
        context = ReportContext(
            self._words,
            entities=linked.entities,
            topics=self._topics.topics,
            duplicates=linked.duplicates,
            unsure=linked.unsure,
        )
        pages = [document_page(document, context) for document in self._documents]
        return sum(map(len, pages)) + sum(len(data) for _, data in corpus_pages(self._documents, context))
