"""What `link` says of the corpus: the entities that mentions refer to, and which documents say the same."""

from typing import Literal

from pipeline.records.base import EntityLabel, Names, Record, SourceSlice


class FormerName(Record, frozen=True, kw_only=True):
    """A name that an entity had officially until a date (EDTF); `since` is null where no one date can be named."""

    name: str
    since: str | None = None
    until: str


class HeldRole(Record, frozen=True, kw_only=True):
    """What documents call a person, and the dates of publication of the first and the last that do (EDTF).

    The dates are those on which the corpus shows it, not those of a term of office; null where no document has one.
    """

    role: str
    first: str | None
    last: str | None
    documents: int


class RelatedEntity(Record, frozen=True, kw_only=True):
    """Another entity and what this one is to it: `seat_of` a government or ministry that it stands for in the news."""

    kind: Literal["seat_of"]
    entity: str


class Entity(Record, frozen=True, kw_only=True):
    """What mentions refer to. `documents` and `mentions` are counts.

    `former`: the names it had before, the oldest first; `related`: other entities of the corpus that it goes with;
    `roles`: what the documents call a person.
    """

    id: str
    label: EntityLabel
    names: Names
    aliases: tuple[str, ...]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    wikidata: str | None = None
    documents: int = 0
    mentions: int = 0
    former: tuple[FormerName, ...] = ()
    related: tuple[RelatedEntity, ...] = ()
    roles: tuple[HeldRole, ...] = ()


class DuplicateGroup(Record, frozen=True, kw_only=True):
    """Documents that say the same; the earliest published represents them and counts once in totals."""

    representative: str
    documents: tuple[str, ...]
    kind: Literal["exact", "near"]
    similarity: float


class Unsure(Record, frozen=True, kw_only=True):
    """A name that may be one of several entities: the user decides."""

    form: str
    label: EntityLabel
    candidates: tuple[str, ...]
    reason: str
    documents: tuple[str, ...]


class Reference(Record, frozen=True, kw_only=True):
    """A role without a name that refers to a person: the documents say that this `entity` held it."""

    start: int
    end: int
    text: str
    entity: str
    source: tuple[SourceSlice, ...] = ()


class DocumentLinks(Record, frozen=True, kw_only=True):
    """Which entity each mention of a document refers to (mention id → entity id), and what it duplicates."""

    id: str
    entities: dict[str, str]
    references: tuple[Reference, ...] = ()
    duplicate_of: str | None = None
