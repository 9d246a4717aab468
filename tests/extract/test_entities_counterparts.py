"""Words that say only whose equal somebody is (`homologue`, "counterpart") are no roles."""

import pytest
from entity_resources import EntityResources, SilentModel

from pipeline.extract.entities import find_entities
from pipeline.records import Language, Passage

ROLES: list[tuple[Language, str, str | None]] = [
    ("fr", "Il a vu son homologue kazakh Noursoultan Nazarbaïev.", None),
    ("en", "He met his Kazakh counterpart Nursultan Nazarbayev.", None),
    ("fr", "Il a vu son prédécesseur Noursoultan Nazarbaïev.", None),
    ("en", "He met his predecessor, Nursultan Nazarbayev.", None),
    ("fr", "Il a vu son homologue, le président Noursoultan Nazarbaïev.", "président"),
    ("en", "He met his counterpart, President Nursultan Nazarbayev.", "President"),
    ("fr", "Il a vu le président Noursoultan Nazarbaïev.", "président"),
    ("en", "He met President Nursultan Nazarbayev.", "President"),
]


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_counterparts_are_no_roles(language: Language, text: str, role: str | None, entities: EntityResources) -> None:
    passage = Passage(start=0, end=len(text), language=language, text=text)
    (person,) = (
        one
        for one in find_entities(
            [passage],
            lexicons=entities.lexicons,
            model=lambda _: SilentModel(),
            known=entities.known,
            weigh=lambda _: 0.5,
        )
        if one.label == "PERSON"
    )
    assert person.value.role == role
