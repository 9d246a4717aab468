"""The user's rulings win."""

from pathlib import Path

import pytest
from link_documents import Pair, document, linked, of

from pipeline.errors import ConfigError
from pipeline.link import Linked, load_corrections


def ruled(tmp_path: Path, rulings: str, *documents: Pair) -> Linked:
    path = tmp_path / "corrections.toml"
    path.write_text(rulings, encoding="utf-8")
    return linked(*documents, corrections=load_corrections(path))


def test_same(tmp_path: Path) -> None:
    documents = (
        document("a", "[[ORG Institut Zorvex]] [[ORG La Maison Bleue]]"),
        document("b", "[[ORG Blue House]]", "en"),
    )
    result = ruled(tmp_path, '[[same]]\nnames = ["la maison bleue", "Blue House"]\n', *documents)
    assert of(result, documents, "a", "La Maison Bleue") == of(result, documents, "b", "Blue House")
    assert len(result.entities) == 2
    assert result.unused_corrections == ()


def test_same_with_a_known_body(tmp_path: Path) -> None:
    documents = (document("a", "[[ORG Alliance]]"),)
    result = ruled(tmp_path, '[[same]]\nnames = ["Alliance", "OTAN"]\n', *documents)
    assert of(result, documents, "a", "Alliance") == "body-nato"
    assert result.unused_corrections == ("same: OTAN",)


def test_different_keeps_people_apart(tmp_path: Path) -> None:
    documents = (document("a", "[[PER Laurent Fabius]] [[PER Fabius]]"),)
    assert len(linked(*documents).entities) == 1
    result = ruled(tmp_path, '[[different]]\nnames = ["Laurent Fabius", "Fabius"]\n', *documents)
    assert len(result.entities) == 2


def test_different_goes_by_the_exact_form_where_it_must(tmp_path: Path) -> None:
    documents = (document("a", "[[ORG Étude]] [[ORG Etude]] [[ORG ÉTUDE]]"),)
    result = ruled(tmp_path, '[[different]]\nnames = ["Étude", "Etude"]\n', *documents)
    assert of(result, documents, "a", "Étude") != of(result, documents, "a", "Etude")


def test_different_keeps_the_gazetteer_out(tmp_path: Path) -> None:
    documents = (document("a", "[[LOC Royaume-Uni]] [[LOC Grande-Bretagne]]"),)
    result = ruled(tmp_path, '[[different]]\nnames = ["Royaume-Uni", "Grande-Bretagne"]\n', *documents)
    assert of(result, documents, "a", "Royaume-Uni") == "country-GB"
    assert of(result, documents, "a", "Grande-Bretagne") == "location-grande-bretagne"


def test_relabel_and_ignore(tmp_path: Path) -> None:
    documents = (document("a", "[[LOC Zorvex]] [[ORG Zorvex]] [[PER Plan du site]]"),)
    rulings = '[[relabel]]\nname = "Zorvex"\nlabel = "ORGANIZATION"\n[[ignore]]\nname = "plan du site"\n'
    result = ruled(tmp_path, rulings, *documents)
    assert [(entity.id, entity.mentions) for entity in result.entities] == [("org-zorvex", 2)]
    assert result.documents[0].entities == {"e1": "org-zorvex", "e2": "org-zorvex"}


def test_alias_of_a_name_and_of_an_id(tmp_path: Path) -> None:
    documents = (document("a", "[[ORG Quai]] [[ORG Ministère des Affaires]] [[LOC Springfield]]"),)
    rulings = (
        '[[alias]]\nname = "Quai"\nof = "Ministère des Affaires"\n'
        '[[alias]]\nname = "Springfield"\nof = "place-4250542"\n'
    )
    result = ruled(tmp_path, rulings, *documents)
    assert of(result, documents, "a", "Quai") == of(result, documents, "a", "Ministère des Affaires")
    assert of(result, documents, "a", "Springfield") == "place-4250542"
    assert result.unsure == ()


def test_an_alias_of_a_body_of_a_state_goes_with_it(tmp_path: Path) -> None:
    documents = (document("a", "[[ORG Quai]] [[ORG ministère de la Santé du Bénin]]"),)
    result = ruled(tmp_path, '[[alias]]\nname = "Quai"\nof = "ministère de la Santé du Bénin"\n', *documents)
    assert of(result, documents, "a", "Quai") == of(result, documents, "a", "ministère de la Santé du Bénin")


def test_rulings_that_match_nothing_are_reported(tmp_path: Path) -> None:
    rulings = '[[ignore]]\nname = "Nulle part"\n[[same]]\nnames = ["A", "France"]\n'
    result = ruled(tmp_path, rulings, document("a", "[[LOC France]]"))
    assert result.unused_corrections == ("ignore: Nulle part", "same: A")
    alias = '[[alias]]\nname = "France"\nof = "body-nulle-part"\n'
    assert ruled(tmp_path, alias, document("a", "[[LOC France]]")).unused_corrections == ("alias: body-nulle-part",)


def test_no_file_no_rulings(tmp_path: Path) -> None:
    result = linked(document("a", "[[LOC France]]"), corrections=load_corrections(tmp_path / "corrections.toml"))
    assert len(result.entities) == 1


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('\n[[same]]\nnames = ["A"]\n', 3, "two names"),
        ('[[same]]\nnames = ["A", "B"]\nwhy = "x"\n', 3, "why"),
        ('[[equal]]\nnames = ["A", "B"]\n', 1, "equal"),
        ('[[relabel]]\nname = "A"\nlabel = "CITY"\n', 3, "CITY"),
        ("[[same]\n", 1, ""),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load_corrections(path)
    assert str(error.value).startswith(f"{path}:{line}:")
    assert reason in str(error.value)
