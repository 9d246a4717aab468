"""Towns and states as teams are called after them."""

from collections.abc import Sequence

from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.tokens import Token, form_of


def is_town(tokens: Sequence[Token], known: KnownNames) -> bool:
    """Whether the words are the name of a town, or of some place."""
    return known.is_town(form_of(tokens))


def is_great_town(tokens: Sequence[Token], known: KnownNames) -> bool:
    """Whether the words are the name of a great city, state or region; countries have national teams."""
    form = form_of(tokens)
    return known.is_great_city(form) or (known.is_place(form) and not known.is_country(form))
