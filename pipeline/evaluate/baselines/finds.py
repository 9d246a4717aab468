"""What a baseline found, as the records that are scored."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from pipeline.records import (
    AmountMention,
    AmountValue,
    DateMention,
    DateValue,
    Document,
    EntityLabel,
    EntityMention,
    EntityValue,
    Mention,
    Metadata,
    Provenance,
    Source,
    Timex,
    UnitKind,
)


class Name(NamedTuple):
    """A name; those with the same text and label count as one entity."""

    start: int
    end: int
    label: EntityLabel


class Day(NamedTuple):
    """A date; `edtf` is None for what could not be resolved."""

    start: int
    end: int
    edtf: str | None


class Sum(NamedTuple):
    """An amount of money or a percentage."""

    start: int
    end: int
    value: str
    unit: str


Find = Name | Day | Sum


def as_document(path: str, language: str, text: str, finds: Iterable[Find]) -> Document:
    """A document with the finds as its mentions."""
    mentions = [_mention(f"m{number}", text, find) for number, find in enumerate(finds)]
    return Document(
        id=path,
        source=Source(path=path, sha256="", media_type="", charset=None, bytes=0, pages=None, reader="raw"),
        metadata=Metadata(),
        language="fr" if language == "fr" else "en",
        languages={language: 1.0},
        text=text,
        blocks=(),
        dropped=(),
        mentions=tuple(mentions),
        provenance=Provenance(pipeline="baseline", models={}, configuration=""),
    )


def _mention(key: str, text: str, find: Find) -> Mention:
    place: dict[str, Any] = {"id": key, "start": find.start, "end": find.end, "text": text[find.start : find.end]}
    if isinstance(find, Name):
        entity = f"{find.label} {text[find.start : find.end].casefold()}"
        return EntityMention(
            **place, label=find.label, confidence=1.0, by="baseline", value=EntityValue(), entity=entity
        )
    if isinstance(find, Day):
        value = DateValue(edtf=find.edtf, timex=Timex(type="DATE", value=find.edtf or "XXXX"))
        return DateMention(**place, label="DATE", confidence=1.0, by="baseline", value=value)
    kind: UnitKind = "percent" if find.unit == "%" else "money"
    amount = AmountValue(value=find.value, unit=find.unit, unit_kind=kind)
    return AmountMention(**place, label=kind.upper(), confidence=1.0, by="baseline", value=amount)
