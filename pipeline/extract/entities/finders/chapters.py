"""National chapters of known bodies: `Caritas Liban`, "MSF Belgium"."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, token_at


def find_chapters(tokens: Sequence[Token], found: Sequence[Candidate], lexicon: EntityLexicon) -> Iterator[Candidate]:
    """The known bodies that a known place follows at once, and no noun that both belong to (`ASEAN Japan Summit`)."""
    known = [one for one in found if one.by == "gazetteer"]
    places = {one.start: one.end for one in known if one.label == "LOCATION"}
    for body in known:
        end = places.get(body.end + 1)
        if body.label != "ORGANIZATION" or end is None:
            continue
        after = token_at(tokens, end)
        following = tokens[after : after + 1]
        noun = following and (following[0].capital or following[0].lower in lexicon.heads or following[0].text in "-–")
        if not noun and tokens[after - 1].capital:
            yield Candidate(body.start, end, "ORGANIZATION", "rule")
