"""Ids: kept from run to run, merged where two become one, never given another meaning."""

from link_documents import document, linked, of

from pipeline.records import Ids, KnownEntity


def test_adding_documents_renames_nothing() -> None:
    first = (document("a", "M. [[PER Verdanne]] à l’[[ORG Institut Zorvex]]"),)
    before = linked(*first)
    assert of(before, first, "a", "Verdanne") == "person-verdanne"
    more = (*first, document("b", "[[PER Laurent Verdanne]] [[PER Verdanne]], [[ORG Institut zorvex]]"))
    after = linked(*more, ids=before.ids)
    assert of(after, more, "b", "Laurent Verdanne") == "person-verdanne"
    assert of(after, more, "a", "Verdanne") == "person-verdanne"
    assert of(after, more, "b", "Institut zorvex") == "org-institut-zorvex"
    assert after.ids.entities["person-verdanne"].name == "Laurent Verdanne"


def test_an_id_stays_with_the_person_when_a_namesake_comes() -> None:
    first = (document("a", "[[PER Verdanne]]"), document("b", "[[PER Laurent Verdanne]]"))
    before = linked(*first)
    more = (*first, document("c", "[[PER Martin Verdanne]]"))
    after = linked(*more, ids=before.ids)
    assert of(after, more, "b", "Laurent Verdanne") == of(before, first, "b", "Laurent Verdanne")
    assert of(after, more, "c", "Martin Verdanne") == "person-martin-verdanne"
    assert of(after, more, "a", "Verdanne") == "person-verdanne"
    assert [unsure.documents for unsure in after.unsure] == [("a",)]


def test_two_known_ids_that_become_one_say_so() -> None:
    first = (document("a", "[[ORG Grand Musée Oriental]] [[ORG Grand Musée Oriental]]"), document("b", "[[ORG GMO]]"))
    before = linked(*first)
    assert set(before.ids.entities) == {"org-gmo", "org-grand-musee-oriental"}
    more = (*first, document("c", "[[ORG Grand Musée Oriental]] (GMO)"))
    after = linked(*more, ids=before.ids)
    (entity,) = after.entities
    other = next(name for name in before.ids.entities if name != entity.id)
    assert after.ids.entities[other].merged_into == entity.id
    assert after.ids.entities[other].name == before.ids.entities[other].name
    assert linked(*more, ids=after.ids) == after


def test_ids_without_documents_stay() -> None:
    before = linked(document("a", "[[ORG Institut Zorvex]]"))
    after = linked(document("b", "[[LOC France]]"), ids=before.ids)
    assert after.ids.entities["org-institut-zorvex"] == before.ids.entities["org-institut-zorvex"]
    back = linked(document("a", "[[ORG Institut Zorvex]]"), ids=after.ids)
    assert [entity.id for entity in back.entities] == ["org-institut-zorvex"]


def test_an_id_is_not_taken_by_someone_who_shares_only_an_alias() -> None:
    known = KnownEntity(label="PERSON", name="Laurent Verdanne", aliases=("Verdanne", "Laurent Verdanne"))
    result = linked(
        document("a", "[[PER Martin Verdanne]] [[PER Verdanne]]"), ids=Ids(entities={"person-laurent-verdanne": known})
    )
    assert [entity.id for entity in result.entities] == ["person-martin-verdanne"]
    assert result.ids.entities["person-laurent-verdanne"] == known


def test_ids_that_collide_are_numbered() -> None:
    known = KnownEntity(label="ORGANIZATION", name="Autre chose", aliases=("Autre chose",))
    result = linked(document("a", "[[ORG Institut Zorvex]]"), ids=Ids(entities={"org-institut-zorvex": known}))
    assert [entity.id for entity in result.entities] == ["org-institut-zorvex-2"]


def test_names_in_other_scripts_have_an_id() -> None:
    (entity,) = linked(document("a", "[[PER Назарбаев]]")).entities
    assert entity.id.startswith("person-")
    assert entity.id.isascii()


def test_topics_are_left_alone() -> None:
    ids = Ids(topics={})
    assert linked(document("a", "[[LOC France]]"), ids=ids).ids.topics == {}


def test_no_documents_no_facts() -> None:
    result = linked()
    assert (result.entities, result.documents, result.unsure, result.ids) == ((), (), (), Ids())
