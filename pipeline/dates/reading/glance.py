"""A look at a text before it is read: whether it has a word or figures that a day or a month cannot be said without."""

import re
from collections.abc import Iterable, Iterator

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.lexicon.meanings import Entry

_NAMED = frozenset(CLASSES[name] for name in ("month", "season", "quartercode", "holiday", "named"))
_PARTS = frozenset(("Q", "H"))  # quarters and halves of a year
_FIGURES = r"\d[./-]\d|(?<!\d)(?:19|20)\d{6}(?!\d)|\d[ ./-][ivx]{1,4}[ ./-]\d{4}"  # 12/05, 20140512, 12.III.2014


def day_signs(lexicons: Iterable[DateLexicon]) -> re.Pattern[str]:
    """What a folded text has if it says a day, a month or a part of a year: their words, or figures with signs.

    It may have one and say none; where it has none, `find_dates` finds no such date in it.
    """
    words: dict[str, list[str]] = {}
    for lexicon in lexicons:
        for written in _written(lexicon):
            words.setdefault(written[0], []).append(written[1:])
    named = "|".join(rf"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in words.items())
    return re.compile(rf"(?<![^\W\d_])(?:{named})(?![^\W\d_])|{_FIGURES}")


def _written(lexicon: DateLexicon) -> Iterator[str]:
    """The names of months and days as patterns, those of several words too."""
    for word, entry in (*lexicon.words.items(), *lexicon.short_months.items()):
        if _names(entry):
            yield re.escape(word)
    for first, (rest, entries) in lexicon.phrases.items():
        if any(map(_names, entries)):
            yield re.escape(first) + rest.pattern


def _names(entry: Entry) -> bool:
    if entry.kind == CLASSES["unit"]:
        return entry.text in _PARTS
    return entry.kind in _NAMED and (entry.kind != CLASSES["named"] or bool(entry.text))
