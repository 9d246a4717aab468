"""Dates of a whole document: languages of passages, neighbours across them, bounds, the lexicon's own checks."""

from pathlib import Path

import pytest

from pipeline.dates import find_dates, load_date_lexicons
from pipeline.errors import ConfigError
from pipeline.records import AnchorDate, DateMention, Language, Passage

MODELS = Path(__file__).parents[2] / "models"
LEXICONS = load_date_lexicons(MODELS)
ANCHOR = AnchorDate(kind="published", date="2015-06-10")


def document(*blocks: tuple[Language, str], anchor: AnchorDate | None = None) -> list[DateMention]:
    passages: list[Passage] = []
    for language, text in blocks:
        start = passages[-1].end + 2 if passages else 0
        passages.append(Passage(start=start, end=start + len(text), language=language, text=text, main=not passages))
    return find_dates(passages, LEXICONS, anchor=anchor)


def test_offsets_are_those_of_the_document() -> None:
    first, second = document(("fr", "Le 3 mai 2014."), ("en", "On May 4, 2014."))
    assert (first.start, first.end, first.main) == (3, 13, True)
    assert (second.start, second.text, second.main) == (19, "May 4, 2014", False)


@pytest.mark.parametrize(
    ("known", "text", "edtf"), [("fr", "le 3 mai 2014", "2014-05-03"), ("en", "May 3, 2014", "2014-05-03")]
)
def test_a_passage_of_unknown_language_is_read_as_its_neighbour(known: Language, text: str, edtf: str) -> None:
    blocks: list[tuple[Language, str]] = [("unknown", text), (known, "x")]
    assert [m.value.edtf for m in document(*blocks)] == [edtf]


def test_without_any_known_language_a_document_is_read_as_french() -> None:
    assert [m.value.edtf for m in document(("other", "du 4 au 6 mai 2016"))] == ["2016-05-04/2016-05-06"]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("depuis fin 1992", "1992-01-01", None),
        ("avant le 1er mars 2016", None, "2016-02-29"),
        ("après 2014", "2015-01-01", None),
        ("jusqu'en juin 2014", None, "2014-06-30"),
        ("l'hiver 2013", "2013-12-01", "2014-02-28"),
        ("les années 1990", "1990-01-01", "1999-12-31"),
        ("du 4 au 6 mai 2016", "2016-05-04", "2016-05-06"),
    ],
)
def test_first_and_last_day(text: str, earliest: str | None, latest: str | None) -> None:
    (mention,) = document(("fr", text))
    assert (mention.value.earliest, mention.value.latest) == (earliest, latest)


def test_figures_of_the_document_decide_the_order_of_day_and_month() -> None:
    alone = document(("en", "Sent on 03/04/2015."))
    beside = document(("en", "Sent on 03/04/2015."), ("en", "Received on 25/04/2015."))
    assert (alone[0].value.edtf, alone[0].value.alternatives) == ("2015-03-04", ("2015-03-04", "2015-04-03"))
    assert (beside[0].value.edtf, beside[0].value.alternatives) == ("2015-04-03", ())


def test_a_relative_date_says_what_it_was_resolved_against() -> None:
    last_year, year_after = document(("fr", "L'an dernier, puis l'année suivante."), anchor=ANCHOR)
    assert (last_year.value.edtf, last_year.value.anchor) == ("2014", ANCHOR)
    assert (year_after.value.edtf, year_after.value.anchor) == ("2015", AnchorDate(kind="mention", date="2014"))


def test_a_word_with_two_meanings_is_refused(tmp_path: Path) -> None:
    for language in ("fr", "en"):
        folder = tmp_path / "lexicons" / language
        folder.mkdir(parents=True)
        for name in ("dates.toml", "calendar.toml"):
            text = (MODELS / "lexicons" / language / name).read_text(encoding="utf-8")
            (folder / name).write_text(text.replace("[weekdays]\n", '[weekdays]\n"avril" = 1\n'), encoding="utf-8")
    with pytest.raises(ConfigError, match="avril"):
        load_date_lexicons(tmp_path)
