"""Bodies by what stands beside their name: `la société Armaris`, `Mazagon Dock Ltd`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_LONGEST = 6  # tokens of a name


def find_companies(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The bodies that a kind word introduces or that a legal form ends, in order."""
    for at in range(1, len(tokens)):
        token = tokens[at]
        if not token.capital:
            continue
        if _is_legal_form(tokens, at, lexicon):
            start = at
            while start > 0 and at - start < _LONGEST and _is_part(tokens, start - 1, lexicon):
                start -= 1
            if start < at:
                yield Candidate(tokens[start].start, token.end, "ORGANIZATION", "rule")
        elif _is_introduced(tokens, at, lexicon, known):
            end = at + 1
            while end < len(tokens) and end - at < _LONGEST and tokens[end].word and tokens[end].capital:
                end += 1
            yield Candidate(token.start, tokens[end - 1].end, "ORGANIZATION", "rule")


def _is_introduced(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a name stands here right behind a kind of body in lower case."""
    token, before = tokens[at], tokens[at - 1]
    if (
        not (token.word and token.capital)
        or token.elided
        or not (_is_cued(tokens, at, lexicon) or (before.lower in lexicon.appositives and before.small))
    ):
        return False
    if lexicon.introducers.match(tokens, at) or lexicon.is_demonym(token.lower) or token.lower in lexicon.not_names:
        return False
    return known.label(token.text) != "LOCATION"


def _is_cued(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether words stand before this one, or one behind it, that only companies have: `CEO of`, `shares`."""
    followed = at + 1 < len(tokens) and tokens[at + 1].small and tokens[at + 1].lower in lexicon.company_followers
    opens = followed and (tokens[at - 1].text in ".:;" or tokens[at - 1].small)
    if opens and not lexicon.is_ordinary(tokens[at].lower):
        return True
    return lexicon.company_cues.end_at(tokens, at, 4)


def _is_legal_form(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    token = tokens[at]
    written = token.capital and token.lower in lexicon.legal_forms
    return written and (len(token.text) > 2 or token.text.isupper()) and tokens[at - 1].word and tokens[at - 1].capital


def _is_part(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    token = tokens[at]
    joined = token.text == "&" and at > 0 and tokens[at - 1].capital
    return joined or (token.word and token.capital and not token.elided and token.lower not in lexicon.determiners)
