"""Packing static vectors: the most frequent word of a key counts, what models use stays, a wrong file is named."""

import json
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import UserError
from pipeline.extract.entities.model.static import key_of, load_static_vectors
from pipeline.train.vectors import axes_of, load_published, pack_vectors, packed

RANDOM = np.random.default_rng(7)


def _publish(path: Path, words: list[str], rows: list[list[float]], dimensions: int) -> Path:
    """A JSON as the package has it: behind a word's own numbers stand two that are not its vector."""
    vectors = {word: [*row, 1.0, 0.0] for word, row in zip(words, rows, strict=True)}
    path.write_text(json.dumps({"words": words, "vectors": vectors, "dimensions": dimensions}), encoding="utf-8")
    return path


def test_published_vectors_are_read_by_key(tmp_path: Path) -> None:
    table = load_published(_publish(tmp_path / "v.json", ["paris", "accra"], [[1, 2, 3], [4, 5, 6]], 3))
    assert table.width == 3
    assert table.keys.tolist() == sorted([key_of("paris"), key_of("accra")])
    assert table.rows([int(np.searchsorted(table.keys, key_of("accra")))]).tolist() == [[4, 5, 6]]


@pytest.mark.parametrize("text", ["{}", "words", '{"words": ["a"], "vectors": {"a": "b"}, "dimensions": 1}'])
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "v.json"
    with pytest.raises(UserError, match=r"v\.json.*no vectors"):
        load_published(path)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"v\.json"):
        load_published(path)


def test_axes_keep_what_the_models_make_of_vectors_and_nothing_else() -> None:
    vectors = RANDOM.normal(size=(500, 6)).astype(np.float32)
    used = [np.zeros((6, 4), np.float32) for _ in range(2)]
    used[0][0], used[1][1] = RANDOM.normal(size=(2, 4))
    seen = vectors @ axes_of(vectors, used, 2)
    for weights in used:
        made = vectors @ weights
        again = seen @ np.linalg.lstsq(seen, made, rcond=None)[0]
        np.testing.assert_allclose(again, made, atol=1e-3)
    assert np.abs(axes_of(vectors, used, 2)[2:]).max() < 1e-3


def test_packing_keeps_most_of_a_vector(tmp_path: Path) -> None:
    keys = np.arange(2000, dtype=np.uint32)
    vectors = (RANDOM.normal(size=(2000, 12)) * np.linspace(3, 0.1, 12)).astype(np.float32)
    path = tmp_path / "words.npz"
    path.write_bytes(packed(keys, vectors, groups=6))
    with np.load(path) as arrays:
        patterns, codes = arrays["patterns"].astype(np.float32), arrays["codes"]
    again = patterns[np.arange(6), codes].reshape(2000, 12)
    assert (again.var(axis=0).sum() / vectors.var(axis=0).sum()) > 0.9
    assert path.stat().st_size < vectors.nbytes


@pytest.mark.model
def test_the_command_packs_the_vectors_of_a_file(models: Path, tmp_path: Path) -> None:
    words = ["paris", "accra", "fabius", "hammond", *(f"word{number}" for number in range(300))]
    published = _publish(tmp_path / "v.json", words, RANDOM.normal(size=(len(words), 60)).tolist(), 60)
    for language, sentence in (
        ("fr", "[Fabius|PERSON] est à [Paris|LOCATION]."),
        ("en", "[Hammond|PERSON] is in [Accra|LOCATION]."),
    ):
        (tmp_path / "training" / language).mkdir(parents=True)
        (tmp_path / "training" / language / "a.txt").write_text(sentence, encoding="utf-8")
    (tmp_path / "training" / "names.toml").write_text('given = ["Anne"]\nsurnames = ["Diallo"]\n', encoding="utf-8")
    for name in ("models.toml", "gazetteers", "lexicons"):
        (tmp_path / "models").mkdir(exist_ok=True)
        (tmp_path / "models" / name).symlink_to(models / name)
    path = pack_vectors(published, tmp_path / "no gold", tmp_path / "training", tmp_path / "models")
    assert path == tmp_path / "models" / "vectors" / "words.npz"
    assert load_static_vectors(path).of(["paris"]).any()
