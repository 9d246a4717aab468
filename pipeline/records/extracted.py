"""What `extract` reads, passages, and what it makes of a document."""

from pipeline.records.base import Language, Record
from pipeline.records.mentions import Mention


class Passage(Record, frozen=True, kw_only=True):
    """A block or part of one; `text` is the document's text from `start` to `end`."""

    start: int
    end: int
    language: Language
    text: str
    main: bool = True


class RoleAlone(Record, frozen=True, kw_only=True):
    """A role that stands without a name: `le ministre des Affaires étrangères`, its article left out."""

    start: int
    end: int
    text: str


class Extracted(Record, frozen=True, kw_only=True):
    """The mentions of one document, by start, then end, then kind; the roles that stand without a name, in order."""

    id: str
    mentions: tuple[Mention, ...]
    roles: tuple[RoleAlone, ...] = ()
