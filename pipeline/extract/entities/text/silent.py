"""Rows of words whose case says nothing of names: in capitals, in small letters, or each with a capital.

A heading in capitals, a message typed in small letters, a headline as English newspapers write them: whoever reads
them must tell names from words by the words.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import LANGUAGES, in_dictionary
from pipeline.extract.entities.tokens import Token

LONGEST_ACRONYM = 7  # characters
_LONGEST_CIVILITY = 4  # tokens
_LONGEST_NAME = 4  # words
_FEWEST = 40  # words of a document in capitals that is no heading
_IN_NAMES = ("'", "’", "-", ".")
_SHOUTED = 0.8  # share of words in capitals of a document that has nothing else
_FEWEST_SMALL = 4  # words of a document in small letters
_FEWEST_TITLED = 4  # words with a capital of a headline
SHORT = 3  # letters of a word that headlines may write small


class Row(NamedTuple):
    """Some tokens of a passage; `silent` tells those of them whose case says nothing; `sure` that they are such.

    `verbs`: where those of a headline stand, which have no capital in running text.
    """

    start: int
    end: int
    silent: Callable[[Token], bool]
    sure: bool = True
    verbs: frozenset[int] = frozenset()


class Case:
    """What a document's capitals say of its names.

    Attributes:
        shouted: whether all of the document is in capitals.
        muttered: whether none of it is, acronyms apart.
        acronyms: the words that stand alone in brackets, in lower case, where all is in capitals.
    """

    def __init__(self, passages: Sequence[Sequence[Token]], lexicons: Sequence[EntityLexicon | None]) -> None:
        self._passages = tuple(passages)  # as they are now
        self._lexicons = lexicons
        words = [token.text for tokens in passages for token in tokens if token.word and len(token.text) > 1]
        shouted = sum(map(str.isupper, words))
        self.shouted = len(words) >= _FEWEST and shouted > _SHOUTED * len(words)
        small = len(words) - shouted >= _FEWEST_SMALL
        self.muttered = small and not any(_is_titled_word(t) for tokens in passages for t in tokens if t.word)
        self.acronyms = frozenset(_bracketed(passages)) if self.shouted else frozenset[str]()

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that have a capital in the middle of sentences and are never small, in lower case."""
        small: set[str] = set()
        capital: set[str] = set()
        for tokens, lexicon in zip(self._passages, self._lexicons, strict=True):
            titled = lexicon is not None and _is_titled(tokens, lexicon)
            for before, token in pairwise(tokens):
                if token.text.islower():
                    small.add(token.lower)
                elif token.capital and not token.text.isupper() and before.text[0].isalnum() and not titled:
                    capital.add(token.lower)
        return frozenset(capital - small)

    def rows(self, tokens: Sequence[Token], lexicon: EntityLexicon) -> Iterator[Row]:
        """The rows of a passage whose case says nothing."""
        if self.shouted:
            yield Row(0, len(tokens), _is_upper)
        elif self.muttered:
            yield Row(0, len(tokens), _is_lower)
        elif _is_titled(tokens, lexicon) and ((verbs := _verbs(tokens, lexicon)) or not _heads(tokens, lexicon)):
            yield Row(0, len(tokens), _is_titled_word, sure=bool(verbs), verbs=verbs)
        else:
            yield from (Row(*run, _is_upper) for run in _runs(tokens, lexicon))


def _is_upper(token: Token) -> bool:
    return token.text.isupper()


def _is_lower(token: Token) -> bool:
    return token.text.islower()


def _is_titled_word(token: Token) -> bool:
    """Whether a word has a capital that says no more than where a headline stands; `À` is as good as `Au`."""
    return token.capital and (len(token.text) == 1 or token.elided or not token.text.isupper())


