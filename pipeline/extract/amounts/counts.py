"""Counted nouns as units, and ratios (`un sur trois`)."""

from decimal import Decimal

from pipeline.extract.amounts.measure import Measure, Reader, plain
from pipeline.extract.amounts.nouns import Noun
from pipeline.extract.amounts.units import Unit
from pipeline.extract.numbers import Number
from pipeline.records import AmountValue

_FIGURES, _WORDS, _UNTOLD = 0.9, 0.88, 0.8
_SHORT_HEADING = 20
_POSTCODE = 5
_HOURS = 1000
_LONGEST_HEADING = 80


def counted(reader: Reader, measure: Measure, *, modified: bool) -> Unit | None:
    """The noun that the number counts, as a unit; null when it counts nothing.

    Args:
        reader: the text.
        measure: the number, which has no other unit.
        modified: whether a modifier stands before it (`plus de 2000`).
    """
    number, text, lexicon = measure.number, reader.text, reader.lexicon
    if lexicon.context.is_identifier(text, number) or lexicon.context.is_year(text, number, modified=modified):
        return None
    if number.figures and not modified and _named(reader, number):
        return None
    mod, end = lexicon.context.after(text, number.end)
    if mod and (unit := reader.known(end, number)):
        return unit._replace(mod=mod)
    factor, position, linked = (1, end, False) if mod else _position(reader, number)
    if number.value is not None and not _countable(number, factor):
        return None
    noun = lexicon.nouns.after(text, position, linked=linked, many=_many(number, factor)) or _proper(
        reader, number, position
    )
    if noun is None or _heading(text, number, noun.start) or _is_label(text, number, noun):
        return None
    sure = _UNTOLD if number.value is None else _FIGURES if number.figures else _WORDS
    sure -= 0.03 * noun.gap + (0.1 if text[noun.start].isupper() else 0)
    written = text[noun.start : noun.end]
    return Unit("count", written, noun.end, sure, Decimal(factor), lemma=lexicon.nouns.lemma(written), mod=mod)


def _is_label(text: str, number: Number, noun: Noun) -> bool:
    """Whether a noun names the next field of a form: `Présents : 23 Votants : 26`."""
    before, behind = text[max(0, number.start - 2) : number.start].rstrip(), text[noun.end : noun.end + 2].lstrip()
    return text[noun.start].isupper() and before.endswith((":", "=")) and behind.startswith((":", "="))


def _many(number: Number, factor: int) -> bool:
    return number.value is not None and number.value * factor >= _HOURS


def _proper(reader: Reader, number: Number, position: int) -> Noun | None:
    """A name that a number in words counts: `six Rafale`."""
    return None if number.figures else reader.lexicon.nouns.proper(reader.text, position)


def _countable(number: Number, factor: int) -> bool:
    """Whether things can be counted with this number: two or more, and no part of one."""
    value = (number.value or Decimal(0)) * factor
    return value >= 2 and value == int(value)


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
    if number.scale > 1 or start < 2 or not text[start - 1].isspace() or not text[start : number.end].isdigit():
        return False
    begin = start - 1
    while begin > 0 and start - begin < 30 and (text[begin - 1].isalnum() or text[begin - 1] in "-’'"):
        begin -= 1
    word = text[begin : start - 1]
    if word.endswith(("'s", "’s")) or reader.lexicon.context.is_place(text, begin):
        return False
    return bool(word) and word[0].isupper() and not reader.lexicon.nouns.is_small_word(word) and not _opens(text, begin)


def _opens(text: str, begin: int) -> bool:
    """Whether a word begins a passage or sentence and so has its capital from there."""
    before = text[max(0, begin - 4) : begin].rstrip()
    return begin == 0 or (bool(before) and before[-1] in ".!?:")


def _heading(text: str, number: Number, noun: int) -> bool:
    """Whether a small number at the start of a line numbers a heading (`3 Recommandations`), or it is a postcode."""
    if not number.figures or not text[noun].isupper():
        return False
    line = text[number.start : number.start + _LONGEST_HEADING].partition("\n")[0]
    opens_line = (number.start == 0 or text[number.start - 1] == "\n") and not set(line) & set(".;:!?")
    opens_line = opens_line and len(line) < _LONGEST_HEADING
    bare = text[number.start : number.end].isdigit()
    town = bare and number.end - number.start == _POSTCODE - 1 and text[noun : noun + 3].isupper()
    postcode = town or (bare and number.end - number.start == _POSTCODE)
    return postcode or (opens_line and (number.value or 0) < _SHORT_HEADING)


def find_ratio(reader: Reader, measure: Measure, noun: Unit | None, floor: int) -> tuple[int, int, AmountValue] | None:
    """A ratio at this number, first or second of the two: `deux pays sur trois`, `one in three`.

    The value is the first number, `per` the second, the unit the counted noun if there is one.
    """
    context, text = reader.lexicon.context, reader.text
    if before := context.one_of(text, max(floor, 0), measure.start):
        noun_before = before["noun"]
        return _ratio(reader, before.start(), Decimal(1), measure.number, noun_before)
    joined = context.ratio(text, noun.end if noun else measure.number.end)
    if joined and context.is_identifier(text, measure.number):
        return None
    if joined is None or measure.number.value is None or (joined[1] and noun):
        return None
    if not reader.lexicon.numbers.trigger.match(text, joined[0]):
        return None
    second = reader.lexicon.numbers.read(text, joined[0])
    if second is None or second.start != joined[0]:
        return None
    return _ratio(reader, measure.start, measure.number.value, second, noun.code if noun else None)


def _ratio(
    reader: Reader, start: int, first: Decimal, second: Number, noun: str | None
) -> tuple[int, int, AmountValue] | None:
    text, nouns = reader.text, reader.lexicon.nouns
    if second.value is None or second.value <= first or reader.unit(second) or nouns.is_time(text, second.end):
        return None
    if second.figures and reader.lexicon.context.is_year(text, second, modified=False):
        return None
    behind = nouns.after(text, second.end)
    if behind and noun:
        return None
    end = behind.end if behind else second.end
    noun = text[behind.start : behind.end] if behind else noun
    lemma = nouns.lemma(noun) if noun else None
    return (
        start,
        end,
        AmountValue(value=plain(first), unit=noun, unit_kind="ratio", unit_lemma=lemma, per=plain(second.value)),
    )
