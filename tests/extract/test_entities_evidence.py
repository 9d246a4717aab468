"""Evidence for a candidate: how the model's own names lie to it, what its words are known as, what other claims do."""

import pytest
from entity_resources import EntityResources

from pipeline.extract.entities.candidates import Candidate, Tagged
from pipeline.extract.entities.choice.evidence import Evidence
from pipeline.extract.entities.choice.said import Said
from pipeline.extract.entities.choice.wording import wording
from pipeline.extract.entities.tokens import tokenize
from pipeline.records import EntityLabel, Language, Passage

CHOSEN = Candidate(10, 20, "ORGANIZATION", "rule")


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ([], "model none as ORGANIZATION"),
        ([(0, 10, "PERSON"), (20, 30, "PERSON")], "model none as ORGANIZATION"),  # neighbours share no character
        ([(10, 20, "ORGANIZATION")], "model same ORGANIZATION as ORGANIZATION"),
        ([(10, 20, "LOCATION")], "model other LOCATION as ORGANIZATION"),
        ([(10, 25, "PERSON")], "model in opens PERSON as ORGANIZATION"),
        ([(5, 20, "PERSON")], "model in ends PERSON as ORGANIZATION"),
        ([(5, 25, "PERSON")], "model in PERSON as ORGANIZATION"),
        ([(10, 15, "LOCATION")], "model around opens LOCATION as ORGANIZATION"),
        ([(15, 20, "LOCATION")], "model around ends LOCATION as ORGANIZATION"),
        ([(12, 18, "LOCATION")], "model around LOCATION as ORGANIZATION"),
        ([(15, 25, "EVENT")], "model crosses EVENT as ORGANIZATION"),
        ([(5, 12, "EVENT"), (14, 16, "PERSON")], "model several EVENT as ORGANIZATION"),
    ],
)
def test_how_the_name_of_the_model_lies_to_a_claim(said: list[tuple[int, int, EntityLabel]], fact: str) -> None:
    facts = list(Said(Tagged([Candidate(*one, "model") for one in said])).facts(CHOSEN))
    assert facts[0] == fact
    how = facts[1].removeprefix("by rule model ")
    assert facts[0].startswith(f"model {how}")
    assert facts[2] == f"by rule as ORGANIZATION model {how}"


@pytest.mark.parametrize(
    ("starts", "odds"),
    [
        ({10: {"ORGANIZATION": 0.5}}, 0.0),
        ({10: {"ORGANIZATION": 0.88, "LOCATION": 0.1}}, 2.0),
        ({10: {"ORGANIZATION": 0.1, "LOCATION": 0.88}}, -2.0),
        ({10: {"LOCATION": 0.9}}, -5.0),  # what the model does not tell is hardly likely to it
        ({12: {"ORGANIZATION": 0.9}}, -5.0),
        ({}, -5.0),
        ({10: {"ORGANIZATION": 1.0}}, 5.0),  # and no more is made of what it is certain of
    ],
)
def test_how_likely_the_label_is_to_the_model(starts: dict[int, dict[EntityLabel, float]], odds: float) -> None:
    facts = dict(Said(Tagged([], starts)).odds(CHOSEN))
    assert set(facts.values()) == {odds}
    assert {"odds", "odds others", "odds as ORGANIZATION", "odds by rule"} < facts.keys()
    mine = CHOSEN._replace(by="model")
    own = dict(Said(Tagged([mine], starts)).odds(mine))
    assert set(own.values()) == {odds}
    assert {"odds", "odds own", "odds own as ORGANIZATION", "odds by model"} < own.keys()


def test_a_name_that_the_rules_relabelled_is_as_likely_as_any_name_there() -> None:
    said = Said(Tagged([CHOSEN._replace(by="model")], {10: {"ORGANIZATION": 0.88, "LOCATION": 0.1}}))
    relabelled = dict(said.odds(CHOSEN._replace(label="EVENT", by="model")))
    assert relabelled == {"odds relabelled": 4.0, "odds relabelled as EVENT": 4.0}


def test_where_no_model_read_nothing_is_unlikely_to_it() -> None:
    assert not list(Said(Tagged()).odds(CHOSEN))


@pytest.mark.parametrize(
    ("language", "text", "name", "label", "facts"),
    [
        ("fr", "Le ministre Claire Vasse", "Claire Vasse", "PERSON", {"2 words as PERSON", "first given as PERSON"}),
        ("en", "Minister Claire Vasse", "Claire Vasse", "PERSON", {"before title as PERSON", "first given as PERSON"}),
        ("fr", "Il vit à Lisbonne.", "Lisbonne", "PERSON", {"known LOCATION as PERSON", "last town as PERSON"}),
        (
            "en",
            "He lives in Lisbon.",
            "Lisbon",
            "LOCATION",
            {"known LOCATION as LOCATION", "first great city as LOCATION"},
        ),
        ("fr", "Le Conseil Vasse siège.", "Conseil Vasse", "PERSON", {"first head ORGANIZATION as PERSON"}),
        ("en", "The Vasse Council sits.", "Vasse Council", "PERSON", {"last head ORGANIZATION as PERSON"}),
        ("fr", "Le Vasse est là.", "Vasse", "LOCATION", {"known None as LOCATION", "1 words as LOCATION"}),
        ("en", "The Vasse is here.", "Vasse", "LOCATION", {"known None as LOCATION", "1 words as LOCATION"}),
    ],
)
def test_what_the_words_of_a_name_are_known_as(
    language: Language, text: str, name: str, label: EntityLabel, facts: set[str], entities: EntityResources
) -> None:
    start = text.index(name)
    chosen = Candidate(start, start + len(name), label, "model")
    assert facts <= set(wording(text, tokenize(text), chosen, entities.lexicons[language], entities.known))


def test_what_claims_hold_a_claim_and_which_stand_beside_it(entities: EntityResources) -> None:
    text = "The siege of Sarajevo"
    place, event = Candidate(13, 21, "LOCATION", "gazetteer"), Candidate(4, 21, "EVENT", "rule")
    passage = Passage(start=0, end=len(text), language="en", text=text)
    evidence = Evidence([passage], [tokenize(text)], [[place, event]], [Tagged()], entities.lexicons, entities.known)
    assert {"inside EVENT by rule as LOCATION", "crossed"} <= set(evidence.of(0, place))
    assert "beside LOCATION by gazetteer as EVENT" in evidence.of(0, event)
    assert "crossed" not in evidence.of(0, event)


@pytest.mark.parametrize("recased", [True, False])
def test_text_read_with_other_capitals_is_known_as_such(recased: bool, entities: EntityResources) -> None:
    text = "The talks in Sarajevo"
    place = Candidate(13, 21, "LOCATION", "gazetteer")
    passage = Passage(start=0, end=len(text), language="en", text=text)
    rows = [passage], [tokenize(text)], [[place]], [Tagged([place._replace(by="model")])]
    facts = Evidence(*rows, entities.lexicons, entities.known, [recased]).of(0, place)
    told = {"recased", "recased by gazetteer", "recased by gazetteer as LOCATION model same"}
    assert told & set(facts) == (told if recased else set())
