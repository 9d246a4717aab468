"""People with a title of nobility: `comte de Vergennes`, `Duke of Wellington`.

Who goes by the place that he has his title of is called by both together; a family's name stands without the title.
"""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.people.names import name_end, particles
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, form_of


def find_nobles(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The people that a title of nobility introduces by a link; who rules a country has a post (`prince de Monaco`)."""
    for at, size in lexicon.people.nobility.places(tokens):
        tied = at + size
        if tied >= len(tokens) or (at and tokens[at - 1].lower in lexicon.frames.ships):
            continue
        if at and lexicon.people.titles.match(tokens, at - 1) > size:
            continue  # `Crown Prince of Abu Dhabi`
        family = particles(tokens, tied, lexicon)
        link = family or lexicon.place_links.match(tokens, tied)
        end = name_end(tokens, tied + link, lexicon, known.is_place) if link else tied
        estate = tokens[tied + link : end]
        if not estate or not _is_name(estate, lexicon, known):
            continue
        if family and not known.is_town(form_of(estate)):
            yield Candidate(tokens[tied].start, tokens[end - 1].end, "PERSON", "title")
        else:
            yield Candidate(tokens[at].start, tokens[end - 1].end, "PERSON", "rule")


def _is_name(words: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether words may name an estate or a family: no country, common noun, or thing that is called after it."""
    common = lexicon.is_ordinary(words[0].lower) or words[-1].lower in lexicon.heads
    return not (common or words[0].elided or known.is_country(form_of(words)))
