"""Title, date of publication and the like: what the text says, and nothing where it is not sure."""

import pytest

from pipeline.ingest import IngestResources, ingest
from pipeline.ingest.days import Days
from pipeline.records import Metadata, Override

FRENCH = (
    "Le ministre des Affaires étrangères s'est rendu à Astana les 5 et 6 décembre 2014. Il y a rencontré son homologue."
)
ENGLISH = (
    "The Foreign Minister travelled to Astana on 5 and 6 December 2014. He met his counterpart and the Prime Minister."
)


def read(text: str, resources: IngestResources, override: Override | None = None) -> Metadata:
    return ingest(text.encode(), path="a.txt", document_id="a", override=override, resources=resources)[0].metadata


DATES = [
    (f"{FRENCH}\n\nMise à jour : 10.06.15", "2015-06-10"),
    (f"{FRENCH}\n\nDernière mise à jour : 10/06/2015", "2015-06-10"),
    (f"Un voyage\n\nPublié le 1er mars 2013\n\n{FRENCH}", "2013-03-01"),
    (f"Un voyage\n\nPublié le 1er mars 2013\n\n{FRENCH}\n\nMise à jour : 10.06.15", "2013-03-01"),
    (f"Paris, le 3 mars 2014\n\n{FRENCH}", "2014-03-03"),
    (f"Paris, le lundi 3 mars 2014\n\n{FRENCH}", "2014-03-03"),
    (f"{FRENCH}\n\nFait à Genève, le 12 août 1949", "1949-08-12"),
    (f"Date de publication : 2014-12-08\n\n{FRENCH}", "2014-12-08"),
    (f"{ENGLISH}\n\nLast updated: 10 June 2015", "2015-06-10"),
    (f"A journey\n\nPublished 1 March 2013\n\n{ENGLISH}", "2013-03-01"),
    (f"Washington, March 3, 2014\n\n{ENGLISH}", "2014-03-03"),
    (f"Geneva, 12 May 2015\n\n{ENGLISH}", "2015-05-12"),
    (f"GENEVA, 12 May 2015 – {ENGLISH}", "2015-05-12"),
    (f"{ENGLISH}\n\nDone at Vienna on 23 May 1969", "1969-05-23"),
    (f"A journey\n\nDate: 23.05.2014\n\n{ENGLISH}", "2014-05-23"),
    (f"A journey\n\nPosted on 05/23/2014\n\n{ENGLISH}", "2014-05-23"),
]


@pytest.mark.parametrize(("text", "published"), DATES)
def test_published(text: str, published: str, resources: IngestResources) -> None:
    found = read(text, resources)
    assert found.published == published
    assert found.evidence["published"].confidence >= 0.7


NO_DATES = [
    FRENCH,
    ENGLISH,
    f"{ENGLISH}\n\nLast updated: 03/04/2015",
    f"{FRENCH}\n\nMise à jour : 32.06.15",
    f"{FRENCH}\n\nMise à jour : 10.13.15",
    f"{FRENCH}\n\nLe traité est entré en vigueur le 3 mars 2014.",
    f"{ENGLISH}\n\nThe treaty came into force on 3 March 2014.",
    f"Accord du 3 mars 2014 sur le transit\n\n{FRENCH}",
    f"The events of 3 March 2014\n\n{ENGLISH}",
    f"Loi n° 2014-125\n\n{FRENCH}",
    f"Mise à jour régulière\n\n{FRENCH}",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_when_unsure(text: str, resources: IngestResources) -> None:
    assert read(text, resources).published is None


TITLES = [
    (f"NOUVELLES DIPLOMATIQUES\n\n{FRENCH}", "NOUVELLES DIPLOMATIQUES"),
    (f"Présentation\n\n{FRENCH}", "Présentation"),
    (f"Accueil\nContact\n\nUn voyage\n\n{FRENCH}", "Un voyage"),
    (f"COMMUNIQUÉ DE PRESSE\n\nUn voyage à Astana\n\n{FRENCH}", "Un voyage à Astana"),
    (f"PRESS RELEASE\n\nA journey to Astana\n\n{ENGLISH}", "A journey to Astana"),
    (f"Paris, le 3 mars 2014\n\nUn voyage\n\n{FRENCH}", "Un voyage"),
    (FRENCH, None),
    (ENGLISH, None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title(text: str, title: str | None, resources: IngestResources) -> None:
    assert read(text, resources).title == title


def test_other_fields(resources: IngestResources) -> None:
    head = "COMMUNIQUÉ DE PRESSE\n\nRéf. : 2014-125/DGM\n\nUn voyage\n\nPar Jean Dupont\n\nParis, le 3 mars 2014"
    text = f"{head}\n\n{FRENCH}"
    found = read(f"{text}\n\nTous droits réservés - Ministère des Affaires étrangères - 2015", resources)
    assert found.type == "press release"
    assert found.reference == "2014-125/DGM"
    assert found.author == "Jean Dupont"
    assert found.place == "Paris"
    assert found.publisher == "Ministère des Affaires étrangères"
    assert set(found.evidence) == {"title", "published", "publisher", "author", "place", "reference", "type"}


def test_other_fields_english(resources: IngestResources) -> None:
    head = "Press release\n\nA/RES/68/262\n\nA journey\n\nBy John Smith"
    text = f"{head}\n\nGENEVA, 12 May 2015 – {ENGLISH}\n\n© 2015 International Office"
    found = read(text, resources)
    assert (found.type, found.reference, found.author, found.place) == (
        "press release",
        "A/RES/68/262",
        "John Smith",
        "Geneva",
    )
    assert found.publisher == "International Office"


def test_what_the_user_says_wins(resources: IngestResources) -> None:
    said = Override(title="My title", date="2010-05", source="My ministry")
    found = read(f"Présentation\n\n{FRENCH}\n\nMise à jour : 10.06.15", resources, said)
    assert (found.title, found.published, found.publisher) == ("My title", "2010-05", "My ministry")
    assert found.evidence["published"].found == "corpus.toml"
    assert found.evidence["published"].confidence == 1.0
    assert read(FRENCH, resources, Override(source="https://exemple.fr/a")).url == "https://exemple.fr/a"


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2014-12-06T10:00:00+01:00", "2014-12-06"),
        ("2014-12-06", "2014-12-06"),
        ("2014-12", "2014-12"),
        ("2014", "2014"),
        ("D:20141206101500+01'00'", "2014-12-06"),
        ("20141206", "2014-12-06"),
        ("6 décembre 2014", "2014-12-06"),
        ("December 6, 2014", "2014-12-06"),
        ("Sat, 06 Dec 2014 10:00:00 GMT", "2014-12-06"),
        ("06.12.2014", "2014-12-06"),
        ("06/12/2014", None),
        ("31/12/2014", "2014-12-31"),
        ("2014-02-30", None),
        ("9999-01-01", None),
        ("yesterday", None),
        ("2014-01-01 2015-01-01", None),
    ],
)
def test_values_of_dates(value: str, edtf: str | None, resources: IngestResources) -> None:
    assert Days(resources).value(value) == edtf
