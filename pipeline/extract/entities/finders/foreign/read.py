"""Names in French in an English text and the reverse, built on a common noun: `Centre culturel français`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.long_names import find_long_names
from pipeline.extract.entities.known import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, token_at

_FEWEST = 2  # tokens


def find_foreign_names(
    tokens: Sequence[Token], lexicon: EntityLexicon, own: EntityLexicon, is_place: IsPlace
) -> Iterator[Candidate]:
    """The long names in another language than the text's: `Centre culturel français` in English.

    `lexicon` is that of the other language, `own` the text's. The head is one in no other language, or small words of
    the other language tie the name together.
    """
    if not any(token.capital and token.lower in lexicon.heads for token in tokens):
        return
    for name in find_long_names(tokens, lexicon, is_place):
        words = tokens[token_at(tokens, name.start) : token_at(tokens, name.end)]
        if len(words) < _FEWEST or not words[0].capital:
            continue
        small = [t for t in words if t.small or t.elided]
        foreign = lexicon.head_last and not any(t.lower in own.heads for t in words)
        if (small and all(t.lower not in own.determiners and not _links(t, own) for t in small)) or foreign:
            yield name


def _links(token: Token, lexicon: EntityLexicon) -> bool:
    return (token.lower,) in lexicon.links or token.lower in lexicon.stops
