"""Bench: how fast and how large, as ratios to what a user would have without Dépêche, measured in one run.

`corpus` makes up the documents from the phrases of `prose`, `text` is what the speeds are measured on. `speed` runs in
one process, in turn, round after round (`timing`): the stages (`stages`, also on lines cut by `column`, and
`corpus_stages`), what `ingest` alone takes (`files`, with PDFs drawn by `pages`), the `finders`, spaCy with only `ner`
(`bare_spacy`) and the `script` that a user would write. `startup` and `memory` use `processes` of their own. `figures`
draws the sums, `render` makes the tables with the ratios under the `names` of what is measured; `run` puts it together.
"""

from pipeline.bench.corpus import generate_documents
from pipeline.errors import UserError

__all__ = ["generate_documents", "run_bench"]

_LEAST_WORDS = 1000


def run_bench(*, words: int) -> None:
    """Measure on about `words` words, which takes minutes, and print the tables; nothing is kept on disk.

    Raises:
        UserError: too few words to measure anything on.
    """
    if words < _LEAST_WORDS:
        raise UserError(f"WORDS={words}: at least {_LEAST_WORDS}")
    from pipeline.bench.run import measure_all  # all stages and spaCy: not for those who only want documents

    measure_all(words)
