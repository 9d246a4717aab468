"""Static vectors: found by a word's form, its form without accents or its parts; packed without losing what matters."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.config import MODELS, load_models_config
from pipeline.errors import UserError
from pipeline.extract.entities.model.ner import load_package, load_vectors
from pipeline.extract.entities.model.static import StaticVectors, hash_of_vectors, key_of, load_static_vectors
from pipeline.train.vectors import packed

WORDS = ["almaty", "bichkek", "josé", "jose", "kombo", "njeru"]
ROWS = np.arange(1, 49, dtype=np.float32).reshape(6, 8)


@pytest.fixture(scope="module")
def vectors(tmp_path_factory: pytest.TempPathFactory) -> StaticVectors:
    keys = np.array(sorted(key_of(word) for word in (*WORDS, *(f"word{number}" for number in range(300)))))
    rows = np.random.default_rng(1).normal(size=(306, 8)).astype(np.float32)
    rows[[int(np.searchsorted(keys, key_of(word))) for word in WORDS]] = ROWS
    path = tmp_path_factory.mktemp("vectors") / "words.npz"
    path.write_bytes(packed(keys, rows, groups=2))
    assert packed(keys, rows, groups=2) == path.read_bytes()
    return load_static_vectors(path)


def test_a_word_has_its_vector_and_an_unknown_one_zeros(vectors: StaticVectors) -> None:
    found = vectors.of(["bichkek", "narikoso", "almaty"])
    np.testing.assert_allclose(np.sort(found[[2, 0]]), ROWS[:2], atol=2)
    assert not found[1].any()
    assert vectors.of([]).shape == (0, vectors.width)


@pytest.mark.parametrize(("word", "like"), [("josé", "josé"), ("almatý", "almaty"), ("’bichkek", "bichkek")])
def test_accents_are_heeded_where_they_are_known(vectors: StaticVectors, word: str, like: str) -> None:
    assert np.array_equal(vectors.of([word]), vectors.of([like]))
    assert not np.array_equal(vectors.of(["josé"]), vectors.of(["jose"]))


@pytest.mark.parametrize("word", ["kombo-njeru", "kombo’njeru", "kómbo-njeru", "kombo-njeru-xyzzy"])
def test_a_word_of_parts_is_their_mean(vectors: StaticVectors, word: str) -> None:
    np.testing.assert_allclose(vectors.of([word])[0], vectors.of(["kombo", "njeru"]).mean(axis=0))


def test_a_file_that_is_missing_or_something_else_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"words\.npz.*no vectors"):
        load_static_vectors(tmp_path / "words.npz")
    np.savez(tmp_path / "words.npz", other=np.zeros(3))
    with pytest.raises(UserError, match=r"words\.npz.*not vectors of words"):
        load_static_vectors(tmp_path / "words.npz")
    (tmp_path / "words.npz").write_bytes(b"no archive")
    with pytest.raises(UserError, match=r"words\.npz.*not vectors of words"):
        load_static_vectors(tmp_path / "words.npz")


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
def test_vectors_change_nothing_until_they_are_learnt(language: str) -> None:
    named = load_models_config(MODELS).of(language)
    text = "M. Laurent Fabius est à Tachkent. Mr Philip Hammond is in Bishkek."
    plain, beside = (load_package(named.package, vectors) for vectors in (None, load_vectors(named, MODELS)))
    assert [str(ent) for ent in plain(text).ents] == [str(ent) for ent in beside(text).ents]
    assert hash_of_vectors(plain.get_pipe("ner")) is None
    assert hash_of_vectors(beside.get_pipe("ner"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_ships_for_a_language_is_small(language: str) -> None:
    named = load_models_config(MODELS).of(language)
    assert named.vectors
    assert named.weights
    files = [MODELS / named.vectors, *(MODELS / named.weights).iterdir()]
    assert sum(path.stat().st_size for path in files) < 10_000_000


@pytest.mark.parametrize("neighbours", [("guterres", "annan", "conakry"), ("conakry", "abidjan", "guterres")])
def test_the_table_that_ships_knows_people_from_places(neighbours: tuple[str, str, str]) -> None:
    named = load_models_config(MODELS).en.vectors
    assert named
    one, like, other = load_static_vectors(MODELS / named).of(neighbours)
    assert np.linalg.norm(one - like) < np.linalg.norm(one - other)
