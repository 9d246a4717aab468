"""Whether what grew from a head is a particular one by its name, or a common noun with its complements."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from pipeline.extract.entities.finders.long_names.growth import Grown
from pipeline.extract.entities.finders.ordinals import with_ordinal
from pipeline.extract.entities.known import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_word
from pipeline.extract.entities.tokens import Token, form_of
from pipeline.records import EntityLabel

_SIGNING_WINDOW = 14  # tokens
_AFTER = 6  # tokens
_LONGEST_IDIOM = 3  # tokens
_YEAR = 4  # digits


class Particular:
    """Tells names from common nouns.

    Args:
        is_place: knows the names of countries and places.
        given: given names, in lower case.
        is_proper: whether the word at a token belongs to a name by its capital.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: EntityLexicon,
        is_place: IsPlace,
        given: AbstractSet[str],
        is_proper: Callable[[int], bool],
    ) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._is_place = is_place
        self._given = given
        self._is_proper = is_proper

    def is_name(self, head: int, start: int, grown: Grown, label: EntityLabel) -> bool:
        """Whether what grew is a particular one, not a common noun with its complements."""
        token = self._tokens[head]
        if token.capital:
            if self._is_front_of_noun(head, grown, label) or self._is_heading(head, start, grown, label):
                return False
            if start == head and not grown.proper and label != "AGREEMENT" and self._is_any(head, grown):
                return False  # `une Commission spéciale`
            if grown.end == head + 1 and start == head:
                return token.lower in self._lexicon.alone and not self._opens(head)
            return grown.proper or start < head or not self._opens(head) or label == "AGREEMENT"
        if token.lower in self._lexicon.bodies.departments and self._has_portfolio(head, grown):
            return True
        if token.lower in self._lexicon.frames.units and with_ordinal(self._tokens, head, self._lexicon) < head:
            return grown.end > head + 1  # `47e brigade mécanisée`
        if start < head:
            return grown.proper  # `British embassy in Kabul`
        if token.lower in self._lexicon.capital_heads or self._is_no_head(head, label):
            return False
        if token.lower in self._lexicon.proper_needed:
            return grown.proper and not self._is_owned(head) and not (label != "LOCATION" and self._is_any(head, grown))
        if label == "AGREEMENT" and self._has_city(head):
            return True
        if label != "AGREEMENT" or token.lower.endswith("s") or grown.end - head < 3:
            return False
        return self._is_particular(head, grown)

    def is_apposition(self, head: int) -> bool:
        """Whether a kind of body in lower case stands right before a name of its own: `la société Armaris`, `le groupe
        coréen Hanwha Ocean`."""
        token = self._tokens[head]
        if not token.small or token.lower not in self._lexicon.bodies.appositives:
            return False
        after = self._tokens[head + 1 : head + 3]
        if after and after[0].small and self._lexicon.is_demonym(after[0].lower):
            after = after[1:]
        return bool(after) and after[0].capital

    def _is_front_of_noun(self, head: int, grown: Grown, label: EntityLabel) -> bool:
        """Whether a common noun in title case follows the head of an event or agreement, and is the head in its place:
        `Conference Room`, `Protocol Officer`, not `Treaty Concerning …`."""
        after, lexicon = head + 1, self._lexicon
        if not lexicon.head_last or label not in ("EVENT", "AGREEMENT") or after >= grown.end:
            return False
        word = self._tokens[after]
        ties = (lexicon.links, lexicon.agreements.topic_links, lexicon.agreements.amending_links)
        if (
            not word.capital
            or any(table.match(self._tokens, after) for table in ties)
            or word.lower in lexicon.agreements.between
        ):
            return False
        named = word.lower in lexicon.heads or word.lower in lexicon.stops or self._is_place(word.text)
        return not named and is_word(word.lower, lexicon.language)

    def _is_heading(self, head: int, start: int, grown: Grown, label: EntityLabel) -> bool:
        """Whether an agreement that is only described stands alone in its line: `Déclaration finale`."""
        alone = label == "AGREEMENT" and start == head == 0 and grown.end == len(self._tokens)
        return alone and not grown.proper and not grown.complements

    def _is_any(self, head: int, grown: Grown) -> bool:
        """Whether any body of a place is meant, not one by its name: `un groupe de Zakopane`."""
        quoted = any(not token.word for token in self._tokens[head + 1 : grown.end])
        before = self._tokens[head - 1].lower if head else ""
        return before in self._lexicon.indefinites and (before,) not in self._lexicon.place_links and not quoted

    def _has_portfolio(self, head: int, grown: Grown) -> bool:
        """Whether a state's one department for a known matter is meant: `le ministère de la justice`."""
        definite = head > 0 and self._tokens[head - 1].lower in self._lexicon.definites
        return definite and any(token.lower in self._lexicon.charges for token in self._tokens[head + 1 : grown.end])

    def _is_no_head(self, head: int, label: EntityLabel) -> bool:
        """Whether the head names nothing here: an act, what belongs to a body, a verb."""
        return (
            self._is_act(head)
            or self._is_of_body(head)
            or self._is_idle(head)
            or (label == "LOCATION" and self._is_verb(head))
        )

    def _is_act(self, head: int) -> bool:
        """Whether the head says what somebody does: `sous la présidence de …`."""
        under = head > 1 and self._tokens[head - 1].lower in self._lexicon.determiners
        under = under and self._tokens[head - 2].lower in self._lexicon.frames.under
        return under and self._tokens[head].lower in self._lexicon.frames.acts

    def _is_idle(self, head: int) -> bool:
        """Whether a head closes a phrase that names nothing: `mise en service d'une ligne`."""
        return self._lexicon.frames.idioms.end_at(self._tokens, head + 1, _LONGEST_IDIOM)

    def _is_of_body(self, head: int) -> bool:
        """Whether a body with a capital owns what is meant: `les fonds de l'Institut …`; posts are bodies there too."""
        link = self._lexicon.place_links.match(self._tokens, head + 1)
        inner = self._tokens[head + 1 + link : head + 2 + link]
        if not link or not inner or not inner[0].capital or self._tokens[head].lower in self._lexicon.bodies.posts:
            return False
        last = head + 1 + link
        while self._lexicon.head_last and last + 1 < len(self._tokens) and self._is_proper(last + 1):
            last += 1
        owner = self._lexicon.heads.get(self._tokens[last].lower) == "ORGANIZATION"
        return owner and self._tokens[head].lower in self._lexicon.frames.owned

    def _is_verb(self, head: int) -> bool:
        """Whether a verb stands between two names, no kind of place: `L'Orient place Jezzine en une`."""
        before, after = self._tokens[head - 1 : head], self._tokens[head + 1 : head + 2]
        named = all(row and row[0].capital and row[0].word and not row[0].elided for row in (before, after))
        led = named and (before[0].lower in self._lexicon.determiners or before[0].lower in self._lexicon.stops)
        return named and not led and not self._lexicon.head_last

    def _is_owned(self, head: int) -> bool:
        """Whether somebody's given name stands behind a link and a company: `la société d'Elon Musk`."""
        link, name = head + 1, head + 2
        owned = self._tokens[head].lower in self._lexicon.bodies.appositives and name < len(self._tokens)
        return (
            owned
            and (self._tokens[link].lower,) in self._lexicon.place_links
            and self._tokens[name].lower in self._given
        )

    def _has_city(self, head: int) -> bool:
        """Whether a treaty is known by a town, or another name that is no country's: `accords de Dayton`."""
        if self._tokens[head].lower not in self._lexicon.agreements.treaties or head + 2 >= len(self._tokens):
            return False
        link, name = self._tokens[head + 1], self._tokens[head + 2]
        determined = head > 0 and self._tokens[head - 1].lower in self._lexicon.determiners
        bare = (link.lower,) in self._lexicon.place_links and link.lower not in self._lexicon.articled
        known = self._is_place(name.text) or name.lower in self._lexicon.heads
        return determined and bare and self._is_proper(head + 2) and not known

    def _is_particular(self, head: int, grown: Grown) -> bool:
        """Whether an agreement in lower case is a certain one: dated, signed, `le traité sur …`; no `accord de …`."""
        before = self._tokens[head - 1].lower if head else ""
        low, high = max(head - _SIGNING_WINDOW, 0), min(grown.end + _AFTER, len(self._tokens))
        near = [*range(low, head), *range(grown.end, high)]
        signed = any(self._lexicon.agreements.signing.match(self._tokens, at) for at in near)
        dated = any(self._tokens[at].text.isdigit() and len(self._tokens[at].text) == _YEAR for at in near)
        if before in self._lexicon.indefinites:
            return signed and (dated or grown.proper)
        definite = before in self._lexicon.determiners
        described = grown.topic or grown.complements > 1  # `le traité d'amitié et de bon voisinage`
        described = described and not self._is_on_a_place(head, grown)
        return (described and definite) or ((grown.proper or definite) and (signed or dated))

    def _is_on_a_place(self, head: int, grown: Grown) -> bool:
        """Whether all that is said of an agreement is a place: `the agreement on Iran`."""
        link = self._lexicon.agreements.topic_links.match(self._tokens, head + 1)
        form = form_of(self._tokens[head + 1 + link : grown.end])
        return link > 0 and bool(form) and self._is_place(form)

    def _opens(self, at: int) -> bool:
        """Whether the token opens a sentence, where a capital means nothing."""
        return at == 0 or self._tokens[at - 1].text in ".!?:…-–—•*"
