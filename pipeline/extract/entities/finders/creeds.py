"""Political parties in lower case, told by what they stand for: `parti communiste français`, `Republican party`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token


def find_parties_of_creed(tokens: Sequence[Token], lexicon: EntityLexicon, _known: KnownNames) -> Iterator[Candidate]:
    """The parties that a creed names beside them, in order; in lower case only `le parti radical`, not `un parti …`."""
    for at, token in enumerate(tokens):
        if token.small and token.lower in lexicon.bodies.parties:
            first, end = _before(tokens, at, lexicon) if lexicon.head_last else _behind(tokens, at, lexicon)
            if end > first + 1:
                yield Candidate(tokens[first].start, tokens[end - 1].end, "ORGANIZATION", "rule")


def _before(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> tuple[int, int]:
    first = at
    while first and tokens[first - 1].capital and tokens[first - 1].lower in lexicon.bodies.creeds:
        first -= 1
    return first, at + 1


def _behind(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> tuple[int, int]:
    end = at + 1
    named = at > 0 and tokens[at - 1].lower in lexicon.definites
    while named and end < len(tokens) and tokens[end].lower in lexicon.bodies.creeds:
        end += 1
    while end > at + 1 and end < len(tokens) and tokens[end].small and lexicon.is_demonym(tokens[end].lower):
        end += 1
    return at, end
