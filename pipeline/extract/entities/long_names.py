"""Names built on a common noun: `Ministère des Affaires étrangères`, `Nuclear Security Summit`, `traité de Rome`.

A head (a word of the lexicon, with the label of what it names) is followed by what may belong to the name: words with a
capital, adjectives, complements tied by a link, coordinated complements, a quoted name. In languages where the head may
come last (`head_last` in the lexicon) the words with a capital before it belong to it too.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, longest_match
from pipeline.records import EntityLabel

_ACRONYM = re.compile(r"\s*\(\s*([A-Z][A-Za-z0-9-]{1,9}[A-Z0-9])\s*[),;]")
_LONGEST = 24  # tokens of one name
_QUOTES = {"«": "»", "“": "”", '"': '"'}
_SIGNING_WINDOW = 14  # tokens

IsPlace = Callable[[str], bool]


class _Grown(NamedTuple):
    """How far a name reaches: the token after its last, and what is in it beside the head."""

    end: int
    proper: bool
    complements: int


def find_long_names(
    tokens: Sequence[Token], lexicon: EntityLexicon, is_place: IsPlace, people: Sequence[Candidate] = ()
) -> Iterator[Candidate]:
    """The long names of a passage, in order, without overlaps.

    `is_place` knows the names of countries and places; the words of `people` go into no other name.
    """
    grower = _Grower(tokens, lexicon, is_place, frozenset(person.start for person in people))
    position = 0
    while position < len(tokens):
        label = grower.head(position)
        if label is None:
            position += 1
            continue
        start, grown = grower.start(position, label), grower.grow(position, label)
        label = grower.last_head(position, grown.end) or label
        if grower.is_name(position, start, grown, label):
            yield Candidate(tokens[start].start, tokens[grown.end - 1].end, label, "rule")
            position = grown.end
        else:
            position += 1


def find_defined_acronyms(text: str, long_names: Sequence[Candidate]) -> Iterator[Candidate]:
    """The acronyms in brackets right after a long name: `Banque européenne d’investissement (BEI)`."""
    for name in long_names:
        match = _ACRONYM.match(text, name.end)
        if match:
            yield name._replace(start=match.start(1), end=match.end(1))


class _Grower:
    def __init__(
        self, tokens: Sequence[Token], lexicon: EntityLexicon, is_place: IsPlace, people: frozenset[int]
    ) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.is_place = is_place
        self.people = people

    def head(self, at: int) -> EntityLabel | None:
        """The label of the head that stands here, if one does."""
        return self.lexicon.heads.get(self.tokens[at].lower)

    def start(self, head: int, label: EntityLabel) -> int:
        """Where the name begins: at the head, or at the words with a capital before it where the language has that."""
        start = head
        if not self.lexicon.head_last or not self.tokens[head].capital:
            return start
        while start > 0 and head - start < 8 and self._goes_before(start - 1):
            start -= 1
        while start < head and self.tokens[start].lower.replace("’", "'") in self.lexicon.joiners:
            start += 1
        return start

    def grow(self, head: int, label: EntityLabel) -> _Grown:
        """How far the name reaches from its head on."""
        at, proper, complements, lower = head + 1, False, 0, True
        while at < len(self.tokens) and at - head < _LONGEST:
            token = self.tokens[at]
            if token.text in _QUOTES:
                close = self._quoted(at)
                if close is None:
                    break
                at, proper, lower = close + 1, True, False
            elif self._is_proper(at):
                at, proper, lower = at + 1, True, False
            elif token.word and token.lower == token.text and self.lexicon.is_adjective(token.lower):
                after_name = label == "LOCATION" and complements and self.head(at - 1) is None
                if token.lower in self.lexicon.stops or after_name:
                    break
                at += 1
            elif self._second_adjective(at):
                at += 2
            else:
                step = self._complement(at, label, first=complements == 0 and not proper, lower=lower)
                if not step:
                    break
                at, complements = at + step, complements + 1
                proper = proper or self.tokens[at - 1].capital
        return _Grown(at, proper, complements)

    def last_head(self, head: int, end: int) -> EntityLabel | None:
        """The label of the last head of a row of them, where the last one counts: `Treaty Organization`."""
        label = None
        while self.lexicon.head_last and head < end and self.tokens[head].capital:
            label = self.head(head) or label
            head += 1
        return label

    def is_name(self, head: int, start: int, grown: _Grown, label: EntityLabel) -> bool:
        """Whether what grew is a particular one, not a common noun with its complements."""
        token = self.tokens[head]
        alone = grown.end == head + 1 and start == head
        if token.capital:
            if alone:
                return label == "ORGANIZATION" and token.lower not in self.lexicon.not_names and not self._opens(head)
            return grown.proper or start < head or not self._opens(head) or label == "AGREEMENT"
        if token.lower in self.lexicon.proper_needed:
            return grown.proper
        if label != "AGREEMENT" or token.lower.endswith("s") or grown.end - head < 3:
            return False
        return self._is_signed(head, grown.end)

    def _is_proper(self, at: int) -> bool:
        token = self.tokens[at]
        if token.start in self.people or self._broken(at) or token.lower in self.lexicon.stops:
            return False
        return token.word and token.capital and not token.text.endswith(("'", "’"))

    def _broken(self, at: int) -> bool:
        """Whether a line or sentence ends before this token."""
        before = self.tokens[at - 1]
        return before.text in (".", "!", "?", ":", ";", "…")

    def _opens(self, at: int) -> bool:
        """Whether the token opens a sentence, where a capital means nothing."""
        return at == 0 or self.tokens[at - 1].text in ".!?:…-–—•*"

    def _goes_before(self, at: int) -> bool:
        token = self.tokens[at]
        if token.lower.replace("’", "'") in self.lexicon.joiners:
            tied = at > 1 and (self.tokens[at - 2].lower,) in self.lexicon.links
            between = at > 0 and self.tokens[at - 1].capital and self.tokens[at + 1].capital
            return between and not tied and self.head(at - 1) is None
        if not token.word or not token.capital or token.lower in self.lexicon.determiners:
            return False
        if self.tokens[at + 1].lower.replace("’", "'") in self.lexicon.joiners:
            return True
        return (token.lower,) not in self.lexicon.introducers and token.lower not in self.lexicon.openers

    def _second_adjective(self, at: int) -> bool:
        """Whether `et aérien` of `transit ferroviaire et aérien` stands here."""
        if self.tokens[at].lower not in self.lexicon.conjunctions or at + 1 >= len(self.tokens):
            return False
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        return all(t.text == t.lower and self.lexicon.is_adjective(t.lower) for t in (before, after))

    def _quoted(self, at: int) -> int | None:
        """The closing mark of a short quoted name that begins here."""
        close = _QUOTES[self.tokens[at].text]
        for end in range(at + 2, min(at + 9, len(self.tokens))):
            if self.tokens[end].text == close:
                return end if self.tokens[at + 1].capital else None
        return None

    def _complement(self, at: int, label: EntityLabel, *, first: bool, lower: bool) -> int:
        """How many tokens from here on tie one more word to the name; 0 when none do."""
        series = self._series(at)
        if series:
            return series
        strong = 0 if first else longest_match(self.tokens, at, self.lexicon.strong_coordinators, self.lexicon.longest)
        if strong and at + strong < len(self.tokens):
            return strong + 1 if self._goes_on(at + strong, lower=lower) else 0
        link = longest_match(self.tokens, at, self.lexicon.links, self.lexicon.longest)
        if not link or at + link >= len(self.tokens):
            return 0
        if self._is_proper(at + link):
            return link + 1
        words = tuple(t.lower.replace("’", "'") for t in self.tokens[at : at + link])
        if words in self.lexicon.lower_links and label in ("ORGANIZATION", "AGREEMENT", "EVENT"):
            return link + 1 if self.lexicon.lower_names and self._is_noun(at + link) else 0
        return 0

    def _goes_on(self, at: int, *, lower: bool) -> bool:
        """Whether a coordinated word belongs to the name: in lower case only where the name has been so, and no place,
        person or second body."""
        token = self.tokens[at]
        if self._is_proper(at):
            if token.lower in self.lexicon.heads or (token.lower,) in self.lexicon.introducers:
                return False
            return not self.is_place(token.text)
        return lower and self.lexicon.lower_names and self._is_noun(at)

    def _is_noun(self, at: int) -> bool:
        token = self.tokens[at]
        if not token.word or token.text != token.lower or len(token.text) < 3:
            return False
        return token.lower not in self.lexicon.stops and token.lower not in self.lexicon.determiners

    def _series(self, at: int) -> int:
        """`, d’Entente` of `Traité d’Amitié, d’Entente et de Coopération`: only where a coordinated word closes it."""
        if self.tokens[at].text != "," or self._series_word(at + 1) is None:
            return 0
        end = self._series_word(at + 1) or at
        size = end - at
        while end < len(self.tokens) and self.tokens[end].text == ",":
            following = self._series_word(end + 1)
            if following is None:
                return 0
            end = following
        strong = longest_match(self.tokens, end, self.lexicon.strong_coordinators, self.lexicon.longest)
        closes = strong and end + strong < len(self.tokens) and self._goes_on(end + strong, lower=True)
        return size if closes else 0

    def _series_word(self, at: int) -> int | None:
        """The token after a word of a series that stands here: tied by a link where the language ties them."""
        link = longest_match(self.tokens, at, self.lexicon.series_links, self.lexicon.longest)
        if (self.lexicon.series_links and not link) or at + link >= len(self.tokens):
            return None
        if not self._goes_on(at + link, lower=bool(link)):
            return None
        end = at + link + 1
        while end < len(self.tokens) and self._is_proper(end):
            end += 1
        return end

    def _is_signed(self, head: int, end: int) -> bool:
        """Whether a word of signing, or a year, stands beside the name."""
        near = self.tokens[max(head - _SIGNING_WINDOW, 0) : head] + self.tokens[end : end + 6]  # type: ignore[operator]
        return any(t.lower in self.lexicon.signing or (t.text.isdigit() and len(t.text) == 4) for t in near)
