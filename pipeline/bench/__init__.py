"""Bench: how fast and how large, as ratios to what a user would have without Dépêche, measured in one run.

`corpus` makes up the documents, `text` is what the speeds are measured on. `speed` runs in one process, in turn, round
after round (`timing`): the stages (`stages`, `corpus_stages`), the `finders`, spaCy with only `ner` (`bare_spacy`) and
the `script` that a user would write. `startup` and `memory` use `processes` of their own. `figures` draws the ratios,
`render` makes the tables.
"""

import os
import platform
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from pipeline.bench.corpus import generate_documents
from pipeline.bench.figures import Bench
from pipeline.bench.memory import measure_memory
from pipeline.bench.processes import ONE_THREAD, fresh
from pipeline.bench.render import render
from pipeline.bench.speed import measure_speed
from pipeline.bench.startup import measure_startup
from pipeline.config import MODELS, default_jobs
from pipeline.errors import UserError

__all__ = ["generate_documents", "run_bench"]

_ROUNDS = 3
_LEAST_WORDS = 1000
_WIDTH = 110


def run_bench(*, words: int) -> None:
    """Measure on about `words` words and print the tables; nothing is kept on disk.

    Raises:
        UserError: too few words to measure anything on.
    """
    if words < _LEAST_WORDS:
        raise UserError(f"WORDS={words}: at least {_LEAST_WORDS}")
    os.environ.update(ONE_THREAD)
    progress = Console(stderr=True)
    with TemporaryDirectory(prefix="depeche-bench-") as folder:
        progress.print("bench: memory (a few minutes in all)")
        memory = measure_memory(words, MODELS, Path(folder))
        progress.print("bench: start-up")
        small = Path(folder) / "small"
        startup = measure_startup(small / "corpus", small / "outputs", MODELS, _ROUNDS)
        progress.print("bench: speed")
        speeds = fresh(measure_speed, words, MODELS, _ROUNDS)
    bench = Bench(_system(), words, _ROUNDS, tuple(speeds), tuple(startup), memory)
    console = Console()
    console.print(render(bench), width=None if console.is_terminal else _WIDTH)


def _system() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("spacy", "numpy"))
    return f"Python {platform.python_version()}, {packages}, {default_jobs()} cores"
