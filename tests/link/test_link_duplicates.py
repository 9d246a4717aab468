"""Documents that say the same."""

from link_documents import document, linked

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
    # 196 shingles each, 10 + 0 of them with a changed word at the end: 186 shared of 206
    assert (group.kind, group.representative, group.similarity) == ("near", "a", round(186 / 206, 4))


def test_texts_that_share_less_are_not_duplicates() -> None:
    assert linked(document("a", TEXT), document("b", changed(60))).duplicates == ()
    assert linked(document("a", TEXT), document("b", " ".join(reversed(WORDS)))).duplicates == ()
    assert linked(document("a", ""), document("b", "")).duplicates == ()


def test_short_texts() -> None:
    assert linked(document("a", "Accès rapide"), document("b", "accès rapide")).duplicates[0].kind == "exact"
    assert linked(document("a", "Accès rapide"), document("b", "Accès lent")).duplicates == ()


def test_each_member_is_like_its_representative() -> None:
    chain = [document(f"d{step:02}", changed(step * 15)) for step in range(8)]
    for group in linked(*chain).duplicates:
        assert group.similarity >= 0.8
