"""Days without a year in documents of several paragraphs: the story that goes on, and documents of unknown date."""

from pathlib import Path

import pytest

from pipeline.dates import find_dates, load_date_lexicons
from pipeline.records import AnchorDate, Language, Passage

LEXICONS = load_date_lexicons(Path(__file__).parents[2] / "models")

# Of a document of 24 January 1963: its dates, and its paragraphs.
STORY: list[tuple[Language, str, tuple[str, ...]]] = [
    (
        "en",
        "1960-07-11 1960-07-30 1960-08-04",
        (
            "The province seceded on 11 July 1960.",
            "You were there from the start?",
            "Until 30 July. The consul left on 4 August.",
        ),
    ),
    (
        "fr",
        "1960-07-11 1960-07-30 1960-08-04",
        (
            "La province fit sécession le 11 juillet 1960.",
            "Vous étiez là dès le début ?",
            "Jusqu'au 30 juillet. Le consul partit le 4 août.",
        ),
    ),
    ("en", "1960-07-11 1960-07", ("The province seceded on 11 July 1960.", "A mission was sent in July.")),
    ("fr", "1960-07-11 1960-07", ("La province fit sécession le 11 juillet 1960.", "Une mission partit en juillet.")),
    # News stay news, what is to come lies ahead, and a name or a day long gone by is no story.
    ("en", "1960-01-11 1963-01-20", ("The province seceded on 11 January 1960.", "On 20 January the talks ended.")),
    ("fr", "1960-01-11 1963-01-20", ("La province fit sécession le 11 janvier 1960.", "Le 20 janvier, on conclut.")),
    ("en", "1960-02-11 1963-02-20", ("The province seceded on 11 February 1960.", "We shall meet on 20 February.")),
    (
        "fr",
        "1960-02-11 1963-02-20",
        ("La province fit sécession le 11 février 1960.", "Nous nous verrons le 20 février."),
    ),
    ("en", "1960-07-11 1962-12-04", ("The province seceded on 11 July 1960.", "The consul left on 4 December.")),
    (
        "fr",
        "1960-07-11 1962-12-04",
        ("La province fit sécession le 11 juillet 1960.", "Le consul partit le 4 décembre."),
    ),
    ("en", "1960-07-11 1962-07-30", ("He cited the treaty of 11 July 1960.", "The consul left on 30 July.")),
    ("fr", "1960-07-11 1962-07-30", ("Il citait le traité du 11 juillet 1960.", "Le consul partit le 30 juillet.")),
    # The year that heads the entries of a chronology; entries with their own years and other paragraphs are none of it.
    (
        "en",
        "1956 1956-07-26 1956-10-29 1956-11-06 1957 1957-03-08",
        (
            "1956",
            "26 July: the canal is closed.",
            "29 October: attack. On 6 November a truce.",
            "1957",
            "8 March: it opens.",
        ),
    ),
    (
        "fr",
        "1956 1956-07-26 1956-10-29 1956-11-06 1957 1957-03-08",
        (
            "Année 1956",
            "- 26 juillet : fermeture.",
            "- 29 octobre : attaque. Le 6 novembre, trêve.",
            "1957",
            "8 mars : on ouvre.",
        ),
    ),
    (
        "en",
        "1956 1958-05-03 1963-01-20",
        ("1956", "3 May 1958: the wreck is raised.", "20 January: the talks end."),
    ),
    (
        "fr",
        "1956 1963-01-20",
        ("Budget de 1956", "La séance fut longue ; le 20 janvier, on conclut."),
    ),
]
# Of a document whose day is unknown; what stays without a year has no EDTF and is given as `-`.
UNKNOWN: list[tuple[Language, str, tuple[str, ...]]] = [
    # The day at the head, and words of past and future, as if it were known.
    (
        "en",
        "2014-11-20 2014-12-05 2015-01-30",
        ("20 November 2014", "He left on 5 December.", "It ends by 30 January."),
    ),
    (
        "fr",
        "2014-11-20 2014-10-05 2015-01-30",
        ("20 novembre 2014", "Il partit le 5 octobre.", "Réponse avant le 30 janvier."),
    ),
    # The day at the foot.
    ("en", "2014-03-01 2014-11-20", ("The office closed on 1 March.", "Adopted on 20 November 2014.")),
    ("fr", "2014-03-01 2014-11-20", ("Le bureau a fermé le 1er mars.", "Adopté le 20 novembre 2014.")),
    # The year of the date just before, else the one told most, the last of two; a day of the week decides.
    (
        "en",
        "2011-09 2011-03 2011-04 2012-06",
        ("Rain came in September.", "Floods in March 2011 and April 2011, June 2012."),
    ),
    (
        "fr",
        "2011-09 2011-03 2011-04 2012-06",
        ("Il plut en septembre.", "Crues en mars 2011 et avril 2011, juin 2012."),
    ),
    (
        "en",
        "2011-03 2012-06 2012-09",
        ("Floods in March 2011 and June 2012.", "Trade fell.", "Rain came in September."),
    ),
    ("fr", "2011-03 2012-06 2012-09", ("Crues en mars 2011 et juin 2012.", "Recul.", "Il plut en septembre.")),
    ("en", "2011-03 2012-09-03", ("Floods in March 2011.", "Rain came on Monday, 3 September.")),
    ("fr", "2011-03 2012-09-03", ("Crues en mars 2011.", "Il plut le lundi 3 septembre.")),
    # The year in which it lies nearest to what is told, and not that of what is to come.
    (
        "en",
        "1997-11-12 1997-11-14 1998-01-26 1998-03",
        (
            "An accord on 12 November.",
            "The summit of 14 November 1997.",
            "Closed on 26 January 1998 and in March 1998.",
        ),
    ),
    (
        "fr",
        "1997-11-12 1997-11-14 1998-01-26 1998-03",
        ("Accord le 12 novembre.", "Le sommet du 14 novembre 1997.", "Fermé le 26 janvier 1998 et en mars 1998."),
    ),
    ("en", "2014-11-20 2014-05", ("20 November 2014", "They had met last May.")),
    ("fr", "2014-11-20 2014-05", ("20 novembre 2014", "Ils s'étaient vus en mai dernier.")),
    # What is said of the present stays relative.
    ("en", "2014-11-20 - -", ("20 November 2014", "He left yesterday.", "He was seen on Monday.")),
    ("fr", "2014-11-20 - -", ("20 novembre 2014", "Il est parti hier.", "On l'a vu lundi.")),
    ("en", "-", ("He left on 5 October.",)),
    ("fr", "-", ("Il partit le 5 octobre.",)),
]


def dates(language: Language, paragraphs: tuple[str, ...], anchor: AnchorDate | None) -> list[str]:
    passages: list[Passage] = []
    for text in paragraphs:
        start = passages[-1].end + 2 if passages else 0
        passages.append(Passage(start=start, end=start + len(text), language=language, text=text))
    found = find_dates(passages, LEXICONS, anchor=anchor)
    return [mention.value.edtf or "-" for mention in found if mention.label == "DATE"]


@pytest.mark.parametrize(("language", "expected", "paragraphs"), STORY)
def test_a_story_goes_on_over_paragraphs(language: Language, expected: str, paragraphs: tuple[str, ...]) -> None:
    anchor = AnchorDate(kind="published", date="1963-01-24")
    assert dates(language, paragraphs, anchor) == expected.split()


@pytest.mark.parametrize(("language", "expected", "paragraphs"), UNKNOWN)
def test_a_document_of_unknown_day_is_of_what_it_tells(
    language: Language, expected: str, paragraphs: tuple[str, ...]
) -> None:
    assert dates(language, paragraphs, None) == expected.split()
