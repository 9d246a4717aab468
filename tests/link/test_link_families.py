"""Duplicates among families of copies: precision and recall of pairs, in both languages."""

import random
from itertools import combinations

import pytest
from families import COPIES, families, notices, release, templates
from link_documents import Pair, document, linked


def _documents() -> tuple[list[str], list[Pair]]:
    copies = families(12)
    return [copy.family for copy in copies], [
        document(f"d{number:03}", copy.text, copy.language, published=f"2014-{number % 9 + 1:02}")
        for number, copy in enumerate(copies)
    ]


def test_copies_are_found_and_nothing_else() -> None:
    of_family, documents = _documents()
    first = {name: group.representative for group in linked(*documents).duplicates for name in group.documents}
    pairs = list(combinations(((family, first.get(f"d{i:03}", i)) for i, family in enumerate(of_family)), 2))
    same = {(a[0] == b[0], a[1] == b[1]) for a, b in pairs}
    assert same == {(True, True), (False, False)}  # precision and recall 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_releases_of_one_template_are_not_copies(language: str) -> None:
    texts = [*templates(language, 12), *notices(language, 12)]
    assert linked(*(document(f"t{number}", text) for number, text in enumerate(texts))).duplicates == ()


def test_a_translation_is_no_copy() -> None:
    pairs = [document(f"{language}{seed}", release(language, seed)) for language in ("fr", "en") for seed in range(9)]
    assert linked(*pairs).duplicates == ()


def test_the_order_of_documents_and_an_addition_give_the_same_groups() -> None:
    _, documents = _documents()
    again = random.Random(5).sample(documents, len(documents))
    assert linked(*documents).duplicates == linked(*again).duplicates
    earlier = linked(*documents[: len(COPIES) * 3])
    added = linked(*documents, ids=earlier.ids)
    assert added.duplicates == linked(*documents).duplicates


def test_the_earliest_published_stands_for_all() -> None:
    _, documents = _documents()
    published = {ingested.id: ingested.metadata.published for ingested, _ in documents}
    for group in linked(*documents).duplicates:
        assert published[group.representative] == min(published[name] or "" for name in group.documents)
