"""Running the baselines on the documents of a gold corpus."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from pipeline.config import ModelsConfig
from pipeline.evaluate.baselines.eds_nlp import EdsNlp
from pipeline.evaluate.baselines.finds import Find, as_document
from pipeline.evaluate.baselines.first_script import FirstScript
from pipeline.evaluate.baselines.needed import need
from pipeline.evaluate.baselines.raw_text import raw_text
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.report import evaluate_splits
from pipeline.evaluate.results import Evaluation
from pipeline.records import Document

FIRST_SCRIPT, EDS_NLP = "spaCy + dateparser", "EDS-NLP"

Finder = Callable[[str, str | None], Iterable[Find]]


def run_baselines(folder: Path, gold: Sequence[GoldDocument], config: ModelsConfig) -> dict[str, dict[str, Evaluation]]:
    """The scores of each baseline by name and split: totals and languages, measure `value`.

    Raises:
        UserError: a library that they need is not installed.
    """
    need("BASELINES", "dateparser", "edsnlp")
    french, english = (FirstScript(language, config.of(language).package) for language in ("fr", "en"))
    eds = EdsNlp()
    finders: dict[str, dict[str, Finder]] = {
        FIRST_SCRIPT: {"fr": french.finds, "en": english.finds},
        EDS_NLP: {"fr": eds.finds},
    }
    texts = {item.source.file: raw_text(folder / item.source.file) for item in gold}
    return {name: _scores(by_language, gold, texts) for name, by_language in finders.items()}


def _scores(finders: dict[str, Finder], gold: Sequence[GoldDocument], texts: dict[str, str]) -> dict[str, Evaluation]:
    mine = [item for item in gold if item.lang in finders]
    documents: dict[str, Document] = {}
    for item in mine:
        text = texts[item.source.file]
        finds = finders[item.lang](text, item.published)
        documents[item.source.file] = as_document(item.source.file, item.lang, text, finds)
    return {split: _brief(one, finders) for split, one in evaluate_splits(documents, mine).items()}


def _brief(evaluation: Evaluation, finders: dict[str, Finder]) -> Evaluation:
    """Only what the table shows; EDS-NLP reads dates, so nothing else of it is scored."""
    scores = tuple(
        score
        for score in evaluation.scores
        if score.by == "language" and score.measure == "value" and (len(finders) > 1 or score.label == "DATE")
    )
    return msgspec.structs.replace(
        evaluation, scores=scores, linking=None, cleaning=None, confusion=(), checks=(), findings=()
    )
