"""Counted nouns as units, and ratios (`un sur trois`)."""

from decimal import Decimal

from pipeline.extract.amounts.measure import Measure, Reader
from pipeline.extract.amounts.units import Unit
from pipeline.extract.numbers import Number

_FIGURES, _WORDS, _UNTOLD = 0.9, 0.88, 0.8
_SHORT_HEADING = 20


def counted(reader: Reader, measure: Measure, *, modified: bool) -> Unit | None:
    """The noun that the number counts, as a unit; null when it counts nothing.

    Args:
        reader: the text.
        measure: the number, which has no other unit.
        modified: whether a modifier stands before it (`plus de 2000`).
    """
    number, text, lexicon = measure.number, reader.text, reader.lexicon
    if number.value is not None and not _countable(number):
        return None
    if lexicon.context.is_identifier(text, number) or lexicon.context.is_year(text, number, modified=modified):
        return None
    if number.figures and not modified and _named(reader, number):
        return None
    factor, position, linked = _position(reader, number)
    noun = lexicon.nouns.after(text, position, linked=linked)
    if noun is None or _heading(text, number, noun.start):
        return None
    sure = _UNTOLD if number.value is None else _FIGURES if number.figures else _WORDS
    sure -= 0.03 * noun.gap + (0.1 if text[noun.start].isupper() else 0)
    written = text[noun.start : noun.end]
    return Unit("count", written, noun.end, sure, Decimal(factor), lemma=lexicon.nouns.lemma(written))


def _countable(number: Number) -> bool:
    value = number.value or Decimal(0)
    return value >= 2 and (value == int(value) or number.scale > 1) or (number.figures and value > 0 and number.scale > 1)


def _position(reader: Reader, number: Number) -> tuple[int, int, bool]:
    """The short scale behind the number, where the noun is looked for, and whether `of` came before it."""
    units, text = reader.lexicon.units, reader.text
    if number.linked and (behind := units.link(text, number.end)) > number.end:
        return 1, behind, True
    scale = units.scale(text, number.end) if number.figures and number.scale == 1 else None
    if scale is None:
        return 1, number.end, False
    behind = units.link(text, scale[1])
    return scale[0], behind, behind > scale[1]


def _named(reader: Reader, number: Number) -> bool:
    """Whether a capitalised word right before the figures makes them part of a name: Boeing 737, Leopard 2."""
    text, start = reader.text, number.start
    if number.scale > 1 or start < 2 or not text[start - 1].isspace():
        return False
    begin = start - 1
    while begin > 0 and start - begin < 30 and (text[begin - 1].isalnum() or text[begin - 1] in "-’'"):
        begin -= 1
    word = text[begin : start - 1]
    return bool(word) and word[0].isupper() and not reader.lexicon.nouns.is_small_word(word) and not _opens(text, begin)


def _opens(text: str, begin: int) -> bool:
    """Whether a word begins a passage or sentence and so has its capital from there."""
    before = text[max(0, begin - 4) : begin].rstrip()
    return begin == 0 or (bool(before) and before[-1] in ".!?:")


def _heading(text: str, number: Number, noun: int) -> bool:
    """Whether a small number at the start of a line numbers a heading: `3 Recommandations`."""
    opens_line = number.start == 0 or text[number.start - 1] == "\n"
    return opens_line and number.figures and (number.value or 0) < _SHORT_HEADING and text[noun].isupper()
