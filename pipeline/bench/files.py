"""What `ingest` alone takes: the languages of the blocks, pages of PDF, and a text of many megabytes."""

import time
from functools import partial
from pathlib import Path

from pipeline.bench.corpus import TONGUES
from pipeline.bench.figures import Large
from pipeline.bench.names import LANGUAGES, PDFS
from pipeline.bench.pages import can_draw, draw_pdf
from pipeline.bench.processes import own_peak
from pipeline.bench.stages import Result, ingest_files
from pipeline.bench.text import BenchText, make_text
from pipeline.bench.timing import Subject
from pipeline.ingest import IngestResources, load_ingest_resources
from pipeline.ingest.language import LanguageJudge

_PDF_DOCUMENTS = 20  # of the text, in one PDF: some twenty pages


def language_subjects(text: BenchText, made: list[Result], reading: IngestResources) -> list[Subject]:
    """The languages of the blocks of all documents, which the rows of repair leave out."""
    judge = reading.tool(LanguageJudge)
    subjects: list[Subject] = []
    for tongue in TONGUES:
        documents = [one.ingested for one in made if one.ingested.id.endswith(f"-{tongue}.txt")]
        blocks = [[document.text[block.start : block.end] for block in document.blocks] for document in documents]
        subjects.append(Subject(LANGUAGES, tongue, text.words(tongue), partial(_judge, judge, blocks)))
    return subjects


def _judge(judge: LanguageJudge, documents: list[list[str]]) -> None:
    for blocks in documents:
        judge.judge_all(blocks, None)


def pdf_subjects(text: BenchText, reading: IngestResources) -> list[Subject]:
    """A PDF of each layout; its units are pages; nothing where there is nothing to draw them with."""
    if not can_draw():
        return []
    words = "\n\n".join(document.strip() for document in text.documents["en"][:_PDF_DOCUMENTS])
    subjects: list[Subject] = []
    for name, columns in PDFS.items():
        drawn = draw_pdf(words, columns)
        files = [("pages.pdf", drawn.data)]
        subjects.append(Subject(name, "all", drawn.pages, partial(ingest_files, files, reading)))
    return subjects


def ingest_large(megabytes: int, models: Path) -> Large:
    """Ingest a text of so many megabytes in this process, which should be a new one."""
    reading = load_ingest_resources(models)
    documents = [document for tongue in TONGUES for document in make_text(20_000).documents[tongue]]
    once = "\n".join(documents).encode()
    size = megabytes * 1_000_000
    data = (once * (size // len(once) + 1))[:size]
    started = time.process_time()
    ingest_files([("large.txt", data)], reading)
    return Large(megabytes, time.process_time() - started, own_peak())
