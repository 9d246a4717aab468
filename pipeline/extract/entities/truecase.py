"""Headings in capitals, as they would stand in running text: `VISITE À BERLIN` becomes `Visite à Berlin`.

Characters keep their places, so spans found in the text made here hold in the original.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import simplemma
from wordfreq import zipf_frequency

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, token_at

_ENOUGH = 4  # words in capitals that are a heading, not a name, even without a word such as `to`
_LONGEST_ACRONYM = 5  # characters
_FEWEST = 40  # words of a document in capitals that is no heading
_SHORTEST = 3  # letters of a word that may be a name
_LANGUAGES = ("en", "fr")
_FREQUENT = 4.8  # Zipf frequency
_SHOUTED = 0.8  # share of words in capitals of a document that has nothing else
_LONGEST_NAME = 4  # tokens after a title


class Capitals:
    """The words that a document writes with a capital in the middle of its sentences, and those it does not.

    Attributes:
        names: the words that have a capital and are never small.
        shouted: whether all of the document is in capitals, so that it says nothing of its names.
    """

    def __init__(self, passages: Sequence[Sequence[Token]]) -> None:
        small: set[str] = set()
        capital: set[str] = set()
        for tokens in passages:
            for before, token in pairwise(tokens):
                if token.small:
                    small.add(token.lower)
                elif token.capital and not token.text.isupper() and before.text[0].isalnum():
                    capital.add(token.lower)
        words = [token for tokens in passages for token in tokens if token.word and len(token.text) > 1]
        self.names = frozenset(capital - small)
        shouted = sum(token.text.isupper() for token in words)
        self.shouted = len(words) >= _FEWEST and shouted > _SHOUTED * len(words)


def truecased(
    text: str, tokens: Sequence[Token], capitals: Capitals, *, lexicon: EntityLexicon, known: KnownNames
) -> str:
    """The text with its headings in capitals written small, but for names."""
    pieces: list[str] = []
    position = 0
    for start, end in _runs(tokens, lexicon):
        kept = _names(tokens, start, end, capitals, lexicon=lexicon, known=known)
        for at in range(start, end):
            token = tokens[at]
            acronym = known.own_label(token.text) is not None and len(token.text) <= _LONGEST_ACRONYM
            opens = at == start or (capitals.shouted and tokens[at - 1].text in ".!?:")
            written = token.text if at in kept and acronym else _written(token, name=at in kept or opens)
            pieces += (text[position : token.start], written)
            position = token.end
    return "".join([*pieces, text[position:]])


def _runs(tokens: Sequence[Token], lexicon: EntityLexicon) -> Iterator[tuple[int, int]]:
    """The rows of tokens in capitals that are more than a name or an acronym."""
    start = 0
    while start < len(tokens):
        if not tokens[start].text.isupper():
            start += 1
            continue
        end = start
        while end < len(tokens) and (tokens[end].text.isupper() or not tokens[end].word):
            end += 1
        after_name = start > 0 and tokens[start - 1].capital
        words = [token for token in tokens[start:end] if token.word and not token.initial]
        tied = any(_is_function(token, lexicon) for token in words)
        if not after_name and len(words) > 1 and (tied or len(words) >= _ENOUGH):
            yield start, end
        start = end + 1


def _is_function(token: Token, lexicon: EntityLexicon) -> bool:
    tie = (token.lower,) in lexicon.links or token.lower in lexicon.stops or token.lower in lexicon.before_places
    return tie and token.lower not in lexicon.particles


def _names(
    tokens: Sequence[Token], start: int, end: int, capitals: Capitals, *, lexicon: EntityLexicon, known: KnownNames
) -> set[int]:
    """The tokens of a row that keep a capital: known names, people after a title, what the document writes so."""
    row = [token.written(token.text.capitalize()) for token in tokens[start:end]] if capitals.shouted else ()
    kept = {at for at in range(start, end) if tokens[at].lower in capitals.names}
    for name in [*known.find(tokens[start:end]), *known.find(row), *_cities(row, lexicon, known)]:
        span = range(start + token_at(tokens[start:end], name.start), start + token_at(tokens[start:end], name.end))
        kept |= {at for at in span if tokens[at].lower not in lexicon.particles | lexicon.determiners}
    for at in range(start, end):
        kept |= set(_person(tokens, at, end, lexicon, shouted=capitals.shouted))
        before = tokens[at - 1].lower if at > start else ""
        article = tokens[at].lower in lexicon.determiners
        if before in lexicon.before_places and not article and known.label(tokens[at].text) == "LOCATION":
            kept.add(at)
    return kept | _likely(tokens, start, end, lexicon=lexicon, known=known) if capitals.shouted else kept


def _cities(row: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The cities of several words in a row: `BUENOS AIRES`."""
    for at, token in enumerate(row):
        words = row[at : at + 2]
        if len(words) > 1 and _is_content(token, lexicon) and known.is_long_city(words):
            yield Candidate(token.start, words[-1].end, "LOCATION", "town")


