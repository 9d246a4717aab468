"""Words as the entity rules see them: elisions apart, hyphenated words whole, marks one by one."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"['’]s\b"  # English possessive
    r"|(?:[lLdDjJmMtTcCsS]|qu|Qu|jusqu|Jusqu|lorsqu|Lorsqu|puisqu|Puisqu|presqu|entr|n)['’](?=\w)"  # French elision
    r"|[A-ZÀ-Þ]\.(?:[A-ZÀ-Þ]\.)+"  # U.S.
    r"|[A-ZÀ-Þ]['’](?=[A-ZÀ-Þ])\w+(?:-\w+)*"  # O'Brien
    r"|\w+(?:[-‑]\w+)*"
    r"|[^\w\s]"
)


class Token(NamedTuple):
    """A word or mark with its place in the passage and its lower-case form."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it has a letter first."""
        return self.text[0].isalpha()


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, in order.

    >>> [t.text for t in tokenize("l’université d'Almaty (U.S.)")]
    ['l’', 'université', "d'", 'Almaty', '(', 'U.S.', ')']
    """
    return [Token(m.start(), m.end(), m[0], m[0].lower()) for m in _TOKEN.finditer(text)]


def phrase(text: str) -> tuple[str, ...]:
    """A phrase of a lexicon as lower-case tokens, apostrophes made straight.

    >>> phrase("de l’"), phrase("M."), phrase("secrétaire d'État")
    (('de', "l'"), ('m', '.'), ('secrétaire', "d'", 'état'))
    """
    padded = text + "x" if text.endswith(("'", "’")) else text
    words = [t.lower.replace("’", "'") for t in tokenize(padded)]
    if padded is not text and words[-1] == "x":
        words.pop()
    return tuple(words)


def longest_match(tokens: Sequence[Token], at: int, phrases: frozenset[tuple[str, ...]], longest: int) -> int:
    """How many tokens from `at` on make up the longest phrase; 0 when none does."""
    window = tuple(t.lower.replace("’", "'") for t in tokens[at : at + longest])
    for size in range(len(window), 0, -1):
        if window[:size] in phrases:
            return size
    return 0
