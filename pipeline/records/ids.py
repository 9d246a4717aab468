"""What is kept from run to run, so that ids keep their meaning: `outputs/ids.json`."""

from typing import Literal

import msgspec

from pipeline.records.base import EntityLabel, Names, Record


class KnownEntity(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entity of an earlier run: its id keeps its meaning; a merged one says where it went."""

    label: EntityLabel
    name: str
    aliases: tuple[str, ...]
    merged_into: str | None = None


class KnownTopic(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A topic of an earlier run, by the weights of its terms (feature → weight), and what it was called then.

    `active`: the last run had it.
    """

    terms: dict[str, float]
    label: Names | None = None
    merged_into: str | None = None
    active: bool = False


class Ids(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`outputs/ids.json`: the entities and topics so far."""

    schema: Literal["depeche/ids/1"] = "depeche/ids/1"
    entities: dict[str, KnownEntity] = msgspec.field(default_factory=dict)
    topics: dict[str, KnownTopic] = msgspec.field(default_factory=dict)
