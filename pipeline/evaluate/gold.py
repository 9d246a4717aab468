"""Annotated documents: what a careful reader finds in a text, and the loader of their JSON form.

Unknown keys are refused, so that a misspelt `optinal` cannot change a score in silence. Keys that are read and not
scored are declared too: each one is marked so below.
"""

from decimal import Decimal
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.records import AmountMod, DateMod, EntityLabel, RangeMod


class Gold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the gold types; `note` is for people and not scored."""

    note: str | None = None


class GoldSource(Gold, frozen=True, kw_only=True):
    """Which file was annotated: its path or name and, to be sure, the hash of its bytes."""

    file: str
    sha256: str | None = None


class GoldEntity(Gold, frozen=True, kw_only=True):
    """A surface form of a name. `alts` and `alt_types` are accepted as well; `canonical` and `count` are not scored."""

    text: str
    type: EntityLabel
    canonical: str | None = None
    count: int | None = None
    optional: bool = False
    alts: tuple[str, ...] = ()
    alt_types: tuple[EntityLabel, ...] = ()


class GoldDate(Gold, frozen=True, kw_only=True):
    """A calendar expression; `value` is EDTF, null when a reader cannot resolve it. `alts` help to break ties."""

    text: str
    value: str | None
    mod: DateMod | RangeMod | None = None
    optional: bool = False
    alts: tuple[str, ...] = ()
    alt_values: tuple[str, ...] = ()


class GoldAmount(Gold, frozen=True, kw_only=True):
    """A number with its unit; `value` is null for amounts without a definite number, or with `low` and `high`."""

    text: str
    value: Decimal | None
    unit: str | None
    low: Decimal | None = None
    high: Decimal | None = None
    mod: AmountMod | None = None
    optional: bool = False
    alts: tuple[str, ...] = ()
    alt_values: tuple[Decimal, ...] = ()
    alt_units: tuple[str, ...] = ()


GoldItem = GoldEntity | GoldDate | GoldAmount


def label_of(item: GoldItem) -> str:
    """The label under which an item is scored: its type for names, else DATE or AMOUNT."""
    if isinstance(item, GoldEntity):
        return item.type
    return "DATE" if isinstance(item, GoldDate) else "AMOUNT"


class GoldDocument(Gold, frozen=True, kw_only=True):
    """One annotated document. `published_inferred`, `ranks` and `events` are read and not scored."""

    source: GoldSource
    lang: str
    published: str | None = None
    published_inferred: str | None = None
    title: str | None = None
    dehyphenated: tuple[str, ...] = ()
    hyphen_kept: tuple[str, ...] = ()
    spacing_fixed: tuple[str, ...] = ()
    must_contain: tuple[str, ...] = ()
    must_not_contain: tuple[str, ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    amounts: tuple[GoldAmount, ...] = ()
    ranks: msgspec.Raw = msgspec.Raw(b"[]")
    events: msgspec.Raw = msgspec.Raw(b"[]")


def load_gold(folder: Path) -> list[GoldDocument]:
    """All gold documents of a folder (`*.json`, not of its sub-folders), in the order of their file names.

    Raises:
        ConfigError: no such folder, no gold in it, a file that is not gold, or two for one document; says which.
    """
    if not folder.is_dir():
        raise ConfigError(folder, None, "no such folder")
    paths = sorted(folder.glob("*.json"), key=lambda path: path.name)
    if not paths:
        raise ConfigError(folder, None, "no gold here: no *.json")
    documents: dict[tuple[str, str | None], GoldDocument] = {}
    for path in paths:
        document = _read(path)
        key = (document.source.file, document.source.sha256)
        if key in documents:
            raise ConfigError(path, None, f"a second gold file for {document.source.file}")
        documents[key] = document
    return list(documents.values())


def _read(path: Path) -> GoldDocument:
    try:
        return msgspec.json.decode(path.read_bytes(), type=GoldDocument)
    except OSError as error:
        raise ConfigError(path, None, error.strerror or str(error)) from None
    except msgspec.DecodeError as error:
        raise ConfigError(path, None, str(error)) from None
