"""Gold and documents made for the tests: the text of a document is built from its mentions, one sentence each."""

from typing import Any

import msgspec

from pipeline.evaluate.gold import GoldDocument
from pipeline.records import (
    AmountMention,
    AmountValue,
    DateMention,
    DateValue,
    Document,
    EntityMention,
    EntityValue,
    Mention,
    Metadata,
    Provenance,
    Source,
    Timex,
    UnitKind,
)

SHA = "ab" * 32


def entity(text: str, label: str, *, main: bool = True) -> EntityMention:
    return EntityMention(
        id="", label=label, start=0, end=0, text=text, confidence=1.0, by="test", main=main, value=EntityValue()
    )


def date(text: str, edtf: str | None, mod: Any = None, *, kind: Any = "DATE", main: bool = True) -> DateMention:
    value = DateValue(edtf=edtf, mod=mod, timex=Timex(type=kind, value=edtf or "XXXX"))
    return DateMention(id="", label=kind, start=0, end=0, text=text, confidence=1.0, by="test", main=main, value=value)


def amount(text: str, value: str | None, unit: str | None, **rest: Any) -> AmountMention:
    kind: UnitKind = "money" if unit and unit.isupper() else "percent" if unit == "%" else "count"
    amount_value = AmountValue(value=value, unit=unit, unit_kind=kind, **rest)
    label = kind.upper()
    return AmountMention(id="", label=label, start=0, end=0, text=text, confidence=1.0, by="test", value=amount_value)


def document(
    *mentions: Mention, path: str = "a.txt", sha256: str = SHA, text: str | None = None, **metadata: Any
) -> Document:
    """A document with these mentions; unless a text is given, it has a sentence `Voici …` for each of them."""
    body = "".join(f"Voici {mention.text} ici. " for mention in mentions) if text is None else text
    placed: list[Mention] = []
    position = 0
    for mention in mentions:
        start = body.find(mention.text, position) if text is None else max(body.find(mention.text), 0)
        position = start + len(mention.text)
        placed.append(msgspec.structs.replace(mention, start=start, end=position))
    source = Source(path=path, sha256=sha256, media_type="text/plain", charset="utf-8", bytes=1, pages=None, reader="t")
    return Document(
        id=path,
        source=source,
        metadata=Metadata(**metadata),
        language="fr",
        languages={"fr": 1.0},
        text=body,
        blocks=(),
        dropped=(),
        mentions=tuple(placed),
        provenance=Provenance(pipeline="test", models={}, configuration=""),
    )


def gold(*, file: str = "a.txt", sha256: str | None = SHA, lang: str = "fr", **items: Any) -> GoldDocument:
    """Gold from plain lists and dictionaries, as in a gold file."""
    return msgspec.convert({"source": {"file": file, "sha256": sha256}, "lang": lang, **items}, GoldDocument)
