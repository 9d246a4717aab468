"""The year that is not said: of a neighbour, of the last such day, of the next one."""

from pathlib import Path

import pytest

from pipeline.dates import find_dates, load_date_lexicons
from pipeline.records import AnchorDate, Language, Passage

LEXICONS = load_date_lexicons(Path(__file__).parents[2] / "models")
PAST: list[tuple[Language, str, str]] = [
    ("en", "2012-11", "The council met in November."),
    ("fr", "2012-11", "Le conseil s'est réuni en novembre."),
    ("en", "2011-02-03 2012-12-10", "Law No. 5 of 3 February 2011 was amended on 10 December."),
    ("fr", "2011-02-03 2012-12-10", "La loi n° 5 du 3 février 2011 a été modifiée le 10 décembre."),
    ("en", "2013-12-31 2013-02-12", "The plan, open until 31 December 2013, was adopted on 12 February."),
    ("fr", "2013-12-31 2013-02-12", "Le plan, ouvert jusqu'au 31 décembre 2013, a été adopté le 12 février."),
    ("en", "2014 2012-10-04", "The tribunal that is to open in 2014 was announced on 4 October."),
    ("fr", "2014 2012-10-04", "Le tribunal qui doit ouvrir en 2014 a été annoncé le 4 octobre."),
    ("en", "2011 2013-01", "Exports fell by 3% compared with 2011. In January they rose."),
    ("fr", "2011 2013-01", "Les exportations ont reculé par rapport à 2011. En janvier, elles ont augmenté."),
    ("en", "1956-07-26 1956-10-29", "On 26 July 1956 the canal was closed. On 29 October the attack began."),
    ("fr", "1956-07-26 1956-10-29", "Le 26 juillet 1956, le canal fut fermé. Le 29 octobre, l'attaque commença."),
    ("en", "1989-11-09 1990-03-18", "The wall fell on 9 November 1989 and the vote was held on 18 March."),
    ("fr", "1989-11-09 1990-03-18", "Le mur est tombé le 9 novembre 1989 et le vote eut lieu le 18 mars."),
    ("en", "2012-09-15", "The budget was closed before 15 September."),
    ("fr", "2012-09-15", "Le budget a été clos avant le 15 septembre."),
    ("en", "2012-05-20", "Families still live in the camps opened after the earthquake of 20 May."),
    ("fr", "2012-05-20", "Des familles vivent encore dans les camps ouverts après le séisme du 20 mai."),
    ("fr", "2013-03-03 2013-05", "Adopté le 3 mars, le plafond sera revu à partir de mai."),
    ("en", "2013-02", "February, by contrast, saw few visitors."),
    ("fr", "2012-08", "Août, au contraire, a été bon."),
    ("fr", "2012-01-11 2012-07-01", "11 janvier 2012 : début de la mission. 1er juillet : une force la remplace."),
    ("fr", "2013-03-10 2013-03-12/2013-03-13", "Parti le 10 mars, il a été vu dans la nuit du 12 au 13."),
    ("fr", "2013-03-05", "Votre lettre du 5 courant nous est parvenue."),
    ("fr", "1947-11-03", "Votre lettre du 03/11/47 nous est parvenue."),
    ("en", "1930/1934", "Output in the years 1930–34 was low."),
    ("fr", "1930/1934", "La production des années 1930-34 était faible."),
    ("en", "199X", "Since the nineties trade has grown."),
    ("en", "198X 199X", "In the eighties and nineties trade grew."),
]
FUTURE: list[tuple[Language, str, str]] = [
    ("en", "2012-11 2013-05", "The council, which met in November, will meet again in May."),
    ("fr", "2012-11 2013-05", "Le conseil, qui s'est réuni en novembre, se réunira en mai."),
    ("en", "2013-06-30", "Replies are invited by 30 June."),
    ("fr", "2013-06-30", "Les réponses sont attendues pour le 30 juin."),
    ("en", "2013-07", "The works should end in July."),
    ("fr", "2013-07", "Les travaux devraient s'achever en juillet."),
    ("en", "2013-04-03 2013-04-15", "The call opens on 3 April and closes on 15 April."),
    ("fr", "2013-04-03/2013-04-15", "Appel ouvert du 3 au 15 avril."),
    ("en", "2013-04", "Crops were lost, weeks before the April harvest."),
    ("fr", "2013-04", "Il n'a rien dit des exercices annoncés pour avril."),
    ("en", "2013-02-08 2013-03-31", "He told me on 8 February that an amnesty is likely at Easter."),
    ("en", "2013-03-08 2013-12-01", "Sums were paid on 8 March; the rest is to be drawn not before 1 December."),
    ("fr", "2013-06-25", "Il prépare le conseil du 25 juin, qui dressera le bilan."),
    ("fr", "2013-03-20 2013-03-21", "Demain, séries du 1 500 mètres, finale jeudi."),
    ("fr", "2013-03-12 2013-03-24", "La réunion de mardi dernier se tiendra le 24."),
    ("fr", "2013-04-16 2013-04-23 2013-04-30", "La commission siégera le 16 avril, puis les 23 et 30."),
    ("fr", "2013-03-31", "Les agents rejoindront la zone d'ici au 31."),
    ("en", "2013-03-31", "Applications are open until the 31st."),
    ("en", "2013-03-27", "He arrives tomorrow week."),
    ("fr", "2013-03-27", "Il arrive demain en huit."),
    ("en", "2014-01/2014-02", "Results: Jan./Feb. 2014."),
]
NONE: list[tuple[Language, str]] = [
    ("fr", "Le prix du mil a doublé, il manque 3 tonnes de mil."),
    ("fr", "Les 27 et la Commission se sont entendus."),
    ("fr", "Selon M. Janvier, la route est coupée."),
    ("fr", "Les articles 23 et 30 sont abrogés."),
]


def values(language: Language, text: str) -> list[str]:
    """The dates of a sentence in a document of 19 March 2013."""
    passage = Passage(start=0, end=len(text), language=language, text=text)
    found = find_dates([passage], LEXICONS, anchor=AnchorDate(kind="published", date="2013-03-19"))
    return [mention.value.edtf or "" for mention in found if mention.label == "DATE"]


@pytest.mark.parametrize(("language", "dates", "text"), [*PAST, *FUTURE])
def test_the_year_is_what_a_reader_takes(language: Language, dates: str, text: str) -> None:
    assert values(language, text) == dates.split()


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_date(language: Language, text: str) -> None:
    assert values(language, text) == []
