"""The length of summaries, as a user sets it in `corpus.toml`."""

from pathlib import Path

import pytest

from pipeline.corpus import load_settings
from pipeline.errors import ConfigError
from pipeline.length import SummaryLength


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", SummaryLength()),
        ("[summaries]\nsentences = 8\n", SummaryLength(sentences=8)),
        ("[summaries]\nratio = 0.1\n", SummaryLength(ratio=0.1)),
    ],
)
def test_read_from_corpus_toml(tmp_path: Path, text: str, expected: SummaryLength) -> None:
    (tmp_path / "corpus.toml").write_text(text, encoding="utf-8")
    assert load_settings(tmp_path).summaries == expected


@pytest.mark.parametrize("line", ["sentences = 0", "ratio = 1.5", "ratio = 0", "length = 3", 'sentences = "five"'])
def test_what_cannot_be_a_length_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "corpus.toml").write_text(f"[summaries]\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        load_settings(tmp_path)
