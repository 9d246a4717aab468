"""Which words have a capital in running text, told from words that are all in capitals: learnt, not ruled.

What is known of each word and its neighbours (`casing_clues`) is weighed by two logistic models a language, fitted on
the project's own annotated text by `make train CASING=1`: whether a word begins with a capital, and whether one that
does is in capitals throughout. Whether the word before has a capital counts too, so what is chosen is the most likely
row of decisions: `Ministry of Works and Highways`.
"""

import math
from collections.abc import Iterator
from typing import Literal, NamedTuple, Union

from pipeline.extract.confidence import Logistic
from pipeline.extract.entities.lexicon import Casing
from pipeline.extract.entities.text.casing_clues import Before, Clues

Written = Literal["small", "capital", "acronym"]


def written(casing: Casing, clues: Clues, *, doubt: float = 0.0) -> Iterator[tuple[int, Written]]:
    """How each word stands in running text, by its number among the tokens, in order.

    `doubt`: log odds by which a word must be likelier to be small than to have a capital.
    """
    for at, capital in _capitals(casing.capital, clues, doubt):
        acronym = capital and casing.acronym.log_odds(dict.fromkeys(clues.of(at), 1.0)) > 0
        yield at, "acronym" if acronym else "capital" if capital else "small"


class _Row(NamedTuple):
    """The most likely decisions up to a word, the last one first."""

    likely: float  # log probability
    at: int = -1
    capital: bool = False
    before: Union["_Row", None] = None


def _capitals(model: Logistic, clues: Clues, doubt: float) -> list[tuple[int, bool]]:
    """Whether each word has a capital: of all rows of decisions the most likely (Viterbi)."""
    best: dict[Before, _Row] = {"edge": _Row(0.0)}
    for at in clues.words:
        if clues.opens[at]:
            start = max(best.values(), key=lambda row: row.likely)
            best = {"opening" if clues.is_content(at) else "edge": _Row(start.likely, at, True, start)}
            continue
        fixed = doubt + model.log_odds(dict.fromkeys(clues.of(at), 1.0))
        rows: dict[Before, _Row] = {}
        for before, row in best.items():
            odds = fixed + math.fsum(model.weights.get(clue, 0.0) for clue in clues.after(at, before))
            for capital in (True, False):
                likely = row.likely - math.log1p(math.exp(min(-odds if capital else odds, 30.0)))
                now: Before = before if not clues.is_content(at) else "capital" if capital else "small"
                if now not in rows or likely > rows[now].likely:
                    rows[now] = _Row(likely, at, capital, row)
        best = rows
    return _told(max(best.values(), key=lambda row: row.likely))


def _told(last: _Row) -> list[tuple[int, bool]]:
    """The decisions of a row, in order."""
    told: list[tuple[int, bool]] = []
    row: _Row | None = last
    while row is not None and row.before is not None:
        told.append((row.at, row.capital))
        row = row.before
    return told[::-1]
