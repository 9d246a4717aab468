"""Old and new names with their dates, and what stands for a government: facts of the gazetteer in the entities."""

import shutil
from pathlib import Path
from typing import Literal

import pytest
from link_documents import MODELS, document, gazetteer, linked, of

from pipeline.dates.calendar import bounds
from pipeline.errors import ConfigError
from pipeline.link import load_gazetteer
from pipeline.records import Entity, FormerName

Spoken = Literal["fr", "en"]


def entities(*texts: tuple[str, Spoken]) -> dict[str, Entity]:
    documents = [document(f"d{n}", text, language) for n, (text, language) in enumerate(texts)]
    return {one.id: one for one in linked(*documents).entities}


@pytest.mark.parametrize(
    ("language", "old", "new", "since", "until"),
    [
        ("fr", "Noursoultan", "Astana", "2019-03-23", "2022-09-17"),
        ("en", "Akmola", "Astana", "1992", "1998-05-06"),
        ("fr", "Zaïre", "République démocratique du Congo", "1971-10-27", "1997-05-17"),
        ("en", "Upper Volta", "Burkina Faso", None, "1984-08-04"),
        ("en", "Burma", "Myanmar", None, "1989-06-18"),
        ("fr", "Swaziland", "Eswatini", None, "2018-04-19"),
        ("fr", "Saïgon", "Hô Chi Minh-Ville", None, "1976-07-02"),
        ("en", "Leningrad", "Saint Petersburg", "1924-01-26", "1991-09-06"),
    ],
)
def test_an_old_name_is_the_same_entity_with_its_dates(
    language: Spoken, old: str, new: str, since: str | None, until: str
) -> None:
    found = entities((f"[[LOC {old}]]", language), (f"[[LOC {new}]]", language))
    (one,) = found.values()
    assert FormerName(name=old, since=since, until=until) in one.former
    assert list(one.former) == sorted(one.former, key=lambda name: (name.until, name.name))


@pytest.mark.parametrize("form", ["France", "Paris", "Birmanie", "Bombay"])
def test_a_name_that_is_still_used_is_no_former_one(form: str) -> None:
    (one,) = entities((f"[[LOC {form}]]", "fr")).values()
    assert form not in {name.name for name in one.former}


@pytest.mark.parametrize(
    ("language", "seat", "body", "target"),
    [
        (
            "fr",
            "[[ORG Quai d’Orsay]]",
            "[[ORG ministère français des Affaires étrangères]]",
            "body-french-foreign-ministry",
        ),
        ("fr", "[[ORG Matignon]]", "[[ORG gouvernement français]]", "state-fr-government"),
        ("fr", "[[LOC Élysée]]", "[[ORG Présidence française]]", "state-fr-presidency"),
        ("en", "[[ORG Kremlin]]", "[[ORG Russian Government]]", "state-ru-government"),
        ("en", "[[ORG White House]]", "[[ORG US Government]]", "state-us-government"),
        ("en", "[[ORG Foggy Bottom]]", "[[ORG State Department]]", "body-state-department"),
        ("en", "[[ORG Downing Street]]", "[[ORG British Government]]", "state-gb-government"),
        ("fr", "[[LOC Berlaymont]]", "[[ORG Commission européenne]]", "body-european-commission"),
        ("fr", "[[ORG Kremlin]]", "[[LOC Russie]]", "country-RU"),
        ("en", "[[ORG Zhongnanhai]]", "[[ORG Chinese Government]]", "state-cn-government"),
    ],
)
def test_what_stands_for_a_government_is_distinct_and_related(
    language: Spoken, seat: str, body: str, target: str
) -> None:
    pair = (document("a", seat, language), document("b", body, language))
    result = linked(*pair)
    name = seat.strip("[]").partition(" ")[2]
    found = {one.id: one for one in result.entities}
    one = found[of(result, pair, "a", name)]
    assert one.id != target
    assert [(other.kind, other.entity) for other in one.related] == [("seat_of", target)]
    assert found[target].related == ()


def test_a_relation_names_an_entity_of_the_corpus_or_there_is_none() -> None:
    (alone,) = entities(("[[ORG Kremlin]]", "fr")).values()
    assert alone.related == ()
    found = entities(("[[ORG Kremlin]], [[LOC France]]", "fr"))
    assert not any(one.related for one in found.values())


def test_dates_are_edtf_and_names_of_an_entity_do_not_end_before_they_begin() -> None:
    for names in gazetteer().history.former.values():
        for name in names:
            assert bounds(name.until)
            assert name.since is None or bounds(name.since) <= bounds(name.until)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('[[former]]\nentity = "country-FR"\nnames = ["Zaïre"]\nuntil = "1997"\n', '"Zaïre" is no name of country-FR'),
        ('[[seat]]\nentity = "body-nowhere"\nof = ["country-FR"]\n', "no such entry: body-nowhere"),
    ],
)
def test_a_row_that_fits_nothing_is_refused_with_its_line(row: str, message: str, tmp_path: Path) -> None:
    shutil.copytree(MODELS / "gazetteers", tmp_path / "gazetteers")
    shutil.copytree(MODELS / "lexicons", tmp_path / "lexicons")
    (tmp_path / "gazetteers" / "history.toml").write_text(row, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"history\.toml:\d") as caught:
        load_gazetteer(tmp_path)
    assert message in str(caught.value)
