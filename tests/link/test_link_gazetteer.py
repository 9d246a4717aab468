"""Known names: both languages, acronyms, variants; and what a wrong file says."""

import shutil
from pathlib import Path

import pytest
from link_documents import MODELS, gazetteer
from time_limit import within

from pipeline.errors import ConfigError
from pipeline.link import load_gazetteer

SAME = [
    ("Allemagne", "Germany", "country-DE"),
    ("États-Unis", "United States", "country-US"),
    ("Etats-Unis", "USA", "country-US"),
    ("les États-Unis d’Amérique", "the U.S.", "country-US"),
    ("Royaume-Uni", "UK", "country-GB"),
    ("Grande-Bretagne", "Great Britain", "country-GB"),
    ("Fédération de Russie", "Russia", "country-RU"),
    ("RPDC", "DPRK", "country-KP"),
    ("Corée du Nord", "North Korea", "country-KP"),
    ("Birmanie", "Myanmar", "country-MM"),
    ("Biélorussie", "Belarus", "country-BY"),
    ("Bélarus", "Belarus", "country-BY"),
    ("Côte d’Ivoire", "Ivory Coast", "country-CI"),
    ("RDC", "Democratic Republic of the Congo", "country-CD"),
    ("Congo-Brazzaville", "Republic of the Congo", "country-CG"),
    ("Guinée", "Guinea", "country-GN"),
    ("Guinée-Bissau", "Guinea-Bissau", "country-GW"),
    ("Guinée équatoriale", "Equatorial Guinea", "country-GQ"),
    ("Bosnie-Herzégovine", "Bosnia and Herzegovina", "country-BA"),
    ("Viêt Nam", "Vietnam", "country-VN"),
    ("Trinité-et-Tobago", "Trinidad & Tobago", "country-TT"),
    ("Turquie", "Turkey", "country-TR"),
    ("La Haye", "The Hague", "place-2747373"),
    ("Pékin", "Peking", "place-1816670"),
    ("Nour-Soultan", "Akmola", "place-1526273"),
    ("Asie centrale", "Central Asia", "place-central-asia"),
    ("Proche-Orient", "Near East", "place-near-east"),
    ("URSS", "Soviet Union", "place-soviet-union"),
    ("Mer Noire", "the Black Sea", "place-black-sea"),
    ("Nations Unies", "United Nations", "body-united-nations"),
    ("l'ONU", "U.N.", "body-united-nations"),
    ("OTAN", "NATO", "body-nato"),
    ("L’Organisation pour la Sécurité et la Coopération en Europe", "OSCE", "body-osce"),
    ("Union européenne", "EU", "body-european-union"),
    ("Traité de non-prolifération", "NPT", "body-npt"),
    ("Seconde Guerre mondiale", "World War II", "body-second-world-war"),
]


@pytest.mark.parametrize(("french", "english", "entity"), SAME)
def test_both_languages_name_one_entry(french: str, english: str, entity: str) -> None:
    found = [gazetteer().find(form) for form in (french, english)]
    assert [entry.id if entry else None for entry in found] == [entity, entity]


@pytest.mark.parametrize("form", ["Congo", "Corée", "Korea", "Georgia", "Géorgie", "Mexico"])
def test_shared_forms_name_no_single_entry(form: str) -> None:
    assert gazetteer().find(form) is None
    assert gazetteer().homonym(form) is not None


@pytest.mark.parametrize("form", ["Sénat", "Ministry", "Laurent Fabius", "Zzz", ""])
def test_unknown_forms_have_no_label(form: str) -> None:
    assert gazetteer().label(form) is None


def test_labels_and_names_are_there_for_extraction() -> None:
    known = dict(gazetteer().names())
    assert known["OTAN"] == "ORGANIZATION"
    assert known["Kazakhstan"] == "LOCATION"
    assert known["Traité de Maastricht"] == "AGREEMENT"
    assert gazetteer().label("Rennes") == "LOCATION"


def test_cities_of_the_gazetteer_are_where_geonames_has_them() -> None:
    forms = gazetteer().forms
    for row in gazetteer().cities.rows:
        found = gazetteer().entry(f"place-{row.geonameid}")
        assert found is not None, row
        names = {forms.key(alias, "LOCATION") for alias in found.aliases}
        english = {city.city.id for city in gazetteer().cities.candidates(forms.key(row.en, "LOCATION"))}
        assert found.id in english or names & {forms.key(name, "LOCATION") for name in row.forms()}, row


def test_loading_is_cheap() -> None:
    with within(0.7 * 3):  # three times the target, for slow machines
        load_gazetteer(MODELS)


WRONG = [
    (
        "bodies.toml",
        '[[body]]\nslug = "a"\nlabel = "EVENT"\nfr = "Deux"\nen = "Two"\nnames = [\n  "OTAN",\n]\n',
        "OTAN",
        7,
    ),
    ("places.toml", '[[place]]\nslug = "b"\nfr = "Fédération de Russie"\nen = "B"\n', "country-RU", 3),
    ("places.toml", '[[place]]\nslug = "sahel"\nfr = "Xa"\nen = "Xb"\n', "twice", 1),
    ("places.toml", '[[homonym]]\nnames = ["Q"]\ncandidates = [{ id = "country-QQ" }]\n', "no such entry", 1),
    ("countries.toml", '[[country]]\ncode = "QQ"\n', "no country code", 1),
    ("countries.toml", '[[country]]\ncode = "FR"\n', "twice", 1),
    ("bodies.toml", '[[body]]\nslug = "a"\nlabel = "PERSON"\nfr = "x"\nen = "x"\n', "PERSON", 3),
    ("bodies.toml", '[[body]]\nslug = "a"\nlabel = "EVENT"\nfr = "x"\nen = "x"\nwikidata = "Q1"\n', "wikidata", 6),
]


@pytest.mark.parametrize(("file", "added", "reason", "line"), WRONG)
def test_a_wrong_file_is_refused_with_its_line(tmp_path: Path, file: str, added: str, reason: str, line: int) -> None:
    shutil.copytree(MODELS / "gazetteers", tmp_path / "gazetteers")
    shutil.copytree(MODELS / "lexicons", tmp_path / "lexicons")
    path = tmp_path / "gazetteers" / file
    before = path.read_text(encoding="utf-8")
    path.write_text(before + "\n" + added, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load_gazetteer(tmp_path)
    assert reason in str(error.value)
    if reason != "PERSON":  # a wrong value is told by its path in the file, not by its own line
        assert f"{path}:{before.count(chr(10)) + 1 + line}:" in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"countries\.toml"):
        load_gazetteer(tmp_path)
