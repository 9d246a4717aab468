"""Bodies under names in languages that Dépêche does not read: `Fundação Calouste Gulbenkian`, `Ansar al-Sunna`."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_LONGEST = 12  # tokens
_ARTICLED = re.compile(
    r"(?:[AaEe]l|[Aa][stdnzrlh]{1,2}|[Uu][lrtd]|e)[-‑]\w"
)  # `al-Sunna`, `ut-Tahrir`, `Lashkar-e-Taiba`


def find_foreign_bodies(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The bodies that a word of another language opens or ends, with what its small words tie to it."""
    if not lexicon.foreign.are_in([token.lower for token in tokens]):
        return  # by far the most frequent
    done = 0
    for at in [at for at, token in enumerate(tokens) if token.word and token.capital]:
        if at < done:
            continue
        start, end = at, _end(tokens, at, lexicon)
        if end > at + 1 and end - start <= _LONGEST:
            yield Candidate(tokens[start].start, tokens[end - 1].end, "ORGANIZATION", "rule")
            done = end


def _end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after a body's name that begins here; `at` where none does."""
    word, words = tokens[at].lower, lexicon.foreign
    if word in words.heads and word not in lexicon.heads:
        return _run(tokens, at, lexicon)
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if word in words.groups and _ARTICLED.match(following):
        return _run(tokens, at + 1, lexicon)
    if at and tokens[at - 1].capital and tokens[at - 1].word:
        return at
    end = _run(tokens, at, lexicon)
    lasts = (place for place in range(end - 1, at, -1) if tokens[place].lower in words.ends)
    return next(lasts, at - 1) + 1


def _run(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after the words with a capital that begin here, small words of other languages between them."""
    end = at + 1
    while end < len(tokens):
        tie = 0 if _is_name(tokens[end]) else lexicon.foreign.ties.match(tokens, end)
        if end + tie == len(tokens) or not _is_name(tokens[end + tie]):
            break
        end += tie + 1
    return end


def _is_name(token: Token) -> bool:
    return token.word and not token.elided and (token.capital or _ARTICLED.match(token.text) is not None)
