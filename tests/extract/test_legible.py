"""Text as tokenisers and old presses leave it: how it is read, and that what is found is told of it as it came."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from time_limit import quick

from pipeline.extract.entities import load_entity_lexicons
from pipeline.extract.legible import Illegible, Legible, illegible_in
from pipeline.records import EntityMention, EntityValue, Passage

READ = {
    "Le maire , M. Roux , est venu .": "Le maire, M. Roux, est venu.",
    "L' Inde et l' Iran n' ont rien signé aujourd' hui , lorsqu' il plut .": (
        "L'Inde et l'Iran n'ont rien signé aujourd'hui, lorsqu'il plut."
    ),
    "M. N' Guessan et Ms. O' Hara": "M. N'Guessan et Ms. O'Hara",
    "OSLO , May 3 ( AFP ) - It is": "OSLO, May 3 (AFP) - It is",
    "the U.N. 's envoy did n't go": "the U.N.'s envoy didn't go",
    "THE U.N. 'S ENVOY DID N'T GO": "THE U.N.'S ENVOY DIDN'T GO",
    "QU' IL VIENNE À 3 o' clock": "QU'IL VIENNE À 3 o'clock",
    "the bank -LRB- EIB -RRB- paid": "the bank (EIB) paid",
    "`` No , '' she said .": "“No,” she said.",
    'He wrote " Go " and " Come " .': 'He wrote "Go" and "Come".',
    "the Dock Workers ' Union": "the Dock Workers' Union",
    "la Banque mondiale8 et M. Diop12 au Mali13, dit-il3.": "la Banque mondiale et M. Diop au Mali, dit-il3.",
    "the World Bank8 and Mr Cooper12 of Mali13 agreed.14": "the World Bank and Mr Cooper of Mali agreed.14",
    "his Majeſty's ſhip at Portſmouth": "his Majesty's ship at Portsmouth",
}
LEGIBLE = (
    "He lives in 's-Hertogenbosch, in Vitamin 'D Street' too.",
    "« Oui ! » dit-il ; mais : non ?",
    "the workers' rights and the letter 's' here",
    "He said 'yes' and 'no' to Rock 'n' Roll.",
    "about .5 of it, under .NET",
    "John O'Shea, of Côte d'Ivoire (Abidjan).",
    'She said "no" to it.',
    "TF1, France2, France3 et Lyon4, puis Africa50",
    "le G20, la COP26, Horizon2020, dupont12@ville.example, page4.html, mai2015, covid19-b",
    "the G20, COP26, Horizon2020, cooper12@town.example, page4.html, May2015, m2 and km2",
)


@pytest.fixture(scope="module")
def illegible(models: Path) -> Illegible:
    return illegible_in(load_entity_lexicons(models).values())


@pytest.mark.parametrize("text", READ)
def test_what_tokenisers_parted_is_read_together(illegible: Illegible, text: str) -> None:
    assert _read(text, illegible) == READ[text]


@pytest.mark.parametrize("text", [*LEGIBLE, *READ.values()])
def test_what_is_written_well_stays(illegible: Illegible, text: str) -> None:
    assert _read(text, illegible) == text


def test_what_is_found_is_told_of_the_text_as_it_came(illegible: Illegible) -> None:
    came = "Le 3 , au Quai d' Orsay , rien ."
    read = Legible([Passage(start=10, end=10 + len(came), language="fr", text=came)], illegible)
    start = 10 + read.passages[0].text.index("Quai")
    told = read.told(_place(start, "Quai d'Orsay"))
    assert (told.text, told.start, told.end) == ("Quai d' Orsay", 10 + came.index("Quai"), 10 + came.index(" , rien"))


@pytest.mark.parametrize("unit", [" ", "l' ", " ,", '" ', "s ' a", "`` ", "( ", "aaaa1"])
def test_reading_is_quick(illegible: Illegible, unit: str) -> None:
    assert quick(6, lambda: _read(unit * (200_000 // len(unit)), illegible))


@given(came=st.text(alphabet="aNsdl'’ \",.()`-LRBſ\n", max_size=60))
def test_every_letter_has_its_place(illegible: Illegible, came: str) -> None:
    read = Legible([Passage(start=5, end=5 + len(came), language="en", text=came)], illegible)
    text = read.passages[0].text
    for at, letter in enumerate(text):
        told = read.told(_place(5 + at, letter))
        if letter.isalpha():
            assert told.text.replace("ſ", "s") == letter
        assert came[told.start - 5 : told.end - 5] == told.text


def _read(text: str, illegible: Illegible) -> str:
    passage = Passage(start=0, end=len(text), language="fr", text=text)
    return Legible([passage], illegible).passages[0].text


def _place(start: int, text: str) -> EntityMention:
    return EntityMention(
        id="", label="LOCATION", start=start, end=start + len(text), text=text, confidence=1.0, by="rules", main=True,
        value=EntityValue(),
    )  # fmt: skip
