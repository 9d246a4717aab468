"""Running one function on many documents, in processes of their own.

`Executor` is all that the runner asks; `ProcessExecutor` is the one for a single machine. A task that hangs, dies or
asks for too much memory fails alone: its process is ended and replaced, and the others go on.
"""

import concurrent.futures
import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from pipeline.config import Limits
from pipeline.errors import BadDocument, UserError

Result = TypeVar("Result")
# Objects that a worker makes before it looks for cycles: nearly all are gone with their last use, and the looking took
# some hundredths of the time.
CYCLES_AFTER = 5_000


class Task(NamedTuple):
    """One document's work: its id, what the function gets, and its time limit in seconds."""

    id: str
    arguments: tuple[Any, ...]
    seconds: float


class Failure(NamedTuple):
    """Why a task gave no result; `trace` is the traceback of a bug, else empty."""

    code: str
    reason: str
    trace: str = ""


class Outcome(NamedTuple, Generic[Result]):
    """What became of a task."""

    id: str
    result: Result | Failure


class Executor(Protocol):
    """Anything that runs a function on tasks and gives the outcomes, in whatever order they come."""

    def run(self, function: Callable[..., Result], tasks: Iterable[Task]) -> Iterator[Outcome[Result]]:
        """Run `function(*task.arguments)` for every task; `tasks` is read as workers become free."""


class ProcessExecutor:
    """Workers on this machine. A worker holds one document at a time and is renewed after `renew` documents."""

    def __init__(self, limits: Limits, *, preload: dict[str, str] | None = None, renew: int = 1000) -> None:
        self._limits = limits
        self._renew = renew
        self._context = multiprocessing.get_context("spawn" if preload is None else "forkserver")
        if preload is not None:
            os.environ.update(preload)
            self._context.set_forkserver_preload(["pipeline.runner.preload"])

    def run(self, function: Callable[..., Result], tasks: Iterable[Task]) -> Iterator[Outcome[Result]]:
        """Run `function(*task.arguments)` for every task; at most three tasks a worker wait at a time."""
        pool = ProcessPool(
            max_workers=self._limits.jobs,
            max_tasks=self._renew,
            initializer=start_worker,
            initargs=[self._limits.memory],
            context=self._context,
        )
        waiting: dict[concurrent.futures.Future[Result], str] = {}
        try:
            for task in tasks:
                future = pool.schedule(function, args=list(task.arguments), timeout=task.seconds)
                waiting[future] = task.id
                if len(waiting) >= 3 * self._limits.jobs:
                    yield from self._finished(waiting)
            while waiting:
                yield from self._finished(waiting)
            pool.close()  # type: ignore[no-untyped-call]
        except BaseException:  # whoever takes the outcomes went away, too
            pool.stop()  # type: ignore[no-untyped-call]
            raise
        finally:
            pool.join()

    def _finished(self, waiting: dict["concurrent.futures.Future[Result]", str]) -> Iterator[Outcome[Result]]:
        done, _ = concurrent.futures.wait(waiting, return_when=concurrent.futures.FIRST_COMPLETED)
        for future in done:
            result: Result | Failure = self._result(future)
            yield Outcome(waiting.pop(future), result)

    def _result(self, future: "concurrent.futures.Future[Result]") -> Result | Failure:
        try:
            return future.result()
        except BadDocument as error:
            return Failure(error.code, error.reason)
        except UserError:
            raise  # a model or lexicon is missing: no document's fault
        except (TimeoutError, concurrent.futures.TimeoutError):
            return Failure("timeout", "took longer than its time limit: raise TIMEOUT= or cut the document in parts")
        except MemoryError:
            reason = f"needs more than MEMORY={self._limits.memory} megabytes: raise it or cut the document in parts"
            return Failure("memory", reason)
        except ProcessExpired as error:
            reason = f"its worker died ({_death(error)}): the file may be hostile, or MEMORY= too small for it"
            return Failure("crashed", reason)
        except Exception as error:
            trace = str(error.__cause__) if error.__cause__ else "".join(traceback.format_exception(error))
            return Failure("internal_error", f"a bug in Dépêche, {type(error).__name__}: {error}", trace)


def start_worker(memory: int) -> None:
    """Make this process a worker: interrupts go to the parent alone, and its data may not pass `memory` megabytes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(CYCLES_AFTER)
    try:
        import resource
    except ImportError:  # not on this system: no limit
        return
    limit = memory * 1_000_000
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def _death(error: ProcessExpired) -> str:
    code = error.exitcode
    try:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"exit code {code}"
