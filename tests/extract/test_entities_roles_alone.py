"""Roles that stand without a name: found behind the definite article where nobody who has them is named."""

import pytest
from entity_resources import EntityResources, SilentModel

from pipeline.extract.entities import find_entities
from pipeline.records import Language, Passage, RoleAlone

ALONE: list[tuple[Language, str, list[str]]] = [
    ("fr", "Le ministre des Affaires étrangères a parlé.", ["ministre des Affaires étrangères"]),
    ("en", "The Foreign Minister spoke.", ["Foreign Minister"]),
    ("fr", "Elle a vu le président de la République du Mali hier.", ["président de la République du Mali"]),
    ("en", "She met the President of the Republic of Mali yesterday.", ["President of the Republic of Mali"]),
    ("fr", "Lettre au secrétaire général des Nations unies.", ["secrétaire général des Nations unies"]),
    ("en", "A letter to the Secretary-General of the United Nations.", ["Secretary-General of the United Nations"]),
    ("en", "He saw the French Foreign Minister.", ["French Foreign Minister"]),
    ("fr", "Il a vu le Premier ministre et la ministre de la Santé.", ["Premier ministre", "ministre de la Santé"]),
    ("fr", "Un ministre des Affaires étrangères dort.", []),
    ("en", "A foreign minister sleeps.", []),
    ("fr", "Les ministres des Affaires étrangères ont parlé.", []),
    ("en", "The Foreign Ministers spoke.", []),
    ("fr", "Le ministre a parlé au président.", ["ministre", "président"]),
    ("en", "The minister spoke to the president.", ["minister", "president"]),
    ("fr", "Le président français a vu son homologue.", ["président français"]),
    ("en", "The French President met his counterpart.", ["French President"]),
    ("fr", "Un ministre a vu l'homologue du consul.", []),
    ("en", "A minister met the counterpart of the consul.", []),
    ("fr", "Le ministre des Affaires étrangères, M. Jean Dupont, a parlé.", []),
    ("en", "The Foreign Minister, Mr. John Smith, spoke.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), ALONE)
def test_roles_alone(language: Language, text: str, expected: list[str], entities: EntityResources) -> None:
    alone: list[RoleAlone] = []
    passage = Passage(start=7, end=7 + len(text), language=language, text=text)
    find_entities(
        [passage],
        lexicons=entities.lexicons,
        model=lambda _: SilentModel(),
        known=entities.known,
        weigh=lambda _: 0.5,
        alone=alone,
    )
    assert [one.text for one in alone] == expected
    assert all(text[one.start - 7 : one.end - 7] == one.text for one in alone)
