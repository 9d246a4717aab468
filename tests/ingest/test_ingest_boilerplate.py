"""What stands around the body goes, with a reason; the body never does."""

import pytest

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

FRENCH = (
    "Le ministre des Affaires étrangères s'est rendu à Astana les 5 et 6 décembre 2014. Il y a rencontré son homologue."
)
ENGLISH = (
    "The Foreign Minister travelled to Astana on 5 and 6 December 2014. He met his counterpart and the Prime Minister."
)


def read(text: str, resources: IngestResources) -> Ingested:
    return ingest(text.encode(), path="a.txt", document_id="a", override=None, resources=resources)[0]


def page(before: str, body: str, after: str) -> str:
    return "\n\n".join(part for part in (before, "Un voyage" if body is FRENCH else "A journey", body, after) if part)


DROPPED = [
    ("Accès rapide :", FRENCH, "", "navigation"),
    ("Aller au contenu principal", FRENCH, "", "navigation"),
    ("Accueil > Dossiers pays > Kazakhstan", FRENCH, "", "navigation"),
    ("Accueil\nActualités\nContact", FRENCH, "", "navigation"),
    ("", FRENCH, "PLAN DU SITE", "navigation"),
    ("", FRENCH, "Informations complémentaires", "navigation"),
    ("", FRENCH, "MENTIONS LÉGALES & INFOS PRATIQUES", "navigation"),
    ("", FRENCH, "Mentions légales", "legal notice"),
    ("", FRENCH, "Tous droits réservés - Ministère des Affaires étrangères - 2015", "legal notice"),
    ("", FRENCH, "© Ministère des Affaires étrangères 2015", "legal notice"),
    ("", FRENCH, "Partager sur Facebook", "share links"),
    ("", FRENCH, "Imprimer | Envoyer par mail | Partager", "navigation"),
    ("", FRENCH, "Suivez-nous sur Twitter", "share links"),
    ("Ce site utilise des cookies pour améliorer votre navigation.", FRENCH, "", "cookie notice"),
    ("", FRENCH, "Abonnez-vous à la newsletter", "newsletter"),
    ("", FRENCH, "Page 3 sur 12", "page number"),
    ("", FRENCH, "- 3 -", "page number"),
    ("Skip to main content", ENGLISH, "", "navigation"),
    ("Home > News > Press releases", ENGLISH, "", "navigation"),
    ("Menu\nHome\nAbout us", ENGLISH, "", "navigation"),
    ("", ENGLISH, "Site map", "navigation"),
    ("", ENGLISH, "Related links", "related links"),
    ("", ENGLISH, "Privacy policy | Cookies | Terms and conditions", "navigation"),
    ("", ENGLISH, "Legal notice", "legal notice"),
    ("", ENGLISH, "All rights reserved. Foreign Office 2015", "legal notice"),
    ("", ENGLISH, "© Crown copyright", "legal notice"),
    ("", ENGLISH, "Share on Facebook", "share links"),
    ("", ENGLISH, "Print | Share | Tweet", "navigation"),
    ("", ENGLISH, "Follow us on Twitter", "share links"),
    ("This site uses cookies to improve your experience.", ENGLISH, "", "cookie notice"),
    ("", ENGLISH, "Subscribe to our newsletter", "newsletter"),
    ("", ENGLISH, "Page 3 of 12", "page number"),
]


@pytest.mark.parametrize(("before", "body", "after", "reason"), DROPPED)
def test_dropped(before: str, body: str, after: str, reason: str, resources: IngestResources) -> None:
    done = read(page(before, body, after), resources)
    assert done.text == page("", body, "")
    assert {drop.reason for drop in done.dropped} == {reason}
    assert "\n".join(drop.text for drop in done.dropped) == before + after


KEPT = [
    ("Mise à jour : 10.06.15", FRENCH),
    ("Last updated: 10 June 2015", ENGLISH),
    ("Contact a été pris avec les autorités du pays.", FRENCH),
    ("Le partage des eaux de la mer Caspienne reste en discussion.", FRENCH),
    ("Les recherches ont repris hier dans la zone.", FRENCH),
    ("Reproduction de l'accord en annexe.", FRENCH),
    ("Plan d'action pour la jeunesse", FRENCH),
    ("Les archives du ministère seront ouvertes.", FRENCH),
    ("Facebook a été interdit dans le pays.", FRENCH),
    ("Home to ten million people, the region is poor.", ENGLISH),
    ("Search and rescue teams were sent to the region.", ENGLISH),
    ("News of the agreement reached the capital at noon.", ENGLISH),
    ("Privacy is a human right, the minister said.", ENGLISH),
    ("Share of trade by country", ENGLISH),
    ("Topics discussed with the delegation", ENGLISH),
    ("2014", ENGLISH),
]


@pytest.mark.parametrize(("line", "body"), KEPT)
@pytest.mark.parametrize("place", ["before", "after", "inside"])
def test_kept(line: str, body: str, place: str, resources: IngestResources) -> None:
    parts = {"before": [line, body], "after": [body, line], "inside": [body, line, body.replace("2014", "2015")]}[place]
    done = read("\n\n".join(parts), resources)
    assert line in done.text
    assert done.dropped == ()


@pytest.mark.parametrize("word", ["Contact", "Accueil", "Retour", "Agenda", "Home", "Search", "Services", "Resources"])
def test_a_lone_heading_inside_the_body_stays(word: str, resources: IngestResources) -> None:
    done = read(f"{FRENCH}\n\n{word}\n\n{FRENCH.replace('2014', '2015')}", resources)
    assert word in done.text


def test_running_heads(resources: IngestResources) -> None:
    pages = [f"{FRENCH} Phrase {n}.\n\n{ENGLISH} Sentence {n}.\n\nNouvelles du monde, page {n}" for n in range(1, 6)]
    done = read("Titre\n\nSous-titre\n\n" + "\n\n".join(pages), resources)
    assert "Nouvelles du monde" not in done.text
    assert [drop.reason for drop in done.dropped] == ["running head"] * 5


def test_menu_entries_between_known_ones(resources: IngestResources) -> None:
    done = read(f"Accueil\nLe ministre\nPolitique étrangère\nContact\n\nUn voyage\n\n{FRENCH}", resources)
    assert done.text == page("", FRENCH, "")


def test_nothing_but_boilerplate_is_kept(resources: IngestResources) -> None:
    assert read("Mentions légales", resources).text == "Mentions légales"
