"""Roles without a name refer to the person whom the documents say to have held them."""

from typing import Literal, NamedTuple

import msgspec
import pytest
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


class Reading(NamedTuple):
    """A document: people with their roles, the places it names, the role that stands alone, and whom it means."""

    people: tuple[tuple[str, str], ...]
    places: str
    alone: str
    means: str | None
    published: str | None = None


OBAMA, ABE, BLAIR = "figure-barack-obama", "figure-shinzo-abe", "figure-tony-blair"
READINGS = [
    # A role that names a state means the holder who is of that state, by the role given or by what is known of him.
    Reading((("Barack Obama", "Président"),), "", "Président des États-Unis", OBAMA),
    Reading((("Barack Obama", "President"),), "", "American President", OBAMA),
    Reading((("Barack Obama", "Président"), ("Awa Keïta", "Président du Mali")), "", "Président américain", OBAMA),
    Reading((("Awa Keïta", "présidente du Mali"),), "", "Malian President", "person-awa-keita"),
    Reading((("Awa Keïta", "Foreign Minister of Mali"),), "", "Malian Foreign Minister", "person-awa-keita"),
    Reading((("Awa Keïta", "ministre malien des Affaires étrangères"),), "",
            "ministre des Affaires étrangères du Mali", "person-awa-keita"),
    Reading((("Shinzo Abe", "Premier ministre"),), "France France Japon", "Premier ministre du Japon", ABE),
    Reading((("Awa Keïta", "secrétaire générale de l'OTAN"),), "", "secrétaire générale de l'OTAN", "person-awa-keita"),
    # Never that of another state or body, of another office, or of a time when the person held none.
    Reading((("Barack Obama", "Président"),), "", "Président du Mexique", None),
    Reading((("Shinzo Abe", "Premier ministre"),), "", "British Prime Minister", None),
    Reading((("Awa Keïta", "président du Niger"),), "", "président du Nigeria", None),
    Reading((("Awa Keïta", "président de la République du Congo"),), "",
            "président de la République démocratique du Congo", None),
    Reading((("Awa Keïta", "secrétaire générale de l'ONU"),), "", "secrétaire générale de l'OTAN", None),
    Reading((("Barack Obama", "ancien Président"),), "", "Président des États-Unis", None),
    Reading((("Joe Biden", "vice-président"),), "", "Président des États-Unis", None),
    Reading((("Barack Obama", "Président"),), "", "Président de la République aux États-Unis", None),
    Reading((("Barack Obama", "Président"), ("Joe Biden", "Président")), "", "Président des États-Unis", None),
    Reading((("Tony Blair", "Prime Minister"),), "", "British Prime Minister", BLAIR, "2004-05-02"),
    Reading((("Tony Blair", "Prime Minister"),), "", "British Prime Minister", None, "1931-05-02"),
    # A role that names no state is the holder's only where the document is about his state.
    Reading((("Shinzo Abe", "Premier ministre"),), "Japon Japon France", "Premier ministre", ABE),
    Reading((("Awa Keïta", "directrice"), ("Shinzo Abe", "Premier ministre")), "Japon France France",
            "Premier ministre", None),
    Reading((("Awa Keïta", "directrice"), ("Shinzo Abe", "Premier ministre")), "Japon France",
            "Premier ministre", None),
    # Of whom the document tells first, the role says it again where he is the only one to have it so far.
    Reading((("Shinzo Abe", "Premier ministre"),), "Japon France France", "Premier ministre", ABE),
    Reading((("Awa Keïta", "ministre malienne du Commerce"),), "France France", "ministre", "person-awa-keita"),
    Reading((("Awa Keïta", "Trade Minister"), ("Shinzo Abe", "Prime Minister")), "Mali", "Minister",
            "person-awa-keita"),
    Reading((("Barack Obama", "Président"),), "Cuba Cuba", "chef de l'État", OBAMA),
    Reading((("Awa Keïta", "Trade Minister"), ("Ina Touré", "Foreign Minister")), "", "Minister", None),
    Reading((("Awa Keïta", "Secretary-General’s Special Representative"),), "", "Secretary-General", None),
    Reading((("Awa Keïta", "ancienne ministre du Commerce"),), "", "ministre", None),
    Reading((("Awa Keïta", "présidente du conseil régional"), ("Barack Obama", "Président")), "", "Président", None),
    Reading((("Shinzo Abe", "Premier ministre"), ("Tony Blair", "Premier ministre")), "", "Premier ministre", None),
    Reading((("Awa Keïta", "vice-Premier ministre"),), "Mali", "Premier ministre", None),
    Reading((("Awa Keïta", "homologue"),), "Mali", "Premier ministre", None),
]  # fmt: skip


@pytest.mark.parametrize("reading", READINGS)
def test_a_role_means_the_holder_of_its_state(reading: Reading) -> None:
    people = " ".join(f"[[PERSON {name}]]" for name, _ in reading.people)
    places = " ".join(f"[[LOC {place}]]" for place in reading.places.split())
    ingested, extracted = document("a", f"{people} {places} le {reading.alone}", "fr", reading.published)
    roles = dict(reading.people)
    mentions = tuple(
        msgspec.structs.replace(one, value=EntityValue(role=roles.get(one.text)))
        for one in extracted.mentions
        if isinstance(one, EntityMention)
    )
    start = ingested.text.rindex(reading.alone)
    alone = RoleAlone(start=start, end=start + len(reading.alone), text=reading.alone)
    links = linked((ingested, msgspec.structs.replace(extracted, mentions=mentions, roles=(alone,)))).documents
    assert [one.entity for one in links[0].references] == ([reading.means] if reading.means else [])
