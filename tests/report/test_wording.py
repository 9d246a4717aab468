"""Values in words, in both languages."""

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.records import AmountValue, DateMod, DateValue, RangeMod, Timex
from pipeline.report import ReportLexicon, load_report_words
from pipeline.report.wording import amount_words, date_value_words, date_words, number_words, short_number_words

MODELS = Path(__file__).parents[2] / "models"
WORDS = load_report_words(MODELS)
LEXICONS: dict[str, ReportLexicon] = {"fr": WORDS.fr, "en": WORDS.en}


@pytest.mark.parametrize(
    ("edtf", "fr", "en"),
    [
        ("2014-12-05", "5 décembre 2014", "5 December 2014"),
        ("2014-08-01", "1er août 2014", "1 August 2014"),
        ("1993-09", "septembre 1993", "September 1993"),
        ("2013-23", "automne 2013", "autumn 2013"),
        ("2013-33", "1er trimestre 2013", "Q1 2013"),
        ("2013-36", "4e trimestre 2013", "Q4 2013"),
        ("2013-41", "2e semestre 2013", "second half of 2013"),
        ("2014", "2014", "2014"),
        ("199X", "années 1990", "1990s"),
        ("2014-12-05/2014-12-06", "5–6 décembre 2014", "5–6 December 2014"),
        ("2014-11-30/2014-12-01", "30 novembre 2014 – 1er décembre 2014", "30 November 2014 – 1 December 2014"),
        ("2012/2014", "2012 – 2014", "2012 – 2014"),
        ("../2014", "jusqu’à 2014", "until 2014"),
        ("2014-05/..", "depuis mai 2014", "since May 2014"),
        ("2014-13", "2014-13", "2014-13"),
        ("2014-99-01", "2014-99-01", "2014-99-01"),
        ("XXXX-12-25", "XXXX-12-25", "XXXX-12-25"),
        ("<b>", "<b>", "<b>"),
    ],
)
def test_dates(edtf: str, fr: str, en: str) -> None:
    assert (date_words(edtf, WORDS.fr), date_words(edtf, WORDS.en)) == (fr, en)


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        ("364731.50", "364\u202f731,50", "364,731.50"),
        ("6000000000", "6\u202f000\u202f000\u202f000", "6,000,000,000"),
        ("2014", "2014", "2014"),
        ("-12345.6", "−12\u202f345,6", "−12,345.6"),
        ("0.5", "0,5", "0.5"),
        ("1e9", "1e9", "1e9"),
    ],
)
def test_numbers(value: str, fr: str, en: str) -> None:
    assert (number_words(value, WORDS.fr), number_words(value, WORDS.en)) == (fr, en)


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        (
            AmountValue(value="6000000", unit="EUR", unit_kind="money", mod="MORE_THAN", per="year"),
            "plus de 6\u202f000\u202f000 EUR par an",
            "more than 6,000,000 EUR per year",
        ),
        (AmountValue(value=None, low="50", high="60", unit="%", unit_kind="percent"), "50–60 %", "50–60 %"),
        (AmountValue(value=None, low="50", unit=None, unit_kind="count"), "50–…", "50–…"),
    ],
)
def test_amounts(value: AmountValue, fr: str, en: str) -> None:
    assert (amount_words(value, WORDS.fr), amount_words(value, WORDS.en)) == (fr, en)


@pytest.mark.parametrize(
    ("mod", "language", "expected"),
    [
        ("END", "fr", "1992 (à partir de, fin)"),
        ("END", "en", "1992 (from, end)"),
        (RangeMod(start="START", end="END"), "en", "1992 (from, start, end)"),
        (None, "fr", "1992 (à partir de)"),
    ],
)
def test_modifiers(mod: DateMod | RangeMod | None, language: str, expected: str) -> None:
    value = DateValue(edtf="1992", timex=Timex(type="DATE", value="1992"), mod=mod, bound="ON_OR_AFTER")
    assert date_value_words(value, LEXICONS[language]) == expected


@pytest.mark.parametrize(
    ("timex", "fr", "en"),
    [
        ("P3Y", "3 ans", "3 years"),
        ("P1M", "1 mois", "1 month"),
        ("PT48H", "48 heures", "48 hours"),
        ("P1Y6M", "P1Y6M", "P1Y6M"),
        ("PXD", "PXD", "PXD"),
        ("PRESENT_REF", "PRESENT_REF", "PRESENT_REF"),
    ],
)
def test_what_has_no_day_shows_its_duration_or_timex_value(timex: str, fr: str, en: str) -> None:
    value = DateValue(edtf=None, timex=Timex(type="DURATION", value=timex))
    assert (date_value_words(value, WORDS.fr), date_value_words(value, WORDS.en)) == (fr, en)


def copied(folder: Path) -> Path:
    for language in ("fr", "en"):
        target = folder / "lexicons" / language / "report.toml"
        target.parent.mkdir(parents=True)
        target.write_bytes((MODELS / "lexicons" / language / "report.toml").read_bytes())
    return folder


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kind = "Kind"\n', "", "has no 'kind', its twin has"),
        ('"winter"]', '"winter", "fifth"]', "12 months and 4 seasons"),
        ("decimal_sign", "decimal_sing", "decimal_sing"),
        ('kind = "Kind"', "kind = 3", "Expected `str`"),
    ],
)
def test_a_wrong_lexicon_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    english = copied(tmp_path) / "lexicons" / "en" / "report.toml"
    text = english.read_text(encoding="utf-8")
    assert old in text
    english.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"en/report\.toml") as caught:
        load_report_words(tmp_path)
    assert message in str(caught.value)


def test_no_words_that_no_page_uses() -> None:
    package = Path(__file__).parents[2] / "pipeline"
    sources = [
        *package.glob("report/templates/*.html"),
        *package.glob("report/*.py"),
        *package.glob("show/*.py"),
    ]
    used = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert [key for key in WORDS.fr.words if f'"{key}"' not in used] == []


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        ("12500000000", "12,5 milliards", "12.5 billion"),
        ("1300000", "1,3 million", "1.3 million"),
        ("2000000", "2 millions", "2 million"),
        ("3000000000000", "3000 milliards", "3 trillion"),
        ("1234567", "1\u202f234\u202f567", "1,234,567"),
        ("999", "999", "999"),
        ("no number", "no number", "no number"),
    ],
)
def test_large_numbers_in_short(value: str, fr: str, en: str) -> None:
    assert (short_number_words(value, WORDS.fr), short_number_words(value, WORDS.en)) == (fr, en)
