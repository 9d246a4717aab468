"""The gold corpus is what its README says: documents, splits, ids, pairs."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from pipeline.evaluate import GoldDocument
from pipeline.evaluate.figures import counts, read_figures
from pipeline.evaluate.gold import label_of
from pipeline.evaluate.place import words
from pipeline.records import Document
from pipeline.toml import load_toml

LEAST = 150  # scored items of a kind in the test split of a language


def stem(document: GoldDocument) -> str:
    return document.source.file.rpartition(".")[0]


def test_eighty_documents_as_in_the_briefs(gold: list[GoldDocument], gold_folder: Path) -> None:
    with (gold_folder / "briefs.csv").open(encoding="utf-8", newline="") as file:
        briefs = {row["name"]: row for row in csv.DictReader(file)}
    assert Counter(item.lang for item in gold) == {"fr": 45, "en": 35}
    assert Counter(item.split for item in gold) == {"train": 40, "dev": 15, "test": 25}
    assert {stem(item) for item in gold} == set(briefs)
    for item in gold:
        brief = briefs[stem(item)]
        assert (item.lang, item.split, item.genre, item.topic, item.pair or "") == tuple(
            brief[key] for key in ("language", "split", "genre", "topic", "pair")
        )
        assert item.source.file.endswith(brief["format"])
    assert sum(len({block.language for block in item.blocks}) > 1 for item in gold) >= 10


def test_test_shares_no_genre_and_no_country_of_its_briefs_with_the_rest(gold_folder: Path) -> None:
    with (gold_folder / "briefs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for column in ("genre", "country"):
        test, rest = ({row[column] for row in rows if (row["split"] == "test") is closed} for closed in (True, False))
        assert test & rest == set()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_test_split_is_large_enough(gold: list[GoldDocument], language: str) -> None:
    mine = [item for item in gold if (item.split, item.lang) == ("test", language)]
    for kind in ("entities", "dates", "amounts"):
        assert sum(not one.optional for item in mine for one in getattr(item, kind)) >= LEAST, kind


def test_the_readme_of_the_corpus_counts_right(gold: list[GoldDocument], gold_folder: Path) -> None:
    assert read_figures(gold_folder / "README.md") == counts(gold)


def test_pairs_point_at_each_other(gold: list[GoldDocument]) -> None:
    pairs = {stem(item): item.pair for item in gold if item.pair}
    assert len(pairs) == 20
    assert all(pairs[other] == name for name, other in pairs.items())


def test_every_entity_has_its_canonical_id(gold: list[GoldDocument], gold_folder: Path) -> None:
    listed = load_toml(gold_folder / "entities.toml", dict[str, dict[str, str | list[str]]])
    used = {item.canonical for document in gold for item in document.entities}
    assert used == set(listed)
    for document in gold:
        for item in document.entities:
            labels = listed[item.canonical or ""]["labels"]
            assert label_of(item) in labels, f"{document.source.file}: {item.text}"


def test_most_of_each_document_is_in_its_source(gold: list[GoldDocument], documents: dict[str, Document]) -> None:
    """A gold text that is not the document's would make every figure wrong."""
    for item in gold:
        document = documents[item.source.file]
        kept = Counter(word.key for word in words(document.text + " ".join(d.text for d in document.dropped)))
        wanted = Counter(word.key for word in words(item.text))
        assert (kept & wanted).total() >= 0.9 * wanted.total(), item.source.file
