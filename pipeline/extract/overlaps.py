"""Overlaps between mentions, settled here and nowhere else.

Mentions of one kind never overlap. Across kinds they may nest: a year inside `Astana 2017`, a place inside a treaty's
name. A date and an amount over the same characters are one or the other: the date stays, unless the amount is longer
and holds all of it. What a name is made of is no date and no amount: `Church of Pentecost`, `Five Eyes partners`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from pipeline.records import AmountMention, DateMention, EntityMention, Mention, sort_mentions

M = TypeVar("M", EntityMention, DateMention, AmountMention)
_FIGURES = ("money", "percent", "quantity", "point")


def settle(
    entities: Iterable[EntityMention], dates: Iterable[DateMention], amounts: Iterable[AmountMention]
) -> tuple[Mention, ...]:
    """All mentions of a document, none overlapping another of its kind, in order."""
    entities = disjoint(entities)
    kept_dates = [date for date in disjoint(dates) if not _is_feast_of_name(date, entities)]
    named = {(m.start, m.end) for m in entities if m.label == "EVENT" and m.by.startswith("rules")}
    kept_amounts = [m for m in disjoint(amounts) if (m.start, m.end) not in named]  # `COP21` is no sum of pesos
    kept_amounts = [amount for amount in kept_amounts if not _is_of_name(amount, entities)]
    lost_dates, lost_amounts = _rivals(kept_dates, kept_amounts)
    return sort_mentions(
        [
            *_outside(entities, kept_dates, kept_amounts),
            *(date for date in kept_dates if date.start not in lost_dates),
            *(amount for amount in kept_amounts if amount.start not in lost_amounts),
        ]
    )


def _is_feast_of_name(date: DateMention, entities: Sequence[EntityMention]) -> bool:
    """Whether a date without a figure is a word of a place's or a body's name."""
    if any(map(str.isdecimal, date.text)):
        return False
    names = [one for one in _over(entities, date) if one.label in ("LOCATION", "ORGANIZATION")]
    return any(one.end >= date.end and one.end - one.start > date.end - date.start for one in names)


def _is_of_name(amount: AmountMention, entities: Sequence[EntityMention]) -> bool:
    """Whether a number is the first word of a body's name, or what it seems to count is a person."""
    if amount.value.unit_kind != "count":
        return False
    index = bisect_left(entities, amount.start, key=lambda m: m.start)
    for one in entities[index:]:
        if one.start >= amount.end:
            break
        body = one.start == amount.start and one.end < amount.end and one.label == "ORGANIZATION"
        if body or (one.label == "PERSON" and one.end > amount.end):
            return True
    return False


def _outside(
    entities: Sequence[EntityMention], dates: Sequence[DateMention], amounts: Sequence[AmountMention]
) -> Iterator[EntityMention]:
    """The entities but those that lie inside a figure (`CA` in `15 000 $ CA`), the model's inside a date, and events
    inside a longer one (`eleventh day` of March)."""
    figures = [m for m in amounts if m.value.unit_kind in _FIGURES]
    for entity in entities:
        rivals: list[DateMention | AmountMention] = [*_over(figures, entity)]
        if entity.by.startswith("model"):
            rivals += _over(dates, entity)
        elif entity.label == "EVENT":
            rivals += [date for date in _over(dates, entity) if date.end - date.start > entity.end - entity.start]
        if not any(m.start <= entity.start and entity.end <= m.end for m in rivals):
            yield entity


def _over(mentions: Sequence[M], inner: Mention) -> Sequence[M]:
    """The mention that may hold another: the last one that begins no later."""
    index = bisect_right(mentions, inner.start, key=lambda m: m.start)
    return mentions[index - 1 : index] if index else ()


def disjoint(mentions: Iterable[M]) -> list[M]:
    """The mentions without those that overlap a surer, longer or earlier one, in order."""
    kept: list[M] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        while kept and mention.start < kept[-1].end and _rank(mention) > _rank(kept[-1]):
            kept.pop()
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _rank(mention: EntityMention | DateMention | AmountMention) -> tuple[int, float, int]:
    return mention.end - mention.start, mention.confidence, -mention.start


def _rivals(dates: Sequence[DateMention], amounts: Sequence[AmountMention]) -> tuple[set[int], set[int]]:
    """Where a date and an amount overlap: the starts of the dates and of the amounts that give way."""
    lost_dates: set[int] = set()
    lost_amounts: set[int] = set()
    low = 0
    for amount in amounts:
        while low < len(dates) and dates[low].end <= amount.start:
            low += 1
        index = low
        while index < len(dates) and dates[index].start < amount.end:
            date = dates[index]
            holds = (
                amount.start <= date.start
                and date.end <= amount.end
                and amount.end - amount.start > date.end - date.start
            )
            (lost_dates if holds else lost_amounts).add(date.start if holds else amount.start)
            index += 1
    return lost_dates, lost_amounts
