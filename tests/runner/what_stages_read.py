"""A program: runs each stage on a corpus in this one process, and prints which files of the models it opens.

python tests/runner/what_stages_read.py CORPUS OUTPUTS
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from pipeline.config import MODELS, Limits, Paths
from pipeline.runner import Stage, per_document, run, versions
from pipeline.runner.executor import Outcome, Task


class InThisProcess:
    """An executor without workers."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def run(self, function: Callable[..., Any], tasks: Iterable[Task]) -> Iterator[Outcome[Any]]:
        return (Outcome(task.id, function(*task.arguments)) for task in tasks)


def main(corpus: Path, outputs: Path) -> None:
    setattr(per_document, "ProcessExecutor", InThisProcess)  # noqa: B010
    setattr(versions, "_digest_tree", str)  # noqa: B010  # it reads everything
    opened: set[str] = set()
    sys.addaudithook(lambda event, arguments: _note(opened, arguments[0]) if event == "open" else None)
    for stage in get_args(Stage):
        run(Paths(corpus=corpus, outputs=outputs), Limits(), until=stage)
        print(stage, *sorted(opened))
        opened.clear()


def _note(opened: set[str], path: object) -> None:
    if isinstance(path, str | os.PathLike) and (file := Path(path)).is_relative_to(MODELS):
        opened.add(file.relative_to(MODELS).as_posix())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
