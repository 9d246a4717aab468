"""The small parts that the entity rules are made of: rows, pieces, series, places, companies, treaties, events."""

import pytest
from entity_resources import EntityResources

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.pieces import pieces
from pipeline.extract.entities.choice.portfolios import inside_portfolios
from pipeline.extract.entities.choice.series import alike
from pipeline.extract.entities.finders.companies import find_companies
from pipeline.extract.entities.finders.events import find_events
from pipeline.extract.entities.finders.people.cues import find_people_by_given_name
from pipeline.extract.entities.finders.places import find_governed_places
from pipeline.extract.entities.text.rows import rows
from pipeline.extract.entities.tokens import tokenize
from pipeline.records import EntityLabel, Passage


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Bolivie | La Paz\nHonduras | Tegucigalpa", ["Bolivie | La Paz", "Honduras | Tegucigalpa"]),
        ("Chef : Jean Dupont\nVilles : Bata", ["Chef : Jean Dupont", "Villes : Bata"]),
        ("le ministre des Affaires\nétrangères", ["le ministre des Affaires\nétrangères"]),
        ("la visite de\nJean Dupont", ["la visite de\nJean Dupont"]),
        ("", []),
    ],
)
def test_rows(text: str, parts: list[str]) -> None:
    found = list(
        rows([Passage(start=5, end=5 + len(text), language="fr", text=text)], lambda _, word: word in ("pour", "le"))
    )
    assert [passage.text for passage in found] == parts
    assert all(text[p.start - 5 : p.end - 5] == p.text for p in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ursula Lehr | Jean Dupont", ["Ursula Lehr", "Jean Dupont"]),
        ("Rethymno and Hania", ["Rethymno", "Hania"]),
        ("Bank of Rethymno and Hania", ["Bank of Rethymno and Hania"]),
        ("Japan's Kenzo Abe", ["Japan", "Kenzo Abe"]),
        ("Za’atari", ["Za’atari"]),
    ],
)
def test_pieces(text: str, names: list[str], entities: EntityResources) -> None:
    found = Candidate(0, len(text), "ORGANIZATION", "model")
    parts = pieces(tokenize(text), found, entities.lexicons["en"], entities.known)
    assert [text[part.start : part.end] for part in parts] == names


@pytest.mark.parametrize(
    ("text", "known", "names"),
    [
        ("in Buzi, Dondo and Chimo", {"Buzi": "LOCATION", "Dondo": "LOCATION"}, {"Buzi", "Dondo", "Chimo"}),
        ("with Ann Lee, Bo Ray and Cy Fox", {"Ann Lee": "PERSON", "Bo Ray": "PERSON"}, {"Ann Lee", "Bo Ray", "Cy Fox"}),
        ("in Buzi, Ann Lee said", {"Buzi": "LOCATION", "Ann Lee": "PERSON"}, {"Buzi", "Ann Lee"}),
        ("Buzi, then Dondo", {"Buzi": "ORGANIZATION"}, {"Buzi"}),
    ],
)
def test_series(text: str, known: dict[str, EntityLabel], names: set[str], entities: EntityResources) -> None:
    found = [
        Candidate(text.index(form), text.index(form) + len(form), label, "city" if label == "LOCATION" else "given")
        for form, label in known.items()
    ]
    made = alike(tokenize(text), found, entities.lexicons["en"], entities.known)
    assert {text[c.start : c.end] for c in made} == names
    assert {text[c.start : c.end]: c.label for c in made if text[c.start : c.end] in known} == known


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "près de Kalaik et dans le district d'Andap", ["Kalaik", "Andap"]),
        ("en", "near Kalaik and in the Andap district", ["Kalaik", "Andap"]),
        ("en", "the pipe to St. Fergus", ["St. Fergus"]),
        ("fr", "le maire de Saint-Ouen, près de la Commission", ["Saint-Ouen"]),
        ("en", "in May, in French, at the Bank", []),
        ("fr", "dans le district de la Commission", []),
    ],
)
def test_governed_places(language: str, text: str, names: list[str], entities: EntityResources) -> None:
    found = find_governed_places(tokenize(text), entities.lexicons[language], entities.known)
    assert [text[c.start : c.end] for c in found] == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "la société Armaris et Mazagon Dock Ltd", ["Armaris", "Mazagon Dock Ltd"]),
        ("en", "the company Armaris and Mazagon Dock Ltd", ["Armaris", "Mazagon Dock Ltd"]),
        ("fr", "une société française et le groupe", []),
        ("en", "a French company and the group", []),
    ],
)
def test_companies(language: str, text: str, names: list[str], entities: EntityResources) -> None:
    found = find_companies(tokenize(text), entities.lexicons[language], entities.known)
    assert [text[c.start : c.end] for c in found] == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "l'opération Barkhane et le typhon « Bess »", ["opération Barkhane", "typhon « Bess »"]),
        ("en", "Operation Barkhane and typhoon “Bess”", ["Operation Barkhane", "typhoon “Bess”"]),
        ("fr", "l'Année franco-allemande et la COP21", ["Année franco-allemande", "COP21"]),
        ("en", "the Franco-German Year and COP21", ["Franco-German Year", "COP21"]),
        ("fr", "l'année 2005, l'opération de la France, le COP", []),
        ("en", "the year 2005, an operation in France, the COP", []),
    ],
)
def test_events(language: str, text: str, names: list[str], entities: EntityResources) -> None:
    found = find_events(tokenize(text), entities.lexicons[language], entities.known)
    assert [text[c.start : c.end] for c in found] == names


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "the Minister of Canadian Heritage and Trade spoke to Congress", ["Canadian", "Heritage", "Trade"]),
        ("en", "Transportation Secretary", ["Transportation"]),
        ("fr", "la ministre des Services aux Autochtones et le Sénat", ["Services", "Autochtones"]),
        ("fr", "le président de Total", []),
    ],
)
def test_portfolios(language: str, text: str, words: list[str], entities: EntityResources) -> None:
    tokens = tokenize(text)
    starts = inside_portfolios(tokens, entities.lexicons[language], entities.known.is_place)
    assert [t.text for t in tokens if t.start in starts] == words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("with Blaise Adou and Jean-Pierre Ba", ["Blaise Adou", "Jean-Pierre Ba"]),
        ("the Charles Institute in Victor County", []),
        ("Blaise left", []),
    ],
)
def test_given_names(text: str, names: list[str], entities: EntityResources) -> None:
    found = find_people_by_given_name(tokenize(text), entities.lexicons["en"], entities.known)
    assert [text[c.start : c.end] for c in found] == names
