"""The parties that the name of an agreement says: `entre la France et le Kazakhstan`.

They belong to it where the name says nothing else before them, or what it is about behind them (`Agreement between
Norway and Chile on Air Services`), and in titles that tell the sides (`, of the one part, and …, of the other part`).
Behind a name that is whole they are names of their own (`the Treaty of Friendship between Spain and Chile`).
"""

from collections.abc import Callable, Sequence

from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_LONGEST = 48  # tokens
_LONGEST_SIDE = 4  # tokens of `of the other part`


class Parties:
    """Finds the parties of agreements. `is_proper`: whether the word at a token belongs to a name by its capital."""

    def __init__(self, tokens: Sequence[Token], lexicon: EntityLexicon, is_proper: Callable[[int], bool]) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._is_proper = is_proper

    def size(self, at: int) -> int:
        """How many tokens from a word like `entre` on say parties; 0 when there are not two."""
        agreements, tokens = self._lexicon.agreements, self._tokens
        if tokens[at].lower not in agreements.between:
            return 0
        end, joined, last = at + 1, False, 0
        while end < len(tokens) and end - at < _LONGEST:
            proper = self._is_proper(end)
            if joined and not proper and agreements.topic_links.match(tokens, end):
                break
            closed = agreements.sides.match(tokens, end) or agreements.members.match(tokens, end)
            named = proper or (tokens[end].small and self._lexicon.is_adjective(tokens[end].lower))
            joined = joined or tokens[end].lower in self._lexicon.conjunctions
            listed = tokens[end].text == "," and self._goes_on(end, joined=joined)
            if not (closed or named or listed or self._ties(end)):
                break
            end += closed or 1
            last = end if joined and (closed or named) else last
        return last - at if last else 0

    def tells_sides(self, at: int, size: int) -> bool:
        """Whether parties are told apart by their sides, each."""
        sides = [end for end in range(at, at + size) if self._lexicon.agreements.sides.match(self._tokens, end)]
        return len(sides) > 1

    def _ties(self, at: int) -> bool:
        """Whether a small word between the names of parties stands here, or the common noun of one (`gouvernement`)."""
        token, lexicon = self._tokens[at], self._lexicon
        between = token.lower in lexicon.conjunctions or token.lower in lexicon.determiners
        if between or (token.lower,) in lexicon.place_links:
            return True
        body = token.small and lexicon.heads.get(token.lower) == "ORGANIZATION"
        determined = self._tokens[at - 1].lower in lexicon.determiners
        return body and determined and lexicon.links.match(self._tokens, at + 1) > 0

    def _goes_on(self, comma: int, *, joined: bool) -> bool:
        """Whether parties go on behind a comma: it stands beside a side, or in a list before the conjunction."""
        sides, first = self._lexicon.agreements.sides, comma + 1
        if sides.match(self._tokens, first) or sides.end_at(self._tokens, comma, _LONGEST_SIDE):
            return True
        first += first < len(self._tokens) and self._tokens[first].lower in self._lexicon.determiners
        return not joined and first < len(self._tokens) and self._is_proper(first)
