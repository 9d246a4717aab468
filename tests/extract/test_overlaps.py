"""Overlaps between mentions: none within a kind, nesting across kinds, dates against amounts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.overlaps import disjoint, settle
from pipeline.records import (
    AmountMention,
    AmountValue,
    DateMention,
    DateValue,
    EntityLabel,
    EntityMention,
    EntityValue,
    Timex,
)


def entity(start: int, end: int, confidence: float = 0.9, label: EntityLabel = "LOCATION") -> EntityMention:
    return EntityMention(
        id="", label=label, start=start, end=end, text="x" * (end - start), confidence=confidence,
        by="rules:rule", value=EntityValue(),
    )  # fmt: skip


def date(start: int, end: int, char: str = "2") -> DateMention:
    value = DateValue(edtf="2014", timex=Timex(type="DATE", value="2014"))
    return DateMention(
        id="", label="DATE", start=start, end=end, text=char * (end - start), confidence=0.9, by="rules", value=value
    )


def amount(start: int, end: int) -> AmountMention:
    value = AmountValue(value="2014", unit="euro", unit_lemma="euro", unit_kind="count")
    return AmountMention(
        id="", label="QUANTITY", start=start, end=end, text="x" * (end - start), confidence=0.9, by="rules", value=value
    )


def test_the_longer_mention_stays_then_the_surer_then_the_earlier() -> None:
    assert disjoint([entity(0, 5), entity(3, 12)]) == [entity(3, 12)]
    assert disjoint([entity(0, 5, 0.6), entity(3, 8, 0.9)]) == [entity(3, 8, 0.9)]
    assert disjoint([entity(0, 5), entity(3, 8)]) == [entity(0, 5)]
    assert disjoint([entity(5, 8), entity(0, 5)]) == [entity(0, 5), entity(5, 8)]


def test_kinds_may_nest_across() -> None:
    assert settle([entity(0, 11)], [date(7, 11)], []) == (entity(0, 11), date(7, 11))


def test_a_feast_in_the_name_of_a_place_or_a_body_is_no_date() -> None:
    assert settle([entity(0, 11)], [date(7, 11, "x")], []) == (entity(0, 11),)
    body = entity(0, 11, label="ORGANIZATION")
    assert settle([body], [date(7, 11, "x")], []) == (body,)
    assert len(settle([entity(0, 11, label="AGREEMENT")], [date(7, 11, "x")], [])) == 2
    assert len(settle([entity(0, 6)], [date(7, 11, "x")], [])) == 2


def test_a_number_in_the_name_of_a_body_counts_nothing_and_nobody_is_counted() -> None:
    body, person = entity(0, 9, label="ORGANIZATION"), entity(4, 22, label="PERSON")
    assert settle([body], [], [amount(0, 18)]) == (body,)
    assert settle([person], [], [amount(0, 15)]) == (person,)
    assert len(settle([body], [], [amount(10, 18)])) == 2
    assert len(settle([entity(4, 15, label="PERSON")], [], [amount(0, 15)])) == 2


def test_no_event_is_part_of_a_date() -> None:
    assert settle([entity(0, 12, label="EVENT")], [date(0, 26)], []) == (date(0, 26),)
    assert len(settle([entity(0, 12, label="EVENT")], [date(0, 12)], [])) == 2


def test_a_date_wins_over_an_amount_of_the_same_characters() -> None:
    assert settle([], [date(0, 4)], [amount(0, 4)]) == (date(0, 4),)
    assert settle([], [date(0, 6)], [amount(3, 9)]) == (date(0, 6),)


def test_an_amount_that_holds_a_date_wins() -> None:
    assert settle([], [date(0, 4)], [amount(0, 10)]) == (amount(0, 10),)
    assert settle([], [date(0, 4), date(12, 16)], [amount(0, 10)]) == (amount(0, 10), date(12, 16))


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.sampled_from([0.5, 0.7, 0.9])), max_size=25)


@given(spans)
def test_disjoint_mentions_are_in_order_and_cover_every_claim(rows: list[tuple[int, int, float]]) -> None:
    given_mentions = [entity(start, start + length, sure) for start, length, sure in rows]
    kept = disjoint(given_mentions)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert all(mention in given_mentions for mention in kept)
    assert bool(kept) == bool(given_mentions)
    assert disjoint(reversed(given_mentions)) == kept
    assert disjoint(kept) == kept


@given(spans, spans)
def test_no_date_overlaps_an_amount(dates: list[tuple[int, int, float]], amounts: list[tuple[int, int, float]]) -> None:
    settled = settle([], [date(s, s + n) for s, n, _ in dates], [amount(s, s + n) for s, n, _ in amounts])
    assert all(a.end <= b.start for a, b in pairwise(settled))
