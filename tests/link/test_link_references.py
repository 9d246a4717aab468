"""Roles without a name refer to the person whom the documents say to have held them."""

from typing import Literal, NamedTuple

import msgspec
from link_documents import Pair, document, linked

from pipeline.records import EntityMention, EntityValue, RoleAlone


class Told(NamedTuple):
    """What a document tells: `role` of the person it names first, and the role that stands alone in it."""

    name: str
    published: str | None
    person: str | None
    role: str | None
    alone: str
    language: Literal["fr", "en"] = "fr"


def made(told: Told) -> Pair:
    named = f"[[PERSON {told.person}]]. " if told.person else ""
    ingested, extracted = document(told.name, f"{named}Le {told.alone} parle.", told.language, told.published)
    mentions = tuple(
        msgspec.structs.replace(one, value=EntityValue(role=told.role))
        for one in extracted.mentions
        if isinstance(one, EntityMention)
    )
    start = ingested.text.index(told.alone)
    role = RoleAlone(start=start, end=start + len(told.alone), text=told.alone)
    return ingested, msgspec.structs.replace(extracted, mentions=mentions, roles=(role,))


def referred(*told: Told) -> dict[str, str | None]:
    """Document → the entity that its role refers to."""
    links = linked(*map(made, told)).documents
    return {one.id: one.references[0].entity if one.references else None for one in links}


MALI = "président de la République du Mali"
NIGER = "President of the Republic of Niger"
MINISTER = "ministre des Affaires étrangères"


def test_the_only_holder_in_the_document_is_meant() -> None:
    assert referred(Told("a", None, "Awa Keïta", MINISTER, MINISTER)) == {"a": "person-awa-keita"}
    longer = "ministre des Affaires étrangères et du Tourisme"
    assert referred(Told("a", None, "Awa Keïta", longer, MINISTER)) == {"a": "person-awa-keita"}


def test_a_role_that_stands_before_its_holder_is_named_may_be_anybodys() -> None:
    ingested, extracted = made(Told("a", None, None, None, MINISTER))
    named, _ = document("a", f"{ingested.text} [[PERSON Awa Keïta]] vient.", "fr", None)
    holder = EntityMention(
        id="e1",
        label="PERSON",
        start=named.text.index("Awa"),
        end=named.text.index("Awa") + len("Awa Keïta"),
        text="Awa Keïta",
        confidence=1.0,
        by="test",
        value=EntityValue(role=MINISTER),
    )
    links = linked((named, msgspec.structs.replace(extracted, mentions=(holder,)))).documents
    assert links[0].references == ()


def test_the_holder_of_the_time_is_meant_where_the_role_says_of_what() -> None:
    shown = Told("a", "2014-05-02", "Awa Keïta", MALI, "directeur de cabinet")
    alone = Told("b", "2014-06-20", None, None, MALI)
    assert referred(shown, alone)["b"] == "person-awa-keita"
    english = Told("a", "2014-05-02", "Ada Obi", NIGER, "Chief of Staff", "en")
    assert referred(english, Told("b", "2014-06-20", None, None, NIGER, "en"))["b"] == "person-ada-obi"


def test_nobody_is_meant_where_the_documents_do_not_say() -> None:
    shown = Told("a", "2014-05-02", "Awa Keïta", MALI, "directeur de cabinet")
    assert referred(shown, Told("b", "2019-06-20", None, None, MALI))["b"] is None  # long after
    assert referred(shown, Told("b", None, None, None, MALI))["b"] is None  # no day
    assert referred(shown, Told("b", "2014-06-20", None, None, "président du Sénat"))["b"] is None
    minister = Told("a", "2014-05-02", "Awa Keïta", MINISTER, "directeur de cabinet")
    assert referred(minister, Told("b", "2014-06-20", None, None, MINISTER))["b"] is None  # of any country


def test_of_two_holders_the_one_of_the_time_is_meant_and_of_two_at_once_nobody() -> None:
    first = Told("a", "2009-05-02", "Awa Keïta", MALI, "directeur de cabinet")
    second = Told("b", "2014-05-02", "Ina Touré", MALI, "directeur de cabinet")
    alone = Told("c", "2014-06-20", None, None, MALI)
    assert referred(first, second, alone)["c"] == "person-ina-toure"
    rival = Told("a", "2014-04-02", "Awa Keïta", MALI, "directeur de cabinet")
    assert referred(rival, second, alone)["c"] is None
