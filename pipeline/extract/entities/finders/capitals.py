"""Rows of words with a capital: where one that begins at a token ends, for all finders that ask it alike."""

from collections.abc import Container, Sequence

from pipeline.extract.entities.finders.people.names import bound_particle
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token


def is_whole_capital(token: Token) -> bool:
    """Whether a word with a capital stands here that is not the first half of an elision, as `D’` is."""
    return token.word and token.capital and not token.elided


def capitals_end(tokens: Sequence[Token], at: int, most: int, stops: Container[str] = ()) -> int:
    """The token after the words with a capital that begin here; `at` where none does.

    Args:
        most: how many words the row has at most.
        stops: words in lower case that end it.
    """
    end = at
    while end < len(tokens) and end - at < most and _is_in_row(tokens[end], stops):
        end += 1
    return end


def name_row_end(
    tokens: Sequence[Token], at: int, lexicon: EntityLexicon, *, most: int | None = None, stops: Container[str] = ()
) -> int:
    """The token after the words with a capital that begin here, particles between them; `at` where none does.

    Args:
        most: how many tokens make the row long enough; None for any number.
        stops: words in lower case that end it.
    """
    end, last = at, len(tokens) if most is None else min(at + most, len(tokens))
    while end < last and (size := _step(tokens, end, lexicon, stops, goes_on=end > at)):
        end += size
    return end


def _step(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, stops: Container[str], *, goes_on: bool) -> int:
    """How many tokens of a row stand here: a word, perhaps with a bound particle, or a particle and a word."""
    if _is_in_row(tokens[at], stops) or bound_particle(tokens[at], lexicon):
        return 1
    tied = goes_on and tokens[at].lower in lexicon.particles and at + 1 < len(tokens)
    return 2 if tied and _is_in_row(tokens[at + 1], stops) else 0


def _is_in_row(token: Token, stops: Container[str]) -> bool:
    return is_whole_capital(token) and token.lower not in stops