def _likely(tokens: Sequence[Token], start: int, end: int, *, lexicon: EntityLexicon, known: KnownNames) -> set[int]:
    """The tokens that are likely to be names where all is in capitals: words of no dictionary, given names and what
    follows, peoples where they have a capital, kinds of bodies with the words that may belong to them."""
    given = known.gazetteer.forms.lexicon.given
    kept: set[int] = set()
    for at in range(start, end):
        word = tokens[at].lower
        if not tokens[at].word or _is_function(tokens[at], lexicon) or len(word) < _SHORTEST:
            continue
        after_given = at - 1 in kept and tokens[at - 1].lower in given
        common = _is_common(word)
        if word in lexicon.heads and word not in lexicon.indefinites:
            kept.add(at)
            front = at - 1
            while lexicon.head_last and front >= start and _is_content(tokens[front], lexicon):
                kept.add(front)
                front -= 1
            behind = at + 1 + lexicon.links.match(tokens, at + 1)
            while lexicon.head_last and at + 1 < behind < end and _is_content(tokens[behind], lexicon):
                kept.add(behind)
                behind += 1
            continue
        before_surname = word in given and at + 1 < end and not _is_common(tokens[at + 1].lower)
        people = lexicon.head_last and lexicon.is_demonym(word)
        if after_given or before_surname or people or not common:
            kept.add(at)
    return kept


def _is_common(word: str) -> bool:
    """Whether the parts of a word are in a dictionary, or too frequent to be a name."""
    return all(
        simplemma.is_known(part, lang=_LANGUAGES) or any(zipf_frequency(part, lang) >= _FREQUENT for lang in _LANGUAGES)
        for part in word.replace("‑", "-").split("-")
    )


def _is_content(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word in capitals may stand in a name: no function word, determiner or mark."""
    loose = token.lower in lexicon.determiners or token.lower in lexicon.openers or token.lower in lexicon.particles
    return token.word and not loose and not _is_function(token, lexicon)


def _person(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon, *, shouted: bool) -> Iterator[int]:
    """The words after the title that stands here, if one does, up to one that is in no name.

    `shouted`: all of the document is in capitals, so that a verb may follow the name.
    """
    first = at + lexicon.introducers.match(tokens, at)
    if first == at:
        return
    civility = tuple(t.lower for t in tokens[at:first]) in lexicon.civilities
    first += first < end and tokens[first].text == "."
    found: list[int] = []
    for index in range(first, min(first + _LONGEST_NAME, end)):
        token = tokens[index]
        generic = token.lower in lexicon.not_names or token.lower in lexicon.charges or token.lower in lexicon.demonyms
        if not token.word or generic or _is_function(token, lexicon):
            break
        if shouted and (index > first or not civility) and _is_common(token.lower):
            break
        if token.lower not in lexicon.particles and (token.lower,) not in lexicon.introducers:
            found.append(index)
    if civility or len(found) > 1:  # one word after a title may be a verb
        yield from found


def _written(token: Token, *, name: bool) -> str:
    lower = token.text.lower()
    if len(lower) != len(token.text) or (len(lower) == 1 and name) or token.text.endswith("."):
        return token.text  # a letter whose small form is two characters; initials
    if not name:
        return lower
    return "".join(c.upper() if i == 0 or lower[i - 1] in "-‑" else c for i, c in enumerate(lower))
