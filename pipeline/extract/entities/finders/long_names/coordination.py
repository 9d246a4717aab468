"""What a comma or conjunction ties to a long name: `Traité d’Amitié, d’Entente et de Coopération`."""

from collections.abc import Callable, Sequence

from pipeline.extract.entities.finders.long_names.adjectives import Adjectives
from pipeline.extract.entities.finders.long_names.place_words import PlaceWords
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_LONGEST = 40  # tokens of a series
_SURELY = 3  # letters of an acronym that is no word in capitals
_LONGEST_ITEM = 6  # tokens of one word of it, with its comma


class Coordination:
    """Ties coordinated words to the name that `Growth` lets grow.

    Args:
        is_proper: whether the word at a token belongs to a name by its capital.
        is_noun: whether a common noun in lower case stands at a token.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: EntityLexicon,
        places: PlaceWords,
        adjectives: Adjectives,
        *,
        is_proper: Callable[[int], bool],
        is_noun: Callable[[int], bool],
    ) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._places = places
        self._adjectives = adjectives
        self._is_proper = is_proper
        self._is_noun = is_noun

    def goes_on(self, at: int, *, lower: bool, charge: bool = False) -> bool:
        """Whether a coordinated word belongs to the name: in lower case only where the name has been so, and no place,
        person or second body. `charge`: only what a ministry may be in charge of."""
        token, lexicon = self._tokens[at], self._lexicon
        if charge and not lexicon.is_charge(token.lower):
            return False
        agreement = lexicon.heads.get(token.lower) == "AGREEMENT"  # `la Charte et l'Acte final`, `et du protocole`
        if self._is_proper(at):
            second = agreement or (token.lower in lexicon.heads and token.lower not in lexicon.capital_heads)
            if second or (token.lower,) in lexicon.people.introducers:
                return False
            if lexicon.people.titles.match(self._tokens, at) and self._is_proper(at + 1):
                return False  # `University of Life Sciences and Rector Li Gucheng`
            letters = lexicon.lower_names and token.text.isupper() and len(token.text) > 1
            acronym = letters and (lower or len(token.text) >= _SURELY)  # `Union africaine et de l'IGAD`
            return not acronym and not self._places.starts(at) and not self._leads_to_head(at)
        return lower and lexicon.lower_names and self._is_noun(at) and not agreement

    def series(self, at: int, *, topic: bool = False) -> int:
        """`, d’Entente` of `Traité d’Amitié, d’Entente et de Coopération`: only where a coordinated word closes it.

        `topic`: whether it is of what a name is about, which says no link again (`sur l’Eau, l’Énergie et le Climat`).
        """
        end = self._series_word(at, topic=topic)
        if end is None:
            return 0
        size = end - at
        following: int | None = end
        while following is not None and following - at < _LONGEST:
            end, following = following, self._series_word(following, topic=topic)
        strong = self._lexicon.strong_coordinators.match(self._tokens, end)
        strong = strong or (self.closing(end) if topic else 0)
        closes = strong and end + strong < len(self._tokens) and self.goes_on(end + strong, lower=True)
        return size if closes else 0

    def region(self, at: int) -> int:
        """How many tokens a second region takes: `and the Caribbean` of `Directorate for the Americas and the …`."""
        lexicon, tokens = self._lexicon, self._tokens
        if tokens[at].lower not in lexicon.conjunctions or not self._places.starts(at - 1):
            return 0
        first = at + 1 + lexicon.place_links.match(tokens, at + 1)
        first += first < len(tokens) and tokens[first].small and tokens[first].lower in lexicon.determiners
        if first >= len(tokens) or not tokens[first].capital or not self._places.starts(first):
            return 0
        return first + max(self._places.size(first), 1) - at

    def joins_demonyms(self, at: int) -> bool:
        """Whether a conjunction ties two peoples that both go with what follows: `African and Mauritian Office`."""
        lexicon, pair = self._lexicon, [*self._tokens[at - 1 : at], *self._tokens[at + 1 : at + 2]]
        tied = lexicon.head_last and len(pair) > 1 and self._tokens[at].lower in lexicon.joiners
        tied = tied and all(token.capital and lexicon.is_demonym(token.lower) for token in pair)
        return tied and self._is_proper(at + 1) and at + 2 < len(self._tokens) and self._is_proper(at + 2)

    def _leads_to_head(self, at: int) -> bool:
        """Whether the words with a capital from here on end in a head in the singular: then they are a second name
        (`X and Y Bank`, but `Department of Health and Human Services`)."""
        end = at
        while self._lexicon.head_last and end < min(at + 6, len(self._tokens)) and self._is_proper(end):
            if self._tokens[end].lower in self._lexicon.heads and not self._tokens[end].lower.endswith("s"):
                return True
            end += 1
        return False

    def closing(self, at: int) -> int:
        """How many tokens tie the last word of such a series: 2 for `et le`; 0 where no series of words with an article
        each stands before."""
        low = max(at - _LONGEST_ITEM, 0)
        comma = next((i for i in range(at - 1, low, -1) if self._tokens[i].text == ","), 0)
        tied = at < len(self._tokens) and self._tokens[at].lower in self._lexicon.conjunctions
        return 2 if comma and tied and self._article(comma + 1) and self._article(at + 1) else 0

    def _article(self, at: int) -> int:
        """1 where an article stands, 0 elsewhere."""
        return int(
            at < len(self._tokens) and self._tokens[at].small and self._tokens[at].lower in self._lexicon.articles
        )

    def _series_word(self, at: int, *, topic: bool) -> int | None:
        """The token after a comma and a word of a series: tied by a link where the language ties them."""
        if at >= len(self._tokens) or self._tokens[at].text != ",":
            return None
        link = self._lexicon.series_links.match(self._tokens, at + 1)
        link = link or (self._article(at + 1) if topic else 0)
        first = at + 1 + link
        if (self._lexicon.series_links and not link) or first >= len(self._tokens):
            return None
        if not self.goes_on(first, lower=bool(link)):
            return None
        end = first + 1
        while end < len(self._tokens) and (size := self._goes_on_with(end)):
            end += size
        return end

    def _goes_on_with(self, at: int) -> int:
        """How many tokens a word of a series goes on with: a capital, an adjective, `contre les changements`."""
        if self._is_proper(at) or self._adjectives.is_one(self._tokens[at]):
            return 1
        link = self._lexicon.links.match(self._tokens, at) if self._lexicon.lower_names else 0
        noun = at + link
        return link + 1 if link and noun < len(self._tokens) and self._is_noun(noun) else 0
