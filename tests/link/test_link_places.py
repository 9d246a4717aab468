"""Places: what is merged, what is not, what is left to the user."""

from typing import Literal

import pytest
from link_documents import document, linked, of

from pipeline.records import Unsure

TEXTS = [
    # language, text, form, entity
    ("fr", "[[LOC Paris]] et la [[LOC France]]", "Paris", "place-2988507"),
    ("en", "[[LOC Paris]], [[LOC Texas]]", "Paris", "place-4717560"),
    ("fr", "[[LOC Paris]] ([[LOC Texas]])", "Paris", "place-4717560"),
    ("fr", "[[LOC Paris]], [[LOC Londres]] et [[LOC Rome]]", "Paris", "place-2988507"),
    ("en", "[[LOC Paris]], [[LOC Germany]] and [[LOC Italy]]", "Paris", "place-2988507"),
    ("en", "[[LOC Athens]], [[LOC Georgia]]", "Athens", "place-4180386"),
    ("fr", "[[LOC Tripoli]]", "Tripoli", "place-2210247"),
    ("fr", "[[LOC Tripoli]] au [[LOC Liban]]", "Tripoli", "place-266826"),
    ("fr", "[[LOC Brest]], en [[LOC France]]", "Brest", "place-3030300"),
    ("en", "[[LOC Brest]] in [[LOC Belarus]]", "Brest", "place-629634"),
    ("fr", "[[LOC Brest]]", "Brest", "location-brest"),
    ("en", "[[LOC Springfield]] in the [[LOC United States]]", "Springfield", "location-springfield"),
    ("fr", "[[LOC Géorgie]]", "Géorgie", "country-GE"),
    ("en", "[[LOC Georgia]] and [[LOC Tbilisi]]", "Georgia", "country-GE"),
    ("en", "[[LOC Georgia]], [[LOC Florida]]", "Georgia", "location-georgia"),
    ("fr", "[[LOC Congo]]", "Congo", "location-congo"),
    ("fr", "[[LOC Congo]] : [[LOC Kinshasa]]", "Congo", "country-CD"),
    ("en", "[[LOC Congo]]: [[LOC Brazzaville]]", "Congo", "country-CG"),
    ("en", "[[LOC Congo]]: [[LOC Brazzaville]], [[LOC Kinshasa]]", "Congo", "location-congo"),
    ("fr", "[[LOC Mexico]]", "Mexico", "place-3530597"),
    ("en", "[[LOC Mexico]]", "Mexico", "country-MX"),
    ("fr", "[[LOC Valence]], en [[LOC Espagne]]", "Valence", "place-2509954"),
    ("fr", "[[LOC Valence]], en [[LOC France]]", "Valence", "place-2971053"),
    ("fr", "[[ORG France]]", "France", "country-FR"),
    ("fr", "[[LOC OTAN]]", "OTAN", "body-nato"),
    ("fr", "[[ORG Rennes]]", "Rennes", "org-rennes"),
    ("en", "[[PER Jordan]] and [[PER Chad]]", "Jordan", "person-jordan"),
    ("en", "[[PER Paris]]", "Paris", "person-paris"),
    ("en", "[[LOC Islamabad]]", "Islamabad", "place-1176615"),
    ("fr", "[[LOC Verdun]]", "Verdun", "place-2969958"),
    ("fr", "[[LOC Cancun]]", "Cancun", "place-3531673"),
    ("en", "[[LOC Southampton]]", "Southampton", "place-2637487"),
    ("en", "[[LOC Saida]], in [[LOC Lebanon]]", "Saida", "place-268064"),
    ("fr", "[[LOC Palais royal]]", "Palais royal", "location-palais-royal"),
]


@pytest.mark.parametrize(("language", "text", "form", "entity"), TEXTS)
def test_what_a_place_means(language: str, text: str, form: str, entity: str) -> None:
    documents = (document("d", text, "fr" if language == "fr" else "en"),)
    assert of(linked(*documents), documents, "d", form) == entity


def test_one_place_has_its_names_and_coordinates() -> None:
    documents = (document("a", "[[LOC Pékin]], [[LOC Pékin]]"), document("b", "[[LOC Beijing]] [[LOC Peking]]", "en"))
    (entity,) = linked(*documents).entities
    assert (entity.names.fr, entity.names.en, entity.country) == ("Pékin", "Beijing", "CN")
    assert (entity.lat, entity.lon) == (39.9075, 116.3972)
    assert entity.aliases == ("Beijing", "Peking", "Pékin")
    assert (entity.documents, entity.mentions) == (2, 4)


def test_what_is_not_settled_is_reported() -> None:
    found = linked(document("a", "[[LOC Georgia]], [[LOC Ohio]]", "en"), document("b", "[[LOC Congo]]")).unsure
    assert found == (
        Unsure(
            form="Congo", label="LOCATION", candidates=("country-CD", "country-CG"), reason="several_places",
            documents=("b",),
        ),
        Unsure(
            form="Georgia", label="LOCATION", candidates=("country-GE", "place-georgia-us"), reason="several_places",
            documents=("a",),
        ),
    )  # fmt: skip


def test_labels_that_differ_are_not_merged() -> None:
    documents = (document("a", "[[ORG Zorvex]] " * 9), document("b", "[[LOC Zorvex]]"))
    assert {entity.id for entity in linked(*documents).entities} == {"org-zorvex", "location-zorvex"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_place_is_not_called_as_heads_write_it(language: Literal["fr", "en"]) -> None:
    text = "[[LOC KERBRATVILLE]] [[LOC KERBRATVILLE]] [[LOC Kerbratville]]"
    (entity,) = linked(document("d", text, language)).entities
    assert {entity.names.fr, entity.names.en} == {"Kerbratville", None}
