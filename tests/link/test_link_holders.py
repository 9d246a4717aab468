"""Which roles the documents show a person in, and between which dates."""

from typing import Literal

import msgspec
import pytest
from link_documents import Pair, document, linked

from pipeline.records import EntityMention, EntityValue, HeldRole

Spoken = Literal["fr", "en"]


def with_role(pair: Pair, role: str) -> Pair:
    """The document with a role for each person that it names."""
    ingested, extracted = pair
    people = [
        msgspec.structs.replace(one, value=EntityValue(role=role))
        if isinstance(one, EntityMention) and one.label == "PERSON"
        else one
        for one in extracted.mentions
    ]
    return ingested, msgspec.structs.replace(extracted, mentions=tuple(people))


def said(name: str, role: str, published: str | None, *, text: str = "[[PER Awa Parisot]]") -> Pair:
    return with_role(document(name, f"{name} {text}", "fr", published), role)


def roles(*documents: Pair) -> tuple[HeldRole, ...]:
    (person,) = (one for one in linked(*documents).entities if one.label == "PERSON")
    return person.roles


@pytest.mark.parametrize(
    ("first", "second"), [("ministre de l’Eau", "Ministre de l'eau"), ("Minister for Water", "minister for water")]
)
def test_a_role_has_the_dates_of_the_first_and_the_last_document(first: str, second: str) -> None:
    (held,) = roles(said("b", second, "2014-03-02"), said("a", first, "2012"), said("c", first, None))
    assert held == HeldRole(role=first, first="2012", last="2014-03-02", documents=3)


def test_roles_come_in_the_order_of_their_dates() -> None:
    found = roles(said("a", "présidente", None), said("b", "ministre", "2015"), said("c", "ambassadrice", "2009-07"))
    assert [one.role for one in found] == ["ambassadrice", "ministre", "présidente"]
    assert found[-1] == HeldRole(role="présidente", first=None, last=None, documents=1)


def test_the_order_of_documents_changes_nothing() -> None:
    documents = [said("a", "Ministre", "2015"), said("b", "ministre", "2014"), said("c", "ministre", "2016")]
    assert roles(*documents) == roles(*reversed(documents))


def test_who_has_no_role_has_none_and_nobody_but_people() -> None:
    pair = document("a", "[[PER Awa Parisot]], [[LOC Kourou]]", "fr", "2014")
    assert all(one.roles == () for one in linked(pair).entities)
    assert all(one.roles == () for one in linked(with_role(pair, "ministre")).entities if one.label != "PERSON")


def test_a_copy_counts_once() -> None:
    text = "[[PER Awa Parisot]] " + " ".join(f"mot{n} phrase{n}" for n in range(120))
    first = with_role(document("a", text, "fr", "2014-05"), "ministre")
    copy = with_role(document("b", text, "fr", "2014-04"), "ministre")
    (held,) = roles(first, copy)
    assert (held.documents, held.first) == (1, "2014-04")
