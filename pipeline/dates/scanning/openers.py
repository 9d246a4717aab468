"""The word that opens a date, before it and its determiner: `from`, `between`, `depuis`, `until`."""

from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import bound_of
from pipeline.records import Bound


def opener_before(index: int, tokens: Tokens, kinds: str) -> int | None:
    """The index of the token of one of these classes before a token and its determiner."""
    index -= 1
    kind = tokens.kind(index)
    if kind == "l" or (kind == "!" and tokens.word(index) == ":"):  # valid until: 31 December
        index -= 1
        kind = tokens.kind(index)
    return index if kind in kinds else None


def opened_by(index: int, tokens: Tokens, words: frozenset[str], *, kinds: str = "b") -> bool:
    """Whether the opener before a token is one of these words."""
    opener = opener_before(index, tokens, kinds)
    return opener is not None and tokens.word(opener) in words


def bound_before(index: int, tokens: Tokens) -> Bound | None:
    """What a word such as `depuis` or `until` before a token and its determiner says."""
    opener = opener_before(index, tokens, "b")
    return bound_of(opener, tokens) if opener is not None else None
