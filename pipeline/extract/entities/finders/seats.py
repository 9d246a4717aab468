"""Constituencies: `Member for Cardiff South and Penarth`, `(Labour, Leeds East)`, `(Ealing, Southall) (Lab)`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_LONGEST = 9  # tokens in brackets
_LONGEST_CUE = 4  # tokens


def find_seats(tokens: Sequence[Token], lexicon: EntityLexicon, _known: KnownNames) -> Iterator[Candidate]:
    """The constituencies that a cue or the brackets behind a member's name tell, in order."""
    for at, token in enumerate(tokens):
        start, end = at, _cued(tokens, at, lexicon) if token.capital else 0
        if token.text == "(" and at and tokens[at - 1].word:
            start, end = _bracketed(tokens, at, lexicon)
        if end > start:
            yield Candidate(tokens[start].start, tokens[end - 1].end, "LOCATION", "town")


def _cued(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after `Cardiff South and Penarth` behind `Member for`, 0 for none: conjunctions and commas go in."""
    if not lexicon.places.constituencies.end_at(tokens, at, _LONGEST_CUE):
        return 0
    end = at
    while end < len(tokens) and tokens[end].word and tokens[end].capital:
        end += 1
        comma = end + 1 < len(tokens) and tokens[end].text == ","
        tie = end + comma < len(tokens) and tokens[end + comma].lower in lexicon.conjunctions
        following = end + comma + tie
        if (comma or tie) and following + 1 < len(tokens) and tokens[following].capital and not comma:
            end = following
    return end


def _bracketed(tokens: Sequence[Token], opening: int, lexicon: EntityLexicon) -> tuple[int, int]:
    """Where the seat in the brackets begins and ends; where both are one there is none."""
    close = _close(tokens, opening)
    party = lexicon.places.parties.match(tokens, opening + 1)
    if party and tokens[opening + 1 + party].text in (",", "-", "–"):
        start = opening + party + 2
        return (start, close) if _is_seat(tokens[start:close]) else (close, close)
    behind = close + 1 < len(tokens) and tokens[close + 1].text == "("
    party = lexicon.places.parties.match(tokens, close + 2) if behind else 0
    closed = party and tokens[min(close + 2 + party, len(tokens) - 1)].text in (")", "/")
    return (opening + 1, close) if closed and _is_seat(tokens[opening + 1 : close]) else (close, close)


def _close(tokens: Sequence[Token], opening: int) -> int:
    """The bracket that closes this one; the opening one where none does soon."""
    ends = range(opening + 1, min(opening + _LONGEST, len(tokens)))
    return next((end for end in ends if tokens[end].text == ")"), opening)


def _is_seat(words: Sequence[Token]) -> bool:
    return bool(words) and words[0].capital and all(t.word or t.text in ",&" for t in words)
