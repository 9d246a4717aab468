"""What has no sign of a day or month has none in it."""

from pathlib import Path

import pytest

from pipeline.dates import find_dates, load_date_lexicons
from pipeline.dates.lexicon.folding import fold
from pipeline.dates.reading.glance import day_signs
from pipeline.ingest.lexicon import KNOWN
from pipeline.records import Passage

MODELS = Path(__file__).parents[2] / "models"
LEXICONS = load_date_lexicons(MODELS)
SIGNS = day_signs(LEXICONS.values())


@pytest.mark.parametrize(
    "text",
    [
        "Oslo, le 3 mars 2014",
        "MARCH 2014",
        "d’août 1999",
        "3mai 2012",
        "10.06.15",
        "2015–06–10",
        "06/2015",
        "le jour de l’an 2015",
        "New Year’s Day 2001",
        "rentrée 2014",
        "27 sept 2003",
        "All Saints’ Day, 1999",
        "deux mai deux mille sept",
        "12.III.2014",
        "12 XII 2014",
        "20140512",
    ],
)
def test_what_says_a_day_has_a_sign(text: str) -> None:
    assert SIGNS.search(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "La mairie de Marseille, en 2014",
        "In 1998, two years later",
        "Les maisons du quai",
        "Article 12, page 14 of 2014",
        "New York, 1962",
        "the last decade of 2014",
        "years 2010 and 2011: 3 days ago",
    ],
)
def test_what_has_no_sign_says_no_day(text: str) -> None:
    assert not SIGNS.search(fold(text))
    for language in KNOWN:
        passage = Passage(start=0, end=len(text), language=language, text=text)
        found = [mention.value.edtf or "" for mention in find_dates([passage], LEXICONS, anchor=None)]
        assert not any("-" in edtf and int(edtf[5:7]) < 13 for edtf in found if edtf[4:5] == "-")
