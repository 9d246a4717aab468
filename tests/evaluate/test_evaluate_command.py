"""What the command refuses: a look into the test split, an unknown split, a folder that is none."""

from pathlib import Path

import pytest

from pipeline.commands.evaluate import evaluate_corpus
from pipeline.errors import UserError


@pytest.mark.parametrize(
    ("split", "options", "reason"),
    [
        ("test", {"errors": True}, "totals only"),
        ("eval", {}, "no such split"),
        ("dev", {"pin": True}, "needs all splits"),
    ],
)
def test_splits_that_are_refused(split: str, options: dict[str, bool], reason: str, root: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=reason):
        evaluate_corpus(root / "corpus" / "gold", None, tmp_path, split=split, **options)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such folder"):
        evaluate_corpus(tmp_path / "gold", None, tmp_path)


def test_pinning_is_for_a_gold_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"source": {"file": "a.txt"}, "lang": "fr"}', encoding="utf-8")
    with pytest.raises(UserError, match="gold corpus"):
        evaluate_corpus(tmp_path, None, tmp_path, pin=True)
