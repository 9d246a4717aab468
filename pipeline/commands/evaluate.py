"""`evaluate`: run a corpus and compare what was found with annotated documents."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from rich.console import Console

from pipeline.config import Limits, Paths, default_jobs
from pipeline.errors import UserError
from pipeline.evaluate import evaluate, load_gold, render, to_json
from pipeline.records import Document
from pipeline.runner import run
from pipeline.runner.files import write_if_changed


def evaluate_corpus(paths: Paths, gold: Path, *, errors: bool) -> None:
    """Run the corpus, print the scores, and write them to `<outputs>/evaluation.json`.

    Raises:
        UserError: there is no such folder of gold, or it is wrong.
    """
    if not gold.is_dir():
        raise UserError(f"{gold}: no such folder; GOLD= names the folder of annotated documents")
    annotated = load_gold(gold)
    run(paths, Limits(jobs=default_jobs()), until="emit")
    evaluation = evaluate(dict(_documents(paths.outputs / "documents")), annotated)
    write_if_changed(paths.outputs / "evaluation.json", to_json(evaluation))
    Console().print(render(evaluation, errors=errors))


def _documents(folder: Path) -> Iterator[tuple[str, Document]]:
    for path in sorted(folder.rglob("*.json")):
        document = msgspec.json.decode(path.read_bytes(), type=Document)
        yield document.id, document
