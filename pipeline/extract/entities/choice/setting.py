"""What stands beside a name, and whether a dictionary has its words: facts that make a reader trust it or not.

No country stands without an article where French has one, few people behind any; a capital right beside a name may be
a part of it that was left out; what is an ordinary word is a name by chance.
"""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import SCORE, Token, token_at

_DASHES = ("–", "—", "-")
_SKIPPED = frozenset(" \t\u00a0\u202f«“\"'‘(–—-•*")


def setting(tokens: Sequence[Token], chosen: Candidate, lexicon: EntityLexicon) -> Iterator[str]:
    """The facts about a name in a passage of these tokens.

    `before` and `behind` tell the kind of its neighbours, `dictionary` whether its last word is in one.
    """
    first, end = token_at(tokens, chosen.start), token_at(tokens, chosen.end)
    before = _kind(tokens[first - 1], lexicon) if first else "mark"
    behind = _kind(tokens[end], lexicon) if end < len(tokens) else "mark"
    yield "before capital" if before == "capital" else f"before {before} as {chosen.label}"
    yield "behind capital" if behind == "capital" else f"behind {_side(behind)} as {chosen.label}"
    if first < end:
        found = in_dictionary(tokens[end - 1].lower, lexicon.language)
        yield f"dictionary {found} {'alone' if end - first == 1 else 'last'}"
        if end - first == 1:
            yield f"dictionary {found} as {chosen.label}"


def _side(kind: str) -> str:
    """Behind a name, it matters whether a word goes on, not which."""
    return kind if kind in ("mark", "score") else "word"


def _kind(token: Token, lexicon: EntityLexicon) -> str:
    """What a name's neighbour is."""
    if not token.word:
        return "score" if SCORE.fullmatch(token.text) else "mark"
    if token.capital:
        return "capital"
    if token.lower in lexicon.places.before:
        return "preposition"
    return "determiner" if token.lower in lexicon.determiners else "word"


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence or the text begins here."""
    before = start
    while before > 0 and (text[before - 1] in _SKIPPED or text[before - 1].isdigit()):
        before -= 1
    dash = text[before:start].strip()[:1] in _DASHES and before > 0 and text[before].isspace()
    return before == 0 or dash or text[before - 1] in ".!?:…\n|>"
