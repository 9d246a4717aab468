"""Adjectives in lower case inside a name: `Commission mixte`, `caractère éducatif, scientifique ou culturel`."""

from collections.abc import Sequence

from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_word
from pipeline.extract.entities.tokens import Token

_SHORTEST = 3  # letters of what is no adjective
_PARTICIPLES = ("és", "ées", "is", "ies", "us", "ues")
_PLURAL = ("s", "x", "z")


def is_astray(row: Sequence[Token], word: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word is an adjective or participle in the plural, and nothing in the row before it is: `incompatibles`
    behind `ambassade de France`, where adjectives agree."""
    plural = word.small and len(word.text) > _SHORTEST and word.lower.endswith("s")
    if lexicon.head_last or not plural or not is_word(word.lower[:-1], lexicon.language):
        return False
    adjective = lexicon.is_adjective(word.lower) or word.lower.endswith(_PARTICIPLES)
    several = any(one.lower in lexicon.conjunctions or (one.lower.endswith(_PLURAL) and one.word) for one in row)
    return adjective and not several


class Adjectives:
    """Finds the adjectives that go on with a name."""

    def __init__(self, tokens: Sequence[Token], lexicon: EntityLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon

    def size(self, head: int, at: int, *, place: bool) -> int:
        """How many tokens adjectives of a head take: 1, 2 with the conjunction of `fluvial et aérien`, 0 for none."""
        token, before = self._tokens[at], self._tokens[at - 1]
        if is_astray(self._tokens[head:at], token, self._lexicon):
            return 0
        if self._lexicon.links.match(self._tokens, at):
            return 0  # `relatif à`
        if self._is_adverb(token) and at + 1 < len(self._tokens) and self.is_one(self._tokens[at + 1]):
            return 2  # `spécialement protégées`
        if self.is_one(token):
            after_name = place and before.lower not in self._lexicon.heads
            return 0 if token.lower in self._lexicon.stops or after_name else 1
        if token.lower in self._lexicon.conjunctions and at + 1 < len(self._tokens):
            return 2 * (self.is_one(before) and self.is_one(self._tokens[at + 1]))
        return self._series(at) if token.text == "," and self.is_one(before) else 0

    def _series(self, comma: int) -> int:
        """`, scientifique ou culturel` of `caractère éducatif, scientifique ou culturel`, to the end of the series."""
        at, row = comma, self._tokens
        while at + 2 < len(row) and row[at].text == "," and self.is_one(row[at + 1]):
            at += 2
        closed = at > comma and at + 1 < len(row) and row[at].lower in self._lexicon.conjunctions
        return at + 2 - comma if closed and self.is_one(row[at + 1]) else 0

    def _is_adverb(self, token: Token) -> bool:
        return token.small and token.lower.endswith(self._lexicon.adverb_endings)

    def is_one(self, token: Token) -> bool:
        """Whether a word may be an adjective of a name."""
        return token.small and self._lexicon.is_adjective(token.lower)
