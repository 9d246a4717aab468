"""All speeds, measured in one process on one text."""

import gc
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.bench.bare_spacy import bare_subjects
from pipeline.bench.corpus import TONGUES
from pipeline.bench.corpus_stages import CorpusStages
from pipeline.bench.files import language_subjects, pdf_subjects
from pipeline.bench.finders import finder_subjects
from pipeline.bench.script import script_subjects
from pipeline.bench.stages import results, stage_subjects
from pipeline.bench.text import make_text
from pipeline.bench.timing import Subject, Timing, measure
from pipeline.extract import load_extract_resources
from pipeline.ingest import load_ingest_resources
from pipeline.runner.executor import CYCLES_AFTER


def measure_speed(words: int, models: Path, rounds: int) -> list[Timing]:
    """The timings of stages, finders and baselines on about `words` words, in `rounds` rounds after one to warm up.

    Seconds are of processor time: everything runs on one thread, and other programs then disturb the least.
    """
    with TemporaryDirectory(prefix="depeche-bench-") as scratch:
        subjects = _subjects(words, models, Path(scratch))
        measure(subjects, rounds=1, clock=time.process_time)
        gc.freeze()  # what is loaded is not looked through again and again, as in a worker
        gc.set_threshold(CYCLES_AFTER)
        return measure(subjects, rounds=rounds, clock=time.process_time)


def _subjects(words: int, models: Path, scratch: Path) -> list[Subject]:
    text = make_text(words)
    reading, finding = load_ingest_resources(models), load_extract_resources(models)
    made = results(text, reading, finding)
    return [
        *bare_subjects(text, finding),
        *stage_subjects(text, made, reading, finding),
        *language_subjects(text, made, reading),
        *pdf_subjects(text, reading),
        *CorpusStages(made, models, scratch).subjects(sum(text.words(tongue) for tongue in TONGUES)),
        *finder_subjects(text, finding),
        *script_subjects(text, finding.config),
    ]
