"""Two names that `between` ties: `the road between Gao and Ansongo`, `a conversation between Adomako and Bremang`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token
from pipeline.records import EntityLabel

_NEAR = 8  # tokens before `between` that tell what is there
_STOPS = ".;:!?|"  # what is told ends here


def find_between(
    names: Sequence[tuple[int, int]], tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """Places between which something lies or happens, people between whom something passes; of names no list has."""
    for start, end in names:
        given = tokens[start].lower in known.gazetteer.forms.lexicon.given
        between = _before_first(tokens, start, end, lexicon) or _before_second(tokens, start, lexicon)
        label = _label(tokens, between, lexicon) if between and not given else None
        if label:
            by = "title" if label == "PERSON" else "place"
            yield Candidate(tokens[start].start, tokens[end - 1].end, label, by)


def _before_first(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> int:
    """The token of the name before which `between` stands, a conjunction and a name behind it; 0 for none."""
    second = _after_tie(tokens, end, lexicon)
    return start if second and start and tokens[start - 1].lower in lexicon.frames.betweens else 0


def _before_second(tokens: Sequence[Token], start: int, lexicon: EntityLexicon) -> int:
    """The first token behind the `between` of a name that stands behind another one and a conjunction; 0 for none."""
    if start < 2 or tokens[start - 1].lower not in lexicon.conjunctions:
        return 0
    first = start - 1
    while first and tokens[first - 1].capital and tokens[first - 1].lower not in lexicon.frames.betweens:
        first -= 1
    tied = first and first < start - 1 and tokens[first - 1].lower in lexicon.frames.betweens
    return first if tied else 0


def _after_tie(tokens: Sequence[Token], end: int, lexicon: EntityLexicon) -> int:
    tied = end + 1 < len(tokens) and tokens[end].lower in lexicon.conjunctions and tokens[end + 1].capital
    return end + 1 if tied else 0


def _label(tokens: Sequence[Token], start: int, lexicon: EntityLexicon) -> EntityLabel | None:
    """What two names behind `between` are, by the words before it; None where bodies may be meant."""
    for token in reversed(tokens[max(start - 1 - _NEAR, 0) : start - 1]):
        if token.text in _STOPS:
            break
        if token.lower in lexicon.frames.dealings:
            return "PERSON"
        if token.lower in lexicon.frames.contests:
            return None
    return "LOCATION"
