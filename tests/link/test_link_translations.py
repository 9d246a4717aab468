"""Names in two languages: what has one sense is one thing, bodies of states go by their country."""

import pytest
from link_documents import document, gazetteer, linked, of

from pipeline.link.senses import Senses
from pipeline.records import Ids

SAME = [
    ("ORG", "Université franco-portugaise", "Franco-Portuguese University"),
    ("ORG", "gouvernement estonien", "Estonian Government"),
    ("ORG", "Gouvernement de la République du Bénin", "Government of Benin"),
    ("ORG", "Ministère des Affaires étrangères du Bénin", "Ministry of Foreign Affairs of Benin"),
    ("ORG", "ministère kényan de la Défense", "Kenyan Ministry of Defence"),
    ("ORG", "Ambassade de France au Viêt Nam", "Embassy of France in Viet Nam"),
    ("ORG", "ambassade du Canada à Lima", "Canadian Embassy in Peru"),
    ("ORG", "Sénat du Chili", "Chilean Senate"),
    ("ORG", "Académie des sciences de Lettonie", "Academy of Sciences of Latvia"),
    ("ORG", "Chambre de commerce de Turin", "Turin Chamber of Commerce"),
    ("LOC", "vallée de l’Orkhon", "Orkhon Valley"),
    ("LOC", "République du Bélize", "Republic of Belize"),
    ("AGR", "accord du 5 juillet 1971", "Agreement of 5 July 1971"),
    ("AGR", "Déclaration de Bamako", "Bamako Declaration"),
    ("EVE", "12e Sommet arabo-africain", "12th Arab-African Summit"),
    ("EVE", "séismes de Spitak", "Spitak earthquakes"),
]
DIFFERENT = [
    ("ORG", "Ambassade de France au Viêt Nam", "Embassy of Viet Nam in France"),
    ("ORG", "Ambassade de Suède au Kenya", "Embassy of Sweden in Ghana"),
    ("ORG", "Ministère des Affaires étrangères du Niger", "Ministry of Foreign Affairs of Nigeria"),
    ("ORG", "ministère de la Défense du Kenya", "Ministry of Health of Kenya"),
    ("ORG", "Sénat du Chili", "Senate of Colombia"),
    ("ORG", "Université d’Oran", "University of Orange"),
    ("ORG", "Fondation Zorvex", "Zorvex Institute"),
    ("AGR", "accord du 5 juillet 1971", "Agreement of 6 July 1971"),
    ("AGR", "Traité de Bamako", "Bamako Declaration"),
    ("EVE", "Année du Japon au Brésil", "Year of Brazil in Japan"),
    ("EVE", "11e Sommet arabo-africain", "12th Arab-African Summit"),
    ("LOC", "Corée du Nord", "South Korea"),
]


def ids(label: str, one: str, other: str) -> tuple[str, str]:
    documents = (document("a", f"[[{label} {one}]]"), document("b", f"[[{label} {other}]]", "en"))
    result = linked(*documents)
    return of(result, documents, "a", one), of(result, documents, "b", other)


@pytest.mark.parametrize(("label", "french", "english"), SAME)
def test_one_thing_in_two_languages(label: str, french: str, english: str) -> None:
    first, second = ids(label, french, english)
    assert first == second


@pytest.mark.parametrize(("label", "french", "english"), DIFFERENT)
def test_two_things_in_two_languages(label: str, french: str, english: str) -> None:
    first, second = ids(label, french, english)
    assert first != second


