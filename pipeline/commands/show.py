"""`show`: find what the user names in the outputs and print it."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from rich.console import Console, Group, RenderableType

from pipeline.commands.words import load_words
from pipeline.config import MODELS
from pipeline.corpus import document_id
from pipeline.errors import UserError
from pipeline.records import Document, Entity, Ingested, Names, SourceText, Topic
from pipeline.runner.folders import writing_to
from pipeline.show.document import render_document
from pipeline.show.entity import render_entity
from pipeline.show.repairs import render_repairs
from pipeline.show.topic import render_topic
from pipeline.store import SqliteStore, unpack

T = TypeVar("T", Entity, Topic)


def show_document(outputs: Path, name: str) -> None:
    """Print the document with this id, path or file name."""
    document, (_, lexicon) = _named(outputs, name), load_words()
    entities = {entity.id: entity for entity in _load(outputs / "entities.json", Entity)}
    known = _work(outputs, document)
    repairs = render_repairs(document, known[1].text, known[0].alignment, lexicon) if known else ()
    _print(Group(render_document(document, lexicon, entities), *repairs))


def show_refused(outputs: Path, name: str) -> None:
    """Print what looked like a name in a document and is none; the document is searched again for it."""
    from pipeline.extract import find_refused, load_extract_resources  # seconds to import, for this command alone
    from pipeline.show.refused import render_refused

    document = _named(outputs, name)
    known = _work(outputs, document)
    if known is None:
        raise UserError(f"{document.id}: the work store does not know it any more; run `make` first")
    refused = find_refused(known[0], load_extract_resources(MODELS))
    _print(render_refused(document, refused, load_words()[1]))


def _named(outputs: Path, name: str) -> Document:
    ids = _ids(outputs)
    wanted = {name, document_id(name)}
    found = [i for i in ids if i in wanted] or [i for i in ids if i.rsplit("/", 1)[-1] in wanted]
    found = found or [i for i in ids if name.casefold() in i.casefold()]
    if len(found) != 1:
        raise UserError(_which(name, found, ids, "document"))
    return _document(outputs, found[0])


def _work(outputs: Path, document: Document) -> tuple[Ingested, SourceText] | None:
    """The document as it was ingested and its source, as far as the work store still knows them."""
    path = outputs / "work.sqlite"
    if not path.exists():
        return None
    with writing_to(outputs):
        store = SqliteStore(path)
    try:
        ingested = unpack(store.get("ingest", document.id), Ingested)
        source = unpack(store.get("source", document.id), SourceText)
    except KeyError:
        return None
    finally:
        store.close()
    return (ingested, source) if ingested.text == document.text else None  # else written by another run than the last


def show_entity(outputs: Path, name: str) -> None:
    """Print the entity with this id or name, and where it is mentioned."""
    entities = _load(outputs / "entities.json", Entity)
    wanted = _folded(name)
    exact = [e for e in entities if e.id == name]
    found = exact or [e for e in entities if wanted in {_folded(form) for form in (*e.aliases, *_names(e.names))}]
    if len(found) != 1:
        near = found or [e for e in entities if any(wanted in _folded(alias) for alias in e.aliases)]
        raise UserError(_which(name, [e.id for e in near], (), "entity"))
    _print(render_entity(found[0], _documents(outputs), load_words()[1]))


def show_topic(outputs: Path, name: str) -> None:
    """Print the topic with this id or label, and its passages."""
    topics = _load(outputs / "topics.json", Topic)
    wanted = _folded(name)
    found = [t for t in topics if t.id == name] or [t for t in topics if wanted in map(_folded, _names(t.label))]
    if len(found) != 1:
        raise UserError(_which(name, [t.id for t in found], [t.id for t in topics], "topic"))
    _print(render_topic(found[0], _documents(outputs), load_words()[1]))


def _which(name: str, found: Sequence[str], known: Sequence[str], kind: str) -> str:
    """What to say where a name fits several things, or none of those that there are."""
    listed = found or known
    some = ", ".join(listed[:10]) + (" …" if len(listed) > 10 else "")
    if found:
        return f"{name}: which {kind}? {some}"
    return f"{name}: no such {kind}" + (f"; there are {some}" if some else "")


def _load(path: Path, kind: type[T]) -> list[T]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[kind])  # type: ignore[valid-type]
    except FileNotFoundError:
        raise UserError(f"{path}: not there yet; run `make` first") from None


def _ids(outputs: Path) -> list[str]:
    folder = outputs / "documents"
    return sorted(path.relative_to(folder).as_posix().removesuffix(".json") for path in folder.rglob("*.json"))


def _documents(outputs: Path) -> Iterator[Document]:
    for id_ in _ids(outputs):
        yield _document(outputs, id_)


def _document(outputs: Path, id_: str) -> Document:
    return msgspec.json.decode((outputs / "documents" / f"{id_}.json").read_bytes(), type=Document)


def _names(names: Names) -> list[str]:
    return [name for name in (names.fr, names.en) if name]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _print(content: RenderableType) -> None:
    Console().print(content)
