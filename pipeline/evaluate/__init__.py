"""How good the pipeline is: its documents against annotated ones (gold).

In: the public documents by id and the gold that `load_gold` read. Out: an `Evaluation` with precision, recall and F1
per label, in total and by language, format and document; the checks of the cleaned text; and every missed or spurious
item with its sentence. The order: find the document that each gold document speaks of (`score`), pair gold items with
mentions (`match`), check text and metadata (`checks`), count (`score`), show (`render`).
"""

from pipeline.evaluate.gold import GoldDocument, load_gold
from pipeline.evaluate.render import render, to_json
from pipeline.evaluate.results import Check, Evaluation, Finding, Score
from pipeline.evaluate.score import evaluate

__all__ = ["Check", "Evaluation", "Finding", "GoldDocument", "Score", "evaluate", "load_gold", "render", "to_json"]
