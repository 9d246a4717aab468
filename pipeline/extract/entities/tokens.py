"""Words as the entity rules see them: elisions apart, hyphenated words whole, marks one by one."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"['’][sS]\b"  # English possessive
    r"|(?:[lLdDjJcCsSmtn]|[MTN](?=['’][a-zà-ÿ])|(?:[jJ]us|[lL]ors|[pP]uis|pres)?[qQ]u|entr)['’](?=\w)"  # French elision
    r"|[A-ZÀ-Þ]\w+['’](?![sS]\b)\w+(?:-\w+)*"  # Za’atari, Sant'Egidio
    r"|[^\W\d_]\.(?:-?[^\W\d_]\.)+"  # U.S., J.-M.
    r"|[A-ZÀ-Þ]['’](?=[A-ZÀ-Þ])\w+(?:-\w+)*"  # O'Brien
    r"|\w+(?:[-‑]\w+)*"
    r"|[^\w\s]"
)


class Token(NamedTuple):
    """A word or mark: its place in the passage, and its form in lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.text[0].isupper()

    @property
    def small(self) -> bool:
        """Whether it is a word in lower case."""
        return self.text[0].islower() and self.text.islower()

    @property
    def word(self) -> bool:
        """Whether it has a letter first."""
        return self.text[0].isalpha()

    @property
    def elided(self) -> bool:
        """Whether it is the first half of an elision, such as `d’`."""
        return self.text[-1] in "'’"

    @property
    def initial(self) -> bool:
        """Whether it is one letter of a name, the full stop apart: the `J` of `J. Chirac`."""
        return len(self.text) == 1 and self.capital


class Phrases:
    """A set of phrases (tuples of lower-case words) that the longest match at a place is looked up in."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._phrases = frozenset(phrase(text) for text in texts)
        self._longest: dict[str, int] = {}
        for words in self._phrases:
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def __contains__(self, words: tuple[str, ...]) -> bool:
        return words in self._phrases

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def words(self) -> Iterator[str]:
        """The words of the phrases, sorted."""
        yield from sorted({word for words in self._phrases for word in words})

    def match(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens from `at` on make up the longest phrase; 0 when none does, or `at` is past the last token."""
        longest = self._longest.get(tokens[at].lower, 0) if at < len(tokens) else 0
        if not longest:
            return 0  # by far the most frequent
        window = tuple(token.lower for token in tokens[at : at + longest])
        return next((size for size in range(len(window), 0, -1) if window[:size] in self._phrases), 0)


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, in order.

    >>> [t.text for t in tokenize("l’université d'Almaty (U.S.)")]
    ['l’', 'université', "d'", 'Almaty', '(', 'U.S.', ')']
    """
    return [Token(m.start(), m.end(), m[0], m[0].lower().replace("’", "'")) for m in _TOKEN.finditer(text)]


def token_at(tokens: Sequence[Token], position: int) -> int:
    """The first token that begins at a character or after it."""
    return bisect_left(tokens, position, key=lambda token: token.start)


def phrase(text: str) -> tuple[str, ...]:
    """A phrase of a lexicon as lower-case tokens, apostrophes made straight.

    >>> phrase("de l’"), phrase("M."), phrase("s.e.m."), phrase("secrétaire d'État")
    (('de', "l'"), ('m', '.'), ('s.e.m.',), ('secrétaire', "d'", 'état'))
    """
    padded = text + "x" if text.endswith(("'", "’")) else text
    words = [t.lower for t in tokenize(padded)]
    if padded is not text and words[-1] == "x":
        words.pop()
    return tuple(words)
