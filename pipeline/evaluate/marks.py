"""The marks of the inline markup: what stands after the bar becomes an item with its value, or a reason why not."""

import re
from decimal import Decimal
from typing import Any, NamedTuple, get_args

import msgspec

from pipeline.dates.calendar import bounds
from pipeline.evaluate.gold import GoldAmount, GoldDate, GoldEntity, GoldItem, Span
from pipeline.records import AmountMod, DateMod, EntityLabel, RangeMod

ENTITY_LABELS: tuple[str, ...] = get_args(EntityLabel)
DATE_MODS: tuple[str, ...] = get_args(DateMod)
AMOUNT_MODS: tuple[str, ...] = get_args(AmountMod)

_SPEC = re.compile(r"(?P<label>[A-Z]+)(?P<flag>[?~]?)(?:\s+(?P<rest>.*))?", re.DOTALL)
_ID = re.compile(r"[A-Z]{2}|[a-z0-9]+(?:-[a-z0-9]+)*(?:-[A-Z]{2})?")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Spec(NamedTuple):
    """What a mark says after its bar."""

    label: str
    flag: str
    words: list[str]  # the value, without options
    options: dict[str, list[str]]  # alt=…, or=…


class Mark(NamedTuple):
    """A mark as it was read: its span, what it says, its line, and other accepted spans."""

    span: Span
    spec: Spec
    line: int
    other_spans: list[tuple[Span, str]]


def read_spec(specification: str) -> Spec:
    """Read what stands after the bar.

    Raises:
        ValueError: it is no label with a value; says why.
    """
    match = _SPEC.fullmatch(specification.strip())
    if match is None or match["label"] not in (*ENTITY_LABELS, "DATE", "AMOUNT"):
        raise ValueError(f"not a mark: {specification!r}")
    words: list[str] = []
    options: dict[str, list[str]] = {}
    for word in (match["rest"] or "").split():
        name, equals, value = word.partition("=")
        if equals and name in ("alt", "or"):
            options.setdefault(name, []).append(value)
        else:
            words.append(word)
    return Spec(match["label"], match["flag"], words, options)


def make_item(mark: Mark, text: str, *, optional: bool) -> GoldItem:
    """The item of a mark in the gold text; `optional` where its place makes it so.

    Raises:
        ValueError: its value is not well formed; says why.
    """
    common = {
        "text": text[slice(*mark.span)],
        "span": mark.span,
        "spans": tuple(span for span, _ in mark.other_spans),
        "alts": tuple(text[slice(*span)] for span, _ in mark.other_spans),
        "optional": optional or mark.spec.flag == "?",
    }
    if mark.spec.label in ENTITY_LABELS:
        return _entity(mark.spec, common)
    return _date(mark.spec, common) if mark.spec.label == "DATE" else _amount(mark.spec, common)


def is_edtf(value: str) -> bool:
    """Whether it is a date, a partial date or an interval of them in the EDTF that the project writes."""
    try:
        return bounds(value) != (None, None)
    except (ValueError, KeyError, IndexError):
        return False


def _entity(spec: Spec, common: dict[str, Any]) -> GoldEntity:
    if len(spec.words) != 1 or not _ID.fullmatch(spec.words[0]):
        raise ValueError(f"{common['text']!r}: a name has one canonical id (FR, the-hague), not {spec.words}")
    if unknown := [label for label in spec.options.get("alt", ()) if label not in ENTITY_LABELS]:
        raise ValueError(f"{common['text']!r}: no such label: {', '.join(unknown)}")
    alts = spec.options.get("alt", [])
    return msgspec.convert({**common, "type": spec.label, "canonical": spec.words[0], "alt_types": alts}, GoldEntity)


def _date(spec: Spec, common: dict[str, Any]) -> GoldDate:
    value, mods = (spec.words[0] if spec.words else ""), spec.words[1:]
    others = spec.options.get("or", [])
    wrong = [edtf for edtf in (value, *others) if not is_edtf(edtf) and (edtf != "-" or spec.flag != "?")]
    if wrong or len(mods) > 1:
        raise ValueError(f"{common['text']!r}: not EDTF with at most one modifier: {' '.join(spec.words)}")
    mod = _date_mod(mods[0]) if mods else None
    return GoldDate(**common, value=None if value == "-" else value, mod=mod, alt_values=tuple(others))


def _date_mod(word: str) -> DateMod | RangeMod:
    start, slash, end = word.partition("/")
    if any(part not in (*DATE_MODS, "-") for part in (start, *([end] if slash else []))) or word == "-":
        raise ValueError(f"no such modifier: {word} (known: {', '.join(DATE_MODS)}, or two with /, - for none)")
    if not slash:
        mod: DateMod = msgspec.convert(start, DateMod)
        return mod
    ends = {"start": None if start == "-" else start, "end": None if end == "-" else end}
    return msgspec.convert(ends, type=RangeMod)


def _amount(spec: Spec, common: dict[str, Any]) -> GoldAmount:
    words = list(spec.words)
    mod = words.pop() if words and words[-1] in AMOUNT_MODS else None
    number = words.pop(0) if words else ""
    unit = " ".join(words) or None
    parts = number.split("..")
    known = all(_NUMBER.fullmatch(part) for part in parts) and len(parts) <= 2
    if unit is None or not (known or (number == "-" and spec.flag == "?")):
        raise ValueError(f"{common['text']!r}: an amount is a number and a unit, not {' '.join(spec.words)!r}")
    numbers = [Decimal(part) for part in parts] if known else [None]
    return GoldAmount(
        **common,
        value=numbers[0] if len(numbers) == 1 else None,
        low=numbers[0] if len(numbers) == 2 else None,
        high=numbers[-1] if len(numbers) == 2 else None,
        unit=unit,
        mod=msgspec.convert(mod, AmountMod | None),
        alt_units=tuple(spec.options.get("or", ())),
    )
