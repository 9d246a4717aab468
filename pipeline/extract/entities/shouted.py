"""A document in capitals says nothing of its names: which of its words are likely to be some."""

from collections.abc import Iterator, Sequence

import simplemma
from wordfreq import zipf_frequency

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_SHORTEST = 3  # letters of a word that may be a name
_PAIR = 2  # words of a city's name
_LANGUAGES = ("en", "fr")
_FREQUENT = 4.8  # Zipf frequency
_METROPOLIS = 500_000  # inhabitants


def is_function(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word ties others and belongs to no name by itself."""
    tie = (token.lower,) in lexicon.links or token.lower in lexicon.stops or token.lower in lexicon.before_places
    tie = tie or token.lower in lexicon.conjunctions
    return tie and token.lower not in lexicon.particles


def cities(row: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The cities of several words in a row: `BUENOS AIRES`."""
    for at, token in enumerate(row):
        words = row[at : at + 2]
        if len(words) < _PAIR or not _is_content(words[1], lexicon):
            continue
        led = not _is_content(token, lexicon)  # `NEW YORK`
        if known.is_great_city_with(words) if led else known.is_long_city(words):
            yield Candidate(token.start, words[-1].end, "LOCATION", "town")


def likely_names(
    tokens: Sequence[Token], start: int, end: int, *, lexicon: EntityLexicon, known: KnownNames
) -> set[int]:
    """The tokens that are likely to be names where all is in capitals: words of no dictionary, given names and what
    follows, peoples where they have a capital, great cities, kinds of bodies with the words that may belong to them."""
    kept: set[int] = set()
    for at in range(start, end):
        token = tokens[at]
        if not token.word or is_function(token, lexicon) or len(token.text) < _SHORTEST:
            continue
        if token.lower in lexicon.heads and token.lower not in lexicon.indefinites:
            kept |= _body(tokens, at, start, end, lexicon)
        elif _is_likely(tokens, at, end, kept, lexicon, known):
            kept.add(at)
    return kept


def _body(tokens: Sequence[Token], head: int, start: int, end: int, lexicon: EntityLexicon) -> set[int]:
    """The head, with the words around it that may be of its name where those have capitals."""
    first, last = head, head + 1
    if not lexicon.head_last:
        return {head}
    while first > start and _is_content(tokens[first - 1], lexicon):
        first -= 1
    behind = last + lexicon.links.match(tokens, last)
    while last < behind < end and _is_content(tokens[behind], lexicon):
        last = behind + 1
        behind = _next_charge(tokens, last, end, lexicon)
    return {at for at in range(first, last) if _is_content(tokens[at], lexicon)}


def _next_charge(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon) -> int:
    """The next word, or the charge behind a comma or conjunction (`CULTURE, MEDIA AND SPORT`)."""
    begin = at
    while begin < end and (tokens[begin].text == "," or tokens[begin].lower in lexicon.joiners):
        begin += 1
    charged = begin < end and tokens[begin].lower in lexicon.charges
    return begin if begin == at or charged else end


def _is_likely(
    tokens: Sequence[Token], at: int, end: int, kept: set[int], lexicon: EntityLexicon, known: KnownNames
) -> bool:
    given = known.gazetteer.forms.lexicon.given
    word = tokens[at].lower
    if at - 1 in kept and tokens[at - 1].lower in given:
        return True
    titled = at > 0 and (tokens[at - 1].lower,) in lexicon.titles  # `LE ROI PHILIPPE`
    if word in given and (titled or (at + 1 < end and not is_common(tokens[at + 1].lower))):
        return True
    if (lexicon.head_last and lexicon.is_demonym(word)) or known.is_great_city(word, least=_METROPOLIS):
        return True
    if any(part in lexicon.stops for part in word.split("-")):
        return False  # `SOIXANTE-TROIS`
    beside = [tokens[i].text for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return not is_common(word) and not any(text[0].isdigit() for text in beside)  # `KSHS 220`


def is_common(word: str) -> bool:
    """Whether the parts of a word are in a dictionary, or too frequent to be a name."""
    return all(
        simplemma.is_known(part, lang=_LANGUAGES) or any(zipf_frequency(part, lang) >= _FREQUENT for lang in _LANGUAGES)
        for part in word.replace("‑", "-").split("-")
        if part
    )


def is_word(word: str, lexicon: EntityLexicon) -> bool:
    """Whether a lower-case word is one of the language's most frequent, which an acronym may look like."""
    return zipf_frequency(word, lexicon.language) >= _FREQUENT


def _is_content(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word in capitals may stand in a name: no function word, determiner or mark."""
    loose = token.lower in lexicon.determiners or token.lower in lexicon.openers or token.lower in lexicon.particles
    return token.word and not loose and not is_function(token, lexicon)
