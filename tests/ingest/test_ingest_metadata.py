"""Title, date of publication and the like: what the text says, and nothing where it is not sure."""

import pytest

from pipeline.ingest import IngestResources, ingest
from pipeline.ingest.days import Days
from pipeline.ingest.metadata.weigh import weigh
from pipeline.ingest.raw import Finding
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
    (f"Un voyage\n\nPublié le 4 mai 2016 - Mis à jour le 6 mai 2016\n\n{FRENCH}", "2016-05-04"),
    (f"A journey\n\nPublished 4 May 2016, last updated 6 May 2016\n\n{ENGLISH}", "2016-05-04"),
    (f"Lima, le 3 mars 2014\n\n{FRENCH}\n\nMise à jour : 4 mai 2016", "2016-05-04"),
    (
        f"FACTS\nLast updated: 4 May 2016\n\n{ENGLISH}\n\n  Treaty of Lima    3 March 1954\n  Porto Act    2 May 1960",
        "2016-05-04",
    ),
    (f"{ENGLISH}\n\nDone at Ottawa on 3 March 1954, in duplicate, in English and Spanish.", "1954-03-03"),
    (f"{FRENCH}\n\nFait à Lima, le 3 mars 1954, en deux exemplaires.", "1954-03-03"),
    (
        f"Un accord\n\n{FRENCH}\n\nEn foi de quoi les soussignés ont signé. Fait à Tirana, le trois mai mil neuf cent "
        "quatre-vingt-un, en double exemplaire, les deux textes faisant foi.",
        "1981-05-03",
    ),
    (
        f"An accord\n\n{ENGLISH}\n\nIn witness whereof the undersigned have signed. DONE at Riga this fourth day of "
        "June 1999, in duplicate, both texts being equally authentic.",
        "1999-06-04",
    ),
    (f"Point de presse du 10 juin 2016\n\n{FRENCH}", "2016-06-10"),
    (f"Minutes of the meeting of 22 May 2006\n\n{ENGLISH}", "2006-05-22"),
    (f"Berne, 12.05.2015 - Discours du chef du département à l'occasion de la fête\n\n{FRENCH}", "2015-05-12"),
    (
        f"Question publiée au JO le : 12/09/2006 page : 950\nRéponse publiée au JO le : 07/11/2006\n\n{FRENCH}",
        "2006-11-07",
    ),
    (f"LA LETTRE DU PORT                N° 41\nTirana, vendredi 3 mai 2019\n\nUn quai neuf\n\n{FRENCH}", "2019-05-03"),
    (f"MARDI 25 JUILLET 1989        AFFAIRES ÉTRANGÈRES        PAGE 5\n\nUn quai neuf\n\n{FRENCH}", "1989-07-25"),
    (f"Monday September 19 1977           No. 41,207\n\nA NEW QUAY\n\n{ENGLISH}", "1977-09-19"),
    (f"No. 14 - Valletta, 28 March 2008\n\nA new quay\n\n{ENGLISH}", "2008-03-28"),
    (f"Question\n\nDate answered\n\n24 January 2024\n\n{ENGLISH}", "2024-01-24"),
    (f"SUMMARY RECORD\n\nHeld at Headquarters, Riga, on Monday, 22 May 2006, at 10 a.m.\n\n{ENGLISH}", "2006-05-22"),
    (f"COMPTE RENDU\n\nTenu à Tirana du 19 au 21 avril 1978\n\n{FRENCH}", "1978-04-21"),
    (f"CONCLUSIONS\n\nLima, 9-11 March 2005\n\n{ENGLISH}", "2005-03-11"),
    (
        f"Bruxelles, le jeudi vingt-quatre janvier mil neuf cent soixante-trois, dix-neuf heures trente\n\n{FRENCH}",
        "1963-01-24",
    ),
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
    f"Les accords\n\n  Traité de Lima    3 mars 1954\n  Acte de Porto    2 mai 1960\n\n{FRENCH}",
    f"Agreements\n\n  Lima Protocol    3 March 1954\n  Porto Treaty    2 May 1960\n\n{ENGLISH}",
    f"Agreements\n\nLima Protocol 3 March 1954\n\n{ENGLISH}",
    f"{ENGLISH}\n\nThe accord signed at Lima on 3 March 1954 is still in force.",
    f"{FRENCH}\n\nL'accord signé à Lima le 3 mars 1954 est toujours en vigueur.",
    f"Treaty of 3 March 2014 on transit\n\n{ENGLISH}",
    f"{FRENCH}\n\nL'accord fait à Lima le 3 mars 1954 a été remplacé par celui du 4 mai 1960.",
    f"{ENGLISH}\n\nThe accord done at Lima on 3 March 1954 was replaced on 4 May 1960.",
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
    (f"ASSOCIATION D'AMITIÉ FRANCE-MALTE\n\nUn port ancien\n\n{FRENCH}", "Un port ancien"),
    (f"Ministère de la Mer\n\nLe nouveau port\n\n{FRENCH}", "Le nouveau port"),
    (f"Study Group on the Sea\n\nMinutes of the spring meeting\n\n{ENGLISH}", "Minutes of the spring meeting"),
    (f"FOREIGN OFFICE\n\nHarbours of the Atlantic\n\n{ENGLISH}", "Harbours of the Atlantic"),
    (f"Harbour reopens after storm\n\nCouncil of Ports\n\n{ENGLISH}", "Harbour reopens after storm"),
    (f"Council adopts new rules\n\nHarbours pay less\n\n{ENGLISH}", "Council adopts new rules"),
    (f"Ambassade de Malte\n\nObjet : droits de pêche\n\n{FRENCH}", "droits de pêche"),
    (f"Embassy of Malta\n\nSubject: fishing rights\n\n{ENGLISH}", "fishing rights"),
    (f"EMBASSY OF MALTA\n\n{ENGLISH}", "EMBASSY OF MALTA"),
    (FRENCH, None),
    (ENGLISH, None),
]


