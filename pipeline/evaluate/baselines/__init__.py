"""What others make of the same documents, scored like ours: the table shows what the pipeline adds.

`spacy+dateparser`: the spaCy model of the language on the raw text, `dateparser.search` for dates and a regular
expression for money, as a user would write it on the first day. `eds-nlp`: the dates of EDS-NLP, French only.
Both are development dependencies (extra `baselines`); the scores are kept in `baselines.json` beside the gold, with the
gold's hash.
"""

from pipeline.evaluate.baselines.kept import KEPT, keep_baselines, kept_baselines
from pipeline.evaluate.baselines.run import run_baselines

__all__ = ["KEPT", "keep_baselines", "kept_baselines", "run_baselines"]
