"""ROUGE: how much of a reference's words, pairs of words and word order a summary has (Lin, 2004).

Our own few lines, because the usual package keeps only `a-z0-9`: it breaks French words at each accent. Words are
compared in lower case, whole, without stemming; a number with its separators is one word.
"""

import re
from collections import Counter
from collections.abc import Sequence

WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]+")
MEASURES = ("ROUGE-1", "ROUGE-2", "ROUGE-L")


def rouge(summary: str, reference: str) -> tuple[float, float, float]:
    """F1 of ROUGE-1, ROUGE-2 and ROUGE-L (one longest common subsequence of the two texts).

    >>> [round(score, 2) for score in rouge("Le traité est signé.", "Le traité fut signé à Paris.")]
    [0.6, 0.25, 0.6]
    >>> rouge("The treaty was signed.", "the treaty was signed")
    (1.0, 1.0, 1.0)
    """
    one, other = words(summary), words(reference)
    shared = [_shared(one, other, size) for size in (1, 2)]
    first, second = (_f1(shared[i], len(one) - i, len(other) - i) for i in (0, 1))
    return first, second, _f1(longest_common(one, other), len(one), len(other))


def words(text: str) -> list[str]:
    """The words that are compared; the blanks inside a number are dropped."""
    return ["".join(match[0].lower().split()) for match in WORD.finditer(text)]


def longest_common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest subsequence that both have."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for i, candidate in enumerate(other, 1):
            above = row[i]
            row[i] = before + 1 if word == candidate else max(above, row[i - 1])
            before = above
    return row[-1]


def _shared(one: Sequence[str], other: Sequence[str], size: int) -> int:
    grams = [Counter(zip(*(words[i:] for i in range(size)), strict=False)) for words in (one, other)]
    return (grams[0] & grams[1]).total()


def _f1(shared: int, one: int, other: int) -> float:
    return 2 * shared / (one + other) if shared else 0.0
