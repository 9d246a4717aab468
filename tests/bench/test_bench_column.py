"""Text in columns: narrow, and the same words once its lines are joined."""

import pytest

from pipeline.bench.column import column
from pipeline.bench.corpus import TONGUES, Tongue, generate_text


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("width", [20, 38])
def test_lines_fit_and_joining_them_gives_the_text_back(tongue: Tongue, width: int) -> None:
    text = generate_text(1, 300, tongue)
    wrapped = column(text, width)
    assert max(map(len, wrapped.split("\n"))) <= width
    for before, after in zip(text.strip().split("\n\n"), wrapped.strip().split("\n\n"), strict=True):
        assert _joined(after, before.split()) == " ".join(before.split())


def test_words_are_cut() -> None:
    lines = column(generate_text(2, 300, "en")).split("\n")
    assert sum(line.endswith("-") for line in lines) > len(lines) / 20


def test_a_word_longer_than_the_line_stands_alone() -> None:
    assert column("in Llanfairpwllgwyngyll today", 10) == "in\nLlanfairpwllgwyngyll\ntoday"


def _joined(wrapped: str, words: list[str]) -> str:
    """The lines as one; a hyphen at a line end is the word's own where the text has such a word."""
    lines = wrapped.split("\n")
    text = lines[0]
    for line in lines[1:]:
        cut = text.endswith("-") and f"{text.split()[-1][:-1]}{line.split()[0]}" in words
        text = text[:-1] + line if cut else f"{text} {line}"
    return text
