"""Where a long name begins: at its head, or at the words with a capital before it where heads come last."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from pipeline.extract.entities.known import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_LONGEST = 9  # tokens before a head


class Fronts:
    """Lets names grow to the left.

    Args:
        is_place: knows the names of countries and places.
        people: where the names of people begin, in characters.
    """

    def __init__(
        self, tokens: Sequence[Token], lexicon: EntityLexicon, is_place: IsPlace, people: AbstractSet[int]
    ) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._is_place = is_place
        self._people = people
        self._conjoined = lexicon.joiners & lexicon.conjunctions

    def start(self, head: int, done: int) -> int:
        """Where the name begins: at the head, or at the words with a capital before it where the language has that.

        `done`: the token where the last name ended; no word belongs to two.
        """
        start = head
        if not self._tokens[head].capital:
            return head - 1 if head > done and self._is_seat(head) else head
        if not self._lexicon.head_last:
            front = head > done and self._tokens[head - 1].lower in self._lexicon.front_adjectives
            return head - 1 if front and self._tokens[head - 1].capital else head  # `Haute Autorité`
        while start > done and head - start < _LONGEST:
            size = self._before(start, done, head)
            if not size or (
                size == 1 and self._is_one_place(head) and self._tokens[start - 1].lower in self._conjoined
            ):
                break
            start -= size
        while start < head and self._tokens[start].lower in self._lexicon.joiners:
            start += 1
        return start

    def _is_seat(self, head: int) -> bool:
        """Whether a post in lower case stands behind those whose it is: `the British embassy`."""
        owner = self._tokens[head - 1]
        seat = self._lexicon.head_last and self._tokens[head].lower in self._lexicon.bodies.seats
        return seat and owner.capital and self._lexicon.is_demonym(owner.lower)

    def _is_one_place(self, head: int) -> bool:
        """Whether a head is the kind of one place: the `Island` of `San Andrés and Corn Island`."""
        word = self._tokens[head].lower
        return word in self._lexicon.places.plain_kinds and not word.endswith("s")

    def _before(self, start: int, done: int, head: int) -> int:
        """How many tokens before this one belong to a name whose head comes later; 0 when none do."""
        at = start - 1
        token, after = self._tokens[at], self._tokens[start]
        meeting = self._lexicon.heads.get(self._tokens[head].lower) == "EVENT"
        if meeting and token.text in "-–" and at > done and self._is_place(self._tokens[at - 1].text):
            return 2  # `U.S. – Africa Leaders Summit`
        if token.text in "-–" and at > done and token.start == self._tokens[at - 1].end and token.end == after.start:
            return 2 if self._tokens[at - 1].capital else 0  # `U.S.-Japan Alliance`
        if token.text == "," and self._lexicon.head_last:
            return self._listed(at, done)
        if token.text == "." and at > done and self._tokens[at - 1].initial:
            return 2  # `John F. Kennedy Airport`
        if token.lower in self._lexicon.joiners:
            return int(at > done and self._joins(at))
        if token.small and token.lower in self._lexicon.particles and after.lower not in self._lexicon.heads:
            return int(at > done and self._tokens[at - 1].capital and after.capital)
        return int(self._is_front(at))

    def _is_front(self, at: int) -> bool:
        """Whether a word with a capital may stand in a name before its head."""
        token = self._tokens[at]
        if not (token.word and token.capital):
            return False
        if (token.lower, self._tokens[at + 1].lower) in self._lexicon.people.civilities:
            return self._tokens[at + 1].lower in self._lexicon.bodies.possessors  # `Her Majesty's Government`
        if token.lower in self._lexicon.determiners:
            return False
        if self._tokens[at + 1].lower in self._lexicon.joiners or token.lower in self._lexicon.people.name_titles:
            return True
        if token.lower in self._lexicon.people.eponym_titles:
            return True  # `Sir Winston Churchill School`
        title = (token.lower,) in self._lexicon.people.introducers
        opens = token.lower in self._lexicon.openers and not self._is_determined(at)
        return not title and not opens

    def _is_determined(self, at: int) -> bool:
        """Whether a determiner in lower case stands before a word, whose capital is a name's then: `the New …`."""
        before = self._tokens[at - 1] if at else self._tokens[at]
        return before.small and before.lower in self._lexicon.determiners

    def _joins(self, at: int) -> bool:
        """Whether a joiner ties the words beside it: not `Bank of X and Y Fund`, not two names, not `France's Army`."""
        before, after = self._tokens[at - 1], self._tokens[at + 1]
        if not (before.capital and after.capital):
            return False
        if self._tokens[at].lower[0] == "'":
            return before.lower in self._lexicon.bodies.possessors
        tied = at > 1 and (self._tokens[at - 2].lower,) in self._lexicon.links
        return not tied and self._lexicon.heads.get(before.lower) is None and not self._is_place(before.text)

    def _listed(self, comma: int, done: int) -> int:
        """`Foreign ,` of `the Foreign, Commonwealth and Development Office`: how many tokens, to the determiner."""
        at = comma
        joined = any(t.lower in self._lexicon.joiners for t in self._tokens[comma + 1 : comma + 4])
        while joined and at > done and self._tokens[at].text == "," and self._tokens[at - 1].capital:
            if self._is_place(self._tokens[at - 1].text) or self._tokens[at - 1].start in self._people:
                return 0
            at -= 2
        determined = at >= 0 and self._tokens[at].lower in self._lexicon.determiners
        return comma - at if joined and at < comma and determined else 0
