"""The roles that the text gives people: `ministre de la Défense Jean-Yves Le Drian`, `X, Minister of Trade`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, token_at

_LONGEST_ROLE = 14  # tokens
_LONGEST_CIVILITY = 3  # tokens
_LONGEST_OWNER = 7  # tokens
_LONGEST_NAME = 24  # tokens of a body's name


class Roles:
    """The roles of one passage's people.

    Args:
        found: the names of the passage, in order, without overlaps; the people among them have roles, the bodies and
            places may be part of one.
    """

    def __init__(self, text: str, tokens: Sequence[Token], found: Sequence[Candidate], lexicon: EntityLexicon) -> None:
        self._text = text
        self._tokens = tokens
        self._lexicon = lexicon
        people = [one for one in found if one.label == "PERSON"]
        named = [one for one in found if one.label in ("ORGANIZATION", "LOCATION")]
        self._ends_of_names = {
            at: end
            for one in named
            if (end := token_at(tokens, one.end)) - (first := token_at(tokens, one.start)) <= _LONGEST_NAME
            for at in range(first, end)
        }
        self._starts = {token_at(tokens, person.start) for person in people}
        self._ends = {token_at(tokens, person.end) for person in people}
        self._spans = {person: self._span(person) for person in people}

    def alone(self) -> Iterator[tuple[int, int]]:
        """The roles behind a definite article that are nobody's who is named there, as offsets."""
        behind = 0
        taken = [span for span in self._spans.values() if span]
        for at, size in self._lexicon.people.titles.places(self._tokens):
            if at < behind:
                continue
            end = self._end(at, at + size)
            behind = end
            named = end in self._starts or any(start < end and at < stop for start, stop in taken)
            if not named and self._title(at) and self._is_definite(at) and not self._is_only_plural(at, at + size):
                yield self._tokens[at - self._is_of_a_state(at)].start, self._tokens[end - 1].end

    def _is_definite(self, at: int) -> bool:
        """Whether the definite article stands before, a demonym between at most: `the French Foreign Minister`."""
        before = at - 1 - self._is_of_a_state(at)
        return before >= 0 and self._tokens[before].lower in self._lexicon.definites

    def _is_of_a_state(self, at: int) -> bool:
        return at > 1 and self._lexicon.is_demonym(self._tokens[at - 1].lower)

    def of(self, person: Candidate) -> str | None:
        """The role that stands right before a person or after a comma, as written."""
        span = self._spans[person]
        if span is None or self._is_only_plural(*span):
            return None
        return self._text[self._tokens[span[0]].start : self._tokens[span[1] - 1].end]

    def _span(self, person: Candidate) -> tuple[int, int] | None:
        first, last = token_at(self._tokens, person.start), token_at(self._tokens, person.end)
        return self._before(first) or self._after(last)

    def _before(self, first: int) -> tuple[int, int] | None:
        """The longest role that reaches up to the token `first`, civility and comma left out."""
        end = self._without_civility(first)
        comma = end > 0 and self._tokens[end - 1].text == ","
        end -= comma
        best: int | None = None
        titled = False  # whether a title reaches up to the name, so that `délégué` ties nothing more
        for begin in range(end - 1, max(end - 1 - _LONGEST_ROLE, -1), -1):
            if not self._tokens[begin].word or begin in self._starts:
                break
            size = self._title(begin)
            if size and begin + size <= end and all(self._goes_on(at) for at in range(begin + size, end)):
                best, titled = begin, titled or begin + size == end
        if (
            best is None
            or (not titled and (self._tokens[end - 1].lower,) in self._lexicon.people.role_links)
            or (comma and self._is_apposition(best))
        ):
            return None
        return best, end

    def _after(self, at: int) -> tuple[int, int] | None:
        """The role after the comma that stands here; none when it introduces somebody else."""
        tokens = self._tokens
        if at >= len(tokens) or tokens[at].text != ",":
            return None
        begin = at + 1
        if begin < len(tokens) and tokens[begin].lower in self._lexicon.determiners:
            begin += 1
        title = self._owned(begin)
        size = self._title(title)
        if not size:
            return None
        size += title - begin
        end = self._reach(begin, begin + size)
        if end in self._starts or (end < len(tokens) and self._lexicon.people.civilities.match(tokens, end)):
            return None
        return begin, self._without_ties(begin + size, end)

    def _owned(self, begin: int) -> int:
        """The token behind the owner of a post: behind `Secretary-General's`; `begin` itself where none stands here."""
        for at in range(begin, min(begin + _LONGEST_OWNER, len(self._tokens))):
            token = self._tokens[at]
            if token.lower == "'s" and at > begin:
                return at + 1
            if not token.word or at in self._starts:
                break
        return begin

    def _title(self, at: int) -> int:
        """How many tokens of a title stand here; none of `homologue`, which says whose equal somebody is."""
        counterpart = at < len(self._tokens) and self._tokens[at].lower in self._lexicon.people.counterparts
        return 0 if counterpart else self._lexicon.people.titles.match(self._tokens, at)

    def _reach(self, begin: int, end: int) -> int:
        """The token up to which words may go on a role that begins at `begin` and is sure up to `end`."""
        stop = min(begin + _LONGEST_ROLE, len(self._tokens))
        while end < stop and end not in self._starts and self._goes_on(end):
            end = self._ends_of_names.get(end, end + 1)
        return end

    def _without_ties(self, sure: int, end: int) -> int:
        """The end of a role before the links, articles and adjectives of a state that nothing follows: `spokesman` of
        `spokesman for the Syrian`."""
        while end > sure and end - 1 not in self._ends_of_names:
            of_state = self._lexicon.is_demonym(self._tokens[end - 1].lower) and self._is_tie(self._tokens[end - 2])
            if not (self._is_tie(self._tokens[end - 1]) or of_state):
                break
            end -= 1
        return end

    def _end(self, begin: int, sure: int) -> int:
        """The token behind a role, without links at its end and without a second role joined to it."""
        end = self._reach(begin, sure)
        for at in range(sure, end):
            if self._tokens[at].lower in self._lexicon.conjunctions and self._has_title(at + 1, end):
                end = at
                break
        return self._without_ties(sure, end)

    def _has_title(self, begin: int, end: int) -> bool:
        return any(self._lexicon.people.titles.match(self._tokens, at) for at in range(begin, end))

    def _is_tie(self, token: Token) -> bool:
        return (token.lower,) in self._lexicon.people.role_links or token.lower in self._lexicon.determiners

    def _without_civility(self, first: int) -> int:
        """The token that the civilities right before a token begin at."""
        tokens, civilities = self._tokens, self._lexicon.people.civilities
        titled = self._lexicon.people.titles.end_at(
            tokens, first, _LONGEST_CIVILITY
        )  # the `général` of `secrétaire général`
        if titled or not civilities.end_at(tokens, first, _LONGEST_CIVILITY):
            return first
        size = next(size for size in range(1, first + 1) if civilities.match(tokens, first - size) == size)
        return self._without_civility(first - size)

    def _is_apposition(self, begin: int) -> bool:
        """Whether a role stands after a comma behind another person, whose it is then."""
        before = begin - 1
        if before > 0 and self._tokens[before].lower in self._lexicon.determiners:
            before -= 1
        return before > 0 and self._tokens[before].text == "," and before in self._ends

    def _is_only_plural(self, begin: int, end: int) -> bool:
        return tuple(t.lower for t in self._tokens[begin:end]) in self._lexicon.people.plurals

    def _goes_on(self, at: int) -> bool:
        """Whether a role can go on with a word: a link, a word of a name, the name of a charge, an adjective; no verb,
        no mark."""
        lexicon, token = self._lexicon, self._tokens[at]
        if at in self._ends_of_names:
            return True
        if (token.lower,) in lexicon.people.role_links or token.lower in lexicon.determiners:
            return True
        if not token.word or token.lower in lexicon.stops:
            return False
        return token.capital or lexicon.is_charge(token.lower) or (token.lower,) in lexicon.people.titles
