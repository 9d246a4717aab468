"""`evaluate`: run a corpus and compare what was found with annotated documents."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from pipeline.config import MODELS, Limits, Paths, default_jobs, load_models_config
from pipeline.errors import UserError
from pipeline.evaluate import (
    Evaluation,
    Report,
    documents_folder,
    evaluate_splits,
    gold_hash,
    load_gold,
    render,
    to_json,
)
from pipeline.evaluate.agreement import agreement
from pipeline.evaluate.baselines import keep_baselines, kept_baselines, run_baselines
from pipeline.evaluate.baselines.needed import need
from pipeline.evaluate.figures import counts, figures, pin_report, write_figures
from pipeline.evaluate.floors import SPLIT, Floors, floors_of, load_floors, raised, save_floors
from pipeline.evaluate.general import FOLDER, PASSAGES, general_scores, passage_scores
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.load import DOCUMENTS
from pipeline.evaluate.report import CLOSED, SPLITS
from pipeline.evaluate.robust import robustness
from pipeline.evaluate.summaries import compare, references, summaries_table
from pipeline.evaluate.topics import render_topics, topic_figures
from pipeline.extract import find_mentions, load_extract_resources
from pipeline.files import write_if_changed
from pipeline.records import Document, DocumentLinks, EntityMention, Extracted, Ingested, Passage
from pipeline.runner import run
from pipeline.store import SqliteStore, unpack
from pipeline.topics import load_topic_lexicons

LEAST_TOPICS = 30  # annotated documents below which figures of topics say nothing
READMES = {"en": Path("README.md"), "fr": Path("README.fr.md")}


def evaluate_corpus(
    gold: Path,
    corpus: Path | None,
    outputs: Path,
    *,
    split: str | None = None,
    errors: bool = False,
    baselines: bool = False,
    pin: bool = False,
) -> None:
    """Run the corpus, print the scores, and write them to `<outputs>/evaluation.json`.

    `corpus` may be None for a gold corpus, which has its documents beside it. `baselines` runs these again, else those
    that were kept for the same gold are shown. `pin` raises the floors of the gold and writes the tables of the README.

    Raises:
        UserError: no such folder of gold, gold that is wrong, no such split, or errors asked for of the test split.
    """
    splits = _splits(split, errors=errors, pin=pin)
    if not gold.is_dir():
        raise UserError(f"{gold}: no such folder; GOLD= names the folder of annotated documents")
    annotated = load_gold(gold)
    documents = documents_folder(gold)
    if (baselines or pin) and documents is None:
        raise UserError(f"{gold}: BASELINES=1 and PIN=1 are for a gold corpus, with its documents beside it")
    paths = Paths(corpus=corpus or documents or Path("corpus/documents"), outputs=outputs)
    run(paths, Limits(jobs=default_jobs()), until="emit")
    evaluations = evaluate_splits(dict(read_documents(outputs / "documents")), annotated, splits)
    report = Report(gold=gold_hash(gold), splits=evaluations)
    if documents and not split:
        report = _with_marked_text(report, gold.parent)
    report = _with_baselines(report, gold, annotated, run_again=baselines)
    write_if_changed(outputs / "evaluation.json", to_json(report))
    Console().print(render(report, errors=errors))
    if split is None and sum(item.topic is not None for item in annotated) >= LEAST_TOPICS:
        Console().print(render_topics(topic_figures(_inputs(outputs), annotated, load_topic_lexicons(MODELS))))
    if pin:
        _pin(gold, report, annotated)


def show_robustness(gold: Path, split: str | None = None) -> None:
    """Print what the names of the gold lose when its text comes changed, totals by split and language."""
    resources = load_extract_resources(MODELS)

    def names(passages: Sequence[Passage]) -> list[EntityMention]:
        found = find_mentions(passages, resources, anchor=None)  # dates and amounts take what is no name
        return [one for one in found if isinstance(one, EntityMention)]

    table = Table(title="Names in text that comes changed (strict, typed F1)", title_justify="left")
    for name in ("split", "language", "change", "F1", "lost"):
        table.add_column(name, justify="right" if name in ("F1", "lost") else "left")
    gold_documents = [one for one in load_gold(gold) if split in (None, one.split)]
    for row in robustness(gold_documents, names):
        table.add_row(row.split, row.language, row.change, f"{row.f1:.3f}", f"{row.lost:.3f}")
    Console().print(table)


def show_agreement(gold: Path) -> None:
    """Print how far the two annotators of a gold corpus agree, layer by layer."""
    table = Table(title="Agreement of two annotators", title_justify="left")
    for name in ("layer", "first", "second", "both", "F1", "differences"):
        table.add_column(name, justify="left" if name == "layer" else "right")
    for layer in agreement(gold):
        cells = (str(n) for n in (layer.first, layer.second, layer.both))
        table.add_row(layer.name, *cells, f"{layer.f1:.3f}", str(layer.disagreements))
    Console().print(table)


def evaluate_summaries(gold: Path, corpus: Path, outputs: Path) -> None:
    """Print how the summaries compare with those of others; their documents are of the gold and of `corpus`.

    Raises:
        UserError: no references, one of no document, or sumy is not installed.
    """
    need("SUMMARIES", "sumy")
    wanted = references(gold)
    documents: list[Document] = []
    for folder, made in ((gold / DOCUMENTS, outputs), (corpus, outputs / "summaries")):
        run(Paths(corpus=folder, outputs=made), Limits(jobs=default_jobs()), until="emit")
        documents += [document for _, document in read_documents(made / "documents")]
    Console().print(summaries_table(compare(documents, wanted)))


def read_documents(folder: Path) -> Iterator[tuple[str, Document]]:
    """The public documents under a folder, by id."""
    for path in sorted(folder.rglob("*.json")):
        document = msgspec.json.decode(path.read_bytes(), type=Document)
        yield document.id, document


def _inputs(outputs: Path) -> list[tuple[Ingested, Extracted, DocumentLinks]]:
    """What the topics are made of, as the run left it in the work store."""
    store = SqliteStore(outputs / "work.sqlite")
    try:
        ingested, links = dict(store.values("ingest")), dict(store.values("link"))
        return [
            (unpack(ingested[name], Ingested), unpack(value, Extracted), unpack(links[name], DocumentLinks))
            for name, value in sorted(store.values("extract"))
        ]
    finally:
        store.close()


def _splits(split: str | None, *, errors: bool, pin: bool) -> Sequence[str]:
    if split is not None and split not in SPLITS:
        raise UserError(f"SPLIT={split}: no such split; there are {', '.join(SPLITS)}")
    if errors and split == CLOSED:
        raise UserError("ERRORS=1: the test split is looked at as totals only; SPLIT=dev or SPLIT=train shows errors")
    if pin and split:
        raise UserError("PIN=1 needs all splits; leave SPLIT= out")
    return (split,) if split else SPLITS


def _with_marked_text(report: Report, folder: Path) -> Report:
    """The report with the names in what lies marked beside the gold corpus."""
    resources = load_extract_resources(MODELS)
    return msgspec.structs.replace(
        report,
        general=general_scores(folder / FOLDER, resources),
        passages=passage_scores(folder / PASSAGES, resources),
    )


def _with_baselines(report: Report, folder: Path, gold: Sequence[GoldDocument], *, run_again: bool) -> Report:
    documents = documents_folder(folder)
    if documents is None:
        return report
    if run_again:
        keep_baselines(folder, report.gold, run_baselines(documents, gold, load_models_config(MODELS)))
    kept: dict[str, dict[str, Evaluation]] | None = kept_baselines(folder, report.gold)
    note = None if kept else "No baselines were kept for this gold: BASELINES=1 runs them."
    return msgspec.structs.replace(report, baselines=kept or {}, note=note)


def _pin(folder: Path, report: Report, annotated: Sequence[GoldDocument]) -> None:
    save_floors(folder, raised(load_floors(folder), Floors(report.gold, floors_of(report.splits[SPLIT]))))
    pinned = pin_report(folder, report)
    for language, readme in READMES.items():
        write_figures(readme, figures(pinned, language))
    write_figures(folder / "README.md", counts(annotated))
