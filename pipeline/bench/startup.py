"""Start-up: how long a new process takes until it can work."""

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pipeline.bench.bare_spacy import OTHER_PIPES
from pipeline.bench.names import BARE_START, EXTRACT_START, NOTHING, OURS_START, UNCHANGED, WHOLE_START
from pipeline.bench.processes import watch
from pipeline.bench.timing import Subject, Timing, measure
from pipeline.config import load_models_config


def measure_startup(corpus: Path, outputs: Path, models: Path, rounds: int) -> list[Timing]:
    """Seconds from the start of a process to its end; `outputs` must be up to date with `corpus`."""
    package = load_models_config(models).fr.package
    path = "from pathlib import Path"
    ner = "from pipeline.config import load_models_config; from pipeline.extract.entities import NamedEntityModel"
    everything = "from pipeline.extract import load_extract_resources"
    folder = f"Path({str(models)!r})"
    commands: dict[str, Sequence[str]] = {
        NOTHING: ("-c", "pass"),
        UNCHANGED: ("-m", "pipeline", "run", "--strict", "--corpus", str(corpus), "--outputs", str(outputs)),
        OURS_START: ("-c", f"{path}; {ner}; NamedEntityModel(load_models_config({folder}).fr, models={folder})"),
        EXTRACT_START: ("-c", f"{path}; {everything}; load_extract_resources({folder}).model('fr')"),
        BARE_START: ("-c", f"import spacy; spacy.load({package!r}, exclude={OTHER_PIPES})"),
        WHOLE_START: ("-c", f"import spacy; spacy.load({package!r})"),
    }
    subjects = [Subject(name, "all", 1, partial(watch, *command, pause=None)) for name, command in commands.items()]
    return measure(subjects, rounds=rounds, clock=time.perf_counter)
