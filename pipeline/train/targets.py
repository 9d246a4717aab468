"""What the model should answer for each token of a sentence: BILUO tags, `-` where any answer will do.

The package has labels of its own. A name gets one of those that `models.toml` maps to its label: the one that the
package gave it itself where that is right (`GPE`, `LOC` and `FAC` are all LOCATION), else the first. What the package
found elsewhere under a label that Dépêche does not use (dates, nationalities, works, …) stays its answer: so these
keep being told from names, and the model forgets nothing that it need not.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.evaluate.marked import MarkedSentence
from pipeline.records import EntityLabel

_ANY = "-"


class Targets:
    """The mapping between Dépêche's labels and a package's, both ways."""

    def __init__(self, labels: Mapping[str, EntityLabel]) -> None:
        self._meaning = dict(labels)
        self._first: dict[str, str] = {label: own for own, label in reversed(list(labels.items()))}

    def of(self, doc: Any, sentence: MarkedSentence, spans: Sequence[tuple[int, int, str]]) -> list[str]:
        """The tags of a tokenised sentence; `spans` is what the package finds in it, by characters, with its labels."""
        found = [(known.start, known.end, label) for start, end, label in spans if (known := doc.char_span(start, end))]
        tags = ["O"] * len(doc)
        free = [True] * len(doc)
        for span in sentence.spans:
            tokens = _tokens(doc, span.start, span.end)
            free[tokens.start : tokens.stop] = [False] * len(tokens)
            exact = doc.char_span(span.start, span.end) is not None
            if span.optional or not exact:
                tags[tokens.start : tokens.stop] = [_ANY] * len(tokens)
            else:
                _write(tags, tokens, self._own(span.label, tokens, found))
        for first, end, label in found:
            if label not in self._meaning and all(free[first:end]):
                _write(tags, range(first, end), label)
        return tags

    def _own(self, label: str, tokens: range, found: Sequence[tuple[int, int, str]]) -> str:
        for first, end, own in found:
            if first < tokens.stop and tokens.start < end and self._meaning.get(own) == label:
                return own
        return self._first[label]


def _tokens(doc: Any, start: int, end: int) -> range:
    """The tokens that a span of characters touches."""
    touched = [token.i for token in doc if token.idx < end and start < token.idx + len(token)]
    return range(touched[0], touched[-1] + 1) if touched else range(0)


def _write(tags: list[str], tokens: range, label: str) -> None:
    for position in tokens:
        tags[position] = f"I-{label}"
    tags[tokens.start] = f"B-{label}"
    tags[tokens.stop - 1] = f"L-{label}"
    if len(tokens) == 1:
        tags[tokens.start] = f"U-{label}"
