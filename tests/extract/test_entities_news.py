"""Names by the ways of news: results and reports of games, datelines, states, nations, media; and what is none."""

import pytest
from entity_resources import EntityResources

TEAMS = [
    ("fr", "Rennes 2 - Bordeaux 1", ["Rennes", "Bordeaux"]),
    ("fr", "Bordeaux - Rennes : 0-0", ["Bordeaux", "Rennes"]),
    ("fr", "L'attaquant a marqué contre Bordeaux.", ["Bordeaux"]),
    ("fr", "Bordeaux s'est incliné aux tirs au but.", ["Bordeaux"]),
    ("en", "Burnley 2 Bradford 1", ["Burnley", "Bradford"]),
    ("en", "Burnley 0, Bradford 0 ; Sunderland 3, Bristol 3", ["Burnley", "Bradford", "Sunderland", "Bristol"]),
    ("en", "The striker scored twice against Bradford.", ["Bradford"]),
    ("en", "They lost 3-1 to the Denver Nuggets.", ["Denver Nuggets"]),
]
NO_TEAMS = [
    ("fr", "Annexe 2 - Tableau 1"),
    ("fr", "Le maire a voté contre Bordeaux."),
    ("fr", "La France bat le Portugal 2-1."),
    ("en", "Article 2 Paragraph 1"),
    ("en", "The committee voted against Bradford."),
    ("en", "Bradford 12 March 10"),
    ("en", "Two stars of Denver society came."),
]
NEWS = [
    ("fr", "OSLO, 3 mai (AFP) - Rien.", "OSLO", "LOCATION"),
    ("en", "LIMA 1994-05-03", "LIMA", "LOCATION"),
    ("en", "He left Hartford, Conn., in May.", "Conn.", "LOCATION"),
    ("en", "1. Ann Wood (NZL) 2:31:10", "NZL", "LOCATION"),
    ("fr", "1. Anne Dubois (SUI) 2 h 31", "SUI", "LOCATION"),
    ("en", "It was published in Nature.", "Nature", "ORGANIZATION"),
    ("fr", "L'étude est parue dans Astérion.", "Astérion", "ORGANIZATION"),
]
NO_NEWS = [
    ("fr", "ANNEXE, 3 mai (suite) - Rien."),
    ("en", "He was ill, Miss. Lee said."),
    ("en", "Amy Green (PSE) spoke."),
    ("en", "It was published in March and in English."),
    ("fr", "Le décret est publié dans un recueil."),
]


@pytest.mark.parametrize(("language", "text", "names"), TEAMS)
def test_teams_are_bodies(language: str, text: str, names: list[str], entities: EntityResources) -> None:
    found = entities.find(text, language=language)  # type: ignore[arg-type]
    assert [one.text for one in found if one.label == "ORGANIZATION"] == names


@pytest.mark.parametrize(("language", "text"), NO_TEAMS)
def test_what_is_no_team(language: str, text: str, entities: EntityResources) -> None:
    found = entities.find(text, language=language)  # type: ignore[arg-type]
    assert [one.text for one in found if one.label == "ORGANIZATION"] == []


@pytest.mark.parametrize(("language", "text", "name", "label"), NEWS)
def test_news_names(language: str, text: str, name: str, label: str, entities: EntityResources) -> None:
    found = entities.find(text, language=language)  # type: ignore[arg-type]
    assert (name, label) in [(one.text, one.label) for one in found]


@pytest.mark.parametrize(("language", "text"), NO_NEWS)
def test_what_is_no_name_of_news(language: str, text: str, entities: EntityResources) -> None:
    found = entities.find(text, language=language)  # type: ignore[arg-type]
    assert [one.text for one in found if one.label in ("LOCATION", "ORGANIZATION")] == []
