"""Long names beside bodies that the gazetteer knows: to the end of one that begins in them, without one in front."""

from collections.abc import Mapping

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.lexicon import EntityLexicon


def beside_bodies(text: str, found: Candidate, bodies: Mapping[int, int], lexicon: EntityLexicon) -> Candidate:
    """The long name as the known bodies of the passage (start → end) leave it."""
    return _whole(_without_other(text, found, bodies, lexicon), bodies)


def _whole(found: Candidate, bodies: Mapping[int, int]) -> Candidate:
    """The long name to the end of a known body that begins in it: `Secretariat of the Organization for …`."""
    ends = (end for start, end in bodies.items() if found.start < start < found.end)
    return found._replace(end=max((found.end, *ends))) if found.label == "ORGANIZATION" and bodies else found


def _without_other(text: str, found: Candidate, bodies: Mapping[int, int], lexicon: EntityLexicon) -> Candidate:
    """The long name without a known body joined to its front: `General Motors` of `General Electric and General …`."""
    end = bodies.get(found.start, found.end)
    rest = text[end : found.end].split(None, 2)
    if lexicon.head_last and len(rest) > 1 and rest[0] in lexicon.conjunctions and rest[1][0].isupper():
        return found._replace(start=text.index(rest[1], end))
    return found
