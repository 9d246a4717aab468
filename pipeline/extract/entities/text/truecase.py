"""Text in capitals, as it would stand in running text: `VISITE À BERLIN` becomes `Visite à Berlin`.

Headings in capitals, and whole documents that have nothing else. Characters keep their places, so spans found in the
text made here hold in the original.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.casing import Written, written
from pipeline.extract.entities.text.casing_clues import Clues
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import Token

_LONGEST_ACRONYM = 7  # characters
_LABELS_OF_ACRONYMS = ("ORGANIZATION", "AGREEMENT")
_APOSTROPHE = 1  # where it stands in names of two parts
_LONGEST_CIVILITY = 4  # tokens
_LONGEST_NAME = 4  # words
_FEWEST = 40  # words of a document in capitals that is no heading
_SHOUTED = 0.8  # share of words in capitals of a document that has nothing else


class Capitals:
    """The words that a document writes with a capital in the middle of its sentences, and those it does not.

    Attributes:
        names: the words that have a capital and are never small, in lower case.
        shouted: whether all of the document is in capitals, so that it says nothing of its names.
        acronyms: the words that stand alone in brackets, in lower case, where it is.
    """

    def __init__(self, passages: Sequence[Sequence[Token]]) -> None:
        small: set[str] = set()
        capital: set[str] = set()
        for tokens in passages:
            for before, token in pairwise(tokens):
                if token.text.islower():
                    small.add(token.lower)
                elif token.capital and not token.text.isupper() and before.text[0].isalnum():
                    capital.add(token.lower)
        words = [token for tokens in passages for token in tokens if token.word and len(token.text) > 1]
        self.names = frozenset(capital - small)
        shouted = sum(token.text.isupper() for token in words)
        self.shouted = len(words) >= _FEWEST and shouted > _SHOUTED * len(words)
        self.acronyms = frozenset(_bracketed(passages)) if self.shouted else frozenset[str]()


def truecased(
    text: str,
    tokens: Sequence[Token],
    capitals: Capitals,
    *,
    lexicon: EntityLexicon,
    known: KnownNames,
) -> str:
    """The text with what is in capitals written small, but for names."""
    pieces: list[str] = []
    position = 0
    for start, end in [(0, len(tokens))] if capitals.shouted else _runs(tokens, lexicon):
        row = tokens[start:end]
        likely = dict(written(lexicon.casing, Clues(row, lexicon, known)))
        for at, token in enumerate(row):
            initial = token.initial and row[at + 1 : at + 2] and row[at + 1].text == "."
            if token.text.isupper() and not initial:
                said = _spelled(token, _settled(token, likely.get(at, "small"), capitals, known))
                pieces += (text[position : token.start], said)
                position = token.end
    return "".join([*pieces, text[position:]])


def _settled(token: Token, likely: Written, capitals: Capitals, known: KnownNames) -> Written:
    """How a word stands elsewhere in the document or is known to, else as it most likely does."""
    short = len(token.text) <= _LONGEST_ACRONYM
    if token.lower in capitals.acronyms:
        return "acronym"
    if likely == "acronym" and not short:
        return "capital"
    if likely == "capital" and short and known.own_label(token.text) in _LABELS_OF_ACRONYMS:
        return "acronym"
    return "capital" if likely == "small" and token.lower in capitals.names else likely


def _bracketed(passages: Sequence[Sequence[Token]]) -> Iterator[str]:
    """The short words alone in brackets that are in no dictionary, in lower case."""
    for tokens in passages:
        for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            alone = before.text == "(" and after.text == ")" and token.word and len(token.text) <= _LONGEST_ACRONYM
            if alone and all(in_dictionary(token.lower, language) == "none" for language in ("en", "fr")):
                yield token.lower


def _runs(tokens: Sequence[Token], lexicon: EntityLexicon) -> Iterator[tuple[int, int]]:
    """The rows of several words in capitals, but not `Amadou GON COULIBALY`, `M. DE SOUZA`, `DE CREM Pieter`."""
    start = 0
    while start < len(tokens):
        if not tokens[start].text.isupper():
            start += 1
            continue
        end = start
        while end < len(tokens) and (tokens[end].text.isupper() or not tokens[end].word):
            end += 1
        words = [token for token in tokens[start:end] if token.word and not token.initial and not token.elided]
        named = len(words) <= _LONGEST_NAME and _is_surname(tokens, start, end, lexicon)
        if len(words) > 1 and not named:
            yield start, end
        start = end + 1


def _is_surname(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """Whether a given name stands right before a row or behind it, or a civility before it."""
    if start > 0 and (tokens[start - 1].capital or lexicon.civilities.end_at(tokens, start, _LONGEST_CIVILITY)):
        return True
    titled = lexicon.civilities.match(tokens, start) > 0
    return titled or (end < len(tokens) and tokens[end].capital and tokens[end - 1].word)


def _spelled(token: Token, written: Written) -> str:
    lower = token.text.lower()
    if written == "acronym" or len(lower) != len(token.text) or token.text.endswith("."):
        return token.text  # a letter whose small form is two characters; initials
    if written == "small":
        return lower
    return "".join(c.upper() if _begins(lower, i) else c for i, c in enumerate(lower))


def _begins(word: str, at: int) -> bool:
    """Whether a part of a name begins with a letter: `Guinée-Bissau`, `O’Brien`, not `Za’atari`."""
    return at == 0 or word[at - 1] in "-‑" or (at == _APOSTROPHE + 1 and word[_APOSTROPHE] in "'’")
