"""The command line: thin. Every command is a function of `commands`; here are only options, messages and exit codes.

Exit codes: 0 done (rejected documents included), 1 with `--strict` where a document was rejected, 2 the user's mistake,
130 interrupted. Every option can also come from an environment variable `DEPECHE_<NAME>`, which is how `make` passes
values with blanks and quotes in them.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.config import Limits, Paths, default_jobs
from pipeline.errors import UserError

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Dépêche: text mining of diplomatic documents, in French and English.",
)


def _option(name: str, text: str, least: float | None = None) -> object:
    variable = f"DEPECHE_{name.upper().replace('-', '_')}"
    return typer.Option(f"--{name}", envvar=variable, help=text, show_default=True, min=least)


Corpus = Annotated[Path, _option("corpus", "Folder of documents.")]
Outputs = Annotated[Path, _option("outputs", "Folder for what is found.")]
Jobs = Annotated[int, _option("jobs", "Worker processes; 0 for one a core.", 0)]
Timeout = Annotated[float, _option("timeout", "Seconds a document may take, and 1 s more per 5,000 words.", 0.001)]
Memory = Annotated[int, _option("memory", "Megabytes a worker may hold.", 1)]
MaxBytes = Annotated[int, _option("max-bytes", "Largest file that is read.", 1)]
Ocr = Annotated[bool, _option("ocr", "Recognise pages that are images of text; needs the program tesseract.")]
Strict = Annotated[bool, _option("strict", "Exit with 1 when a document was rejected.")]

CORPUS = Path("corpus/documents")
OUTPUTS = Path("outputs")
DEFAULTS = Limits()


def main() -> None:
    """Run the command line; a UserError is one line and exit code 2."""
    # One thread a process for matrix products: as fast with a worker a core, and the same bytes on every machine.
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")
    try:
        app()
    except UserError as error:
        print(f"depeche: {error}", file=sys.stderr)
        sys.exit(2)


def _run_stage(until: str) -> None:
    def command(
        corpus: Corpus = CORPUS,
        outputs: Outputs = OUTPUTS,
        jobs: Jobs = 0,
        timeout: Timeout = DEFAULTS.timeout,
        memory: Memory = DEFAULTS.memory,
        max_bytes: MaxBytes = DEFAULTS.max_bytes,
        ocr: Ocr = False,
        strict: Strict = False,
    ) -> None:
        from pipeline.commands.run import run_and_tell

        limits = Limits(jobs=jobs or default_jobs(), timeout=timeout, memory=memory, max_bytes=max_bytes, ocr=ocr)
        rejected = run_and_tell(Paths(corpus=corpus, outputs=outputs), limits, until)
        if strict and rejected:
            raise typer.Exit(1)

    text = (
        "Run all stages." if until == "run" else f"Run the stages up to `{until}`, each only where something changed."
    )
    app.command(name=until, help=text)(command)


for _stage in ("run", "ingest", "extract", "link", "topics", "emit", "report"):
    _run_stage(_stage)


@app.command()
def add(
    file: Annotated[Path, _option("file", "The document to copy into the corpus.")],
    title: Annotated[str | None, _option("title", "Its title.")] = None,
    date: Annotated[str | None, _option("date", "Its date: YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    source: Annotated[str | None, _option("source", "Where it comes from: a publisher or an address.")] = None,
    language: Annotated[str | None, _option("language", "Its language: fr or en.")] = None,
    corpus: Corpus = CORPUS,
    outputs: Outputs = OUTPUTS,
    ocr: Ocr = False,
) -> None:
    """Copy a document into the corpus, note its metadata in corpus.toml, and run."""
    from pipeline.commands.add import add_document
    from pipeline.commands.run import run_and_tell

    add_document(file, corpus, title=title, date=date, source=source, language=language)
    run_and_tell(Paths(corpus=corpus, outputs=outputs), Limits(jobs=default_jobs(), ocr=ocr), "run")


@app.command()
def show(
    doc: Annotated[str | None, _option("doc", "A document: its id, path or file name.")] = None,
    entity: Annotated[str | None, _option("entity", "An entity: its id or one of its names.")] = None,
    topic: Annotated[str | None, _option("topic", "A topic: its id or label.")] = None,
    refused: Annotated[bool, _option("refused", "Of a document: what only looks like a name, and why.")] = False,
    outputs: Outputs = OUTPUTS,
) -> None:
    """Look at a document, an entity or a topic in the terminal."""
    from pipeline.commands.show import show_document, show_entity, show_refused, show_topic

    chosen = [(name, value) for name, value in (("doc", doc), ("entity", entity), ("topic", topic)) if value]
    if len(chosen) != 1 or (refused and not doc):
        raise UserError("REFUSED=1 goes with DOC=" if refused else "name one of DOC=, ENTITY= and TOPIC=")
    name, value = chosen[0]
    document = show_refused if refused else show_document
    {"doc": document, "entity": show_entity, "topic": show_topic}[name](outputs, value)


@app.command()
def inspect(outputs: Outputs = OUTPUTS, port: Annotated[int, _option("port", "Port on localhost.", 1)] = 8001) -> None:
    """Browse everything on localhost (Datasette)."""
    from pipeline.commands.inspect import browse

    raise typer.Exit(browse(outputs, port))


@app.command()
def evaluate(
    gold: Annotated[Path, _option("gold", "Folder of annotated documents.")] = Path("corpus/gold"),
    corpus: Annotated[Path | None, _option("corpus", "Folder of the documents; a gold corpus has its own.")] = None,
    outputs: Outputs = OUTPUTS / "evaluation",
    split: Annotated[str | None, _option("split", "Only this one: train, dev or test.")] = None,
    errors: Annotated[bool, _option("errors", "Print each error in its sentence (not of the test split).")] = False,
    baselines: Annotated[bool, _option("baselines", "Run the baselines again.")] = False,
    agreement: Annotated[bool, _option("agreement", "Only the agreement of the two annotators.")] = False,
    summaries: Annotated[bool, _option("summaries", "Only the summaries, by ROUGE, beside those of others.")] = False,
    pin: Annotated[bool, _option("pin", "Raise the floors of the gate; write the tables of the README.")] = False,
    robust: Annotated[bool, _option("robust", "Only what names lose in text that comes changed.")] = False,
) -> None:
    """Precision, recall and F1 per label, language, genre and format; the corpus runs into a folder of its own."""
    from pipeline.commands.evaluate import evaluate_corpus, evaluate_summaries, show_agreement, show_robustness

    if agreement:
        show_agreement(gold)
        return
    if summaries:
        evaluate_summaries(gold, corpus or CORPUS, outputs)
        return
    if robust:
        show_robustness(gold, split)
        return
    evaluate_corpus(gold, corpus, outputs, split=split, errors=errors, baselines=baselines, pin=pin)


@app.command()
def train(
    gold: Annotated[Path, _option("gold", "Folder of annotated documents: its train split is learnt.")] = Path(
        "corpus/gold"
    ),
    training: Annotated[Path, _option("training", "Folder of sentences with marks.")] = Path("corpus/training"),
    models: Annotated[Path, _option("models", "Folder whose `ner` the weights are written to.")] = Path("models"),
    language: Annotated[str | None, _option("language", "Only this one: fr or en.")] = None,
    epochs: Annotated[int | None, _option("epochs", "How often the material is gone through.", 1)] = None,
    confidence: Annotated[bool, _option("confidence", "Only fit how sure mentions are.")] = False,
    casing: Annotated[bool, _option("casing", "Only learn where capitals stand, for text in capitals.")] = False,
    vectors: Annotated[Path | None, _option("vectors", "Only pack the static vectors of this JSON.")] = None,
) -> None:
    """Fine-tune the named-entity models, keep weights where no figure is lower than the package's own."""
    from pipeline.commands.train import fit_confidences, train_models
    from pipeline.train import Learning, fit_casing, pack_vectors

    if vectors:
        typer.echo(f"wrote {pack_vectors(vectors, gold, training, models)}")
        return
    if casing:
        fit_casing(gold, training, models)
        return
    if confidence:
        fit_confidences(gold, training, models)
        return

    how = Learning() if epochs is None else Learning(epochs=epochs)
    if not train_models(gold, training, models, language=language, how=how):
        raise typer.Exit(1)
    typer.echo("how sure mentions are is learnt of the models as they were: make train CONFIDENCE=1 learns it anew")


@app.command()
def bench(
    words: Annotated[int, _option("words", "Words of the text that is measured on.", 1)] = 20_000,
) -> None:
    """Speed and memory, as ratios to bare spaCy and to a plain script, measured in one run."""
    from pipeline.bench import run_bench

    run_bench(words=words)


@app.command()
def annotate() -> None:
    """Annotate JSON lines from standard input to standard output."""
    from pipeline.commands.annotate import annotate_stream

    annotate_stream(sys.stdin.buffer, sys.stdout.buffer)


@app.command()
def clean(outputs: Outputs = OUTPUTS) -> None:
    """Remove what a run made; ids.json stays, so that the entities and topics keep their ids."""
    from pipeline.commands.clean import clean_outputs

    clean_outputs(outputs)
