"""The runner: all stages in order, each only where something changed.

`run` is the door. `run.py` holds what one run shares; `per_document` runs `ingest` and `extract` in worker processes
(`executor`, `worker`); `of_corpus` runs `link` and `topics`; `products` runs `emit` and `report`. `versions` makes the
content keys, `folders` says what is wrong with the folder of the outputs; `pipeline/files.py` writes what is in it.
"""

import time
from collections.abc import Callable
from typing import Literal

import msgspec

from pipeline.config import Limits, Paths
from pipeline.records import Rejection
from pipeline.runner.folders import writing_to
from pipeline.runner.of_corpus import link_corpus, topics_corpus, write_ids
from pipeline.runner.per_document import extract_corpus, ingest_corpus
from pipeline.runner.progress import Progress
from pipeline.runner.run import Run

Stage = Literal["ingest", "extract", "link", "topics", "emit", "report"]


class Summary(msgspec.Struct, frozen=True):
    """What a run did; `stages` has (name, documents, seconds) of each that had work to do."""

    done: int
    skipped: int
    rejections: tuple[Rejection, ...]
    stages: tuple[tuple[str, int, float], ...]
    seconds: float
    bugs: tuple[str, ...]


def run(paths: Paths, limits: Limits, *, until: Stage = "report", progress: Progress | None = None) -> Summary:
    """Run the stages up to and with `until`, and say what was done.

    Raises:
        UserError: a file of settings is wrong, another run is at work on the same outputs, or they can't be written.
    """
    started = time.monotonic()
    progress = progress or Progress()
    with writing_to(paths.outputs), Run(paths, limits, progress) as current:
        for name, stage in _stages().items():
            stage(current)
            if name == until:
                break
        _finish(current, until)
        ingested = [state for state in current.store.states("ingest").values() if not state.rejected]
        return Summary(
            done=max(len(ingested) - current.skipped, 0),
            skipped=current.skipped,
            rejections=current.rejections(),
            stages=tuple(progress.stages),
            seconds=time.monotonic() - started,
            bugs=tuple(current.bugs),
        )


def _stages() -> dict[Stage, Callable[[Run], None]]:
    return {
        "ingest": ingest_corpus,
        "extract": extract_corpus,
        "link": link_corpus,
        "topics": topics_corpus,
        "emit": _emit,
        "report": _report,
    }


def _emit(run_: Run) -> None:
    from pipeline.runner.products import emit_corpus

    emit_corpus(run_)


def _report(run_: Run) -> None:
    from pipeline.runner.products import report_corpus, report_inputs, report_is_fresh

    if not report_is_fresh(run_):
        report_corpus(run_)
        run_.store.put((), notes={"report inputs": report_inputs(run_)})


def _finish(run_: Run, until: Stage) -> None:
    from pipeline.runner.products import write_rejections

    write_rejections(run_)
    if until not in ("ingest", "extract"):
        write_ids(run_, topics=until != "link")
