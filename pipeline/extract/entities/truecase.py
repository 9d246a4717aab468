"""Headings in capitals, as they would stand in running text: `VISITE À BERLIN` becomes `Visite à Berlin`.

Characters keep their places, so spans found in the text made here hold in the original.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.shouted import cities, is_common, is_function, is_word, likely_names
from pipeline.extract.entities.tokens import Token, token_at

_ENOUGH = 4  # words in capitals that are a heading, not a name, even without a word such as `to`
_LONGEST_ACRONYM = 5  # characters
_LONGEST_NUMBERED = 7  # characters
_SHORT = 4  # letters of a civility
_FEWEST = 40  # words of a document in capitals that is no heading
_SHOUTED = 0.8  # share of words in capitals of a document that has nothing else
_LONGEST_NAME = 4  # tokens after a title


class Capitals:
    """The words that a document writes with a capital in the middle of its sentences, and those it does not.

    Attributes:
        names: the words that have a capital and are never small.
        shouted: whether all of the document is in capitals, so that it says nothing of its names.
        acronyms: the words that stand alone in brackets, in lower case, where it is.
    """

    def __init__(self, passages: Sequence[Sequence[Token]]) -> None:
        small: set[str] = set()
        capital: set[str] = set()
        for tokens in passages:
            for before, token in pairwise(tokens):
                if token.text.islower():
                    small.add(token.lower)
                elif token.capital and not token.text.isupper() and before.text[0].isalnum():
                    capital.add(token.lower)
        words = [token for tokens in passages for token in tokens if token.word and len(token.text) > 1]
        self.names = frozenset(capital - small)
        shouted = sum(token.text.isupper() for token in words)
        self.shouted = len(words) >= _FEWEST and shouted > _SHOUTED * len(words)
        self.acronyms = frozenset(_bracketed(passages)) if self.shouted else frozenset[str]()


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
            opens = at == start or (capitals.shouted and tokens[at - 1].text in ".!?:")
            if _is_acronym(tokens, at, at in kept, capitals, lexicon, known):
                written = token.text
            else:
                civility = capitals.shouted and len(token.text) <= _SHORT and lexicon.civilities.match(tokens, at) > 0
                written = _written(token, name=at in kept or opens or civility)
            pieces += (text[position : token.start], written)
            position = token.end
    return "".join([*pieces, text[position:]])


def _is_acronym(
    tokens: Sequence[Token], at: int, kept: bool, capitals: Capitals, lexicon: EntityLexicon, known: KnownNames
) -> bool:
    """Whether a word keeps its capitals: a known acronym that is no word here, one with a digit, one in brackets."""
    token = tokens[at]
    if capitals.shouted:
        article = at > 0 and tokens[at - 1].lower in lexicon.determiners
        if is_word(token.lower, lexicon) and not (lexicon.head_last and article):
            return False  # `EAU`, `WHO`
        numbered = token.word and token.text[-1].isdigit() and len(token.text) <= _LONGEST_NUMBERED
        if token.lower in capitals.acronyms or numbered:
            return True
    return kept and known.own_label(token.text) is not None and len(token.text) <= _LONGEST_ACRONYM


def _bracketed(passages: Sequence[Sequence[Token]]) -> Iterator[str]:
    """The short words alone in brackets that are in no dictionary, in lower case."""
    for tokens in passages:
        for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            alone = before.text == "(" and after.text == ")" and token.word
            if alone and len(token.text) <= _LONGEST_NUMBERED and not is_common(token.lower):
                yield token.lower


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
        tied = any(is_function(token, lexicon) for token in words)
        if not after_name and len(words) > 1 and (tied or len(words) >= _ENOUGH):
            yield start, end
        start = end + 1


def _names(
    tokens: Sequence[Token], start: int, end: int, capitals: Capitals, *, lexicon: EntityLexicon, known: KnownNames
) -> set[int]:
    """The tokens of a row that keep a capital: known names, people after a title, what the document writes so."""
    row = [token.written(token.text.capitalize()) for token in tokens[start:end]] if capitals.shouted else ()
    kept = {at for at in range(start, end) if tokens[at].lower in capitals.names}
    for name in [*known.find(tokens[start:end]), *known.find(row), *cities(row, lexicon, known)]:
        span = range(start + token_at(tokens[start:end], name.start), start + token_at(tokens[start:end], name.end))
        kept |= {at for at in span if tokens[at].lower not in lexicon.particles | lexicon.determiners}
    for at in range(start, end):
        kept |= set(_person(tokens, at, end, lexicon, shouted=capitals.shouted))
        before = tokens[at - 1].lower if at > start else ""
        article = tokens[at].lower in lexicon.determiners
        likely = not capitals.shouted or not is_common(tokens[at].lower) or known.is_great_city(tokens[at].text)
        if before in lexicon.before_places and not article and likely and known.label(tokens[at].text) == "LOCATION":
            kept.add(at)
    return kept | likely_names(tokens, start, end, lexicon=lexicon, known=known) if capitals.shouted else kept


def _person(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon, *, shouted: bool) -> Iterator[int]:
    """The words after the title that stands here, if one does, up to one that is in no name.

    `shouted`: all of the document is in capitals, so that a verb may follow the name.
    """
    first = at + lexicon.introducers.match(tokens, at)
    if first == at or (shouted and tokens[at].lower in lexicon.stops):
        return
    civility = tuple(t.lower for t in tokens[at:first]) in lexicon.civilities
    civility = civility and not (shouted and tokens[first - 1].lower in lexicon.name_titles)
    first += first < end and tokens[first].text == "."
    found: list[int] = []
    for index in range(first, min(first + _LONGEST_NAME, end)):
        token = tokens[index]
        generic = token.lower in lexicon.not_names or token.lower in lexicon.charges or token.lower in lexicon.demonyms
        if not token.word or generic or is_function(token, lexicon):
            break
        if shouted and (index > first or not civility) and is_common(token.lower):
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
