"""Names in two languages that the gazetteer and the words of both know as one thing, and names that are two."""

from pathlib import Path

import pytest
from link_documents import document, linked, of

CASES = Path(__file__).parents[1] / "cases" / "link"

ONE = """
LOC: Zaïre = Democratic Republic of the Congo | Haute-Volta = Burkina Faso | Swaziland = Eswatini | Ceylan = Sri Lanka
LOC: Birmanie = Myanmar | Bombay = Mumbai | Saïgon = Ho Chi Minh City | Léningrad = Saint Petersburg
LOC: Constantinople = Istanbul | Akmola = Astana | Noursoultan = Astana | Bechuanaland = Botswana | RDA = East Germany
LOC: Nouvelles-Hébrides = Vanuatu | Sud-Ouest africain = Namibia | Congo belge = Belgian Congo | Dantzig = Gdańsk
LOC: palais de l’Élysée = Élysée Palace | Venise = Venice | Abou Dhabi = Abu Dhabi | Haut-Karabagh = Nagorno-Karabakh
ORG: OTAN = NATO | UE = EU | ONU = UN | BERD = EBRD | CESAP = ESCAP | MANUL = UNSMIL | FORPRONU = UNPROFOR
ORG: FNUOD = UNDOF | APRONUC = UNTAC | MINUSS = UNMISS | CEPALC = ECLAC | TIDM = ITLOS | CIRDI = ICSID | RCTM = MTCR
ORG: Groupe d’Australie = Australia Group | Arrangement de Wassenaar = Wassenaar Arrangement | ACDI = CIDA
ORG: Parquet européen = European Public Prosecutor’s Office | Maison-Blanche = White House | Kremlin = Kremlin
ORG: Congrès américain = US Congress | Banque populaire de Chine = People’s Bank of China
AGR: PIDCP = ICCPR | Traité sur le commerce des armes = Arms Trade Treaty | PTPGP = CPTPP | ZLECAf = AfCFTA
AGR: Traité Ciel ouvert = Open Skies Treaty | Accords d’Abraham = Abraham Accords | Agenda 2030 = 2030 Agenda
EVE: Deuxième Guerre mondiale = World War II | Sommet de la Terre = Earth Summit | guerre de Bosnie = Bosnian War
EVE: chute du mur de Berlin = fall of the Berlin Wall | processus d’Astana = Astana process
"""
TWO = """
LOC: Congo-Brazzaville = Congo-Kinshasa | Guinée = Guinea-Bissau | Guinée = Equatorial Guinea | Niger = Nigeria
LOC: Guinée = Papua New Guinea | Corée du Nord = South Korea | Soudan = South Sudan | Dominique = Dominican Republic
LOC: Géorgie du Sud = Georgia | Irlande = Northern Ireland | Yémen du Sud = North Yemen | Mongolie = Inner Mongolia
LOC: Moldavie = Moravia | RDA = Germany | Taïwan = China | Guyane = Guyana | Luxembourg = Luxembourg City
LOC: Élysée = Quai d’Orsay | Quai d’Orsay = France
ORG: Conseil de l’Europe = European Council | Conseil européen = Council of the European Union | Kremlin = Russia
ORG: Cour internationale de justice = International Criminal Court | UNESCO = UNICEF | MINUL = UNSMIL
ORG: Quai d’Orsay = French Ministry for Europe and Foreign Affairs | MONUC = MONUSCO | FCO = State Department
AGR: Accord de Paris = Paris Peace Accords | Traité de Rome = Rome Statute | START I = New START | SALT I = SALT II
AGR: Minsk I = Minsk II | Accords de Genève de 1954 = Geneva Conventions | Traité de Nice = Treaty of Amsterdam
EVE: COP21 = COP26 | Première Intifada = Second Intifada | Guerre du Golfe = Iraq War
EVE: Première guerre de Tchétchénie = Second Chechen War
"""


def pairs(table: str) -> list[tuple[str, str, str]]:
    """The rows of a table as (label, French, English)."""
    rows = [line.split(": ", 1) for line in table.strip().splitlines()]
    return [(label, *pair.split(" = ", 1)) for label, row in rows for pair in row.split(" | ")]  # type: ignore[misc]


def filed(name: str) -> list[tuple[str, str, str]]:
    """The pairs of a file of cases."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return pairs("\n".join(line for line in lines if not line.startswith("#")))


def ids(label: str, french: str, english: str) -> tuple[str, str]:
    documents = (document("a", f"[[{label} {french}]]"), document("b", f"[[{label} {english}]]", "en"))
    result = linked(*documents)
    return of(result, documents, "a", french), of(result, documents, "b", english)


@pytest.mark.parametrize(("label", "french", "english"), [*pairs(ONE), *filed("one.txt")])
def test_one(label: str, french: str, english: str) -> None:
    first, second = ids(label, french, english)
    assert first == second


@pytest.mark.parametrize(("label", "french", "english"), [*pairs(TWO), *filed("two.txt")])
def test_two(label: str, french: str, english: str) -> None:
    first, second = ids(label, french, english)
    assert first != second
