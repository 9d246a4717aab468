"""Known people: both languages and all spellings under one id, homonyms and kin apart; and what a wrong file says."""

from pathlib import Path

import pytest
from link_documents import document, gazetteer, linked, of

from pipeline.errors import ConfigError
from pipeline.gazetteer.people import load_people

SAME = [
    ("Vladimir Poutine", "Vladimir Putin"), ("Nikita Khrouchtchev", "Nikita Khrushchev"), ("Xi Jinping", "XI Jinping"),
    ("Mouammar Kadhafi", "Muammar Qaddafi"), ("David Ben Gourion", "David Ben-Gurion"), ("Hô Chi Minh", "Ho Chi Minh"),
    ("Mao Tsé-toung", "Mao Zedong"), ("Volodymyr Zelensky", "Volodymyr Zelenskyy"), ("Lénine", "Vladimir Lenin"),
    ("Jean-Paul II", "John Paul II"), ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"), ("Poutine", "Putin"),
]  # fmt: skip
APART = [
    ("Pierre Elliott Trudeau", "Justin Trudeau"), ("Laurent-Désiré Kabila", "Joseph Kabila"), ("Léon XIII", "Léon XIV"),
    ("George W. Bush", "George H. W. Bush"), ("Indira Gandhi", "Rajiv Gandhi"), ("Kim Jong-il", "Kim Jong-un"),
    ("Jan Masaryk", "Tomáš Masaryk"), ("Konstantínos Mitsotákis", "Kyriákos Mitsotákis"),
]  # fmt: skip


@pytest.mark.parametrize(("french", "english"), SAME)
def test_both_languages_name_one_known_person(french: str, english: str) -> None:
    (entity,) = linked(document("a", f"[[PER {french}]]"), document("b", f"[[PER {english}]]", "en")).entities
    assert entity.id.startswith("figure-")


@pytest.mark.parametrize(("one", "other"), APART)
def test_kin_and_homonyms_stay_apart(one: str, other: str) -> None:
    assert len(linked(document("a", f"[[PER {one}]] [[PER {other}]]")).entities) == 2


def test_a_surname_alone_means_the_known_person_unless_another_bears_it_there() -> None:
    documents = (document("a", "[[PER Macron]]"), document("b", "[[PER Brigitte Macron]], [[PER Macron]]"))
    result = linked(*documents)
    assert of(result, documents, "a", "Macron") == "figure-emmanuel-macron"
    assert of(result, documents, "b", "Macron") == "person-brigitte-macron"


def test_a_surname_of_two_known_people_means_neither() -> None:
    (entity,) = linked(document("a", "[[PER Trudeau]]")).entities
    assert entity.id == "person-trudeau"


def test_a_name_that_many_bear_needs_the_country() -> None:
    (stranger,) = linked(document("a", "[[PER Paul Martin]]")).entities
    assert stranger.id == "person-paul-martin"
    ids = {entity.id for entity in linked(document("a", "[[PER Paul Martin]], [[LOC Canada]]")).entities}
    assert ids == {"country-CA", "figure-paul-martin"}


WRONG = [
    ('slug = "a"\nfr = "Ada Bor"\nen = "Ada Bor"\n[[person]]\nslug = "a"\nfr = "Eva"\nen = "Eva"', 5, "twice"),
    ('slug = "a"\nfr = "Ada Bor"\nen = "Ada Bor"\n[[person]]\nslug = "b"\nfr = "Ada Bor"\nen = "A"', 7, "keep one"),
    ('slug = "a"\nfr = "Ada Bor"\nen = "Ada Bor"\nalone = ["Mali"]', 5, "country-ML"),
    ('slug = "a"\nfr = "Ada Bor"\nen = "Ada Bor"\ncountry = "ZZ"', 5, "country code"),
    ('slug = "a"\nfr = "Ada Bor"\nen = "Ada Bor"\nyears = [1990, 1980]', 1, "years"),
    ('slug = "a"\nfr = "Ada Bor"\nen = "Ada Bor"\nborn = 1980', 5, "born"),
]


@pytest.mark.parametrize(("rows", "line", "reason"), WRONG)
def test_a_wrong_file_says_where(rows: str, line: int, reason: str, tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(f"[[person]]\n{rows}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load_people(tmp_path, gazetteer().forms, names=gazetteer().identify, countries=frozenset({"FR"}))
    assert f"some.toml:{line}:" in str(error.value)
    assert reason in str(error.value)


def test_there_are_many_known_people_and_none_alone_is_a_place() -> None:
    people = gazetteer().people
    assert len(people) >= 1_200
    assert [form for form in people.names_alone() if gazetteer().find(form)] == []
