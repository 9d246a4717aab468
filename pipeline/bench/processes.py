"""Processes of their own for what is to be measured, and how much memory they and their children held at most."""

import concurrent.futures
import contextlib
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_PROC = Path("/proc")
# One thread a process, as the command line sets it for all stages.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Watched(NamedTuple):
    """How long a program ran, and the most megabytes that it and the largest of its workers held; None: not known."""

    seconds: float
    own: float | None
    worker: float | None


def fresh(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The function's result, from a new process."""
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(max_workers=1, mp_context=context) as executor:
        return executor.submit(function, *args, **kwargs).result()


def watch(*arguments: str, pause: float | None = 0.05) -> Watched:
    """Run Python with these arguments and look at its memory every `pause` seconds; None: don't look.

    Raises:
        subprocess.CalledProcessError: it failed; what it said is noted on the error.
    """
    peaks: dict[int, float] = {}
    command = [sys.executable, *arguments]
    started = time.perf_counter()
    with TemporaryFile() as said:
        process = subprocess.Popen(command, env=_environment(), stdout=subprocess.DEVNULL, stderr=said)
        while pause is not None and process.poll() is None:
            peaks |= {pid: peak for pid in _family(process.pid) if (peak := _peak(pid)) is not None}
            time.sleep(pause)
        code = process.wait()
        seconds = time.perf_counter() - started
        if code:
            said.seek(0)
            error = subprocess.CalledProcessError(code, command)
            error.add_note(said.read().decode(errors="replace"))
            raise error
    own = peaks.pop(process.pid, None)
    return Watched(seconds, own, max(peaks.values(), default=None))


def own_peak() -> float | None:
    """The most megabytes that this process has held so far."""
    return _peak(os.getpid())


def _environment() -> dict[str, str]:
    """This process's environment without the options of `make`, which would reach the program that is measured."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DEPECHE_")}
    return kept | ONE_THREAD


def _family(pid: int) -> list[int]:
    """The process and all that descend from it, as far as the system tells."""
    found = [pid]
    for parent in found:  # grows while it is read
        for thread in (_PROC / str(parent) / "task").glob("*/children"):
            with contextlib.suppress(OSError):  # gone in the meantime
                found.extend(map(int, thread.read_text().split()))
    return found


def _peak(pid: int) -> float | None:
    """The most megabytes that a process has held in memory; None where it is gone or the system doesn't tell."""
    try:
        lines = (_PROC / str(pid) / "status").read_text().splitlines()
    except OSError:
        return None
    values = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return int(values[0]) * 1024 / 1e6 if values else None
