"""spaCy, `dateparser.search` and a regular expression for money, as their documentation shows them."""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import spacy

from pipeline.evaluate.baselines.finds import Day, Find, Name, Sum
from pipeline.records import EntityLabel

LABELS: dict[str, EntityLabel] = {
    **dict.fromkeys(("PER", "PERSON"), "PERSON"),
    **dict.fromkeys(("LOC", "GPE", "FAC"), "LOCATION"),
    "ORG": "ORGANIZATION",
    "EVENT": "EVENT",
    "LAW": "AGREEMENT",
}
CURRENCIES = {"€": "EUR", "euro": "EUR", "$": "USD", "dollar": "USD", "£": "GBP", "pound": "GBP", "livre": "GBP"}
SCALES = {"million": 6, "milliard": 9, "billion": 9, "M": 6, "Md": 9, "bn": 9}

_NUMBER = r"\d+(?:[ \u00a0\u202f.,]\d+)*"
_UNIT = r"€|\$|£|%|(?:d['’])?euros?\b|(?:de )?dollars?\b|pounds?\b|livres?\b|EUR\b|USD\b|GBP\b|per ?cent\b|pour cent\b"
_MONEY = re.compile(
    rf"(?P<before>[€$£])\s?(?P<first>{_NUMBER})(?:\s?(?P<large>millions?|billions?|bn|M\b))?"
    rf"|(?P<second>{_NUMBER})\s?(?P<scale>millions?|milliards?|billions?|Md|M|bn)?\s?(?P<after>{_UNIT})"
)


class FirstScript:
    """The script for one language.

    Args:
        language: `fr` or `en`.
        package: the spaCy model.
    """

    def __init__(self, language: str, package: str) -> None:
        from dateparser.date import DateDataParser
        from dateparser.search import search_dates

        self._language = language
        self._nlp = spacy.load(package)
        self._search = search_dates
        self._dates = DateDataParser

    def finds(self, text: str, published: str | None) -> Iterator[Find]:
        """Everything found; relative dates are resolved against the publication date, where the gold knows it."""
        for entity in self._nlp(text).ents:
            if label := LABELS.get(entity.label_):
                yield Name(entity.start_char, entity.end_char, label)
        yield from self._days(text, published)
        yield from money(text, self._language)

    def _days(self, text: str, published: str | None) -> Iterator[Day]:
        settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
        if published and len(published) == len("2014-03-24"):
            settings["RELATIVE_BASE"] = datetime.fromisoformat(published)
        parser = self._dates(languages=[self._language], settings=settings)
        position = 0
        for words, _ in self._search(text, languages=[self._language], settings=settings) or ():
            start = text.find(words, position)
            if start >= 0:
                position = start + len(words)
                data = parser.get_date_data(words)
                yield Day(start, position, _edtf(data.date_obj, data.period))


def _edtf(day: datetime | None, period: str) -> str | None:
    if day is None:
        return None
    return day.date().isoformat()[: {"year": 4, "month": 7}.get(period, 10)]


def money(text: str, language: str) -> Iterator[Sum]:
    """Money and percentages by the regular expression."""
    for match in _MONEY.finditer(text):
        unit = match["before"] or match["after"]
        code = next((code for name, code in CURRENCIES.items() if name in unit), None)
        code = code or ("%" if unit == "%" or "cent" in unit else unit)
        scale = (match["large"] or match["scale"] or "").removesuffix("s")
        number = _plain(match["first"] or match["second"], language)
        yield Sum(match.start(), match.end(), f"{(number * 10 ** SCALES.get(scale, 0)).normalize():f}", code)


def _plain(number: str, language: str) -> Decimal:
    mark, group = (",", ".") if language == "fr" else (".", ",")
    digits = re.sub(rf"[ \u00a0\u202f{re.escape(group)}]", "", number)
    whole, _, rest = digits.partition(mark)
    return Decimal(f"{whole}.{rest.replace(mark, '') or '0'}")
