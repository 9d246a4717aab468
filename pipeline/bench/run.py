"""One run of the bench, from the made-up documents to the tables."""

import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from pipeline.bench.figures import Bench
from pipeline.bench.files import ingest_large
from pipeline.bench.memory import measure_memory
from pipeline.bench.processes import ONE_THREAD, fresh
from pipeline.bench.render import render
from pipeline.bench.speed import measure_speed
from pipeline.bench.startup import measure_startup
from pipeline.config import MODELS, default_jobs

_ROUNDS = 3
_WIDTH = 80
_LARGE = 50  # megabytes


def measure_all(words: int) -> None:
    """Measure memory, start-up and speed, one after the other, and print the tables."""
    os.environ.update(ONE_THREAD)
    with TemporaryDirectory(prefix="depeche-bench-") as folder:
        _tell("memory (a few minutes in all)")
        memory = measure_memory(words, MODELS, Path(folder))
        large = fresh(ingest_large, _LARGE, MODELS)
        _tell("start-up")
        small = Path(folder) / "small"
        startup = measure_startup(small / "corpus", small / "outputs", MODELS, _ROUNDS)
    _tell("speed")
    speeds = fresh(measure_speed, words, MODELS, _ROUNDS)
    bench = Bench(_system(), words, _ROUNDS, tuple(speeds), tuple(startup), memory, large)
    Console(width=None if sys.stdout.isatty() else _WIDTH).print(render(bench))


def _tell(what: str) -> None:
    print(f"bench: {what}", file=sys.stderr, flush=True)


def _system() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("spacy", "numpy"))
    return f"Python {platform.python_version()}, {packages}, {default_jobs()} cores"
