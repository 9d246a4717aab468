"""Documents that say the same."""

import numpy as np
import pytest
from duplicate_pairs import different, same
from link_documents import document, linked
from numpy.typing import NDArray

from pipeline.link import duplicates
from pipeline.link.duplicates import sketch

WORDS = [f"mot{number}" for number in range(200)]
TEXT = " ".join(WORDS)


def changed(count: int) -> str:
    """The text with the last words replaced: each changes one shingle, plus four at the border."""
    return " ".join(WORDS[: len(WORDS) - count] + [f"autre{number}" for number in range(count)])


def test_exact_duplicates_under_the_earliest() -> None:
    result = linked(
        document("a", TEXT),
        document("b", TEXT.upper(), published="2015"),
        document("c", f"  {TEXT}!", published="2014-05"),
    )
    (group,) = result.duplicates
    assert (group.representative, group.documents, group.kind, group.similarity) == ("c", ("a", "b", "c"), "exact", 1.0)
    assert [links.duplicate_of for links in result.documents] == ["c", "c", None]


def test_near_duplicates_have_their_similarity() -> None:
    result = linked(document("a", TEXT), document("b", changed(10)))
    (group,) = result.duplicates
    # 196 shingles each, 10 of them with a changed word at the end
    assert (group.kind, group.representative, group.similarity) == ("near", "a", round(186 / 196, 4))


def test_texts_that_share_less_are_not_duplicates() -> None:
    assert linked(document("a", TEXT), document("b", changed(60))).duplicates == ()
    assert linked(document("a", TEXT), document("b", " ".join(reversed(WORDS)))).duplicates == ()
    assert linked(document("a", ""), document("b", "")).duplicates == ()


def test_short_texts() -> None:
    assert linked(document("a", "Accès rapide"), document("b", "accès rapide")).duplicates[0].kind == "exact"
    assert linked(document("a", "Accès rapide"), document("b", "Accès lent")).duplicates == ()


def test_each_member_is_like_its_representative() -> None:
    chain = [document(f"d{step:02}", changed(step * 15)) for step in range(8)]
    assert all(found.similarity >= 0.8 for found in linked(*chain).duplicates)


@pytest.mark.parametrize(("first", "second"), [pytest.param(*texts, id=name) for name, *texts in same()])
def test_the_same_release_on_two_sites(first: str, second: str) -> None:
    (found,) = linked(document("b", first, published="2011-05-04"), document("a", second)).duplicates
    assert (found.representative, found.documents) == ("b", ("a", "b"))
    assert linked(document("a", second, published="2011-05-03"), document("b", first)).documents[1].duplicate_of == "a"


@pytest.mark.parametrize(("first", "second"), [pytest.param(*texts, id=name) for name, *texts in different()])
def test_texts_that_only_look_alike(first: str, second: str) -> None:
    assert linked(document("a", first), document("b", second)).duplicates == ()


def test_a_copy_among_many_of_one_template() -> None:
    letters = [document(f"d{n:03}", f"{TEXT} pour la Ville{n} de Pays{n} et Port{n}.") for n in range(120)]
    copy = document("z", letters[-1][0].text)
    (found,) = linked(*letters, copy).duplicates
    assert found.documents == ("d119", "z")


def test_a_document_more_gives_what_a_fresh_run_gives() -> None:
    texts = [text for _, *pair in same() for text in pair]
    documents = [document(f"d{n:02}", text, published=f"20{n:02}") for n, text in enumerate(texts)]
    before = linked(*documents[:-1])
    assert linked(*documents, ids=before.ids).duplicates == linked(*reversed(documents)).duplicates


def test_an_entity_counts_once_in_copies() -> None:
    said = f"{TEXT} [[LOC Bergen]] et [[LOC Bergen]]"
    result = linked(document("a", said), document("b", said), document("c", "À [[LOC Bergen]] et à [[LOC Oslo]]."))
    counts = {entity.names.fr: (entity.documents, entity.mentions) for entity in result.entities}
    assert counts == {"Bergen": (2, 3), "Oslo": (1, 1)}
    only = linked(document("a", TEXT), document("b", f"{TEXT} [[LOC Oslo]]"))  # in the copy alone
    assert [(entity.documents, entity.mentions) for entity in only.entities] == [(1, 1)]


def test_a_document_is_compared_with_few_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def similarity(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> float:
        calls.append(len(one))
        return 0.0

    monkeypatch.setattr(duplicates, "_similarity", similarity)
    sketches = [sketch(document(f"d{n}", f"{TEXT} Ville{n} et Port{n}")[0]) for n in range(300)]
    duplicates.group([item for item in sketches if item])
    assert len(calls) < 300 * 1.5 * duplicates.MOST
