"""Words as the entity rules see them: elisions apart, hyphenated words whole, marks one by one."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

# One expression for all languages: a text of one quotes names of the other (`the Quai d'Orsay`). The lexicons are read
# by it too, so that the words before apostrophes cannot come from them.
_TOKEN = re.compile(
    r"[a-zß-öø-ÿ]{2,}+(?![\w'’‑-])"  # most words, seen at once
    r"|['’][sS]\b"  # English possessive
    r"|(?:[lLdDjJcCsSmtn]|[MTN](?=['’][a-zà-ÿ])|(?:[jJ]us|[lL]ors|[pP]uis|pres)?[qQ]u|entr)['’](?=\w)"  # French elision
    r"|[A-ZÀ-Þ]\w+['’](?![sS]\b)\w+(?:-\w+)*"  # Za’atari, Sant'Egidio
    r"|[^\W\d_]\.(?:-?[^\W\d_]\.)+"  # U.S., J.-M.
    r"|[A-ZÀ-Þ][a-zß-ÿ]?\.-[A-ZÀ-Þ][a-zß-ÿ]?\."  # M.-Th., Ph.-A.
    r"|[A-ZÀ-Þ]['’](?=[A-ZÀ-Þ])\w+(?:-\w+)*"  # O'Brien
    r"|\w+(?:[-‑]\w+)*"
    r"|[^\w\s]"
)
_NAME = 80  # characters that most names have at most
_SHORT = 5  # a form in capitals up to this long must stand in capitals: `US`, not `us`
QUOTES = {"«": "»", "“": "”", '"': '"', "‘": "’"}  # tokens that open a quotation, and those that close it
SCORE = re.compile(r"\d{1,3}[-‑–]\d{1,3}")  # a token between two teams: `Chelsea 2-0 Arsenal`


class Token(NamedTuple):
    """A word or mark: its place in the passage, and its form in lower case with straight apostrophes.

    `capital`: whether it is a word that begins with a capital; `word`: whether it has a letter first; `small`: whether
    it is a word in lower case. Every rule asks for these of every token, so they are seen to once a form.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    word: bool
    small: bool

    def written(self, text: str) -> "Token":
        """The token with the same letters in other cases."""
        return self._replace(text=text, capital=text[0].isupper(), small=_is_small(text))

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
        self._lasts = frozenset(words[-1] for words in self._phrases)
        self._words = tuple(sorted({word for words in self._phrases for word in words}))

    def __contains__(self, words: tuple[str, ...]) -> bool:
        return words in self._phrases

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def words(self) -> Iterator[str]:
        """The words of the phrases, sorted."""
        yield from self._words

    def match(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens from `at` on make up the longest phrase; 0 when none does, or `at` is past the last token."""
        longest = self._longest.get(tokens[at].lower, 0) if at < len(tokens) else 0
        if not longest:
            return 0  # by far the most frequent
        window = tuple([token.lower for token in tokens[at : at + longest]])
        for size in range(len(window), 0, -1):
            if window[:size] in self._phrases:
                return size
        return 0

    def places(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Every place where a phrase begins, with how many tokens make up the longest one there."""
        for at in [at for at, token in enumerate(tokens) if token.lower in self._longest]:
            if size := self.match(tokens, at):
                yield at, size

    def end_at(self, tokens: Sequence[Token], at: int, most: int) -> bool:
        """Whether a phrase of so many tokens at most, the longest at its place, ends right before a token."""
        if not at or tokens[at - 1].lower not in self._lasts:
            return False
        return any(self.match(tokens, at - size) == size for size in range(1, min(at, most) + 1))


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, in order.

    >>> [t.text for t in tokenize("l’université d'Almaty (U.S.)")]
    ['l’', 'université', "d'", 'Almaty', '(', 'U.S.', ')']
    """
    return list(_of_name(text)) if len(text) <= _NAME else _tokens(text)


@lru_cache(maxsize=4096)
def _of_name(text: str) -> tuple[Token, ...]:
    """The tokens of a name, which many rules ask for, and again where the name is said again."""
    return tuple(_tokens(text))


def _tokens(text: str) -> list[Token]:
    return [_token((*found.span(), *_facts(found[0]))) for found in _TOKEN.finditer(text)]


_token = partial(tuple.__new__, Token)  # the tuple as it is: a named tuple's own constructor takes as long as the rest


@lru_cache(maxsize=16_384)
def _facts(form: str) -> tuple[str, str, bool, bool, bool]:
    """What a token has but for its place."""
    return form, form.lower().replace("’", "'"), form[0].isupper(), form[0].isalpha(), _is_small(form)


def _is_small(form: str) -> bool:
    return form[0].islower() and form.islower()


def token_at(tokens: Sequence[Token], position: int) -> int:
    """The first token that begins at a character or after it."""
    return bisect_left(tokens, (position,))


def key_of(token: Token) -> str:
    """What two spellings of a token share: short words in capitals keep them, apostrophes are straight."""
    return _key(token.text)


@lru_cache(maxsize=4096)
def _key(form: str) -> str:
    text = form.replace("’", "'").replace("‑", "-")
    return text if text.isupper() and len(text) <= _SHORT else text.lower()


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


def form_of(tokens: Sequence[Token]) -> str:
    """The words as a list of names has them."""
    return " ".join(token.text for token in tokens)
