"""Names built on a common noun: `Ministère des Affaires étrangères`, `Nuclear Security Summit`, `traité de Rome`.

A head (a word of the lexicon, with the label of what it names) is followed by what may belong to the name (`growth`).
Where the head may come last (`head_last` in the lexicon) the words with a capital before it belong to it too.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import simplemma

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.long_names.growth import Grown, Growth
from pipeline.extract.entities.finders.long_names.treaties import dated_end, lower_front
from pipeline.extract.entities.finders.ordinals import with_ordinal
from pipeline.extract.entities.known import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token
from pipeline.records import EntityLabel

_SIGNING_WINDOW = 14  # tokens
_AFTER = 6  # tokens
_LONGEST_FRONT = 9  # tokens before a head
_YEAR = 4  # digits


def find_long_names(
    tokens: Sequence[Token],
    lexicon: EntityLexicon,
    is_place: IsPlace,
    people: Sequence[Candidate] = (),
    given: AbstractSet[str] = frozenset(),
    *,
    is_town: IsPlace | None = None,
) -> Iterator[Candidate]:
    """The long names of a passage, in order, without overlaps.

    `is_place` knows the names of countries and places, `is_town` those of towns, too; the words of `people` go into no
    other name. `given`: names.
    """
    grower = _Grower(tokens, lexicon, is_place, people, given, is_town=is_town)
    done = 0
    for position in [at for at, token in enumerate(tokens) if token.lower in lexicon.heads]:
        label = grower.head(position) if position >= done else None
        if label is None:
            continue
        label = grower.last_head(position) or label
        start, grown = grower.start(position, done), grower.growth.grow(position, label)
        dated = 0
        if label == "AGREEMENT" and tokens[position].lower in lexicon.treaties and not grown.proper and not grown.topic:
            dated = dated_end(tokens, grown.end, lexicon)
        if dated:
            start = lower_front(tokens, position, lexicon) if tokens[position].small else start
            yield Candidate(tokens[start].start, tokens[dated - 1].end, label, "rule")
            done = dated
        elif not grower.is_apposition(position) and grower.is_name(position, start, grown, label):
            numbered = with_ordinal(tokens, start, lexicon)
            spelled = tokens[start].lower in lexicon.ordinals and start < position
            if (numbered < start or spelled) and tokens[position].lower in lexicon.numbered_bodies:
                label = "EVENT"
            if label == "EVENT":
                start = numbered
            yield Candidate(tokens[start].start, tokens[grown.end - 1].end, label, "rule")
            done = grown.end


class _Grower:
    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: EntityLexicon,
        is_place: IsPlace,
        people: Sequence[Candidate],
        given: AbstractSet[str],
        *,
        is_town: IsPlace | None,
    ) -> None:
        self.given = given
        self.tokens = tokens
        self.lexicon = lexicon
        self.is_place = is_place
        self.people = frozenset(person.start for person in people)
        self.growth = Growth(tokens, lexicon, is_place, self.people, is_town)

    def head(self, at: int) -> EntityLabel | None:
        """The label of the head that stands here, if one does; people may be called so (`Ms. Bridge`)."""
        return None if self.tokens[at].start in self.people else self.lexicon.heads.get(self.tokens[at].lower)

    def start(self, head: int, done: int) -> int:
        """Where the name begins: at the head, or at the words with a capital before it where the language has that.

        `done`: the token where the last name ended; no word belongs to two.
        """
        start = head
        if not self.tokens[head].capital:
            return start
        if not self.lexicon.head_last:
            front = head > done and self.tokens[head - 1].lower in self.lexicon.front_adjectives
            return head - 1 if front and self.tokens[head - 1].capital else head  # `Haute Autorité`
        while start > done and head - start < _LONGEST_FRONT:
            size = self._before(start, done)
            if not size:
                break
            start -= size
        while start < head and self.tokens[start].lower in self.lexicon.joiners:
            start += 1
        return start

    def last_head(self, head: int) -> EntityLabel | None:
        """The label of the last head of a row of words, where the last one counts: `Treaty Organization`."""
        label = None
        end = min(head + _LONGEST_FRONT, len(self.tokens)) if self.lexicon.head_last else head
        for at in range(head, end):
            if at > head and (not self.growth.is_proper(at) or self.lexicon.links.match(self.tokens, at)):
                break  # `Treaty Concerning Pacific Islands`
            label = self.lexicon.heads.get(self.tokens[at].lower) or label
        return label

    def is_name(self, head: int, start: int, grown: Grown, label: EntityLabel) -> bool:
        """Whether what grew is a particular one, not a common noun with its complements."""
        token = self.tokens[head]
        if token.capital:
            if self._is_front_of_noun(head, grown, label):
                return False
            if start == head and not grown.proper and label != "AGREEMENT" and self._is_any(head, grown):
                return False  # `une Commission spéciale`
            if grown.end == head + 1 and start == head:
                return token.lower in self.lexicon.alone and not self._opens(head)
            return grown.proper or start < head or not self._opens(head) or label == "AGREEMENT"
        if token.lower in self.lexicon.capital_heads:
            return False
        if token.lower in self.lexicon.proper_needed:
            return grown.proper and not self._is_owned(head) and not (label != "LOCATION" and self._is_any(head, grown))
        if label == "AGREEMENT" and self._has_city(head):
            return True
        if label != "AGREEMENT" or token.lower.endswith("s") or grown.end - head < 3:
            return False
        return self._is_particular(head, grown)

    def _is_front_of_noun(self, head: int, grown: Grown, label: EntityLabel) -> bool:
        """Whether a common noun in title case follows the head of an event or agreement, and is the head in its place:
        `Conference Room`, `Protocol Officer`, not `Treaty Concerning …`."""
        after, lexicon = head + 1, self.lexicon
        if not lexicon.head_last or label not in ("EVENT", "AGREEMENT") or after >= grown.end:
            return False
        word = self.tokens[after]
        ties = (lexicon.links, lexicon.topic_links, lexicon.amending_links)
        if not word.capital or any(table.match(self.tokens, after) for table in ties) or word.lower in lexicon.between:
            return False
        named = word.lower in lexicon.heads or word.lower in lexicon.stops or self.is_place(word.text)
        return not named and simplemma.is_known(word.lower, lang=lexicon.language)

    def _is_any(self, head: int, grown: Grown) -> bool:
        """Whether any body of a place is meant, not one by its name: `un groupe de Zakopane`."""
        quoted = any(not token.word for token in self.tokens[head + 1 : grown.end])
        before = self.tokens[head - 1].lower if head else ""
        return before in self.lexicon.indefinites and (before,) not in self.lexicon.place_links and not quoted

    def _is_owned(self, head: int) -> bool:
        """Whether somebody's given name stands behind a link and a company: `la société d'Elon Musk`."""
        link, name = head + 1, head + 2
        owned = self.tokens[head].lower in self.lexicon.appositives and name < len(self.tokens)
        return (
            owned and (self.tokens[link].lower,) in self.lexicon.place_links and self.tokens[name].lower in self.given
        )

    def is_apposition(self, head: int) -> bool:
        """Whether a kind of body in lower case stands right before a name of its own: `la société Armaris`."""
        token, after = self.tokens[head], self.tokens[head + 1 : head + 2]
        return token.small and token.lower in self.lexicon.appositives and bool(after) and after[0].capital

    def _has_city(self, head: int) -> bool:
        """Whether a treaty is known by a town, or another name that is no country's: `accords de Dayton`."""
        if self.tokens[head].lower not in self.lexicon.treaties or head + 2 >= len(self.tokens):
            return False
        link, name = self.tokens[head + 1], self.tokens[head + 2]
        determined = head > 0 and self.tokens[head - 1].lower in self.lexicon.determiners
        bare = (link.lower,) in self.lexicon.place_links and link.lower not in self.lexicon.articled
        known = self.is_place(name.text) or name.lower in self.lexicon.heads
        return determined and bare and self.growth.is_proper(head + 2) and not known

    def _is_particular(self, head: int, grown: Grown) -> bool:
        """Whether an agreement in lower case is a certain one: dated, signed, `le traité sur …`; no `accord de …`."""
        before = self.tokens[head - 1].lower if head else ""
        low, high = max(head - _SIGNING_WINDOW, 0), min(grown.end + _AFTER, len(self.tokens))
        near = [*range(low, head), *range(grown.end, high)]
        signed = any(self.lexicon.signing.match(self.tokens, at) for at in near)
        dated = any(self.tokens[at].text.isdigit() and len(self.tokens[at].text) == _YEAR for at in near)
        if before in self.lexicon.indefinites:
            return signed and (dated or grown.proper)
        definite = before in self.lexicon.determiners
        return (grown.topic and definite) or ((grown.proper or definite) and (signed or dated))

    def _opens(self, at: int) -> bool:
        """Whether the token opens a sentence, where a capital means nothing."""
        return at == 0 or self.tokens[at - 1].text in ".!?:…-–—•*"

    def _before(self, start: int, done: int) -> int:
        """How many tokens before this one belong to a name whose head comes later; 0 when none do."""
        at = start - 1
        token, after = self.tokens[at], self.tokens[start]
        if token.text in "-–" and at > done and token.start == self.tokens[at - 1].end and token.end == after.start:
            return 2 if self.tokens[at - 1].capital else 0  # `U.S.-Japan Alliance`
        if token.text == "," and self.lexicon.head_last:
            return self._listed(at, done)
        if token.text == "." and at > done and self.tokens[at - 1].initial:
            return 2  # `John F. Kennedy Airport`
        if token.lower in self.lexicon.joiners:
            return int(at > done and self._joins(at))
        if token.small and token.lower in self.lexicon.particles and after.lower not in self.lexicon.heads:
            return int(at > done and self.tokens[at - 1].capital and after.capital)
        return int(self._is_front(at))

    def _is_front(self, at: int) -> bool:
        """Whether a word with a capital may stand in a name before its head."""
        token = self.tokens[at]
        if not (token.word and token.capital):
            return False
        if (token.lower, self.tokens[at + 1].lower) in self.lexicon.civilities:
            return self.tokens[at + 1].lower in self.lexicon.possessors  # `Her Majesty's Government`
        if token.lower in self.lexicon.determiners:
            return False
        if self.tokens[at + 1].lower in self.lexicon.joiners or token.lower in self.lexicon.name_titles:
            return True
        if token.lower in self.lexicon.eponym_titles:
            return True  # `Sir Winston Churchill School`
        title = (token.lower,) in self.lexicon.introducers
        opens = token.lower in self.lexicon.openers and not self._is_determined(at)
        return not title and not opens

    def _is_determined(self, at: int) -> bool:
        """Whether a determiner in lower case stands before a word, whose capital is a name's then: `the New …`."""
        before = self.tokens[at - 1] if at else self.tokens[at]
        return before.small and before.lower in self.lexicon.determiners

    def _joins(self, at: int) -> bool:
        """Whether a joiner ties the words beside it: not `Bank of X and Y Fund`, not two names, not `France's Army`."""
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        if not (before.capital and after.capital):
            return False
        if self.tokens[at].lower[0] == "'":
            return before.lower in self.lexicon.possessors
        tied = at > 1 and (self.tokens[at - 2].lower,) in self.lexicon.links
        return not tied and self.lexicon.heads.get(before.lower) is None and not self.is_place(before.text)

    def _listed(self, comma: int, done: int) -> int:
        """`Foreign ,` of `the Foreign, Commonwealth and Development Office`: how many tokens, to the determiner."""
        at = comma
        joined = any(t.lower in self.lexicon.joiners for t in self.tokens[comma + 1 : comma + 4])
        while joined and at > done and self.tokens[at].text == "," and self.tokens[at - 1].capital:
            if self.is_place(self.tokens[at - 1].text) or self.tokens[at - 1].start in self.people:
                return 0
            at -= 2
        determined = at >= 0 and self.tokens[at].lower in self.lexicon.determiners
        return comma - at if joined and at < comma and determined else 0
