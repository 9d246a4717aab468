"""Letters that a document uses for common words, told by the words before their brackets."""

import pytest
from entity_resources import EntityResources

from pipeline.extract.entities.choice.abbreviations import common_abbreviations
from pipeline.extract.entities.tokens import tokenize
from pipeline.records import Language, Passage


@pytest.mark.parametrize(
    ("language", "text", "letters"),
    [
        ("fr", "les personnes déplacées internes (PDI) arrivent", {"PDI"}),
        ("fr", "la mise en œuvre (MEO) et les droits de l'homme (DH)", {"MEO", "DH"}),
        ("fr", "la commission électorale locale (CEL) siège", set()),
        ("fr", "selon Action contre la faim (ACF)", set()),
        ("fr", "la sécurité des villages (XYZ)", set()),
        ("en", "the internally displaced persons (IDPs) arrive", {"IDPs"}),
        ("en", "some gender-based violence (GBV) and the terms of reference (TOR)", {"GBV", "TOR"}),
        ("en", "the local electoral commission (LEC) sits", set()),
        ("en", "according to Action Against Hunger (AAH)", set()),
        ("en", "the safety of villages (XYZ)", set()),
    ],
)
def test_letters_stand_for_common_words(
    language: Language, text: str, letters: set[str], entities: EntityResources
) -> None:
    passage = Passage(start=0, end=len(text), language=language, text=text)
    assert common_abbreviations([passage], [tokenize(text)], entities.lexicons, entities.known) == letters
