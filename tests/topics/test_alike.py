"""Documents read with those nearest to them: order of their own topics, nothing else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from pipeline.topics import alike
from pipeline.topics.alike import NEAREST, read_with_nearest
from pipeline.topics.matrix import Floats

TWINS = np.array([[2.0, 1.0, 0.0], [2.0, 1.0, 0.1], [0.0, 0.0, 5.0]])


def read(shares: list[list[float]], features: Floats = TWINS, duplicates: tuple[int, ...] = ()) -> Floats:
    counted = np.array([row not in duplicates for row in range(len(features))], dtype=bool)
    return read_with_nearest(np.array(shares), csr_matrix(features), counted)


def test_the_one_most_like_it_tells_which_topic_comes_first() -> None:
    found = read([[0.48, 0.52], [0.70, 0.30], [0.0, 1.0]])
    assert found[0].argmax() == found[1].argmax() == 0


def test_no_topic_is_taken_from_another() -> None:
    found = read([[1.0, 0.0], [0.4, 0.6], [0.0, 1.0]])
    assert found[0, 1] == 0.0
    assert found[2, 0] == 0.0


def test_a_document_unlike_any_other_stays_as_it_is() -> None:
    shares = [[0.2, 0.8], [0.5, 0.5], [0.4, 0.6]]
    assert read(shares, np.eye(3)).tolist() == shares


def test_a_duplicate_speaks_for_no_other() -> None:
    shares = [[0.48, 0.52], [0.70, 0.30], [0.5, 0.5]]
    assert read(shares, duplicates=(1, 2))[0].tolist() == shares[0]
    assert read([[0.48, 0.52]], TWINS[:1], duplicates=(0,)).tolist() == [[0.48, 0.52]]


def test_no_documents() -> None:
    assert read_with_nearest(np.zeros((0, 2)), csr_matrix((0, 3)), np.zeros(0, dtype=bool)).shape == (0, 2)


@given(st.integers(1, 12), st.integers(1, 5), st.integers(0, 99))
def test_blocks_change_nothing(documents: int, block: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    features, shares = csr_matrix(rng.random((documents, 6))), rng.random((documents, 3))
    whole = read_with_nearest(shares, features, np.ones(documents, dtype=bool))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alike, "BLOCK", block)
        parts = read_with_nearest(shares, features, np.ones(documents, dtype=bool))
    assert parts == pytest.approx(whole)
    assert (whole <= shares + NEAREST * shares.max() + 1e-9).all()
