"""`link` and `topics`: facts of the whole corpus, made again only when a document, a ruling or the ids changed.

Both take what the last run knew (`ids.json`) as an input and give an updated one. Their result is a fixed point: made
again with the updated ids it is the same. So a stage is up to date when `ids.json` holds its part as it was before or
after the stage ran, and a run killed between the two starts again from the same place.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import msgspec
from msgspec.structs import replace

from pipeline.emit.encoding import encode, rounded
from pipeline.emit.public import Tracer
from pipeline.records import (
    Citation,
    DocumentLinks,
    DuplicateGroup,
    Entity,
    Extracted,
    Ids,
    Ingested,
    KnownEntity,
    KnownTopic,
    SourceText,
    Topic,
    Unsure,
)
from pipeline.runner.run import Run
from pipeline.runner.versions import combine
from pipeline.store import Row, digest, pack, unpack


def link_corpus(run: Run) -> None:
    """Bring entities, duplicates and unsure names up to date, and `outputs/*.json` of them."""
    ids = run.ids()
    corrections = run.paths.corpus / "corrections.toml"
    ruled = digest(corrections.read_bytes()) if corrections.exists() else "-"
    key = run.key("link", _inputs(run), ruled)

    def make() -> tuple[Iterable[Row], str]:
        from pipeline.link import link, load_corrections, load_gazetteer

        linked = link(
            run.pairs(),
            gazetteer=load_gazetteer(run.paths.models),
            ids=ids,
            corrections=load_corrections(corrections),
        )
        for text in linked.unused_corrections:
            run.progress.line(f"{corrections}: no longer applies: {text}")
        corpus = [
            Row("corpus", "duplicates", key, pack(linked.duplicates)),
            Row("corpus", "entities", key, pack(linked.entities)),
            Row("corpus", "ids.entities", key, pack(linked.ids.entities)),
            Row("corpus", "unsure", key, pack(linked.unsure)),
        ]
        documents = (Row("link", links.id, key, pack(links)) for links in linked.documents)
        return chain(documents, corpus), _part(linked.ids.entities)

    _refresh(run, "link", key, _part(ids.entities), make)
    write_records(run, "entities", Entity)
    write_records(run, "duplicates", DuplicateGroup)
    write_records(run, "unsure", Unsure)


def topics_corpus(run: Run) -> None:
    """Bring topics and summaries up to date, and `outputs/topics.json`."""
    ids = run.ids()
    duplicates = run.store.states("corpus")["duplicates"].digest
    length = run.settings.summaries
    key = run.key("topics", _inputs(run), duplicates, f"{length.sentences} {length.ratio}")

    def make() -> tuple[Iterable[Row], str]:
        from pipeline.topics import find_topics, load_topic_lexicons

        found = find_topics(
            _linked(run), lexicons=load_topic_lexicons(run.paths.models), ids=ids, length=run.settings.summaries
        )
        new = sorted(found.ids.topics.keys() - ids.topics.keys()) if ids.topics else []
        for name in new:
            run.progress.line(f"new topic: {name}")
        corpus = [
            Row("corpus", "topics", key, pack(tuple(_with_pages(run, topic) for topic in found.topics))),
            Row("corpus", "ids.topics", key, pack(found.ids.topics)),
        ]
        documents = (Row("topics", topics.id, key, pack(topics)) for topics in found.documents)
        return chain(documents, corpus), _part(found.ids.topics)

    _refresh(run, "topics", key, _part(ids.topics), make)
    write_records(run, "topics", Topic)


def write_ids(run: Run, *, topics: bool) -> None:
    """Replace `ids.json`, last of all: the parts that the stages made; topics that did not run stay as they were."""
    entities = unpack(run.store.get("corpus", "ids.entities"), dict[str, KnownEntity])
    known = unpack(run.store.get("corpus", "ids.topics"), dict[str, KnownTopic]) if topics else run.ids().topics
    run.write("ids.json", encode(Ids(entities=entities, topics=known)), sync=True)


def write_records(run: Run, name: str, kind: type[msgspec.Struct]) -> None:
    """Write a list of the corpus as `outputs/<name>.json`, unless the file is there and of this state."""
    state = run.store.states("corpus")[name]
    path = run.paths.outputs / f"{name}.json"
    if path.exists() and run.store.note(f"written {name}") == f"{state.digest} {path.stat().st_size}":
        return
    data = encode(unpack(run.store.get("corpus", name), tuple[kind, ...]))  # type: ignore[valid-type]
    run.write(path.name, data)
    run.store.put((), notes={f"written {name}": f"{state.digest} {len(data)}"})


def _refresh(run: Run, stage: str, key: str, part: str, make: Callable[[], tuple[Iterable[Row], str]]) -> None:
    noted = (run.store.note(stage) or "").split()
    if noted and noted[0] == key and part in noted[1:]:
        return  # made from these inputs already, with the ids as they were before or after
    for _ in run.progress.track(range(1), stage, 1):
        rows, after = make()
        present = run.store.states("extract")
        run.store.put(rows, notes={stage: f"{key} {part} {after}"})
        gone = sorted(run.store.states(stage).keys() - present.keys())
        run.store.delete(stage, gone)


def _inputs(run: Run) -> str:
    """The hash of all documents that came through, as ingested and extracted."""
    ingested = run.store.states("ingest")
    extracted = run.store.states("extract")
    lines = (
        f"{id_} {ingested[id_].digest} {state.digest}" for id_, state in sorted(extracted.items()) if not state.rejected
    )
    return combine(*lines)


def _linked(run: Run) -> Iterator[tuple[Ingested, Extracted, DocumentLinks]]:
    links = dict(run.store.values("link"))
    for ingested, extracted in run.pairs():
        yield ingested, extracted, unpack(links[ingested.id], DocumentLinks)


def _with_pages(run: Run, topic: Topic) -> Topic:
    """The topic with the pages of what it cites."""
    return replace(topic, summary=tuple(replace(cited, page=_page(run, cited)) for cited in topic.summary))


def _page(run: Run, cited: Citation) -> int | None:
    ingested = unpack(run.store.get("ingest", cited.document), Ingested)
    source = unpack(run.store.get("source", cited.document), SourceText)
    return next((piece.page for piece in Tracer(ingested, source).slices(cited.start, cited.end)), None)


def _part(part: object) -> str:
    """The hash of a part of the ids, as it stands in the file."""
    return digest(msgspec.json.encode(rounded(msgspec.to_builtins(part)), order="sorted"))[:32]
