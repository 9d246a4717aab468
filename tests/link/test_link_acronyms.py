"""Acronyms that a text defines."""

import pytest
from link_documents import document, linked, of

from pipeline.link.collect import initials

LONG = "Commission mixte de coopération"
DEFINED = [
    f"[[ORG {LONG}]] (CMC). La [[ORG CMC]] se réunit.",
    f"[[ORG {LONG}]] ([[ORG CMC]])",
    f"[[ORG {LONG}]] (ci-après « CMC ») … la [[LOC CMC]]",
    f"« [[ORG {LONG}]] » (la CMC) : [[ORG CMC]]",
    f"[[ORG {LONG}]] (CMC, en anglais JCC) : [[ORG C.M.C.]]",
]
NOT_DEFINED = [
    f"[[ORG {LONG}]] (Paris). [[ORG CMC]]",
    f"[[ORG {LONG}]] (UE). [[ORG UE]]",
    f"[[ORG {LONG}]], puis plus loin (CMC). [[ORG CMC]]",
    f"[[LOC {LONG}]] (CMC). [[LOC CMC]]",
    f"[[ORG {LONG}]] (2014). [[ORG CMC]]",
]


@pytest.mark.parametrize("text", DEFINED)
def test_the_acronym_is_the_body(text: str) -> None:
    (entity,) = linked(document("d", text)).entities
    assert (entity.id, entity.label) in {
        ("org-commission-mixte-de-cooperation", "ORGANIZATION"), ("org-cmc", "ORGANIZATION")
    }  # fmt: skip


@pytest.mark.parametrize("text", NOT_DEFINED)
def test_what_is_no_definition(text: str) -> None:
    assert len(linked(document("d", text)).entities) == 2


def test_a_definition_holds_for_the_corpus_where_it_is_the_only_one() -> None:
    documents = (
        document("a", "[[ORG Grand Musée Oriental]] (GMO)"),
        document("b", "the [[ORG GMO]]", "en"),
    )
    assert len(linked(*documents).entities) == 1
    more = (*documents, document("c", "[[ORG Groupe Minier Ouest]] (GMO), [[ORG GMO]]"))
    result = linked(*more)
    assert of(result, more, "c", "GMO") == "org-groupe-minier-ouest" or of(result, more, "c", "GMO") == "org-gmo"
    assert of(result, more, "b", "GMO") not in (
        of(result, more, "c", "GMO"),
        of(result, more, "a", "Grand Musée Oriental"),
    )
    assert [unsure.form for unsure in result.unsure] == ["GMO"]


def test_a_document_s_own_definition_beats_the_gazetteer() -> None:
    documents = (document("a", "[[ORG Centre d’études insulaires]] (CEI), [[ORG CEI]]"), document("b", "[[ORG CEI]]"))
    result = linked(*documents)
    assert of(result, documents, "a", "CEI") != "body-cis"
    assert of(result, documents, "b", "CEI") == "body-cis"


# (text, acronym, entity): what a definition gives where the acronym is of a name's end
ENDS = [
    ("[[EVE 28e sommet de l’Union africaine]] ([[ORG UA]]), puis l’[[ORG UA]]", "UA", "body-african-union"),
    ("[[EVE 28th Summit of the African Union]] ([[ORG AU]]), then the [[ORG AU]]", "AU", "body-african-union"),
    ("[[ORG Commission de l’Union africaine]] ([[ORG UA]])", "UA", "body-african-union"),
    ("[[AGR Traité portant création de l’Agence des Îles Libres]] ([[ORG AIL]])", "AIL", "org-ail"),
    ("[[AGR Treaty establishing the Free Islands Office]] ([[ORG FIOF]])", "FIOF", "org-fiof"),
    ("[[ORG Seat of the Free Islands Office]] ([[ORG FIOF]])", "FIOF", "org-seat-of-the-free-islands-office"),
    ("[[ORG Conference on Security and Cooperation in Europe]] ([[ORG OSCE]])", "OSCE", "body-osce"),
    ("[[EVE Platform for Free Islands]] ([[ORG PFI]])", "PFI", "event-platform-for-free-islands"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "acronym", "entity"), ENDS)
def test_an_acronym_of_the_end_of_a_name(text: str, acronym: str, entity: str) -> None:
    documents = (document("a", text, "fr" if "Union africaine" in text else "en"),)
    assert of(linked(*documents), documents, "a", acronym) == entity


def test_two_spellings_of_a_long_form_are_one_body() -> None:
    documents = (
        document("a", "[[ORG Association des universités et villes du Nord]] (AUVN)"),
        document("b", "[[ORG Association des villes et universités du Nord]] (AUVN)"),
    )
    assert len(linked(*documents).entities) == 1


@pytest.mark.parametrize(
    ("acronym", "name", "fits"),
    [
        ("OSCE", "Organization for Security and Co-operation in Europe", True),
        ("ENA", "École nationale d’administration", True),
        ("UE", "Commission européenne", False),
        ("NATO", "Organisation du traité", False),
    ],
)
def test_initials(acronym: str, name: str, fits: bool) -> None:
    assert initials(acronym, name) is fits
