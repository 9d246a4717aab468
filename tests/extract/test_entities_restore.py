"""Text that lost its accents, was misread or is in capitals: what is put right, and what is left alone."""

import pytest
from entity_resources import EntityResources

from pipeline.evaluate.changes import CHANGES
from pipeline.extract.entities.text.restore import restorer
from pipeline.records import Language

WORDS = ("commission", "ministère", "council", "ministry", "france")
FRENCH = "Le Sénégal et l'Éthiopie ont été reçus à l'Élysée par la délégation de la République tchèque. " * 4
ENGLISH = "The delegation of the Czech Republic was received by the President at the palace in the morning. " * 4


def test_lost_accents_come_back_where_a_language_has_many() -> None:
    restore = restorer([CHANGES["accents lost"](FRENCH)], "fr", lambda: WORDS, accented=True)
    assert restore is not None
    assert restore("la Republique et le SENEGAL") == "la République et le SÉNÉGAL"
    assert restorer([FRENCH], "fr", lambda: WORDS, accented=True) is None
    assert restorer([ENGLISH], "en", lambda: WORDS, accented=False) is None


def test_capitals_without_accents_get_them_back_and_only_they() -> None:
    heading = "MINISTERE DE L'INTERIEUR ET DES AFFAIRES ETRANGERES"
    restore = restorer([FRENCH, heading], "fr", lambda: WORDS, accented=True)
    assert restore is not None
    assert restore(heading) == "MINISTÈRE DE L'INTÉRIEUR ET DES AFFAIRES ÉTRANGÈRES"
    assert restore("ministere, le SENAT et l'ENA") == "ministere, le SÉNAT et l'ENA"
    assert restorer([FRENCH, "MINISTÈRE DE L'INTERIEUR"], "fr", lambda: WORDS, accented=True) is None


def test_known_names_bear_their_own_accents() -> None:
    lost = CHANGES["accents lost"](FRENCH)
    restore = restorer([lost], "fr", lambda: WORDS, accented=True, names=lambda: ["Côte d’Ivoire", "Mali", "Gâ Té"])
    assert restore is not None
    assert restore("en Cote d'Ivoire et a cote") == "en Côte d'Ivoire et à côté"
    assert restore("la COTE D’IVOIRE") == "la CÔTE D’IVOIRE"


@pytest.mark.parametrize(("word", "read"), [("commissi0n", "commission"), ("Conmission", "Commission"), ("X1", "X1")])
def test_misread_words_are_mended_where_figures_stand_inside_words(word: str, read: str) -> None:
    noisy = ENGLISH + "The c0mmission and the counci1 of m1nisters sa1d so, and the meet1ng end5d."
    restore = restorer([noisy], "en", lambda: WORDS, accented=False)
    assert restore is not None
    assert restore(word) == read
    assert restorer([ENGLISH], "en", lambda: WORDS, accented=False) is None


@pytest.mark.parametrize("change", list(CHANGES))
def test_changes_keep_the_places_of_characters(change: str) -> None:
    for text in (FRENCH, ENGLISH, "ß İ ﬁ 𝔄 cœur\n\n- x"):
        assert len(CHANGES[change](text)) == len(text)
        assert CHANGES[change](text) == CHANGES[change](text)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "LE VOYAGEUR VENU DU SÉNÉGAL A ÉTÉ REÇU À DAKAR PAR LE MINISTÈRE DE LA JUSTICE. ", ["SÉNÉGAL", "DAKAR"]),
        ("en", "THE TRAVELLER FROM SENEGAL WAS RECEIVED IN DAKAR BY THE MINISTRY OF JUSTICE. ", ["SENEGAL", "DAKAR"]),
    ],
)
def test_documents_in_capitals(language: Language, text: str, names: list[str], entities: EntityResources) -> None:
    found = [m.text for m in entities.find(*[text] * 5, language=language)]
    assert all(found.count(name) == 5 for name in names)
    assert len([name for name in found if "JUSTICE" in name]) == 5