def _is_titled(tokens: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether all words have a capital, but for short ones and those that tie others."""
    count = 0
    for token in tokens:
        if not token.word or len(token.text) <= SHORT or token.text.isupper():
            continue
        if not token.capital and not _may_be_small(token, lexicon):
            return False
        count += token.capital
    return count >= _FEWEST_TITLED


def _verbs(tokens: Sequence[Token], lexicon: EntityLexicon) -> frozenset[int]:
    """Where verbs of headlines stand between two words with a capital or figures, the one before them no tie,
    no head of a body behind: not in `Foreign Claims Settlement Commission`."""
    return frozenset(
        at
        for at, (before, verb, after) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False), 1)
        if verb.capital
        and verb.lower in lexicon.press.headline_verbs
        and before.capital
        and not _may_be_small(before, lexicon)
        and after.text[0].isalnum()
        and (after.lower,) not in lexicon.place_links
        and not any(lexicon.heads.get(token.lower) == "ORGANIZATION" for token in tokens[at + 1 :])
    )


def _heads(tokens: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether the first word, or one behind a colon, is one that names begin with, so that all may be one: `Treaty on
    Good Neighbourliness`, `Porteur : Ministère du Cadre de vie`."""
    first = next((token.lower in lexicon.heads for token in tokens if token.word), False)
    return first or any(mark.text == ":" and token.lower in lexicon.heads for mark, token in pairwise(tokens))


def _may_be_small(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether headlines may write a word small: `amid`, `towards`, not `visited`."""
    word = token.lower
    ties = (lexicon.places.before, lexicon.places.surely_before, lexicon.conjunctions, lexicon.determiners)
    tie = (word,) in lexicon.links or word in lexicon.particles or any(word in words for words in ties)
    return tie or (word in lexicon.openers and (word,) not in lexicon.people.titles)


def _bracketed(passages: Sequence[Sequence[Token]]) -> Iterator[str]:
    """The short words alone in brackets that are in no dictionary, in lower case."""
    for tokens in passages:
        for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            alone = before.text == "(" and after.text == ")" and token.word and len(token.text) <= LONGEST_ACRONYM
            if alone and all(in_dictionary(token.lower, language) == "none" for language in LANGUAGES):
                yield token.lower


def _runs(tokens: Sequence[Token], lexicon: EntityLexicon) -> Iterator[tuple[int, int]]:
    """The rows of several words in capitals, but not `Amadou GON COULIBALY`, `M. DE SOUZA`, `DE CREM Pieter`."""
    end = 0
    for start, first in enumerate(tokens):
        if start < end or not first.text.isupper():
            continue
        end = start
        while end < len(tokens) and (tokens[end].text.isupper() or not tokens[end].word):
            end += 1
        words = [token for token in tokens[start:end] if token.word and not token.initial and not token.elided]
        named = len(words) <= _LONGEST_NAME and _is_surname(tokens, start, end, lexicon)
        alone = len(words) == 1 and end - start == len(tokens) and _is_long_word(words[0], lexicon)
        if alone or (len(words) > 1 and not named and not _is_list_of_acronyms(tokens, start, end, lexicon)):
            yield start, end


def _is_list_of_acronyms(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """Whether marks part all words of a row in a sentence, none of them long or of the language: `ANAS, INIDA`."""
    row = tokens[start:end]
    if any(one.word and other.word for one, other in pairwise(row)) or not any(token.small for token in tokens):
        return False
    return all(_may_be_acronym(token, lexicon) for token in row if token.word)


def _may_be_acronym(token: Token, lexicon: EntityLexicon) -> bool:
    if len(token.text) > LONGEST_ACRONYM:
        return False
    return len(token.text) <= SHORT or in_dictionary(token.lower, lexicon.language) == "none"


def _is_long_word(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word is too long for an acronym, and a word of the language: `FOOTNOTES`."""
    return len(token.text) > LONGEST_ACRONYM and in_dictionary(token.lower, lexicon.language) == "small"


def _is_surname(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """Whether a given name stands right before a row or behind it, or a civility before it."""
    if start > 0 and (tokens[start - 1].capital or lexicon.people.civilities.end_at(tokens, start, _LONGEST_CIVILITY)):
        return True
    if lexicon.people.civilities.match(tokens, start):
        return True
    given = end < len(tokens) and tokens[end].capital and tokens[end].lower not in lexicon.openers
    return given and all(token.word or token.text in _IN_NAMES for token in tokens[start:end])
