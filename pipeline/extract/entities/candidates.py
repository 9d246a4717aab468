"""What the finders of entities hand to `combine`: a span, what it may be, and why. What the model makes of a text."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.records import EntityLabel

KNOWING = ("gazetteer", "title", "rule", "team", "town", "city", "given")  # finders that know why


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


class Tagged(NamedTuple):
    """What the model makes of a text.

    Attributes:
        names: those that it says, in order.
        starts: at which characters a name may begin, of which labels, and how likely, 0 to 1; None where no model read
            the text.
    """

    names: Sequence[Candidate] = ()
    starts: Mapping[int, Mapping[EntityLabel, float]] | None = None
