"""`ingest` and `extract`: one document at a time, in worker processes, only where something changed."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from pipeline.corpus import CorpusFile, rejection, scan
from pipeline.records import Rejection
from pipeline.runner.executor import Failure, Outcome, ProcessExecutor, Task
from pipeline.runner.folders import inside_corpus
from pipeline.runner.run import Run
from pipeline.runner.worker import IngestDone, IngestJob, extract_document, ingest_file
from pipeline.store import Row, State, pack

Result = TypeVar("Result")
_OF_LIMITS = ("timeout", "memory", "crashed")
_BYTES_A_WORD = 6
_BATCH_SECONDS = 1.0
_BATCH_BYTES = 16_000_000
_RACY_NS = 2_000_000_000  # a file touched this shortly before it was hashed may change again unseen


def ingest_corpus(run: Run) -> None:
    """Bring the `ingest` records up to date with the corpus folder."""
    files = run.files = _list_files(run)
    keys = {id_: _ingest_key(run, id_, sha) for id_, (_, sha) in files.items()}
    todo = _plan(run, "ingest", keys)
    run.skipped = len(files) - len(todo)
    if todo:
        _check_corrections(run)
    run.store.delete("source", sorted(run.store.states("source").keys() - files.keys()))

    def rows(id_: str, done: IngestDone) -> Iterable[Row]:
        yield Row("source", id_, keys[id_], done.source)
        yield Row("ingest", id_, keys[id_], done.ingested, done.words, done.languages)

    tasks = (_ingest_task(run, *files[id_]) for id_ in todo)
    outcomes = ProcessExecutor(run.limits).run(ingest_file, tasks) if todo else iter(())
    _put(run, "ingest", run.progress.track(outcomes, "ingest", len(todo)), keys, rows)


def extract_corpus(run: Run) -> None:
    """Bring the `extract` records up to date with those of `ingest`."""
    sources = {id_: state for id_, state in run.store.states("ingest").items() if not state.rejected}
    keys = {id_: run.key("extract", state.digest) for id_, state in sources.items()}
    todo = _plan(run, "extract", keys)
    models = str(run.paths.models)
    languages = {language for id_ in todo for language in sources[id_].languages.split(",")}
    preload = {"DEPECHE_MODELS": models, "DEPECHE_LANGUAGES": ",".join(sorted(languages))}
    tasks = (Task(id_, (run.store.get("ingest", id_), models), run.limits.seconds(sources[id_].words)) for id_ in todo)

    def rows(id_: str, done: bytes) -> Iterable[Row]:
        yield Row("extract", id_, keys[id_], done)

    outcomes = ProcessExecutor(run.limits, preload=preload).run(extract_document, tasks) if todo else iter(())
    _put(run, "extract", run.progress.track(outcomes, "extract", len(todo)), keys, rows)


def _check_corrections(run: Run) -> None:
    """Say what is wrong with `corrections.toml` before the long work, not after it."""
    from pipeline.link import load_corrections

    load_corrections(run.paths.corpus / "corrections.toml")


def _list_files(run: Run) -> dict[str, tuple[CorpusFile, str]]:
    """The files to mine with their SHA-256, by id; what can't be one goes to `run.scanned`."""
    known = run.store.files()
    now = time.time_ns()
    listed: dict[str, tuple[CorpusFile, str]] = {}
    remembered: list[tuple[str, int, str, str]] = []
    made = inside_corpus(run.paths)
    for file in scan(run.paths.corpus, run.settings, max_bytes=run.limits.max_bytes):
        if made is not None and file.path.startswith(f"{made}/"):
            continue  # what a run made is no document
        if isinstance(file, Rejection):
            run.scanned.append(file)
            continue
        stamp = ",".join(map(str, file.stamp))
        size, old_stamp, sha = known.get(file.id, (-1, "", ""))
        if (size, old_stamp) != (file.size, stamp):
            try:
                sha = _sha256(run.paths.corpus / file.path)
            except OSError as error:
                run.scanned.append(rejection(file.path, "unreadable", f"can't be read: {error.strerror or error}"))
                continue
        listed[file.id] = (file, sha)
        if now - max(file.stamp[:2]) > _RACY_NS:
            remembered.append((file.id, file.size, stamp, sha))
    if {row[0]: row[1:] for row in remembered} != known:
        run.store.put_files(remembered)
    return listed


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _ingest_key(run: Run, id_: str, sha256: str) -> str:
    override = run.overrides.get(id_)
    said = "" if override is None else msgspec.json.encode(override).decode()
    return run.key("ingest", id_, sha256, said, *run.recogniser)


def _ingest_task(run: Run, file: CorpusFile, sha256: str) -> Task:
    path = run.paths.corpus / file.path
    shown = file.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    models, ocr = str(run.paths.models), bool(run.recogniser)
    job = IngestJob(file.id, str(path), shown, sha256, run.overrides.get(file.id), models, ocr)
    return Task(file.id, (job,), run.limits.seconds(file.size / _BYTES_A_WORD))


def _plan(run: Run, stage: str, keys: dict[str, str]) -> list[str]:
    """The ids whose record is missing or out of date, in order; records of documents that are gone are deleted."""
    states = run.store.states(stage)
    gone = sorted(states.keys() - keys.keys())
    if gone:
        run.store.delete(stage, gone)
    return sorted(id_ for id_, key in keys.items() if not _fresh(run, states.get(id_), key))


def _fresh(run: Run, state: State | None, key: str) -> bool:
    return state is not None and (state.key == key or (bool(state.rejected) and state.key == run.limits_key(key)))


def _put(
    run: Run,
    stage: str,
    outcomes: Iterator[Outcome[Result]],
    keys: dict[str, str],
    rows: Callable[[str, Result], Iterable[Row]],
) -> None:
    """Write outcomes to the store as they come, in batches, rejections among them."""
    batch: list[Row] = []
    written = time.monotonic()
    for id_, result in outcomes:
        if isinstance(result, Failure):
            batch.append(_rejected(run, stage, id_, keys[id_], result))
        else:
            batch.extend(rows(id_, result))
        if time.monotonic() - written > _BATCH_SECONDS or sum(len(row.value) for row in batch) > _BATCH_BYTES:
            run.store.put(batch)
            batch, written = [], time.monotonic()
    if batch:
        run.store.put(batch)


def _rejected(run: Run, stage: str, id_: str, key: str, failure: Failure) -> Row:
    if failure.trace:
        run.bugs.append(f"{id_}: {failure.trace}")
    file = run.files[id_]
    record = rejection(file[0].path, failure.code, failure.reason, stage=stage, sha256=file[1])
    key = run.limits_key(key) if failure.code in _OF_LIMITS else key
    return Row(stage, id_, key, pack(record), rejected=True)
