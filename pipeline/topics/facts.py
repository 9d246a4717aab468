"""What a passage mentions besides words: years, entities, units of amounts."""

from bisect import bisect_left
from typing import NamedTuple

from pipeline.records import AmountMention, DateMention, DocumentLinks, EntityMention, Extracted, Mention
from pipeline.topics.periods import year_of


class Facts(NamedTuple):
    """In the order of the passage; a fact as often as it is mentioned."""

    years: list[str]
    entities: list[str]
    units: list[str]


class FactReader:
    """Finds the facts of parts of one document."""

    def __init__(self, extracted: Extracted, links: DocumentLinks) -> None:
        self._links = links.entities
        self._mentions = sorted(extracted.mentions, key=lambda mention: (mention.start, mention.end))
        self._starts = [mention.start for mention in self._mentions]

    def between(self, start: int, end: int) -> Facts:
        """The facts of a passage, in its order."""
        found = Facts([], [], [])
        for mention in self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            self._read(mention, found)
        return found

    def _read(self, mention: Mention, found: Facts) -> None:
        if isinstance(mention, EntityMention):
            entity = self._links.get(mention.id)
            if entity is not None:
                found.entities.append(entity)
        elif isinstance(mention, DateMention):
            year = year_of(mention.value.edtf)
            if year is not None:
                found.years.append(year)
        elif isinstance(mention, AmountMention) and mention.value.unit_kind != "count" and mention.value.unit:
            found.units.append(mention.value.unit)