@pytest.mark.parametrize(
    "line",
    [
        "**Mise à jour : 4 mai 2016**",
        "*Last updated: 4 May 2016*",
        "__Updated: 4 May 2016__",
        "Mis à jour le 4 mai 2016",
    ],
)
def test_update_lines_of_markdown(line: str, resources: IngestResources) -> None:
    data = f"# Un port\n\n{line}\n\n{FRENCH}".encode()
    done, _ = ingest(data, path="a.md", document_id="a", override=None, resources=resources)
    assert done.metadata.published == "2016-05-04"
    assert [block.kind for block in done.blocks] == ["heading", "dateline", "paragraph"]


PAGE_DATES = [
    ("published_time 2014-03-01", "", "2014-03-01"),
    ("published_time 2014-03-01, modified_time 2015-04-02", "", "2014-03-01"),
    ("modified_time 2015-04-02", "", "2015-04-02"),
    ("published_time 2014-03-01, modified_time 2015-04-02", "<p>Mise à jour : 5 mai 2016</p>", "2014-03-01"),
    ("modified_time 2015-04-02", "<p>Mise à jour : 5 mai 2016</p>", "2016-05-05"),
    ("published_time 2014-03-01, modified_time 2015-04-02", "<p>Last updated: 5 May 2016</p>", "2014-03-01"),
    ("published_time 2014-03-01, modified_time 2015-04-02", "<p>Published 1 March 2014</p>", "2014-03-01"),
]


@pytest.mark.parametrize(("meta", "line", "published"), PAGE_DATES)
def test_the_day_of_publication_before_that_of_a_change(
    meta: str, line: str, published: str, resources: IngestResources
) -> None:
    pairs = [pair.split() for pair in meta.split(", ")]
    tags = "".join(f'<meta property="article:{name}" content="{day}T10:00:00Z">' for name, day in pairs)
    page = f"<html><head>{tags}</head><body><main><h1>Un port</h1>{line}<p>{FRENCH}</p></main></body></html>"
    done, _ = ingest(page.encode(), path="a.html", document_id="a", override=None, resources=resources)
    assert done.metadata.published == published


def test_front_matter_says_when_it_was_published(resources: IngestResources) -> None:
    data = f"---\ndate: 2014-03-01\nupdated: 2015-04-02\n---\n\n{FRENCH}".encode()
    done, _ = ingest(data, path="a.md", document_id="a", override=None, resources=resources)
    assert done.metadata.published == "2014-03-01"


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


def test_the_name_of_the_paper_is_no_place(resources: IngestResources) -> None:
    found = [
        Finding("publisher", "La Lettre du Rhin", "text", 0.7),
        Finding("place", "La Lettre du Rhin", "text (dateline)", 0.8),
    ]
    assert weigh(found, None, resources.tool(Days)).place is None
    found[1] = found[1]._replace(value="Strasbourg")
    assert weigh(found, None, resources.tool(Days)).place == "Strasbourg"


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
