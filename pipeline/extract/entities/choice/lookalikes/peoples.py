"""People of a place, taken for one person or for the place: `les Parisiens`, `Unemployed Venezuelans`."""

from collections.abc import Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_word
from pipeline.extract.entities.tokens import Token

_PAIR = 2  # words of `Unemployed Venezuelans`


def names_people(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a word in the plural stands after an article and names the people of a place: `les Parisiens`."""
    before = text[: found.start].rsplit(None, 1)
    article = bool(before) and before[-1].lower() in lexicon.plural_before
    return article and text[found.start : found.end].lower().endswith(lexicon.peoples_endings)


def are_people(words: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether the name of a people ends what the model took for a person: `Unemployed Venezuelans`, the
    `South African` of `South African Ambassador`."""
    if found.label != "PERSON" or found.by != "model" or len(words) != _PAIR:
        return False
    first, last = words[0].lower, words[-1].lower
    people = lexicon.is_demonym(last) or known.is_demonym(last, lexicon.demonym_endings)
    given = first in known.gazetteer.forms.lexicon.given  # `Bill English`
    return people and not given and is_word(first, lexicon.language)
