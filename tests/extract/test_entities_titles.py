"""Official titles of agreements: whole where parties, a date or words of law tell them, and no longer."""

import pytest
from entity_resources import EntityResources

from pipeline.extract.entities.finders.long_names import find_titles
from pipeline.extract.entities.tokens import tokenize

FR = [
    (
        "Publication de l'accord entre le Gouvernement de la République du Mali et le Gouvernement du Royaume du Maroc "
        "relatif à la formation des imams, signé à Rabat.",
        "accord entre le Gouvernement de la République du Mali et le Gouvernement du Royaume du Maroc relatif à la "
        "formation des imams",
    ),
    (
        "Vu la Convention du 2 mai 1961 portant création d'un office du fleuve, le conseil décide.",
        "Convention du 2 mai 1961 portant création d'un office du fleuve",
    ),
    (
        "Le protocole relatif aux transports de marchandises, de bétail et de bois entre en vigueur demain.",
        "protocole relatif aux transports de marchandises, de bétail et de bois",
    ),
    (
        "La Convention concernant les eaux ou le Protocole de Londres s'applique.",
        "Convention concernant les eaux",
    ),
]
EN = [
    (
        "The Agreement between the Government of Mali and the Government of Chad on the training of nurses was signed.",
        "Agreement between the Government of Mali and the Government of Chad on the training of nurses",
    ),
    (
        "Under the Convention of 2 May 1961 establishing a river office, the council decides.",
        "Convention of 2 May 1961 establishing a river office",
    ),
    (
        "The protocol relating to the carriage of goods, cattle and timber enters into force tomorrow.",
        "protocol relating to the carriage of goods, cattle and timber",
    ),
    (
        "The Convention concerning waters or the London Protocol applies.",
        "Convention concerning waters",
    ),
]
NONE = {
    "fr": [
        "Un accord entre la ville et le port sur les quais est en vue.",
        "L'accord entre Paul et Marie sur le jardin tient toujours.",
        "Le traité est entre les mains du ministre ; la convention aussi.",
    ],
    "en": [
        "An agreement between the town and the port on the quays is in sight.",
        "The agreement between Paul and Mary on the garden still holds.",
        "The treaty is between the covers of a book; so is the convention.",
    ],
}


@pytest.mark.parametrize(("language", "text", "title"), [("fr", *case) for case in FR] + [("en", *case) for case in EN])
def test_a_title_is_whole(language: str, text: str, title: str, entities: EntityResources) -> None:
    found = list(find_titles(tokenize(text), entities.lexicons[language], entities.known))
    assert [text[one.start : one.end] for one in found] == [title]
    assert {one.label for one in found} == {"AGREEMENT"}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in NONE.items() for text in texts])
def test_what_is_no_title_is_not_claimed(language: str, text: str, entities: EntityResources) -> None:
    assert not list(find_titles(tokenize(text), entities.lexicons[language], entities.known))


def test_languages_are_equals() -> None:
    assert len(FR) == len(EN)
    assert len(NONE["fr"]) == len(NONE["en"])
