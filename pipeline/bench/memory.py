"""Peak memory: whole runs on a corpus and on one ten times as large, and the baselines in processes of their own."""

from pathlib import Path

from pipeline.bench.bare_spacy import entities, load
from pipeline.bench.corpus import TONGUES, generate_documents
from pipeline.bench.figures import TIMES, Memory
from pipeline.bench.processes import Watched, fresh, own_peak, watch
from pipeline.bench.script import script_steps
from pipeline.bench.text import make_text
from pipeline.config import load_models_config

_WORDS = 250  # of a document


def measure_memory(words: int, models: Path, folder: Path) -> Memory:
    """Peak memory of runs and baselines; the small corpus and its outputs are left in `folder` for what comes next."""
    documents = max(words // 1000, 2)
    small = _run(folder / "small", documents)
    large = _run(folder / "large", documents * TIMES)
    return Memory(documents, small, large, fresh(_bare, words, models), fresh(_script, models))


def _run(folder: Path, documents: int) -> Watched:
    """A first run with one worker; a document that is rejected fails it."""
    generate_documents(folder / "corpus", documents, _WORDS)
    where = ("--corpus", str(folder / "corpus"), "--outputs", str(folder / "outputs"))
    return watch("-m", "pipeline", "run", "--strict", "--jobs", "1", *where)


def _bare(words: int, models: Path) -> float | None:
    """spaCy with only `ner` on the text of the speeds."""
    text, config = make_text(words), load_models_config(models)
    pipelines = {tongue: load(config.of(tongue).package) for tongue in TONGUES}
    for tongue, nlp in pipelines.items():
        entities(nlp, text.paragraphs(tongue))
    return own_peak()


def _script(models: Path) -> float | None:
    """The script on one document of each language."""
    text = make_text(2 * _WORDS)
    for tongue in TONGUES:
        for step in script_steps(tongue, load_models_config(models)).values():
            step(text.documents[tongue][0])
    return own_peak()