BODIES = [
    # language, text, form, entity
    ("fr", "[[LOC Chili]], [[LOC Santiago]], [[LOC Chili]] : le [[ORG Sénat]]", "Sénat", "state-cl-senate"),
    ("en", "[[LOC Kenya]] [[LOC Kenya]] [[LOC Nairobi]] [[ORG Senate]]", "Senate", "state-ke-senate"),
    ("fr", "le [[ORG Sénat du Chili]] … le [[ORG Sénat]]", "Sénat", "state-cl-senate"),
    ("en", "[[ORG Senate of Kenya]], [[ORG Senate of Chile]], the [[ORG Senate]]", "Senate", "local-senate-"),
    ("fr", "[[LOC Chili]] [[LOC Chili]] [[LOC Pérou]] [[LOC Pérou]] [[ORG Sénat]]", "Sénat", "local-senate-"),
    ("fr", "[[LOC Chili]] : le [[ORG Sénat]]", "Sénat", "local-senate-"),
    ("fr", "[[LOC Mali]] ([[LOC Mali]]) [[LOC Mali]] [[ORG Ambassade de France]]", "Ambassade de France", "state-fr"),
    ("en", "[[LOC Mali]] [[ORG Embassy in Athens]]", "Embassy in Athens", "org-embassy-in-athens"),
    ("fr", "[[ORG Commission européenne]], la [[ORG Commission]]", "Commission", "body-european-commission"),
    ("en", "[[ORG European Union]]: the [[ORG Commission]]", "Commission", "body-european-commission"),
    ("en", "[[ORG European Union]], [[ORG Orix Commission]]: the [[ORG Commission]]", "Commission", "org-orix"),
    ("fr", "[[ORG Conseil de l'UE]], [[ORG Conseil européen]]. [[ORG Conseil]]", "Conseil", "body-council"),
    ("fr", "la [[ORG Commission]]", "Commission", "local-commission-"),
    ("en", "[[ORG NATO]] … the [[ORG Alliance]]", "Alliance", "body-nato"),
    ("en", "the [[ORG Alliance]]", "Alliance", "org-alliance"),
    ("fr", "le [[ORG Bundestag allemand]]", "Bundestag allemand", "body-bundestag"),
    ("en", "the [[ORG US State Department]]", "US State Department", "body-state-department"),
    ("en", "[[LOC Ohio]], [[LOC Texas]]: [[ORG US Senate]], [[ORG Congress]]", "Congress", "body-us-congress"),
    ("en", "[[LOC Peru]], [[LOC Peru]], [[LOC Lima]]: [[ORG Congress]]", "Congress", "state-pe-congress"),
    ("en", "the [[ORG Congress]]", "Congress", "local-congress-"),
    ("en", "[[ORG British Ministry of Foreign Affairs]]", "British Ministry of Foreign Affairs",
     "body-fcdo"),
    ("en", "[[ORG US Department of Agriculture]]", "US Department of Agriculture", "state-us-ministry-agriculture"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "form", "entity"), BODIES)
def test_whose_body_it_is(language: str, text: str, form: str, entity: str) -> None:
    documents = (document("d", text, "fr" if language == "fr" else "en"),)
    assert of(linked(*documents), documents, "d", form).startswith(entity)


def test_common_words_of_two_documents_are_two_bodies_and_stay() -> None:
    documents = (document("a", "la [[ORG Commission]]"), document("b", "la [[ORG Commission]]"))
    first = linked(*documents)
    assert of(first, documents, "a", "Commission") != of(first, documents, "b", "Commission")
    again = linked(*documents, ids=first.ids)
    assert again == first
    more = (*documents, document("c", "[[ORG Commission Zorvex]]"))
    assert of(linked(*more, ids=first.ids), more, "a", "Commission") == of(first, documents, "a", "Commission")


def test_bodies_of_states_without_a_country_are_those_of_their_document() -> None:
    documents = (document("a", "[[ORG ministère de la Défense]]"), document("b", "[[ORG Ministry of Defence]]", "en"))
    result = linked(*documents)
    first = of(result, documents, "a", "ministère de la Défense")
    second = of(result, documents, "b", "Ministry of Defence")
    assert {one.rsplit("-", 1)[0] for one in (first, second)} == {"local-ministry-defence"}
    assert first != second


def test_bodies_of_states_have_their_country() -> None:
    (entity,) = linked(document("a", "[[ORG Sénat du Chili]]"), document("b", "[[ORG Chilean Senate]]", "en")).entities
    assert (entity.id, entity.country, entity.documents) == ("state-cl-senate", "CL", 2)
    assert (entity.names.fr, entity.names.en) == ("Sénat du Chili", "Chilean Senate")


def test_a_small_town_is_meant_where_another_document_is_sure() -> None:
    town = "[[LOC Illkirch-Graffenstaden]]"
    documents = (document("a", f"{town} ([[LOC France]])"), document("b", town))
    result = linked(*documents, ids=Ids())
    assert of(result, documents, "a", "Illkirch-Graffenstaden") == of(result, documents, "b", "Illkirch-Graffenstaden")


def test_senses_have_no_language() -> None:
    senses = Senses(gazetteer())
    assert senses.of("technique internationale") == senses.of("International Technical")
    assert senses.state("Commission européenne") is None
