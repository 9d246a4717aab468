"""What only the names of agreements hold: parties, formulas, numbers, other agreements, what they do, small words.

`Agreement between France and Chad on …`, `Convention n° 182 sur …`, `Optional Protocol to the Convention on …`,
`Traité instituant la Communauté européenne`, `Convention on Access to Information`.
"""

import re
from collections.abc import Callable, Sequence

from pipeline.extract.entities.finders.long_names.parties import Parties
from pipeline.extract.entities.finders.long_names.place_words import PlaceWords
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_word
from pipeline.extract.entities.tokens import Token

_LONGEST_FRONT = 6  # words with a capital before the head of an agreement that another one adds to
_NUMBER = re.compile(r"\d{1,4}")
_BARE_NUMBER = re.compile(r"\d{1,3}")  # a year is none


class AgreementSteps:
    """Ties words to the name of an agreement that `Growth` lets grow.

    Args:
        is_place: knows the names of countries, places and towns.
        places: finds those of countries and places.
        is_proper: whether the word at a token belongs to a name by its capital.
        is_noun: whether a common noun in lower case stands at a token.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: EntityLexicon,
        *,
        is_place: Callable[[str], bool],
        places: PlaceWords,
        is_proper: Callable[[int], bool],
        is_noun: Callable[[int], bool],
    ) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._is_place = is_place
        self._places = places
        self._is_proper = is_proper
        self._is_noun = is_noun
        self._parties = Parties(tokens, lexicon, is_proper)

    def size(self, head: int, at: int, *, proper: bool, tied: bool, topic: bool) -> int:
        """How many tokens from `at` on belong to the name whose head stands at `head`; 0 when none do.

        `proper`: whether a word with a capital is in the name so far; `tied`: whether a complement is; `topic`: whether
        one says what it is about.
        """
        resumed = self._resumed_topic(head, at) if topic else 0
        if resumed or not self._tokens[head].capital:
            return (
                resumed
                or self._described_parties(head, at, tied=tied and not topic)
                or (self._joined_action(at) if tied else 0)
            )
        size = (
            (self._lexicon.agreements.formulas.match(self._tokens, at) if topic else 0)
            or self._between(head, at, told=topic or (tied and proper))
            or self._annexed(at)
            or self._amended(at)
            or self._programmed(at)
        )
        size = size or (self._number(at) if at == head + 1 else 0)
        size = size or (self._titled(at) if proper else 0) or (self._joined_action(at) if tied else 0)
        return size or (self._reached(at) if topic else 0)

    def amends(self, at: int) -> bool:
        """Whether a word stands here that says what an agreement does: `Agreement Establishing the …`."""
        return self._lexicon.agreements.amending_links.match(self._tokens, at) > 0

    def _between(self, head: int, at: int, *, told: bool) -> int:
        """`entre la France et le Kazakhstan`; behind a name that has `told` its subject, or has a name before its head,
        only what belongs to an official title."""
        size = self._parties.size(at)
        if not size or self._parties.tells_sides(at, size):
            return size
        named = self._lexicon.head_last and self._has_proper_front(head)
        whole = named and not self._lexicon.agreements.topic_links.match(self._tokens, at + size)
        return 0 if told or whole else size

    def _has_proper_front(self, head: int) -> bool:
        """Whether a word with a capital right before the head is no common noun (`Falepili Union Treaty`)."""
        for at in range(head - 1, max(head - _LONGEST_FRONT, 0) - 1, -1):
            token = self._tokens[at]
            if not (token.word and token.capital):
                return False
            if self._is_place(token.text) or not is_word(token.lower, self._lexicon.language):
                return True
        return False

    def _described_parties(self, head: int, at: int, *, tied: bool) -> int:
        """`entre la France et le Mali` of `l'accord entre la France et le Mali sur …`, `l'accord de pêche entre …`:
        only with what it is about."""
        size = self._parties.size(at) if head and self._tokens[head - 1].lower in self._lexicon.definites else 0
        return size if size and (tied or self._lexicon.agreements.topic_links.match(self._tokens, at + size)) else 0

    def _resumed_topic(self, head: int, at: int) -> int:
        """`et à la vie` of `relatif aux zones et à la vie sauvage`, `et procédures` of `les règles et procédures`."""
        lexicon, tokens = self._lexicon, self._tokens
        if tokens[at].lower not in lexicon.conjunctions or at + 2 >= len(tokens):
            return 0
        if self._is_noun(at - 1) and self._is_noun(at + 1) and lexicon.lower_names:
            return 2 if all(tokens[i].lower.endswith("s") for i in (at - 1, at + 1)) else 0
        links = [(i, lexicon.agreements.topic_links.match(tokens, i)) for i in range(head + 1, at)]
        fronts = {tuple(t.lower for t in tokens[i : i + n]) for i, size in links for n in range(1, min(size, 3))}
        for size in (2, 1):
            tail = tuple(token.lower for token in tokens[at + 1 : at + 1 + size])
            after = at + 1 + size
            resumed = any(
                front not in lexicon.agreements.topic_links and (*front, *tail) in lexicon.agreements.topic_links
                for front in fronts
            )
            if resumed and after < len(tokens) and (self._is_noun(after) or self._is_proper(after)):
                return size + 2
        return 0

    def _reached(self, at: int) -> int:
        """`à la baleine` of `la chasse à la baleine`, `dans le domaine`, `en Afrique`: where and on what it acts."""
        lexicon, tokens = self._lexicon, self._tokens
        where = lexicon.events.war_links.match(tokens, at)
        if where and at + where < len(tokens) and self._places.starts(at + where):
            return where + max(self._places.size(at + where), 1)
        link = lexicon.agreements.reach_links.match(tokens, at)
        noun = at + link
        if (
            not link
            or noun >= len(tokens)
            or not self._is_noun(noun)
            or tokens[noun].lower in lexicon.agreements.adjuncts
        ):
            return 0
        named = tokens[noun].lower in lexicon.heads and lexicon.heads[tokens[noun].lower] == "ORGANIZATION"
        return 0 if named or lexicon.people.introducers.match(tokens, noun) else link + 1

    def _number(self, at: int) -> int:
        """`n° 182`, `No. 169`, `(No. 87)`, `108`."""
        tokens = self._tokens
        opened = int(tokens[at].text == "(")
        said = self._lexicon.agreements.number_words.match(tokens, at + opened)
        number = at + opened + said
        pattern = _NUMBER if said else _BARE_NUMBER
        if number >= len(tokens) or not pattern.fullmatch(tokens[number].text):
            return 0
        closed = number + 1 < len(tokens) and tokens[number + 1].text == ")"
        if opened:
            return number + 2 - at if said and closed else 0
        return number + 1 - at

    def _annexed(self, at: int) -> int:
        """`to the Convention`, `à la Convention`, before an agreement with a capital."""
        link = self._lexicon.agreements.annex_links.match(self._tokens, at)
        end = at + link
        while link and end < len(self._tokens) and end - at - link < _LONGEST_FRONT and self._is_proper(end):
            if self._lexicon.heads.get(self._tokens[end].lower) == "AGREEMENT":
                return end + 1 - at
            end += 1 if self._lexicon.head_last else _LONGEST_FRONT
        return 0

    def _amended(self, at: int) -> int:
        """`instituant la Communauté`, `establishing the World …`."""
        link = self._lexicon.agreements.amending_links.match(self._tokens, at)
        first = at + link
        if not link or first >= len(self._tokens):
            return 0
        noun = self._lexicon.lower_names and self._is_noun(first)
        return link + 1 if noun or self._is_proper(first) else 0

    def _programmed(self, at: int) -> int:
        """`and Programme` of `Vienna Declaration and Programme of Action`."""
        row, lexicon = self._tokens[at : at + 3], self._lexicon
        joined = len(row) > 2 and row[0].lower in lexicon.conjunctions and row[1].capital
        return 2 if joined and row[1].lower in lexicon.things.instruments and lexicon.links.match(row, 2) else 0

    def _titled(self, at: int) -> int:
        """`to Information` of `Access to Information`, `that Deplete the Ozone`: common nouns with a capital."""
        lexicon, tokens = self._lexicon, self._tokens
        link = lexicon.agreements.title_links.match(tokens, at)
        first = at + link
        if not link or first >= len(tokens) or not self._is_common(first):
            return 0
        determined = (
            first + 2 < len(tokens) and tokens[first + 1].small and tokens[first + 1].lower in lexicon.determiners
        )
        return link + (3 if determined and self._is_common(first + 2) else 1)

    def _is_common(self, at: int) -> bool:
        """Whether a word of the dictionary has the capital of a title here: no place, body, title or part of a text."""
        word, lexicon = self._tokens[at], self._lexicon
        row = at + 1 < len(self._tokens) and self._is_proper(at + 1)  # `Mobile Equipment`, beside Mobile, a town
        place = self._places.starts(at) if row else self._is_place(word.text)
        if not self._is_proper(at) or place or (word.lower,) in lexicon.people.introducers:
            return False
        known = word.lower in lexicon.heads or word.lower in lexicon.not_names or word.lower in lexicon.demonyms
        return not known and is_word(word.lower, lexicon.language)

    def _joined_action(self, at: int) -> int:
        """`et la répression` of `pour la prévention et la répression du crime`: two actions, one topic."""
        lexicon, row = self._lexicon, self._tokens[at : at + 3]
        endings = lexicon.agreements.action_endings
        if len(row) < 3 or row[0].lower not in lexicon.conjunctions or row[1].lower not in lexicon.determiners:
            return 0
        actions = self._tokens[at - 1].lower.endswith(endings) and row[2].lower.endswith(endings)
        return len(row) if actions and self._is_noun(at + 2) else 0
