"""What the words of a name are known as: given names, towns, kinds of bodies, titles, demonyms, whole known names."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, token_at

_MANY = 6  # words, beyond which more say nothing new


def wording(
    text: str, tokens: Sequence[Token], chosen: Candidate, lexicon: EntityLexicon, known: KnownNames
) -> Iterator[str]:
    """The facts about the words of a name in a passage, and about the words on both sides of it."""
    first, end = token_at(tokens, chosen.start), token_at(tokens, chosen.end)
    if first == end:
        return
    kind = chosen.label
    yield f"{min(end - first, _MANY)} words as {kind}"
    form = text[chosen.start : chosen.end]
    yield f"known {known.own_label(form) or known.label(form)} as {kind}"
    places = {"first": first, "last": end - 1, "before": first - 1, "behind": end}
    for place, at in places.items():
        if 0 <= at < len(tokens) and tokens[at].word:
            yield from (f"{place} {fact} as {kind}" for fact in _facts(tokens[at], lexicon, known))


def _facts(word: Token, lexicon: EntityLexicon, known: KnownNames) -> Iterator[str]:
    if word.capital:
        yield from known.facts(word.text)
    if lexicon.is_demonym(word.lower):
        yield "demonym"
    if label := lexicon.heads.get(word.lower):
        yield f"head {label}"
    if (word.lower,) in lexicon.people.titles:
        yield "title"
