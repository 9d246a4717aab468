"""Ordinals before the names of events and bodies: `50th Festival`, `XVe Sommet`, `thirty-fifth Meeting`."""

import re
from collections.abc import Sequence

from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_ORDINAL = re.compile(r"(?:\d{1,3}|[IVXL]+)(\w*)")


def with_ordinal(tokens: Sequence[Token], start: int, lexicon: EntityLexicon) -> int:
    """The token of the ordinal before an event's name (`50th Festival`, `XVe Sommet`); `start` where none stands."""
    return start - 1 if start and is_ordinal(tokens[start - 1], lexicon) else start


def is_ordinal(word: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word is an ordinal, in digits, Arabic or Roman, or in letters: `50th`, `XVe`, `thirty-fifth`."""
    if word.lower.rpartition("-")[2] in lexicon.ordinals or word.lower in lexicon.ordinals:
        return True
    match = _ORDINAL.fullmatch(word.text) if word.lower not in lexicon.determiners else None
    return match is not None and match[1].lower() in lexicon.ordinal_endings
