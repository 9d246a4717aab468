"""How good the pipeline is: its documents against annotated ones (gold).

In: the public documents by id and the gold that `load_gold` read. Out: an `Evaluation` with precision, recall and F1
per label, in total and by language, genre, format and document; linking and cleaning; the checks of the text; and
every missed or spurious item with its sentence.

Beside whole documents: `general` scores names in sentences outside the field (`marked`, `tally`), `robust` what names
lose in text that comes changed (`changes`), `summaries` the summaries of documents by ROUGE (`rouge`), `topics` the
topics beside those of plain models.

The order: read the gold (`load`: the JSON form of `gold`, the inline markup of `markup` and its `marks`), find the
place of the document's text in the gold's (`place`), pair gold items with mentions (`match`), compare text, metadata
and entities (`clean`, `checks`, `link`), count (`score`; `reliability`: what confidence is worth), put the splits and
baselines together (`report`), show (`render`). `baselines` does with the same documents what others would do;
`floors` is the gate, `figures` the tables of the README, `agreement` what two annotators say of the same text.
"""

from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.load import documents_folder, load_gold
from pipeline.evaluate.render import render
from pipeline.evaluate.report import Report, evaluate_splits, gold_hash, to_json
from pipeline.evaluate.results import Check, Evaluation, Finding, Score
from pipeline.evaluate.score import evaluate

__all__ = [
    "Check",
    "Evaluation",
    "Finding",
    "GoldDocument",
    "Report",
    "Score",
    "documents_folder",
    "evaluate",
    "evaluate_splits",
    "gold_hash",
    "load_gold",
    "render",
    "to_json",
]
