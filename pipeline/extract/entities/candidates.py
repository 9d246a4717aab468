"""What the finders of entities hand to `combine`: a span, what it may be, and why."""

from typing import NamedTuple

from pipeline.records import EntityLabel


class Candidate(NamedTuple):
    """A span of a passage that may be an entity.

    Attributes:
        by: what found it: `model`, `rule`, `title`, `given`, `surname`, `gazetteer`, `town`, `city`, `place`, `team`,
            `series`, `acronym` or `document`.
        role: what the text says that a person is, as written.
    """

    start: int
    end: int
    label: EntityLabel
    by: str
    role: str | None = None
