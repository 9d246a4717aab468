"""How far a name reaches from its head on: words with a capital, adjectives, complements, a quotation."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.entities.finders.long_names.adjectives import Adjectives
from pipeline.extract.entities.finders.long_names.agreements import AgreementSteps
from pipeline.extract.entities.finders.long_names.coordination import Coordination
from pipeline.extract.entities.finders.long_names.place_words import PlaceWords
from pipeline.extract.entities.finders.ordinals import is_ordinal
from pipeline.extract.entities.known import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_word
from pipeline.extract.entities.tokens import QUOTES, Token, form_of
from pipeline.records import EntityLabel

LONGEST = 40  # tokens of one name
_LONGEST_QUOTED = 9  # tokens


class Grown(NamedTuple):
    """How far a name reaches: the token after its last, and what is in it beside the head.

    Attributes:
        proper: whether a word with a capital, or a quotation, is in it.
        topic: whether it says what it is about (`accord sur …`).
    """

    end: int
    proper: bool = False
    complements: int = 0
    topic: bool = False


class Growth:
    """Lets names grow to the right.

    Args:
        is_place: knows the names of countries and places.
        is_town: knows those of towns, too.
        people: where the names of people begin, in characters; they go into no other name.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: EntityLexicon,
        is_place: IsPlace,
        people: frozenset[int],
        is_town: IsPlace | None = None,
    ) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._people = people
        self._adjectives = Adjectives(tokens, lexicon)
        self._places = PlaceWords(tokens, is_place, people)
        self._is_place, self._is_town = is_place, is_town or is_place
        self._coordination = Coordination(
            tokens, lexicon, self._places, self._adjectives, is_proper=self.is_proper, is_noun=self._is_noun
        )
        self._agreements = AgreementSteps(
            tokens,
            lexicon,
            is_place=self._is_town,
            places=self._places,
            is_proper=self.is_proper,
            is_noun=self._is_noun,
        )

    def grow(self, head: int, label: EntityLabel) -> Grown:
        """How far the name reaches whose head, of this label, stands here."""
        grown = Grown(head + 1)
        lower = True  # whether all words of the present complement are in lower case
        while grown.end < len(self._tokens) and grown.end - head < LONGEST:
            at = grown.end
            close = self._quoted(at)
            if close is not None:
                grown, lower = grown._replace(end=close + 1, proper=True), False
            elif label == "LOCATION" and grown.complements and self._is_whole_place(at):
                break
            elif self.is_proper(at) and not (label == "AGREEMENT" and self._agreements.amends(at)):
                grown, lower = grown._replace(end=at + 1, proper=True), False
            elif size := self._adjectives.size(head, at, place=label == "LOCATION" and grown.complements > 0):
                grown = grown._replace(end=at + size)
            elif self._is_particle(at):
                grown, lower = grown._replace(end=at + 2, proper=True), False
            else:
                step = self._step(head, label, grown, lower=lower)
                if not step:
                    break
                proper = grown.proper or self._tokens[at + step - 1].capital
                topic = grown.topic or bool(self._lexicon.agreements.topic_links.match(self._tokens, at))
                grown = Grown(at + step, proper, grown.complements + 1, topic)
        return grown

    def _is_whole_place(self, at: int) -> bool:
        """Whether a known place ends before a name in no dictionary that does not go on with it: who is president of
        the `République du Kazakhstan`, not the `Bissau` of `Republic of Guinea Bissau`."""
        word = self._tokens[at]
        if not (word.capital and self._tokens[at - 1].capital) or is_word(word.lower, self._lexicon.language):
            return False
        tail = next((k for k in (3, 2, 1) if self._is_place(form_of(self._tokens[at - k : at]))), 0)
        return tail > 0 and not self._is_place(form_of(self._tokens[at - tail : at + 1]))

    def is_proper(self, at: int, *, tied: bool = False) -> bool:
        """Whether a word stands here that its capital makes part of the name before it; a title only after a link."""
        token, before = self._tokens[at], self._tokens[at - 1]
        if not (token.word and token.capital) or token.elided or token.start in self._people:
            return False
        if before.text in (".", "!", "?", ":", ";", "…") or token.lower in self._lexicon.stops:
            return False
        following = self._tokens[at + 1 : at + 2]
        if following and following[0].text in "$€£":
            return False  # `a request to Congress for US$450m`
        if not tied and self._tells_a_text_or_meeting(at):
            return False  # `Security Council Press Statement`, `General Assembly Fifty-eighth session`
        if self._is_civility(at, tied=tied):
            return False  # `Présidence de Mme Marchand`, but `Ministry of Justice`
        title = not tied and self._lexicon.head_last and self._lexicon.people.introducers.match(self._tokens, at)
        return not title or token.lower in self._lexicon.people.name_titles

    def _tells_a_text_or_meeting(self, at: int) -> bool:
        """Whether a phrase that makes no name begins here, or an ordinal before a word in lower case."""
        lexicon = self._lexicon
        if not lexicon.head_last:
            return False
        size = lexicon.generic.match(self._tokens, at)
        if size and self._tokens[at + size - 1].lower not in lexicon.heads:
            return True
        last = at + 1 < len(self._tokens) and self._tokens[at + 1].small
        return last and is_ordinal(self._tokens[at], lexicon)

    def _is_particle(self, at: int) -> bool:
        """Whether a small word stands between two of a person's name: `Youssef ibn Tachfin`."""
        bound = self._tokens[at].small and self._tokens[at].lower in self._lexicon.people.bound_particles
        bound = bound and not self._lexicon.links.match(self._tokens, at)
        return bound and self._tokens[at - 1].capital and at + 1 < len(self._tokens) and self.is_proper(at + 1)

    def _is_civility(self, at: int, *, tied: bool) -> bool:
        """Whether a civility stands here before a name, behind a link or of those in no name (`hôtel Mme Dupont`)."""
        table = self._lexicon.people.civilities if tied else self._lexicon.people.plain_civilities
        size = table.match(self._tokens, at)
        return size > 0 and any(token.capital for token in self._tokens[at + size : at + size + 1])

    def _quoted(self, at: int) -> int | None:
        """The closing mark of a short quoted name that begins here."""
        close = QUOTES.get(self._tokens[at].text)
        if close is None or at + 1 >= len(self._tokens) or not self._tokens[at + 1].capital:
            return None
        ends = range(at + 2, min(at + _LONGEST_QUOTED, len(self._tokens)))
        return next((end for end in ends if self._tokens[end].text == close), None)

    def _step(self, head: int, label: EntityLabel, grown: Grown, *, lower: bool) -> int:
        """How many tokens from the end of what has grown tie one more word to the name; 0 when none do."""
        at, first = grown.end, grown.complements == 0 and not grown.proper
        listed = label != "LOCATION" and not first  # not `Homa Bay, Migori and Kisumu`, `Section, Oceans and Fisheries`
        series = self._coordination.series(at, topic=grown.topic) if listed else 0
        if series:
            return series
        agreed = (
            self._agreements.size(
                head,
                at,
                proper=grown.proper,
                tied=grown.complements > 0,
                topic=grown.topic or grown.complements > 1,
            )
            if label == "AGREEMENT"
            else 0
        )
        if agreed:
            return agreed
        if self._coordination.joins_demonyms(at):
            return 2
        desk = self._tokens[head].lower in self._lexicon.frames.desks and grown.complements == 1
        if desk and (region := self._coordination.region(at)):
            return region
        strong = 0 if first or label == "LOCATION" else self._lexicon.strong_coordinators.match(self._tokens, at)
        strong = strong or (self._coordination.closing(at) if grown.topic else 0)
        if strong and at + strong < len(self._tokens):
            bare = strong > 1 and self._lexicon.head_last and label != "AGREEMENT"
            goes_on = self._coordination.goes_on(at + strong, lower=lower, charge=bare)
            goes_on = goes_on and not (label == "ORGANIZATION" and self._is_seated(head, at))
            return strong + self._noun_size(at + strong) if goes_on else 0
        return self._post(head, at, grown) or self._complement(at, label, proper=grown.proper and grown.complements > 0)

    def _complement(self, at: int, label: EntityLabel, *, proper: bool) -> int:
        """`des Affaires` of `Ministère des Affaires étrangères`: how many tokens; 0 when nothing is tied here."""
        lexicon = self._lexicon
        links = lexicon.place_links if label == "LOCATION" else lexicon.links
        link = links.match(self._tokens, at)
        if not link or at + link >= len(self._tokens):
            return 0
        words = tuple(t.lower for t in self._tokens[at : at + link])
        if proper and words in lexicon.bodies.purpose_links and self._places.starts(at + link):
            return 0  # `envoyé de la Ligue des États arabes pour la Syrie`
        close = self._quoted(at + link) if label in ("AGREEMENT", "EVENT") else None
        if close is not None:
            return close + 1 - at  # `Déclaration relative au « Partenariat renforcé »`
        if self._is_month(at + link):
            return 0  # `Chamber of Commerce on Sept. 3`
        if self.is_proper(at + link, tied=True):
            return link + max(self._places.size(at + link), 1)
        tied = words in lexicon.lower_links and label in ("ORGANIZATION", "AGREEMENT", "EVENT")
        if not tied or not lexicon.lower_names or not self._is_noun(at + link):
            return 0
        if self._tokens[at + link].lower.endswith(lexicon.infinitive_endings) and (words[-1],) in lexicon.place_links:
            return self._task(at, link)
        return link + self._noun_size(at + link)

    def _task(self, at: int, link: int) -> int:
        """`chargé de surveiller les mines`: how many tokens; none for a verb alone (`demande de dépêcher …`)."""
        noun = at + link + 2
        said = link > 1 and noun < len(self._tokens) and self._tokens[noun - 1].lower in self._lexicon.articles
        return link + 3 if said and self._is_noun(noun) else 0

    def _is_month(self, at: int) -> bool:
        word = self._tokens[at].lower
        return len(word) > 2 and any(month.startswith(word) for month in self._lexicon.months)

    def _post(self, head: int, at: int, grown: Grown) -> int:
        """`au Soudan` of `Mission des Nations Unies au Soudan`, `à l'économie` of `Secrétariat d'État à l'économie`."""
        lexicon = self._lexicon
        link = lexicon.bodies.post_links.match(self._tokens, at)
        seat = self._tokens[head].lower in lexicon.bodies.seats
        if link and grown.complements and not self._places.starts(at - 1) and self._is_society_of(head, at + link):
            return link + max(self._places.size(at + link), 1)
        if not link or at + link >= len(self._tokens) or not (seat or self._tokens[head].capital):
            return 0
        token = self._tokens[at + link]
        specified = at > head + 1 or (lexicon.head_last and head > 0 and self._tokens[head - 1].capital)
        if any(t.lower in lexicon.bodies.posts for t in self._tokens[head:at]) and (specified or token.small):
            if lexicon.lower_names and token.small and lexicon.is_charge(token.lower):
                return link + 1
            proper = self.is_proper(at + link)
            if proper and seat and self._is_town(token.text):
                return link + 1  # `Ambassade du Sénégal à Riyad`
            accredited = lexicon.bodies.accredited_links.match(self._tokens, at) == link
            return link + 1 if proper and (accredited or self._places.starts(at + link)) else 0
        return 0

    def _noun_size(self, at: int) -> int:
        """How many tokens the noun takes that begins here: 2 with an adjective before it, `pires formes`."""
        front = self._tokens[at].lower in self._lexicon.front_adjectives and at + 1 < len(self._tokens)
        return 1 + (front and self._is_noun(at + 1))

    def _is_seated(self, head: int, at: int) -> bool:
        """Whether the town of a body stands before this: `and` ties another one (`University of Zurich and CARE`)."""
        town = self._lexicon.head_last and at - 2 > head and self._is_town(self._tokens[at - 1].text)
        link = (self._tokens[at - 2].lower,)
        return town and (link in self._lexicon.place_links or link in self._lexicon.bodies.post_links)

    def _is_society_of(self, head: int, place: int) -> bool:
        """Whether a known place says where the members are: `Ireland` of `Movement of Asylum Seekers in Ireland`."""
        society = self._tokens[head].capital and self._tokens[head].lower in self._lexicon.frames.societies
        return society and place < len(self._tokens) and self.is_proper(place) and self._places.starts(place)

    def _is_noun(self, at: int) -> bool:
        token = self._tokens[at]
        if not token.small or len(token.text) < 3:
            return False
        return token.lower not in self._lexicon.stops and token.lower not in self._lexicon.determiners
