"""The inline markup: what it says, and that what is wrong in it is refused with its line."""

from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.load import load_gold
from pipeline.evaluate.markup import parse

HEAD = """+++
language = "fr"
split = "dev"
genre = "press release"
country = ["BJ"]
decade = "2010s"
topic = "energy"
published = "2016-02-04"
+++

"""


def read(tmp_path: Path, body: str, head: str = HEAD) -> GoldDocument:
    path = tmp_path / "a.gold"
    path.write_text(head + body, encoding="utf-8")
    return parse(path, "fr/a.txt")


def test_blocks_and_their_kinds(tmp_path: Path) -> None:
    document = read(tmp_path, "@heading Titre\n\nUne ligne\net l’autre.\n\n@row a | b\n\n@paragraph:en Some words.\n")
    assert [(b.kind, b.language, document.text[b.start : b.end]) for b in document.blocks] == [
        ("heading", "fr", "Titre"),
        ("paragraph", "fr", "Une ligne et l’autre."),
        ("table", "fr", "a | b"),
        ("paragraph", "en", "Some words."),
    ]


def test_names_with_ids_other_labels_and_other_spans(tmp_path: Path) -> None:
    text = (
        "L’[[Accord|AGREEMENT~] de [Cotonou|LOCATION? cotonou]|AGREEMENT cotonou-agreement alt=EVENT] "
        "et [Ganvié|LOCATION ganvie]"
    )
    document = read(tmp_path, text)
    accord, town, village = document.entities
    assert (accord.text, accord.type, accord.canonical) == ("Accord de Cotonou", "AGREEMENT", "cotonou-agreement")
    assert accord.alt_types == ("EVENT",)
    assert [document.text[slice(*span)] for span in accord.spans] == ["Accord"]
    assert (town.text, town.optional, village.optional) == ("Cotonou", True, False)
    assert all(item.span and document.text[slice(*item.span)] == item.text for item in document.entities)


def test_dates_and_amounts_have_values(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "[de fin 2012 à 2014|DATE 2012/2014 END/-] [3/4/15|DATE 2015-04-03 or=2015-03-04] [trois ans|DATE? -] "
        "[près de 2,5 M€|AMOUNT 2500000 EUR LESS_THAN] [3 à 5 puits neufs|AMOUNT 3..5 puits neufs] [9 %|AMOUNT 9 %]",
    )
    interval, day, unresolved = document.dates
    assert (interval.value, getattr(interval.mod, "start", None)) == ("2012/2014", "END")
    assert (day.alt_values, unresolved.value, unresolved.optional) == (("2015-03-04",), None, True)
    money, wells, share = document.amounts
    assert (money.value, money.unit, money.mod) == (Decimal(2500000), "EUR", "LESS_THAN")
    assert (wells.low, wells.high, wells.unit, wells.value) == (Decimal(3), Decimal(5), "puits neufs", None)
    assert share.unit == "%"


def test_brackets_and_bars_of_the_text_are_escaped(tmp_path: Path) -> None:
    document = read(tmp_path, r"\[sic\] a \| b, [Bénin \[RB\]|LOCATION BJ] c:\\d | e")
    assert document.text == r"[sic] a | b, Bénin [RB] c:\d | e"
    assert document.entities[0].text == "Bénin [RB]"


def test_what_is_in_a_caption_is_optional(tmp_path: Path) -> None:
    document = read(tmp_path, "@caption [Bénin|LOCATION BJ]\n\n[Bénin|LOCATION BJ]")
    assert [item.optional for item in document.entities] == [True, False]


WRONG = [
    ("[Bénin|PLACE BJ]", 11, "not a mark"),
    ("\n\nBénin|LOCATION BJ]", 13, "] without ["),
    ("[Bénin|LOCATION BJ", 11, "[ without ]"),
    ("[Bénin]", 11, "without a bar"),
    ("[Bénin|LOCATION]", 11, "canonical id"),
    ("[Bénin|LOCATION Bénin]", 11, "canonical id"),
    ("[ Bénin|LOCATION BJ]", 11, "blanks at its ends"),
    ("[Bénin|LOCATION BJ alt=PLACE]", 11, "no such label"),
    ("[Bénin|LOCATION~]", 11, "none"),
    ("[[Cotonou|LOCATION~] a|PERSON b]", 11, "another label"),
    ("[2014|DATE 2014-13]", 11, "not EDTF"),
    ("[hier|DATE -]", 11, "not EDTF"),
    ("[fin 2014|DATE 2014 LATE]", 11, "no such modifier"),
    ("[3 M€|AMOUNT 3,0 EUR]", 11, "a number and a unit"),
    ("[3 M€|AMOUNT 3000000]", 11, "a number and a unit"),
    ("@title Bénin", 11, "no such kind"),
    ("@boilerplate [Bénin|LOCATION BJ]", 11, "no marks"),
]


@pytest.mark.parametrize(("body", "line", "reason"), WRONG)
def test_what_is_wrong_is_refused_with_its_line(tmp_path: Path, body: str, line: int, reason: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, body)
    assert f"a.gold:{line}: " in str(caught.value)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    "head",
    [HEAD.replace("dev", "eval"), HEAD.replace("2016-02-04", "4/2/2016"), HEAD.replace('"energy"', '"energy'), "Text"],
)
def test_a_wrong_head_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(ConfigError):
        read(tmp_path, "Texte.", head)


def test_a_gold_file_without_its_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "annotated").mkdir()
    (tmp_path / "documents").mkdir()
    (tmp_path / "annotated" / "a.gold").write_text(HEAD + "Texte.", encoding="utf-8")
    with pytest.raises(ConfigError, match="no document of this name"):
        load_gold(tmp_path)
    (tmp_path / "documents" / "a.txt").write_text("Texte.", encoding="utf-8")
    assert load_gold(tmp_path)[0].source.file == "a.txt"
