"""`emit` and `report`: what the user opens. Only files whose content changes are written; files of documents that are
gone are removed."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from pipeline.emit import encode, public_document, write_database, write_tables
from pipeline.emit.rows import duplicate_of
from pipeline.files import listing, remove, write_if_changed
from pipeline.records import (
    Document,
    DocumentLinks,
    DocumentTopics,
    DuplicateGroup,
    Entity,
    Extracted,
    Ingested,
    Provenance,
    SourceText,
    Topic,
    Unsure,
)
from pipeline.report import ReportContext, corpus_pages, document_page, load_report_words, page_path
from pipeline.runner.run import Run
from pipeline.runner.versions import combine
from pipeline.store import Row, digest, pack, unpack

_TABLES = ("documents", "mentions", "entities", "dates", "amounts", "topics", "passages")
_PAGES = ("index", "entities", "timeline", "amounts", "topics")
_BATCH = 100  # documents between two notes of what is done


def write_rejections(run: Run) -> None:
    """Write `outputs/rejections.json`."""
    run.write("rejections.json", encode(run.rejections()))


def emit_corpus(run: Run) -> None:
    """Bring `outputs/documents/`, `outputs/tables/` and `outputs/depeche.sqlite` up to date."""
    provenance = run.provenance()
    keys = _document_keys(run, provenance)
    folder = run.paths.outputs / "documents"
    todo = _stale(run, "emit", keys, folder, ".json")
    batch: list[Row] = []
    for id_ in run.progress.track(todo, "emit", len(todo)):
        data = encode(_public(run, id_, provenance))
        write_if_changed(folder / f"{id_}.json", data)
        batch.append(Row("emit", id_, keys[id_], pack(digest(data)), len(data)))
        if len(batch) >= _BATCH:
            run.store.put(batch)
            batch.clear()
    run.store.put(batch)
    _write_collections(run, keys)


def report_corpus(run: Run) -> None:
    """Bring `outputs/report/` up to date."""
    context = ReportContext(
        load_report_words(run.paths.models),
        entities=_entities(run),
        topics=_topics(run),
        duplicates=_duplicates(run),
        unsure=_unsure(run),
        rejections=run.rejections(),
        corpus=_way_to_corpus(run),
    )
    keys = {
        id_: run.key("report", state.digest, _way_to_corpus(run), *_shown(run, id_, context))
        for id_, state in run.store.states("emit").items()
    }
    folder = run.paths.outputs / "report"
    todo = _stale(run, "report", keys, folder / "documents", ".html")
    batch: list[Row] = []
    for id_ in run.progress.track(todo, "report", len(todo)):
        data = document_page(_read(run, id_), context)
        write_if_changed(folder / page_path(id_), data)
        batch.append(Row("report", id_, keys[id_], pack(len(data)), len(data)))
        if len(batch) >= _BATCH:
            run.store.put(batch)
            batch.clear()
    run.store.put(batch)
    if _collection_is_stale(run, "report pages", keys, [folder / f"{name}.html" for name in _PAGES]):
        for path, data in corpus_pages(_all(run), context):
            write_if_changed(folder / path, data)
        _note_collection(run, "report pages", keys)


def report_is_fresh(run: Run) -> bool:
    """Whether nothing that the report shows has changed since it was made, and all its files are there."""
    pages = listing(run.paths.outputs / "report" / "documents", ".html")
    states = run.store.states("report")
    if pages != {id_: state.words for id_, state in states.items()} or states.keys() != run.store.states("emit").keys():
        return False
    if not all((run.paths.outputs / "report" / f"{name}.html").exists() for name in _PAGES):
        return False
    return run.store.note("report inputs") == report_inputs(run)


def report_inputs(run: Run) -> str:
    """The hash of all that the report is made of."""
    emitted = run.store.states("emit")
    lines = (f"{id_} {emitted[id_].digest}" for id_ in sorted(emitted))
    return run.key("report", _corpus_digest(run), digest(encode(run.rejections())), _way_to_corpus(run), *lines)


def _way_to_corpus(run: Run) -> str:
    """How links of the report lead to the documents; both folders may be moved together."""
    return os.path.relpath(run.paths.corpus.resolve(), run.paths.outputs.resolve() / "report").replace(os.sep, "/")


def _document_keys(run: Run, provenance: Provenance) -> dict[str, str]:
    made_by = digest(msgspec.json.encode(provenance))
    stages = [run.store.states(stage) for stage in ("ingest", "source", "link", "topics")]
    return {
        id_: run.key("emit", made_by, state.digest, *(states[id_].digest for states in stages))
        for id_, state in run.store.states("extract").items()
        if not state.rejected
    }


def _stale(run: Run, stage: str, keys: dict[str, str], folder: Path, suffix: str) -> list[str]:
    """The documents whose file is missing or out of date, in order; what belongs to no document is removed."""
    there = listing(folder, suffix)
    states = run.store.states(stage)
    remove(folder, sorted(there.keys() - keys.keys()), suffix)
    run.store.delete(stage, sorted(states.keys() - keys.keys()))
    return sorted(
        id_
        for id_, key in keys.items()
        if id_ not in states or states[id_].key != key or there.get(id_) != states[id_].words
    )


def _public(run: Run, id_: str, provenance: Provenance) -> Document:
    return public_document(
        unpack(run.store.get("ingest", id_), Ingested),
        unpack(run.store.get("source", id_), SourceText),
        unpack(run.store.get("extract", id_), Extracted),
        unpack(run.store.get("link", id_), DocumentLinks),
        unpack(run.store.get("topics", id_), DocumentTopics),
        provenance=provenance,
    )


def _write_collections(run: Run, keys: dict[str, str]) -> None:
    outputs = run.paths.outputs
    files = [outputs / "depeche.sqlite", *(outputs / "tables" / f"{name}.csv" for name in _TABLES)]
    rejected = digest(encode(run.rejections()))
    if not _collection_is_stale(run, "collections", keys, files, rejected):
        return
    (outputs / "tables").mkdir(parents=True, exist_ok=True)
    entities, topics = _entities(run), _topics(run)
    write_tables(outputs / "tables", _all(run), entities, topics, duplicate_of(_duplicates(run)))
    rest = (_duplicates(run), _unsure(run), run.rejections())
    write_database(outputs / "depeche.sqlite", _all(run), entities, topics, *rest)
    _note_collection(run, "collections", keys, rejected)


def _collection_is_stale(run: Run, name: str, keys: dict[str, str], files: list[Path], *more: str) -> bool:
    if not all(path.exists() for path in files):
        return True
    return run.store.note(name) != _collection_key(run, keys, *more)


def _note_collection(run: Run, name: str, keys: dict[str, str], *more: str) -> None:
    run.store.put((), notes={name: _collection_key(run, keys, *more)})


def _collection_key(run: Run, keys: dict[str, str], *more: str) -> str:
    return combine(run.versions["emit"], _corpus_digest(run), *more, *(f"{id_} {keys[id_]}" for id_ in sorted(keys)))


def _corpus_digest(run: Run) -> str:
    states = run.store.states("corpus")
    return combine(*(f"{name} {states[name].digest}" for name in ("duplicates", "entities", "topics", "unsure")))


def _shown(run: Run, id_: str, context: ReportContext) -> Iterator[str]:
    """What a document's page says of the corpus: names of its entities, labels of its topics, what it duplicates."""
    links = unpack(run.store.get("link", id_), DocumentLinks)
    topics = unpack(run.store.get("topics", id_), DocumentTopics)
    for entity in sorted(set(links.entities.values())):
        known = context.entities.get(entity)
        yield f"{entity} {known.names.fr} {known.names.en}" if known else entity
    for weight in topics.topics:
        topic = context.topics.get(weight.id)
        yield f"{weight.id} {topic.label.fr} {topic.label.en}" if topic else weight.id
    yield str(context.duplicate_of.get(id_))


def _read(run: Run, id_: str) -> Document:
    data = (run.paths.outputs / "documents" / f"{id_}.json").read_bytes()
    return msgspec.json.decode(data, type=Document)


def _all(run: Run) -> Iterator[Document]:
    for id_ in sorted(run.store.states("emit")):
        yield _read(run, id_)


def _entities(run: Run) -> tuple[Entity, ...]:
    return unpack(run.store.get("corpus", "entities"), tuple[Entity, ...])


def _topics(run: Run) -> tuple[Topic, ...]:
    return unpack(run.store.get("corpus", "topics"), tuple[Topic, ...])


def _duplicates(run: Run) -> tuple[DuplicateGroup, ...]:
    return unpack(run.store.get("corpus", "duplicates"), tuple[DuplicateGroup, ...])


def _unsure(run: Run) -> tuple[Unsure, ...]:
    return unpack(run.store.get("corpus", "unsure"), tuple[Unsure, ...])
